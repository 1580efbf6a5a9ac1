import {scaleUtc, utcDay, utcMonth, utcYear} from "d3";
import {formatDate} from "../model/format.js";
import type {Color} from "../theme.js";
import {widthOf} from "./measure.js";
import type {Sketch} from "./sketch.js";

/** Time from left to right, in bands of years, months or days. Lengths are in pixels. */
export interface TimeBands {
  /** Returns where a moment, in milliseconds, lies. */
  at: (time: number) => number;
  /** Height of the names of the bands above them. */
  height: number;
  /** Returns the names of the bands, and every other one as a ground that ends there. */
  draw: (bottom: number, color: Color) => Sketch[];
}

/**
 * Returns time to scale, from the first to the last of some moments: in years
 * where two or more begin in it, else in as many months or days as there is room for.
 */
export function timeBands(
  times: readonly number[],
  {left, right, inset, size}: {left: number; right: number; inset: number; size: number},
): TimeBands {
  if (times.length === 0) return {at: () => left, height: 0, draw: () => []};
  const [first, last] = [Math.min(...times), Math.max(...times)];
  // The last year has room for its name.
  const named = (widthOf(["2000"], size) + 16) / (right - left);
  const until = Math.max(
    last,
    first + 864e5,
    (Number(utcYear.floor(new Date(last))) - named * first) / (1 - named),
  );
  const scale = scaleUtc([new Date(first), new Date(until)], [left + inset, right - inset]);
  const [start, end] = [left, right].map((x) => scale.invert(x));
  const [unit, length] =
    utcYear.range(start, end).length >= 2
      ? ([utcYear, 4] as const)
      : last - first > 60 * 864e5
        ? ([utcMonth, 7] as const)
        : ([utcDay, 10] as const);
  const nameOf = (date: Date): string => formatDate(date.toISOString().slice(0, length));
  const widest = widthOf([nameOf(start), nameOf(end)], size) + 14;
  const begun = unit.range(unit.floor(new Date(first)), end);
  const most = Math.max(1, Math.floor((right - left) / widest));
  const step = Math.ceil(begun.length / most);
  const bands = begun
    .filter((_date, i) => i % step === 0)
    .map((date, i, all) => ({
      name: nameOf(date),
      x1: i === 0 ? left : scale(date),
      x2: i + 1 < all.length ? scale(all[i + 1]) : right,
      isGround: i % 2 === 0,
    }));
  const height = Math.round(size * 1.28) + 8;
  return {
    at: scale,
    height,
    draw: (bottom, color) => [
      {
        color: color("land"),
        strokes: bands
          .filter(({isGround}) => isGround)
          .map(({x1, x2}) => ({
            d: `M${round(x1)},0H${round(x2)}V${Math.round(bottom)}H${round(x1)}Z`,
            fill: 1,
          })),
      },
      {
        color: color("muted"),
        words: bands
          .filter(({name, x1, x2}) => widthOf([name], size) + 8 <= x2 - x1)
          .map(({name, x1}) => ({
            x: round(x1 + 6),
            y: height / 2 + 1,
            lines: [name],
            anchor: "start" as const,
            size,
          })),
      },
    ],
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
