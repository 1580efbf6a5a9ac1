/** A day, a month or a year: ISO 8601 as precisely as it is known. */
export interface Calendar {
  year: number;
  month: number;
  day: number;
}

/** Returns the given ISO date as numbers, or null. */
export function toCalendar(iso: string | null): Calendar | null {
  const match = iso ? /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) : null;
  return match ? {year: Number(match[1]), month: Number(match[2]), day: Number(match[3])} : null;
}

export const formatMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month, 2)}`;
export const formatDay = (year: number, month: number, day: number): string =>
  `${formatMonth(year, month)}-${pad(day, 2)}`;

function pad(n: number, width: number): string {
  return String(n).padStart(width, "0");
}

/** Returns the calendar day that lies the given number of days after another. */
export function addDays({year, month, day}: Calendar, days: number): Calendar {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()};
}

/** Returns the first day of the month that lies the given number of months after another. */
export function addMonths({year, month}: Calendar, months: number): Calendar {
  const index = year * 12 + (month - 1) + months;
  return {year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day: 1};
}

/** Returns the first and the last of a number of months, from the given one on, which may lie outside its year. */
export function monthsFrom(year: number, month: number, length = 1): {start: string; end: string} {
  const first = addMonths({year, month: 1, day: 1}, month - 1);
  const last = addMonths(first, length - 1);
  return {start: formatMonth(first.year, first.month), end: formatMonth(last.year, last.month)};
}

/** Returns the day of the week, 0 for Sunday. */
export function weekdayOf({year, month, day}: Calendar): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
