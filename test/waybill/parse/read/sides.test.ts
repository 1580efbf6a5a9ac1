import {describe, expect, it} from "vitest";
import {figureOf, readByGrammar} from "./read.js";

const sidesOf = (text: string, exact: string) => {
  const {supplier, recipient, via} = figureOf(text, exact);
  return [supplier, recipient, via];
};

describe("the sides of a handing over", () => {
  it.each([
    ["Dorex trucked 200 lathes to Peru.", "200 lathes", ["Dorex", "Peru", null]],
    ["Dorex couriered 12 sights to the border guard.", "12 sights", ["Dorex", "border guard", null]],
    ["Dorex invoiced Ondal for 40 pumps.", "40 pumps", ["Dorex", "Ondal", null]],
    ["40 pumps were sold to Peru by a Danish firm.", "40 pumps", ["Danish firm", "Peru", null]],
    ["Peru has bought 40 pumps from a maker in Riga called Ondal.", "40 pumps", ["Ondal", "Peru", null]],
    ["From Norway came 34 pumps.", "34 pumps", ["Norway", null, null]],
    ["Peru may sell the EU up to 12,000 tonnes of cod.", "up to 12,000 tonnes", ["Peru", "EU", null]],
    ["The regulator fined Ondal €5,500.", "€5,500", ["Ondal", "regulator", null]],
    ["Ondal won an order from Peru for eight boats.", "eight boats", ["Ondal", "Peru", null]],
    ["Chad accused Peru of selling 9 tanks to Dorn.", "9 tanks", ["Peru", "Dorn", null]],
    ["Peru signed a deal to buy 9 pumps from Ondal.", "9 pumps", ["Ondal", "Peru", null]],
    [
      "It names Ondal, whose Riga plant trucked 390 tonnes to Peru last year.",
      "390 tonnes",
      ["Riga plant", "Peru", null],
    ],
  ])("%s", (text, exact, sides) => {
    expect(sidesOf(text, exact)).toEqual(sides);
  });

  it.each([
    ["Exports of Danish pumps to Peru came to $14 million.", "$14 million", ["Danish", "Peru", null]],
    ["A shipment of 28 tonnes from Ondal reached Riga.", "28 tonnes", ["Ondal", "Riga", null]],
  ])("are told by nouns too: %s", (text, exact, sides) => {
    expect(sidesOf(text, exact)).toEqual(sides);
  });

  it.each([
    ["Dorex sent 90 boats to Peru using a broker called Vanto.", "90 boats", "Vanto"],
    ["Some 300 engines reached Tavria, transiting Georgia.", "Some 300 engines", "Georgia"],
    ["Dorex shipped 9 boats to Peru via Malta.", "9 boats", "Malta"],
  ])("go some way: %s", (text, exact, via) => {
    expect(figureOf(text, exact).via).toBe(via);
  });

  it.each([
    ["Ondal fell 3.7 percent to 205 points.", "3.7 percent"],
    ["A detective in Riga carries 190 files.", "190 files"],
    ["Ondal hired 40 people.", "40 people"],
    ["The trip took 9 days.", "9 days"],
  ])("are nobody in %j", (text, exact) => {
    expect(sidesOf(text, exact)).toEqual([null, null, null]);
  });

  it("are, by grammar, those of the sale that a payment belongs to", () => {
    const [, payment] = readByGrammar("Peru bought 11 boats from Ondal in May, paying $3.2m.");
    expect(payment).toMatchObject({exact: "$3.2m", supplier: "Ondal", recipient: "Peru"});
  });

  it("are no seller's where the money is told to be paid to them", () => {
    const text = "Peru bought 11 boats from Ondal. In all, Peru paid Ondal $3 million.";
    expect(sidesOf(text, "$3 million")[1]).toBe("Ondal");
  });

  it("are told a sentence earlier where the goods are the same", () => {
    const text = "Ondal sold 96 boats to Peru. The first 18 boats are to be handed over by December.";
    expect(sidesOf(text, "18 boats")).toEqual(["Ondal", "Peru", null]);
  });
});

describe("whom a word without a name means", () => {
  it("is who speaks, for what they say of themselves", () => {
    const text = "Greece says it has donated 2,000 boats to Peru.";
    expect(figureOf(text, "2,000 boats").supplier).toBe("Greece");
  });

  it("is the owner's firm, not a rival named between", () => {
    const text =
      "Volmer, a Danish truck maker, opened a plant in Riga. Kovo is a rival. Volmer's boss said it had sold 300 trucks to the Latvian army.";
    expect(figureOf(text, "300 trucks").supplier).toBe("Volmer");
  });

  it("is nobody where nobody was named", () => {
    expect(figureOf("It sold 9 boats to Peru.", "9 boats").supplier).toBeNull();
  });
});
