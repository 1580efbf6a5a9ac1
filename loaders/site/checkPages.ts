import {charts} from "../../src/charts/index.js";
import {InputError} from "../InputError.js";
import {checkSql} from "./checkSql.js";
import {type Page, readPages} from "./readPage.js";

/**
 * Returns all that is wrong in the pages under src/, each with file and line:
 * charts that do not exist, scripts that cannot be read, imports that fail, SQL
 * that does not fit the tables.
 */
export async function checkPages(pages: readonly Page[] = readPages()): Promise<InputError[]> {
  const problems: InputError[] = [];
  const report = (problem: InputError): void => {
    problems.push(problem);
  };
  const used = pages.filter(({matter}) => matter.draft !== true);
  for (const page of used) checkCharts(page, report);
  await checkSql(used, report);
  return problems;
}

function checkCharts({file, blocks}: Page, report: (problem: InputError) => void): void {
  const ids: string[] = charts.map(({id}) => id);
  for (const {tag, content, line} of blocks) {
    if (tag !== "chart") continue;
    for (const [n, text] of content.split("\n").entries()) {
      const id = text.trim();
      if (id && !ids.includes(id))
        report(new InputError(file, line + n, `unknown chart: ${id} (have: ${ids.join(", ")})`));
    }
  }
}
