import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {grammar} from "../../loaders/grammar.js";
import {loadTables} from "../../loaders/tables.js";
import {readVocab} from "../../loaders/vocab.js";
import {parseFigures} from "../../src/waybill/parse/parseFigures.js";
import {temporarySeeds} from "../temporary.js";

const body = "Ondal sold 40 crates for $3 million.\nIt has room 12 in the Flagon, and 1,200 hats.\n";

function read(front: string, text = body) {
  const seeds = temporarySeeds({"a.md": `---\ntitle: T\npublisher: P\n${front}---\n${text}`});
  return {seeds, load: () => loadTables(seeds)};
}
const figures = (front: string) => read(front).load().figures;
const figuresOf = (text: string, front: string) => read(front, `${text}\n`).load().figures;

/** A paragraph with a figure whose sides the reader is not sure of, whatever it has learnt: the first of the lessons. */
function unsure(): {text: string; exact: string} {
  const vocab = readVocab();
  for (const file of readdirSync("test/specs/lessons")) {
    const {text} = JSON.parse(readFileSync(`test/specs/lessons/${file}`, "utf8")) as {text: string};
    for (const paragraph of text.split("\n\n")) {
      const found = parseFigures(paragraph, {vocab, grammar}).find(
        ({exact, flags}) => flags === "side_unsure" && paragraph.split(exact).length === 2,
      );
      if (found) return {text: paragraph, exact: found.exact};
    }
  }
  throw new Error("no lesson has a side that is not sure");
}

describe("review:", () => {
  it("sets cells, and the table says which were set", () => {
    const [crates] = figures(
      "review:\n  - quote: 40 crates\n    recipient: Kenya\n    value: 41\n    unit: box\n",
    );
    expect(crates).toMatchObject({
      value: 41,
      unit: "box",
      recipient: "Kenya",
      recipient_basis: "reviewed",
      reviewed: "recipient value unit",
    });
    expect(figures("")[0]).toMatchObject({value: 40, reviewed: null});
  });

  it("takes away the doubt about sides once one of them is set or the reading is accepted", () => {
    const {text, exact} = unsure();
    const flagsAfter = (front: string) => figuresOf(text, front).find((one) => one.exact === exact)?.flags;
    expect(flagsAfter("")).toBe("side_unsure");
    expect(flagsAfter(`review:\n  - quote: ${exact}\n    recipient: Omsk\n`)).toBeNull();
    expect(flagsAfter(`review:\n  - {quote: ${exact}, accepted: yes}\n`)).toBeNull();
    expect(flagsAfter(`review:\n  - quote: ${exact}\n    goods: cranes\n`)).toBe("side_unsure");
  });

  it("empties a cell", () => {
    expect(figures('review:\n  - quote: 40 crates\n    supplier: ""\n')[0]).toMatchObject({
      supplier: null,
      supplier_basis: "reviewed",
    });
  });

  it("takes away the country of a party that is corrected, but one that a review sets", () => {
    const [read, ...others] = figuresOf("Volmer sold 9 barges to Kenya.", "");
    expect(others).toEqual([]);
    expect(read).toMatchObject({recipient: "Kenya", destination: "Kenya"});
    const set = (cells: string) =>
      figuresOf("Volmer sold 9 barges to Kenya.", `review:\n  - quote: 9 barges\n${cells}`)[0];
    expect(set("    recipient: Ondal\n")).toMatchObject({recipient: "Ondal", destination: null});
    expect(set("    recipient: Kenya\n")).toMatchObject({recipient: "Kenya", destination: "Kenya"});
    expect(set("    recipient: Ondal\n    destination: Peru\n")).toMatchObject({destination: "Peru"});
    const twice = "    destination: Peru\n  - quote: to Kenya\n    recipient: Ondal\n";
    expect(set(twice.replace("to Kenya", "sold 9 barges"))).toMatchObject({
      recipient: "Ondal",
      destination: "Peru",
    });
  });

  it("takes a reading that is accepted as it is, and the table says that it was looked at", () => {
    const [read] = figures("");
    const [accepted] = figures("review:\n  - quote: 40 crates\n    accepted: yes\n");
    expect(accepted).toEqual({...read, reviewed: "accepted"});
    const [set] = figures("review:\n  - quote: 40 crates\n    accepted: yes\n    per: month\n");
    expect(set).toEqual({...read, per: "month", reviewed: "per accepted"});
  });

  it("leaves out what is no figure, and its numerals say so", () => {
    const {figures: left, numerals} = read('review:\n  - quote: "# hats"\n    figure: no\n').load();
    expect(left.map(({exact}) => exact)).toEqual(["40 crates", "$3 million"]);
    expect(numerals.filter(({role}) => role === "reviewed").map(({exact}) => exact)).toEqual(["1", "200"]);
  });

  it("adds a figure that the parser missed", () => {
    const added = figures(
      "review:\n  - quote: room 12\n    figure: yes\n    kind: count\n    value: 12\n    unit: room\n",
    );
    expect(added[2]).toMatchObject({exact: "room 12", kind: "count", value: 12, confidence: 1});
    expect(body.slice(added[2].start, added[2].end)).toBe("room 12");
  });

  it("takes the bounds along when it corrects a number or a hedge", () => {
    expect(figures("review:\n  - quote: 40 crates\n    qualifier: more_than\n")[0]).toMatchObject({
      value: 40,
      low: 40,
    });
    expect(figures("review:\n  - quote: 40 crates\n    qualifier: more_than\n    value: 50\n")[0].low).toBe(
      50,
    );
  });

  it("keeps the id of the figure it changes", () => {
    expect(figures("review:\n  - quote: 40 crates\n    value: 41\n")[0].figure_id).toBe(
      figures("")[0].figure_id,
    );
  });

  it("makes one fact of two figures", () => {
    const same = 'review:\n  - quote: 40 crates\n    unit: hat\n    same_as: "a: # hats"\n';
    const {facts} = read(same).load();
    expect(facts.find(({figures: ids}) => String(ids).split(" ").length === 2)).toMatchObject({
      agreement: "in conflict",
    });
  });

  it.each([
    ["review:\n  - quote: 63 shipmnts\n    value: 1\n", 'a.md:5: review matches nothing: "63 shipmnts"'],
    [
      "review:\n  - quote: 40 crates\n    nth: 2\n    value: 1\n",
      'a.md:5: review matches nothing: "40 crates" a 2. time',
    ],
    [
      "review:\n  - quote: in the Flagon\n    value: 1\n",
      'a.md:5: review matches no figure: "in the Flagon"',
    ],
    ["review:\n  - quote: 40 crates\n", 'a.md:5: review sets nothing: "40 crates"'],
    ["review:\n  - quote: 0 crates\n    value: 1\n", 'a.md:5: review matches nothing: "0 crates"'],
    [
      "review:\n  - quote: 40 crates for $3 million\n    value: 1\n",
      "a.md:5: review matches more than one figure",
    ],
    [
      "review:\n  - quote: 40 crates\n    figure: no\n    value: 1\n",
      "a.md:5: what is no figure has no cells",
    ],
    [
      "review:\n  - quote: 40 crates\n    figure: no\n    accepted: yes\n",
      "a.md:5: what is no figure has no cells",
    ],
    ["review:\n  - quote: 40 crates\n    accepted: no\n", 'a.md:5: accepted must be yes: "no"'],
    [
      "review:\n  - quote: 40 crates\n    accepted: yes\n    by: B\n",
      "a.md:5: accepted is for the story's own reviews",
    ],
    ["review:\n  - quote: 40 crates\n    low: 9\n    high: 3\n", "a.md:5: low is above high"],
    ["review:\n  - quote: 40 crates\n    period_start: soon\n", 'a.md:5: period_start is no date: "soon"'],
    [
      'review:\n  - quote: 40 crates\n    same_as: "a: $# million"\n',
      "a.md:5: same_as names a figure of another kind",
    ],
    [
      'review:\n  - quote: 40 crates\n    same_as: "a: # hats"\n',
      'a.md:5: same_as names a figure in another unit: "a: # hats" (hat, not crate; set unit, or put both in',
    ],
    ["review:\n  - quote: 40 crates\n    value: 1e999\n", 'a.md:5: value is no number: "1e999"'],
    [
      "review:\n  - quote: 40 crates\n    period_start: 2024\n    period_end: 2019-05\n",
      "a.md:5: period_start is after period_end: 2024, 2019-05",
    ],
    ["review: *nowhere\n", "a.md:4: front matter: an anchor or an alias is not read"],
    ["review:\n  - quote: 40 crates\n    colour: red\n", 'a.md:5: unknown cell in review: "colour"'],
    ["review:\n  - quote: 40 crates\n    value: many\n", 'a.md:5: value is no number: "many"'],
    ["review:\n  - quote: 40 crates\n    status: lost\n", 'a.md:5: unknown status: "lost" (have: delivered'],
    ["review:\n  - value: 4\n", 'a.md:5: review lacks "quote"'],
    ["review: later\n", 'a.md:4: "review" must be a list'],
    ["review:\n  - quote: room 12\n    figure: yes\n    kind: count\n", "a.md:5: an added figure needs unit"],
    ['review:\n  - quote: 40 crates\n    same_as: "b: 1"\n', 'a.md:5: unknown article in same_as: "b: 1"'],
    ["remarks:\n  - kind: odd\n    what: W\n    quote: 40 crates\n", 'a.md:5: unknown kind of remark: "odd"'],
    [
      "remarks:\n  - kind: garbled\n    what: W\n    quote: 41 crates\n",
      'a.md:5: remark matches nothing: "41 crates"',
    ],
    ["remarks:\n  - kind: garbled\n    quote: 40 crates\n", 'a.md:5: remark lacks "what"'],
  ])("rejects %j", (front, message) => {
    const {seeds, load} = read(front);
    expect(load).toThrow(`${seeds}/${message}`);
  });

  it("tells of a # that fits more figures than one, and names them; nth says which is meant", () => {
    const text = "Ondal sold 40 crates in May. It sold 52 crates in June.";
    const front = (more: string) => `review:\n  - {quote: "# crates", unit: box${more}}\n`;
    expect(() => figuresOf(text, front(""))).toThrow(
      'a.md:5: review matches more than one figure: "# crates" (“40 crates”, “52 crates”: write more of the words, or nth)',
    );
    expect(figuresOf(text, front(", nth: 2")).map(({unit}) => unit)).toEqual(["crate", "box"]);
    expect(figuresOf("Ondal sold 40 crates. Its # is 5.", front("")).map(({unit}) => unit)).toContain("box");
  });

  it("tells of two reviews that set one cell of one figure, and lets neither win", () => {
    const two = (first: string, second: string) =>
      `review:\n  - {quote: 40 crates, ${first}}\n  - {quote: sold 40, ${second}}\n`;
    expect(() => figures(two("unit: box", "unit: bag"))).toThrow(
      'a.md:6: two reviews set unit of “40 crates”: "box" in line 5, and "bag" here (leave one away)',
    );
    expect(figures(two("unit: box", "per: month"))[0]).toMatchObject({unit: "box", per: "month"});
    // A reading from elsewhere is none of the story's own.
    expect(() => figures(two("unit: box, by: x", "unit: bag"))).not.toThrow();
  });
});
