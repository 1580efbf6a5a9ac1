import type {FigureRow} from "../../src/waybill/model/figure.js";

/** A unit as the powers of those it is made of: yuan a shipment is CNY 1, shipment -1; a bare number has none. */
export type Dimension = ReadonlyMap<string, number>;

export const plain: Dimension = new Map();

/**
 * Returns the unit of a figure as it is reckoned with: currencies and measures
 * keep theirs, and counts, percents, shares and multiples are bare numbers, for
 * rifles and pistols may be added up.
 */
export function dimensionOf({kind, unit}: Pick<FigureRow, "kind" | "unit">): Dimension {
  return unit === null || bare.has(kind) ? plain : new Map([[unit, 1]]);
}

const bare = new Set(["count", "percent", "percentage_points", "share", "multiple"]);

/** Returns the unit of a result. Throws an Error where units are added up or subtracted that are not the same. */
export function combineUnits(operator: "+" | "-" | "*" | "/", a: Dimension, b: Dimension): Dimension {
  if (operator === "+" || operator === "-") {
    const [one, other] = [nameOf(a), nameOf(b)];
    if (one !== other)
      throw new Error(`${operator === "+" ? "adds" : "subtracts"} different units: ${one} and ${other}`);
    return a;
  }
  const powers = new Map(a);
  for (const [unit, power] of b) {
    const sum = (powers.get(unit) ?? 0) + (operator === "*" ? power : -power);
    if (sum === 0) powers.delete(unit);
    else powers.set(unit, sum);
  }
  return powers;
}

/** Returns a unit in words: “GBP”, “CNY / shipment”, “a bare number”. */
export function nameOf(dimension: Dimension): string {
  const powers = [...dimension].sort(([a], [b]) => (a < b ? -1 : 1));
  const side = (sign: number): string =>
    powers
      .filter(([, power]) => power * sign > 0)
      .map(([unit, power]) => (Math.abs(power) === 1 ? unit : `${unit}^${Math.abs(power)}`))
      .join(" ");
  if (powers.length === 0) return "a bare number";
  return [side(1) || "1", side(-1)].filter(Boolean).join(" / ");
}
