import type {Box, Point} from "./box.js";
import {type MeasuredText, measureLabel} from "./measureLabel.js";

/** What a chain is drawn from: links with what is said of them, and of the parties. */
export interface ChainInput {
  links: readonly {
    from: string;
    to: string;
    label: string;
    /** Links of one party that share a line as long as they can; those of another group never do. */
    group: string;
    /** Whether it is part of the one line that runs straight. */
    isSpine?: boolean;
  }[];
  zoneOf: (party: string) => string | null;
  noteOf: (party: string) => string | null;
  fontSize: number;
}

export interface SetText extends MeasuredText {
  x: number;
  /** The middle of the text's height. */
  y: number;
  anchor: "start" | "middle" | "end";
}

/** Where everything in a chain stands, in pixels from the top left corner. */
export interface ChainDrawing {
  width: number;
  height: number;
  /** Size of the names. */
  fontSize: number;
  /** A station is drawn as a dot, with a stem down to its words. */
  parties: {name: string; box: Box; title: SetText; note: SetText | null; stem?: number}[];
  /** In the order of the links. */
  links: {points: Point[]; label: SetText | null}[];
  zones: {name: string; box: Box; title: SetText}[];
}

export const lineHeight = 1.2;
const most = {name: 4, note: 3, label: 4, zone: 1} as const;
type Part = keyof typeof most;

/** Returns a text of a chain in lines, cut short where it would be long. */
export function measurePart(
  part: Part,
  text: string,
  {width, size, balanced = false}: {width: number; size: number; balanced?: boolean},
): MeasuredText {
  return measureLabel(text, {
    size: sizeOf(part, size),
    weight: weightOf(part),
    width: Math.max(12, width),
    lines: most[part],
    lineHeight,
    balanced,
  });
}

export const sizeOf = (part: Part, size: number): number => (part === "name" ? size : Math.max(12, size - 1));
export const weightOf = (part: Part): number => (part === "name" || part === "zone" ? 600 : 400);

/** Returns a line through corners, each rounded off. */
export function rounded(corners: readonly Point[], radius = 6): Point[] {
  return corners.flatMap((at, i): Point[] => {
    const [before, after] = [corners[i - 1], corners[i + 1]];
    if (!before || !after) return [at];
    const toward = (other: Point): Point => {
      const length = Math.hypot(other[0] - at[0], other[1] - at[1]) || 1;
      const r = Math.min(radius, length / 2);
      return [at[0] + ((other[0] - at[0]) / length) * r, at[1] + ((other[1] - at[1]) / length) * r];
    };
    const [a, b] = [toward(before), toward(after)];
    return [0, 0.25, 0.5, 0.75, 1].map((t): Point => {
      const s = 1 - t;
      return [
        s * s * a[0] + 2 * s * t * at[0] + t * t * b[0],
        s * s * a[1] + 2 * s * t * at[1] + t * t * b[1],
      ];
    });
  });
}

/** Returns a curve from one point to another that leaves and arrives level; a straight line where they are level. */
export function levelCurve(from: Point, to: Point, steps = 12): Point[] {
  if (Math.abs(from[1] - to[1]) < 0.25) return [from, to];
  const middle = (from[0] + to[0]) / 2;
  return Array.from({length: steps + 1}, (_, k): Point => {
    const t = k / steps;
    const s = 1 - t;
    const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    return [a * from[0] + (b + c) * middle + d * to[0], (a + b) * from[1] + (c + d) * to[1]];
  });
}
