import type {Figure} from "../model/figure.js";
import {unitFactor} from "../model/unitFactor.js";
import type {Amount} from "./numbers.js";

type Measured = Pick<Figure, "kind" | "unit" | "per"> & Amount;

/** Whether two figures may state the same: of one kind, or a third and 33%, a bare 648 and 648 candidates. */
export function isComparable(a: Pick<Figure, "kind" | "unit">, b: Pick<Figure, "kind" | "unit">): boolean {
  return a.kind === b.kind || (isPart(a) && isPart(b)) || isBare(a) || isBare(b);
}

/**
 * Returns a figure's amount in the unit of another one, null if the two do not
 * measure alike. A bare number takes the other's unit; so does a price that does
 * not say for how much.
 *
 *     inUnitOf({kind: "percent", unit: "percent", …}, {kind: "share", value: 0.25, …})  // {value: 25, …}
 */
export function inUnitOf(known: Measured, figure: Measured): Amount | null {
  if (isPart(figure) && isPart(known)) return times(figure, hundredths(figure) / hundredths(known));
  if (isBare(figure) || isBare(known)) return figure;
  if (figure.kind !== known.kind) return null;
  if (figure.unit === known.unit)
    return figure.per === known.per || !figure.per || !known.per ? figure : null;
  if (figure.kind === "money" || figure.kind === "count" || figure.per !== known.per) return null;
  const factor = figure.unit && known.unit ? unitFactor(figure.unit, known.unit) : null;
  return factor === null ? null : times(figure, 1 / factor);
}

const isPart = ({kind}: Pick<Figure, "kind">): boolean => kind === "percent" || kind === "share";

const isBare = ({unit}: Pick<Figure, "unit">): boolean => unit === null;

const hundredths = ({kind}: Pick<Figure, "kind">): number => (kind === "share" ? 100 : 1);

function times({value, low, high, qualifier}: Amount, factor: number): Amount {
  const by = (number: number | null): number | null =>
    number === null ? null : Number((number * factor).toPrecision(12));
  return {value: by(value), low: by(low), high: by(high), qualifier};
}
