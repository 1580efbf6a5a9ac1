import type {Figure, Qualifier} from "../model/figure.js";

/** What a comparison of numbers looks at. */
export type Amount = Pick<Figure, "value" | "low" | "high" | "qualifier">;

/**
 * How one amount stands to another that is known: `same` in number, whatever the
 * hedges; `implied`, if it must be so wherever the known one is; `apart`, if both
 * cannot be so; `open`, if neither.
 */
export type Relation = "same" | "implied" | "apart" | "open";

/**
 * Returns how a stated amount stands to a known one in the same unit.
 *
 *     relate({value: 60, low: 60, high: null, qualifier: "at_least"}, {value: 63, …})  // "implied"
 *     relate({value: 70, low: null, high: null, qualifier: null}, {value: 63, …})      // "apart"
 *
 * “About” and “almost” leave a tenth of room, and an exact number the room of its
 * last digit: who writes 4.5 million for 4.47 million has rounded it.
 */
export function relate(stated: Amount, known: Amount): Relation {
  if (isSame(stated, known)) return "same";
  const [one, other] = [boundsOf(stated), boundsOf(known)];
  if (one === null || other === null) return "open";
  const exact = boundsOf(known, {roomy: false}) ?? other;
  if (one.low <= exact.low && exact.high <= one.high) return "implied";
  if (one.high < other.low || other.high < one.low) return "apart";
  return "open";
}

/**
 * Whether one number is the other with a slip of the pen: two digits that changed
 * places, or another scale, as million for billion.
 */
export function isSlip({value: a}: Amount, {value: b}: Amount): boolean {
  if (a === null || b === null || a === b || a * b <= 0) return false;
  const [x, y] = [a, b].map((value) => digitsOf(Math.abs(value)));
  if (x === y) return x.length > 1 && Math.abs(Math.log10(a / b)) % 3 < 0.01;
  const differing = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
  return (
    x.length === y.length &&
    Math.floor(Math.log10(Math.abs(a))) === Math.floor(Math.log10(Math.abs(b))) &&
    differing.length === 2 &&
    x[differing[0]] === y[differing[1]] &&
    x[differing[1]] === y[differing[0]]
  );
}

const digitsOf = (value: number): string => value.toExponential().replace(/e.*$|\./g, "");

/** Whether two numbers are within a fifth of each other, as one is that bounds the other to some purpose. */
export function isClose(a: Amount, b: Amount): boolean {
  const [x, y] = [middleOf(a), middleOf(b)];
  return x !== null && y !== null && Math.abs(x - y) <= Math.max(Math.abs(x), Math.abs(y)) / 5;
}

function middleOf({value, low, high}: Amount): number | null {
  return value ?? (low !== null && high !== null ? (low + high) / 2 : (low ?? high));
}

/** Whether two hedges say the same: “over” and “more than” do, “more than” and none do not. */
export function sameHedge(a: Qualifier | null, b: Qualifier | null): boolean {
  return classOf(a) === classOf(b);
}

const classOf = (qualifier: Qualifier | null): string =>
  qualifier === null || qualifier === "exactly"
    ? "exact"
    : qualifier === "at_least"
      ? "more_than"
      : qualifier === "at_most" || qualifier === "up_to"
        ? "less_than"
        : qualifier;

function isSame(a: Amount, b: Amount): boolean {
  if (a.value !== null || b.value !== null) return a.value === b.value;
  return a.low === b.low && a.high === b.high;
}

interface Bounds {
  low: number;
  high: number;
}

// Null where a wording bounds nothing: “dozens”.
function boundsOf({value, low, high, qualifier}: Amount, {roomy = true} = {}): Bounds | null {
  if (value === null)
    return low === null && high === null ? null : {low: low ?? -Infinity, high: high ?? Infinity};
  const size = Math.abs(value);
  switch (qualifier) {
    case "more_than":
    case "at_least":
      return {low: value, high: high ?? Infinity};
    case "less_than":
    case "at_most":
    case "up_to":
      return {low: low ?? -Infinity, high: value};
    case "about":
      return {low: value - size / 10, high: value + size / 10};
    case "almost":
      return {low: value - size / 10, high: value};
    default:
      return roomy
        ? {low: value - halfStep(value), high: value + halfStep(value)}
        : {low: value, high: value};
  }
}

// Half of what the last digit that is no nought counts: 0.05 million for 4.5 million, nothing for 63.
// At most a twentieth: 3,000 is not said for 3,400.
function halfStep(value: number): number {
  const digits = /^(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(Math.abs(value).toExponential());
  if (!digits) return 0;
  const step = 10 ** (Number(digits[3]) - (digits[2]?.length ?? 0));
  if (Number.isInteger(value) && Math.abs(value) < 1000) return 0;
  return Math.min(step / 2, Math.abs(value) / 20);
}
