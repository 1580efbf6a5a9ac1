import {describe, expect, it} from "vitest";
import {topicsOf} from "../../loaders/site/topics.js";
import {readVocab} from "../../loaders/vocab.js";
import type {TableRows} from "../../src/waybill/model/tables.js";

const party = (party_id: string, name: string, kind: string, country: string | null) => ({
  party_id,
  name,
  kind,
  country,
});
const fact = (figures: string, sides: Record<string, string | null>) => ({
  figures,
  supplier: null,
  recipient: null,
  via: null,
  holder: null,
  origin: null,
  destination: null,
  ...sides,
});
const figure = (figure_id: string, status: string | null) => ({
  figure_id,
  kind: "count",
  goods: "pumps",
  supplier: "North Pump Works",
  recipient: "Harbour Board",
  status,
});

const topics = topicsOf({
  parties: [
    party("north-pump-works", "North Pump Works", "company", "Norway"),
    party("harbour-board", "Harbour Board", "agency", "New Zealand"),
    party("norway", "Norway", "state", "Norway"),
    party("customs-papers", "customs papers", "document", null),
    party("the-gazette", "The Gazette", "media", "Norway"),
  ],
  facts: [
    fact("f1 f2", {supplier: "north-pump-works", recipient: "harbour-board", destination: "New Zealand"}),
    fact("f3", {supplier: "norway"}),
  ],
  figures: [figure("f1", "delivered"), figure("f2", null), figure("f3", "ordered")],
  relations: [
    {
      relation_id: "r1",
      from_party: "customs-papers",
      to_party: "the-gazette",
      via: null,
      origin: null,
      destination: null,
      status: null,
    },
  ],
  events: [
    {event_id: "e1", figures: "f1"},
    {event_id: "e2", figures: null},
  ],
} as unknown as TableRows);

describe("topicsOf(tables)", () => {
  it("has the parties and countries of a fact for each of its figures, and each figure's own status", () => {
    const sides = ["party.north-pump-works", "country.norway", "party.harbour-board", "country.new-zealand"];
    expect(topics.of("f1")).toEqual([...sides, "status.delivered"]);
    expect(topics.of("f2")).toEqual(sides);
  });

  it("takes a state as a country and a newspaper as a publisher; a document is nobody", () => {
    expect(topics.of("f3")).toEqual(["country.norway", "status.ordered"]);
    expect(topics.of("r1")).toEqual(["publisher.the-gazette"]);
  });

  it("gives an event what its figures are about, and nothing to one without, or to an id that is unknown", () => {
    expect(topics.of("e1")).toEqual(topics.of("f1"));
    expect(topics.of("e2")).toEqual([]);
    expect(topics.of("none")).toEqual([]);
  });

  it("gives an event the countries that its own words name", () => {
    const vocab = readVocab();
    const events = [
      {event_id: "e1", figures: null, what: "Norway forbids the sale"},
      {event_id: "e2", figures: null, what: "The Norwegian board meets"},
      {event_id: "e3", figures: null, what: "The board meets"},
    ];
    const none = {parties: [], facts: [], figures: [], relations: []};
    const told = topicsOf({...none, events} as unknown as TableRows, vocab.places);
    expect(["e1", "e2", "e3"].map((id) => told.of(id))).toEqual([["country.norway"], ["country.norway"], []]);
  });

  it("counts a report among those of all that it relays, and names each by its own name", () => {
    expect(topics.ofReport("The Herald", "The Wire > The Gazette")).toEqual([
      "publisher.the-herald",
      "publisher.the-wire",
      "publisher.the-gazette",
    ]);
    expect(topics.names.get("publisher.the-herald")).toBe("The Herald");
    expect(topics.names.get("country.new-zealand")).toBe("New Zealand");
  });
});
