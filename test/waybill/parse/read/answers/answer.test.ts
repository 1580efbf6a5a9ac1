import {describe, expect, it} from "vitest";
import {figureOf} from "../read.js";

describe("what a figure is a quantity of, all in all", () => {
  it("is what changed, not what the sentence before tells a price of", () => {
    const text =
      "Nordal has two hospitals and a clinic by the harbour. A kilo of cod fetched 62 kroner at the auction on average in December. The value of all the fish sold there slipped by only 5%, to 711 million kroner.";
    expect(figureOf(text, "62 kroner").thing).toBe("kilo of cod");
    expect(figureOf(text, "5%")).toMatchObject({thing: "fish", status: null});
    expect(figureOf(text, "711 million kroner")).toMatchObject({thing: "fish", status: null});
  });

  it("stays what shipments hold, where their words were told before", () => {
    const text =
      "Records seen by the paper list what went to Chad last year. Ondal sent 12 shipments of pump parts to the army there in May. A further 30 pumps are to follow once the money is paid, the firm said.";
    expect(figureOf(text, "12 shipments")).toMatchObject({thing: "pump parts", status: "delivered"});
    expect(figureOf(text, "30 pumps")).toMatchObject({thing: "pumps", status: "planned"});
  });
});

describe("how far something has come, all in all", () => {
  const text =
    "Brandal Foods sold 40 lorries to the army of Chad in March. Its exports of pumps to Peru fell by 22% last year, the firm said. The company, which has its seat in Riga, employs 900 people in two plants.";

  it("is told of what was handed over", () => {
    expect(figureOf(text, "40 lorries")).toMatchObject({status: "delivered", status_basis: "stated"});
  });

  it("is nothing where a number only changed, or people are employed", () => {
    expect(figureOf(text, "22%").status).toBeNull();
    expect(figureOf(text, "900 people").status).toBeNull();
  });
});
