import type {KeyItem} from "../forms/key.js";
import {colorsOf, type Theme} from "../theme.js";

const svgNamespace = "http://www.w3.org/2000/svg";

/** Size of a key's small picture, in pixels. */
export const swatchSize = {width: 44, height: 14} as const;

/** Returns the small picture of one line of a key, as an SVG that assistive technology passes over. */
export function drawSwatch(
  swatch: KeyItem["swatch"],
  {document, theme}: {document: Document; theme: Theme},
): SVGSVGElement {
  const create = (name: string, attributes: Record<string, string | number | undefined>): SVGElement => {
    const element = document.createElementNS(svgNamespace, name) as SVGElement;
    for (const [attribute, value] of Object.entries(attributes))
      if (value !== undefined) element.setAttribute(attribute, String(value));
    return element;
  };
  const {width, height} = swatchSize;
  const svg = create("svg", {width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true"});
  for (const {d, fill = "none", fillOpacity, stroke, strokeWidth, dash} of swatch(colorsOf(theme)))
    svg.append(
      create("path", {
        d,
        fill,
        "fill-opacity": fillOpacity,
        stroke,
        "stroke-width": stroke && (strokeWidth ?? 1),
        "stroke-dasharray": dash,
      }),
    );
  return svg as SVGSVGElement;
}
