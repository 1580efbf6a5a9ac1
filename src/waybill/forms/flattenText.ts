import {inherited} from "./boxes.js";

interface Drawn {
  __data__?: unknown;
}

/**
 * Writes each text that Plot drew as plain lines: an element a line, at its own
 * x and y in pixels, with no spans and no ems. So every program that reads an
 * SVG, and our own PDF, sets them alike.
 */
export function flattenText(svg: Element, defaultSize: number): void {
  for (const text of [...svg.querySelectorAll("text")]) {
    const size = Number(inherited(text, "font-size") ?? defaultSize);
    const [x, y] = placeOf(text);
    const anchor = inherited(text, "text-anchor") ?? "start";
    const lines = linesOf(text).filter((line) => line.text !== "");
    if (lines.length === 0) {
      text.remove();
      continue;
    }
    const isPlain = childrenOf(text, "tspan").length === 0;
    const [title] = childrenOf(text, "title");
    for (const name of ["dx", "dy", "transform"]) text.removeAttribute(name);
    // A middle may be that of the group; a start is everybody's.
    if (anchor === "start") text.removeAttribute("text-anchor");
    else if (text.getAttribute("text-anchor") !== anchor) text.setAttribute("text-anchor", anchor);
    text.setAttribute("x", String(round(x)));
    let last: Element = text;
    lines.forEach((line, i) => {
      // An element costs more than all else here: the first line stays in its own.
      const element = i === 0 ? text : (text.cloneNode(false) as Element);
      element.setAttribute("y", String(round(y + line.y * size)));
      if (!isPlain) element.textContent = line.text;
      if (i === 0) return;
      (element as unknown as Drawn).__data__ = (text as unknown as Drawn).__data__;
      last.after(element);
      last = element;
    });
    if (title && !isPlain) text.append(title);
  }
}

// The first line has its place, each other one its distance from the line before.
function linesOf(text: Element): {text: string; y: number}[] {
  const spans = childrenOf(text, "tspan");
  if (spans.length === 0)
    return [{text: ownText(text), y: emsOf(text.getAttribute("y")) + emsOf(text.getAttribute("dy"))}];
  let y = 0;
  return spans.map((span) => {
    y = span.getAttribute("y") === null ? y + emsOf(span.getAttribute("dy")) : emsOf(span.getAttribute("y"));
    return {text: span.textContent ?? "", y};
  });
}

// Reading a selector for each of a thousand texts takes longer than drawing them.
const childrenOf = (element: Element, name: string): Element[] =>
  [...element.children].filter(({localName}) => localName === name);

const round = (value: number): number => Math.round(value * 10) / 10;

const emsOf = (value: string | null): number => (value?.endsWith("em") ? Number.parseFloat(value) : 0);

function placeOf(text: Element): [x: number, y: number] {
  const [, dx = "0", dy = "0"] =
    /translate\(([-\d.e]+)[, ]+([-\d.e]+)\)/.exec(text.getAttribute("transform") ?? "") ?? [];
  const own = (name: "x" | "y"): number => {
    const value = text.getAttribute(name);
    return value === null || value.endsWith("em") ? 0 : Number(value);
  };
  return [own("x") + Number(dx), own("y") + Number(dy)];
}

function ownText(text: Element): string {
  return [...text.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : "")).join("");
}
