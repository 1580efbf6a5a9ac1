import {describe, expect, it} from "vitest";
import {openDatabase} from "../../loaders/database.js";
import {grammar} from "../../loaders/grammar.js";
import {Tabulator} from "../../loaders/tables/Tabulator.js";
import {loadTables, readOptions} from "../../loaders/tables.js";
import type {Row} from "../../src/waybill/model/tables.js";
import {parseText} from "../../src/waybill/parse/parseFigures.js";
import {growthOf, superlinear} from "../growth.js";
import {grain, temporarySeeds} from "../temporary.js";

const made = loadTables(grain);
const note = (text: string, relays = "", publisher = "P"): string =>
  `---\ntitle: T\npublisher: ${publisher}\npublished: 2024-02-01\n${relays && `relays: [${relays}]\n`}---\n${text}\n`;

function factsOf(files: Record<string, string>): Row[] {
  return loadTables(temporarySeeds(files)).facts;
}

const list = (cell: Row[string]): string[] =>
  String(cell ?? "")
    .split(" ")
    .filter(Boolean);

describe("facts", () => {
  it("take in every figure that restates no other exactly once", () => {
    const ids = made.facts.flatMap(({figures}) => list(figures));
    const own = made.figures.filter(({equivalent_of}) => equivalent_of === null);
    expect(ids.sort()).toEqual(own.map(({figure_id}) => figure_id).sort());
  });

  it("hold a price apart from a sum, and out of the dollars", () => {
    const facts = factsOf({
      "a.md": note("Peru sold oil at $58 a barrel."),
      "b.md": note("Peru sold oil for $58.", "", "Q"),
    });
    expect(facts.map(({unit, usd}) => [unit, usd])).toEqual([
      ["USD per barrel", null],
      ["USD", 58],
    ]);
  });

  it("add up without counting twice what two papers tell", async () => {
    const database = await openDatabase(made);
    const sum = async (table: string): Promise<number> => {
      const sql = `SELECT sum(value)::DOUBLE AS sum FROM ${table} WHERE kind = 'money' AND value = 12e6`;
      return (await database.query<{sum: number}>(sql))[0].sum;
    };
    expect(await sum("facts")).toBe(12e6);
    expect(await sum("figures")).toBe(24e6);
    database.close();
  });

  it("count two relays of one newspaper as one origin, and their own reporting as two", () => {
    const sentence = "Ondal sold 4,300 lathes to Kenya.";
    const [one] = factsOf({
      "a.md": note(sentence, "The Brindle Gazette", "A"),
      "b.md": note(sentence, "The Brindle Gazette", "B"),
    });
    expect({publishers: one.publishers, origins: one.origins}).toEqual({publishers: 2, origins: 1});
    const [two] = factsOf({"a.md": note(sentence, "", "A"), "b.md": note(sentence, "", "B")});
    expect({publishers: two.publishers, origins: two.origins}).toEqual({publishers: 2, origins: 2});
  });

  it.each([
    [
      "the same number of other goods",
      "Ondal sold 4,300 lathes to Kenya.",
      "Ondal sold 4,300 pumps to Kenya.",
    ],
    [
      "the same number to another country",
      "Ondal sold 4,300 lathes to Kenya.",
      "Ondal sold 4,300 lathes to Peru.",
    ],
    [
      "the same number of another seller",
      "Ondal Steel sold 4,300 lathes.",
      "Brekko Optics sold 4,300 lathes.",
    ],
    [
      "another name of the goods",
      "Ondal sold 4,300 Kestrel pumps to Peru.",
      "Ondal sold 4,300 Heron pumps to Peru.",
    ],
    [
      "another way",
      "Ondal sold 4,300 lathes to Peru via Turkey.",
      "Ondal sold 4,300 lathes to Peru via Kenya.",
    ],
    [
      "two names that are no companies by their words",
      "Ondal sold 4,300 lathes to Peru.",
      "Brekko sold 4,300 lathes to Peru.",
    ],
    [
      "a rise by so much and a level",
      "Exports of lathes to Peru rose by $430 million.",
      "Exports of lathes to Peru reached $430 million.",
    ],
    ["a rise and a fall", "Sales of lathes rose by 40% in 2022.", "Sales of lathes fell by 40% in 2022."],
    ["other years", "Ondal sold 4,300 lathes in 2019.", "Ondal sold 4,300 lathes in 2022."],
    [
      "a small number that anything may have",
      "Police arrested three men in Oslo.",
      "Three men won the race.",
    ],
  ])("are two for %s", (_what, a, b) => {
    expect(factsOf({"a.md": note(a), "b.md": note(b)})).toHaveLength(2);
  });

  it("are two where an article says that the second is another", () => {
    const text =
      "Ondal delivered 4,300 lathes to Peru. A month later Ondal delivered another 4,300 lathes to Peru.";
    expect(factsOf({"a.md": note(text)})).toHaveLength(2);
  });

  it("take in no figure that its many figures together speak against", () => {
    const undated = Array.from({length: 9}, (_, n) => [`a${n}.md`, note("Ondal sold 4,300 lathes to Peru.")]);
    const facts = factsOf({
      ...Object.fromEntries(undated),
      "b.md": note("Ondal sold 4,300 lathes to Peru in 2019."),
      "c.md": note("Ondal sold 4,300 lathes to Peru in 2022."),
    });
    expect(facts.map(({figures}) => list(figures).length)).toEqual([10, 1]);
  });

  it("are one where their periods touch, and two where one is over before the other begins", () => {
    const count = (first: string, second: string): number =>
      factsOf({
        "a.md": note(`In ${first}, Ondal sold 4,300 lathes to Peru.`),
        "b.md": note(`In ${second}, Ondal sold 4,300 lathes to Peru.`),
      }).length;
    expect(count("2022", "December 2022")).toBe(1);
    expect(count("November 2022", "December 2022")).toBe(2);
    expect(count("2022", "2023")).toBe(2);
  });

  it("are in conflict where one hedge rules the other out", () => {
    const [fact] = factsOf({
      "a.md": note("Ondal sold at least 4,300 lathes to Peru."),
      "b.md": note("Ondal sold fewer than 4,300 lathes to Peru."),
    });
    expect(fact.agreement).toBe("in conflict");
  });

  it("are made in linear time where a whole corpus says the same", () => {
    const article = {
      title: "T",
      author: null,
      relays: null,
      published: "2024-02-01",
      tags: null,
      published_basis: null,
      published_from: null,
      url: null,
      language: "en",
      file: "f",
      words: 6,
      sha256: null,
    };
    const text = "Ondal sold 4,300 lathes to Peru.";
    const options = readOptions();
    const reading = parseText(text, {vocab: options.vocab, grammar, published: article.published});
    const growth = growthOf(400, (count) => {
      const ids = Array.from({length: count}, (_, n) => `a${n}`);
      const readings = new Map(ids.map((id) => [id, reading]));
      const tabulator = new Tabulator({...options, derived: [], readings});
      for (const id of ids) tabulator.add({...article, article_id: id, publisher: `P${id}`, text});
      const facts: Row[] = [];
      return () => {
        tabulator.finish((table, row) => {
          if (table === "facts") facts.push(row);
        });
        expect(facts.map(({origins}) => origins)).toEqual([count]);
      };
    });
    expect(growth).toBeLessThan(superlinear);
  });

  it("take in one company for “companies”, and no second one", () => {
    const facts = factsOf({
      "a.md": note("Norwegian companies sold 4,300 lathes to Peru."),
      "b.md": note("Ondal Steel of Norway sold 4,300 lathes to Peru."),
      "c.md": note("Brekko Optics of Norway sold 4,300 lathes to Peru."),
    });
    expect(facts.map(({supplier, figures}) => [supplier, list(figures).length])).toEqual([
      ["ondal-steel", 2],
      ["brekko-optics", 1],
    ]);
  });

  it("are in conflict where one report denies what another tells", () => {
    const [fact] = factsOf({
      "a.md": note("Ondal Steel sold 4,300 lathes to Kenya."),
      "b.md": note("The ministry denied that Ondal Steel sold 4,300 lathes to Kenya."),
    });
    expect(fact.agreement).toBe("in conflict");
  });

  it("allow what all their figures allow", () => {
    const [fact] = factsOf({
      "a.md": note("Ondal sold lathes worth $43 million to Kenya."),
      "b.md": note("Ondal sold lathes worth more than $43 million to Kenya."),
    });
    expect({value: fact.value, low: fact.low, high: fact.high}).toEqual({value: 43e6, low: 43e6, high: null});
  });
});

describe("flows and places", () => {
  it("lead from supplier to recipient, by names and by countries", () => {
    const flow = made.flows.find(({goods, status}) => goods === "rye" && status === "ordered");
    expect(flow).toMatchObject({
      supplier: "merrin-grain",
      recipient: "tarn-malt",
      origin: "Brazil",
      destination: "Peru",
    });
    expect(list(flow!.figures)).toHaveLength(1);
    expect(made.places.map(({place}) => place)).toEqual(["Brazil", "Kenya", "Norway", "Peru"]);
  });
});

describe("events", () => {
  it.each([
    // The article is of 1 February 2024.
    ["on Dec. 1", "Dec. 1", "2023-12-01", "2023-12-01", "day", "worked_out"],
    ["in early 2022", "early 2022", "2022-01", "2022-04", "season", "stated"],
    ["in January 2023", "January 2023", "2023-01", "2023-01", "month", "stated"],
    ["since January 2023", "since January 2023", "2023-01", null, "open", "stated"],
    [
      "between June and December last year",
      "between June and December last year",
      "2023-06",
      "2023-12",
      "span",
      "worked_out",
    ],
    ["in 2008", "2008", "2008-01", "2008-12", "year", "stated"],
  ])("%s: %s", (words, exact, date_start, date_end, precision, year_basis) => {
    const {events} = loadTables(temporarySeeds({"a.md": note(`Ondal sold lathes to Peru ${words}.`)}));
    const event = events.find((row) => row.exact === exact);
    expect(event).toMatchObject({date_start, date_end, precision, year_basis});
  });
});
