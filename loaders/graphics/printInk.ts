import {rgb} from "d3";
import {palette} from "../../src/waybill/theme.js";

/** A colour as pdfkit takes it: as it is on screen, or the share of each ink of print in per cent. */
export type PrintInk = string | [cyan: number, magenta: number, yellow: number, black: number];

/** The channels of a grey differ by no more: what has that little colour is printed without any. */
const leastColor = 18;
/** From this share of black it is black: a letter's edge is sharp only where its ink is whole. */
const nearBlack = 85;

/**
 * Returns a colour of a drawing for print: the paper's own as no ink, greys and
 * black in black ink alone, so that small letters are not set in four inks that
 * never quite meet; any other as it is, for the printer's own conversion.
 *
 * ```ts
 * inkOf("#1d1b18") // [0, 0, 0, 100]
 * ```
 */
export function inkOf(color: string): PrintInk {
  if (color === palette.paper.light) return [0, 0, 0, 0];
  const {r, g, b} = rgb(color);
  if (!(Math.max(r, g, b) - Math.min(r, g, b) <= leastColor)) return color;
  const black = Math.round(100 - (0.2126 * r + 0.7152 * g + 0.0722 * b) / 2.55);
  return [0, 0, 0, black > nearBlack ? 100 : black];
}
