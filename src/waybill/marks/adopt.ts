import type {Stroke} from "./drawStrip.js";

/** Returns the strokes that stand in for a shape of a row (of all rows of a line), or null to leave it as it is. */
export type Drawn = (shape: Element, index: number | number[]) => Stroke[] | null;

const geometry = ["x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "d", "x1", "x2", "y1", "y2"];
const shapes = "rect, circle, line, path";

/**
 * Puts strokes in the place of the shapes that a Plot mark drew, in the same
 * group or link, with the same colours, names and titles. Links get a name and
 * a plain href.
 */
export function adopt(node: SVGElement, draw: Drawn, document: Document): void {
  for (const shape of [...node.querySelectorAll(shapes)]) {
    const index = (shape as unknown as {__data__?: number | number[]}).__data__;
    if (index === undefined) continue;
    const strokes = draw(shape, index);
    if (!strokes) continue;
    shape.replaceWith(groupOf(shape, strokes, {node, document}));
  }
  for (const link of node.querySelectorAll("a")) nameLink(link);
}

function groupOf(
  shape: Element,
  strokes: readonly Stroke[],
  {node, document}: {node: Element; document: Document},
): Element {
  const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
  for (const {name, value} of [...shape.attributes])
    if (!geometry.includes(name)) group.setAttribute(name, value);
  (group as unknown as {__data__: unknown}).__data__ = (shape as unknown as {__data__: unknown}).__data__;
  const color = colorOf(shape, node);
  group.setAttribute("fill", color);
  group.setAttribute("stroke", "none");
  for (const {d, fill = 0, width = 0, dash, cap} of strokes) {
    if (!d) continue;
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", d);
    if (fill === 0) path.setAttribute("fill", "none");
    else if (fill !== 1) path.setAttribute("fill-opacity", String(fill));
    if (width > 0) {
      path.setAttribute("stroke", color);
      path.setAttribute("stroke-width", String(width));
      if (dash) path.setAttribute("stroke-dasharray", dash);
      if (cap && cap !== "butt") path.setAttribute("stroke-linecap", cap);
    }
    group.append(path);
  }
  group.append(...shape.childNodes);
  return group;
}

// A mark is filled or stroked; here both are of one colour.
function colorOf(shape: Element, node: Element): string {
  const own = [shape, node].flatMap((element) =>
    ["fill", "stroke"].map((name) => element.getAttribute(name)),
  );
  return own.find((color) => color !== null && color !== "none") ?? "currentColor";
}

function nameLink(link: Element): void {
  const href = link.getAttribute("xlink:href");
  if (href !== null) {
    link.removeAttribute("xlink:href");
    link.setAttribute("href", href);
  }
  const named = link.querySelector("[aria-label]");
  const name = named?.getAttribute("aria-label");
  if (named && name != null) {
    named.removeAttribute("aria-label");
    link.setAttribute("aria-label", name);
  }
}
