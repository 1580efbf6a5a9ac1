import type {InputError} from "../InputError.js";
import {checkCharts} from "./checkCharts.js";
import {checkSql, withDeclaredTables} from "./checkSql.js";
import {type Page, readPages} from "./readPage.js";

/**
 * Returns all that is wrong in the pages under src/, each with file and line:
 * charts that do not exist or are not written right, scripts that cannot be
 * read, imports that fail, SQL that does not fit the tables.
 */
export async function checkPages(pages: readonly Page[] = readPages()): Promise<InputError[]> {
  const problems: InputError[] = [];
  const report = (problem: InputError): void => {
    problems.push(problem);
  };
  const used = pages.filter(({matter}) => matter.draft !== true);
  await withDeclaredTables(async (connection) => {
    await checkCharts(used, connection, report);
    await checkSql(used, connection, report);
  });
  return problems;
}
