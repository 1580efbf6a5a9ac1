import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {readArticles} from "../../loaders/articles.js";
import {Desk} from "../../loaders/review/Desk.js";
import {loadTables} from "../../loaders/tables.js";
import type {DeskItem} from "../../src/waybill/model/reviewDesk.js";
import {temporaryFolder} from "../temporary.js";

const body = `
Ondal sold 40 crates to Kenya in May 2023 for $3 million.
It has room 12 in the Flagon, and about 1,200 hats. Then Ondal sold 40 crates again.
`;
const other = "---\ntitle: O\npublisher: Q\n---\nKenya took 44 crates from Ondal, and 3 boats and 3 boats.\n";

/** A desk over seeds of which article `a` has the given front matter after its title and publisher. */
function deskOver(matter = "", text = body) {
  const head = `---\ntitle: T\npublisher: P\npublished: 2023-06-01\n${matter}---\n`;
  const seeds = temporaryFolder({"a.md": head + text, "b.md": other});
  const file = path.join(seeds, "a.md");
  const desk = new Desk(seeds);
  const items = (): readonly DeskItem[] => desk.view("a").items;
  const at = (exact: string): DeskItem => items().find((item) => item.exact === exact)!;
  const read = (): string => readFileSync(file, "utf8");
  const added = (): string[] => read().match(/^ +- \{.*$/gm) ?? [];
  return {desk, seeds, file, items, at, read, added, head};
}

const crates = '  - {quote: "40 crates to"';

describe("Desk.view(article)", () => {
  it("has the doubtful first, the least sure of them before all, and what was looked at last", () => {
    const {items} = deskOver(
      "review:\n  - {quote: 40 crates to, accepted: yes}\nremarks:\n  - kind: implausible\n    quote: for $3 million\n    what: It is more than the ship cost\n",
    );
    const order = items().map(({exact}) => exact);
    const doubtful = items().filter(({doubts}) => doubts.length > 0);
    expect(items().slice(0, doubtful.length)).toEqual(doubtful);
    expect(doubtful.map(({confidence}) => confidence)).toEqual(
      doubtful.map(({confidence}) => confidence).sort((a, b) => (a ?? 0) - (b ?? 0)),
    );
    expect(doubtful.find(({exact}) => exact === "$3 million")?.doubts).toContain(
      "It is more than the ship cost",
    );
    expect(order.at(-1)).toBe("40 crates");
    expect(items().at(-1)).toMatchObject({open: false, reviewed: ["accepted"]});
  });

  it("has numbers that were not read among the doubtful, and those that name something not", () => {
    const {items} = deskOver("", "They chose 12 of the best. They sold 3 boats in room 7.\n");
    expect(items().map(({kind, exact, doubts}) => [kind, exact, doubts])).toEqual([
      ["number", "12", ["A number without anything it counts"]],
      ["figure", "3 boats", []],
    ]);
  });

  it("suggests names, dates and words of the sentence", () => {
    const {desk, at} = deskOver();
    const {suggestions} = desk.view("a");
    expect(suggestions.recipient).toEqual(expect.arrayContaining(["Ondal", "Kenya"]));
    expect(suggestions.period_text).toEqual(["May 2023"]);
    expect(at("$3 million").near).toContain("Ondal sold");
  });

  it("refuses what is no article, whatever it is called", () => {
    const {desk} = deskOver();
    for (const name of ["c", "../a", "a.md", ""]) expect(() => desk.view(name)).toThrow("no such article");
  });
});

describe("Desk.act(article, act)", () => {
  it("accepts a reading once, by words that mean it alone", () => {
    const {desk, items, added, head, read} = deskOver("url: https://example.org/ # as printed\n");
    const [first, second] = items()
      .filter(({exact}) => exact === "40 crates")
      .sort((a, b) => a.start - b.start);
    expect(desk.act("a", {act: "accept", at: first}).says).toBe("accepted “40 crates”");
    desk.act("a", {act: "accept", at: second});
    expect(desk.act("a", {act: "accept", at: first}).says).toContain("already");
    expect(added()).toEqual([
      `${crates}, accepted: "yes"}`,
      '  - {quote: "40 crates again", accepted: "yes"}',
    ]);
    expect(read().startsWith(head.slice(0, -4))).toBe(true);
    expect(read().endsWith(body)).toBe(true);
  });

  it("sets what differs, in the review that is there, and the days of a period with its words", () => {
    const {desk, at, read} = deskOver("review:\n  - quote: $3 million # why\n    supplier: Ondal\n");
    const {says} = desk.act("a", {
      act: "set",
      at: at("$3 million"),
      cells: {value: "4 million", unit: "USD", period_text: "last year", recipient: " Kenya "},
    });
    expect(says).toMatch(/^set value, .*period_text, period_start, period_end of “\$3 million”$/);
    expect(read()).toContain(
      'review:\n  - quote: $3 million # why\n    supplier: Ondal\n    value: "4000000"\n',
    );
    expect(at("$3 million")).toMatchObject({
      reading: "$4 million",
      cells: {
        value: "4000000",
        recipient: "Kenya",
        supplier: "Ondal",
        period_text: "last year",
        period_start: "2022-01",
        period_end: "2022-12",
      },
    });
  });

  it.each([
    ["2023", "2023", "2023"],
    ["2023-05", "2023-05", "2023-05"],
    ["since the flood", null, null],
  ])("gives the words of a period their own days, and no others: %s", (words, first, last) => {
    const {desk, at} = deskOver("");
    const set = (text: string) =>
      desk.act("a", {act: "set", at: at("$3 million"), cells: {period_text: text}});
    set("last year");
    set(words);
    expect(at("$3 million").cells).toMatchObject({
      period_text: words,
      ...(first === null ? {} : {period_start: first, period_end: last}),
    });
    if (first === null) expect(at("$3 million").cells).not.toHaveProperty("period_start", "2022-01");
  });

  it("writes behind a reading made elsewhere, not into it, so that it holds", () => {
    const {desk, at, added} = deskOver('review:\n  - {quote: "$3 million", by: B, supplier: Ondal}\n');
    desk.act("a", {act: "set", at: at("$3 million"), cells: {supplier: "Kenya"}});
    expect(added()).toEqual([
      '  - {quote: "$3 million", by: B, supplier: Ondal}',
      '  - {quote: "$3 million", supplier: "Kenya"}',
    ]);
    expect(at("$3 million")).toMatchObject({cells: {supplier: "Kenya"}, importedFrom: "B"});
  });

  it("says that a figure is none, whatever its reviews said, and takes that back", () => {
    const {desk, at, added, read} = deskOver("review:\n  - quote: $3 million\n    supplier: Ondal\n");
    desk.act("a", {act: "no", at: at("$3 million")});
    expect(added()).toEqual(['  - {quote: "$3 million", figure: "no"}']);
    expect(at("$3 million").kind).toBe("no figure");
    desk.act("a", {act: "clear", at: at("$3 million")});
    expect(at("$3 million")).toMatchObject({kind: "figure", open: true});
    expect(read()).not.toContain("review");
    expect(() => desk.act("a", {act: "clear", at: at("$3 million")})).toThrow("no review");
  });

  it("adds a figure, and removes it again", () => {
    const {desk, at, added} = deskOver();
    const {text} = desk.view("a");
    const start = text.indexOf("room 12");
    const place = {
      start,
      end: start + 7,
      exact: "room 12",
      prefix: text.slice(start - 5, start),
      suffix: " in",
    };
    const cells = {kind: "count", value: "12", unit: "room", per: ""};
    desk.act("a", {act: "yes", at: place, cells});
    expect(added()).toEqual([
      '  - {quote: "room 12", figure: "yes", kind: "count", value: "12", unit: "room"}',
    ]);
    expect(at("room 12")).toMatchObject({kind: "figure", open: false, reading: "12 rooms"});
    expect(() => desk.act("a", {act: "yes", at: place, cells})).toThrow("is read as a figure already");
    desk.act("a", {act: "no", at: at("room 12")});
    expect(added()).toEqual([]);
  });

  it("joins figures of one kind and unit by words that mean the other alone", () => {
    const {desk, at, added, seeds} = deskOver();
    const others = new Desk(seeds).view("b").items;
    const own = deskItemAt(deskOver().items(), "40 crates");
    const key = (exact: string): string => others.find((item) => item.exact === exact)!.key;
    desk.act("a", {act: "same", at: own, other: {article_id: "b", figure_id: key("44 crates")}});
    expect(added()).toEqual([`${crates}, same_as: "b: 44 crates"}`]);
    expect(loadTables(seeds).facts.some(({agreement}) => agreement === "in conflict")).toBe(true);
    const boats = {article_id: "b", figure_id: key("3 boats")};
    expect(() => desk.act("a", {act: "same", at: at("$3 million"), other: boats})).toThrow(
      "another kind or unit",
    );
    expect(() => desk.act("a", {act: "same", at: own, other: {...boats, figure_id: "b-none"}})).toThrow(
      "no longer",
    );
  });

  it.each([
    ["a value that a cell does not have", {status: "lost"}, 'unknown status: "lost"'],
    ["a cell that no figure has", {colour: "red"}, 'unknown cell in review: "colour"'],
    ["words for a number", {value: "many"}, 'value is no number: "many"'],
    ["what the figure has already", {unit: "USD"}, "no cell is set"],
    [
      "a period that ends before it begins",
      {period_start: "2024", period_end: "2020"},
      "period_start is after period_end",
    ],
  ])("writes nothing for %s", (_, cells, problem) => {
    const {desk, at, read} = deskOver();
    const before = read();
    expect(() =>
      desk.act("a", {act: "set", at: at("$3 million"), cells: cells as Record<string, string>}),
    ).toThrow(problem);
    expect(read()).toBe(before);
  });

  it("gives Markdown without front matter the title and publisher that front matter needs", () => {
    const {desk, file, at, seeds} = deskOver();
    writeFileSync(file, `# Ondal sells\n${body}`);
    desk.act("a", {act: "accept", at: at("$3 million")});
    expect(readFileSync(file, "utf8")).toBe(
      `---\ntitle: Ondal sells\npublisher: unnamed publisher\nreview:\n  - {quote: "$3 million", accepted: "yes"}\n---\n# Ondal sells\n${body}`,
    );
    expect(readArticles(seeds)).toHaveLength(2);
  });
});

const deskItemAt = (items: readonly DeskItem[], exact: string): DeskItem =>
  items.filter((item) => item.exact === exact).sort((a, b) => a.start - b.start)[0];

describe("a number worked out of figures", () => {
  const derived = (inputs: object) => ({
    id: "crates-a-boat",
    about: "Crates for each boat: a guess",
    formula: "a / b",
    unit: "crate",
    inputs: inputs as Record<string, {article_id: string; figure_id: string}>,
  });
  const keyIn = (desk: Desk, article_id: string, exact: string) => ({
    article_id,
    figure_id: desk.view(article_id).items.find((item) => item.exact === exact)!.key,
  });
  const boats = "---\ntitle: O\npublisher: Q\n---\nKenya has 4 boats.\n";

  it("is added to seeds/derived.yaml by words that mean each figure alone, and taken back", () => {
    const {desk, at, seeds} = deskOver();
    writeFileSync(path.join(seeds, "c.md"), boats);
    const file = path.join(seeds, "derived.yaml");
    const own = at("40 crates");
    const inputs = {a: {article_id: "a", figure_id: own.key}, b: keyIn(desk, "c", "4 boats")};
    const {says} = desk.act("a", {act: "derive", at: own, derived: derived(inputs)});
    expect(says).toMatch(/^worked out 10 crates, noted as crates-a-boat in .*derived\.yaml$/);
    const item = `- id: crates-a-boat
  about: "Crates for each boat: a guess"
  formula: a / b
  unit: crate
  inputs:
    a: "a: 40 crates to"
    b: "c: 4 boats"
`;
    const head = "# Numbers that no article states, worked out from figures that they do.\n";
    expect(readFileSync(file, "utf8")).toBe(head + item);
    expect(loadTables(seeds).derived).toMatchObject([{derived_id: "crates-a-boat", value: 10}]);
    desk.act("a", {act: "undo"});
    expect(readFileSync(file, "utf8")).toBe(head);

    // Below what a person wrote, as far in as it is.
    const known = `${item.replace("crates-a-boat", "mine").replace(/^/gm, "  ").trimEnd()} # why`;
    writeFileSync(file, known);
    desk.act("a", {act: "derive", at: own, derived: derived(inputs)});
    expect(readFileSync(file, "utf8")).toBe(`${known}\n\n${item.replace(/^(?=.)/gm, "  ")}`);
  });

  it.each([
    ["a formula that is none", {formula: "a /"}, "broken formula"],
    ["a name that is taken", {id: "mine"}, 'derived id is taken: "mine"'],
    ["a name that the formula lacks", {formula: "a"}, 'does not use its input "b"'],
    ["crates and dollars added up", {formula: "a + b"}, "adds"],
    ["no name", {id: ""}, 'lacks "id"'],
  ])("is not written with %s", (_, change, problem) => {
    const {desk, at, seeds} = deskOver();
    const file = path.join(seeds, "derived.yaml");
    const known =
      '- id: mine\n  about: Mine\n  formula: a * 2\n  unit: crate\n  inputs:\n    a: "b: 44 crates"\n';
    writeFileSync(file, known);
    const inputs = {a: keyIn(desk, "b", "44 crates"), b: keyIn(desk, "a", "$3 million")};
    const act = {act: "derive", at: at("$3 million"), derived: {...derived(inputs), ...change}} as const;
    expect(() => desk.act("a", act)).toThrow(problem);
    expect(readFileSync(file, "utf8")).toBe(known);
  });
});

describe("a file that an editor has changed since it was shown", () => {
  it("keeps the change, wherever it is", () => {
    const {desk, at, read, file} = deskOver();
    const seen = at("$3 million");
    const edited = read()
      .replace("title: T", "title: Another")
      .replace("Ondal sold 40 crates to", "In May, Ondal sold 41 crates to");
    writeFileSync(file, edited);
    desk.act("a", {act: "accept", at: seen});
    expect(read()).toBe(
      edited.replace("---\n\n", 'review:\n  - {quote: "$3 million", accepted: "yes"}\n---\n\n'),
    );
  });

  it.each([
    [
      "the words are gone",
      (source: string) => source.replace("for $3 million", "for a lot"),
      "no longer says “$3 million”",
    ],
    [
      "they are another number",
      (source: string) => source.replace("$3 million", "$33 million"),
      "no longer says “$3 million”",
    ],
    [
      "they are read otherwise",
      (source: string) => source.replace("for $3 million", "for $3 million to $4 million"),
      "is read otherwise now",
    ],
    [
      "a review says that it is no figure",
      (source: string) =>
        source.replace("---\n\n", 'review:\n  - {quote: "$3 million", figure: no}\n---\n\n'),
      "is no figure, says a review",
    ],
  ])("is left alone where %s", (_, change, problem) => {
    const {desk, at, read, file} = deskOver();
    const seen = at("$3 million");
    const edited = change(read());
    writeFileSync(file, edited);
    expect(() => desk.act("a", {act: "accept", at: seen})).toThrow(problem);
    expect(read()).toBe(edited);
  });
});

describe("undo", () => {
  it("takes back one act after the other, byte for byte, and says when there is none", () => {
    const {desk, at, read} = deskOver();
    const states = [read()];
    const acts = [
      () => desk.act("a", {act: "accept", at: at("$3 million")}),
      () => desk.act("a", {act: "set", at: at("$3 million"), cells: {supplier: "Kenya"}}),
      () => desk.act("a", {act: "no", at: at("$3 million")}),
    ];
    for (const act of acts) {
      act();
      states.push(read());
    }
    for (const state of states.slice(0, -1).reverse()) {
      expect(desk.view("a").undo).not.toBeNull();
      expect(desk.act("a", {act: "undo"}).at).toMatchObject({exact: "$3 million"});
      expect(read()).toBe(state);
    }
    expect(desk.view("a").undo).toBeNull();
    expect(() => desk.act("a", {act: "undo"})).toThrow("nothing to take back");
  });

  it("leaves what was changed there since, and goes on to the one before", () => {
    const {desk, at, read, file} = deskOver();
    const first = read();
    desk.act("a", {act: "accept", at: at("$3 million")});
    const second = read();
    desk.act("a", {act: "set", at: at("$3 million"), cells: {supplier: "Kenya"}});
    writeFileSync(file, read().replace('"Kenya"}', '"Flagon"}'));
    expect(() => desk.act("a", {act: "undo"})).toThrow("was changed there since");
    writeFileSync(file, second);
    desk.act("a", {act: "undo"});
    expect(read()).toBe(first);
  });
});
