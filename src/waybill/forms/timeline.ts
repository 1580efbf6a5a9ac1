import {memberOf, pinRows} from "./channels.js";
import type {FormOptions, FormRow, Rows} from "./Form.js";
import {sideOf} from "./measure.js";
import {sketch, sketchRows} from "./sketch.js";
import {type Drawing, startForm} from "./startForm.js";
import {timelineAcross} from "./timelineAcross.js";
import {eventsOf, type TimelineEvent} from "./timelineEvents.js";
import {timelineList} from "./timelineList.js";
import {yearFoot} from "./timelineWords.js";

/** A row with its dates, as precisely as they are known: 2022, 2022-07 or 2022-07-24. */
export interface TimelineRow extends FormRow {
  date_start?: string | null;
  /** Null for what has not ended; the start, in rows without this column. */
  date_end?: string | null;
  period_start?: string | null;
  period_end?: string | null;
  /** "worked_out" where the report does not state the year. */
  year_basis?: string | null;
  /** "season" for a part of a year or of a month, such as early 2022. */
  precision?: string | null;
  /** A few words more. */
  note?: string | null;
}

export interface TimelineOptions<Row extends TimelineRow = TimelineRow> extends FormOptions<Row> {
  /** The rows whose words stand below a line from left to right; every other one by default. */
  below?: Rows<Row>;
  /** Whether long gaps without events are cut out, with a break in the line; true by default. */
  fold?: boolean;
  /** What is said once of the years that were worked out. */
  yearNote?: string;
}

/**
 * Returns one line of time, to scale, with each event on it as sharp as its date
 * is known, and words above and below; where there is no room for that, as on a
 * phone, a list: date, then words, one event after the other. Dates of what is
 * not in emphasis are muted. An event without a date stands last.
 *
 * ```js
 * timeline([{date_start: "2023-06-06", label: "The dam breaks"}, {date_start: "2023-07", label: "The lake has gone"}])
 * ```
 */
export function timeline<Row extends TimelineRow>(
  data: Iterable<Row>,
  {below, fold = true, yearNote, ...options}: TimelineOptions<Row> = {},
): SVGSVGElement {
  const given = [...data];
  const hasEmphasis = options.emphasis !== undefined;
  const isBrief = options.mostHeight !== undefined && hasEmphasis;
  const known = new Map(eventsOf(isBrief ? given.filter(memberOf(options.emphasis, given)) : given));
  const eventOf = (row: Row): TimelineEvent => known.get(row)!;
  const form: Drawing<Row> = startForm(known.keys(), {
    text: (row) => eventOf(row).words,
    ...options,
    ...pinRows(options, given),
    sort: (a, b) =>
      eventOf(a).anchor - eventOf(b).anchor || Number(eventOf(b).isDay) - Number(eventOf(a).isDay),
    name: options.name ?? ((row) => [form.textOf(row), form.labelOf(row)].filter(Boolean).join(": ")),
  });
  const {rows, width, color} = form;
  if (rows.length === 0) return form.finish({height: 0, marks: []});

  const isBelow = below === undefined ? (_row: Row, i: number) => i % 2 === 1 : memberOf(below, given);
  const events = rows.map(eventOf);
  const side = sideOf(width);
  const said = rows.map((row) => ({
    date: form.textOf(row),
    label: form.labelOf(row),
    note: [row.note, form.noteOf(row)].filter(Boolean).join(" "),
    isStrong: hasEmphasis && form.isStrong(row),
    colors: {date: form.toneOf(row), label: color("ink"), note: color("muted")},
  }));
  const drawing =
    timelineAcross(events, {width, side, fold, said, rows, isBelow: (i) => isBelow(rows[i], i)}) ||
    timelineList({width, side, said, rows});
  const foot = yearFoot(events, {yearNote, width, color});
  return form.finish({
    pointOf: () => undefined,
    height: drawing.height + 6 + (foot.height > 0 ? 12 + foot.height : 0),
    marks: [
      sketch(drawing.axis(color)),
      sketchRows(rows, (row, i) => drawing.event(i, {mark: form.colorOf(row), pole: color("muted")})),
      sketch(foot.at(side, drawing.height + 14)),
    ],
  });
}
timeline.shows = {shape: "dot", ends: false, paint: true} as const;
