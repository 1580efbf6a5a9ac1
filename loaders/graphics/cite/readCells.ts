import {type DSVRowArray, dsvFormat} from "d3";
import {asWritten} from "../../../src/waybill/model/spreadsheet.js";

/** What stands between cells, in the order in which programs are likely to write it. */
const separators = [",", ";", "\t", "|"];

/**
 * Returns the rows of a table as text, whatever separates its cells, with what
 * was put before a formula taken away again: the separator is the one that
 * parts the first line into most names.
 */
export function readCells(text: string): DSVRowArray<string> {
  const head = text.slice(0, text.search(/\r?\n|$/));
  const parts = separators.map((separator) => head.split(separator).length);
  const separator = separators[parts.indexOf(Math.max(...parts))];
  const rows = dsvFormat(separator).parse(text.trimStart());
  for (const row of rows) for (const [name, cell] of Object.entries(row)) row[name] = asWritten(cell ?? "");
  return rows;
}
