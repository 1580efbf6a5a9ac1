import {describe, expect, it} from "vitest";
import {figureOf} from "./read.js";

const whoSays = (text: string, exact: string) => figureOf(text, exact).said_by;

describe("who says so", () => {
  it.each([
    ["The director put the needs of the town at close to $900m.", "close to $900m", "director"],
    ["Ada Volmer wants the counties to recover $180 million.", "$180 million", "Ada Volmer"],
    [
      "The trader is suspected by Latvian prosecutors of wiring €23m to a bank.",
      "€23m",
      "Latvian prosecutors",
    ],
    ["Leaked invoices seen by this newspaper show that Ondal sold 24 boats.", "24 boats", "Leaked invoices"],
  ])("%s", (text, exact, said) => {
    expect(whoSays(text, exact)).toBe(said);
  });

  it.each([
    ["Peru is planning to list 29 vessels, two diplomats said.", "two diplomats"],
    ["Peru, which had promised 120 boats, has sent none.", "120 boats"],
    ["Peru recorded 40 goals.", "40 goals"],
  ])("is nobody in %j", (text, exact) => {
    expect(whoSays(text, exact)).toBeNull();
  });
});
