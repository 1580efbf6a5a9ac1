import {tableFromIPC} from "@uwdata/flechette";
import type {ResultColumn} from "../../../waybill/page/sql/resultTable.js";

/** What a cell of a file is: a number, words, true or false, or nothing. */
export type Plain = number | string | boolean | null;

const whole = /^U?(?:TINY|SMALL)?INT(?:EGER)?$/;
const fractional = /^(?:DOUBLE|FLOAT|DECIMAL.*)$/;

/** Whether a type of DuckDB's is a number that a double holds. */
export const isNumber = (type: string): boolean => whole.test(type) || fractional.test(type);

/**
 * Returns the rows of an Arrow stream with plain cells: numbers where a double
 * holds them, days and times as ISO 8601, whole numbers past 2^53 and all that
 * has no likeness in JSON as words.
 */
export function rowsOf(stream: Uint8Array, columns: readonly ResultColumn[]): Record<string, Plain>[] {
  const table = tableFromIPC(stream, {useDate: true, useBigInt: true, useDecimalInt: false});
  const cells = columns.map((column, n) => ({...column, at: (row: number) => table.getChildAt(n)!.at(row)}));
  return Array.from({length: table.numRows}, (_, row) =>
    Object.fromEntries(cells.map(({name, type, at}) => [name, plain(at(row), type)])),
  );
}

function plain(cell: unknown, type: string): Plain {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === "boolean") return cell;
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : String(cell);
  if (typeof cell === "bigint") return Number.isSafeInteger(Number(cell)) ? Number(cell) : String(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, type === "DATE" ? 10 : undefined);
  if (typeof cell === "string") return cell;
  return JSON.stringify(cell, (_key, value) => {
    if (typeof value === "bigint") return String(value);
    return ArrayBuffer.isView(value) ? Array.from(value as Int32Array) : value;
  });
}
