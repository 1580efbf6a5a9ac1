import {ascending, least, rollup} from "d3";
import {drawDot} from "../marks/drawDot.js";
import {drawEdges} from "../marks/drawEdges.js";
import type {Stroke} from "../marks/drawStrip.js";
import {type Paint, paintOf, stateOf} from "../marks/state.js";
import {formatDate} from "../model/format.js";
import {textSize} from "../theme.js";
import {groupsOf, memberOf, pinRows, wordsOf} from "./channels.js";
import {dayWithWords} from "./dayWithWords.js";
import type {Channel, FormOptions} from "./Form.js";
import {sideOf, wordSizeOf} from "./measure.js";
import {type Sketch, sketch, sketchRows} from "./sketch.js";
import {type Drawing, startForm} from "./startForm.js";
import {type TextBlock, textBlock} from "./textBlock.js";
import {type TimeBands, timeBands} from "./timeBands.js";
import type {TimelineRow} from "./timeline.js";
import {eventsOf, type TimelineEvent} from "./timelineEvents.js";
import {yearFoot} from "./timelineWords.js";

/** A row with its period, as precisely as it is known: 2022, 2022-07 or 2022-07-24. */
export type SpanRow = TimelineRow;

export interface SpansOptions<Row extends SpanRow> extends FormOptions<Row> {
  /** The heading above a row; rows of one heading stand together, those without one first. None by default. */
  group?: Channel<Row, string>;
  /** What stands below its name and dates, muted, such as who reports it. */
  under?: Channel<Row, string>;
  /** A day from which the others are seen, with its words: “2022-02-24 The war begins”. It is a line through all of them. */
  since?: string;
  /** What is said once of the years that were worked out. */
  yearNote?: string;
}

/** Width from which names stand in a column of their own. */
const leastBeside = 520;
/** So many rows have a small picture, those in emphasis before others. */
const mostBrief = 4;
/** What may or may not belong to a span is lighter, if it is at least this share of the axis. */
const leastDoubt = 1 / 14;
const thinnest = 8;
/** Length of the dashes before what nothing else precedes. */
const dashRoom = 24;

/**
 * Returns each row as a span in time, one below the other on one axis, with edges
 * as sharp as its dates are known: a day is a dot, a beginning that is not known is
 * a dashed line, a year that was worked out is hatched. Names and dates stand in a column beside the spans, on a phone
 * above them. A row without any date keeps its words, and has no span.
 *
 * ```js
 * spans([{label: "The contract", period_start: "2022-02-11", period_end: "2022-02-11"}, {label: "Deliveries", period_start: "2023"}])
 * ```
 */
export function spans<Row extends SpanRow>(
  data: Iterable<Row>,
  {group, under, since = "", yearNote, ...options}: SpansOptions<Row> = {},
): SVGSVGElement {
  const given = [...data];
  const groupOf = wordsOf(group, () => "");
  const begun = given.length > 0 && since !== "" ? dayWithWords(since) : null;
  if (since !== "" && given.length > 0 && !begun)
    throw new Error(`since is no day with words, as “2023-06-06 The dam breaks”: "${since}"`);
  const shown =
    options.mostHeight === undefined ? given : firstMeant(given, memberOf(options.emphasis, given));
  const known = new Map(eventsOf(shown));
  const eventOf = (row: Row): TimelineEvent => known.get(row)!;
  const form: Drawing<Row> = startForm(shown, {
    text: (row) => eventOf(row).words,
    sort: inGroups(known, groupOf),
    name: (row) => [form.textOf(row), form.labelOf(row)].filter(Boolean).join(": "),
    ...options,
    ...pinRows(options, given),
  });
  const {rows, width, brief, color, labelOf, textOf, toneOf, noteOf, colorOf, inkOf} = form;
  const underOf = wordsOf(brief ? undefined : under, () => null);
  const events = rows.map(eventOf);
  const side = sideOf(width);
  const inner = width - 2 * side;
  const isBeside = width >= leastBeside;
  const wordSize = brief ? textSize.value : wordSizeOf(width);
  const column = isBeside ? Math.round(inner * 0.36) : inner;
  const [left, right] = [isBeside ? side + column + 20 : side, width - side];
  const isFew = rows.length <= 6;
  const thick = isFew ? (width >= 800 ? 40 : isBeside ? 32 : 24) : 16;
  const radius = Math.min(9, thick / 2);
  const gap = isFew ? 20 : 12;
  const inset = radius + 2;
  const axis = timeBands(
    [...events.flatMap(({interval}) => interval ?? []), ...(begun ? [begun.time] : [])],
    {
      left,
      right,
      from: left + (least(events, ({interval}) => interval?.[0])?.isUntil ? dashRoom : inset),
      to: right - inset,
      size: wordSize,
    },
  );
  const placed: {words: TextBlock; top: number; middle: number}[] = [];
  const heads: Sketch[] = [];
  const sinceWords = textBlock(
    begun
      ? [
          {text: begun.words, size: wordSize + 1, weight: 600, color: color("ink"), most: 2},
          {text: formatDate(begun.day), size: wordSize, color: color("muted")},
        ]
      : [],
    inner * 0.5,
  );
  let y = axis.height + 12 + (begun ? sinceWords.height + 8 : 0);
  for (const [k, [name, members]] of groupsOf(rows, groupOf).entries()) {
    const head = textBlock(
      [{text: name, size: wordSize + 1, weight: 600, color: toneOf(rows[members[0]]), most: 2}],
      column,
    );
    if (k > 0) y += gap * 0.6;
    heads.push(...head.at(side, y));
    if (head.height > 0) y += head.height + 6;
    for (const i of members) {
      const words = textBlock(wordsAt(rows[i]), column);
      const own = events[i].interval === null ? 0 : thick;
      const tall = isBeside ? Math.max(own, words.height) : words.height + (own > 0 ? 5 + own : 0);
      const top = isBeside ? y + (tall - words.height) / 2 : y;
      placed[i] = {words, top, middle: isBeside ? y + tall / 2 : y + tall - thick / 2};
      y += tall + gap;
    }
  }
  const bottom = rows.length > 0 ? y - gap : 0;
  const foot = yearFoot(events, {yearNote, width, color});
  return form.finish({
    height: rows.length === 0 ? 0 : bottom + 12 + (foot.height > 0 ? 12 + foot.height : 0),
    pointOf: () => undefined,
    marks: [
      sketch([
        ...axis.draw(bottom + 10, color),
        ...heads,
        ...(begun ? lineAt(begun.time) : []),
        ...foot.at(side, bottom + 22),
      ]),
      sketchRows(rows, (row, i) => {
        const {words, top, middle} = placed[i];
        const strokes = strokesOf(events[i], paintOf(stateOf(row.status), events[i].isWorkedOut), {
          at: axis.at,
          left,
          right,
          middle,
          thick,
          radius,
        });
        return [{color: colorOf(row), strokes}, ...words.at(side, top)];
      }),
    ],
  });

  /** Returns the day from which all is seen, its words above its line: between names that stand above spans the line is left out. */
  function lineAt(time: number): Sketch[] {
    const x = round(axis.at(time));
    const isLeft = x + 7 + sinceWords.width > right;
    const top = axis.height + 6;
    const pieces = isBeside
      ? [`M${x},${top}V${Math.round(bottom + 10)}`]
      : [
          `M${x},${top}v${Math.round(sinceWords.height)}`,
          ...placed.map(({middle}) => `M${x},${round(middle - thick / 2 - 4)}v${thick + 8}`),
        ];
    return [
      {color: color("ink"), strokes: [{d: pieces.join(""), width: 1.5}]},
      ...sinceWords.at(isLeft ? x - 7 : x + 7, top, isLeft ? "end" : "start"),
    ];
  }

  function wordsAt(row: Row) {
    const quiet = {size: wordSize, color: color("muted"), most: 3};
    const below = [textOf(row), underOf(row)];
    return [
      {text: labelOf(row), size: wordSize + 2, weight: 600 as const, color: inkOf(row), most: 3},
      ...(isBeside ? below : [below.filter(Boolean).join(", ")]).map((text) => ({...quiet, text})),
      {...quiet, text: noteOf(row), most: 5},
    ];
  }
}
spans.shows = {shape: "strip", ends: false, paint: true} as const;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Returns the mark of an event in a row of the drawing: a dot for a day, else a span; none without a date. */
function strokesOf(
  {interval, sure, isDay, isOpen, isUntil}: TimelineEvent,
  paint: Paint,
  {
    at,
    left,
    right,
    middle,
    thick,
    radius,
  }: Pick<TimeBands, "at"> & {left: number; right: number; middle: number; thick: number; radius: number},
): Stroke[] {
  if (!interval) return [];
  const [start, end] = interval.map(at);
  if (isDay) return drawDot({x: start, y: middle, r: radius}, "square", paint);
  const [startSure, endSure] = sure.map(at);
  const begin = isUntil ? endSure : start;
  // However many years the axis has, a week is seen.
  const more = isOpen ? 0 : Math.max(0, thinnest - (end - begin)) / 2;
  const [x1, x2] = [begin - more, isOpen ? right : end + more];
  const doubt = leastDoubt * (right - left);
  // A month is not seen as doubt where years are drawn: the dates say it.
  const sharp = (edge: number, sure: number): number => (Math.abs(sure - edge) < doubt ? edge : sure);
  const edges = {
    x1,
    x2,
    startSure: isUntil ? x1 : sharp(x1, Math.max(x1, startSure)),
    endSure: isOpen || isUntil ? x2 : sharp(x2, Math.min(x2, endSure)),
    y: middle - thick / 2,
    height: thick,
    open: isOpen,
  };
  return [
    // It had come to that by then: when it began is not said.
    ...(isUntil ? [{d: `M${round(left)},${round(middle)}H${round(x1)}`, width: 2, dash: "2 4"}] : []),
    ...drawEdges(edges, paint),
  ];
}

/** Returns the few rows that a small picture has, in the order as given. */
function firstMeant<Row>(rows: readonly Row[], isMeant: (row: Row) => boolean): Row[] {
  const first = new Set([...new Set([...rows.filter(isMeant), ...rows])].slice(0, mostBrief));
  return rows.filter((row) => first.has(row));
}

/** Returns an order by groups, the one that begins first above but for rows without one, and within each by start. */
function inGroups<Row>(
  known: ReadonlyMap<Row, TimelineEvent>,
  groupOf: (row: Row) => string,
): (a: Row, b: Row) => number {
  const anchorOf = (row: Row): number => known.get(row)!.anchor;
  const firstOf = rollup(known.keys(), (own) => Math.min(...own.map(anchorOf)), groupOf);
  const keyOf = (row: Row): number =>
    groupOf(row) === "" ? Number.NEGATIVE_INFINITY : firstOf.get(groupOf(row))!;
  return (a, b) =>
    ascending(keyOf(a), keyOf(b)) || ascending(groupOf(a), groupOf(b)) || ascending(anchorOf(a), anchorOf(b));
}
