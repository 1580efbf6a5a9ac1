import * as Plot from "@observablehq/plot";
import {hedged} from "./hedged.js";
import type {HedgeOptions} from "./hedges.js";

export {type End, endOf} from "./end.js";
export {hedged} from "./hedged.js";
export type {HedgeOptions} from "./hedges.js";
export {type SpanOptions, spans} from "./spans.js";
export {type Paint, paintOf, type State, stateOf} from "./state.js";
export {type UnitOptions, unitsX, unitsY} from "./units.js";

/** Returns a barX that is hedged(options). */
export const hedgedBarX = (data?: Plot.Data, options?: Plot.BarXOptions & HedgeOptions) =>
  Plot.barX(data, hedged(options));
/** Returns a barY that is hedged(options). */
export const hedgedBarY = (data?: Plot.Data, options?: Plot.BarYOptions & HedgeOptions) =>
  Plot.barY(data, hedged(options));
/** Returns a dot that is hedged(options). */
export const hedgedDot = (data?: Plot.Data, options?: Plot.DotOptions & HedgeOptions) =>
  Plot.dot(data, hedged(options));
