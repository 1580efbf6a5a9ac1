import {wrapText} from "../textWidth.js";
import {textSize} from "../theme.js";
import type {FormOptions, FormRow} from "./Form.js";
import {settleColumn} from "./settleColumn.js";
import {type Sketch, sketch, sketchRows} from "./sketch.js";
import {type Drawing, sideOf, startForm, widthOf} from "./startForm.js";
import {timeAxis} from "./timeAxis.js";
import {drawAxis, drawEvent, lanesOf, laneWidth} from "./timelineDrawing.js";
import {eventsOf, type TimelineEvent} from "./timelineEvents.js";

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

interface Block {
  date: string[];
  label: string[];
  note: string[];
  size: number;
  weight: 400 | 600;
  height: number;
}

const leading = 1.28;
/** Sizes of words, by the width that they have: what is small on a page is not read, what is large fills it. */
const sizesOf = (width: number) =>
  width >= 800
    ? {date: 15, label: 18, strong: 26, note: 15, gap: 26}
    : {
        date: textSize.body,
        label: textSize.value,
        strong: width < 560 ? 17 : 20,
        note: textSize.body,
        gap: 18,
      };

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
  const dated = events.filter(({interval}) => interval);
  const lanes = lanesOf(events);
  const sizes = sizesOf(width);
  const {gap} = sizes;
  const side = sideOf(width);
  const isWide = width >= 560;
  const axisOf = (from: number, to: number) =>
    timeAxis(
      dated.map(({interval}) => interval!),
      {from, to, fold},
    );
  const tickWidth =
    dated.length > 0
      ? widthOf(
          axisOf(0, 600).ticks.flatMap(({lines}) => lines),
          textSize.small,
        )
      : 0;
  const beside = Math.max(0, ...lanes) * laneWidth;
  const x = side + tickWidth + 14 + beside;
  const left = dated.length > 0 ? x + (isWide ? 52 : 30) : side;
  const dateWidth = isWide
    ? Math.min(
        170,
        widthOf(
          rows.map((row) => form.textOf(row)),
          sizes.date,
          600,
        ) + 24,
      )
    : 0;
  const blocks = rows.map((row) => blockOf(row, {isWide, dateWidth, room: width - side - left}));

  const total = blocks.reduce((sum, {height}) => sum + height + gap, -gap);
  const ends = [first(blocks[0]), total * 1.06 + 8];
  const axis = dated.length > 0 ? axisOf(ends[0], ends[1]) : null;
  const tops = settleColumn(
    blocks.map((block, i) => ({
      wanted: (axis && events[i].interval ? axis.at(events[i].anchor) : ends[1]) - first(block),
      up: 0,
      down: block.height + gap,
    })),
    [0, ends[1] + 12 + gap],
  );
  const bottom = Math.max(ends[1] + 10, tops[tops.length - 1] + blocks[blocks.length - 1].height);
  const foot = events.some(({isWorkedOut}) => isWorkedOut)
    ? wrapText(yearNote, width - 2 * side, {size: textSize.small})
    : [];
  return form.finish({
    height: bottom + 6 + (foot.length > 0 ? 12 + foot.length * 16 : 0),
    marks: [
      ...(axis ? [sketch(drawAxis(axis, {x, beside, ends, color}))] : []),
      sketchRows(rows, (row, i) => [
        ...(axis && events[i].interval
          ? drawEvent(events[i], {
              axis,
              x: x - lanes[i] * laneWidth,
              row,
              isStrong: options.emphasis !== undefined && form.isStrong(row),
              color: form.colorOf(row),
              leader: {color: color("muted"), from: x, to: left - 8, y: tops[i] + first(blocks[i])},
              paper: color("paper"),
            })
          : []),
        ...wordsOf(row, i),
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
              lineHeight: 16 / 12,
            },
          ],
        },
      ]),
    ],
  });

  function blockOf(
    row: Row,
    {isWide, dateWidth, room}: {isWide: boolean; dateWidth: number; room: number},
  ): Block {
    const strong = options.emphasis !== undefined && form.isStrong(row);
    const size = strong ? sizes.strong : sizes.label;
    const weight = strong ? 600 : 400;
    const words = Math.min(room - dateWidth, 40 * size);
    const date = wrapText(form.textOf(row), isWide ? dateWidth - 16 : room, {
      size: sizes.date,
      weight: 600,
    });
    const label = wrapText(form.labelOf(row), words, {size, weight, most: 4});
    const note = wrapText(row.note ?? "", words, {size: sizes.note, most: 3});
    const written = label.length * size * leading + note.length * sizes.note * leading;
    const dates = date.length * sizes.date * leading;
    return {date, label, note, size, weight, height: isWide ? Math.max(written, dates) : written + dates + 1};
  }

  /** How far below the top of a block the middle of its first line is. */
  function first({size}: Block): number {
    return ((isWide ? Math.max(size, sizes.date) : sizes.date) * leading) / 2;
  }

  function wordsOf(row: Row, i: number): Sketch[] {
    const block = blocks[i];
    const at = left + dateWidth;
    const line = (count: number, size: number): number => ((count - 1) * size * leading) / 2;
    const set = {anchor: "start", lineHeight: leading} as const;
    const top = tops[i] + first(block);
    const labelTop = isWide
      ? top
      : top + (sizes.date * (block.date.length - 0.5) + block.size / 2) * leading + 1;
    const noteTop = labelTop + (block.size * (block.label.length - 0.5) + sizes.note / 2) * leading;
    const inks = {date: form.colorOf(row), label: color("ink"), note: color("muted")};
    return [
      {
        color: inks.date,
        words: [
          {
            ...set,
            x: left,
            y: top + line(block.date.length, sizes.date),
            lines: block.date,
            size: sizes.date,
            weight: 600,
          },
        ],
      },
      {
        color: inks.label,
        words: [
          {
            ...set,
            x: at,
            y: labelTop + line(block.label.length, block.size),
            lines: block.label,
            size: block.size,
            weight: block.weight,
          },
        ],
      },
      {
        color: inks.note,
        words: [
          {
            ...set,
            x: at,
            y: noteTop + line(block.note.length, sizes.note),
            lines: block.note,
            size: sizes.note,
          },
        ],
      },
    ];
  }
}
