import type {Row, TableRows} from "../../src/waybill/model/tables.js";
import {tableNames} from "../../src/waybill/model/tables.js";
import {compareFigures, describeDifference, rowsAt} from "../diff.js";
import {rowsAbout, tablesAbout} from "../scope.js";
import {queryCharts} from "../site/queryCharts.js";
import {loadTables} from "../tables.js";
import {run} from "./run.js";

await run({
  help: `
waybill diff [REVISION] [--seeds FOLDER]

Compares the tables that the seeds give now with those of a git revision
(default: HEAD), and prints for a corrections log which figures appeared,
vanished, were reworded or changed, and which charts stand on them.

  REVISION         a commit, branch or tag
  --seeds FOLDER   where the articles are (default: seeds)
  -h, --help       this help`,
  options: {seeds: {type: "string"}},
  files: true,
  async main({seeds = "seeds"}, [revision = "HEAD"]) {
    const now = loadTables(String(seeds));
    const before = rowsAt(revision, "figures");
    const uses = new Map<string, Set<string>>();
    const then = rowsBefore(revision);
    await addUses(uses, (tag) => tablesAbout(now, tag));
    await addUses(uses, (tag) => rowsAbout(then, tag));
    const difference = compareFigures(before, now.figures as unknown as Row[]);
    const lines = describeDifference(difference, (ids) =>
      [...new Set(ids.flatMap((id) => [...(uses.get(id) ?? [])]))].sort(),
    );
    console.log(lines.length > 0 ? lines.join("\n") : `no figure differs from ${revision}`);
  },
});

function rowsBefore(revision: string): TableRows {
  return Object.fromEntries(
    tableNames.map((name) => [
      name,
      rowsAt(revision, name).map((row) =>
        Object.fromEntries(Object.entries(row).map(([cell, value]) => [cell, value === "" ? null : value])),
      ),
    ]),
  ) as unknown as TableRows;
}

// Which charts show a figure: those whose rows name it. Tables of an old schema are passed over.
async function addUses(
  uses: Map<string, Set<string>>,
  tablesOf: (tag: string | undefined) => TableRows,
): Promise<void> {
  for (const {chart, rows} of await queryCharts(tablesOf).catch(() => []))
    for (const {stands_on} of rows)
      for (const statement of stands_on.split(" "))
        uses.set(statement, (uses.get(statement) ?? new Set()).add(chart.id));
}
