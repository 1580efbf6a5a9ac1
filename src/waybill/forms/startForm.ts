import * as Plot from "@observablehq/plot";
import {formatFigure} from "../model/format.js";
import {type Color, colorsOf, textSize} from "../theme.js";
import {annotate, drawnPoint, type MarkPoint} from "./annotate.js";
import {channelOf, hueOf, memberOf, notesOf, wordsOf} from "./channels.js";
import {dress} from "./dress.js";
import type {FormOptions, FormRow} from "./Form.js";
import {flattenText} from "./flattenText.js";
import {linkRows} from "./linkRows.js";
import {lineHeight, sideOf} from "./measure.js";
import {sorted, stated, valueText} from "./values.js";

/** Class of the Plot marks whose data are the rows: one link is made of all that belong to a row. */
export const rowClass = "waybill-row";

/** Words of a row at a place in pixels, in one text. */
export interface Piece {
  /** Index of the row in the order in which rows are drawn. */
  row: number;
  x: number;
  /** Top of the first line. */
  y: number;
  text: string | readonly string[];
  fill?: string | undefined;
  size?: number | undefined;
}

/** A form's options, complete, and what its drawing needs. */
export interface Drawing<Row extends FormRow> {
  /** In the order in which they are drawn. */
  rows: Row[];
  /** As they were given. */
  given: Row[];
  width: number;
  /** Whether there is room for labels beside the marks. */
  narrow: boolean;
  /** Whether it is a small picture with one message: with few words, and those large. */
  brief: boolean;
  color: Color;
  labelOf: (row: Row) => string;
  textOf: (row: Row) => string;
  /** The colour of a row's mark: its hue, or grey if another is in emphasis. */
  colorOf: (row: Row) => string;
  /** The colour of words that are as strong as the mark: its hue, or muted. */
  toneOf: (row: Row) => string;
  /** The colour of a row's words: ink, or grey if another is in emphasis. */
  inkOf: (row: Row) => string;
  isStrong: (row: Row) => boolean;
  /** What is to be written at the row's mark; empty for nothing. */
  noteOf: (row: Row) => string;
  /** Options of a Plot mark whose data are the rows. */
  own: {className: string};
  /** Returns options of a Plot mark of other data, each of which belongs to the row of the given index. */
  ownOf: (indexes: readonly number[]) => {className: string};
  /** Returns a mark of words of rows, in pixels, where scales are identities. */
  words: (pieces: readonly Piece[], options?: Plot.TextOptions) => Plot.Markish;
  /** Returns the drawing as an accessible SVG; options are those of Plot.plot. */
  finish: (options: Finish<Row>) => SVGSVGElement;
}

export type Finish<Row> = Plot.PlotOptions & {
  height: number;
  /** Where a note points, in pixels, by default at the row's mark; null for nowhere, undefined where the form writes the note itself. */
  pointOf?: (row: Row, i: number) => MarkPoint | null | undefined;
};

/** Returns what a form needs to draw rows: every option of it, and `finish`. */
export function startForm<Row extends FormRow>(
  data: Iterable<Row>,
  options: FormOptions<Row> = {},
): Drawing<Row> {
  const given = Array.from(data);
  const {width = 640, document = globalThis.document, theme = "auto", ariaLabel = "Chart"} = options;
  const color = colorsOf(theme);
  const labelOf = wordsOf(options.label, (row) => row.label ?? row.thing ?? row.goods ?? "");
  const textOf = wordsOf(options.text, valueText);
  const name = wordsOf(options.name, (row) =>
    [labelOf(row), formatFigure(stated(row), "prose")].filter(Boolean).join(", "),
  );
  const isStrong = memberOf(options.emphasis, given);
  const hue = hueOf(options.color);
  const notes = notesOf(options, given);
  const rows = sorted(given, options.sort);
  const classes = new Map<string, readonly number[] | null>([[rowClass, null]]);
  const inkOf = (row: Row): string => color(isStrong(row) ? "ink" : "muted");
  const ownOf = (indexes: readonly number[]): {className: string} => {
    const className = `${rowClass}-${classes.size}`;
    classes.set(className, indexes);
    return {className};
  };
  return {
    rows,
    given,
    width,
    narrow: width < 500,
    brief: options.mostHeight !== undefined,
    color,
    labelOf,
    textOf,
    isStrong,
    inkOf,
    colorOf: (row) => color(isStrong(row) ? hue(row) : "grey"),
    toneOf: (row) => color(isStrong(row) ? hue(row) : "muted"),
    noteOf: (row) => notes.get(row) ?? "",
    own: {className: rowClass},
    ownOf,
    words(pieces, textOptions = {}) {
      const {fontSize = textSize.body} = textOptions;
      const fillOf = ({fill, row}: Piece): string => fill ?? inkOf(rows[row]);
      // One colour for all is said once.
      const fills = new Set(pieces.map(fillOf));
      return Plot.text(pieces, {
        ...ownOf(pieces.map(({row}) => row)),
        x: "x",
        y: "y",
        text: ({text}: Piece) => (typeof text === "string" ? text : text.join("\n")),
        fill: fills.size === 1 ? [...fills][0] : fillOf,
        textAnchor: "start",
        lineAnchor: "top",
        lineHeight: Number(fontSize) > textSize.body ? 1.2 : lineHeight / textSize.body,
        fontSize,
        ...textOptions,
        ...(pieces.some(({size}) => size) && {
          lineHeight: 1.2,
          fontSize: ({size}: Piece) => size ?? fontSize,
        }),
      } as Plot.TextOptions);
    },
    finish({height, pointOf, ...plot}) {
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
      svg.setAttribute("font-size", String(textSize.body));
      flattenText(svg, textSize.body);
      // Every text has its own anchor now: Plot's for the whole would only mislead whoever measures them.
      svg.removeAttribute("text-anchor");
      const full = annotate(
        svg,
        rows.flatMap((row, i) => {
          const text = notes.get(row);
          const at = pointOf ? pointOf(row, i) : drawnPoint(svg, rowClass, i);
          return text && at !== undefined ? [{row: i, at, text, label: labelOf(row)}] : [];
        }),
        {width, height: Math.ceil(height), side: sideOf(width), color, className: rowClass, document},
      );
      linkRows(svg, rows, {
        classes,
        indexOf: (row) => given.indexOf(row),
        name,
        href: channelOf(options.href, (row) => row.href ?? null),
        document,
      });
      // A label on a group without a role says nothing to assistive technology.
      for (const group of svg.querySelectorAll("g[aria-label], g[class]")) {
        if (!group.hasAttribute("role")) group.removeAttribute("aria-label");
        group.removeAttribute("class");
      }
      return dress(svg, {width, height: Math.ceil(full), color, ariaLabel});
    },
  };
}
