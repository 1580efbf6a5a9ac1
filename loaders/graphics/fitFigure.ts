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
  const fits = (svg: SVGSVGElement): boolean => {
    const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
    return height <= width * highest;
  };
  let whole!: SVGSVGElement;
  for (const width of widths) {
    whole = draw({width});
    if (fits(whole)) return whole;
  }
  const width = widths[widths.length - 1];
  let best: SVGSVGElement | null = null;
  let [few, many] = [0, Math.min(rows.length, mostDrawn + 1)];
  while (many - few > 1) {
    const most = Math.floor((few + many) / 2);
    const svg = draw({width, most});
    if (fits(svg)) [few, best] = [most, svg];
    else many = most;
  }
  return best ?? whole;
}
