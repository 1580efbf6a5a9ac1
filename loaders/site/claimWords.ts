import type {FigureRow} from "../../src/waybill/model/figure.js";
import {formatFigure, isWorded} from "../../src/waybill/model/format.js";
import {handedOver} from "../../src/waybill/standing.js";

/** Whether a number is an amount of something, or a part of it; of other kinds it says something. */
const isAmount = (kind: FigureRow["kind"]): boolean => handedOver.has(kind) || kind === "share";

/**
 * Returns what a figure claims in two parts, its number and what it is a number of:
 * “more than $20 million” and “of lathes”, “63” and “separate crates” where
 * the thing says the unit again, “69 percent” and “: sales”. Without a thing its own words.
 */
export function claimWords(figure: FigureRow): {number: string; thing: string} {
  const {kind, unit, thing, exact} = figure;
  if (thing === null)
    return {number: unit === "year" || unit === "month" ? exact : formatFigure(figure, "prose"), thing: ""};
  if (kind === "count" && unit !== null && isIn(unit, thing))
    return {number: formatFigure({...figure, unit: null}, "prose"), thing: ` ${thing}`};
  return {
    number: formatFigure(figure, "prose"),
    thing: isAmount(kind) && !isWorded(figure) ? ` of ${thing}` : `: ${thing}`,
  };
}

// “batch” in “separate batches”, “component” in “components”.
const isIn = (unit: string, thing: string): boolean => {
  const words = thing.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [noun] = unit.toLowerCase().split(" ").slice(-1);
  return words.some(
    (word) =>
      word === noun || word === `${noun}s` || word === `${noun}es` || word === noun.replace(/y$/, "ies"),
  );
};
