import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import type {TableRows} from "../../src/waybill/model/tables.js";
import {type Database, openDatabase} from "../database.js";
import {InputError} from "../InputError.js";
import {type Definition, readDefinitions} from "./definitions.js";
import {sqlProblem} from "./sqlProblem.js";

export interface QueriedChart {
  chart: Chart;
  rows: ChartRow[];
}

/** A chart to query, and where it is defined if that is known. */
export type Queried = Pick<Definition, "chart"> & Partial<Definition>;

/**
 * Returns the given charts, or every one, with their rows: each from the
 * tables of the articles that it is about, which `tablesOf` returns by their
 * tag. A chart whose query fails, or that a page writes and that has no rows, is
 * reported with its file, and left out; without \`report\` it is thrown.
 */
export async function queryCharts(
  tablesOf: (tag: string | undefined) => TableRows,
  queried: readonly Queried[] = readDefinitions(),
  report: (problem: InputError) => void = (problem) => {
    throw problem;
  },
): Promise<QueriedChart[]> {
  const made = new Map<string | undefined, TableRows>();
  const open = new Map<TableRows, Database>();
  const databaseOf = async (tag: string | undefined): Promise<Database> => {
    const tables = made.get(tag) ?? tablesOf(tag);
    made.set(tag, tables);
    const database =
      open.get(tables) ?? (await openDatabase(tables, {for: queried.map(({chart}) => chart.query)}));
    open.set(tables, database);
    return database;
  };
  const results: QueriedChart[] = [];
  try {
    for (const definition of queried) {
      const {chart, written, file = fileOf(chart)} = definition;
      let rows: ChartRow[];
      try {
        rows = await rowsOf(definition, await databaseOf(chart.articles));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        report(error);
        continue;
      }
      if (written && rows.length === 0)
        report(
          new InputError(
            file,
            written.lineOf(written.fields.of === undefined ? "id" : "of"),
            `chart has no rows: "${chart.id}"${written.fields.of === undefined ? "" : ` (no fact where ${written.fields.of.replace(/\s+/g, " ")})`}`,
          ),
        );
      else results.push({chart, rows});
    }
  } finally {
    for (const database of open.values()) database.close();
  }
  return results;
}

const fileOf = ({id}: Chart): string => `src/charts/${id}.ts`;

async function rowsOf(
  {chart, written, file = fileOf(chart)}: Queried,
  database: Database,
): Promise<ChartRow[]> {
  try {
    return await database.query<ChartRow>(chart.query);
  } catch (cause) {
    const {message} = cause as Error;
    const line = written ? written.lineOf("of") : null;
    throw new InputError(file, line, `query of "${chart.id}" fails: ${sqlProblem(message)}`, {cause});
  }
}
