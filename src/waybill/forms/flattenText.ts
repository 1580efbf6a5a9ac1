import {inherited} from "./boxes.js";

const svgNamespace = "http://www.w3.org/2000/svg";

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
    const lines = linesOf(text);
    const title = childrenOf(text, "title")[0];
    const plain = lines.map((line, i) => {
      const element = svg.ownerDocument.createElementNS(svgNamespace, "text");
      for (const {name, value} of [...text.attributes])
        if (!["x", "y", "dx", "dy", "transform"].includes(name)) element.setAttribute(name, value);
      element.setAttribute("x", String(round(x)));
      element.setAttribute("y", String(round(y + line.y * size)));
      if (anchor === "start") element.removeAttribute("text-anchor");
      else element.setAttribute("text-anchor", anchor);
      element.append(svg.ownerDocument.createTextNode(line.text));
      if (i === 0 && title) element.append(title);
      (element as unknown as {__data__: unknown}).__data__ = (
        text as unknown as {__data__: unknown}
      ).__data__;
      return element;
    });
    text.replaceWith(...plain.filter(({textContent}) => textContent !== ""));
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
