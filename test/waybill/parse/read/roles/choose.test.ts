import {describe, expect, it} from "vitest";
import {growthOf, superlinear} from "../../../../growth.js";
import {figureOf, readFigures} from "../read.js";

describe("whose a figure is", () => {
  it.each([
    ["Facebook has 2.2 billion users.", "2.2 billion users", "Facebook"],
    ["Hallam Sugar, which employs 1,300 people, is hiring.", "1,300 people", "Hallam Sugar"],
    ["BA's profit of £75m fell.", "£75m", "BA"],
    ["There were 40 deaths in Sudan.", "40 deaths", "Sudan"],
  ])("is told by the learnt reader: %s", (text, exact, holder) => {
    expect(figureOf(text, exact)).toMatchObject({holder, holder_basis: "stated"});
  });

  it("is nobody's where it is a length of time", () => {
    expect(figureOf("Ondal waited 14 months for the pumps.", "14 months").holder).toBeNull();
  });
});

describe("from whom to whom, by the whole article", () => {
  const text =
    "Ostrava Works of Brno will build 32 trams for the Porto transport board. The trams are to be delivered in two lots by next summer. The maker, which stands near the river, employs 900 people.";

  it("is told where no verb of handing over is", () => {
    expect(figureOf(text, "32 trams").recipient).toBe("Porto transport board");
  });

  it("is inferred where another sentence names them", () => {
    const sale =
      "Ondal, a maker of lathes in Riga, has sold 46 lathes to Vanto Trade. Another 12 lathes are to be delivered in May. Both firms declined to say more about the sale.";
    expect(figureOf(sale, "12 lathes")).toMatchObject({
      supplier: "Ondal",
      supplier_basis: "inferred",
      recipient: "Vanto Trade",
    });
  });

  it("stops where somebody only has something", () => {
    expect(figureOf(text, "900 people")).toMatchObject({
      holder: "Ostrava Works of Brno",
      supplier: null,
      recipient: null,
    });
  });
});

it("asks in linear time, whoever is named", () => {
  const growth = growthOf(40, (times) => {
    const text = Array.from(
      {length: times},
      (_, n) => `Orla${n} Works sold 40 boats to Port${n} of Peru. `,
    ).join("");
    return () => readFigures(text);
  });
  expect(growth).toBeLessThan(superlinear);
});
