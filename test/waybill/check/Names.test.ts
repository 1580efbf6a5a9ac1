import {describe, expect, it} from "vitest";
import {readOptions} from "../../../loaders/tables.js";
import {Names} from "../../../src/waybill/check/Names.js";

const {vocab} = readOptions();
const names = new Names(
  [
    {id: "volmer", country: "Norway", spellings: ["Volmer Shipping", "Volmer"]},
    {id: "ondal", country: "Norway", spellings: ["Ondal Yard"]},
    // A part of the yard goes by the id of the whole.
    {id: "ondal", country: "Norway", spellings: ["Ondal Engines"]},
    {id: "halvik-works-plant", country: null, spellings: ["Halvik works plant"]},
  ],
  vocab,
);

describe("names.same(a, b)", () => {
  it.each<[string, string, boolean | null]>([
    ["Volmer", "Volmer Shipping", true],
    ["the Norwegian firm Volmer", "Volmer Shipping", true],
    ["Ondal Engines", "Ondal Yard", true],
    ["Volmer", "Ondal Yard", false],
    ["Norway", "Volmer Shipping", true],
    ["Norwegian firms", "Volmer Shipping", true],
    ["Volmer Shipping", "Norway", null],
    ["Chile", "Volmer Shipping", false],
    ["Chilean firms", "Norwegian firms", false],
    ["a buyer", "Volmer Shipping", null],
    ["Kestrel Marine", "Volmer Shipping", false],
    ["the plant", "fish plant", true],
    ["the Halvik fish plant", "Halvik fire brigade", null],
    ["the Halvik fish plant", "the Halvik plant", true],
    ["Halvik fire brigade", "Halvik works plant", null],
    ["the Volmer yard", "Volmer", true],
  ])("%s and %s: %s", (a, b, same) => expect(names.same(a, b)).toBe(same));
});

describe("names.isNamedIn(party, text)", () => {
  it("finds a party by any of its names, and its country only for those that are part of it", () => {
    expect(names.isNamedIn("Volmer Shipping", "It was Volmer that sold them.")).toBe(true);
    expect(names.isNamedIn("Norwegian firms", "Norway sold them.")).toBe(true);
    expect(names.isNamedIn("Volmer Shipping", "Chile sold them.")).toBe(false);
  });
});
