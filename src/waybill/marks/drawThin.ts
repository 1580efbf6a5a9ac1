import type {Stroke} from "./drawStrip.js";
import type {End} from "./end.js";
import type {Paint} from "./state.js";

/**
 * Returns the strokes of a line that Plot drew for a rule or a tick: a rule
 * lies along the axis of its values and ends at x2 or y2; a tick lies across it
 * and says at its middle how firm its place is.
 */
export function drawThin(
  line: Element,
  {end, paint, axis}: {end: End; paint: Paint; axis: "x" | "y"},
): Stroke[] {
  const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map((name) => Number(line.getAttribute(name)));
  const width = paint.outline && !paint.dash ? 1.5 : 2;
  const dash = paint.dash ?? (paint.hatched ? "2 2" : null);
  const isTick = axis === "x" ? x1 === x2 : y1 === y2;
  return isTick
    ? tick([x1, y1, x2, y2], {end, width, dash, axis})
    : rule([x1, y1, x2, y2], {end, width, dash});
}

type Ends = readonly [x1: number, y1: number, x2: number, y2: number];
type Thin = {end: End; width: number; dash: string | null};

const path = (...points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`).join("L")}`;

function rule([x1, y1, x2, y2]: Ends, {end, width, dash}: Thin): Stroke[] {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const at = (back: number, across: number): [number, number] => [
    x2 - ux * back - uy * across,
    y2 - uy * back + ux * across,
  ];
  const whole = (to: [number, number]): Stroke => ({d: path([x1, y1], to), width, dash});
  switch (end) {
    case "open":
      return [whole([x2, y2]), {d: path(at(5, -4), at(0, 0), at(5, 4)), width}];
    case "soft": {
      const tail = Math.min(18, length / 2);
      return [whole(at(tail, 0)), {d: path(at(tail, 0), at(0, 0)), width, dash: "2 3"}];
    }
    case "capped":
      return [whole([x2, y2]), {d: path(at(width / 2, -6), at(width / 2, 6)), width: 3}];
    default:
      return [whole([x2, y2])];
  }
}

function tick([x1, y1, x2, y2]: Ends, {end, width, dash, axis}: Thin & {axis: "x" | "y"}): Stroke[] {
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const at = (along: number, across: number): [number, number] =>
    axis === "x" ? [mx + along, my + across] : [mx + across, my - along];
  const half = Math.hypot(x2 - x1, y2 - y1) / 2;
  const own: Stroke = {d: path([x1, y1], [x2, y2]), width, dash: end === "soft" ? "2 3" : dash};
  const h = Math.min(4, half);
  switch (end) {
    case "open":
      return [own, {d: path(at(3, -h), at(3 + h, 0), at(3, h)), width: 1.5}];
    case "capped":
      return [own, {d: path(at(-3, -h), at(-3 - h, 0), at(-3, h)), width: 1.5}];
    default:
      return [own];
  }
}
