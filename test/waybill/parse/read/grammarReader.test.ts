import {describe, expect, it} from "vitest";
import {readVocab} from "../../../../loaders/vocab.js";
import {parseFigures} from "../../../../src/waybill/parse/parseFigures.js";
import {figureOf} from "./read.js";

describe("a side that the clause of the figure tells", () => {
  it.each([
    ["Dorex sold 40 lathes to Peru.", "40 lathes"],
    // In other words the same one.
    ["Peru has bought 40 pumps from a maker in Riga called Ondal.", "40 pumps"],
    ["Exports of Danish pumps to Peru came to $14 million.", "$14 million"],
  ])("is sure where its clause tells it: %s", (text, exact) => {
    expect(figureOf(text, exact)).toMatchObject({recipient_basis: "stated", flags: null});
  });

  it("is told by its basis where it is that of another figure", () => {
    const text = "Dorex sold 40 lathes to Peru. The lathes went in 9 batches.";
    expect(figureOf(text, "9 batches")).toMatchObject({recipient_basis: "inferred", flags: null});
  });

  it.each([
    ["The bridge is 300 metres long.", "300 metres"],
    ["Tillo's profit of £75m was a record.", "£75m"],
  ])("is no doubt where there is none: %s", (text, exact) => {
    expect(figureOf(text, exact)).toMatchObject({supplier: null, recipient: null, via: null, flags: null});
  });

  it("is nowhere where no grammar was asked", () => {
    const text = "Faso paid Wahl Air €1.25m for 61 flights.";
    const figure = parseFigures(text, {vocab: readVocab(), grammar: null}).at(-1);
    expect(figure).toMatchObject({recipient: null, flags: null});
  });
});
