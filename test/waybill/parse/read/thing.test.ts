import {describe, expect, it} from "vitest";
import {growthOf, superlinear} from "../../../growth.js";
import {figureOf, readByGrammar, readFigures} from "./read.js";

const things = (text: string) => readByGrammar(text).map(({exact, thing}) => `${exact}: ${thing}`);

describe("what a figure is a quantity of, by grammar", () => {
  it.each([
    // what is counted, and what is in it
    ["They bought 44 tanks for €950m.", ["44 tanks: tanks", "€950m: tanks"]],
    ["It ordered 100 vests and helmets.", ["100 vests: vests and helmets"]],
    ["It got 12 shipments of drone parts.", ["12 shipments: drone parts"]],
    ["Belgium will send 30 second-hand F-16s.", ["30 second-hand F-16s: second-hand F-16s"]],
    ["Roughly one in five nursing positions is vacant.", ["Roughly one in five: nursing positions"]],
    // the noun beside it
    ["It was hit by a £40m write-down.", ["£40m: write-down"]],
    ["Unions want a 7% pay rise.", ["7%: pay"]],
    ["It reported a 12% fall in net profit.", ["12%: net profit"]],
    ["They got a loan of $5m.", ["$5m: loan"]],
    ["The minister announced $38 million for an ice house.", ["$38 million: ice house"]],
    // what is in an event, not the event
    ["Peru made secret sales of over $40m in military aid.", ["over $40m: military aid"]],
    ["Exports of pumps reached $4m.", ["$4m: pumps"]],
    ["Exports of laundry machines rose by 9%.", ["9%: Exports of laundry machines"]],
    // what a verb or an adjective measures
    ["Labour costs, swollen by a new agreement, were 9% higher.", ["9%: Labour costs"]],
    ["Foreign exchange reserves touched $651bn.", ["$651bn: Foreign exchange reserves"]],
    ["Analysts expect the cap to fall by 3%.", ["3%: cap"]],
    ["The council will raise parking fees by 4%.", ["4%: parking fees"]],
    ["The exporters doubled the price.", ["doubled: price"]],
    // what no tree is needed for, where a tag is wrong
    ["In 2022 boats landed 4,200 tonnes of herring.", ["4,200 tonnes: herring"]],
    ["Landings of herring at Halvik rose 12%.", ["12%: Landings of herring"]],
    ["Season tickets go up by £15.", ["£15: Season tickets"]],
    // "they" stands for what was sold
    ["Norvik sold 300 vans to Peru. They came to €41m.", ["300 vans: vans", "€41m: vans"]],
    ["It carried 400 passengers. That is 9% more.", ["400 passengers: passengers", "9%: passengers"]],
    [
      "It ordered two electric ferries for $47 million.",
      ["two electric ferries: electric ferries", "$47 million: electric ferries"],
    ],
    // a list that says its verb once, and once more of the same
    ["Oil rose 3% and gas 5%.", ["3%: Oil", "5%: gas"]],
    ["Sales rose 4% to £71m, against £68m.", ["4%: Sales", "£71m: Sales", "£68m: Sales"]],
    ["It added 175,000 jobs, and the jobless rate rose to 4%.", ["175,000 jobs: jobs", "4%: jobless rate"]],
  ])("reads %j", (text, expected) => {
    expect(things(text)).toEqual(expected);
  });

  it.each([
    // a verb is no noun that a list left without one
    ["Oil rose 3% and fell 5%.", "5%: Oil"],
    // who loses or puts up money is not what changed
    ["The Danish club lost 6.2 million kroner.", "6.2 million kroner: null"],
    ["Vanterpool puts up $95 million.", "$95 million: null"],
    // what was done with money does not say what it is
    ["The scheme costs jobs, saving £9m.", "£9m: null"],
    ["It raised $850m last week.", "$850m: null"],
    // who forecasts does not fall
    ["The trader sold the car to pay £3m.", "£3m: null"],
  ])("does not take the nearest noun in %j", (text, last) => {
    expect(things(text).at(-1)).toBe(last);
  });
});

describe("what a figure is a quantity of, all in all", () => {
  it.each([
    ["The delay amounted to five months.", "five months", "delay"],
    ["Growth has been forecast to slow slightly to 2.9 percent.", "2.9 percent", "Growth"],
    ["Ondal is expected to post earnings of between £90m and £95m.", "between £90m and £95m", "earnings"],
    ["The firm won a $4m order for 20 buses.", "20 buses", "buses"],
    ["Cocoa rose £214. Prices have doubled this year.", "£214", "Cocoa"],
  ])("%s", (text, exact, thing) => {
    expect(figureOf(text, exact).thing).toBe(thing);
  });

  it.each([
    ["They promised her £2 million.", "£2 million"],
    ["She has seen £350,000.", "£350,000"],
  ])("is not told in %j", (text, exact) => {
    expect(figureOf(text, exact).thing).toBeNull();
  });

  it("is read in linear time in a long sentence without a verb", () => {
    const growth = growthOf(300, (times) => {
      const text = `${"of the price and the cost, which ".repeat(times)}rose 5%.`;
      return () => readFigures(text);
    });
    expect(growth).toBeLessThan(superlinear);
  });
});
