import type {Stroke} from "./drawStrip.js";
import type {End} from "./end.js";
import type {Paint} from "./state.js";

export interface Circle {
  x: number;
  y: number;
  r: number;
}

const round = (value: number): number => Math.round(value * 100) / 100 || 0;

function ring(x: number, y: number, r: number): string {
  return `M${round(x - r)},${round(y)}a${round(r)},${round(r)} 0 1 0 ${round(2 * r)},0a${round(r)},${round(r)} 0 1 0 ${round(-2 * r)},0Z`;
}

// Slanted lines in a circle, each from rim to rim.
function hatch({x, y, r}: Circle, gap = 4): string {
  const lines: string[] = [];
  const half = Math.SQRT1_2;
  for (let off = -r + gap / 2; off < r; off += gap) {
    const reach = Math.sqrt(r * r - off * off);
    const [mx, my] = [x + off * half, y + off * half];
    lines.push(
      `M${round(mx + reach * half)},${round(my - reach * half)}L${round(mx - reach * half)},${round(my + reach * half)}`,
    );
  }
  return lines.join("");
}

/**
 * Returns the strokes of a dot at its value: its centre and size stay, what is
 * added says how firm it is. Open: an arrow head towards more; soft: a dotted
 * ring; capped: a line on the side of more.
 */
export function drawDot(circle: Circle, end: End, paint: Paint, axis: "x" | "y" = "x"): Stroke[] {
  const {x, y, r} = circle;
  const strokes: Stroke[] = [];
  if (paint.fill > 0) strokes.push({d: ring(x, y, r), fill: paint.fill});
  if (paint.hatched) strokes.push({d: hatch(circle), width: 1});
  if (paint.outline) strokes.push({d: ring(x, y, Math.max(0.5, r - 0.75)), width: 1.5, dash: paint.dash});
  if (paint.struck)
    strokes.push({
      d: line(circle, axis, [
        [-r - 2, 0],
        [r + 2, 0],
      ]),
      width: 1.5,
    });
  const h = Math.max(3, r * 0.8);
  switch (end) {
    case "open":
      strokes.push({
        d: line(circle, axis, [
          [r + 2.5, -h],
          [r + 2.5 + h * 0.7, 0],
          [r + 2.5, h],
        ]),
        width: 1.75,
      });
      break;
    case "soft":
      strokes.push({d: ring(x, y, r + 3), width: 1.5, dash: "1.5 2.5"});
      break;
    case "capped":
      strokes.push({
        d: line(circle, axis, [
          [r + 3, -r - 1],
          [r + 3, r + 1],
        ]),
        width: 2.25,
      });
      break;
    default:
  }
  return strokes;
}

/** Returns the strokes of a range in a dot's place: a line from one bound to the other, on the dot's axis, with a line across at both. */
export function drawSpread(
  {x, y, r}: Circle,
  [low, high]: readonly [number, number],
  paint: Paint,
  axis: "x" | "y" = "x",
): Stroke[] {
  const bound = (at: number): string =>
    axis === "x"
      ? line({x: at, y, r}, axis, [
          [0, -r],
          [0, r],
        ])
      : line({x, y: at, r}, axis, [
          [0, -r],
          [0, r],
        ]);
  const along =
    axis === "x" ? `M${round(low)},${round(y)}H${round(high)}` : `M${round(x)},${round(low)}V${round(high)}`;
  return [
    {d: along, width: Math.max(2, r * 0.8), dash: paint.dash},
    {d: bound(low) + bound(high), width: 2.25},
  ];
}

// A line through points given along the axis, towards more, and across.
function line({x, y}: Circle, axis: "x" | "y", points: readonly [number, number][]): string {
  const placed = points.map(([along, across]) =>
    axis === "x" ? [round(x + along), round(y + across)] : [round(x + across), round(y - along)],
  );
  return `M${placed.map((point) => point.join(",")).join("L")}`;
}
