import * as Plot from "@observablehq/plot";
import {hedgeX} from "../marks/index.js";
import {cited} from "../model/article.js";
import {textSize} from "../theme.js";
import {groupsOf, wordsOf} from "./channels.js";
import type {Channel, FormOptions, FormRow} from "./Form.js";
import {sideOf, widthOf, wordSizeOf} from "./measure.js";
import {type Run, runsOf} from "./runs.js";
import {type Sketch, sketch, sketchRows} from "./sketch.js";
import {type Piece, startForm} from "./startForm.js";
import {type TextBlock, textBlock} from "./textBlock.js";
import {reachOf, valueText} from "./values.js";

const gap = 28;
const thickness = 10;
/** Width from which heads of rows stand beside them. */
const leastAside = 560;
/** How many squares stand in a line, and how large they are at least and at most. */
const mostSquares = 25;
const squareSide = {least: 14, most: 32} as const;

/** A row that is one source's wording of a figure. */
export interface ClaimRow extends FormRow {
  publisher?: string | null;
  /** The words of the source. */
  exact?: string | null;
  /** “report” where they are the source's own words: only those stand in quotation marks. */
  nature?: string | null;
  /** What fact it is that the source words; wordings of one stand side by side. */
  fact?: string | null;
}

export interface ClaimOptions<Row extends ClaimRow> extends FormOptions<Row> {
  /** What the wordings of one fact stand under; the column `fact` by default. */
  group?: Channel<Row, string>;
  /** What the wordings of a fact share, in a line below them: “Both repeat the harbour office”. */
  shared?: Channel<Row, string | null>;
  /** Whom all sources have their words from, if it is one: a head over their columns. */
  origin?: Channel<Row, string | null>;
  /** A few words on a source, below its head: “by way of the county”. */
  sourceNote?: Channel<Row, string | null>;
  /** How many facts there are in all, those that are not shown among them: so many small squares stand above. */
  among?: number;
  /** What is said beside the squares: “3 of 16 facts have two sources”. */
  amongText?: string;
}

/**
 * Returns facts in the words of their sources: the wordings of each side by
 * side, large, the number in them strong, and who says so below; or at the head
 * of a column, where the same sources word every fact. Where the numbers
 * differ, bars to one scale say how far.
 *
 * ```js
 * claims([{publisher: "The Gazette", exact: "over $20 million", value: 2e7, unit: "USD", qualifier: "more_than"}])
 * ```
 */
export function claims<Row extends ClaimRow>(
  given: Iterable<Row>,
  {group, shared, origin, sourceNote, among, amongText, ...options}: ClaimOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, {
    ...options,
    label: options.label ?? ((row) => row.publisher ?? row.label ?? ""),
    text: options.text ?? ((row) => (row.exact ? cited(row.exact, row.nature) : valueText(row))),
  });
  const {rows, width, narrow, color, labelOf, textOf, toneOf, inkOf, colorOf, noteOf, own} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  const wordSize = wordSizeOf(width);
  const muted = color("muted");
  const groupOf = wordsOf(group ?? "fact", () => "");
  const groups = groupsOf(rows, groupOf);
  const sources = sourcesOf(groups.map(([, members]) => members.map((i) => labelOf(rows[i]))));
  // Heads of rows stand in a column of their own, where there is room for it.
  const heading = {size: narrow ? wordSize : textSize.value + (width >= 800 ? 1 : 0), weight: 600} as const;
  const aside =
    sources && width >= leastAside
      ? Math.min(
          inner * 0.3,
          widthOf(
            groups.map(([text]) => text),
            heading.size,
            600,
          ),
        ) + gap
      : 0;
  const fit = Math.max(1, Math.floor((inner + gap) / (220 + gap)));
  const acrossOf = (count: number): number => sources?.length ?? Math.ceil(count / Math.ceil(count / fit));

  // In a table, a little smaller where that keeps each wording in one line.
  const sizeIn = (cell: number, largest: number): number => {
    const isOneLine = (size: number): boolean =>
      rows.every((row) => runsOf(textOf(row), cell, {size, most: 6}).length === 1);
    for (let size = largest; size >= largest * 0.75; size--) if (isOneLine(size)) return size;
    return largest;
  };

  const words: Sketch[] = [];
  const rules: number[] = [];
  const runs: (Piece & Run)[] = [];
  const sayings: {row: number; block: TextBlock; x: number; y: number}[] = [];
  const places: {x: number; y: number; scale: (value: number) => number}[] = [];
  const squares = squaresOf(among ?? 0, groups.length, {side, width: inner});
  let y = 0;
  if (among) {
    const beside = width - side - squares.right - 14;
    const said = textBlock(
      [{text: amongText ?? `${groups.length} of ${among}`, size: wordSize, weight: 600, color: color("ink")}],
      beside >= 120 ? beside : inner,
    );
    const isBeside = squares.right + 14 + said.width <= width - side;
    words.push(
      {color: color("ink"), strokes: [{d: squares.lit, fill: 1}]},
      {color: color("rule"), strokes: [{d: squares.rest, fill: 1}]},
      ...(isBeside
        ? said.at(squares.right + 14, squares.middle - said.height / 2)
        : said.at(side, squares.bottom + 6)),
    );
    y = Math.max(squares.bottom, isBeside ? 0 : squares.bottom + 6 + said.height) + 24;
  }
  if (sources) {
    const cell = (inner - aside - (sources.length - 1) * gap) / sources.length;
    const noteIn = wordsOf(sourceNote, () => null);
    const heads = sources.map((text) => {
      const note = rows.map((row) => (labelOf(row) === text ? noteIn(row) : null)).find(Boolean) ?? "";
      return textBlock(
        [
          {text, ...heading, color: muted, most: 2},
          {text: note, size: textSize.small, color: muted, most: 2},
        ],
        cell,
      );
    });
    const origins = new Set(rows.map(wordsOf(origin, () => null)));
    const [common] = origins;
    if (origins.size === 1 && common) {
      // One source above, a line from it to the head of each column.
      const left = side + aside;
      const above = textBlock([{text: common, ...heading, color: color("ink"), most: 2}], inner - aside);
      words.push(...above.at(left, y));
      y += above.height + 7;
      const drops = sources.map((_source, n) => `M${left + n * (cell + gap) + 1},${y}v9`);
      const across = `M${left},${y}H${left + (sources.length - 1) * (cell + gap) + 2}`;
      words.push({color: muted, strokes: [{d: [across, ...drops].join(""), width: 1.5}]});
      y += 15;
    }
    words.push(...heads.flatMap((head, n) => head.at(side + aside + n * (cell + gap), y)));
    y += Math.max(...heads.map(({height}) => height)) + 7;
    rules.push(y);
    y += 13;
  }
  groups.forEach(([text, members], g) => {
    const across = acrossOf(members.length);
    const cell = (inner - aside - (across - 1) * gap) / across;
    const largest = narrow ? (sources ? 17 : 20) : width >= 800 && across <= 2 ? 32 : across <= 2 ? 24 : 20;
    const size = sources ? sizeIn(cell, largest) : largest;
    const quoteLine = Math.round(size * 1.3);
    if (sources && g > 0) {
      rules.push(y - 6);
      y += 8;
    }
    const head = textBlock(
      text ? [{text, ...heading, color: color("ink"), most: aside > 0 ? 3 : 1}] : [],
      aside > 0 ? aside - gap : inner,
    );
    const start = y;
    if (aside > 0) words.push(...head.at(side, y + quoteLine / 2 - head.first));
    else {
      words.push(...head.at(side, sources ? y : y + 4));
      if (!sources && (text || groups.length > 1)) rules.push(y + (text ? 30 : 4));
      y += sources ? (text ? head.height + 3 : 0) : text ? 46 : groups.length > 1 ? 18 : 0;
    }
    const isHedgedAlike = new Set(members.map((i) => rows[i].qualifier ?? null)).size === 1;
    const reaches = members.map((i) => reachOf(rows[i]));
    const known = reaches.filter((value) => value > 0);
    const most = Math.max(...known);
    const differ = known.length > 1 && Math.min(...known) !== most;
    for (let first = 0; first < members.length; first += across) {
      const line = members.slice(first, first + across);
      const quotes = line.map((i) => runsOf(textOf(rows[i]), cell, {size, most: 6}));
      const tall = Math.max(...quotes.map(({length}) => length)) * quoteLine;
      let low = y;
      line.forEach((i, n) => {
        const column = sources ? sources.indexOf(labelOf(rows[i])) : n;
        const x = side + aside + column * (cell + gap);
        quotes[n].forEach((quote, k) => {
          let at = x;
          for (const [r, run] of quote.entries()) {
            // In a table what differs is marked: the words that hedge the number on one side alone.
            const next = quote[r + 1] ?? quotes[n][k + 1]?.[0];
            const isHedge = !isHedgedAlike && Boolean(next?.strong) && /\p{L}/u.test(run.text);
            const isMarked = sources ? isHedge : run.strong;
            const fill = isMarked ? toneOf(rows[i]) : inkOf(rows[i]);
            runs.push({row: i, x: at, y: y + k * quoteLine, size, ...run, fill});
            at += run.advance;
          }
        });
        const hasBar = differ && reaches[members.indexOf(i)] > 0;
        places[i] = {x, y: hasBar ? y + tall + 6 : Number.NaN, scale: (value) => x + (value / most) * cell};
        const at = y + tall + (differ ? thickness + 14 : 4);
        const block = textBlock(
          [
            {text: sources ? "" : labelOf(rows[i]), size: wordSize, weight: 600, color: muted, most: 3},
            {text: noteOf(rows[i]), size: wordSize, color: muted, most: 5},
          ],
          cell,
        );
        sayings.push({row: i, block, x, y: at});
        low = Math.max(low, at + block.height);
      });
      y = low + 18;
    }
    y = Math.max(y, start + (aside > 0 ? head.height + 18 : 0));
    const share = [...new Set(members.map((i) => wordsOf(shared, () => null)(rows[i])).filter(Boolean))];
    const foot = textBlock([{text: share.join(". "), size: wordSize, color: color("ink"), most: 4}], inner);
    words.push(...foot.at(side, y - 6));
    y += (foot.height > 0 ? foot.height + 4 : 0) + (sources ? 0 : 10);
  });
  return form.finish({
    height: Math.max(0, y - (sources ? 10 : 20)),
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: () => undefined,
    marks: [
      Plot.ruleY(rules, {
        x1: side,
        x2: width - side,
        stroke: color("ink"),
        strokeOpacity: sources ? 0.25 : 0.5,
      }),
      sketch(words),
      Plot.rect(
        rows,
        hedgeX({
          ...own,
          filter: (_row: Row, i: number) => Number.isFinite(places[i].y),
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
      sketchRows(rows, (_row, i) =>
        sayings.flatMap(({row, block, x, y}) => (row === i ? block.at(x, y) : [])),
      ),
    ],
  });
}
claims.shows = {shape: "strip", ends: false, paint: false} as const;

/** Returns the sources, if all facts have the same two or three, each once: they are the heads of columns. */
function sourcesOf(groups: readonly string[][]): string[] | null {
  const [first = []] = groups;
  const isTable =
    groups.length > 1 &&
    first.length > 1 &&
    first.length < 4 &&
    groups.every((own) => own.length === first.length && new Set(own).size === own.length) &&
    groups.every((own) => own.every((source) => source !== "" && first.includes(source)));
  return isTable ? first : null;
}

/** Returns the paths of so many squares in lines, those of the first few apart. */
function squaresOf(count: number, lit: number, {side, width}: {side: number; width: number}) {
  const {least, most} = squareSide;
  const wanted = Math.floor((width + 3) / Math.min(Math.max(count, 1), mostSquares)) - 3;
  const square = Math.min(most, Math.max(least, wanted));
  const pitch = square + 3;
  const perLine = Math.max(1, Math.min(count, mostSquares, Math.floor((width + 3) / pitch)));
  const paths = Array.from({length: Math.min(count, 20 * perLine)}, (_, i) => {
    const [x, y] = [side + (i % perLine) * pitch, Math.floor(i / perLine) * pitch];
    return `M${x},${y}h${square}v${square}h${-square}Z`;
  });
  const bottom = Math.ceil(paths.length / perLine) * pitch - 3;
  return {
    lit: paths.slice(0, lit).join(""),
    rest: paths.slice(lit).join(""),
    right: side + perLine * pitch - 3,
    bottom,
    middle: bottom / 2,
  };
}
