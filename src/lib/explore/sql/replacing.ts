import {sqlName, sqlString} from "../../../waybill/model/escape.js";
import {formula, number} from "../../../waybill/model/spreadsheet.js";
import type {ResultColumn} from "../../../waybill/page/sql/resultTable.js";

const wordless = /^(?:INTERVAL|TIME(?: WITH TIME ZONE)?|U?HUGEINT|BLOB|BIT)$/;

/** Returns a query for all rows of a table, with words in the columns whose type plain files have no likeness of. */
export const plainQuery = (table: string, columns: readonly ResultColumn[]): string =>
  replacing(table, columns, wordless, (name) => `${name}::VARCHAR`);

/** Returns a query for all rows of a table, with no words that a spreadsheet would run, as `harmless` has it. */
export const harmlessQuery = (table: string, columns: readonly ResultColumn[]): string =>
  replacing(table, columns, /^VARCHAR$/, (name) => {
    const isFormula = `regexp_matches(${name}, ${sqlString(formula.source)})`;
    const isNumber = `regexp_matches(${name}, ${sqlString(`(?i)${number.source}`)})`;
    return `CASE WHEN ${isFormula} AND NOT ${isNumber} THEN chr(39) || ${name} ELSE ${name} END`;
  });

function replacing(
  table: string,
  columns: readonly ResultColumn[],
  type: RegExp,
  by: (name: string) => string,
): string {
  const replaced = columns
    .filter((column) => type.test(column.type))
    .map(({name}) => `${by(sqlName(name))} AS ${sqlName(name)}`);
  return `SELECT *${replaced.length > 0 ? ` REPLACE (${replaced.join(", ")})` : ""} FROM ${table}`;
}
