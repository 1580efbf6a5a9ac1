import * as Plot from "@observablehq/plot";
import {
  type Chart,
  type ChartDocument,
  type ChartRow,
  type DrawOptions,
  sentenceHref,
} from "../waybill/chart/Chart.js";
import {withVisibleWords} from "../waybill/markName.js";
import {type Color, type ColorName, colorsOf, fontFamily, textSize} from "../waybill/theme.js";
import type {Hue, Paints, Shape} from "./look.js";

const namespace = "http://www.w3.org/2000/svg";

export interface Label {
  x: number;
  y: number;
  /** Lines are parted by \n; the first one's middle is at y. */
  text: string;
  anchor?: "start" | "middle" | "end";
  color?: ColorName;
  weight?: 400 | 600;
  size?: number;
  /** Whether a rim of paper is drawn around the letters, for text over lines. */
  halo?: boolean;
}

/** Height of a line of chart text, in its font sizes. */
export const lineHeight = 1.3;

/** Lines that a name and that a sentence takes at most; what is longer ends in an ellipsis, and stands whole in the mark's name and in the table. */
export const mostLines = {name: 4, text: 6} as const;

/** One row of a chart, drawn: a link with the row's name, shapes, and the labels that belong to it. */
export interface Mark<Row extends ChartRow = ChartRow> {
  row: Row;
  shapes: readonly Shape[];
  labels?: readonly Label[];
}

export interface Finish<Row extends ChartRow> {
  height: number;
  /** One for each row, in reading order. */
  marks: readonly Mark<Row>[];
  /** Labels that belong to no row. */
  labels?: readonly Label[];
  /** Drawn last, over the marks; a pointer passes through it. */
  over?: {shapes: readonly Shape[]; labels: readonly Label[]};
  /** Drawn first, without a link: axes, rules, land. Plot's marks, in pixels unless `x` or `y` are given. */
  ground?: Plot.Markish[];
  x?: Plot.ScaleOptions;
  y?: Plot.ScaleOptions;
}

/** The margin at the sides of a drawing: on a phone it fills the screen. */
export const marginOf = (width: number): number => (width < 500 ? 16 : 0);

/**
 * Returns the paints of a new drawing, and `finish`, which returns the drawing
 * as an accessible SVG: one link for each of the rows, named for assistive
 * technology, in the order of the marks. Colours are custom properties if the
 * theme is auto, so that light and dark are one drawing.
 */
export function startDrawing<Row extends ChartRow>(
  chart: Pick<Chart<Row>, "id" | "name" | "describe">,
  rows: Row[],
  {width, document, theme}: DrawOptions,
): {paints: Paints; color: Color; finish: (parts: Finish<Row>) => SVGSVGElement} {
  const color = colorsOf(theme);
  const {paints, defs} = paintsOf(`${chart.id}-${width}`, color, document);
  const name = (row: Row): string => chart.name(row, rows);
  return {
    paints,
    color,
    finish({height, marks, labels = [], over, ground = [], x = {type: "identity"}, y = {type: "identity"}}) {
      const drawn = marks.map((mark) => linkOf(mark, {rows, name, color, document}));
      const texts = labels.flatMap((item) => textOf(item, color, document));
      const onTop = over
        ? [
            groupOf(
              over.shapes.map((shape) => pathOf(shape, document)),
              document,
            ),
          ]
        : [];
      for (const group of onTop) {
        group.append(...over!.labels.flatMap((item) => textOf(item, color, document)));
        group.setAttribute("pointer-events", "none");
      }
      const svg = Plot.plot({
        document,
        width,
        height: Math.ceil(height),
        margin: 0,
        x: {axis: null, ...x},
        y: {axis: null, ...y},
        className: "waybill",
        marks: [() => defs(), ...ground, () => groupOf([...texts, ...drawn, ...onTop], document)],
      }) as SVGSVGElement;
      // Plot writes a style element for its class into every SVG; the page has one.
      for (const style of svg.querySelectorAll("style")) style.remove();
      // A label on a group without a role says nothing to assistive technology.
      for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
      for (const attribute of ["class", "font-family", "font-size", "text-anchor"])
        svg.removeAttribute(attribute);
      return setAttributes(svg, {
        id: `${chart.id}-${width}`,
        role: "figure",
        "aria-label": chart.describe(rows).short,
        fill: color("ink"),
        // No style attribute: a page under a strict Content-Security-Policy would not let it count.
        "font-family": fontFamily,
        "font-size": textSize.body,
        "font-variant": "tabular-nums",
        overflow: "visible",
      });
    },
  };
}

interface LinkContext<Row extends ChartRow> {
  rows: Row[];
  name: (row: Row) => string;
  color: Color;
  document: ChartDocument;
}

function linkOf<Row extends ChartRow>(
  {row, shapes, labels = []}: Mark<Row>,
  {rows, name, color, document}: LinkContext<Row>,
): Element {
  const texts = labels.flatMap((item) => textOf(item, color, document));
  const visible = texts.map((text) => text.textContent).join(" ");
  const link = create("a", document, {
    href: sentenceHref(row),
    "aria-label": withVisibleWords(name(row), visible),
    "data-row": rows.indexOf(row),
    "data-stands-on": row.stands_on,
    ...(row.facts ? {"data-facts": row.facts} : {}),
  });
  link.append(...shapes.map((shape) => pathOf(shape, document)));
  // Blanks between them, or words of two lines would be one word to whoever reads the link's text.
  for (const text of texts) link.append(text, document.createTextNode("\n"));
  return link;
}

function pathOf({d, fill = "none", stroke, strokeWidth, dash, cap}: Shape, document: ChartDocument): Element {
  return create("path", document, {
    d,
    fill,
    ...(stroke ? {stroke, "stroke-width": strokeWidth ?? 1} : {}),
    ...(dash ? {"stroke-dasharray": dash} : {}),
    ...(cap ? {"stroke-linecap": cap} : {}),
  });
}

/** Returns a text element for each line of a label. */
function textOf(
  {x, y, text, anchor = "start", color: name = "ink", weight = 400, size = textSize.body, halo}: Label,
  color: Color,
  document: ChartDocument,
): Element[] {
  return text.split("\n").map((line, i) => {
    const element = create("text", document, {
      x: Math.round(x * 10) / 10,
      y: Math.round((y + size * (0.35 + i * lineHeight)) * 10) / 10,
      ...(anchor === "start" ? {} : {"text-anchor": anchor}),
      ...(name === "ink" ? {} : {fill: color(name)}),
      ...(weight === 400 ? {} : {"font-weight": weight}),
      ...(size === textSize.body ? {} : {"font-size": size}),
      ...(halo
        ? {stroke: color("paper"), "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke"}
        : {}),
    });
    element.append(document.createTextNode(line));
    return element;
  });
}

function groupOf(children: Element[], document: ChartDocument): SVGElement {
  const group = create("g", document, {});
  group.append(...children);
  return group as SVGElement;
}

/** Returns a mark of Plot's that fills the given paths, for what lies behind the marks. */
export function panels(paths: readonly string[], fill: string): Plot.Markish {
  return (_index, _scales, _values, _dimensions, context) => {
    const {document} = context as unknown as {document: ChartDocument};
    return create("path", document, {d: paths.join(""), fill}) as SVGElement;
  };
}

/** Returns the paints of one drawing, and a function that returns the patterns that they came to need. */
export function paintsOf(
  prefix: string,
  color: Color,
  document: ChartDocument,
): {paints: Paints; defs: () => SVGElement | null} {
  const needed = new Map<string, Element>();
  const need = (id: string, make: () => Element): string => {
    if (!needed.has(id)) needed.set(id, make());
    return `url(#${id})`;
  };
  const paints: Paints = {
    color,
    hatch: (hue: Hue) =>
      need(`${prefix}-hatch-${hue}`, () => {
        const pattern = create("pattern", document, {
          id: `${prefix}-hatch-${hue}`,
          width: 6,
          height: 6,
          patternUnits: "userSpaceOnUse",
          patternTransform: "rotate(45)",
        });
        pattern.append(
          create("rect", document, {width: 6, height: 6, fill: color("paper")}),
          create("line", document, {x1: 0, y1: 0, x2: 0, y2: 6, stroke: color(hue), "stroke-width": 4}),
        );
        return pattern;
      }),
    fade: (hue, from = "left") =>
      need(`${prefix}-fade-${hue}-${from}`, () => {
        const gradient = create("linearGradient", document, {id: `${prefix}-fade-${hue}-${from}`});
        const [first, last] = from === "left" ? [1, 0] : [0, 1];
        gradient.append(
          create("stop", document, {offset: 0, "stop-color": color(hue), "stop-opacity": first}),
          create("stop", document, {offset: 1, "stop-color": color(hue), "stop-opacity": last}),
        );
        return gradient;
      }),
  };
  return {
    paints,
    defs() {
      if (needed.size === 0) return null;
      const element = create("defs", document, {});
      element.append(...needed.values());
      return element as SVGElement;
    },
  };
}

/** Returns the small picture of one line of a key, as an SVG that assistive technology passes over. */
export function drawSwatch(
  swatch: (paints: Paints) => Shape[],
  {
    id,
    width,
    height,
    document,
    theme,
  }: Pick<DrawOptions, "width" | "document" | "theme"> & {id: string; height: number},
): SVGSVGElement {
  const {paints, defs} = paintsOf(id, colorsOf(theme), document);
  const shapes = swatch(paints);
  const svg = create("svg", document, {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "aria-hidden": "true",
  });
  const patterns = defs();
  if (patterns) svg.append(patterns);
  svg.append(...shapes.map((shape) => pathOf(shape, document)));
  return svg as SVGSVGElement;
}

function create(name: string, document: ChartDocument, attributes: Record<string, string | number>): Element {
  return setAttributes(document.createElementNS(namespace, name), attributes);
}

function setAttributes<E extends Element>(element: E, attributes: Record<string, string | number>): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
