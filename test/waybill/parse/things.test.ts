import {describe, expect, it} from "vitest";
import {grammar} from "../../../loaders/grammar.js";
import {readVocab} from "../../../loaders/vocab.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";
import {growthOf, superlinear} from "../../growth.js";

const options = {vocab: readVocab(), grammar, published: "2024-06-12"};
const thingsOf = (text: string) => parseFigures(text, options).map(({exact, thing}) => `${exact}: ${thing}`);

describe("what a figure is a quantity of", () => {
  it.each([
    // the subject of a change, through what is put in between
    ["Labour costs, swollen by a new agreement, were 9% higher.", ["9%: Labour costs"]],
    ["Revenue from operations was nearly flat at £42m.", ["£42m: Revenue from operations"]],
    ["Foreign exchange reserves touched $651bn.", ["$651bn: Foreign exchange reserves"]],
    ["Analysts expect the cap to fall by 3%.", ["3%: cap"]],
    ["Exports of laundry machines tripled.", ["tripled: Exports of laundry machines"]],
    // its object
    ["The council will raise parking fees by 4%.", ["4%: parking fees"]],
    ["The exporters doubled the price.", ["doubled: price"]],
    // the noun that follows or precedes
    ["Unions want a 7% pay rise.", ["7%: pay"]],
    ["It reported a 12% fall in net profit.", ["12%: net profit"]],
    ["It was hit by a £40m write-down.", ["£40m: write-down"]],
    ["Roughly one in five nursing positions is vacant.", ["Roughly one in five: nursing positions"]],
    // a list that says its verb once
    ["Oil rose 3% and gas 5%.", ["3%: Oil", "5%: gas"]],
    // once more of the same
    ["Sales rose 4% to £71m, against £68m.", ["4%: Sales", "£71m: Sales", "£68m: Sales"]],
    ["They bought 44 tanks for €950m.", ["44 tanks: tanks", "€950m: tanks"]],
    ["The firm won a $4m order for 20 buses.", ["$4m: buses", "20 buses: buses"]],
    ["Cocoa rose £214. Prices have doubled this year.", ["£214: Cocoa", "doubled: Cocoa"]],
    // another subject stands between
    ["It added 175,000 jobs, and the jobless rate rose to 4%.", ["175,000 jobs: jobs", "4%: jobless rate"]],
  ])("reads %j", (text, things) => {
    expect(thingsOf(text)).toEqual(things);
  });

  it.each([
    ["The scheme costs jobs, saving £9m.", "£9m: null"],
    ["It raised $850m last week.", "$850m: null"],
  ])("leaves open what %j does not say", (text, thing) => {
    expect(thingsOf(text)).toEqual([thing]);
  });

  it("reads a long sentence without a verb in linear time", () => {
    const growth = growthOf(300, (times) => {
      const text = `${"of the price and the cost, which ".repeat(times)}rose 5%.`;
      return () => thingsOf(text);
    });
    expect(growth).toBeLessThan(superlinear);
  });
});
