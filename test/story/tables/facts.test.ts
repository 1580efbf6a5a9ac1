import {describe, expect, it} from "vitest";
import {openDatabase} from "../../../loaders/database.js";
import {loadTables} from "../../../loaders/tables.js";
import type {Row} from "../../../src/waybill/model/tables.js";

const made = loadTables();

const list = (cell: Row[string]): string[] =>
  String(cell ?? "")
    .split(" ")
    .filter(Boolean);

describe("facts of the reports", () => {
  it.each([
    // what, kind, value, figures, articles, origins, agreement
    ["$20 million and more than $20 million", "money", 20_000_000, 3, 2, 1, "hedged differently"],
    ["63 shipments and 63 batches", "count", 63, 2, 2, 1, "same"],
    ["1,000 rifles, twice", "count", 1000, 2, 1, 1, "same"],
    ["$100 ml and $100 million", "money", 100_000_000, 4, 1, 1, "same"],
    ["almost all, of machines and of components", "share", 1, 2, 2, 1, "same"],
  ])("%s are one", (_what, kind, value, figures, articles, origins, agreement) => {
    const facts = made.facts.filter((fact) => fact.kind === kind && fact.value === value);
    expect(facts).toHaveLength(1);
    const [fact] = facts;
    expect(list(fact.figures)).toHaveLength(figures);
    expect(list(fact.articles)).toHaveLength(articles);
    expect({origins: fact.origins, agreement: fact.agreement}).toEqual({origins, agreement});
  });

  it("add up without counting $20 million or $100 million twice", async () => {
    const database = await openDatabase(made);
    const sum = async (table: string, value: number): Promise<number> => {
      const sql = `SELECT sum(value)::DOUBLE AS sum FROM ${table} WHERE kind = 'money' AND unit = 'USD' AND value = ${value}`;
      return (await database.query<{sum: number}>(sql))[0].sum;
    };
    for (const value of [20e6, 100e6]) {
      expect(await sum("facts", value)).toBe(value);
      expect(await sum("figures", value)).toBeGreaterThan(value);
    }
    database.close();
  });
});

describe("flows and places", () => {
  it("lead from supplier to recipient, by names and by countries", () => {
    const flow = made.flows.find(({supplier}) => supplier === "morotack-tianjin-technology");
    expect(flow).toMatchObject({
      recipient: "diaproektor",
      goods: "flanges",
      origin: "China",
      destination: "Belarus",
      status: "contracted",
    });
    expect(list(flow!.figures)).toHaveLength(2);
    expect(made.flows.find(({via}) => via === "turkey")).toMatchObject({goods: "armored vehicles"});
    expect(made.places.map(({place}) => place)).toEqual([
      "Belarus",
      "China",
      "Hong Kong",
      "Russia",
      "Taiwan",
      "Turkey",
      "United Arab Emirates",
    ]);
  });
});

describe("events", () => {
  it.each([
    ["belpol-laser-parts", "Dec. 1", "2023-12-01", "2023-12-01", "day", "worked_out"],
    ["rt-machine-tools", "early 2022", "2022-01", "2022-04", "season", "stated"],
    ["censor-machine-tools", "January 2023", "2023-01", "2023-01", "month", "stated"],
    ["censor-machine-tools", "since January 2023", "2023-01", null, "open", "stated"],
    ["dn-rifles", "between June and December last year", "2022-06", "2022-12", "span", "worked_out"],
    ["euromaidan-drones", "2008", "2008-01", "2008-12", "year", "stated"],
  ])("%s: %s", (article_id, exact, date_start, date_end, precision, year_basis) => {
    const event = made.events.find((row) => row.article_id === article_id && row.exact === exact);
    expect(event).toMatchObject({date_start, date_end, precision, year_basis});
  });
});
