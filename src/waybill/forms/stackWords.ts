import {textSize} from "../theme.js";
import {lineOf, linesOf} from "./measure.js";
import type {Piece} from "./startForm.js";

/** Returns texts of rows one below the other, for what a drawing has no place for, and where they end. */
export function stackWords(
  texts: readonly {row: number; text: string}[],
  {x, y, width, size = textSize.body}: {x: number; y: number; width: number; size?: number},
): {pieces: Piece[]; bottom: number} {
  let bottom = y;
  const pieces = texts.map(({row, text}): Piece => {
    const lines = linesOf(text, width, 4, 400, size);
    const piece = {row, x, y: bottom, text: lines};
    bottom += Math.max(1, lines.length) * lineOf(size) + 6;
    return piece;
  });
  return {pieces, bottom};
}
