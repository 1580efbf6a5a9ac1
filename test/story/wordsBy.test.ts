import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {type FoundCitation, readCitation} from "../../loaders/graphics/cite/readCitation.js";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables} from "../../loaders/tables.js";
import {charts} from "../../src/charts/index.js";

const tables = loadTables();
const flat = (text: string): string => text.replace(/\s+/g, " ").trim();
const notes = [...statementsOf(tables).values()].filter(
  ({nature, anchor}) => nature === "note" && anchor !== "citation",
);
const sentences = [...new Set(notes.map(({sentence}) => flat(sentence)))];
const wordings = [...new Set(notes.map(({exact}) => flat(exact)))];

const files = readdirSync("dist", {recursive: true, encoding: "utf8"}).filter((file) =>
  /\.(?:html|json|csv|svg)$/.test(file),
);

const read = new Map<string, string>();

function textOf(file: string): string {
  if (!read.has(file)) read.set(file, readText(file));
  return read.get(file)!;
}

function readText(file: string): string {
  const text = readFileSync(path.join("dist", file), "utf8");
  if (!/\.(?:html|svg)$/.test(file)) return flat(text);
  const {document} = parseHTML(text);
  for (const script of document.querySelectorAll("style")) script.remove();
  return flat(document.documentElement.textContent ?? "");
}

describe("words of our notes", () => {
  it("are in many files", () => {
    expect(notes.length).toBeGreaterThan(20);
    expect(
      files.filter((file) => sentences.some((sentence) => textOf(file).includes(sentence))).length,
    ).toBeGreaterThan(30);
  });

  it("stand between quotation marks as the paper's own in no page and no file", () => {
    const found = files.flatMap((file) => {
      const text = textOf(file);
      return sentences
        .filter((sentence) => text.includes(`“${sentence}`))
        .map((sentence) => `${file}: ${sentence}`);
    });
    expect(found).toEqual([]);
  });

  it("are no quotations where claims are told by their wording", () => {
    const told = ["claims/index.html", "index.html", ...charts.map(({id}) => `graphics/${id}.svg`)];
    const found = told.flatMap((file) =>
      wordings.filter((words) => textOf(file).includes(`: “${words}”`)).map((words) => `${file}: ${words}`),
    );
    expect(found).toEqual([]);
  });

  it.each([".svg", ".png", ".pdf", ".csv", ".json", ".html", ".oembed.json", "-card.png"])(
    "are no quotations in the citation of a chart's %s, and whose they are is said",
    (ends) => {
      for (const {id} of charts) {
        const {citation} = readCitation(readFileSync(`dist/graphics/${id}${ends}`)) as FoundCitation;
        const own = citation.filter(({text}) => sentences.includes(flat(text)));
        expect(own.length, id).toBeGreaterThan(0);
        for (const {"@type": type, creditText} of own) {
          expect(type, id).toBe("CreativeWork");
          expect(creditText, id).toMatch(/^our note on a report by /);
        }
      }
    },
  );

  it("are told apart in every row of a chart's JSON", () => {
    for (const {id} of charts)
      for (const {sentence, sentence_by} of JSON.parse(readFileSync(`dist/graphics/${id}.json`, "utf8")).rows)
        if (sentence) expect(sentence_by, id).toMatch(/^our note on a report by /);
  });

  it("stand in a chart's table below a head that says whose they are, each with a link that says so too", () => {
    const {document} = parseHTML(readFileSync("dist/index.html", "utf8"));
    const tablesOfMarks = [...document.querySelectorAll(".chart-table table")];
    expect(tablesOfMarks.length).toBe(charts.length);
    for (const table of tablesOfMarks)
      expect(table.querySelectorAll("th")[1].textContent).toBe("Sentence in our note");
    for (const link of document.querySelectorAll(".statement > a"))
      expect(link.textContent).toMatch(/^our note on a report by /);
  });
});

describe("the alternative text of a chart", () => {
  it.each(charts.map(({id}) => id))("of %s says who reports it", (id) => {
    const {alt, rows} = JSON.parse(readFileSync(`dist/graphics/${id}.json`, "utf8"));
    expect(alt).toMatch(/(?:Reported|Figures reported) by .+\.$/);
    for (const {publisher} of rows) expect(alt).toContain(publisher);
    const {document} = parseHTML(readFileSync("dist/index.html", "utf8"));
    const drawings = [...document.querySelectorAll(`#chart-${id} .drawing svg`)];
    expect(drawings.map((svg) => svg.getAttribute("aria-label"))).toEqual(drawings.map(() => alt));
  });
});
