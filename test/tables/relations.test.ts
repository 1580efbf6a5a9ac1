import {readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {readArticles} from "../../loaders/articles.js";
import {streamTables} from "../../loaders/streamTables.js";
import {loadTables, readOptions} from "../../loaders/tables.js";
import {formatTable} from "../../loaders/write.js";
import type {Row} from "../../src/waybill/model/tables.js";
import {temporaryFolder, temporarySeeds} from "../temporary.js";

const body =
  "Ondal Steel sold 40 drones to Kenya. The drones came by way of Hong Kong, tax files of St. Brindle say.\n\nOndal belongs to Vesk. It sold pumps to Peru.\n";

function read(relations: string) {
  const seeds = temporarySeeds({
    "a.md": `---\ntitle: T\npublisher: The Brindle Gazette\nrelations:\n${relations}---\n${body}`,
  });
  return {seeds, load: () => loadTables(seeds)};
}

const item = (cells: Record<string, string>): string =>
  `${Object.entries(cells)
    .map(([name, value], n) => `${n === 0 ? "  - " : "    "}${name}: ${value}`)
    .join("\n")}\n`;
const supply = {kind: "supplies", from: "Ondal Steel", to: "Kenya", quote: "by way of Hong Kong"};
const relationOf = (cells: Record<string, string>): Row => read(item(cells)).load().relations[0];

describe("relations", () => {
  it("have their parties, their words, and the sentence that the parser cuts around them", () => {
    const {relations, figures} = read(
      item({...supply, thing: "drones", via: "a company in Hong Kong", status: "ordered"}) +
        item({...supply, quote: '"# drones"'}),
    ).load();
    expect(relations[0]).toEqual({
      relation_id: "a-ondal-steel-supplies-kenya",
      article_id: "a",
      kind: "supplies",
      from_party: "ondal-steel",
      to_party: "kenya",
      via: "company-in-hong-kong",
      thing: "drones",
      goods: "drones",
      origin: null,
      destination: "Kenya",
      status: "ordered",
      start: body.indexOf("by way"),
      end: body.indexOf(", tax"),
      exact: "by way of Hong Kong",
      sentence: "The drones came by way of Hong Kong, tax files of St. Brindle say.",
    });
    expect(relations[1]).toMatchObject({
      relation_id: "a-ondal-steel-supplies-kenya-2",
      exact: "40 drones",
      sentence: figures[0].sentence,
    });
  });

  it.each([
    ["goods looked up in the thing", {thing: "old rifles"}, {thing: "old rifles", goods: "rifles"}],
    ["goods as given", {thing: "sights for tanks", goods: "sights"}, {goods: "sights"}],
    ["goods given as none", {thing: "sights for tanks", goods: '""'}, {goods: null}],
    ["no goods for a thing without class", {thing: "odds and ends"}, {goods: null}],
    ["countries as given", {origin: "Chad", destination: '""'}, {origin: "Chad", destination: null}],
    ["the second place of the words", {quote: "sold", nth: "2"}, {sentence: "It sold pumps to Peru."}],
    ["no countries for what is no trade", {kind: "part_of"}, {origin: null, destination: null}],
  ])("take %s", (_what, cells: Record<string, string>, expected) => {
    expect(relationOf({...supply, ...cells})).toMatchObject(expected);
  });

  it("make a document a party, and say so where the vocabulary has it otherwise", () => {
    const passed = {
      kind: "passes_on",
      from: "tax files of St. Brindle",
      from_kind: "document",
      quote: "tax files",
    };
    const {parties, relations} = read(item({...passed, to: "The Brindle Gazette"})).load();
    expect(relations[0]).toMatchObject({from_party: "tax-files-of-st-brindle", destination: null});
    expect(parties.find(({party_id}) => party_id === relations[0].from_party)).toMatchObject({
      kind: "document",
    });
    expect(parties.find(({party_id}) => party_id === relations[0].to_party)).toMatchObject({kind: "media"});
    const {seeds, load} = read(item({...passed, from: "Reuters", to: "Kenya"}));
    expect(load).toThrow(`${seeds}/a.md:5: from_kind is document, but "Reuters" is known as Reuters, media`);
  });

  it("are written by the stream as they are in memory", async () => {
    const {seeds, load} = read(item({...supply, thing: "drones", via: "Hong Kong"}));
    const folder = temporaryFolder();
    const counts = await streamTables(readArticles(seeds), folder, {...readOptions(seeds), derived: []});
    expect(counts.relations).toBe(1);
    for (const name of ["relations", "flows", "places"] as const)
      expect(readFileSync(path.join(folder, `${name}.csv`), "utf8")).toBe(
        formatTable(name, load()[name], "csv"),
      );
  });

  it.each([
    [{...supply, quote: "by way of Macau"}, 'relation matches nothing: "by way of Macau"'],
    [{...supply, quote: '"41 drones"'}, 'relation matches nothing: "41 drones"'],
    [{...supply, quote: "drones", nth: "3"}, 'relation matches nothing: "drones" a 3. time'],
    [{...supply, quote: "to Kenya. The drones"}, 'relation matches words of two sentences: "to Kenya. The'],
    [{...supply, nth: "0"}, 'nth must be 1 or more: "0"'],
    [{...supply, kind: "sells"}, 'unknown kind of relation: "sells" (have: supplies, part_of, passes_on)'],
    [{...supply, status: "lost"}, 'unknown status: "lost" (have: delivered, ordered'],
    [{...supply, from_kind: "paper"}, 'unknown from_kind: "paper" (have: company'],
    [{...supply, to: '""'}, 'relation lacks "to"'],
    [{...supply, via: '"“”"'}, 'via names nobody: "“”"'],
    [{kind: "supplies", from: "A", to: "B"}, 'relation lacks "quote"'],
    [{...supply, colour: "red"}, 'unknown field in relation: "colour" (have: quote, kind, from, to, nth'],
    [{...supply, thing: "[a, b]"}, '"thing" must be one line of text'],
  ])("reject %j", (cells, message) => {
    const {seeds, load} = read(item(cells));
    expect(load).toThrow(`${seeds}/a.md:5: ${message}`);
  });
});

describe("flows and places of noted relations", () => {
  const flowsOf = (cells: Record<string, string>): Row[] => read(item({...supply, ...cells})).load().flows;

  it("join the flow of the figures that say the same", () => {
    const flows = flowsOf({thing: "drones", status: "delivered"});
    expect(flows).toHaveLength(1);
    expect(flows[0]).toMatchObject({
      flow_id: "ondal-steel-to-kenya-drones-delivered",
      relations: "a-ondal-steel-supplies-kenya",
      articles: "a",
    });
    expect(flows[0].figures).not.toBeNull();
  });

  it.each([
    ["the goods", {thing: "rifles", status: "delivered"}],
    ["the status", {thing: "drones", status: "ordered"}],
    ["the way", {thing: "drones", status: "delivered", via: "Hong Kong"}],
    ["the recipient", {thing: "drones", status: "delivered", to: "Peru"}],
  ])("make a flow of their own where %s differs", (_what, cells) => {
    const flows = flowsOf(cells);
    expect(flows).toHaveLength(2);
    expect(flows.find(({relations}) => relations !== null)).toMatchObject({
      facts: null,
      figures: null,
      relations: expect.stringContaining("a-ondal-steel-supplies-"),
      articles: "a",
    });
  });

  it("are none for what is no trade", () => {
    expect(flowsOf({kind: "part_of"})).toHaveLength(1);
    expect(flowsOf({kind: "passes_on"}).filter(({relations}) => relations !== null)).toEqual([]);
  });

  it.each([
    ["Hong Kong", "hong-kong"],
    ["a company in Hong Kong", "company-in-hong-kong"],
  ])("count the place of via: %s", (via, id) => {
    const {relations, places} = read(item({...supply, via, origin: "Chad"})).load();
    expect(relations[0].via).toBe(id);
    const before = read(item({...supply, kind: "part_of"})).load().places;
    const of = (rows: Row[], place: string) => rows.find((row) => row.place === place);
    expect(of(places, "Hong Kong")).toMatchObject({origin_of: 0, destination_of: 0, via_of: 1});
    expect(of(places, "Chad")).toMatchObject({origin_of: 1});
    expect(of(places, "Kenya")?.destination_of).toBe(Number(of(before, "Kenya")?.destination_of) + 1);
    expect(of(before, "Hong Kong")).toBeUndefined();
  });
});
