import {describe, expect, it} from "vitest";
import {bases, masked, normal, shapeOf, WordForms} from "../../../../src/waybill/parse/syntax/wordForms.js";

describe("normal(form)", () => {
  it.each([
    ["Boats", "boats"],
    ["1999", "!year"],
    ["2150", "!number"],
    ["12", "!small"],
    ["1,200.5", "!number"],
    ["LAD21", "lad0"],
    ["’s", "'s"],
    ["“", '"'],
    ["–", "-"],
  ])("reads %s as %s", (form, expected) => {
    expect(normal(form)).toBe(expected);
  });
});

describe("shapeOf(form)", () => {
  it("tells forms apart that look unlike", () => {
    const shapes = ["ondal", "Ondal", "ONDAL", "iOndal", "20", "20m", "co-op", "U.S.", ","].map(shapeOf);
    expect(new Set(shapes).size).toBe(shapes.length - 1);
    expect(shapeOf("20")).toBe(shapeOf("20m"));
    expect(shapeOf("Kovo")).toBe(shapeOf("Ondal"));
  });
});

describe("bases(word)", () => {
  it.each([
    ["batteries", "battery"],
    ["shipped", "ship"],
    ["moving", "move"],
    ["boxes", "box"],
    ["larger", "large"],
    ["heaviest", "heavy"],
  ])("finds that %s may come from %s", (word, base) => {
    expect(bases(word).map(([base]) => base)).toContain(base);
  });

  it("finds no base for a word that has no ending", () => {
    for (const word of ["glass", "virus", "pump", "as", "s", ""]) expect(bases(word)).toEqual([]);
  });
});

describe("WordForms", () => {
  const entry = {frequent: false, tags: 0, noun: 0, verb: 0, adjective: false, adverb: false};
  const forms = new WordForms(
    new Map([
      ["ship", {...entry, frequent: true, noun: 4, verb: 10}],
      ["sell", {...entry, verb: 12}],
      ["the", {...entry, frequent: true, tags: 3}],
    ]),
  );

  it("knows the forms of a word by its base", () => {
    expect(forms.of("ships")).toMatchObject({noun: 4, verb: 10});
    expect(forms.of("shipped")).toMatchObject({noun: 0, verb: 10});
    expect(forms.of("sold").verb).toBe(12);
    expect(forms.of("ships").parts).not.toBe(forms.of("shipped").parts);
  });

  it("sees in a word that is seldom or unknown its shape alone", () => {
    expect(forms.of("Kovo").word).toBe(forms.of("Tarnex").word);
    expect(forms.of("sell").word).toBe(forms.of("blorp").word);
    expect(forms.of("ship").word).not.toBe(forms.of("sell").word);
    expect(forms.of("Ship").word).toBe(forms.of("ship").word);
  });

  it("masks a name so that it is as unknown as any", () => {
    expect(masked(forms.of("The"))).toMatchObject({
      word: forms.of("Kov").word,
      tags: 0,
      noun: 0,
      verb: 0,
      parts: 0,
    });
  });
});
