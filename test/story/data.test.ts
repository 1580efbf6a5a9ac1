import {expect, it} from "vitest";
import {loadTables} from "../../loaders/tables.js";
import {tableNames} from "../../src/waybill/model/tables.js";

const made = loadTables();

it.each(tableNames)("the reports give rows of %s", (name) => {
  expect(made[name].length).toBeGreaterThan(0);
});
