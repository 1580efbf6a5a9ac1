/** Where one thing lies along an axis: from its base to its value, and across. Pixels. */
export interface Strip {
  /** The corner from which both distances count. */
  x: number;
  y: number;
  /** Where the value lies from the base. */
  toward: "right" | "left" | "up" | "down";
  length: number;
  breadth: number;
}

/** A point of a strip: how far along it, and how far across. */
export type Point = readonly [along: number, across: number];

const round = (value: number): number => Math.round(value * 100) / 100 || 0;

/** Returns the strip from one position to another on an axis, `breadth` across from `side`. */
export function stripOf(
  axis: "x" | "y",
  {from, to, side, breadth}: {from: number; to: number; side: number; breadth: number},
): Strip {
  const length = Math.abs(to - from);
  return axis === "x"
    ? {x: from, y: side, toward: to < from ? "left" : "right", length, breadth}
    : {x: side, y: from, toward: to > from ? "down" : "up", length, breadth};
}

/** Returns a point of a strip in the drawing's pixels. */
export function place({x, y, toward}: Strip, [along, across]: Point): [x: number, y: number] {
  switch (toward) {
    case "right":
      return [round(x + along), round(y + across)];
    case "left":
      return [round(x - along), round(y + across)];
    case "up":
      return [round(x + across), round(y - along)];
    case "down":
      return [round(x + across), round(y + along)];
  }
}

/** Returns the path of a line through points of a strip; closed unless said otherwise. */
export function pathOf(strip: Strip, points: readonly Point[], closed = true): string {
  return `M${points.map((point) => place(strip, point).join(",")).join("L")}${closed ? "Z" : ""}`;
}

/** Returns the path of the part of a strip between two distances from its base. */
export function sliceOf(strip: Strip, from: number, to: number): string {
  const {breadth} = strip;
  return pathOf(strip, [
    [from, 0],
    [to, 0],
    [to, breadth],
    [from, breadth],
  ]);
}

// Half the width of a line of hatching.
const inset = 0.5;

/**
 * Returns the path of slanted lines over the part of a strip between two
 * distances from its base, which ends in a point as deep as given. The lines stop
 * short of its sides, so that nothing of their breadth shows beyond.
 */
export function hatchOf(strip: Strip, from: number, to: number, point = 0, gap = 5): string {
  const {breadth} = strip;
  const length = to - from - inset;
  // Along a line the distance from the base falls as that across grows: it enters the point at its lower side or
  // its upper one, where half the breadth is as deep as the point.
  const slope = point / (breadth / 2);
  const edge = (across: number): number => length - (point > 0 ? slope * Math.abs(across - breadth / 2) : 0);
  const lines: string[] = [];
  for (let c = gap; c < length + breadth; c += gap) {
    const low = Math.min(c, breadth) - inset;
    let high = Math.max(inset, c - length);
    if (point > 0 && c - high > edge(high)) {
      // Where the line leaves the point: on the side above its tip, or below it.
      const above = (c - length + point) / (1 + slope);
      high = above <= breadth / 2 ? above : (c - length - point) / (1 - slope);
    }
    if (high >= low || c - low > edge(low) + 1e-6) continue;
    lines.push(
      pathOf(
        strip,
        [
          [from + c - low, low],
          [from + c - high, high],
        ],
        false,
      ),
    );
  }
  return lines.join("");
}
