import {Readable} from "node:stream";
import {describe, expect, it} from "vitest";
import {readArticleLines} from "../../loaders/articleLines.js";
import {withoutDelivery} from "../../loaders/tables/withoutDelivery.js";
import {loadTables, readOptions, tabulate} from "../../loaders/tables.js";
import type {Article, Kind, Status} from "../../src/waybill/model/figure.js";
import {handedOver} from "../../src/waybill/standing.js";
import {grain} from "../temporary.js";

const figure = (kind: Kind, status: Status, status_basis: "stated" | "reviewed" = "stated") => ({
  kind,
  status,
  status_basis,
});

describe("withoutDelivery(figure)", () => {
  it.each<[string, Kind, Status, Status | null]>([
    ["a rise is not delivered", "percent", "delivered", null],
    ["a share is not delivered", "share", "delivered", null],
    ["goods are", "mass", "delivered", "delivered"],
    ["money is", "money", "delivered", "delivered"],
    ["a rise may be forecast", "percent", "forecast", "forecast"],
    ["a share may be denied", "share", "denied", "denied"],
  ])("%s", (_, kind, status, expected) => {
    expect(withoutDelivery(figure(kind, status)).status).toBe(expected);
  });

  it("leaves what a review says", () => {
    expect(withoutDelivery(figure("percent", "delivered", "reviewed")).status).toBe("delivered");
  });
});

describe("the tables", () => {
  it.each([grain, "test/input/harbour/seeds"])(
    "of %s have no percentage or share that is delivered",
    (root) => {
      const {figures, facts} = loadTables(root);
      const delivered = [...figures, ...facts].filter(({status}) => status === "delivered");
      expect(delivered.length).toBeGreaterThan(0);
      expect(delivered.filter(({kind}) => !handedOver.has(kind as Kind))).toEqual([]);
    },
  );

  it("keep a percentage of goods with the goods in one flow, and by itself in one of its own", async () => {
    const articles: Article[] = [];
    const lines = [
      {id: "a", text: "Norway sold Chile 63 ferries. Exports of ferries from Norway to Chile rose by 12%."},
      {id: "b", text: "Exports of salmon from Norway to Peru rose by 9%."},
    ];
    const source = Readable.from([lines.map((line) => JSON.stringify(line)).join("\n")]);
    for await (const article of readArticleLines(source, "test")) articles.push(article);
    const {flows, figures} = tabulate(articles, {...readOptions(), derived: [], parties: []});
    expect(figures.map(({exact, status}) => [exact, status])).toEqual([
      ["63 ferries", "delivered"],
      ["12%", null],
      ["9%", null],
    ]);
    const told = flows.map(({recipient, status, facts}) => [
      recipient,
      status,
      String(facts).split(" ").length,
    ]);
    expect(told).toEqual([
      ["chile", "delivered", 2],
      ["peru", null, 1],
    ]);
  });
});
