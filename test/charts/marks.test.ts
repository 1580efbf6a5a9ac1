import {readFileSync} from "node:fs";
import path from "node:path";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables} from "../../loaders/tables.js";
import {sentenceHref} from "../../src/waybill/chart/Chart.js";
import {widths} from "../../src/waybill/chart/widths.js";
import {everyChart} from "./everyChart.js";
import {queryCharts} from "./queryCharts.js";

const tables = loadTables();
const rowsOf = await queryCharts(tables);
const statements = statementsOf(tables);

const flat = (text: string | null | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();

describe("what a mark leads to, on the built site", () => {
  const documents = new Map<string, Document>();
  const pageOf = (address: string): Document => {
    const file = path.posix.join("dist", address);
    if (!documents.has(file)) documents.set(file, parseHTML(readFileSync(file, "utf8")).document);
    return documents.get(file)!;
  };
  const resolve = (href: string, from: string): {page: Document; hash: string} => {
    const {pathname, hash} = new URL(href, `http://localhost${from}`);
    return {page: pageOf(pathname), hash: decodeURIComponent(hash.slice(1))};
  };

  it.each(everyChart.map(([id]) => id))("%s: a sentence that has the words the mark stands on", (id) => {
    const rows = rowsOf.get(id)!;
    const links = [...pageOf(`/charts/${id}.html`).querySelectorAll(".drawings svg a")];
    expect(links).toHaveLength(rows.length * widths.length);
    for (const link of links) {
      const row = rows[Number(link.getAttribute("data-row"))];
      const {page, hash} = resolve(link.getAttribute("href")!, `/charts/${id}.html`);
      const target = page.getElementById(hash);
      expect(target, `${row.article_id}#${hash}`).not.toBeNull();
      if (row.figure_id) {
        expect(target!.textContent).toBe(row.exact);
        expect(flat(row.sentence)).toContain(flat(row.exact));
        expect(flat(target!.closest("p")?.textContent)).toContain(flat(row.sentence));
      } else if (row.sentence) {
        expect(flat(target!.textContent)).toBe(flat(row.sentence));
        expect(flat(row.sentence)).toContain(flat(row.exact));
      } else expect(hash).toBe("citation");
    }
  });

  it.each(everyChart.map(([id]) => id))("%s: all that a mark stands on is known and has its place", (id) => {
    for (const {stands_on} of rowsOf.get(id)!) {
      expect(stands_on).not.toBe("");
      for (const statement of stands_on.split(" ")) {
        const known = statements.get(statement);
        expect(known, statement).toBeDefined();
        const {article_id, anchor, exact} = known!;
        const target = pageOf(`/sources/${article_id}.html`).getElementById(anchor);
        expect(target, `${article_id}#${anchor}`).not.toBeNull();
        if (anchor !== "citation") expect(flat(target!.textContent)).toContain(flat(exact));
      }
    }
  });

  it.each(everyChart.map(([id]) => id))("%s: the first of what a mark stands on is where it leads", (id) => {
    for (const row of rowsOf.get(id)!)
      if (row.figure_id) expect(row.stands_on.split(" ")[0], row.exact).toBe(row.figure_id);
      else {
        const {anchor, article_id} = statements.get(row.stands_on.split(" ")[0])!;
        expect(sentenceHref(row)).toBe(`/sources/${article_id}.html#${anchor}`);
      }
  });
});
