import type {Figure} from "./figure.js";

/** When something was, as far as a text tells: days, months or years, each null where it is open or not told. */
export type Period = Pick<Figure, "period_start" | "period_end">;

/** Returns whether one of two periods ends before the other begins; what is not told is never apart. */
export function isPeriodApart(a: Period, b: Period): boolean {
  return isBefore(a.period_end, b.period_start) || isBefore(b.period_end, a.period_start);
}

// “2023” and “2023-05” are not apart: they are compared as far as both go.
function isBefore(end: string | null, start: string | null): boolean {
  return end !== null && start !== null && end.slice(0, start.length) < start.slice(0, end.length);
}
