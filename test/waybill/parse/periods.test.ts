import {describe, expect, it} from "vitest";
import {readVocab} from "../../../loaders/vocab.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";

const vocab = readVocab();
const periods = (text: string) =>
  parseFigures(text, {vocab, published: "2024-05-15"}).map(({exact, period_start, period_end}) =>
    `${exact}: ${period_start ?? ""} ${period_end ?? ""}`.trim(),
  );

describe("a period that is only compared with", () => {
  it.each([
    ["Full-year profit was $40 million, up 27% from its 2003 performance.", ["$40 million:", "27%:"]],
    ["Prices are 12% higher than in 2020.", ["12%:"]],
    ["Turnover grew to €3bn, well above its 2019 level.", ["€3bn:"]],
    ["Compared with 2022, sales rose 6%.", ["6%:"]],
    ["Deaths were up 10% on 2022.", ["10%:"]],
    ["The harvest was 4 million tonnes, the largest since 2010.", ["4 million tonnes:"]],
    ["It wants to cut emissions by 55% from 1990 levels.", ["55%:"]],
    ["Sales rose to 40,000 cars, compared with 35,000 in 2022.", ["40,000 cars:", "35,000: 2022-01 2022-12"]],
    ["The deficit narrowed to $4bn from 2022's $6bn.", ["$4bn:", "$6bn: 2022-01 2022-12"]],
  ])("is not when the figure was: %s", (text, expected) => {
    expect(periods(text)).toEqual(expected);
  });

  it.each([
    ["Since 2015 the state has built 40 schools.", ["40 schools: 2015-01"]],
    ["The firm has built 40 homes from June 2023.", ["40 homes: 2023-06 2023-06"]],
    ["They bought 40 rifles from Bulgaria in 2020.", ["40 rifles: 2020-01 2020-12"]],
    ["From 2019 to 2023 the firm sold 80 ships.", ["80 ships: 2019-01 2023-12"]],
    ["In 2023 the firm sold 40 ships, more than in 2019.", ["40 ships: 2023-01 2023-12"]],
  ])("is not taken for one that is when: %s", (text, expected) => {
    expect(periods(text)).toEqual(expected);
  });
});

describe("a quarter of a company's own year", () => {
  it("has the months that the text tells", () => {
    const text =
      "BA made £75m in its third quarter. The three months to 31 December were its best, with 8 million passengers.";
    expect(periods(text)).toEqual(["£75m: 2023-10 2023-12-31", "8 million passengers: 2023-10 2023-12-31"]);
  });

  it("is the calendar's where the text tells no months, or the year", () => {
    expect(periods("BA made £75m in the third quarter.")).toEqual(["£75m: 2023-07 2023-09"]);
    expect(
      periods("BA made £75m in the third quarter of 2022, more than in the three months to March."),
    ).toEqual(["£75m: 2022-07 2022-09"]);
  });
});
