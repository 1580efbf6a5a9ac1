import type * as Plot from "@observablehq/plot";
import type {Stroke} from "../marks/drawStrip.js";
import {setText, type TextAttributes} from "../marks/setText.js";
import {rowClass} from "./startForm.js";

const svgNamespace = "http://www.w3.org/2000/svg";

/** What is drawn in pixels: strokes in one colour, then words. */
export interface Sketch {
  color?: string;
  strokes?: readonly Stroke[];
  words?: readonly TextAttributes[];
}

/** Returns a mark of one sketch for each row, for links to be made of. */
export function sketchRows<Row>(rows: readonly Row[], draw: (row: Row, i: number) => Sketch[]): Plot.Markish {
  return (_index, _scales, _values, _dimensions, {document}) => {
    const all = document.createElementNS(svgNamespace, "g");
    all.setAttribute("class", rowClass);
    rows.forEach((row, i) => {
      const own = groupOf(draw(row, i), document);
      (own as unknown as {__data__: number}).__data__ = i;
      all.append(own);
    });
    return all as SVGElement;
  };
}

/** Returns a mark of what no row has for itself. */
export function sketch(drawn: readonly Sketch[]): Plot.Markish {
  return (_index, _scales, _values, _dimensions, {document}) => groupOf(drawn, document);
}

function groupOf(sketches: readonly Sketch[], document: Document): SVGElement {
  const group = document.createElementNS(svgNamespace, "g");
  for (const {color = "currentColor", strokes = [], words = []} of sketches) {
    for (const stroke of strokes) if (stroke.d) group.append(pathOf(stroke, {color, document}));
    group.append(
      ...words
        .filter(({lines}) => lines.some(Boolean))
        .map((text) => setText(document, {fill: color, ...text})),
    );
  }
  return group;
}

function pathOf(
  {d, fill = 0, width = 0, dash, cap}: Stroke,
  {color, document}: {color: string; document: Document},
): SVGElement {
  const path = document.createElementNS(svgNamespace, "path");
  const attributes = {
    d,
    fill: fill > 0 ? color : "none",
    "fill-opacity": fill > 0 && fill < 1 ? fill : null,
    stroke: width > 0 ? color : null,
    "stroke-width": width > 0 ? width : null,
    "stroke-dasharray": dash ?? null,
    "stroke-linecap": cap && cap !== "butt" ? cap : null,
  };
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) path.setAttribute(name, String(value));
  return path;
}
