import * as Plot from "@observablehq/plot";
import {group as d3Group} from "d3";
import {hedgeX} from "../marks/index.js";
import {textSize} from "../theme.js";
import {wordsOf} from "./channels.js";
import type {Channel, FormOptions, FormRow} from "./Form.js";
import {lineHeight, lineOf, linesOf, sideOf, wordSizeOf} from "./measure.js";
import {type Run, runsOf} from "./runs.js";
import {type Piece, startForm} from "./startForm.js";
import {reachOf, valueText} from "./values.js";

const gap = 32;
const thickness = 10;

/** A row that is one source's wording of a figure. */
export interface ClaimRow extends FormRow {
  publisher?: string | null;
  /** The words of the source. */
  exact?: string | null;
  /** What fact it is that the source words; wordings of one stand side by side. */
  fact?: string | null;
}

export interface ClaimOptions<Row extends ClaimRow> extends FormOptions<Row> {
  /** What the wordings of one fact stand under; the column `fact` by default. */
  group?: Channel<Row, string>;
  /** What the wordings of a fact share, in a line below them: “Both repeat the harbour office”. */
  shared?: Channel<Row, string | null>;
}

/**
 * Returns facts in the words of their sources: the wordings of each side by
 * side, large, the number in them strong, and who says so below. Where the
 * numbers differ, bars to one scale say how far.
 *
 * ```js
 * claims([{publisher: "The Gazette", exact: "over $20 million", value: 2e7, unit: "USD", qualifier: "more_than"}])
 * ```
 */
export function claims<Row extends ClaimRow>(
  given: Iterable<Row>,
  {group, shared, ...options}: ClaimOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, {
    ...options,
    label: options.label ?? ((row) => row.publisher ?? row.label ?? ""),
    text: options.text ?? ((row) => (row.exact ? `“${row.exact}”` : valueText(row))),
  });
  const {rows, width, narrow, color, labelOf, textOf, toneOf, inkOf, colorOf, noteOf, own} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  const wordSize = wordSizeOf(width);
  const wordLine = lineOf(wordSize);
  const wordStyle = {fontSize: wordSize, lineHeight: wordLine / wordSize};
  const groups = [
    ...d3Group(
      rows.map((_row, i) => i),
      (i) => wordsOf(group ?? "fact", () => "")(rows[i]),
    ),
  ];
  const fit = Math.max(1, Math.floor((inner + gap) / (220 + gap)));
  const acrossOf = (count: number): number => Math.ceil(count / Math.ceil(count / fit));

  const heads: {text: string; y: number}[] = [];
  const runs: (Piece & Run)[] = [];
  const names: Piece[] = [];
  const notes: Piece[] = [];
  const feet: {lines: string[]; y: number}[] = [];
  const places: {x: number; y: number; scale: (value: number) => number}[] = [];
  let y = 0;
  for (const [text, members] of groups) {
    heads.push({text, y});
    const across = acrossOf(members.length);
    const cell = (inner - (across - 1) * gap) / across;
    const size = narrow ? 20 : width >= 800 && across <= 2 ? 32 : across <= 2 ? 24 : 20;
    const quoteLine = Math.round(size * 1.3);
    y += text ? 46 : groups.length > 1 ? 18 : 0;
    const reaches = members.map((i) => reachOf(rows[i]));
    const known = reaches.filter((value) => value > 0);
    const most = Math.max(...known);
    const differ = known.length > 1 && Math.min(...known) !== most;
    for (let start = 0; start < members.length; start += across) {
      const line = members.slice(start, start + across);
      const quotes = line.map((i) => runsOf(textOf(rows[i]), cell, {size, most: 6}));
      const tall = Math.max(...quotes.map(({length}) => length)) * quoteLine;
      let low = y;
      line.forEach((i, n) => {
        const x = side + n * (cell + gap);
        quotes[n].forEach((own, k) => {
          let at = x;
          for (const run of own) {
            runs.push({
              row: i,
              x: at,
              y: y + k * quoteLine,
              size,
              ...run,
              fill: run.strong ? toneOf(rows[i]) : inkOf(rows[i]),
            });
            at += run.advance;
          }
        });
        places[i] = {x, y: y + tall + 6, scale: (value) => x + (value / most) * cell};
        let at = y + tall + (differ ? thickness + 14 : 4);
        if (!(differ && reaches[members.indexOf(i)] > 0)) places[i].y = Number.NaN;
        const set = (pieces: Piece[], lines: string[], fill: string): void => {
          if (lines.length > 0) pieces.push({row: i, x, y: at, text: lines, fill});
          at += lines.length * wordLine;
        };
        set(names, linesOf(labelOf(rows[i]), cell, 3, 600, wordSize), color("muted"));
        set(notes, linesOf(noteOf(rows[i]), cell, 5, 400, wordSize), color("muted"));
        low = Math.max(low, at);
      });
      y = low + 18;
    }
    const share = [...new Set(members.map((i) => wordsOf(shared, () => null)(rows[i])).filter(Boolean))];
    if (share.length > 0) {
      const lines = linesOf(share.join(". "), inner, 4);
      feet.push({lines, y: y - 6});
      y += lines.length * lineHeight + 4;
    }
    y += 10;
  }
  const bar = (i: number): boolean => Number.isFinite(places[i].y);
  const isHeaded = groups.length > 1 || groups.some(([text]) => text !== "");
  return form.finish({
    height: Math.max(0, y - 20),
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: () => undefined,
    marks: [
      Plot.ruleY(isHeaded ? heads : [], {
        y: ({y, text}) => y + (text ? 30 : 4),
        x1: side,
        x2: width - side,
        stroke: color("ink"),
        strokeOpacity: 0.5,
      }),
      Plot.text(heads, {
        x: side,
        y: (d) => d.y + 13,
        text: ({text}) => linesOf(text, inner, 1, 600, textSize.value + 1)[0] ?? "",
        textAnchor: "start",
        fontSize: textSize.value + 1,
        fontWeight: 600,
      }),
      Plot.rect(
        rows,
        hedgeX({
          ...own,
          filter: (_row: Row, i: number) => bar(i),
          x1: (_row: Row, i: number) => places[i].x,
          x2: (row: Row, i: number) => places[i].scale(reachOf(row)),
          y1: (_row: Row, i: number) => places[i].y,
          y2: (_row: Row, i: number) => places[i].y + thickness,
          low: () => null,
          high: () => null,
          fill: colorOf,
        }) as Plot.RectOptions,
      ),
      ...[true, false].map((strong) =>
        form.words(
          runs.filter((run) => run.strong === strong),
          {fontWeight: strong ? 600 : 400},
        ),
      ),
      form.words(names, {...wordStyle, fontWeight: 600}),
      form.words(notes, wordStyle),
      Plot.text(feet, {
        x: side,
        y: "y",
        text: ({lines}: {lines: string[]}) => lines.join("\n"),
        textAnchor: "start",
        lineAnchor: "top",
        fontSize: textSize.body,
        lineHeight: lineHeight / textSize.body,
      }),
    ],
  });
}
claims.shows = {shape: "strip", ends: false, paint: false} as const;
