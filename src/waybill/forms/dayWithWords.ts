import {edgeOf} from "../marks/span.js";

/** A day, and what began on it. */
export interface DayWithWords {
  day: string;
  time: number;
  words: string;
}

/**
 * Returns a day with its words, or null where they are not written so.
 *
 * ```js
 * dayWithWords("2023-06-06 The dam breaks") // {day: "2023-06-06", time: 1686009600000, words: "The dam breaks"}
 * ```
 */
export function dayWithWords(written: string): DayWithWords | null {
  const [, day, words] = /^(\d{4}-\d{2}-\d{2})\s+(\S.*)$/.exec(written.trim()) ?? [];
  const date = edgeOf(day, "first");
  const isDay = date?.toISOString().startsWith(day ?? " ");
  return date && day && words && isDay ? {day, time: date.getTime(), words} : null;
}
