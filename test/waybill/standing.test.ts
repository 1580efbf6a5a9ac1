import {describe, expect, it} from "vitest";
import {type Standing, type Stated, standingOf, wordsOf} from "../../src/waybill/standing.js";

const stated = (cells: Partial<Stated>): Stated => ({
  kind: "money",
  goods: null,
  supplier: null,
  recipient: null,
  status: null,
  ...cells,
});

describe("standingOf(figure)", () => {
  it.each<[string, Partial<Stated>, Standing]>([
    ["rifles that reached a buyer", {kind: "count", recipient: "B", status: "delivered"}, "delivered"],
    ["goods that a maker sold", {goods: "drones", supplier: "A", status: "delivered"}, "delivered"],
    ["a profit whose verb is of delivery", {status: "delivered"}, "reported"],
    ["a company's own sum", {supplier: "A", status: "delivered"}, "reported"],
    [
      "a growth of exports",
      {kind: "percent", goods: "drones", recipient: "B", status: "delivered"},
      "reported",
    ],
    ["a share of a delivery", {kind: "share", recipient: "B", status: "delivered"}, "reported"],
    ["how often more", {kind: "multiple", recipient: "B", status: "delivered"}, "reported"],
    ["rainfall", {kind: "length"}, "reported"],
    ["a population", {kind: "count"}, "reported"],
    ["a deficit that is foreseen", {status: "forecast"}, "forecast"],
    ["an order", {recipient: "B", status: "ordered"}, "ordered"],
    ["a contract", {recipient: "B", status: "contracted"}, "contracted"],
    ["a plan", {recipient: "B", status: "planned"}, "planned"],
    ["an allegation", {recipient: "B", status: "alleged"}, "alleged"],
    ["what is denied", {recipient: "B", status: "denied"}, "denied"],
  ])("%s", (_what, cells, standing) => {
    expect(standingOf(stated(cells))).toBe(standing);
  });
});

describe("wordsOf(standings)", () => {
  it.each<[Standing[], string]>([
    [["delivered"], "said to have been delivered"],
    [["delivered", "reported", "delivered"], "reported or said to have been delivered"],
    [["contracted"], "contracted: no delivery is reported"],
    [["contracted", "ordered"], "ordered or contracted: no delivery is reported"],
    [["forecast"], "forecast"],
    [["alleged", "planned", "forecast"], "planned, forecast or alleged"],
    [["denied"], "denied"],
  ])("%j", (standings, words) => {
    expect(wordsOf(standings)).toBe(words);
  });
});
