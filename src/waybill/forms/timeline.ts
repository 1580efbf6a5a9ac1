import {wrapText} from "../textWidth.js";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {sideOf, widthOf} from "./measure.js";
import {settleWithin} from "./settleWithin.js";
import {sketch, sketchRows} from "./sketch.js";
import {type Drawing, startForm} from "./startForm.js";
import {type TimeAxis, timeAxis} from "./timeAxis.js";
import {drawAxis, drawEvent, lanesOf, laneWidth} from "./timelineDrawing.js";
import {eventsOf, type TimelineEvent} from "./timelineEvents.js";
import {wordsFor} from "./timelineWords.js";

/** A row with its dates, as precisely as they are known: 2022, 2022-07 or 2022-07-24. */
export interface TimelineRow extends FormRow {
  date_start?: string | null;
  /** Null for what has not ended; the start, in rows without this column. */
  date_end?: string | null;
  period_start?: string | null;
  period_end?: string | null;
  /** "worked_out" where the report does not state the year. */
  year_basis?: string | null;
  /** A few words more. */
  note?: string | null;
}

export interface TimelineOptions<Row extends TimelineRow = TimelineRow> extends FormOptions<Row> {
  /** Whether long gaps without events are cut out, with a break in the line; true by default. */
  fold?: boolean;
  /** What is said once of the years that were worked out. */
  yearNote?: string;
}

/**
 * Returns one line of time from top to bottom, to scale, with each event on it
 * as sharp as its date is known, and dates and words in one column beside it.
 * What is in emphasis has larger words. An event without a date stands below.
 *
 * ```js
 * timeline([{date_start: "2023-06-06", label: "The dam breaks"}, {date_start: "2023-07", label: "The lake has gone"}])
 * ```
 */
export function timeline<Row extends TimelineRow>(
  given: Iterable<Row>,
  options: TimelineOptions<Row> = {},
): SVGSVGElement {
  const {fold = true, yearNote = "* The year is our calculation: the report does not state it."} = options;
  const known = new Map(eventsOf([...given]));
  const eventOf = (row: Row): TimelineEvent => known.get(row)!;
  const form: Drawing<Row> = startForm(known.keys(), {
    text: (row) => eventOf(row).words,
    ...options,
    sort: (a, b) =>
      eventOf(a).anchor - eventOf(b).anchor || Number(eventOf(b).isDay) - Number(eventOf(a).isDay),
    name: options.name ?? ((row) => [form.textOf(row), form.labelOf(row)].filter(Boolean).join(": ")),
  });
  const {rows, width, color} = form;
  if (rows.length === 0) return form.finish({height: 0, marks: []});

  const events = rows.map(eventOf);
  const intervals = events.flatMap(({interval}) => (interval ? [interval] : []));
  const axisFrom = (from: number, to: number): TimeAxis | null =>
    intervals.length > 0 ? timeAxis(intervals, {from, to, fold}) : null;
  const side = sideOf(width);
  const lanes = lanesOf(events);
  const beside = Math.max(0, ...lanes) * laneWidth;
  const ticks = axisFrom(0, 600)?.ticks.flatMap(({lines}) => lines) ?? [];
  const x = side + widthOf(ticks, textSize.small) + 14 + beside;
  const left = intervals.length === 0 ? side : x + (width >= 560 ? 52 : 30);
  const isStrong = (row: Row): boolean => options.emphasis !== undefined && form.isStrong(row);
  const {blocks, gap, drawAt} = wordsFor(
    rows.map((row) => ({
      date: form.textOf(row),
      label: form.labelOf(row),
      note: [row.note, form.noteOf(row)].filter(Boolean).join(" "),
      isStrong: isStrong(row),
    })),
    {width, room: width - side - left},
  );

  const total = blocks.reduce((sum, {height}) => sum + height + gap, -gap);
  const ends = [blocks[0].first, total * 1.06 + 8] as const;
  const axis = axisFrom(...ends);
  const tops = settleWithin(
    blocks.map(({first, height}, i) => ({
      wanted: (axis && events[i].interval ? axis.at(events[i].anchor) : ends[1]) - first,
      up: 0,
      down: height + gap,
    })),
    [0, ends[1] + 12 + gap],
  );
  const bottom = Math.max(
    ends[1] + 10,
    tops[tops.length - 1] + blocks[blocks.length - 1].height,
    ...(axis?.ticks ?? []).map(({y, lines}) => y + lines.length * 14 - 6),
  );
  const foot = events.some(({isWorkedOut}) => isWorkedOut)
    ? wrapText(yearNote, width - 2 * side, {size: textSize.small})
    : [];
  return form.finish({
    pointOf: () => undefined,
    height: bottom + 6 + (foot.length > 0 ? 12 + foot.length * 16 : 0),
    marks: [
      sketch(axis ? drawAxis(axis, {x, beside, ends, color}) : []),
      sketchRows(rows, (row, i) => [
        ...(axis && events[i].interval
          ? drawEvent(events[i], {
              axis,
              x: x - lanes[i] * laneWidth,
              row,
              isStrong: isStrong(row),
              color: form.colorOf(row),
              paper: color("paper"),
              leader: {color: color("muted"), from: x, to: left - 8, y: tops[i] + blocks[i].first},
            })
          : []),
        ...drawAt(
          i,
          {x: left, y: tops[i]},
          {date: form.colorOf(row), label: color("ink"), note: color("muted")},
        ),
      ]),
      sketch([
        {
          color: color("muted"),
          words: [
            {
              x: side,
              y: bottom + 18 + (foot.length - 1) * 8,
              lines: foot,
              anchor: "start",
              size: textSize.small,
              lineHeight: 16 / textSize.small,
            },
          ],
        },
      ]),
    ],
  });
}
timeline.shows = {shape: "dot", ends: false, paint: true} as const;
