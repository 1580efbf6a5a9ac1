/** Where zero stands and how long a unit is, so that bars and the words after them fit into a width. Pixels. */
export interface FittedScale {
  zero: number;
  unit: number;
}

/**
 * Returns the largest scale at which every bar from zero to its value, with its
 * words of the given widths after it, fits into `width`: to the right of zero
 * what is positive, to the left what is negative.
 *
 * ```js
 * fitScale([100, 50], [30, 30], 200) // {zero: 0, unit: 1.7}
 * ```
 */
export function fitScale(values: readonly number[], words: readonly number[], width: number): FittedScale {
  const reach = (unit: number, sign: 1 | -1): number =>
    values.reduce((most, value, i) => {
      if (Number.isNaN(value)) return sign === 1 ? Math.max(most, words[i]) : most;
      const isOfSide = sign === 1 ? value >= 0 : value < 0;
      return isOfSide ? Math.max(most, Math.abs(value) * unit + words[i]) : most;
    }, 0);
  const largest = Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
  if (largest === 0) return {zero: reach(0, -1), unit: 0};
  let [least, greatest] = [0, width / largest];
  // Halving forty times is closer than a pixel at any width.
  for (let n = 0; n < 40; n++) {
    const unit = (least + greatest) / 2;
    if (reach(unit, -1) + reach(unit, 1) <= width) least = unit;
    else greatest = unit;
  }
  return {zero: reach(least, -1), unit: least};
}
