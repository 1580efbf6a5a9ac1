import {describe, expect, it} from "vitest";
import {figureOf} from "../read.js";

describe("what a figure is a quantity of, all in all", () => {
  it("is what the sentence tells of, not who stands beside it", () => {
    const text =
      "The town council met on Monday to settle its budget. The bridge over the Sand, which was to have cost £19 million, is now expected to cost £27 million. It will be built by a firm from Riga next year.";
    expect(figureOf(text, "£19 million")).toMatchObject({thing: "bridge over the Sand", status: "planned"});
    expect(figureOf(text, "£27 million")).toMatchObject({thing: "bridge over the Sand", status: "forecast"});
  });

  it("is not the money that a figure is, but what it was paid for", () => {
    const text =
      "Ondal, a maker of lathes in Riga, has sold 46 lathes to Vanto Trade. The machines were worth $8.9m in all. Both firms declined to say more about the sale.";
    expect(figureOf(text, "$8.9m").thing).toBe("machines");
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
