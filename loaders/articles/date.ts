const firstPrint = 1450;
const day = 24 * 60 * 60 * 1000;

/**
 * Returns what is wrong with the day on which an article is said to have been
 * published; null if it is a day of the calendar, not before print and not more
 * than a year after `now`.
 *
 * @example
 * dateProblem("2024-02-30"); // 'is not a date: "2024-02-30" (write YYYY-MM-DD)'
 */
export function dateProblem(date: unknown, now = Date.now()): string | null {
  if (typeof date !== "string" || !isDay(date)) return `is not a date: "${date}" (write YYYY-MM-DD)`;
  if (Number(date.slice(0, 4)) < firstPrint) return `is before there was print: "${date}"`;
  if (Date.parse(date) > now + 366 * day) return `is in the future: "${date}"`;
  return null;
}

/** Returns whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
