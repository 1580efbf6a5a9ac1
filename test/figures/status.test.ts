import {describe, expect, it} from "vitest";
import {parseFigures} from "../../loaders/figures/parseFigures.js";
import {readVocab} from "../../loaders/vocab.js";

const vocab = readVocab();
const first = (text: string) => parseFigures(text, {vocab, published: "2024-11-20"})[0];

describe("status", () => {
  it.each([
    ["planned", "The firm plans to build 40 homes."],
    ["planned", "The council voted to close 12 libraries."],
    ["planned", "Oslo to build 400 homes\n\nThe city has found a site."],
    ["planned", "About 400 jobs are to go."],
    ["planned", "The fair will have 40 stalls."],
    ["planned", "The cabinet approved a package to buy 400 tonnes of rice."],
    ["forecast", "Sales are expected to reach $40 million."],
    ["forecast", "The cut would take £60m out of the industry."],
    ["forecast", "Traders reckon Ukraine will have 22 million tonnes of maize to export."],
    ["contracted", "Poland will buy 48 howitzers from a local maker under a 2.6 billion zloty contract."],
    ["contracted", "Los Quiscos agreed to sell 30 trucks to a Chinese firm."],
    ["alleged", "Police accused the storekeeper of selling 6,300 litres of diesel."],
    ["alleged", "The group shipped 26 lathes to Penang, the indictment said."],
    ["delivered", "They promised us ambulances and sent 12 bicycles to Juba."],
    ["delivered", "A depot in Bria sold 280,000 litres to Chad in May."],
  ])("is %s in %j", (status, text) => {
    expect(first(text).status).toBe(status);
  });

  it.each([
    "Hiring was slower than expected, and the rate rose to 4.3%.",
    "The anchorage can take no more than four tankers.",
    "The alleged leader, who has 11 records, was caught.",
  ])("is open in %j", (text) => {
    expect(first(text).status).toBeNull();
  });
});

describe("change", () => {
  it.each([
    ["increase", "Brent rose 31 cents to $90.05."],
    ["increase", "Lamb prices were £6 up on the week."],
    ["increase", "Taxes will be $87 more than last year."],
    ["decrease", "The drug cut the risk of a second stroke by 23 per cent."],
    ["decrease", "It reported an 11.8 per cent year-on-year fall in profit."],
    ["decrease", "Shares were off 3.1% after a warning."],
    [null, "Girls make up 31% of pupils."],
    [null, "A sponsor is putting up £120,000 for prizes."],
    [null, "Prices rose to 40 euros."],
  ])("is %s in %j", (change, text) => {
    expect(first(text).change).toBe(change);
  });

  it("is shared by what stands beside it", () => {
    const text = "The index dropped 494 points or 0.61 per cent, and bulk and coal were down 8% and 2%.";
    expect(parseFigures(text, {vocab}).map(({change}) => change)).toEqual(Array(4).fill("decrease"));
  });
});

describe("period", () => {
  it.each([
    ["2023-07", "2024-06-30", "Profit was $412 million for the year to June 30."],
    ["2024-04", "2024-09", "Profit fell to ¥14.6bn in the six months to September."],
    ["2024-04", "2024-06", "Revenue was $40 million in the June quarter."],
    ["2024-01", "2024-12", "Exports will reach 13 million tonnes this year."],
    ["2024-01", null, "Copper has gained 11% since the start of the year."],
  ])("is %s to %s in %j", (start, end, text) => {
    const figure = first(text);
    expect([figure.period_start, figure.period_end]).toEqual([start, end]);
  });

  it("of what was so a year earlier is that of the figure before, a year back", () => {
    const [, before] = parseFigures(
      "Profit was $412 million for the year to June, from $505 million a year earlier.",
      {
        vocab,
        published: "2024-11-20",
      },
    );
    expect([before.period_start, before.period_end]).toEqual(["2022-07", "2023-06"]);
  });
});
