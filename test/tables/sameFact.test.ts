import {describe, expect, it} from "vitest";
import {Tabulator} from "../../loaders/tables/Tabulator.js";
import {readOptions} from "../../loaders/tables.js";
import type {Row} from "../../src/waybill/model/tables.js";

const options = {...readOptions(), derived: []};

// The facts of articles of which each is a text.
function factsOf(...texts: string[]): Row[] {
  const tabulator = new Tabulator(options);
  texts.forEach((text, n) => {
    tabulator.add({
      article_id: `a${n}`,
      title: "T",
      publisher: `P${n}`,
      author: null,
      relays: null,
      tags: null,
      language: "en",
      published: "2024-03-14",
      published_basis: "stated",
      published_from: null,
      url: null,
      file: `a${n}.md`,
      words: 9,
      sha256: null,
      text,
    });
  });
  const facts: Row[] = [];
  tabulator.finish((table, row) => {
    if (table === "facts") facts.push(row);
  });
  return facts;
}

const told = (facts: Row[]): string[] =>
  facts.map(({value, thing, figures}) => `${value} ${thing}: ${String(figures).split(" ").length}`);

describe("figures are one fact", () => {
  it.each([
    [["Ondal sold 4,300 lathes to Peru.", "Peru bought 4,300 lathes from Ondal."]],
    [["Ondal sold lathes worth $43 million to Peru.", "Peru bought $43 million of lathes from Ondal."]],
    [["The budget deficit rose to $97 million. The deficit of $97 million is a record."]],
    [["Norway sold 4,300 tons of goods to Peru.", "Norway sold 4,300 tons of wheat to Peru."]],
    [["The blast killed 63 people. All 63 people were miners."]],
    [
      [
        "It will cost the city about $1 trillion over the coming years, it said.",
        "It will cost the city about $1 trillion over the coming years, it said.",
      ],
    ],
  ])("%j", (texts) => {
    const facts = factsOf(...texts);
    expect(
      facts.map(({figures}) => String(figures).split(" ").length),
      told(facts).join("; "),
    ).toEqual([2]);
  });

  it.each([
    [21, 1],
    [63, 1],
    [4300, 1],
    [20, 2],
    [12, 2],
    [100, 2],
    [4000, 2],
  ])("who tells of %d people twice tells of them as %d", (number, facts) => {
    const count = number.toLocaleString("en");
    expect(factsOf(`Police freed ${count} people. All ${count} people were miners.`)).toHaveLength(facts);
  });

  it("however many facts of the number, in other units, are told between", () => {
    const others = ["pumps", "helmets", "vans", "boats", "drills", "crates", "saws", "trucks", "cranes"];
    const facts = factsOf(
      "Ondal sold 4,300 lathes to Peru.",
      ...others.map((unit) => `Ondal sold 4,300 ${unit} to Peru.`),
      "Peru bought 4,300 lathes from Ondal.",
    );
    expect(facts).toHaveLength(1 + others.length);
    expect(told(facts).filter((line) => line.endsWith(": 2"))).toHaveLength(1);
  });
});

describe("figures are facts of their own", () => {
  it.each([
    [
      [
        "The budget deficit was almost $1tn last year.\n\nSpending on infrastructure will come to $1 trillion.\n\nAI firms plan $1 trillion of data centres\nWhy the sun is quiet",
      ],
    ],
    [["The trade deficit rose to $97 million. The budget deficit rose to $97 million."]],
    [["Revenue rose to $97 million. Debt rose to $97 million."]],
    [["Exports of tea rose by $97 million. Exports of coffee rose by $97 million."]],
    [["It raised $850 million in May. It lost $850 million in June."]],
    [["The harbour paid $97 million.", "The airport paid $97 million."]],
    [["Police arrested 12 people. The crash killed 12 people."]],
    [["Ondal sold pumps for $43 million to Peru. Ondal sold helmets for $43 million to Peru."]],
    [["Sales of tea rose 4% in May. Sales of milk rose 4% in May."]],
    [["It spent $97 million on roads and $97 million on rails over these two years."]],
  ])("%j", (texts) => {
    const facts = factsOf(...texts);
    expect(
      facts.filter(({figures}) => String(figures).includes(" ")),
      told(facts).join("; "),
    ).toEqual([]);
  });
});
