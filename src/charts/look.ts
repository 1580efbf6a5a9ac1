import type {Qualifier, Status} from "../model/figure.js";
import {type End, endOf} from "../waybill/marks/end.js";
import type {ColorName} from "../waybill/theme.js";

export {type End, endOf};

/** What the paint of a mark says: how far the thing has got, or that the project worked it out. */
export type Paint = "solid" | "pale" | "outline" | "hatched";

export interface Look {
  paint: Paint;
  end: End;
  /** Dashed where the statement is no more than an allegation, a plan or a forecast. */
  dashed?: boolean;
}

/** Returns the look of a stated figure: what is delivered or reported is solid, ordered and contracted are pale, a plan, forecast or allegation is pale and dashed, a denial is an outline. */
export function lookOf({qualifier, status}: {qualifier: Qualifier | null; status: Status | null}): Look {
  const end = endOf(qualifier);
  switch (status) {
    case "ordered":
    case "contracted":
      return {paint: "pale", end};
    case "planned":
    case "forecast":
    case "alleged":
      return {paint: "pale", end, dashed: true};
    case "denied":
      return {paint: "outline", end, dashed: true};
    default:
      return {paint: "solid", end};
  }
}

/** The colours that a mark may have, each with its pale twin. */
export type Hue = "red" | "slate" | "ochre" | "ink";

export const pale: Record<Hue, ColorName> = {
  red: "redPale",
  slate: "slatePale",
  ochre: "ochrePale",
  ink: "rule",
};

/** A closed or open line in pixels with its paint: what a mark is made of. */
export interface Shape {
  d: string;
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  dash?: string;
  cap?: "round";
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** Returns the path of a rectangle. */
export function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${n(x)},${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;
}

/** Returns the path of a circle. */
export function circle(x: number, y: number, r: number): string {
  return `M${n(x - r)},${n(y)}a${n(r)},${n(r)} 0 1 0 ${n(2 * r)},0a${n(r)},${n(r)} 0 1 0 ${n(-2 * r)},0z`;
}

/** Returns the path of a line through the given points. */
export function line(...points: readonly [number, number][]): string {
  return `M${points.map(([x, y]) => `${n(x)},${n(y)}`).join("L")}`;
}

/** Returns how many one unit mark stands for, from 1, 2, 5, 10, 20 …, so that there are at most `most` of them. */
export function stepFor(value: number, most: number): number {
  for (let power = 1; ; power *= 10)
    for (const step of [1, 2, 5]) if (value / (step * power) <= most) return step * power;
}

/** Returns `count` small squares in rows, left to right and top to bottom, as one path. */
export function squares(
  count: number,
  {x, y, perRow, size, gap}: {x: number; y: number; perRow: number; size: number; gap: number},
): string {
  return Array.from({length: count}, (_, i) =>
    rectangle(x + (i % perRow) * (size + gap), y + Math.floor(i / perRow) * (size + gap), size, size),
  ).join("");
}

/** What a mark's paint needs to know of the drawing it is in: colours, and the ids of its patterns. */
export interface Paints {
  color: (name: ColorName) => string;
  /** Returns a fill of slanted lines in a colour. */
  hatch: (hue: Hue) => string;
  /** Returns a fill that is full at one side and gone at the other. */
  fade: (color: Hue | "paper", from?: "left" | "right") => string;
}

/** Returns fill and stroke for a paint in a colour. */
export function paint(
  {color, hatch}: Paints,
  hue: Hue,
  {paint, dashed}: Pick<Look, "paint" | "dashed">,
): Omit<Shape, "d"> {
  const dash = dashed ? {dash: "3 2"} : {};
  switch (paint) {
    case "solid":
      return {fill: color(hue), stroke: color(hue), strokeWidth: 1};
    case "pale":
      return {fill: color(pale[hue]), stroke: color(hue), strokeWidth: 1.5, ...dash};
    case "hatched":
      return {fill: hatch(hue), stroke: color(hue), strokeWidth: 1.5};
    case "outline":
      return {fill: color("paper"), stroke: color(hue), strokeWidth: 1.5, ...dash};
  }
}

/** Width that an open or soft end takes past the value. */
export const endWidth = {square: 0, open: 20, soft: 12, capped: 0} as const;

/**
 * Returns a horizontal bar from x to its value, with the end that its hedge
 * asks for: square; open, as slats that thin out, for nobody says where it
 * ends; soft, fading on both sides of the value; or capped, hollow below a line.
 */
export function bar(
  paints: Paints,
  {
    x,
    y,
    width,
    height,
    hue,
    look,
  }: {x: number; y: number; width: number; height: number; hue: Hue; look: Look},
): Shape[] {
  const style = paint(paints, hue, look);
  const [left, right] = [x + 0.5, x + width];
  switch (look.end) {
    case "open":
      return [
        {d: rectangle(left, y, Math.max(1, right - left), height), ...style},
        {
          d: [
            [3.5, 5],
            [11, 3],
            [16.5, 1.5],
          ]
            .map(([dx, w]) => rectangle(right + dx, y - 0.5, w, height + 1))
            .join(""),
          fill: paints.color(hue),
        },
      ];
    case "soft": {
      const fade = Math.min(endWidth.soft, width * 0.4);
      return [
        {d: rectangle(left, y, Math.max(1, right - fade - left), height), ...style},
        {d: rectangle(right - fade, y - 0.5, fade * 2, height + 1), fill: paints.fade(hue)},
      ];
    }
    case "capped":
      return [
        {d: rectangle(left, y, Math.max(1, right - left), height), ...style, fill: paints.color(pale[hue])},
        {d: rectangle(right - 4, y - 3, 4, height + 6), fill: paints.color(hue)},
      ];
    default:
      return [{d: rectangle(left, y, Math.max(1, right - left), height), ...style}];
  }
}

/**
 * Returns a dot for a value: full if it is exact, with open brackets to its
 * right if it may be more, fading if it is about that, with a line if it may be less.
 */
export function dot(
  paints: Paints,
  {x, y, r, hue, look}: {x: number; y: number; r: number; hue: Hue; look: Look},
): Shape[] {
  const shapes: Shape[] = [{d: circle(x, y, r), ...paint(paints, hue, look)}];
  const stroke = {stroke: paints.color(hue), strokeWidth: 2};
  if (look.end === "open")
    shapes.push({
      d: `${line([x + r + 3, y - r], [x + r + 7, y], [x + r + 3, y + r])}${line([x + r + 8, y - r], [x + r + 12, y], [x + r + 8, y + r])}`,
      ...stroke,
    });
  if (look.end === "soft")
    shapes.unshift({d: circle(x, y, r + 4), stroke: paints.color(hue), strokeWidth: 1.5, dash: "1.5 3"});
  if (look.end === "capped")
    shapes.push({d: line([x + r + 4, y - r - 1], [x + r + 4, y + r + 1]), ...stroke});
  return shapes;
}
