import type {Figure} from "../../src/waybill/model/figure.js";

/** What a quantity may be, from low to high; an infinite end is open. `known` is false where a hedge gives no bounds. */
export interface Interval {
  low: number;
  high: number;
  known: boolean;
}

const unknown: Interval = {low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, known: false};

/**
 * Returns what a figure's wording allows: “more than 20” is 20 to infinity,
 * “63” is 63 to 63, “up to 5” is 0 to 5. “About” and “almost” give no bounds.
 */
export function intervalOf({
  value,
  low,
  high,
  qualifier,
}: Pick<Figure, "value" | "low" | "high" | "qualifier">): Interval {
  if (qualifier === "about" || qualifier === "almost") return unknown;
  if (low !== null || high !== null)
    return {low: low ?? Math.min(0, high ?? 0), high: high ?? Number.POSITIVE_INFINITY, known: true};
  return value === null ? unknown : {low: value, high: value, known: true};
}

type Operator = "+" | "-" | "*" | "/";

/** Returns what the result may be, by interval arithmetic. Dividing by what may be 0 leaves it open. */
export function combine(operator: Operator, a: Interval, b: Interval): Interval {
  if (!a.known || !b.known) return unknown;
  if (operator === "+") return {low: a.low + b.low, high: a.high + b.high, known: true};
  if (operator === "-") return {low: a.low - b.high, high: a.high - b.low, known: true};
  if (operator === "/") {
    if (b.low <= 0 && b.high >= 0) return unknown;
    return combine("*", a, {low: 1 / b.high, high: 1 / b.low, known: true});
  }
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map((x) =>
    Number.isNaN(x) ? 0 : x,
  );
  return {low: Math.min(...ends), high: Math.max(...ends), known: true};
}

/** Returns the smallest interval that holds all the given ones. */
export function hull(intervals: readonly Interval[]): Interval {
  if (intervals.some(({known}) => !known)) return unknown;
  return {
    low: Math.min(...intervals.map(({low}) => low)),
    high: Math.max(...intervals.map(({high}) => high)),
    known: true,
  };
}
