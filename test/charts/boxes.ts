import type {Box} from "../../src/charts/place.js";
import {textWidth} from "../../src/waybill/textWidth.js";
import {textSize} from "../../src/waybill/theme.js";

/** A line of text in a drawing, with the box that it takes by our own measure. */
export interface TextBox extends Box {
  text: string;
}

/** Returns the box of every line of text in an element of a drawing. */
export function textBoxes(element: Element): TextBox[] {
  return [...element.querySelectorAll("text")].flatMap((text) => {
    const number = (name: string, otherwise: number): number => Number(text.getAttribute(name) ?? otherwise);
    const [x, size, weight] = [
      number("x", 0),
      number("font-size", textSize.body),
      number("font-weight", 400),
    ];
    const anchor = text.getAttribute("text-anchor") ?? "start";
    let y = number("y", 0);
    return [...text.childNodes].map((node) => {
      const words = node.textContent ?? "";
      if (node.nodeName.toLowerCase() === "tspan") y += Number((node as Element).getAttribute("dy") ?? 0);
      const width = textWidth(words, size, weight);
      const x1 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
      return {text: words, x1, x2: x1 + width, y1: y - size, y2: y + size * 0.25};
    });
  });
}

const arity: Record<string, number> = {M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0};

/**
 * Returns the box of the points that a path names; the pulling points of a
 * curve are counted in, so that the box is never too small, and an arc counts
 * with both of its ends. Throws if the path cannot be read.
 */
export function pathBox(d: string): Box {
  const box = {
    x1: Number.POSITIVE_INFINITY,
    y1: Number.POSITIVE_INFINITY,
    x2: Number.NEGATIVE_INFINITY,
    y2: Number.NEGATIVE_INFINITY,
  };
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const visit = (atX: number, atY: number): void => {
    box.x1 = Math.min(box.x1, atX);
    box.x2 = Math.max(box.x2, atX);
    box.y1 = Math.min(box.y1, atY);
    box.y2 = Math.max(box.y2, atY);
  };
  for (const [, letter, rest] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).map(Number);
    const command = letter.toUpperCase();
    const count = arity[command];
    if (count === undefined || (count === 0 ? numbers.length : numbers.length % count || !numbers.length))
      throw new Error(`not a path: ${d.slice(0, 80)} (at ${letter}${rest})`);
    const relative = letter !== command;
    if (command === "Z") [x, y] = [startX, startY];
    for (let i = 0; i < numbers.length; i += count) {
      const [baseX, baseY] = relative ? [x, y] : [0, 0];
      if (command === "H") x = baseX + numbers[i];
      else if (command === "V") y = baseY + numbers[i];
      else if (command === "A") [x, y] = [baseX + numbers[i + 5], baseY + numbers[i + 6]];
      else
        for (let k = 0; k < count; k += 2) {
          const point = [baseX + numbers[i + k], baseY + numbers[i + k + 1]];
          visit(point[0], point[1]);
          if (k === count - 2) [x, y] = point;
        }
      visit(x, y);
      if (command === "M" && i === 0) [startX, startY] = [x, y];
    }
  }
  return box;
}

/** Returns the box of everything in an element of a drawing, or null if there is nothing. */
export function boxOfAll(element: Element): Box | null {
  const boxes = [
    ...textBoxes(element),
    ...[...element.querySelectorAll("path")].map((path) => pathBox(path.getAttribute("d")!)),
  ].filter(({x1, y1}) => Number.isFinite(x1) && Number.isFinite(y1));
  if (boxes.length === 0) return null;
  return {
    x1: Math.min(...boxes.map(({x1}) => x1)),
    y1: Math.min(...boxes.map(({y1}) => y1)),
    x2: Math.max(...boxes.map(({x2}) => x2)),
    y2: Math.max(...boxes.map(({y2}) => y2)),
  };
}
