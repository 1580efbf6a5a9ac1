import {describe, expect, it} from "vitest";
import {grammar} from "../../../loaders/grammar.js";
import {readVocab} from "../../../loaders/vocab.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";

const vocab = readVocab();
const first = (text: string) => parseFigures(text, {vocab, grammar, published: "2024-11-20"})[0];

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
    ["forecast", "Brokers reckon Brazil will have 9 million tonnes of soya to spare."],
    ["contracted", "Norway will buy 30 ferries from a local yard under a 9 billion kroner contract."],
    ["contracted", "A Lyon maker agreed to sell 30 trucks to a Swiss firm."],
    ["alleged", "Police accused the clerk of selling 900 litres of petrol."],
    ["alleged", "The gang shipped 70 rifles to Malta, the indictment said."],
    ["delivered", "They promised us tractors and sent 12 ploughs to Gulu."],
    ["delivered", "A depot in Lille sold 80,000 litres to Ghent in May."],
  ])("is %s in %j", (status, text) => {
    expect(first(text).status).toBe(status);
  });

  it.each([
    "Growth was weaker than expected, and the deficit rose to 6%.",
    "The quay can hold no more than nine barges.",
    "The alleged forger, who has 9 passports, was caught.",
  ])("is open in %j", (text) => {
    expect(first(text).status).toBeNull();
  });
});

describe("change", () => {
  it.each([
    ["increase", "Brent rose 31 cents to $90.05."],
    ["increase", "Lamb prices were £6 up on the week."],
    ["increase", "Taxes will be $87 more than last year."],
    ["decrease", "The new valves cut the loss of steam in the boilers by 23 per cent."],
    ["decrease", "It reported a 9.5 per cent year-on-year fall in turnover."],
    ["decrease", "Shares were off 2.6% at noon."],
    [null, "Nurses make up 28% of the staff."],
    [null, "A brewery is putting up £9,000 for prizes."],
    [null, "Prices rose to 40 euros."],
  ])("is %s in %j", (change, text) => {
    expect(first(text).change).toBe(change);
  });

  it("is shared by what stands beside it", () => {
    const text = "The index dropped 80 points or 0.7 per cent, and bulk and coal were down 8% and 2%.";
    expect(parseFigures(text, {vocab, grammar}).map(({change}) => change)).toEqual(Array(4).fill("decrease"));
  });
});

describe("period", () => {
  it.each([
    ["2023-07", "2024-06-30", "Profit was $90 million for the year to June 30."],
    ["2024-04", "2024-09", "Profit fell to ¥7bn in the six months to September."],
    ["2024-04", "2024-06", "Revenue was $40 million in the June quarter."],
    ["2024-01", "2024-12", "Exports will reach 8 million tonnes this year."],
    ["2024-01", null, "Tin has gained 9% since the start of the year."],
  ])("is %s to %s in %j", (start, end, text) => {
    const figure = first(text);
    expect([figure.period_start, figure.period_end]).toEqual([start, end]);
  });

  it("of what was so a year earlier is that of the figure before, a year back", () => {
    const [, before] = parseFigures(
      "Profit was $90 million for the year to June, from $95 million a year earlier.",
      {
        vocab,
        published: "2024-11-20",
      },
    );
    expect([before.period_start, before.period_end]).toEqual(["2022-07", "2023-06"]);
  });
});
