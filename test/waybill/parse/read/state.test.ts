import {describe, expect, it} from "vitest";
import {figureOf, readByGrammar} from "./read.js";

describe("how far it has come", () => {
  it.each([
    ["Dorex sold 20 boats to Peru.", "20 boats", "delivered"],
    ["Dorex will sell 20 boats to Peru.", "20 boats", "planned"],
    ["Dorex plans to hand 20 boats to Peru.", "20 boats", "planned"],
    ["20 boats are to be handed over to Peru.", "20 boats", "planned"],
    ["Dorex is expected to ship 20 boats to Peru.", "20 boats", "forecast"],
    ["Dorex signed a contract to supply Peru with 20 boats.", "20 boats", "contracted"],
    ["Dorex received an order from Peru to supply 20 boats.", "20 boats", "ordered"],
    ["Prosecutors accuse the trader of having shipped 20 boats to Dorn.", "20 boats", "alleged"],
    ["Dorex denied that it had sold 20 boats to Peru.", "20 boats", "denied"],
    ["Ondal denied reports that it had sold 20 boats to Peru.", "20 boats", "denied"],
    ["Peru has not received 20 boats from Dorex.", "20 boats", "denied"],
    ["The ministry has not bought the 60 boats that it was to receive in June.", "60 boats", "planned"],
    ["The mill will close and cut 180 jobs.", "180 jobs", "planned"],
    ["Growth is forecast to slow to 2.9 percent.", "2.9 percent", "forecast"],
  ])("%s", (text, exact, status) => {
    expect(figureOf(text, exact).status).toBe(status);
  });

  it.each([
    ["Dorex has 63 members.", "63 members"],
    ["The bank is to close 60 of its 240 branches.", "240 branches"],
    ["The union will urge its 5,300 members to vote.", "5,300 members"],
  ])("is a plain fact in %j", (text, exact) => {
    expect(figureOf(text, exact).status).toBeNull();
  });

  it("is, by grammar, a plain fact where something is only compared with it", () => {
    const [, before] = readByGrammar("Revenue of £130m is expected, up from £112m.");
    expect(before).toMatchObject({exact: "£112m", status: null});
  });
});
