import {boxOfPath} from "../../../loaders/graphics/pathBox.js";
import {type Box, overlaps, type Point} from "../../../src/waybill/marks/box.js";

/** Returns the points of a path of straight lines. */
export const pointsOf = (d: string): Point[] =>
  [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]);

/** Returns what is drawn outside a box: paths, rectangles and circles. */
export function strays(element: Element, frame: Box, slack = 0.6): string[] {
  const isOut = ({x1, y1, x2, y2}: Box): boolean =>
    !(x1 >= frame.x1 - slack && y1 >= frame.y1 - slack && x2 <= frame.x2 + slack && y2 <= frame.y2 + slack);
  return [
    ...[...element.querySelectorAll("path")]
      .map((path) => path.getAttribute("d")!)
      .filter((d) => isOut(boxOfPath(d)!)),
    ...[...element.querySelectorAll("rect")]
      .filter((rect) => isOut(boxOf(rect)))
      .map((rect) => rect.outerHTML),
  ];
}

export function boxOf(rect: Element): Box {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
  return {x1: x, y1: y, x2: x + width, y2: y + height};
}

/** Whether a line of points touches the inside of a box. */
export function strikes(points: readonly Point[], box: Box): boolean {
  return points.slice(1).some(([x2, y2], i) => {
    const [x1, y1] = points[i];
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 2));
    return Array.from({length: steps + 1}, (_, k) => k / steps).some((t) => {
      const [x, y] = [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t];
      return overlaps({x1: x - 0.01, y1: y - 0.01, x2: x + 0.01, y2: y + 0.01}, box);
    });
  });
}
