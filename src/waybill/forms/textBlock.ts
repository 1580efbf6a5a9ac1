import type {TextAttributes} from "../marks/setText.js";
import {wrapText} from "../textWidth.js";
import {widthOf} from "./measure.js";
import type {Sketch} from "./sketch.js";

/** Words of one look. */
export interface TextPart {
  text: string;
  size: number;
  weight?: 400 | 600;
  color: string;
  /** How many lines it may have; what is left of it ends in an ellipsis. */
  most?: number;
  /** Space above it, where something stands there. */
  above?: number;
}

/** Parts in lines, one below the other. Lengths are in pixels. */
export interface TextBlock {
  width: number;
  height: number;
  /** How far below its top the middle of its first line is. */
  first: number;
  /** Returns the words of the block whose top is there, and whose edge or middle is at x. */
  at: (x: number, top: number, anchor?: TextAttributes["anchor"]) => Sketch[];
}

const leading = 1.28;

/**
 * Returns parts wrapped evenly to a width, as they are measured in Inter; without words, an empty block.
 *
 * ```js
 * textBlock([{text: "June 2023", size: 13, weight: 600, color: "black"}, {text: "The dam breaks", size: 15, color: "black"}], 120)
 * ```
 */
export function textBlock(parts: readonly TextPart[], width: number): TextBlock {
  const set = parts
    .map(({text, size, weight = 400, color, most, above = 0}) => ({
      lines: wrapText(text, Math.max(40, width), {
        size,
        weight,
        balanced: true,
        ...(most !== undefined && {most}),
      }),
      size,
      weight,
      color,
      above,
    }))
    .filter(({lines}) => lines.length > 0)
    .map((part, i) => ({...part, above: i > 0 ? part.above : 0}));
  const tall = set.map(({lines, size}) => lines.length * size * leading);
  return {
    width: Math.max(0, ...set.map(({lines, size, weight}) => widthOf(lines, size, weight))),
    height: set.reduce((sum, {above}, i) => sum + above + tall[i], 0),
    first: set.length > 0 ? (set[0].size * leading) / 2 : 0,
    at(x, top, anchor = "start") {
      let y = top;
      return set.map(({lines, size, weight, color, above}, i) => {
        const middle = y + above + tall[i] / 2;
        y += above + tall[i];
        return {color, words: [{x, y: middle, lines, anchor, size, weight, lineHeight: leading}]};
      });
    },
  };
}
