import * as Plot from "@observablehq/plot";
import type {ChartDocument, DrawOptions} from "./Chart.js";
import {type ColorName, colorsOf, fontFamily, fontSize} from "./theme.js";

export interface FrameOptions extends DrawOptions {
  id: string;
  height: number;
  /** Alternative text of the whole drawing. */
  label: string;
  marks: Plot.Markish[];
}

/**
 * Returns marks drawn in pixels of one width and height, as an accessible SVG
 * in which every link is a plain `href`. Scales are the chart's own business.
 */
export function drawFrame({id, width, height, document, theme, label, marks}: FrameOptions): SVGSVGElement {
  const color = colorsOf(theme);
  const svg = Plot.plot({
    document,
    width,
    height,
    margin: 0,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    className: "waybill",
    style: {
      fontFamily,
      fontSize: `${fontSize}px`,
      color: color("ink"),
      background: "none",
      overflow: "visible",
    },
    marks,
  }) as SVGSVGElement;
  // Plot writes a style element for its class into every SVG; the page has one.
  for (const style of svg.querySelectorAll("style")) style.remove();
  svg.setAttribute("role", "figure");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("id", `${id}-${width}`);
  svg.setAttribute("style", `font-family:${fontFamily};font-size:${fontSize}px;max-width:100%;height:auto`);
  svg.setAttribute("font-variant-numeric", "tabular-nums");
  for (const link of svg.querySelectorAll("a")) {
    const href = link.getAttribute("xlink:href") ?? link.getAttribute("href");
    link.removeAttribute("xlink:href");
    if (href) link.setAttribute("href", href);
    const shape = link.firstElementChild;
    const name = shape?.getAttribute("aria-label");
    if (name && shape) {
      link.setAttribute("aria-label", name);
      shape.removeAttribute("aria-label");
    }
  }
  // A label on a group without a role says nothing to assistive technology.
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  for (const shape of svg.querySelectorAll("text[aria-label], path[aria-label], rect[aria-label]"))
    shape.removeAttribute("aria-label");
  return svg;
}

/** Returns a mark that adds a hatch pattern with the given id, for derived values. */
export function hatch(id: string, color: string): Plot.Markish {
  return (_index, _scales, _values, _dimensions, context) => {
    const document = (context as unknown as {document: ChartDocument}).document;
    const create = (name: string, attributes: Record<string, string | number>) => {
      const node = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
      return node;
    };
    const defs = create("defs", {});
    const pattern = create("pattern", {
      id,
      width: 6,
      height: 6,
      patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)",
    });
    pattern.append(create("line", {x1: 0, y1: 0, x2: 0, y2: 6, stroke: color, "stroke-width": 3}));
    defs.append(pattern);
    return defs as unknown as SVGElement;
  };
}

export interface Label {
  x: number;
  y: number;
  text: string;
  anchor?: "start" | "middle" | "end";
  color?: ColorName;
  weight?: number;
  size?: number;
  href?: string;
}

/** Returns a text mark for the given labels, which may be links. Lines are parted by \n. */
export function labels(items: Label[], color: (name: ColorName) => string): Plot.Markish {
  return items.map(
    ({x, y, text, anchor = "start", color: name = "ink", weight = 400, size = fontSize, href}) =>
      Plot.text([text], {
        x: [x],
        y: [y],
        text: [text],
        textAnchor: anchor,
        lineAnchor: "middle",
        fill: color(name),
        fontWeight: weight,
        fontSize: size,
        lineHeight: 1.3,
        ...(href ? {href: [href]} : {}),
      }),
  );
}
