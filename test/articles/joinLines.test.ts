import {describe, expect, it} from "vitest";
import {joinLines} from "../../loaders/articles/joinLines.js";
import {readVocab} from "../../loaders/vocab.js";
import {parseFigures} from "../../src/waybill/parse/parseFigures.js";

describe("joinLines(text)", () => {
  it("keeps a hedge with its number, and a word whole, where lines were broken to a width", () => {
    const text =
      "The harbour office said on Monday that the yard had bought goods worth more\nthan $20 million from Norway, and that at\nleast 63 ship-\nments had been sent.\n\nIt has 12 quays.";
    const joined = joinLines(text);
    expect(joined.split("\n\n").map((part) => part.includes("\n"))).toEqual([false, false]);
    expect(joined).toContain("63 shipments");
    expect(parseFigures(joined, {vocab: readVocab()}).map(({qualifier}) => qualifier)).toEqual([
      "more_than",
      "at_least",
      null,
    ]);
  });

  it.each([
    [
      "a list",
      "It sold these goods in the year before last:\n- 40 crates of bolts to the yard at Ondal\n- 12 barges",
    ],
    ["a heading", "# Landings rose by a fifth at all of the quays\nBoats landed 40 tonnes."],
    ["a table", "| quay | tonnes of herring landed in the year |\n| Ondal | 40 |"],
    ["short lines", "Volmer\nOndal, 3 May\nForty crates."],
    ["a range at the end of a line", "no hyphen"],
  ])("leaves %s as it is", (_, text) => expect(joinLines(text)).toBe(text));

  it("keeps the hyphen of a range and of a compound of capitals", () => {
    expect(joinLines("The yard said that it sold between 3-\n5 tonnes of herring, it said.")).toContain(
      "3-\n5",
    );
    expect(joinLines("The yard at the quay sold 12 of the LAD-\nTX lanterns.")).toContain("LAD-");
  });

  it("takes linear time over a hostile text", () => {
    const long = "a ".repeat(200_000) + "\n".repeat(1000) + "word-\n".repeat(50_000);
    expect(joinLines(long).length).toBeGreaterThan(100_000);
  });
});
