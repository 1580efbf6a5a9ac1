import type {PartyRegistry} from "./parties.js";

const closeness = ["person", "company", "media", "agency", "other", "group", "place", "state"];

/** Returns the id that names a party most closely: the company, not “Danish companies” or Denmark; null for none. */
export function closest(ids: readonly (string | null)[], parties: PartyRegistry): string | null {
  const rank = (id: string): number => closeness.indexOf(parties.get(id)?.kind ?? "state");
  return ids.reduce(
    (best, id) => (id !== null && (best === null || rank(id) < rank(best)) ? id : best),
    null,
  );
}
