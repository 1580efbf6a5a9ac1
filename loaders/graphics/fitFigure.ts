import {mostDrawn} from "../../src/waybill/chart/many.js";
import type {FigureOptions} from "./figureSvg.js";

/** Draws a figure at a width, of all rows or of the first ones. */
export type DrawFigure = (how: Pick<FigureOptions, "width" | "most">) => SVGSVGElement;

export interface Room {
  /** Widths at which the drawing is tried, from the one with the largest words. */
  widths: readonly number[];
  /** How high the figure may be, by its width. */
  most: number;
}

/**
 * Returns a figure that fits a page: whole, at the first width at which it is
 * low enough; else at the widest with as many of its first rows as there is
 * room for, and words for how many more there are. Where the words around the
 * drawing fill the page by themselves, leaving out rows would help nobody: it is whole.
 */
export function fitFigure(
  rows: readonly unknown[],
  draw: DrawFigure,
  {widths, most: highest}: Room,
): SVGSVGElement {
  const heightOf = (svg: SVGSVGElement): number => Number(svg.getAttribute("height"));
  const roomOf = (svg: SVGSVGElement): number => Number(svg.getAttribute("width")) * highest;
  let whole!: SVGSVGElement;
  for (const width of widths) {
    whole = draw({width});
    if (heightOf(whole) <= roomOf(whole)) return whole;
  }
  const width = widths[widths.length - 1];
  let best: SVGSVGElement | null = null;
  let [few, many] = [0, Math.min(rows.length, mostDrawn + 1)];
  let [low, high] = [0, heightOf(whole)];
  for (let tries = 1; many - few > 1; tries++) {
    // Most forms grow by as much a row, so two or three drawings find it; for others the rest is halved in turn.
    const share = tries % 3 === 0 ? 0.5 : (roomOf(whole) - low) / (high - low);
    const most = Math.min(many - 1, Math.max(few + 1, Math.floor(few + share * (many - few))));
    const svg = draw({width, most});
    if (heightOf(svg) <= roomOf(svg)) [few, low, best] = [most, heightOf(svg), svg];
    else [many, high] = [most, heightOf(svg)];
  }
  return best ?? whole;
}
