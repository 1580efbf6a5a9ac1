import {textWidth, wrapText} from "../textWidth.js";
import {textSize} from "../theme.js";

/** Height of a line of a row's words. */
export const lineHeight = 17;

/** Margin at the sides of a drawing: on a phone it fills the screen. */
export const sideOf = (width: number): number => (width < 500 ? 16 : 0);

/** Size of a row's words: larger where a drawing is wide, as its marks and numerals are. */
export const wordSizeOf = (width: number): number => (width >= 800 ? textSize.value : textSize.body);

/** Height of a line of words of a size. */
export const lineOf = (size: number): number => lineHeight + Math.round((size - textSize.body) * 1.25);

/** Returns a label in lines of chart text no wider than the given width, at most `most` of them. */
export function linesOf(
  text: string,
  width: number,
  most = 3,
  weight: 400 | 600 = 400,
  size: number = textSize.body,
): string[] {
  return wrapText(text, Math.max(40, width), {size, weight, most});
}

/** Returns the width of the widest of some lines of chart text. */
export function widthOf(lines: readonly string[], size: number = textSize.body, weight = 400): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, size, weight)));
}

/** Returns a text in as few lines as fit the width, and those as even as they can be without one being cut. */
export function evenly<Line>(linesAt: (width: number) => Line[], width: number): Line[] {
  const lines = linesAt(width);
  const even = lines.length === 1 ? [] : [0.6, 0.75, 0.9].map((share) => linesAt(share * width));
  const isCut = (some: Line[]): boolean => String(some.at(-1)).endsWith("…");
  return even.find((some) => some.length === lines.length && (isCut(lines) || !isCut(some))) ?? lines;
}
