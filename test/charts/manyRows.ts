import type {ChartRow} from "../../src/waybill/chart/Chart.js";

/** Rows that differ from each other in their ids, values and words, made from a chart's own: always the same for the same number. */
export function manyRows(rows: readonly ChartRow[], count: number): ChartRow[] {
  const random = seeded(count);
  return Array.from({length: count}, (_, n) => {
    const row = rows[n % rows.length] as ChartRow & Record<string, unknown>;
    const id = Math.floor(random() * 2 ** 40).toString(36);
    const value = Math.round(10 ** (3 + random() * 5));
    const article_id = `article-${Math.floor(random() * 900)}`;
    const figure_id = `${article_id}-${value}-${id.slice(0, 5)}`;
    const exact = `$${value}`;
    const cells: Record<string, unknown> = {
      ...row,
      article_id,
      figure_id,
      stands_on: figure_id,
      facts: `fact-${figure_id}`,
      exact,
      sentence: `${row.sentence.slice(0, 40 + Math.floor(random() * 60))} ${exact} ${id}.`,
    };
    for (const column of ["value", "usd", "fact_value"])
      if (typeof row[column] === "number") cells[column] = value;
    for (const column of ["supplier", "recipient"])
      if (row[column]) cells[column] = `${row[column]} ${Math.floor(random() * 90)}`;
    return cells as unknown as ChartRow;
  });
}

// mulberry32
function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
