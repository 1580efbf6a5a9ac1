import type {FigureRow} from "../../src/waybill/model/figure.js";

type Amount = Pick<FigureRow, "kind" | "value" | "low" | "high" | "unit">;

/**
 * Returns whether one amount may be another told in another unit: money in
 * another currency, or a measure of the same kind that comes to about as much.
 * Units that are not known here are believed in brackets only.
 */
export function isConversion(a: Amount, b: Amount, {inBrackets}: {inBrackets: boolean}): boolean {
  if (a.kind !== b.kind || a.unit === b.unit || a.unit === null || b.unit === null) return false;
  if (a.kind === "money") return true;
  if (!measures.has(a.kind)) return false;
  const [one, other] = [inBase(a), inBase(b)];
  if (one === null || other === null) return inBrackets && one === other;
  return one.base === other.base && isNear(one.value, other.value);
}

const measures = new Set(["mass", "length", "area", "volume", "rate", "other"]);

// As near as rounding, a short ton for a tonne or an American for a British gallon allow.
function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.25 * Math.max(Math.abs(a), Math.abs(b)) + 1e-9;
}

function inBase({unit, value, low, high}: Amount): {base: string; value: number} | null {
  const middle = value ?? ((low ?? high ?? Number.NaN) + (high ?? low ?? Number.NaN)) / 2;
  // Absolute, so that a fourth of it is a fourth: degrees have no zero of their own.
  if (unit === "degree celsius") return {base: "celsius", value: middle};
  if (unit === "degree fahrenheit") return {base: "celsius", value: ((middle - 32) * 5) / 9};
  for (const [base, factors] of Object.entries(units))
    if (unit !== null && unit in factors) return {base, value: middle * factors[unit]};
  return null;
}

const units: Record<string, Record<string, number>> = {
  kilogram: {
    gram: 0.001,
    kilogram: 1,
    tonne: 1000,
    ton: 1000,
    ounce: 0.02835,
    pound: 0.4536,
  },
  metre: {
    millimetre: 0.001,
    centimetre: 0.01,
    metre: 1,
    kilometre: 1000,
    inch: 0.0254,
    foot: 0.3048,
    yard: 0.9144,
    mile: 1609,
    "nautical mile": 1852,
  },
  "square metre": {
    "square foot": 0.0929,
    "square metre": 1,
    acre: 4047,
    hectare: 1e4,
    "square kilometre": 1e6,
    "square mile": 2.59e6,
  },
  litre: {
    millilitre: 0.001,
    pint: 0.5,
    litre: 1,
    gallon: 4,
    "cubic foot": 28.3,
    barrel: 159,
    "cubic metre": 1000,
  },
  "metre per second": {
    "metre per second": 1,
    "kilometre per hour": 0.2778,
    "mile per hour": 0.447,
    knot: 0.5144,
  },
};
