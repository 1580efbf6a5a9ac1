import type {Found} from "../Found.js";
import type {Period} from "../find/date.js";

/**
 * Returns the figures as every figure is, whatever the finders made of the text:
 * apart from each other, with finite numbers, the lower before the higher. What
 * cannot be is told to `drop`, so that its numerals are accounted for.
 */
export function settleFigures(figures: readonly Found[], drop: (figure: Found) => void): Found[] {
  const settled: Found[] = [];
  for (const figure of figures) {
    const {value, low, high} = figure;
    const overlaps = figure.from < (settled.at(-1)?.to ?? 0);
    const isEmpty = value === null && low === null && high === null;
    if (overlaps || isEmpty || !(isSound(value) && isSound(low) && isSound(high))) {
      drop(figure);
      continue;
    }
    settled.push(withOrderedBounds(figure));
  }
  return settled;
}

const isSound = (number: number | null): boolean => number === null || Number.isFinite(number);

function withOrderedBounds(figure: Found): Found {
  const {low, high} = figure;
  const isTurned = low !== null && high !== null && low > high;
  figure.value = plus(figure.value);
  figure.low = plus(isTurned ? high : low);
  figure.high = plus(isTurned ? low : high);
  return figure;
}

// “minus 0” is 0.
const plus = (number: number | null): number | null => (number === 0 ? 0 : number);

/**
 * Returns a period without its ends if it is told to end before it starts, “from
 * 2024 to 2019”. Of months and days as much is compared as both have.
 */
export function settlePeriod<P extends Pick<Period, "start" | "end" | "backward">>(period: P): P {
  const {start, end} = period;
  const isBackward =
    start !== null && end !== null && end.slice(0, start.length) < start.slice(0, end.length);
  return isBackward ? {...period, start: null, end: null, backward: true} : period;
}
