import * as Plot from "@observablehq/plot";
import {hedgeX, hedgeY} from "./hedge.js";
import type {HedgeOptions} from "./hedges.js";

export {type ChainOptions, chainHeight, hedgedChain} from "./chain.js";
export {type ChainLayout, chainLayout, type Edge} from "./chainLayout.js";
export {type End, endOf} from "./end.js";
export {hedgeX, hedgeY} from "./hedge.js";
export type {HedgeOptions} from "./hedges.js";
export {type Anchors, type Avoided, type LabelOptions, labels} from "./labels.js";
export type {Overflow, Placement} from "./placeLabels.js";
export {hedgedRoutes, type RoutesOptions} from "./routes.js";
export {type SpanOptions, spanX} from "./span.js";
export {type Paint, paintOf, type State, stateOf} from "./state.js";
export {type UnitOptions, unitsX, unitsY} from "./units.js";

/** Returns a barX of hedgeX(options). */
export const hedgedBarX = (data?: Plot.Data, options?: Plot.BarXOptions & HedgeOptions) =>
  Plot.barX(data, hedgeX(options));
/** Returns a barY of hedgeY(options). */
export const hedgedBarY = (data?: Plot.Data, options?: Plot.BarYOptions & HedgeOptions) =>
  Plot.barY(data, hedgeY(options));
/** Returns a dot of hedgeX(options). */
export const hedgedDot = (data?: Plot.Data, options?: Plot.DotOptions & HedgeOptions) =>
  Plot.dot(data, hedgeX(options));
