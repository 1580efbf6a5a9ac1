import type * as Plot from "@observablehq/plot";
import {textSize} from "../theme.js";
import type {FormRow} from "./Form.js";
import {lineHeight, linesOf, sideOf, widthOf} from "./measure.js";
import type {Drawing, Piece} from "./startForm.js";

/** Where the names of rows stand: in a column beside their marks, or above them where there is no room. */
export interface Names {
  above: boolean;
  /** Whether values stand with the names, for want of room at the marks. */
  crowded: boolean;
  /** Where the marks begin. */
  left: number;
  /** Height of a row's name above its mark; 0 beside it. */
  headOf: (i: number) => number;
  /** Height of a row's name beside its mark; 0 above it. */
  leastOf: (i: number) => number;
  /** Returns marks of the names of the given rows, at the tops of their heads or the middles of their marks. */
  marks: (
    indexes: readonly number[],
    placeOf: (i: number) => {top: number; middle: number},
  ) => Plot.Markish[];
}

/**
 * Returns where names stand, given how wide the words at the marks are and what
 * share of the width they may take; those in emphasis are bold, or all are.
 */
export function namesOf<Row extends FormRow>(
  form: Drawing<Row>,
  {
    words,
    share,
    isAbove = false,
    size = textSize.body,
  }: {words: number; share: number; isAbove?: boolean; size?: number},
): Names {
  const {rows, width, narrow, labelOf, textOf, isStrong} = form;
  const side = sideOf(width);
  const crowded = words > (width - 2 * side) * share;
  const above = narrow || crowded || isAbove;
  const line = lineHeight + size - textSize.body;
  const room = above
    ? width - 2 * side
    : Math.ceil(Math.min(width * 0.36, widthOf(rows.map(labelOf), size, 600) + 4));
  const lines = rows.map((row) =>
    linesOf(crowded ? `${textOf(row)} ${labelOf(row)}`.trim() : labelOf(row), room, 3, 600, size),
  );
  const strong = rows.map((row) => isStrong(row));
  return {
    above,
    crowded,
    left: above ? side : room + 14,
    headOf: (i) => (above ? Math.max(1, lines[i].length) * line + 4 : 0),
    leastOf: (i) => (above ? 0 : lines[i].length * line),
    marks: (indexes, placeOf) =>
      [true, false].map((isBold) => {
        const own = indexes.filter((i) => strong[i] === isBold);
        return form.words(
          own.map((i): Piece => {
            const {top, middle} = placeOf(i);
            return {row: i, x: above ? side : room, y: above ? top : middle, text: lines[i]};
          }),
          {
            textAnchor: above ? "start" : "end",
            lineAnchor: above ? "top" : "middle",
            fontSize: size,
            fontWeight: isBold ? 600 : 400,
          },
        );
      }),
  };
}
