import {textSize} from "../theme.js";
import {widthOf} from "./measure.js";

/**
 * Returns those of the values whose words, centred at their places, stay
 * between the edges and clear of the words before them.
 */
export function fitTicks<T>(
  values: readonly T[],
  {
    place,
    format,
    left,
    right,
  }: {place: (value: T) => number; format: (value: T) => string; left: number; right: number},
): T[] {
  let taken = left - 8;
  return values.filter((value) => {
    const half = widthOf([format(value)], textSize.small) / 2;
    const at = place(value);
    if (at - half < taken + 8 || at + half > right) return false;
    taken = at + half;
    return true;
  });
}
