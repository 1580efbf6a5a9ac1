import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {reportsOf, tableHtml} from "../../loaders/site/figureHtml.js";
import type {Statement} from "../../loaders/site/statements.js";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";

const row = (n: number, stands_on: string): ChartRow => ({
  stands_on,
  facts: null,
  article_id: `a${n}`,
  figure_id: `f${n}`,
  publisher: `P${n}`,
  relays: null,
  sentence: "S",
  exact: "E",
});
const statement = (n: number): [string, Statement] => [
  `f${n}`,
  {
    id: `f${n}`,
    article_id: `a${n}`,
    publisher: `P${n}`,
    relays: n === 2 ? "The Herald > The Post" : null,
    anchor: `f${n}`,
    exact: "40\ncrates",
    sentence: "It sold 40 crates, then\n40 crates & more.",
  },
];
const statements = new Map([1, 2].map(statement));
const chart = {id: "crates", name: ({figure_id}: ChartRow) => `Mark ${figure_id}`} as unknown as Chart;

describe("tableHtml(chart, rows, statements, most)", () => {
  it("quotes each statement whole, with its words marked once", () => {
    const {document} = parseHTML(tableHtml(chart, [row(1, "f1 f2")], statements));
    const quoted = [...document.querySelectorAll(".statement")];
    expect(quoted.map((p) => p.textContent)).toEqual([
      "It sold 40 crates, then 40 crates & more. P1",
      "It sold 40 crates, then 40 crates & more. P2",
    ]);
    expect(quoted[0].innerHTML).toContain("It sold <mark>40 crates</mark>, then 40 crates &amp; more.");
    expect(quoted.map((p) => p.querySelector("a")!.getAttribute("href"))).toEqual([
      "/sources/a1.html#f1",
      "/sources/a2.html#f2",
    ]);
  });

  it("has each row under its own name, and says how many are left", () => {
    const html = tableHtml(chart, [row(1, "f1"), row(2, "f2"), row(3, "f3")], statements, 2);
    const {document} = parseHTML(`<main>${html}</main>`);
    expect([...document.querySelectorAll("tbody th")].map((th) => th.textContent)).toEqual([
      "Mark f1",
      "Mark f2",
    ]);
    expect(document.querySelector("main > p")!.textContent).toBe("1 more in the data file.");
  });
});

describe("reportsOf(rows, statements)", () => {
  it("names each report once, those of further sentences too", () => {
    expect(reportsOf([row(1, "f1 f2"), row(1, "f1")], statements)).toEqual([
      {article_id: "a1", publisher: "P1", through: ""},
      {article_id: "a2", publisher: "P2", through: ", relaying The Herald, relaying The Post"},
    ]);
  });
});
