/*
 * What a chart page or a notebook cell imports: Plot marks that carry hedge,
 * state and source, and whole charts from rows.
 *
 *   import {hedgedBarX, bars} from "npm:waybill/marks";
 */
export * from "./forms/index.js";
export * from "./marks/index.js";
export {sourceHref} from "./model/escape.js";
