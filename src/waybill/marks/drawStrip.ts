import type {End} from "./end.js";
import type {Paint} from "./state.js";
import {hatchOf, type Point, pathOf, type Strip, sliceOf} from "./strip.js";

/** A path with its paint; colours are given by whoever draws it. */
export interface Stroke {
  d: string;
  /** Opacity of the fill; 0 for none. */
  fill?: number;
  /** Width of the line; 0 for none. */
  width?: number;
  dash?: string | null;
  cap?: "butt" | "round";
}

/** Width of the line around a mark that is not full. */
export const outlineWidth = 1.5;
/** Width of the slanted lines of what was worked out: quieter than what is stated. */
export const hatchWidth = 1;
/** How far back from its point an open end begins to narrow, at most. */
const deepest = 8;
const fades = 7;

/**
 * Returns the strokes of a strip that ends at its value as firmly as it is
 * stated, never past it: square; open, in a point that says it goes on; soft,
 * fading; or capped, by a line across.
 */
export function drawStrip(strip: Strip, end: End, paint: Paint): Stroke[] {
  const {length} = strip;
  switch (end) {
    case "open":
      return fill(strip, 0, length, paint, {ends: true, point: depthOf(strip)});
    case "soft": {
      const tail = Math.min(28, length * 0.6);
      const body = length - tail;
      const step = tail / fades;
      const strength = paint.fill || 0.45;
      return [
        ...fill(strip, 0, body, paint, {ends: false}),
        ...Array.from({length: fades}, (_, i) => ({
          d: sliceOf(strip, body + i * step, body + (i + 1) * step),
          fill: Math.round(strength * (1 - (i + 0.5) / fades) * 100) / 100,
        })),
      ];
    }
    case "capped":
      return [
        ...fill(strip, 0, length, {...paint, fill: paint.fill * 0.4}, {ends: true}),
        cap(strip, length - 1.5),
      ];
    default:
      return fill(strip, 0, length, paint, {ends: true});
  }
}

/** Returns the strokes of a range: full to its lower bound, light from there to its upper one, with a line at both. */
export function drawRange(strip: Strip, low: number, paint: Paint): Stroke[] {
  const {length} = strip;
  return [
    ...fill(strip, 0, low, paint, {ends: false}),
    ...fill(strip, low, length, {...paint, fill: paint.fill * 0.35}, {ends: false}),
    ...(low > 0 ? [cap(strip, low)] : []),
    cap(strip, length - 1),
  ];
}

const depthOf = ({length, breadth}: Strip): number => Math.min(deepest, breadth / 3, length / 3);

function fill(
  strip: Strip,
  from: number,
  to: number,
  paint: Paint,
  {ends, point = 0}: {ends: boolean; point?: number},
): Stroke[] {
  if (to <= from) return [];
  const {breadth} = strip;
  const shape = (inset: number): Point[] => {
    const far = to - (ends ? inset : 0);
    const near = from + inset;
    return [
      [far - point, inset],
      [near, inset],
      [near, breadth - inset],
      [far - point, breadth - inset],
      ...(point > 0 ? [[far, breadth / 2] as const] : []),
    ];
  };
  const inset = (paint.hatched ? hatchWidth : outlineWidth) / 2;
  const strokes: Stroke[] = [];
  if (paint.fill > 0) strokes.push({d: pathOf(strip, shape(0)), fill: paint.fill});
  if (paint.hatched) strokes.push({d: hatchOf(strip, from, to, point), width: hatchWidth});
  if (paint.outline)
    strokes.push({
      d: pathOf(strip, shape(inset), ends),
      width: paint.hatched ? hatchWidth : outlineWidth,
      dash: paint.dash,
    });
  if (paint.struck)
    strokes.push({
      d: pathOf(
        strip,
        [
          [from, breadth / 2],
          [to, breadth / 2],
        ],
        false,
      ),
      width: outlineWidth,
    });
  return strokes;
}

// A line across, wider than the strip.
function cap(strip: Strip, at: number): Stroke {
  const over = Math.min(3, strip.breadth / 4);
  return {
    d: pathOf(
      strip,
      [
        [at, -over],
        [at, strip.breadth + over],
      ],
      false,
    ),
    width: 3,
    cap: "butt",
  };
}
