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

  it("is nothing where people are employed", () => {
    expect(figureOf(text, "900 people").status).toBeNull();
  });
});

describe("when a figure holds, all in all", () => {
  const text =
    "The harbour of Talcahue is busy again. The port authority said on Tuesday that it had bought 14 cranes from Ondal of Latvia. Traffic through the port grew by 9% in 2025, and 3,100 people work there.";

  it("is not when it was said", () => {
    expect(figureOf(text, "14 cranes")).toMatchObject({said_by: "port authority", period_text: null});
  });

  it("is the time that its clause names", () => {
    expect(figureOf(text, "9%")).toMatchObject({period_text: "2025", period_basis: "stated"});
  });
});

describe("who has a part in a figure, all in all", () => {
  it("is whom the grammar names, without what only follows the name", () => {
    const text =
      "Ondal of Riga has sold 40 lathes to Peru, its chief executive, Ada Volmer, told reporters on Monday. The firm employs 900 people. Turnover rose to €31m in 2025 from €28m in 2024.";
    expect(figureOf(text, "40 lathes")).toMatchObject({supplier: "Ondal of Riga", recipient: "Peru"});
    expect(figureOf(text, "900 people")).toMatchObject({holder: "Ondal of Riga", supplier: null});
  });
});
