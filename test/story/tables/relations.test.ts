import {describe, expect, it} from "vitest";
import {openDatabase} from "../../../loaders/database.js";
import {loadTables} from "../../../loaders/tables.js";
import type {Row} from "../../../src/waybill/model/tables.js";

const made = loadTables();
const isWithin = (inner: Row, outer: Row): boolean =>
  Number(outer.start) <= Number(inner.start) && Number(inner.end) <= Number(outer.end);

describe("relations of the reports", () => {
  it("stand in the words of their article, once each", async () => {
    expect(new Set(made.relations.map(({relation_id}) => relation_id)).size).toBe(made.relations.length);
    for (const {article_id, start, end, exact, sentence} of made.relations) {
      const {text} = made.texts.find((article) => article.article_id === article_id)!;
      expect(text.slice(Number(start), Number(end))).toBe(exact);
      expect(sentence).toContain(exact);
      expect(String(exact).split(/\s+/).length).toBeLessThan(9);
      for (const other of [...(made.figures as unknown as Row[]), ...made.events])
        if (other.article_id === article_id && isWithin(other, {start, end}))
          expect(sentence).toBe(other.sentence);
    }
    (await openDatabase(made)).close();
  });

  it("are told of every report whose hands it came through", () => {
    const steps = made.relations
      .filter(({kind}) => kind === "passes_on")
      .map(({article_id, from_party, to_party}) => [article_id, from_party, to_party].join(" "));
    for (const {article_id, publisher, relays} of made.articles) {
      const id = (name: unknown) => made.parties.find((party) => party.name === name)!.party_id;
      const hands = [publisher, ...String(relays).split(" > ")].map(id);
      hands.slice(1).forEach((from, n) => {
        expect(steps).toContain([article_id, from, hands[n]].join(" "));
      });
    }
  });

  it("say in the reports which way Haucore's diodes, DJI's parts and Iflight's drones go", () => {
    const way = (supplier: string) =>
      made.flows
        .filter((flow) => flow.supplier === supplier)
        .map(({recipient, via, goods, status}) => [recipient, via, goods, status]);
    expect(way("haucore")).toEqual([["precision-laser-systems", null, "laser components", "delivered"]]);
    expect(way("peleng")).toEqual([["russian-military", null, "tank sights", null]]);
    expect(way("dji")).toEqual([["russian-organizations", "united-arab-emirates", "drones", "delivered"]]);
    expect(way("iflight")).toEqual([["russia", "company-in-hong-kong", "drones", "contracted"]]);
  });
});
