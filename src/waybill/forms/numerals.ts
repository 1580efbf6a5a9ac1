import type * as Plot from "@observablehq/plot";
import {group as d3Group} from "d3";
import {splitHedge} from "../model/format.js";
import {textSize} from "../theme.js";
import {linesOf, widthOf} from "./measure.js";
import type {Drawing, Piece} from "./startForm.js";

/** From this size on a numeral has its hedge in small words above it. */
const smallest = textSize.large;

const leading = 5;

/** Returns the size of the words above a numeral of a size. */
const hedgeSizeOf = (size: number): number => (size >= 28 ? textSize.value : textSize.body);

// A dollar sign is higher than the figures beside it.
const airOf = (size: number): number => Math.round(3 + size * 0.1);

const partsOf = (text: string, size: number): {hedge: string; number: string} =>
  size >= smallest ? splitHedge(text) : {hedge: "", number: text};

/** Returns the height of the small words above a numeral; 0 where it has none. */
export const hedgeHeight = (text: string, size: number): number =>
  partsOf(text, size).hedge ? hedgeSizeOf(size) + airOf(size) : 0;

/** Returns the width of numerals, each with its hedge above it where it is large. */
export function numeralWidth(texts: readonly string[], size: number): number {
  return Math.max(
    0,
    ...texts.map((text) => {
      const {hedge, number} = partsOf(text, size);
      return Math.max(widthOf([number], size, 600), widthOf([hedge], hedgeSizeOf(size)));
    }),
  );
}

/** Returns a numeral in at most two lines, without the hedge that stands above it. */
export const numeralLines = (text: string, width: number, size: number): string[] =>
  linesOf(partsOf(text, size).number, width, 2, 600, size);

/** A numeral in words of a figure; `y` is the top of its number, in one line or those given; in the middle, that of both. */
export interface Numeral extends Omit<Piece, "text" | "size"> {
  text: string;
  size: number;
  lines?: readonly string[];
  middle?: boolean;
  /** Whether its number is drawn as an outline: the matter is not so far yet, or in doubt. */
  outline?: boolean;
}

/** Returns marks of numerals: the number large, its hedge in small words above it. */
export function numeralMarks(
  {words}: Pick<Drawing<never>, "words">,
  numerals: readonly Numeral[],
  textAnchor: "start" | "middle" | "end" = "start",
): Plot.Markish[] {
  const placed = numerals.map(({text, lines, middle, y, ...rest}) => {
    const {size, outline = false} = rest;
    const {hedge, number} = partsOf(text, size);
    // Figures are about 0.73 em high, and begin where the leading ends.
    const top = middle ? y - (0.73 * size - hedgeHeight(text, size)) / 2 - 0.7 * leading : y;
    return {hedge, rest, number: lines ?? number, top, outline};
  });
  const sizes = [...new Set(numerals.map(({size}) => size))];
  return sizes.flatMap((size) => {
    const own = placed.filter(({rest}) => rest.size === size);
    const hedged = own.filter(({hedge}) => hedge);
    const small = hedgeSizeOf(size);
    const set = (
      pieces: readonly Piece[],
      fontSize: number,
      look: Pick<Plot.TextOptions, "fontWeight" | "fill" | "stroke" | "strokeWidth">,
    ): Plot.Markish[] =>
      pieces.length > 0
        ? [words(pieces, {textAnchor, fontSize, lineHeight: (fontSize + leading) / fontSize, ...look})]
        : [];
    const numberOf = ({rest: {row, x, fill}, number, top}: (typeof own)[number]): Piece => ({
      row,
      x,
      fill,
      y: top,
      text: number,
    });
    const outlines = d3Group(
      own.filter(({outline}) => outline),
      ({rest: {fill}}) => fill,
    );
    return [
      ...set(
        hedged.map(({rest: {row, x, fill}, hedge, top}) => ({
          row,
          x,
          fill,
          y: top - small - airOf(size),
          text: hedge,
        })),
        small,
        {fontWeight: 400},
      ),
      ...set(own.filter(({outline}) => !outline).map(numberOf), size, {fontWeight: 600}),
      ...[...outlines].flatMap(([stroke = "currentColor", some]) =>
        set(some.map(numberOf), size, {fontWeight: 600, fill: "none", stroke, strokeWidth: size / 28}),
      ),
    ];
  });
}
