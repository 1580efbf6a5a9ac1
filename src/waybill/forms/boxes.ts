import {type Box, boxesAlong, type Point} from "../marks/box.js";
import {textWidth} from "../textWidth.js";

/** Returns the boxes of the plain texts in a drawing, in its pixels. */
export function textBoxes(svg: Element): Box[] {
  return [...svg.querySelectorAll("text")].map((text) => {
    const [dx, dy] = shiftOf(text);
    const number = (name: string, fallback: number): number => Number(inherited(text, name) ?? fallback);
    const size = number("font-size", 13);
    const width = textWidth(text.textContent ?? "", size, number("font-weight", 400));
    const anchor = inherited(text, "text-anchor") ?? "start";
    const x = Number(text.getAttribute("x")) + dx;
    const y = Number(text.getAttribute("y")) + dy;
    const x1 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return {x1, x2: x1 + width, y1: y - size * 0.78, y2: y + size * 0.24};
  });
}

/** Returns the boxes of the paths that match a selector, in the drawing's pixels: of lines, all along them. */
export function shapeBoxes(svg: Element, selector: string): Box[] {
  return [...svg.querySelectorAll(selector)].flatMap((path) => {
    const points = pointsOf(path.getAttribute("d") ?? "");
    const [dx, dy] = shiftOf(path);
    const boxes =
      inherited(path, "fill") === "none" ? points.flatMap((run) => boxesAlong(run)) : [boxOf(points.flat())];
    return boxes.flatMap((box) =>
      box ? {x1: box.x1 + dx, x2: box.x2 + dx, y1: box.y1 + dy, y2: box.y2 + dy} : [],
    );
  });
}

/** Returns the boxes of the rectangles that match a selector, in the drawing's pixels. */
export function rectBoxes(svg: Element, selector: string): Box[] {
  return [...svg.querySelectorAll(selector)].map((rect) => {
    const [dx, dy] = shiftOf(rect);
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
      Number(rect.getAttribute(name)),
    );
    return {x1: x + dx, y1: y + dy, x2: x + dx + width, y2: y + dy + height};
  });
}

/** Returns the point in the middle of the way along a path of lines, in the drawing's pixels; null for an empty one. */
export function middleOfPath(path: Element): Point | null {
  const [run = []] = pointsOf(path.getAttribute("d") ?? "");
  const lengths = run.slice(1).map(([x, y], i) => Math.hypot(x - run[i][0], y - run[i][1]));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  const [dx, dy] = shiftOf(path);
  for (const [i, length] of lengths.entries()) {
    if (left <= length) {
      const share = length > 0 ? left / length : 0;
      const [[x1, y1], [x2, y2]] = [run[i], run[i + 1]];
      return [x1 + (x2 - x1) * share + dx, y1 + (y2 - y1) * share + dy];
    }
    left -= length;
  }
  return null;
}

/** Returns the box of a path of lines and of circles in halves, as marks draw them; null for an empty one. */
export const boxOfPath = (d: string): Box | null => boxOf(pointsOf(d).flat());

function boxOf(points: readonly Point[]): Box | null {
  if (points.length === 0) return null;
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  return {x1: Math.min(...xs), x2: Math.max(...xs), y1: Math.min(...ys), y2: Math.max(...ys)};
}

/** Returns the points of each run of a path; half a circle has one more, at its middle. */
function pointsOf(d: string): Point[][] {
  let [x, y] = [0, 0];
  const runs: Point[][] = [];
  for (const [, command, rest] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const values = rest.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
    if (command === "M") runs.push([]);
    const run = runs[runs.length - 1];
    switch (command) {
      case "H":
        [x] = values;
        break;
      case "V":
        [y] = values;
        break;
      case "a": {
        const [r, , , , , across] = values;
        run.push([x + across / 2, y + Math.sign(across) * -r]);
        x += across;
        break;
      }
      case "Z":
        if (run.length > 0) [x, y] = run[0];
        break;
      default:
        for (let i = 0; i + 1 < values.length - 2; i += 2) run.push([values[i], values[i + 1]]);
        [x, y] = values.slice(-2);
    }
    run.push([x, y]);
  }
  return runs;
}

function shiftOf(element: Element): [number, number] {
  let [x, y] = [0, 0];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const [, dx = "0", dy = "0"] =
      /translate\(([-\d.e]+)[, ]+([-\d.e]+)\)/.exec(at.getAttribute("transform") ?? "") ?? [];
    x += Number(dx);
    y += Number(dy);
  }
  return [x, y];
}

/** Returns an attribute of an element or of what it stands in; null if none has it. */
export function inherited(element: Element, name: string): string | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = at.getAttribute(name);
    if (value !== null) return value;
  }
  return null;
}
