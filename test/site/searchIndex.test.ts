import MiniSearch from "minisearch";
import {describe, expect, it} from "vitest";
import {searchIndex} from "../../loaders/site/searchIndex.js";
import {loadTables, type Tables} from "../../loaders/tables.js";
import {sourceHref} from "../../src/waybill/model/escape.js";
import {sentenceAnchor} from "../../src/waybill/model/sentenceAnchor.js";
import {type Found, searchOptions} from "../../src/waybill/search.js";
import {temporarySeeds} from "../temporary.js";

const sentence = "Örsted sold 1,200 crates of bolts to Kenya for $4.47 million.";
const charts = [
  {chart: {id: "bar", title: () => "Bolts by year", describe: () => ({short: "Bars of bolts"})}, rows: []},
];

let made: {tables: Tables; index: MiniSearch<Found>} | undefined;

function indexed() {
  if (made) return made;
  const tables = loadTables(
    temporarySeeds({"bolts.md": `---\ntitle: Bolts\npublisher: The Paper\n---\n\n${sentence} It rained.\n`}),
  );
  const index = MiniSearch.loadJSON<Found>(searchIndex(tables, charts as never), searchOptions);
  made = {tables, index};
  return made;
}

const find = (question: string) =>
  indexed()
    .index.search(question)
    .map(({kind, href}) => `${kind} ${href}`);
const ofSentence = `sentence ${sourceHref("bolts", sentenceAnchor(sentence)).slice(1)}`;

describe("searchIndex(tables, charts), as a page reads it", () => {
  it.each([
    ["orsted"],
    ["ÖRSTED"],
    ["1200"],
    ["1,200 crates"],
    ["4.47"],
    ["bolts kenya"],
    ["crat"],
    ["krates"],
  ])("finds the sentence by %j", (question) => expect(find(question)).toContain(ofSentence));

  it.each([["447"], ["1.2"], ["bolts norway"], ["xy"], [""]])("does not by %j", (question) =>
    expect(find(question)).not.toContain(ofSentence),
  );

  it("leads a figure to its own place, and a chart to its page", () => {
    const [{figure_id}] = indexed().tables.figures.filter(({kind}) => kind === "money");
    expect(find("$4.47 million")).toContain(`figure sources/bolts.html#${figure_id}`);
    expect(find("by year")).toEqual(["chart charts/bar.html"]);
  });

  it("finds a fact in all its reports by the words of each", () => {
    const told = (publisher: string, text: string) =>
      `---\ntitle: Lathes\npublisher: ${publisher}\nrelays: [Courier]\n---\n\n${text}\n`;
    const tables = loadTables(
      temporarySeeds({
        "one.md": told("One", "Ondal sent 63 shipments of lathes to Norway in May 2023. It sold 12 lorries."),
        "two.md": told("Two", "Ondal sent 63 consignments of lathes to Norway in May 2023."),
      }),
    );
    const fact = tables.facts.find(({figures}) => String(figures).includes(" "));
    expect(fact).toBeDefined();
    const index = MiniSearch.loadJSON<Found>(searchIndex(tables, []), searchOptions);
    const found = (question: string) =>
      index.search(question).map(({kind, href}) => `${kind} ${href.split("#")[0]}`);
    for (const question of ["63 shipments", "63 consignments"])
      expect(found(question).sort()).toEqual([
        "figure sources/one.html",
        "figure sources/two.html",
        "sentence sources/one.html",
        "sentence sources/two.html",
      ]);
    expect(found("12 consignments")).toEqual([]);
  });

  it("leads a name to the first sentence that has it", () => {
    const names = indexed().tables.parties.map(({name}) => String(name));
    expect(names.length).toBeGreaterThan(0);
    expect(find(names[0])).toContain(ofSentence.replace("sentence", "name"));
  });
});
