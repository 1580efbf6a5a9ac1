import {parseHTML} from "linkedom";
import type {Box} from "../../../src/waybill/marks/box.js";
import {textWidth} from "../../../src/waybill/textWidth.js";

export const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {
  document: Document;
};

/** A text in a drawing by Plot, with the box that it takes by our own measure. */
export interface DrawnText extends Box {
  text: string;
  lines: string[];
}

/** Returns the texts of Plot marks in an element of a drawing, each with the box of all its lines. */
export function drawnTexts(element: Element): DrawnText[] {
  return [...element.querySelectorAll("text")].map((text) => {
    const inherited = (name: string): string | null => {
      for (let at: Element | null = text; at; at = at.parentElement)
        if (at.hasAttribute(name)) return at.getAttribute(name);
      return null;
    };
    const [x, y] = (/translate\(([^)]*)\)/.exec(text.getAttribute("transform") ?? "")?.[1] ?? "0,0")
      .split(",")
      .map(Number);
    const size = Number.parseFloat(inherited("font-size") ?? "10");
    const weight = Number(inherited("font-weight") ?? 400);
    const spans = [...text.querySelectorAll("tspan")].map((span) => span.textContent ?? "");
    const lines = spans.length > 0 ? spans : [text.textContent ?? ""];
    const width = Math.max(...lines.map((line) => textWidth(line, size, weight)));
    const height = ((lines.length - 1) * 1.2 + 1) * size;
    const anchor = text.getAttribute("text-anchor") ?? inherited("text-anchor") ?? "start";
    const x1 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return {text: lines.join(" "), lines, x1, x2: x1 + width, y1: y - height / 2, y2: y + height / 2};
  });
}
