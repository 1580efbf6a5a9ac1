import {describe, expect, it} from "vitest";
import {loadTables} from "../../../loaders/tables.js";

describe("derived numbers of the reports", () => {
  it.each([
    ["direct-share", 0.2235, null, 0.2235, "at_most"],
    ["average-shipment", 317460.31746, 317460.31746, 317460.31746, "exact"],
    ["ukraine-drones", 3333333.33333, 3333333.33333, null, "at_least"],
    ["ceramics-before", 133136094.675, 133136094.675, null, "at_least"],
    ["flange-price", 570, 570, 570, "exact"],
  ])("%s", (derived_id, value, low, high, bounds) => {
    const row = loadTables().derived.find((derived) => derived.derived_id === derived_id);
    expect(row).toMatchObject({value, low, high, bounds});
    expect(String(row!.figures).split(" ")).toHaveLength(2);
  });
});
