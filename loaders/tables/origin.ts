import type {Article} from "../../src/waybill/model/figure.js";
import type {Row} from "../../src/waybill/model/tables.js";
import {joined} from "./slug.js";

/** Whose reporting an article is. A text and its copies share one, to which each of them may add. */
export interface Origin {
  /** Null where nobody says. */
  name: string | null;
  /** Whether an article says that it passes on this one's report. */
  isRelayed: boolean;
  /** Whether it may stand beside others: of an unnamed or undated text nobody can say who copied whom. */
  isFirm: boolean;
}

/** Returns whose reporting an article is; `nameOf` returns the one name of a source, however it is spelt. */
export function originOf(
  {publisher, relays, published}: Pick<Article, "publisher" | "relays" | "published">,
  nameOf: (wording: string) => string,
): Origin {
  const source = relays?.split(" > ").at(-1) ?? (isNamed(publisher) ? publisher : null);
  if (source === null) return {name: null, isRelayed: false, isFirm: false};
  const isRelayed = relays !== null;
  return {name: nameOf(source), isRelayed, isFirm: isRelayed || published !== null};
}

/** Adds to the origin of a text what one of its copies tells: who passes on another one's report says whose it is. */
export function addOrigin(known: Origin, told: Origin): void {
  if (known.name === null || (told.isRelayed && !known.isRelayed)) known.name = told.name;
  known.isRelayed ||= told.isRelayed;
  known.isFirm ||= told.isFirm;
}

/**
 * Returns how many of the origins of one fact are known to be apart, and their names. What
 * nobody owns up to, or dates, is told by somebody and confirms nobody: it is 1 by itself.
 */
export function countOrigins(origins: readonly Origin[]): Pick<Row, "origins" | "origin_names"> {
  const namesOf = (some: readonly Origin[]) => new Set(some.flatMap(({name}) => name ?? []));
  const firm = namesOf(origins.filter(({isFirm}) => isFirm));
  const named = firm.size > 0 ? firm : namesOf(origins);
  if (firm.size === 0 && named.size > 1) return {origins: 1, origin_names: "unknown"};
  return {origins: Math.max(1, named.size), origin_names: joined(named, " | ") ?? "unknown"};
}

/** Whether a publisher is known; a text that names none has “unnamed publisher”. */
export const isNamed = (publisher: string): boolean => publisher !== "unnamed publisher";
