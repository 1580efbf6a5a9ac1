import * as Plot from "@observablehq/plot";
import {formatFigure} from "../../model/format.js";
import {textWidth, wrapText} from "../textWidth.js";
import {type ColorName, colorsOf, fontFamily, textSize} from "../theme.js";
import type {FormOptions, FormRow, Hue} from "./Form.js";
import {flattenText} from "./flattenText.js";
import {linkRows} from "./linkRows.js";

/** Class of the Plot marks whose children are drawings of rows: one link is made of all that belong to a row. */
export const rowClass = "waybill-row";

/** A form's options, complete, and what its drawing needs. */
export interface Drawing<Row extends FormRow> {
  /** In the order in which they are drawn. */
  rows: Row[];
  width: number;
  /** Whether there is room for labels beside the marks. */
  narrow: boolean;
  color: (name: ColorName) => string;
  labelOf: (row: Row) => string;
  textOf: (row: Row) => string;
  colorOf: (row: Row) => string;
  isStrong: (row: Row) => boolean;
  /** Options of a Plot mark that draws rows. */
  own: {className: string};
  /** Returns the drawing as an accessible SVG; options are those of Plot.plot. */
  finish: (options: Plot.PlotOptions & {height: number}) => SVGSVGElement;
}

/** Margin at the sides of a drawing: on a phone it fills the screen. */
export const sideOf = (width: number): number => (width < 500 ? 16 : 0);

/** Returns what a form needs to draw rows: every option of it, and `finish`. */
export function startForm<Row extends FormRow>(
  data: Iterable<Row>,
  options: FormOptions<Row> = {},
): Drawing<Row> {
  const given = Array.from(data);
  const {
    width = 640,
    document = globalThis.document,
    theme = "auto",
    label = (row) => row.label ?? row.thing ?? row.goods ?? "",
    text = valueText,
    href = (row) => row.href ?? null,
    color: hue = "red",
    emphasis,
    sort,
    ariaLabel = "Chart",
  } = options;
  const name =
    options.name ??
    ((row: Row) => [label(row), formatFigure(stated(row), "prose")].filter(Boolean).join(", "));
  const color = colorsOf(theme);
  const isStrong = emphasis ?? (() => true);
  const rows = sorted(given, sort);
  return {
    rows,
    width,
    narrow: width < 500,
    color,
    labelOf: label,
    textOf: text,
    isStrong,
    colorOf: (row) => color(isStrong(row) ? (typeof hue === "function" ? hue(row) : hue) : "muted"),
    own: {className: rowClass},
    finish({height, ...plot}) {
      const svg = Plot.plot({
        document,
        width,
        height: Math.ceil(height),
        margin: 0,
        className: "waybill",
        ...plot,
      }) as SVGSVGElement;
      // Plot writes a style element for its class into every SVG; a strict policy would stop it.
      for (const style of svg.querySelectorAll("style")) style.remove();
      flattenText(svg, textSize.body);
      linkRows(svg, rows, {className: rowClass, indexOf: (row) => given.indexOf(row), name, href, document});
      // A label on a group without a role says nothing to assistive technology.
      for (const group of svg.querySelectorAll("g[aria-label], g[class]")) {
        group.removeAttribute("aria-label");
        group.removeAttribute("class");
      }
      for (const attribute of ["class", "style", "font-family", "font-size", "text-anchor"])
        svg.removeAttribute(attribute);
      const attributes = {
        role: "figure",
        "aria-label": ariaLabel,
        fill: color("ink"),
        "font-family": fontFamily,
        "font-size": textSize.body,
        "font-variant": "tabular-nums",
        overflow: "visible",
      };
      for (const [attribute, value] of Object.entries(attributes)) svg.setAttribute(attribute, String(value));
      return svg;
    },
  };
}

const stated = ({value = null, low = null, high = null, unit = null, qualifier = null}: FormRow) => ({
  value,
  low,
  high,
  unit,
  qualifier,
});

const valueText = (row: FormRow): string =>
  Number.isFinite(reachOf(row)) ? formatFigure(stated(row), "chart") : "not stated";

/** Returns the scale y of rows that stand one below the other, each in a band of the same height. */
export const bandsOf = (rows: readonly unknown[], band: number) =>
  ({
    type: "band",
    domain: rows.map((_row, i) => i),
    range: [0, rows.length * band],
    padding: 0,
    axis: null,
  }) satisfies Plot.ScaleOptions;

/** Returns how far a row's value reaches: the value, or the upper or lower bound of its range; NaN without any. */
export const reachOf = ({value, low, high}: FormRow): number => value ?? high ?? low ?? Number.NaN;

function sorted<Row extends FormRow>(rows: readonly Row[], sort: FormOptions<Row>["sort"]): Row[] {
  if (sort === undefined) return [...rows];
  if (typeof sort === "function") return [...rows].sort(sort);
  const sign = sort === "value" ? 1 : -1;
  const key = (row: Row): number => reachOf(row);
  return [...rows].sort(
    (a, b) => Number(Number.isNaN(key(a))) - Number(Number.isNaN(key(b))) || sign * (key(a) - key(b)) || 0,
  );
}

/** Returns a label in lines of chart text no wider than the given width, at most `most` of them. */
export function linesOf(text: string, width: number, most = 3, weight: 400 | 600 = 400): string[] {
  return wrapText(text, Math.max(40, width), {size: textSize.body, weight, most});
}

/** Returns the width of the widest of some lines of chart text. */
export function widthOf(lines: readonly string[], size: number = textSize.body, weight = 400): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, size, weight)));
}

export type {Hue};
