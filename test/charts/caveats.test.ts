import {readFileSync} from "node:fs";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables} from "../../loaders/tables.js";
import {caveatsAtMarks, caveatsBelow, caveatsOf} from "../../src/waybill/chart/caveats.js";
import {everyChart} from "./everyChart.js";
import {queryCharts} from "./queryCharts.js";

const tables = loadTables();
const statements = statementsOf(tables);
const rowsOf = await queryCharts(tables);
const read = (file: string): string => readFileSync(`dist/${file}`, "utf8");
/** The words of a document, however they are broken into lines. */
const wordsOf = (markup: string): string =>
  [...parseHTML(markup).document.querySelectorAll("text, p, title, desc")]
    .map((element) => element.textContent)
    .join(" ")
    .replace(/\s+/g, " ");

describe("what articles say against their figures", () => {
  it.each(everyChart)(
    "%s: stands in every edition of its chart, in the page with a link to its sentence",
    (id, chart) => {
      const caveats = caveatsOf(rowsOf.get(id)!);
      const below = caveatsBelow(chart, rowsOf.get(id)!);
      const {document} = parseHTML(read(`charts/${id}.html`));
      const links = [...document.querySelectorAll(".chart-caveats a")];
      expect(links.map((link) => link.textContent)).toEqual(below.map(({text}) => text));
      // What stands at a mark has its sentence in the line of that mark.
      const told = [...document.querySelectorAll(".statement a")].map((link) => link.getAttribute("href"));
      for (const {id: said} of caveats.filter(({text}) => below.every((other) => other.text !== text))) {
        const {article_id, anchor} = statements.get(said)!;
        expect(
          told.some((href) => href!.endsWith(`sources/${article_id}.html#${anchor}`)),
          said,
        ).toBe(true);
      }
      below.forEach(({id: said}, n) => {
        const {article_id, anchor} = statements.get(said)!;
        expect(links[n].getAttribute("href")).toContain(`sources/${article_id}.html#${anchor}`);
      });
      const json = JSON.parse(read(`graphics/${id}.json`)) as {notes: string[]; description: string};
      const editions: Record<string, string> = {
        description: json.description,
        svg: wordsOf(read(`graphics/${id}.svg`)),
        html: wordsOf(read(`graphics/${id}.html`)),
        embed: wordsOf(read(`embed/${id}.html`)),
      };
      for (const [edition, words] of Object.entries(editions))
        for (const {text} of caveats) expect(words, `${edition} of ${id}`).toContain(text);
      expect(json.notes.join(" ")).toContain(below.map(({text}) => text).join(" "));
    },
  );

  it("names the report it stands in, where that is none of those that tell the figure", () => {
    const row = (publisher: string, caveats: string) => ({publisher, relays: null, caveats});
    const denial = (id: string, by: string) => `${id}|${by}|Ondal denies it`;
    const texts = (...rows: object[]) => caveatsOf(rows).map(({id, text}) => [id, text]);
    expect(texts(row("The Gazette", denial("a", "The Gazette")))).toEqual([["a", "Ondal denies it."]]);
    expect(texts(row("The Gazette", denial("b", "The Ledger")))).toEqual([
      ["b", "Ondal denies it, The Ledger reports."],
    ]);
    expect(texts(row("The Gazette", denial("c", "unnamed website")))).toEqual([
      ["c", "Ondal denies it, an unnamed website reports."],
    ]);
    // Of several others, one that has a name.
    const others = `${denial("c", "unnamed website")}\n${denial("b", "The Ledger")}`;
    expect(texts(row("The Gazette", others))).toEqual([["b", "Ondal denies it, The Ledger reports."]]);
    // Of several that say it, the figure's own report.
    expect(texts(row("The Gazette", `${denial("b", "The Ledger")}\n${denial("a", "The Gazette")}`))).toEqual([
      ["a", "Ondal denies it."],
    ]);
    // It is against a figure of another report too.
    const own = row("The Ledger", denial("b", "The Ledger"));
    expect(texts(own, row("The Gazette", denial("b", "The Ledger")))).toEqual([
      ["b", "Ondal denies it, The Ledger reports."],
    ]);
    expect(caveatsAtMarks([own, row("The Gazette", denial("b", "The Ledger"))]).get(own)).toEqual([]);
  });
});
