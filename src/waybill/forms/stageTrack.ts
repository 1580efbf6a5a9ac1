import {drawDot} from "../marks/drawDot.js";
import {hollow, paintOf} from "../marks/state.js";
import type {Color} from "../theme.js";
import {widthOf} from "./measure.js";
import type {Sketch} from "./sketch.js";
import {textBlock} from "./textBlock.js";

/** How far rows have got, drawn in a column of their own. */
export interface StageTrack {
  width: number;
  /** Height of the stages' names. */
  headHeight: number;
  /** Returns the names of the stages, from a top. */
  head: (top: number) => Sketch[];
  /** Returns the way of a row through the stages at a height: up to the one that it has reached; null where that is in doubt. */
  row: (reached: number | null, y: number, colors: {mark: string; words: string}) => Sketch[];
}

const radius = 7;

/** Returns a track of stages whose right edge is there, each as far from the next as given, and as its name needs. */
export function stageTrack(
  stages: readonly string[],
  {right, apart, size, color}: {right: number; apart: number; size: number; color: Color},
): StageTrack {
  const names = stages.map((text) =>
    textBlock([{text, size, weight: 600, color: color("muted"), most: 2}], 92),
  );
  const pitch = Math.max(apart, ...stages.map((text) => widthOf(text.split(" "), size, 600) + 16));
  const halves = names.map(({width}) => Math.max(radius, width / 2));
  const width = halves[0] + (stages.length - 1) * pitch + (halves.at(-1) ?? 0);
  const at = stages.map((_text, n) => right - width + halves[0] + n * pitch);
  const headHeight = Math.max(0, ...names.map(({height}) => height));
  return {
    width,
    headHeight,
    head: (top) => names.flatMap((name, n) => name.at(at[n], top + headHeight - name.height, "middle")),
    row(reached, y, {mark, words}) {
      const last = at.length - 1;
      const line = (from: number, to: number, width: number, dash?: string) => ({
        d: `M${round(at[from] + radius)},${y}H${round(at[to] - radius)}`,
        width,
        ...(dash && {dash}),
      });
      const dot = (n: number, isFull: boolean) =>
        drawDot({x: at[n], y, r: radius}, "square", isFull ? paintOf("happened") : hollow);
      const full = reached ?? -1;
      const pieces = at
        .slice(1)
        .map((_x, n) => line(n, n + 1, n < full ? 5 : 1.5, reached === null ? "2 3" : undefined));
      return [
        {color: mark, strokes: pieces.filter((_piece, n) => n < full)},
        {color: color("grey"), strokes: pieces.filter((_piece, n) => n >= full)},
        {color: mark, strokes: at.flatMap((_x, n) => (n <= full ? dot(n, true) : []))},
        {
          color: color("grey"),
          strokes: at.flatMap((_x, n) => (n > full && (reached !== null || n < last) ? dot(n, false) : [])),
        },
        ...(reached === null
          ? [
              {
                color: words,
                words: [{x: at[last], y, lines: ["?"], anchor: "middle" as const, size: 18, weight: 600}],
              },
            ]
          : []),
      ];
    },
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
