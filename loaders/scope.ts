import {
  type Row,
  referencesOf,
  type TableName,
  type TableRows,
  tableNames,
  tables,
} from "../src/waybill/model/tables.js";
import {articlesWithout, derivedWithout} from "./tables/leaveOut.js";
import {type Tables, tabulate} from "./tables.js";

const isTagged = ({tags}: {tags?: unknown}, tag: string): boolean =>
  typeof tags === "string" && tags.split(" ").includes(tag);

/**
 * Returns the tables as they would be if there were no articles but those with
 * the given tag: facts, parties and disagreements are of theirs alone. These
 * tables themselves if every article has the tag, or none is asked for.
 */
export function tablesAbout(all: Tables, tag: string | undefined): TableRows {
  if (tag === undefined) return all;
  const out = new Set(
    all.texts.filter((article) => !isTagged(article, tag)).map(({article_id}) => article_id),
  );
  if (out.size === 0) return all;
  const derived = derivedWithout(all.options.derived ?? [], out);
  return tabulate(articlesWithout(all.texts, out), {...all.options, derived});
}

/**
 * Returns the rows of tables that stand on articles with the given tag: for
 * tables of which the articles' texts are gone. Lists of ids keep those that
 * are left. Tables that are older than tags are returned as they are.
 */
export function rowsAbout(all: TableRows, tag: string | undefined): TableRows {
  if (tag === undefined || !all.articles.some((row) => "tags" in row)) return all;
  const kept = new Map<string, Set<unknown>>();
  const isKept = (table: string, id: unknown): boolean => kept.get(table)?.has(id) ?? true;
  const cut = (name: TableName, row: Row): Row[] => {
    if (name === "articles" && !isTagged(row, tag)) return [];
    const left = {...row};
    for (const {name: column, refersTo, list} of referencesOf(name)) {
      const cell = row[column];
      if (cell === null || refersTo === name) continue;
      if (list) {
        const ids = String(cell)
          .split(" ")
          .filter((id) => isKept(refersTo!, id));
        if (ids.length === 0) return [];
        left[column] = ids.join(" ");
      } else if (!isKept(refersTo!, cell)) return [];
    }
    return [left];
  };
  return Object.fromEntries(
    tableNames.map((name) => {
      const rows = (all[name] as unknown as Row[]).flatMap((row) => cut(name, row));
      kept.set(name, new Set(rows.map((row) => row[tables[name].key])));
      return [name, rows];
    }),
  ) as unknown as TableRows;
}
