import {boxOfPath} from "../../../loaders/graphics/pathBox.js";
import {textWidth} from "../../../src/waybill/textWidth.js";

/** What is drawn, where; measured apart from how the forms themselves measure. */
export interface DrawnBox {
  text: string;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Where an element stands in the drawing: the shifts of the groups around it. */
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

export function inheritedOf(element: Element, name: string): string | null {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (at.getAttribute(name) !== null) return at.getAttribute(name);
  return null;
}

export function drawnTexts(svg: Element): DrawnBox[] {
  return [...svg.querySelectorAll("text")].map((text) => {
    const size = Number(inheritedOf(text, "font-size"));
    // A title in it is not drawn.
    const words = [...text.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : "")).join("");
    const width = textWidth(words, size, Number(inheritedOf(text, "font-weight") ?? 400));
    const anchor = inheritedOf(text, "text-anchor") ?? "start";
    const [dx, dy] = shiftOf(text);
    const x = Number(text.getAttribute("x")) + dx;
    const y = Number(text.getAttribute("y")) + dy;
    const x1 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return {text: words, x1, x2: x1 + width, y1: y - size * 0.75, y2: y + size * 0.2};
  });
}

export function drawnShapes(
  svg: Element,
  selector = "a path, g[data-row] path",
  isMeant: (path: Element) => boolean = () => true,
): DrawnBox[] {
  return [...svg.querySelectorAll(selector)].filter(isMeant).flatMap((path) => {
    const box = boxOfPath(path.getAttribute("d") ?? "");
    const [dx, dy] = shiftOf(path);
    return box ? [{text: "shape", x1: box.x1 + dx, x2: box.x2 + dx, y1: box.y1 + dy, y2: box.y2 + dy}] : [];
  });
}

export const overlap = (a: DrawnBox, b: DrawnBox, by = 1): boolean =>
  a.x1 < b.x2 - by && b.x1 < a.x2 - by && a.y1 < b.y2 - by && b.y1 < a.y2 - by;
