import type * as Plot from "@observablehq/plot";
import {textWidth, wrapText} from "../textWidth.js";

/** How a label is set. */
export interface TextSetting {
  size: number;
  weight: number;
  /** Width of a line in pixels, at most. */
  width: number;
  /** Lines, at most. */
  lines: number;
  lineHeight: number;
  /** Whether its lines are about as wide as each other. */
  balanced?: boolean;
}

export interface MeasuredText {
  lines: string[];
  width: number;
  height: number;
}

/** Returns a text in lines, with the width and height that they take in Inter; line breaks in it are kept. */
export function measureLabel(
  text: string,
  {size, weight, width, lines, lineHeight, balanced = false}: TextSetting,
): MeasuredText {
  const wrapped = text
    .split(/\r\n?|\n/)
    .flatMap((line) =>
      width === Number.POSITIVE_INFINITY
        ? line.trim()
        : wrapText(line, width, {size, weight, most: lines, balanced}),
    );
  const kept = wrapped.slice(0, lines);
  if (kept.length < wrapped.length) {
    const last = kept.length - 1;
    [kept[last]] = wrapText(`${kept[last]} ${wrapped[last + 1]} …`, width, {size, weight, most: 1});
  }
  return {
    lines: kept,
    width: Math.max(0, ...kept.map((line) => textWidth(line, size, weight))),
    height: ((kept.length - 1) * lineHeight + 1.1) * size,
  };
}

/** Returns a weight of type as a number; a name of one as what it means. */
export function weightOf(weight: Plot.TextStyles["fontWeight"]): number {
  if (weight === "bold" || weight === "bolder") return 700;
  return Number.isFinite(Number(weight)) ? Number(weight) : 400;
}
