import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {openDatabase} from "../../loaders/database.js";
import {loadTables} from "../../loaders/tables.js";
import {selectShown} from "../../src/waybill/chart/chartFields.js";
import {plainOptions} from "../../src/waybill/chart/plainOptions.js";
import * as forms from "../../src/waybill/forms/index.js";

const docs = readFileSync("src/docs/charts.md", "utf8");
const namesIn = (text: string): string[] => [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name);

it("the columns that a chart in a page may ask for are those that its docs list", async () => {
  const database = await openDatabase(loadTables());
  try {
    const [row] = await database.query<object>(selectShown("SELECT * FROM shown LIMIT 1"));
    const [, table] = /SQL sees one row[^|]*([\s\S]*?)\n\n[^|]/.exec(docs)!;
    const cells = table
      .split("\n")
      .slice(2)
      .map((line) => line.split("|")[1] ?? "");
    expect(new Set(namesIn(cells.join(" ")))).toEqual(
      new Set(Object.keys(row).filter((column) => column !== "stated_unit")),
    );
  } finally {
    database.close();
  }
});

it("every form can be named in a page, and its docs name every option of it", () => {
  const {keyOf: _key, stack: _stack, ...all} = forms;
  expect(Object.keys(plainOptions).sort()).toEqual(
    Object.entries(all)
      .filter(([, form]) => typeof form === "function")
      .map(([name]) => name)
      .sort(),
  );
  const [, sentence] = /Besides, the options of the form: ([\s\S]*?)\n\n/.exec(docs)!;
  const named = new Set(namesIn(sentence));
  for (const [form, options] of Object.entries(plainOptions))
    for (const option of Object.keys(options)) {
      expect(named, `${option} of ${form}`).toContain(option);
      expect(named, form).toContain(form);
    }
});
