import * as Plot from "@observablehq/plot";
import {type HedgeOptions, hedged} from "./hedged.js";

export {type ChainOptions, chain, chainHeight} from "./chain.js";
export {type ChainLayout, chainLayout, type Edge} from "./chainLayout.js";
export {type End, endOf} from "./end.js";
export {type HedgeOptions, hedged} from "./hedged.js";
export {type Anchors, type Avoided, type LabelOptions, labels} from "./labels.js";
export type {Overflow, Placement} from "./placeLabels.js";
export {type RoutesOptions, routes} from "./routes.js";
export {type Paint, paintOf, type State, stateOf} from "./state.js";

export const hedgedBarX = (data?: Plot.Data, options?: Plot.BarXOptions & HedgeOptions) =>
  Plot.barX(data, hedged(options));
export const hedgedBarY = (data?: Plot.Data, options?: Plot.BarYOptions & HedgeOptions) =>
  Plot.barY(data, hedged(options));
export const hedgedDot = (data?: Plot.Data, options?: Plot.DotOptions & HedgeOptions) =>
  Plot.dot(data, hedged(options));
