import {describe, expect, it} from "vitest";
import {CopyIndex} from "../../loaders/tables/copies.js";
import {loadTables} from "../../loaders/tables.js";
import {growthOf, superlinear} from "../growth.js";
import {temporarySeeds} from "../temporary.js";

// Words without sense, the same for the same seed.
function wordsOf(seed: number, count: number): string[] {
  let state = seed * 2654435761 + 1;
  return Array.from({length: count}, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return ["ka", "lo", "mi", "ne", "ru", "ta", "vo"][state % 7] + ((state >>> 8) % 900).toString(36);
  });
}
const prose = (seed: number, count: number): string => wordsOf(seed, count).join(" ");
const told =
  "Ondal sold 4,300 lathes to Peru for the yards of the north, and the ministry said so on Monday.";
const story = `${told}\n\n${prose(1, 120)}.`;
const edited = `By our own staff. ${told.replace("the north", "the far north")}\n\n${prose(1, 120).replace("ka", "ko")} at last.`;

const undated = (text: string, publisher: string, relays = ""): string =>
  `---\ntitle: T\npublisher: ${publisher}\n${relays && `relays: [${relays}]\n`}---\n${text}\n`;
const note = (...told: Parameters<typeof undated>): string =>
  undated(...told).replace("title: T\n", "title: T\npublished: 2024-02-01\n");
const load = (files: Record<string, string>) => {
  const {articles, facts, disagreements} = loadTables(temporarySeeds(files));
  const fact = facts.find(({value}) => value === 4300)!;
  return {articles, disagreements, fact};
};

describe("a copy", () => {
  it.each([
    ["word for word", story, /^\S+b\.md repeats \S+a\.md word for word: they are one origin, not two$/],
    ["edited a little", edited, /b\.md repeats \S+a\.md almost word for word/],
    ["cut", `${told}\n\n${prose(1, 80)}`, /almost word for word/],
  ])("%s is told at once, and is no second origin", (_how, text, what) => {
    const {articles, fact, disagreements} = load({"a.md": note(story, "A"), "b.md": note(text, "B")});
    expect(articles.map(({copy_of}) => copy_of)).toEqual([null, "a"]);
    expect(fact).toMatchObject({publishers: 2, origins: 1, origin_names: "A"});
    const [row] = disagreements.filter(({kind}) => kind === "copy");
    expect(row.what).toMatch(what);
    expect(row.articles).toBe("b a");
  });

  it("is whose it says it is, where the other one does not say", () => {
    const {fact} = load({"a.md": note(story, "A"), "b.md": note(story, "B", "The Brindle Gazette")});
    expect(fact).toMatchObject({origins: 1, origin_names: "Brindle Gazette"});
    const unnamed = load({"a.txt": story, "b.md": note(story, "B")});
    expect(unnamed.fact).toMatchObject({origins: 1, origin_names: "B"});
  });

  it.each([
    [
      "another report of the same",
      `${told.replace("Ondal sold", "They say Ondal has sold")}\n\n${prose(2, 120)}.`,
    ],
    ["a short text", "Ondal sold 4,300 lathes to Peru."],
    ["one that quotes a paragraph of it", `${told}\n\n${prose(1, 40)}\n\n${prose(3, 150)}`],
  ])("is not %s", (_what, text) => {
    const first = text.length < 40 ? text : story;
    const {articles, fact} = load({"a.md": note(first, "A"), "b.md": note(text, "B")});
    expect(articles.map(({copy_of}) => copy_of)).toEqual([null, null]);
    expect(fact.origins).toBe(String(fact.articles).split(" ").length);
  });

  it.each(["P", ""])(
    "is no page that shares what its site prints on all of them, of publisher %j",
    (publisher) => {
      const page = (seed: number) => `${prose(50, 90)}.\n\n${prose(seed, 60)}.\n\n${prose(51, 30)}.`;
      const files = Object.fromEntries(
        [7, 8, 9].map((n) => [
          `${n}.${publisher ? "md" : "txt"}`,
          publisher ? note(page(n), publisher) : page(n),
        ]),
      );
      expect(loadTables(temporarySeeds(files)).articles.map(({copy_of}) => copy_of)).toEqual([
        null,
        null,
        null,
      ]);
    },
  );
});

describe("a source that nobody names", () => {
  it("is no origin known to be another one's", () => {
    const short = "Ondal sold 4,300 lathes to Peru.";
    expect(load({"a.txt": short, "b.txt": short}).fact).toMatchObject({origins: 1, origin_names: "unknown"});
    expect(load({"a.txt": short, "b.md": note(short, "B")}).fact).toMatchObject({
      origins: 1,
      origin_names: "B",
    });
    expect(load({"a.md": note(short, "A"), "b.md": note(short, "B")}).fact.origins).toBe(2);
  });
});

describe("a source that nobody dates", () => {
  const short = "Ondal sold 4,300 lathes to Peru.";

  it.each([
    // what, articles, origins, their names
    ["is one origin where it tells alone", [undated(short, "A")], 1, "A"],
    ["is one where it tells twice", [undated(short, "A"), undated(short, "A")], 1, "A"],
    ["adds none to one that is dated", [note(short, "A"), undated(short, "B")], 1, "A"],
    ["adds none where it comes first", [undated(short, "A"), note(short, "B")], 1, "B"],
    [
      "adds none to two that are dated",
      [note(short, "A"), undated(short, "B"), note(short, "C")],
      2,
      "A | C",
    ],
    [
      "adds none to another, and nobody knows whose it is",
      [undated(short, "A"), undated(short, "B")],
      1,
      "unknown",
    ],
    [
      "adds the report that it passes on",
      [note(short, "A"), undated(short, "B", "The Gazette")],
      2,
      "A | Gazette",
    ],
    [
      "is known by who passes it on",
      [note(short, "A"), undated(short, "B"), note(short, "C", "B")],
      2,
      "A | B",
    ],
    [
      "is one with its copy, which has a date",
      [undated(story, "A"), note(story, "B"), note(short, "C")],
      2,
      "A | C",
    ],
    ["is none with an undated copy", [undated(story, "A"), undated(story, "B"), note(short, "C")], 1, "C"],
  ])("%s", (_what, texts, origins, origin_names) => {
    const {fact} = load(Object.fromEntries(texts.map((text, n) => [`${n}.md`, text])));
    expect(String(fact.articles).split(" ")).toHaveLength(texts.length);
    expect(fact).toMatchObject({origins, origin_names});
  });

  it("shares the origin that the last of its copies tells", () => {
    const {fact} = load({
      "a.txt": story,
      "b.md": note(story, "B"),
      "c.md": note(story, "C", "The Brindle Gazette"),
    });
    expect(fact).toMatchObject({origins: 1, origin_names: "Brindle Gazette"});
  });
});

describe("new CopyIndex()", () => {
  const told = {file: "f", publisher: null, origin: {name: null, isRelayed: false, isFirm: false}};

  it.each<[what: string, first: string, second: string, isCopy: boolean]>([
    ["the same 35 words", prose(1, 35), prose(1, 35), true],
    ["the same 30 words, which chance may bring", prose(1, 30), prose(1, 30), false],
    ["a text that goes on", prose(1, 120), `${prose(1, 120)} ${prose(9, 120)}`, true],
    [
      "a text in one so long that the samples are too few",
      prose(1, 120),
      `${prose(1, 120)} ${prose(9, 480)}`,
      false,
    ],
    ["three quarters of it beside as much else", prose(1, 120), `${prose(1, 90)} ${prose(9, 90)}`, false],
    ["nine tenths of it and a little else", prose(1, 120), `${prose(1, 108)} ${prose(9, 12)}`, true],
  ])("add(article) of %s", (_what, first, second, isCopy) => {
    const index = new CopyIndex();
    const add = (article_id: string, text: string) =>
      index.add({...told, origin: {...told.origin}, article_id, text});
    expect(add("a", first)).toBeNull();
    expect(add("b", second)?.article_id ?? null).toBe(isCopy ? "a" : null);
  });

  it("takes linear time where all texts share half of theirs", () => {
    const growth = growthOf(80, (count) => () => {
      const index = new CopyIndex();
      for (let n = 0; n < count; n++) {
        const text = `${prose(5000, 60)} ${prose(n, 60)}`;
        expect(index.add({...told, article_id: `a${n}`, text})).toBeNull();
      }
    });
    expect(growth).toBeLessThan(superlinear);
  });
});
