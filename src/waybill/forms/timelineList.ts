import {drawDot} from "../marks/drawDot.js";
import {paintOf, stateOf} from "../marks/state.js";
import type {Color} from "../theme.js";
import type {Sketch} from "./sketch.js";
import type {TimelineRow} from "./timeline.js";
import {type Said, wordsFor} from "./timelineWords.js";

const radius = 5;
/** Between the left edge and the words. */
const indent = 22;

interface Setting {
  width: number;
  side: number;
  said: readonly Said[];
  rows: readonly TimelineRow[];
}

/** Events in a list, as it is drawn. */
export interface Listed {
  height: number;
  axis: (color: Color) => Sketch[];
  event: (i: number, colors: {mark: string}) => Sketch[];
}

/** Returns events one after the other: a dot, the date, what happened; a thin line between two. */
export function timelineList({width, side, said, rows}: Setting): Listed {
  const {blocks, gap} = wordsFor(said, {width, room: width - 2 * side - indent});
  let bottom = 0;
  const tops = blocks.map(({height}, i) => {
    const top = bottom + (i > 0 ? gap : 0);
    bottom = top + height;
    return top;
  });
  return {
    height: bottom,
    axis: (color) => [
      {
        color: color("rule"),
        strokes: tops
          .slice(1)
          .map((top) => ({d: `M${side},${Math.round(top - gap / 2) + 0.5}H${width - side}`, width: 1})),
      },
    ],
    event: (i, {mark}) => [
      {
        color: mark,
        strokes: drawDot(
          {x: side + radius + 1, y: tops[i] + blocks[i].first, r: radius},
          "square",
          paintOf(stateOf(rows[i].status)),
        ),
      },
      ...blocks[i].at(side + indent, tops[i]),
    ],
  };
}
