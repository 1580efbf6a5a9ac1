import {describe, expect, it} from "vitest";
import {readVocab} from "../../../loaders/vocab.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";

const vocab = readVocab();
const unitOf = (text: string, exact: string): string | null | undefined =>
  parseFigures(text, {vocab}).find((figure) => figure.exact === exact)?.unit;

describe("a number that leaves its unit out", () => {
  it.each([
    ["Some 34 stations beat the old record of 38.7, set in March.", "38.7", null],
    ["It ran at 0.41 a site against 0.63 last year.", "0.63", null],
    ["It cost £2.1m, against some 2,800 who walked for nothing.", "some 2,800", null],
    ["Aid came to 14 villages. Prosecutors had sought seven.", "seven", null],
    ["The rate was 41 per cent, down three.", "three", "percentage_point"],
    ["At a cost of £11m. Journeys rose from 38 million in May.", "38 million", "journey"],
    ["The storm cut off 1.1 million customers and left four missing.", "four", "customer"],
  ])("takes no other one's: %s", (text, exact, unit) => {
    expect(unitOf(text, exact)).toBe(unit);
  });

  it("keeps a count of few beside one of millions as it is", () => {
    const text = "The storm cut off 1.1 million customers and left four missing.";
    expect(parseFigures(text, {vocab}).find(({exact}) => exact === "four")?.value).toBe(4);
  });
});

describe("degrees that name no scale", () => {
  it.each([
    ["The temperature fell to 12 degrees in Lagos, Nigeria.", "12 degrees", "degree celsius"],
    ["The temperature fell to 12 degrees in Denver, Colorado.", "12 degrees", "degree fahrenheit"],
    ["It hit 40C in the shade; nights cooled to 21 degrees.", "21 degrees", "degree celsius"],
    ["The crane swung through 40 degrees over Lagos, Nigeria.", "40 degrees", "degree"],
    ["The temperature fell to 12 degrees.", "12 degrees", "degree"],
  ])("%s", (text, exact, unit) => {
    expect(unitOf(text, exact)).toBe(unit);
  });
});

describe("money whose country stands elsewhere", () => {
  const far = `${"The council met again and put the matter off. ".repeat(12)}`;
  it.each([
    [`Manila has seen worse. ${far}Each farm gets 5,000 pesos.`, "5,000 pesos", "PHP"],
    [`Saskatoon farmers had hoped for $9.25 a bushel. It fetched US$5.20 in Ottawa.`, "$9.25", "CAD"],
    [`Farmers in Denver had hoped for $9.25 a bushel. It fetched US$5.20.`, "$9.25", "USD"],
  ])("%s", (text, exact, unit) => {
    expect(unitOf(text, exact)).toBe(unit);
  });
});
