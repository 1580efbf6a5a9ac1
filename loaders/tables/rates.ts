import {existsSync} from "node:fs";
import {isDay} from "../articles/date.js";
import {InputError, readEach} from "../InputError.js";
import {readCsv} from "../readCsv.js";

/** What one unit of a currency was worth in US dollars on a day, and who says so: a row of seeds/vocab/rates.csv. */
export interface Rate {
  unit: string;
  usd: number;
  date: string;
  source: string;
}

/** Returns the rates in the given file; [] without it. Throws what is wrong, all at once: rows without number, day or source. */
export function readRates(file = "seeds/vocab/rates.csv"): Rate[] {
  if (!existsSync(file)) return [];
  const rows = readCsv(file, ["unit", "usd", "date", "source"]);
  return readEach(rows, ({line, cells: {unit, usd, date, source}}) => {
    if (!/^[A-Z]{3}$/.test(unit)) throw new InputError(file, line, `unit is no ISO 4217 code: "${unit}"`);
    if (!(Number(usd) > 0 && Number.isFinite(Number(usd))))
      throw new InputError(file, line, `usd is no number above 0: "${usd}"`);
    if (!isDay(date)) throw new InputError(file, line, `date is not a date: "${date}" (write YYYY-MM-DD)`);
    if (!source.trim()) throw new InputError(file, line, `the rate of ${unit} has no source`);
    return {unit, usd: Number(usd), date, source: source.trim()};
  });
}

/**
 * Returns the rate for a sum in the given currency at the given time: the last
 * one of that day or before, else the first one; null if none is known.
 */
export function rateFor(rates: readonly Rate[], unit: string, when: string | null): Rate | null {
  const own = rates.filter((rate) => rate.unit === unit).sort((a, b) => (a.date < b.date ? -1 : 1));
  if (when === null) return own.at(-1) ?? null;
  return own.findLast(({date}) => date.slice(0, when.length) <= when) ?? own[0] ?? null;
}
