import type {Row, TableRows} from "../../src/waybill/model/tables.js";
import {matchForward, phrasesOf} from "../../src/waybill/parse/phrases.js";
import {scan} from "../../src/waybill/parse/scan.js";
import type {Place, Vocab} from "../../src/waybill/parse/vocab.js";
import {standingOf} from "../../src/waybill/standing.js";
import {slugOf} from "../tables/slug.js";

/** What a reader can follow through the charts of a page; each is a name in the page's address. */
export const topicGroups = ["country", "party", "publisher", "status"] as const;
export type TopicGroup = (typeof topicGroups)[number];

export interface Topics {
  /** By the id of a figure, relation or event: what it is about, “country.taiwan”. */
  of: (id: string) => readonly string[];
  /** Whose report passes through the given publisher and those that it relays. */
  ofReport: (publisher: string, relays: string | null) => readonly string[];
  /** What each is called. */
  names: ReadonlyMap<string, string>;
}

/**
 * Returns which countries, parties, publishers and statuses the statements of all tables
 * are about. A state is a country, a newspaper a publisher, and a document is
 * nobody. What is reported, and no more, has no status. An event is about what its
 * figures are about, and about the countries that its words name, by the given places.
 */
export function topicsOf(tables: TableRows, places: Vocab["places"] = phrasesOf<Place>([])): Topics {
  const names = new Map<string, string>();
  const topic = (group: TopicGroup, name: Row[string]): string[] => {
    if (name == null || name === "") return [];
    const id = `${group}.${slugOf(String(name))}`;
    if (!names.has(id)) names.set(id, String(name));
    return [id];
  };
  const parties = new Map(tables.parties.map((row) => [row.party_id, row]));
  const partyTopics = (id: Row[string]): string[] => {
    const party = parties.get(id);
    if (!party) return [];
    const {kind, name, country} = party;
    if (kind === "media") return topic("publisher", name);
    const isParty = kind !== "document" && kind !== "state" && kind !== "place";
    return [...(isParty ? topic("party", name) : []), ...topic("country", country)];
  };
  const sides = (row: Row, cells: readonly string[]): string[] => [
    ...cells.flatMap((cell) => partyTopics(row[cell])),
    ...topic("country", row.origin),
    ...topic("country", row.destination),
  ];

  const found = new Map<string, Set<string>>();
  const add = (id: Row[string], topics: Iterable<string>): void => {
    const known = found.get(String(id)) ?? new Set();
    for (const one of topics) known.add(one);
    found.set(String(id), known);
  };
  for (const fact of tables.facts) {
    const topics = sides(fact, ["supplier", "recipient", "via", "holder"]);
    for (const id of String(fact.figures ?? "").split(" ")) add(id, topics);
  }
  for (const figure of tables.figures) {
    const standing = standingOf(figure);
    add(figure.figure_id, standing === "reported" ? [] : topic("status", standing));
  }
  for (const relation of tables.relations)
    add(relation.relation_id, [
      ...sides(relation, ["from_party", "to_party", "via"]),
      ...topic("status", relation.status),
    ]);
  for (const {event_id, figures, what} of tables.events)
    add(event_id, [
      ...String(figures ?? "")
        .split(" ")
        .flatMap((id) => [...(found.get(id) ?? [])]),
      ...countriesIn(String(what ?? ""), places).flatMap((name) => topic("country", name)),
    ]);
  return {
    of: (id) => [...(found.get(id) ?? [])],
    ofReport: (publisher, relays) =>
      [publisher, ...(relays?.split(" > ") ?? [])].flatMap((name) => topic("publisher", name)),
    names,
  };
}

function countriesIn(text: string, places: Vocab["places"]): string[] {
  const tokens = scan(text);
  return Array.from({length: tokens.count}, (_, i) => matchForward(tokens, i, places)?.value.country).filter(
    (country) => typeof country === "string",
  );
}
