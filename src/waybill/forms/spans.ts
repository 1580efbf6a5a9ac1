import {ascending, group as d3Group, rollup} from "d3";
import {drawDot} from "../marks/drawDot.js";
import {drawEdges} from "../marks/drawEdges.js";
import type {Stroke} from "../marks/drawStrip.js";
import {paintOf, stateOf} from "../marks/state.js";
import {textSize} from "../theme.js";
import {memberOf, wordsOf} from "./channels.js";
import type {Channel, FormOptions, Rows} from "./Form.js";
import {sideOf, wordSizeOf} from "./measure.js";
import {type Sketch, sketch, sketchRows} from "./sketch.js";
import {startForm} from "./startForm.js";
import {type TextBlock, textBlock} from "./textBlock.js";
import {timeBands} from "./timeBands.js";
import type {TimelineRow} from "./timeline.js";
import {eventsOf, type TimelineEvent} from "./timelineEvents.js";

/** A row with its period, as precisely as it is known: 2022, 2022-07 or 2022-07-24. */
export type SpanRow = TimelineRow;

export interface SpansOptions<Row extends SpanRow> extends FormOptions<Row> {
  /** The heading above a row; rows of one heading stand together. None by default. */
  group?: Channel<Row, string>;
  /** What stands below its name and dates, muted, such as who reports it. */
  under?: Channel<Row, string>;
  /** The rows in or after which the others are seen, such as a war or a rule: their spans go on, pale, behind all below. None by default. */
  ground?: Rows<Row>;
  /** What is said once of the years that were worked out. */
  yearNote?: string;
}

/** Width from which names stand in a column of their own. */
const leastBeside = 520;
/** What may or may not belong to a span is lighter, if it is at least this share of the axis. */
const leastDoubt = 1 / 14;
const thinnest = 8;

/**
 * Returns each row as a span in time, one below the other on one axis, with edges
 * as sharp as its dates are known: a year that was worked out is hatched, a day is a dot, a beginning that is not known is
 * a dashed line. Names and dates stand in a column beside the spans, on a phone
 * above them. A row without any date keeps its words, and has no span.
 *
 * ```js
 * spans([{label: "The contract", period_start: "2022-02-11", period_end: "2022-02-11"}, {label: "Deliveries", period_start: "2023"}])
 * ```
 */
export function spans<Row extends SpanRow>(
  given: Iterable<Row>,
  {
    group,
    under,
    ground,
    yearNote = "* The year is our calculation: the report does not state it.",
    ...options
  }: SpansOptions<Row> = {},
): SVGSVGElement {
  const groupOf = wordsOf(group, () => "");
  const isGround = memberOf(ground ?? [], [...given]);
  const known = new Map(eventsOf([...given].slice(0, options.mostHeight === undefined ? undefined : 4)));
  const eventOf = (row: Row): TimelineEvent => known.get(row)!;
  const {text = (row: Row) => eventOf(row).words, sort = inGroups([...known], groupOf)} = options;
  const form = startForm(known.keys(), {...options, text, sort});
  const {rows, width, brief, color, labelOf, textOf, toneOf, noteOf, colorOf, inkOf} = form;
  const underOf = wordsOf(brief ? undefined : under, () => null);
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
  const axis = timeBands(
    rows.flatMap((row) => eventOf(row).interval ?? []),
    {left, right, inset: radius + 2, size: wordSize},
  );
  const placed: {words: TextBlock; top: number; middle: number}[] = [];
  const heads: Sketch[] = [];
  let y = axis.height + 12;
  const groups = d3Group(
    rows.map((_row, i) => i),
    (i) => groupOf(rows[i]),
  );
  for (const [name, members] of groups) {
    const head = textBlock(
      [{text: name, size: wordSize + 1, weight: 600, color: toneOf(rows[members[0]]), most: 2}],
      column,
    );
    heads.push(...head.at(side, y));
    if (head.height > 0) y += head.height + 6;
    for (const i of members) {
      const row = rows[i];
      const quiet = {size: wordSize, color: color("muted"), most: 3};
      const words = textBlock(
        [
          {text: labelOf(row), size: wordSize + 2, weight: 600, color: inkOf(row), most: 3},
          ...(isBeside
            ? [textOf(row), underOf(row)]
            : [[textOf(row), underOf(row)].filter(Boolean).join(", ")]
          ).map((text) => ({...quiet, text: text ?? ""})),
          {...quiet, text: noteOf(row), most: 5},
        ],
        column,
      );
      const tall = isBeside ? Math.max(thick, words.height) : words.height + 5 + thick;
      const top = isBeside ? y + (tall - words.height) / 2 : y;
      placed[i] = {words, top, middle: isBeside ? y + tall / 2 : y + tall - thick / 2};
      y += tall + gap;
    }
  }
  const bottom = rows.length > 0 ? y - gap : 0;
  const isWorkedOut = rows.some((row) => eventOf(row).isWorkedOut);
  const foot = textBlock(
    isWorkedOut && yearNote ? [{text: yearNote, size: textSize.small, color: color("muted")}] : [],
    inner,
  );
  return form.finish({
    height: rows.length === 0 ? 0 : bottom + 12 + (foot.height > 0 ? 12 + foot.height : 0),
    pointOf: () => undefined,
    marks: [
      sketch([
        ...(rows.length > 0 ? axis.draw(bottom + 10, color) : []),
        ...heads,
        ...rows.filter(isGround).flatMap((row): Sketch[] => {
          const [from, to] = (eventOf(row).interval ?? []).map(axis.at);
          if (from === undefined) return [];
          const d = `M${round(from)},${round(placed[rows.indexOf(row)].middle)}H${round(Math.max(to, from + thinnest))}V${Math.round(bottom + 10)}H${round(from)}Z`;
          return [{color: colorOf(row), strokes: [{d, fill: 0.14}]}];
        }),
        ...foot.at(side, bottom + 22),
      ]),
      sketchRows(rows, (row, i) => [
        {color: colorOf(row), strokes: strokesOf(row, placed[i].middle)},
        ...placed[i].words.at(side, placed[i].top),
      ]),
    ],
  });

  function strokesOf(row: Row, middle: number): Stroke[] {
    const {interval, sure, isDay, isOpen, isUntil} = eventOf(row);
    if (!interval) return [];
    const paint = paintOf(stateOf(row.status), row.year_basis === "worked_out");
    const [start, end] = interval.map(axis.at);
    if (isDay) return drawDot({x: start, y: middle, r: radius}, "square", paint);
    const box = {y: middle - thick / 2, height: thick};
    const [startSure, endSure] = [axis.at(sure[0]), axis.at(sure[1])];
    // It had come to that by then: when it began is not said.
    if (isUntil)
      return [
        {d: `M${round(left)},${round(middle)}H${round(endSure)}`, width: 2, dash: "2 4"},
        ...drawEdges({x1: endSure, x2: end, startSure: endSure, endSure: end, ...box, open: false}, paint),
      ];
    // However many years the axis has, a week is seen.
    const more = isOpen ? 0 : Math.max(0, thinnest - (end - start)) / 2;
    const [x1, x2] = [start - more, isOpen ? right : end + more];
    return drawEdges(
      {
        x1,
        x2,
        startSure: sharp(x1, Math.max(x1, startSure)),
        endSure: isOpen ? x2 : sharp(x2, Math.min(x2, endSure)),
        ...box,
        open: isOpen,
      },
      paint,
    );
  }

  // A month is not seen as doubt where years are drawn: the dates say it.
  function sharp(edge: number, sure: number): number {
    return Math.abs(sure - edge) < leastDoubt * (right - left) ? edge : sure;
  }
}
spans.shows = {shape: "strip", ends: false, paint: true} as const;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Returns an order by groups, the one that begins first above, and within each by start. */
function inGroups<Row>(
  known: readonly (readonly [Row, TimelineEvent])[],
  groupOf: (row: Row) => string,
): (a: Row, b: Row) => number {
  const anchorOf = new Map(known.map(([row, {anchor}]) => [row, anchor]));
  const firstOf = rollup(
    known,
    (own) => Math.min(...own.map(([, {anchor}]) => anchor)),
    ([row]) => groupOf(row),
  );
  return (a, b) =>
    ascending(firstOf.get(groupOf(a)), firstOf.get(groupOf(b))) ||
    ascending(groupOf(a), groupOf(b)) ||
    ascending(anchorOf.get(a), anchorOf.get(b));
}
