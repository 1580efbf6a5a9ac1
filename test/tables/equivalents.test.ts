import {describe, expect, it} from "vitest";
import {linkEquivalents} from "../../loaders/tables/equivalents.js";
import {loadTables} from "../../loaders/tables.js";
import {temporarySeeds} from "../temporary.js";

const note = (text: string, front = ""): string => `---\ntitle: T\npublisher: P\n${front}---\n${text}\n`;
const load = (text: string, front = "") => loadTables(temporarySeeds({"a.md": note(text, front)}));

describe("a conversion that the article states", () => {
  it.each([
    ["It paid £75m ($141m) for the yard.", "$141m", "£75m"],
    ["It paid £75m (about $141m at the time) for the yard.", "about $141m", "£75m"],
    ["It sold 5 tonnes (11,000 lb) of steel.", "11,000 lb", "5 tonnes"],
    ["It cost $5m, about 4.6m euros, to build.", "about 4.6m euros", "$5m"],
    ["He paid £3.6m, or €4.2m, for it.", "€4.2m", "£3.6m"],
    ["The fee is 300 yuan ($41.50) a day.", "$41.50", "300 yuan"],
    ["A 12-kilometre (7.5-mile) tunnel was dug.", "7.5-mile", "12-kilometre"],
    ["It was 38C (100F) in Oslo.", "100F", "38C"],
    ["The bid of €5 billion (US$5.4 billion; £4.2 billion) failed.", "£4.2 billion", "€5 billion"],
  ])("%s", (text, exact, of) => {
    const {figures, facts} = load(text);
    const figure = figures.find((row) => row.exact === exact);
    const base = figures.find((row) => row.exact === of);
    expect(figure?.equivalent_of).toBe(base?.figure_id);
    expect(base?.equivalent_of).toBeNull();
    expect(facts.map(({figures: ids}) => ids)).toContain(base?.figure_id);
    expect(facts.map(({figures: ids}) => ids)).not.toContain(figure?.figure_id);
  });

  it.each([
    "It paid £75m for the yard and $141m for the dock.",
    "It paid £75m ($20m of it in cash) for the yard.",
    "It paid £75m, about $5m more than the other bid.",
    "It sold 5 tonnes (300 lb of it in sacks) of steel.",
    "It lifts 5 tonnes or 300 pounds.",
    "It paid £75m (£5m in cash).",
    "It sold 5 tonnes (20 km of cable).",
    "It paid £75m. ($141m was asked.)",
    "It employs 300 people ($5m).",
  ])("is none in %j", (text) => {
    for (const {equivalent_of} of load(text).figures) expect(equivalent_of).toBeNull();
  });

  it("is kept with the fact, whose dollars are those that the article states", () => {
    const {figures, facts} = load("It paid £75m ($141m) for the yard.");
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({
      unit: "GBP",
      value: 75e6,
      high: null,
      stated_equivalent: "141000000 USD",
      usd: 141e6,
      rate: `as stated by P: ${figures[1].figure_id}`,
    });
  });

  it("can be set, and taken back, by a review", () => {
    const text = "The yard went for £75m. In dollars that was $141m.";
    expect(load(text).facts).toHaveLength(2);
    const set = load(text, "review:\n  - quote: $141m\n    equivalent_of: £75m\n");
    expect(set.facts.map(({unit, usd}) => [unit, usd])).toEqual([["GBP", 141e6]]);
    const taken = load("It paid £75m ($141m) for it.", 'review:\n  - quote: $141m\n    equivalent_of: ""\n');
    expect(taken.facts.map(({unit}) => unit)).toEqual(["GBP", "USD"]);
  });

  it("leaves the figures as they were otherwise", () => {
    expect(linkEquivalents("", [])).toEqual([]);
  });
});

describe("a fact", () => {
  const text = "Ondal paid £75m for it. The yard cost $141m, a tenth of 40 tonnes or 90 crates.";
  const front = (target: string, quote = "£75m", cell = "same_as"): string =>
    `review:\n  - quote: ${quote}\n    ${cell}: "${target}"\n`;

  it.each([
    [front("a: $141m"), 'a.md:5: same_as names a figure in another unit: "a: $141m" (USD, not GBP; write'],
    [front("a: 40 tonnes"), "a.md:5: same_as names a figure of another kind"],
    [front("40 tonnes", "£75m", "equivalent_of"), "a.md:5: equivalent_of names no amount of this kind in"],
    [front("41 tonnes", "£75m", "equivalent_of"), 'a.md:5: equivalent_of matches nothing: "41 tonnes"'],
    [front("£75m", "£75m", "equivalent_of"), "a.md:5: equivalent_of matches no other figure"],
  ])("never mixes units: %j", (review, message) => {
    expect(() => load(text, review)).toThrow(message);
  });

  it("is left as it is where a review joins an amount with its own conversion", () => {
    const joined = load("It paid £75m ($141m) for it.", front("a: $141m"));
    expect(joined.facts.map(({unit, low, high}) => [unit, low, high])).toEqual([["GBP", null, null]]);
    expect(() =>
      load(
        "It paid £75m ($141m) for it, and $141m more.",
        'review:\n  - quote: $141m\n    same_as: "a: $141m more"\n',
      ),
    ).toThrow("a.md:5: same_as joins what restates another figure");
  });
});
