import {hashString} from "../../syntax/hash.js";
import type {Slot} from "../../vocab.js";
import type {Member, Spoken} from "./Cast.js";
import type {Stand} from "./Stand.js";
import {callingClasses} from "./wordClasses.js";

/** What a whole article tells of one of its cast. */
export interface Profile {
  /** How often it is spoken of, and its place among the others by that. */
  count: number;
  rank: number;
  /** The sentence that speaks of it first. */
  first: number;
  /** How often the frames of verbs and nouns make it which side. */
  framed: Record<"supplier" | "recipient" | "via" | "goods" | "money" | "either", number>;
  speaks: number;
  subjects: number;
  /** Hashes of what stands above it and of how, once each. */
  contexts: number[];
  /** What it is called, as classes. */
  callings: number[];
}

const mostContexts = 24;

/** Returns the side that a place beside a verb or noun makes of who stands there. */
export function sideOf(slot: Slot | null): Exclude<Slot, "payer" | "payee" | "bought"> | null {
  if (slot === "bought") return null;
  return slot === "payer" ? "recipient" : slot === "payee" ? "supplier" : slot;
}

/** Returns what the article tells of a member; the rank is still to be filled in. */
export function profileOf({spoken, nouns, words}: Member, stands: ReadonlyMap<Spoken, Stand>): Profile {
  const framed = {supplier: 0, recipient: 0, via: 0, goods: 0, money: 0, either: 0};
  const contexts = new Set<number>();
  let speaks = 0;
  let subjects = 0;
  for (const one of spoken) {
    const stand = stands.get(one)!;
    const side = sideOf(stand.framed);
    if (side) framed[side]++;
    if (stand.speaks) speaks++;
    if (stand.relation.startsWith("nsubj")) subjects++;
    if (contexts.size >= mostContexts) continue;
    contexts.add(hashString(`${stand.aboveLemma} ${stand.slot}`));
    contexts.add(hashString(`${stand.aboveHint} ${stand.slot}`));
    contexts.add(hashString(`${stand.verbHint} ${stand.slot} v`));
  }
  const callings = new Set<number>();
  for (const word of [...nouns, ...words]) {
    const calling = callingClasses.get(word) ?? callingClasses.get(word.replace(/s$/, ""));
    if (calling) callings.add(calling);
  }
  const first = spoken[0]?.passage.number ?? 99;
  return {
    count: spoken.length,
    rank: 99,
    first,
    framed,
    speaks,
    subjects,
    contexts: [...contexts],
    callings: [...callings],
  };
}
