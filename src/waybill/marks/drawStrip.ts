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
const slats = [
  [0, 0.34],
  [0.5, 0.72],
  [0.88, 1],
] as const;
const fades = 7;

/**
 * Returns the strokes of a strip that ends at its value as firmly as it is
 * stated, never past it: square; open, in slats that thin out; soft, fading;
 * or capped, by a line across.
 */
export function drawStrip(strip: Strip, end: End, paint: Paint): Stroke[] {
  const {length} = strip;
  switch (end) {
    case "open": {
      const tail = Math.min(16, length * 0.6);
      const body = length - tail;
      return [
        ...fill(strip, 0, body, paint, {ends: false}),
        {
          d: slats
            .map(([from, to]) => sliceOf(strip, body + 2 + from * (tail - 2), body + 2 + to * (tail - 2)))
            .join(""),
          fill: paint.outline ? 0 : paint.fill,
          width: paint.outline ? 1 : 0,
        },
      ];
    }
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

function fill(strip: Strip, from: number, to: number, paint: Paint, {ends}: {ends: boolean}): Stroke[] {
  if (to <= from) return [];
  const {breadth} = strip;
  const inset = outlineWidth / 2;
  const corners: Point[] = [
    [to - (ends ? inset : 0), inset],
    [from + inset, inset],
    [from + inset, breadth - inset],
    [to - (ends ? inset : 0), breadth - inset],
  ];
  const strokes: Stroke[] = [];
  if (paint.fill > 0) strokes.push({d: sliceOf(strip, from, to), fill: paint.fill});
  if (paint.hatched) strokes.push({d: hatchOf(strip, from, to), width: 1.5});
  if (paint.outline) strokes.push({d: pathOf(strip, corners, ends), width: outlineWidth, dash: paint.dash});
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
