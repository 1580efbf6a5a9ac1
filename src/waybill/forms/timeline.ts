import {type ColorName, textSize} from "../theme.js";
import {hueOf, memberOf} from "./channels.js";
import type {FormOptions, FormRow, Hue, Rows} from "./Form.js";
import {sideOf} from "./measure.js";
import {sketch, sketchRows} from "./sketch.js";
import {type Drawing, startForm} from "./startForm.js";
import {textBlock} from "./textBlock.js";
import {timelineAcross} from "./timelineAcross.js";
import {eventsOf, type TimelineEvent} from "./timelineEvents.js";
import {timelineList} from "./timelineList.js";

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
  /** The rows that say what has gone on until then to be lesser since: spans without an end on their side are lighter from there. */
  turns?: Rows<Row>;
  /** The rows that hold over a time in which the others happen, such as a war or a rule: they are drawn as a ground behind them; none by default. */
  ground?: Rows<Row>;
  /** Whether long gaps without events are cut out, with a break in the line; true by default. */
  fold?: boolean;
  /** What is said once of the years that were worked out. */
  yearNote?: string;
  /** What is said once of spans that are lighter at an end; a list, where none is, leaves it out. */
  paleNote?: string;
}

const paleOf: Record<Hue, ColorName> = {
  red: "redPale",
  slate: "slatePale",
  ochre: "ochrePale",
  ink: "land",
};

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
  options: TimelineOptions<Row> = {},
): SVGSVGElement {
  const {fold = true, yearNote = "* The year is our calculation: the report does not state it."} = options;
  const {paleNote} = options;
  const given = [...data];
  const [isMeant, isTurn] = [options.emphasis, options.turns ?? []].map((own) => memberOf(own, given));
  const isGround = memberOf(options.ground ?? [], given);
  const isBrief = options.mostHeight !== undefined && options.emphasis !== undefined;
  const known = new Map(eventsOf(isBrief ? given.filter((row) => isMeant(row) || isTurn(row)) : given));
  const eventOf = (row: Row): TimelineEvent => known.get(row)!;
  const form: Drawing<Row> = startForm(known.keys(), {
    text: (row) => eventOf(row).words,
    ...options,
    sort: (a, b) =>
      Number(isGround(b)) - Number(isGround(a)) ||
      eventOf(a).anchor - eventOf(b).anchor ||
      Number(eventOf(b).isDay) - Number(eventOf(a).isDay),
    name: options.name ?? ((row) => [form.textOf(row), form.labelOf(row)].filter(Boolean).join(": ")),
  });
  const {rows, width, color} = form;
  if (rows.length === 0) return form.finish({height: 0, marks: []});

  const isBelow = memberOf(options.below ?? rows.map((_row, i) => i % 2 === 1), options.below ? given : rows);
  const turning = rows.filter(isTurn);
  const events = rows.map((row): TimelineEvent => {
    const event = eventOf(row);
    const turns = turning.flatMap((other) => {
      const [at] = eventOf(other).interval ?? [];
      return at !== undefined && other !== row && isBelow(other) === isBelow(row) ? at : [];
    });
    return event.isOpen && turns.length > 0 ? {...event, turn: Math.min(...turns)} : event;
  });
  const side = sideOf(width);
  const hue = hueOf(options.color);
  const isStrong = (row: Row): boolean => options.emphasis !== undefined && form.isStrong(row);
  const said = rows.map((row) => ({
    date: form.textOf(row),
    label: form.labelOf(row),
    note: [row.note, form.noteOf(row)].filter(Boolean).join(" "),
    isStrong: isStrong(row),
    colors: {date: form.toneOf(row), label: color("ink"), note: color("muted")},
  }));
  const across = timelineAcross(events, {
    width,
    side,
    fold,
    said,
    rows,
    isBelow: (i) => isBelow(rows[i]),
    isGround: (i) => isGround(rows[i]),
    isDated: !isBrief,
  });
  const drawing = across || timelineList({width, side, said, rows});
  const notes = [events.some(({isWorkedOut}) => isWorkedOut) && yearNote, across && !isBrief && paleNote];
  const note = notes.filter(Boolean).join(" ");
  const foot = textBlock(
    note
      ? [{text: note, size: width >= 800 ? textSize.body + 1 : textSize.small, color: color("muted")}]
      : [],
    width - 2 * side,
  );
  return form.finish({
    pointOf: () => undefined,
    height: drawing.height + 6 + (foot.height > 0 ? 12 + foot.height : 0),
    marks: [
      sketch(drawing.axis(color)),
      sketchRows(rows, (row, i) =>
        drawing.event(i, {
          mark: form.colorOf(row),
          pole: color("muted"),
          paper: color("paper"),
          ground: color(paleOf[hue(row)]),
        }),
      ),
      sketch(foot.at(side, drawing.height + 14)),
    ],
  });
}
timeline.shows = {shape: "dot", ends: false, paint: true} as const;
