/** A rectangle in pixels. */
export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export type Point = readonly [x: number, y: number];

export const overlaps = (a: Box, b: Box): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

export const isWithin = (box: Box, frame: Box): boolean =>
  box.x1 >= frame.x1 && box.y1 >= frame.y1 && box.x2 <= frame.x2 && box.y2 <= frame.y2;

/** Returns the square around a point. */
export const around = ([x, y]: Point, r: number): Box => ({x1: x - r, y1: y - r, x2: x + r, y2: y + r});

/** Returns a box that is larger on each side. */
export const widen = ({x1, y1, x2, y2}: Box, by: number): Box => ({
  x1: x1 - by,
  y1: y1 - by,
  x2: x2 + by,
  y2: y2 + by,
});

/** Returns boxes that cover a line through points, each a few pixels long, `half` to either side. */
export function boxesAlong(points: readonly Point[], half = 1, step = 6): Box[] {
  const boxes: Box[] = [];
  for (let n = 1; n < points.length; n++) {
    const [[x, y], [toX, toY]] = [points[n - 1], points[n]];
    const [dx, dy] = [toX - x, toY - y];
    const pieces = Math.max(1, Math.ceil(Math.sqrt(dx * dx + dy * dy) / step));
    for (let k = 0; k < pieces; k++) {
      const [ax, bx] = [x + (dx * k) / pieces, x + (dx * (k + 1)) / pieces];
      const [ay, by] = [y + (dy * k) / pieces, y + (dy * (k + 1)) / pieces];
      boxes.push({
        x1: Math.min(ax, bx) - half,
        y1: Math.min(ay, by) - half,
        x2: Math.max(ax, bx) + half,
        y2: Math.max(ay, by) + half,
      });
    }
  }
  return boxes;
}

/** A box with whatever it belongs to. */
export interface Owned<T> {
  box: Box;
  owner: T;
}

/** Boxes by the cells of a grid, so that those near a place are found without looking at all. */
export interface BoxGrid<T> {
  add(box: Box, owner: T): void;
  remove(box: Box, owner: T): void;
  /** The owners of all boxes that overlap a box, each once, in the order in which they were added. */
  hits(box: Box): T[];
  isFree(box: Box): boolean;
}

export function boxGrid<T>(cell = 32): BoxGrid<T> {
  const cells = new Map<string, Owned<T>[]>();
  const keysOf = ({x1, y1, x2, y2}: Box): string[] => {
    const keys: string[] = [];
    for (let i = Math.floor(x1 / cell); i <= Math.floor(x2 / cell); i++)
      for (let j = Math.floor(y1 / cell); j <= Math.floor(y2 / cell); j++) keys.push(`${i} ${j}`);
    return keys;
  };
  return {
    add(box, owner) {
      if (!(Number.isFinite(box.x1 + box.x2) && Number.isFinite(box.y1 + box.y2))) return;
      const owned = {box, owner};
      for (const key of keysOf(box)) {
        const there = cells.get(key);
        if (there) there.push(owned);
        else cells.set(key, [owned]);
      }
    },
    remove(box, owner) {
      for (const key of keysOf(box))
        cells.set(
          key,
          (cells.get(key) ?? []).filter((owned) => owned.owner !== owner),
        );
    },
    hits(box) {
      const owners = new Set<T>();
      for (const key of keysOf(box))
        for (const owned of cells.get(key) ?? []) if (overlaps(owned.box, box)) owners.add(owned.owner);
      return [...owners];
    },
    isFree(box) {
      for (const key of keysOf(box))
        for (const owned of cells.get(key) ?? []) if (overlaps(owned.box, box)) return false;
      return true;
    },
  };
}
