import {type Edge, edgeOf} from "../marks/span.js";
import {capitalize, formatDate} from "../model/format.js";
import type {Interval} from "./timeAxis.js";
import type {TimelineRow} from "./timeline.js";

/** When something happened, as sharply as it is known. Times are in milliseconds. */
export interface TimelineEvent {
  /** From when to when it may have lasted; null without any date. */
  interval: Interval | null;
  /** From when to when it lasted for sure. */
  sure: Interval;
  /** Where the line to its words begins; it orders events. */
  anchor: number;
  /** Whether it is one day. */
  isDay: boolean;
  isOpen: boolean;
  /** Whether its beginning is not known, but its end. */
  isUntil: boolean;
  isWorkedOut: boolean;
  /** The date in words. */
  words: string;
}

/** Whether it is on one day, or on some day of a month or a year. */
export const isPoint = ({isDay, isOpen, sure}: TimelineEvent): boolean =>
  isDay || (!isOpen && sure[0] >= sure[1]);

const month = 30 * 864e5;

/** Returns the event of each row. */
export function eventsOf<Row extends TimelineRow>(rows: readonly Row[]): [Row, TimelineEvent][] {
  const edges = rows.flatMap((row) => datesOf(row).map((iso) => Number(edgeOf(iso, "last") ?? Number.NaN)));
  const latest = Math.max(...edges.filter(Number.isFinite));
  return rows.map((row) => [row, eventOf(row, latest)]);
}

// A row without a column for the end is one date; an end that is null is not known.
function datesOf(row: TimelineRow): [string | null, string | null] {
  const start = row.date_start ?? row.period_start ?? null;
  const hasEnd = row.date_end !== undefined || row.period_end !== undefined;
  return [start, hasEnd ? (row.date_end ?? row.period_end ?? null) : start];
}

function eventOf(row: TimelineRow, latest: number): TimelineEvent {
  const [start, end] = datesOf(row);
  const time = (iso: string | null, at: Edge): number | null => edgeOf(iso, at)?.getTime() ?? null;
  const isWorkedOut = row.year_basis === "worked_out";
  const [from, until] = [time(start, "first"), time(end, "last")];
  const words = wordsOf(start, end, row.precision === "season");
  const known = {isWorkedOut, words: `${words}${isWorkedOut ? "*" : ""}`};
  if (from === null && until === null)
    return {
      ...known,
      interval: null,
      sure: [0, 0],
      anchor: Number.POSITIVE_INFINITY,
      isDay: false,
      isOpen: false,
      isUntil: false,
    };
  const first = from ?? Math.min(until! - month, time(end, "first")!);
  const last = Math.max(until ?? Math.max(latest, first + month), first);
  const isDay = start === end && start!.length === 10;
  const sure: Interval = [time(start, "begun") ?? last, time(end, "lasting") ?? last];
  // What may be, or begin, anywhere in a month or a year stands in its middle.
  const anchor = from === null ? until! : (first + Math.min(time(start, "last") ?? first, last)) / 2;
  return {
    ...known,
    interval: isDay ? [first, first] : [first, last],
    sure,
    anchor,
    isDay,
    isOpen: until === null,
    isUntil: from === null,
  };
}

function wordsOf(start: string | null, end: string | null, isSeason: boolean): string {
  const part = isSeason && partOf(start);
  if (part) return end ? capitalize(part) : `Since ${part}`;
  if (start && end) return start === end ? formatDate(start) : rangeOf(start, end);
  return start ? `Since ${formatDate(start)}` : end ? `By ${formatDate(end)}` : "No date";
}

/** Returns the part of a year or a month that begins with a date: “early 2022”, “late February 2024”. */
function partOf(start: string | null): string | null {
  const [, whole, part] = /^(\d{4}|\d{4}-\d{2})-(\d{2})$/.exec(start ?? "") ?? [];
  if (!whole) return null;
  const share = (Number(part) - 1) / (whole.length === 4 ? 12 : 30);
  return `${share < 0.3 ? "early" : share < 0.6 ? "mid" : "late"} ${formatDate(whole)}`;
}

/** Returns a range of dates without what both share: “6 to 9 June 2023”. */
function rangeOf(start: string, end: string): string {
  const [from, to] = [start, end].map((iso) => formatDate(iso).split(" "));
  const both = Math.min(from.length, to.length) - 1;
  let shared = 0;
  while (shared < both && from.at(-1 - shared) === to.at(-1 - shared)) shared++;
  return `${from.slice(0, from.length - shared).join(" ")} to ${to.join(" ")}`;
}
