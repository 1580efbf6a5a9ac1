import * as Plot from "@observablehq/plot";
import {hedgeY} from "../marks/index.js";
import {capitalize} from "../model/format.js";
import {textSize} from "../theme.js";
import {asStated, type ChangeRow, wordsFor} from "./changes.js";
import {lineHeight, lineOf, linesOf, sideOf, widthOf, wordSizeOf} from "./measure.js";
import type {Drawing, Piece} from "./startForm.js";

const gap = 48;
/** How far a cap reaches past its column. */
const over = 3;

interface Names<Row> {
  before: (row: Row) => string;
  after: (row: Row) => string;
}

/**
 * Returns what each row's value was and is as two columns on one baseline, and
 * between them, large, by how much it changed. What was worked out is hatched.
 */
export function drawPairs<Row extends ChangeRow>(
  form: Drawing<Row>,
  {before, after}: Names<Row>,
): SVGSVGElement {
  const {rows, width, narrow, color, labelOf, textOf, colorOf, toneOf, inkOf, own} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  // Side by side while each has room for its columns and the change between them.
  const fit = Math.max(1, Math.floor((inner + gap) / (250 + gap)));
  const across = Math.max(1, Math.min(rows.length, fit));
  const cell = (inner - (across - 1) * gap) / across;
  const tall = Math.round(Math.min(300, Math.max(150, cell * 0.44)));
  const most = Math.max(0, ...rows.flatMap(({from, value}) => [Math.abs(from ?? 0), Math.abs(value ?? 0)]));
  const breadth = Math.round(Math.min(260, cell * 0.3));
  const words = rows.flatMap((row) => [wordsFor(row, "from"), wordsFor(row, "value")]);
  const large = narrow ? 17 : 28;
  const widest = widthOf(words, large, 600);
  const numeral = Math.max(
    textSize.body,
    Math.floor(Math.min(large, (large * (cell / 2 - 6)) / Math.max(1, widest))),
  );
  // The change stands between the columns as large as there is room, else with the name.
  const between = cell - 2 * Math.max(breadth, widthOf(words, numeral, 600)) - 16;
  const changeSize = Math.floor(
    Math.min(64, (52 * between) / Math.max(1, widthOf(rows.map(textOf), 52, 600))),
  );
  const isBetween = changeSize >= textSize.value;
  const labels = rows.map((row) =>
    linesOf([labelOf(row), isBetween ? "" : textOf(row)].filter(Boolean).join(": "), cell, 3, 600),
  );
  const isNegative = rows.some(({from, value}) => (from ?? 0) < 0 || (value ?? 0) < 0);
  const down = isNegative ? tall / 2 : 0;
  const up = tall - down;
  const head = Math.max(0, ...labels.map(({length}) => length)) * lineHeight;
  const above = head + numeral + 14;
  const wordSize = wordSizeOf(cell);
  const wordLine = lineOf(wordSize);
  const names = rows.map((row) =>
    [before(row), after(row)].map((words) =>
      linesOf(capitalize(words), Math.min(cell / 2 - 6, Math.max(breadth, 140)), 3, 400, wordSize),
    ),
  );
  const foot =
    (isNegative ? numeral + 10 : 0) + 8 + Math.max(1, ...names.flat().map(({length}) => length)) * wordLine;
  const step = above + tall + foot + 26;
  const pixels = (value: number): number => (value / (most || 1)) * (value < 0 ? down || up : up);
  const places = rows.map((_row, i) => {
    const x = side + (i % across) * (cell + gap);
    const top = Math.floor(i / across) * step;
    return {x, top, base: top + above + up, second: x + cell - breadth - over};
  });
  const column = (of: "from" | "value", options: Plot.RectOptions): Plot.Markish => {
    const x1 = (_row: Row, i: number): number => (of === "from" ? places[i].x + over : places[i].second);
    return Plot.rect(
      rows,
      hedgeY({
        ...own,
        filter: (row: Row) => Number.isFinite(row[of]) && row[of] !== 0,
        x1,
        x2: (row: Row, i: number) => x1(row, i) + breadth,
        y1: (_row: Row, i: number) => places[i].base,
        y2: (row: Row, i: number) => places[i].base - pixels(row[of] ?? 0),
        fill: colorOf,
        low: () => null,
        high: () => null,
        ...options,
      }) as Plot.RectOptions,
    );
  };
  const value = (of: "from" | "value"): Piece[] =>
    rows.flatMap((row, i) => {
      const words = wordsFor(row, of);
      const half = widthOf([words], numeral, 600) / 2;
      const {x, second, base} = places[i];
      const centre = (of === "from" ? x : second) + breadth / 2;
      const number = row[of] ?? 0;
      return {
        row: i,
        x: within(centre, half, [x, x + cell]),
        y: number < 0 ? base - pixels(number) + 6 : base - pixels(number) - numeral - 2,
        text: words,
        fill: of === "from" ? color("muted") : undefined,
      };
    });
  return form.finish({
    height: rows.length === 0 ? 0 : Math.ceil(rows.length / across) * step - 26,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: (row, i) => [places[i].second, places[i].base - pixels(row.value ?? 0) * 0.85],
    marks: [
      column("from", {fill: color("grey"), ...asStated} as Plot.RectOptions),
      column("value", {}),
      Plot.ruleY(places, {
        x1: "x",
        x2: ({x}) => x + cell,
        y: "base",
        stroke: color("ink"),
        strokeOpacity: 0.6,
      }),
      form.words(
        rows.map((_row, i) => ({row: i, x: places[i].x, y: places[i].top, text: labels[i]})),
        {fontWeight: 600},
      ),
      ...(["from", "value"] as const).map((of) =>
        form.words(value(of), {textAnchor: "middle", fontSize: numeral, fontWeight: 600}),
      ),
      form.words(
        (isBetween ? rows : []).map((row, i) => ({
          row: i,
          x: places[i].x + cell / 2,
          y: places[i].base - (up * 0.42 + changeSize / 2),
          text: textOf(row),
          fill: toneOf(row),
        })),
        {textAnchor: "middle", fontSize: changeSize, fontWeight: 600},
      ),
      form.words(
        rows.flatMap((row, i) =>
          names[i].map((text, n) => ({
            row: i,
            x: within(
              places[i].x + (n === 0 ? breadth / 2 : cell - breadth / 2),
              widthOf(text, wordSize) / 2,
              [places[i].x, places[i].x + cell],
            ),
            y:
              places[i].base +
              down +
              foot -
              Math.max(1, ...names.flat().map(({length}) => length)) * wordLine,
            text,
            fill: n === 0 ? color("muted") : inkOf(row),
          })),
        ),
        {textAnchor: "middle", fontSize: wordSize, lineHeight: wordLine / wordSize},
      ),
    ],
  });
}

/** Returns the middle of words moved between two edges. */
function within(centre: number, half: number, [left, right]: readonly [number, number]): number {
  return Math.max(left + half, Math.min(right - half, centre));
}
