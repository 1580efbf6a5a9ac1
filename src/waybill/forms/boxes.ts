import type {Box} from "../marks/box.js";
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

/** Returns the boxes of the shapes that match a selector, in the drawing's pixels. */
export function shapeBoxes(svg: Element, selector: string): Box[] {
  return [...svg.querySelectorAll(selector)].flatMap((shape) => {
    const box = boxOfPath(shape.getAttribute("d") ?? "");
    const [dx, dy] = shiftOf(shape);
    return box ? [{x1: box.x1 + dx, x2: box.x2 + dx, y1: box.y1 + dy, y2: box.y2 + dy}] : [];
  });
}

/** Returns the box of a path of lines and of circles in halves, as marks draw them; null for an empty one. */
export function boxOfPath(d: string): Box | null {
  let [x, y] = [0, 0];
  let box: Box | null = null;
  const visit = (r = 0): void => {
    box ??= {x1: x, x2: x, y1: y, y2: y};
    box = {
      x1: Math.min(box.x1, x),
      x2: Math.max(box.x2, x),
      y1: Math.min(box.y1, y - r),
      y2: Math.max(box.y2, y + r),
    };
  };
  for (const [, command, rest] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const values = rest.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
    switch (command) {
      case "H":
        [x] = values;
        break;
      case "V":
        [y] = values;
        break;
      case "h":
        x += values[0];
        break;
      case "v":
        y += values[0];
        break;
      case "a":
        x += values[5];
        y += values[6];
        visit(values[1]);
        continue;
      case "Z":
      case "z":
        continue;
      default:
        for (let i = 0; i + 1 < values.length - 2; i += 2) {
          [x, y] = values.slice(i, i + 2);
          visit();
        }
        [x, y] = values.slice(-2);
    }
    visit();
  }
  return box;
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
