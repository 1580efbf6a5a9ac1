import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {reportsOf} from "../../loaders/site/figureHtml.js";
import {marksHtml} from "../../loaders/site/marksHtml.js";
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
    nature: n === 1 ? "note" : "report",
    relays: n === 2 ? "The Herald > The Post" : null,
    anchor: `f${n}`,
    exact: "40\ncrates",
    sentence: "It sold 40 crates, then\n40 crates & more.",
    topics: [`publisher.p${n}`, "country.norway"],
  },
];
const statements = new Map([1, 2].map(statement));
const chart = {id: "crates", name: ({figure_id}: ChartRow) => `Mark ${figure_id}`} as unknown as Chart;
const against = (words: string): string => `c1|P1|${words}`;

describe("marksHtml(chart, rows, statements, most)", () => {
  it("says of each line what all that it stands on is about, each once", () => {
    const {document} = parseHTML(marksHtml(chart, [row(1, "f1 f2"), row(2, "f2")], statements));
    const topics = [...document.querySelectorAll("tbody tr")].map((tr) => tr.getAttribute("data-topics"));
    expect(topics).toEqual(["publisher.p1 country.norway publisher.p2", "publisher.p2 country.norway"]);
  });

  it("quotes each statement whole, with its words marked once", () => {
    const {document} = parseHTML(marksHtml(chart, [row(1, "f1 f2")], statements));
    const quoted = [...document.querySelectorAll(".statement")];
    expect(quoted.map((p) => p.textContent)).toEqual([
      "It sold 40 crates, then 40 crates & more. our note on a report by P1",
      "“It sold 40 crates, then 40 crates & more.” P2",
    ]);
    expect(quoted[0].innerHTML).toContain("It sold <mark>40 crates</mark>, then 40 crates &amp; more.");
    expect(quoted.map((p) => p.querySelector("a")!.getAttribute("href"))).toEqual([
      "/sources/a1.html#f1",
      "/sources/a2.html#f2",
    ]);
  });

  it("has a sentence once for several figures in it, each marked", () => {
    const both = new Map([
      statement(1),
      ["g1", {...statement(1)[1], id: "g1", anchor: "g1", exact: "more"}] as const,
    ]);
    const {document} = parseHTML(marksHtml(chart, [row(1, "g1 f1")], both));
    expect(document.querySelectorAll(".statement").length).toBe(1);
    expect([...document.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual([
      "40 crates",
      "more",
    ]);
    expect(document.querySelector(".statement a")!.getAttribute("href")).toBe("/sources/a1.html#g1");
  });

  it("says which of what stands below the chart is said against a mark", () => {
    const rows = [
      {...row(1, "f1"), caveats: against("the buyer denies it")},
      row(2, "f2"),
      {...row(1, "f1"), caveats: [against("the yard is silent"), against("the buyer denies it")].join("\n")},
    ];
    const {document} = parseHTML(marksHtml(chart, rows, statements));
    expect([...document.querySelectorAll("td")].map((td) => td.getAttribute("data-against"))).toEqual([
      "1",
      null,
      "2 1",
    ]);
  });

  it("says whose words the sentences are, where all are of one kind", () => {
    const headIn = (rows: ChartRow[]) =>
      parseHTML(marksHtml(chart, rows, statements)).document.querySelectorAll("th")[1].textContent;
    expect(headIn([row(1, "f1")])).toBe("Sentence in our note");
    expect(headIn([row(2, "f2")])).toBe("Sentence in the report");
    expect(headIn([row(1, "f1 f2")])).toBe("Sentence");
  });

  it("has each row under its own name, and says how many are left", () => {
    const html = marksHtml(chart, [row(1, "f1"), row(2, "f2"), row(3, "f3")], statements, 2);
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
