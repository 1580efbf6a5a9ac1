import {readFileSync} from "node:fs";
import {Ajv2020} from "ajv/dist/2020.js";
import {describe, expect, it} from "vitest";
import {jsonSchema, schemaName} from "../../loaders/graphics/jsonSchema.js";
import {charts} from "../charts/everyChart.js";

const schema = JSON.parse(readFileSync(`dist/graphics/${schemaName}`, "utf8"));
const check = new Ajv2020({strict: true, allowUnionTypes: true}).compile({...schema, $id: undefined});
const read = (id: string) => JSON.parse(readFileSync(`dist/graphics/${id}.json`, "utf8"));

describe("the schema of a chart's JSON", () => {
  it.each(charts.map(({id}) => id))("allows %s, which names it", (id) => {
    const json = read(id);
    check(json);
    expect(check.errors).toBeNull();
    expect(json.$schema).toBe(`../graphics/${schemaName}`);
  });

  it.each([
    ["no title", (json: Record<string, unknown>) => delete json.title],
    ["a row without its sentence", (json: {rows: Record<string, unknown>[]}) => delete json.rows[0].sentence],
    ["a field that nobody knows", (json: Record<string, unknown>) => Object.assign(json, {extra: 1})],
    [
      "a version that is none",
      (json: {citation: {version: string}}) => Object.assign(json.citation, {version: "1"}),
    ],
    [
      "a cell that holds a list",
      (json: {rows: Record<string, unknown>[]}) => Object.assign(json.rows[0], {value: []}),
    ],
  ])("allows no chart with %s", (_what, spoil) => {
    const json = read(charts[0].id);
    spoil(json);
    expect(check(json)).toBe(false);
  });

  it("stands at one address of its site", () => {
    expect(JSON.parse(jsonSchema("https://example.org/w")).$id).toBe(
      `https://example.org/w/graphics/${schemaName}`,
    );
  });
});
