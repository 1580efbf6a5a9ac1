import {describe, expect, it} from "vitest";
import {readVocab} from "../../../loaders/vocab.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";

const vocab = readVocab();
const prices = (text: string) => parseFigures(text, {vocab}).map(({exact, per}) => `${exact}: ${per}`);

describe("per", () => {
  it.each([
    ["Diesel stands at $71.30 a barrel.", ["$71.30: barrel"]],
    ["Growers got 38 cents a kilo, against $1.10 per kilo.", ["38 cents: kilogram", "$1.10: kilogram"]],
    ["A $119-a-year plan and $10-an-hour pay.", ["$119: year", "$10: hour"]],
    ["Gold is at $2,300 an ounce and the stock at $4 a share.", ["$2,300: ounce", "$4: share"]],
    ["Rents are £20 a square foot and rice is ₹40/kg.", ["£20: square foot", "₹40: kilogram"]],
    ["It sold for $200 a tonne, down from $210.", ["$200: tonne", "$210: tonne"]],
    ["It pumps 40,000 barrels a day.", ["40,000 barrels a day: day"]],
    ["Attendance averaged 1,150 a night.", ["averaged 1,150: night"]],
  ])("of %j is %j", (text, expected) => {
    expect(prices(text)).toEqual(expected);
  });

  it.each([
    ["He paid $5 a month ago and $900 a year earlier.", ["$5: null", "$900: null"]],
    ["It cost $3 million, a deal that failed.", ["$3 million: null"]],
    ["It sells at $2 a share, from a fund of $900 million.", ["$2: share", "$900 million: null"]],
  ])("is nothing where %j tells no price", (text, expected) => {
    expect(prices(text)).toEqual(expected);
  });
});
