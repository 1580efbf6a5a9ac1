import {faceOf} from "./faces.js";
import {setAttributes} from "./svgElement.js";
import type {SetLine, Typesetter} from "./Typesetter.js";

/** What says how text is set; the rest, such as its colour, holds for its outline too. */
const ofText = ["x", "y", "text-anchor", "font-family", "font-size", "font-weight"];

/** What draws a halo around letters. */
const ofHalo = ["stroke", "stroke-width", "stroke-linejoin", "paint-order"];

/**
 * Returns a copy of a figure with its text as outlines, for what draws without
 * fonts. A halo is a path of its own below the letters: not every program knows
 * that it is to be painted first.
 */
export function withOutlines(svg: SVGSVGElement, typesetter: Typesetter): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const text of copy.querySelectorAll("text")) {
    const size = Number(text.closest("[font-size]")?.getAttribute("font-size") ?? 0);
    const line = typesetter.set(text.textContent ?? "", faceOf(text));
    const [x, y] = ["x", "y"].map((name) => Number(text.getAttribute(name) ?? 0));
    const d = outlineOf(line, startOf(text, x, line.width * size), y, size);
    const outline = (leftOut: readonly string[]): Element => {
      const path = text.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "path");
      for (const {name, value} of text.attributes)
        if (!ofText.includes(name) && !leftOut.includes(name)) path.setAttribute(name, value);
      return setAttributes(path, {d});
    };
    const letters = outline(ofHalo);
    if (text.hasAttribute("paint-order")) {
      const halo = setAttributes(outline(["paint-order"]), {fill: text.getAttribute("stroke") ?? "none"});
      text.replaceWith(halo, letters);
    } else text.replaceWith(letters);
  }
  return copy;
}

/** Returns where a text starts that is as wide as given: at its x, before it, or half before it. */
export function startOf(text: Element, x: number, width: number): number {
  const anchor = text.getAttribute("text-anchor");
  return x - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
}

const commands = {moveTo: "M", lineTo: "L", quadraticCurveTo: "Q", bezierCurveTo: "C", closePath: "Z"};

function outlineOf({runs}: SetLine, x: number, y: number, size: number): string {
  let d = "";
  for (const {font, shaped, x: start} of runs) {
    const scale = size / font.unitsPerEm;
    let at = x + start * size;
    for (const [i, {path}] of shaped.glyphs.entries()) {
      const {xAdvance, xOffset, yOffset} = shaped.positions[i];
      const [left, base] = [at + xOffset * scale, y - yOffset * scale];
      for (const {command, args} of path.commands)
        d +=
          commands[command] +
          args.map((value, n) => round(n % 2 ? base - value * scale : left + value * scale)).join(" ");
      at += xAdvance * scale;
    }
  }
  return d;
}

const round = (value: number): number => Math.round(value * 100) / 100;
