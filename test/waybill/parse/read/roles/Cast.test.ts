import {describe, expect, it} from "vitest";
import {readGrammar} from "../../../../../loaders/readGrammar.js";
import {readVocab} from "../../../../../loaders/vocab.js";
import {toDoc} from "../../../../../src/waybill/parse/document.js";
import {toldByWords} from "../../../../../src/waybill/parse/parseFigures.js";
import {read} from "../../../../../src/waybill/parse/pipeline.js";
import {inquire} from "../../../../../src/waybill/parse/read/grammarReader.js";
import type {Cast} from "../../../../../src/waybill/parse/read/roles/Cast.js";

const vocab = readVocab();
const grammar = readGrammar();

function castIn(text: string): Cast {
  const doc = toDoc(text, vocab, null);
  const reading = read(doc);
  return inquire(doc, grammar, reading, toldByWords(doc, reading)).cast;
}

/** Who is spoken of, with how often: every sentence here has a figure, so that all are read. */
function castOf(text: string): Map<string, number> {
  const {members} = castIn(text);
  return new Map(members.filter(({kind}) => kind !== "thing").map(({text, spoken}) => [text, spoken.length]));
}

describe("the cast of an article", () => {
  it("has a firm once by its name, a shorter one, what it is called, and a pronoun", () => {
    const cast = castOf(
      "Daejin Precision, a maker of lathes, sold 9 boats. Daejin has 40 people. The maker lost €3m, and it closed 2 plants.",
    );
    expect(cast.get("Daejin Precision")).toBeGreaterThanOrEqual(4);
    expect(cast.has("Daejin")).toBe(false);
    expect(cast.has("maker")).toBe(false);
  });

  it("has a country once with its adjective, and not with a bank of that name", () => {
    const cast = castOf("Peruvian farmers sold 9 boats. The Bank of Peru lent €3m. Peru bought 40 tanks.");
    expect(cast.get("Peru")).toBe(2);
    expect(cast.get("Bank of Peru")).toBe(1);
  });

  it("knows the name behind “called”, and not one behind another verb", () => {
    expect(castOf("Peru bought 9 pumps from a maker in Riga called Ondal.").has("maker")).toBe(false);
    expect(castOf("Peru bought 9 pumps from a maker in Riga after Ondal closed.").has("maker")).toBe(true);
  });

  it.each([
    ["Norway", "Norwegian exports of 9 boats fell.", "Norwegian"],
    ["Japan's Bank of Peru", "The Bank of Peru lent €3m.", "Bank of Peru"],
    ["spokesperson for the airline", "A spokesperson for the airline named 9 boats.", "spokesperson"],
  ])("finds whom %j names in %j", (wording, text, found) => {
    const cast = castIn(text);
    expect(cast.members[cast.find(wording)]?.text).toBe(found);
  });

  it("does not find the airline where its spokesperson is named", () => {
    const cast = castIn("The airline has 9 boats.");
    expect(cast.find("spokesperson for the airline")).toBe(-1);
  });

  it("has those who are joined together too", () => {
    expect([...castOf("Ondal sold 9 boats to Kenya and Malawi.").keys()]).toEqual(
      expect.arrayContaining(["Kenya", "Malawi", "Kenya and Malawi"]),
    );
  });

  it("has one who is called by a word of the name, and not a feast", () => {
    const cast = castOf("Terminal Albor has 40 cranes. The terminal lost 9 of them before Christmas.");
    expect(cast.get("Terminal Albor")).toBe(2);
    expect(cast.has("Christmas")).toBe(false);
  });

  it("has a government beside its country, and a man beside the firm of his name", () => {
    const cast = castOf(
      "Peru has 40 tanks. The government ordered 9 boats from Ligocki Agro. Mr Ligocki has 3 ships.",
    );
    expect(cast.get("Peru")).toBe(1);
    expect(cast.get("government")).toBe(1);
    expect(cast.get("Ligocki Agro")).toBe(1);
    expect(cast.get("Ligocki")).toBe(1);
  });

  it("takes a yard for the works that was named, and not for a bank", () => {
    expect(castOf("Volmer Works sold 9 boats. The yard has 40 cranes.").get("Volmer Works")).toBe(2);
    expect(castOf("Volmer Bank lent €3m. The yard has 40 cranes.").get("Volmer Bank")).toBe(1);
  });

  it("has who speaks on in the next sentence", () => {
    const told = (who: string) => `“We bought 40 lathes,” said Ada Volmer. “${who} sold 12.”`;
    const times = (who: string) => castOf(told(who)).get("Ada Volmer")!;
    expect(times("I")).toBe(times("Peru") + 1);
  });

  it("has no word for a name that only opens its sentence", () => {
    expect(castOf("Boats were sold. Nine boats came.").has("Boats")).toBe(false);
  });
});
