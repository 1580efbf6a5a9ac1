import type {Basis} from "../../model/figure.js";
import {prepositionOf} from "../syntax/clauses.js";
import type {Chunk, Clause, Preposition} from "../syntax/Sentence.js";
import type {Slot} from "../vocab.js";
import {argumentsOf, contentsOf, type Event, slotOf} from "./events.js";
import type {Focus} from "./Focus.js";
import type {Passage} from "./Passage.js";
import type {Parties} from "./parties.js";

/** Somebody in the words of the article, or worked out from them. */
export interface Side {
  text: string;
  basis: Basis;
}

/** From whom, to whom and through whom something goes; null where the article does not say. */
export interface Sides {
  supplier: Side | null;
  recipient: Side | null;
  via: Side | null;
  /** Whether a preposition says from whom or to whom. */
  isDirected?: boolean;
  /** Whether the supplier is only told by where the goods are from: "Danish pumps". */
  isMade?: boolean;
}

type Filled = Partial<Record<Slot, Chunk>> & {isDirected?: boolean};

/** Reads who takes part in a handing over, from the places beside its verb or noun. */
export class SidesReader {
  readonly #parties: Parties;
  readonly #focus: Focus;

  constructor(parties: Parties, focus: Focus) {
    this.#parties = parties;
    this.#focus = focus;
  }

  /**
   * Returns the sides of an event. A noun or name fills a side only if it can take
   * part in a trade; a pronoun stands for whom it means.
   */
  of(event: Event): Sides {
    const filled = event.isNoun ? this.#ofNoun(event) : this.#ofVerb(event);
    const {payer, payee, either} = filled;
    if (event.frame.object === "money") {
      // Who pays for something gets it; who is paid for it gives it. Money alone goes from payer to payee.
      const [to, from]: [Slot, Slot] = filled.bought ? ["recipient", "supplier"] : ["supplier", "recipient"];
      if (payer) filled[to] ??= payer;
      if (payee) filled[from] ??= payee;
    }
    // "offered the council £2m for the site", "for that, it wired him £9": the money is the price.
    if (event.isMoney && offers.has(event.frame.word) && this.#isForGoods(event)) swap(filled);
    if (either) {
      if (filled.supplier && filled.supplier !== either) filled.recipient ??= either;
      else if (filled.recipient && filled.recipient !== either) filled.supplier ??= either;
    }
    const side = (slot: Slot) => (filled[slot] ? this.#name(event.passage, filled[slot]) : null);
    const sides: Sides = {supplier: side("supplier"), recipient: side("recipient"), via: side("via")};
    if (!sides.supplier && event.frame.object === "goods") {
      sides.supplier = this.#maker(event);
      sides.isMade = sides.supplier !== null;
    }
    sides.isDirected = filled.isDirected === true && (sides.supplier ?? sides.recipient) !== null;
    if (sides.supplier && sides.supplier.text === sides.recipient?.text) sides.recipient = null;
    return sides;
  }

  #isForGoods({passage, clause}: Event): boolean {
    return (clause?.prepositions ?? []).some(
      ({word, chunk, governor}) =>
        word === "for" &&
        governor === clause?.head &&
        this.#parties.kindOf(passage, chunk) === null &&
        !/^(each|every)$/i.test(passage.tokens[chunk.from].form) &&
        /^(NOUN|PRON|DET)$/.test(passage.tokens[chunk.head].pos),
    );
  }

  #name(passage: Passage, chunk: Chunk): Side | null {
    const meant = this.#focus.antecedentOf({passage, chunk});
    if (!meant) return null;
    const text = this.#parties.nameOf(meant.passage, meant.chunk);
    return text ? {text, basis: meant.chunk === chunk ? "stated" : "inferred"} : null;
  }

  // "Danish pumps": who makes them gives them.
  #maker({passage, things, word, isNoun}: Event): Side | null {
    const nouns = [
      ...things,
      ...things.flatMap((thing) => contentsOf(passage, thing)),
      ...(isNoun ? contentsOf(passage, word) : []),
    ];
    for (const noun of nouns) {
      const chunk = passage.chunk(noun);
      const maker =
        chunk && this.#parties.kindOf(passage, chunk) === null && this.#parties.originOf(passage, chunk);
      if (maker) return {text: maker, basis: "inferred"};
    }
    return null;
  }

  #mayAct(passage: Passage, chunk: Chunk): boolean {
    const {pos, form} = passage.tokens[chunk.head];
    if (pos === "PRON" || pos === "DET")
      return /^(it|they|he|she|we|i|him|her|them|us|me|which|who|that)$/i.test(form);
    return this.#parties.kindOf(passage, chunk) !== null;
  }

  #ofVerb({passage, frame, clause, things}: Event): Filled {
    const filled: Filled = {};
    const isThing = (chunk: Chunk) => things.includes(chunk.head);
    const put = (slot: Slot | null, chunk: Chunk | null) => {
      if (!slot || !chunk || isThing(chunk) || filled[slot]) return;
      if (slot === "bought" || this.#mayAct(passage, chunk)) filled[slot] = chunk;
    };
    if (!clause) return filled;
    const {verb, indirect} = clause;
    const {subject, object} = argumentsOf(passage, clause);
    const other: Slot | null =
      frame.object === "goods" || frame.object === "money" ? frame.indirect : frame.object;
    if (verb?.passive) {
      put(frame.subject, agentOf(passage, clause));
      put(other, subject);
    } else {
      put(frame.subject, subject);
      put(other, object);
    }
    put(frame.indirect, indirect);
    // What stands behind the verb is nearer to it than what the sentence opens with.
    const behind = ({chunk}: Preposition) => (chunk.head > clause.head ? 0 : 1);
    for (const {word, chunk, governor} of clause.prepositions.toSorted((a, b) => behind(a) - behind(b))) {
      if (!isBeside(passage, clause, governor, things)) continue;
      const slot = slotOf(frame, word);
      if (slot === "goods" || slot === "money") continue;
      if (slot === "via") this.#putWay(passage, chunk, filled);
      else put(slot, chunk);
      if ((slot === "supplier" || slot === "recipient") && filled[slot] === chunk) filled.isDirected = true;
    }
    if (frame.object === "via" && object) this.#putWay(passage, object, filled);
    // "sent them using a broker", "reached Peru, transiting Malta"
    for (const beside of passage.sentence.clauses)
      if (
        beside.parent === clause &&
        beside.object &&
        beside.link !== "coordinate" &&
        ways.test(passage.tokens[beside.head].lemma)
      )
        this.#putWay(passage, beside.object, filled);
    return filled;
  }

  // "A contract was awarded by the county to Ondal", "The navy awarded Ondal a contract": who gets it supplies.
  #putAward(passage: Passage, clause: Clause, word: number, filled: Filled): void {
    const to = clause.prepositions.find(
      ({word: preposition, governor}) => preposition === "to" && governor === clause.head,
    );
    const other = clause.object && clause.object.head !== word ? clause.object : null;
    const winner = to?.chunk ?? clause.indirect ?? other;
    const buyer = clause.verb?.passive ? agentOf(passage, clause) : clause.subject;
    if (winner && this.#mayAct(passage, winner)) filled.supplier = winner;
    if (buyer && this.#mayAct(passage, buyer)) filled.recipient = buyer;
  }

  #putWay(passage: Passage, chunk: Chunk, filled: Filled): void {
    if (this.#mayAct(passage, chunk) || passage.tokens[chunk.head].pos === "PROPN") filled.via ??= chunk;
  }

  // "Denmark's exports of pumps to Peru", "a contract with Ondal for 20 boats"
  #ofNoun({passage, frame, word, clause, things}: Event): Filled {
    const {tree, tokens} = passage;
    const filled: Filled = {};
    const put = (slot: Slot | null, chunk: Chunk | null) => {
      if (slot && chunk && !things.includes(chunk.head) && !filled[slot] && this.#mayAct(passage, chunk))
        filled[slot] = chunk;
    };
    if (clause && tokens[clause.head].lemma === "award" && frame.with)
      this.#putAward(passage, clause, word, filled);
    const owner = tree.find(word, "nmod:poss");
    if (owner >= 0) put(frame.subject, ownerChunk(passage, owner));
    for (const {word: preposition, chunk, governor} of clause?.prepositions ?? []) {
      const isOwn =
        governor === word || things.includes(governor) || contentsOf(passage, word).includes(governor);
      // A tree may hang what belongs to the noun on the verb: "exports to Peru fell".
      const isNear =
        governor === clause?.head && chunk.head > word && (chunk.head < governor || governor < word);
      if (!isOwn && !isNear) continue;
      if (preposition === "by") put(frame.subject, chunk);
      const slot = slotOf(frame, preposition);
      if (slot === "via") this.#putWay(passage, chunk, filled);
      else if (slot !== "goods") put(slot, chunk);
    }
    if (frame.subject && !filled[frame.subject]) {
      const object = clause?.object;
      const isDone = clause?.verb && object && (object.head === word || things.includes(object.head));
      const lemma = isDone && !clause.verb?.passive ? tokens[clause.head].lemma : "";
      if (winners.test(lemma) && (frame.with || frame.status === "contracted"))
        put("supplier", clause?.subject ?? null);
      else if (isDone && doers.test(tokens[clause.head].lemma) && !clause.verb?.passive)
        put(frame.subject, clause.subject);
    }
    return filled;
  }
}

// Who wins an order or has one on its books supplies; who places it receives.
const winners = /^(win|have|receive|get|land|secure|book|bag|clinch|hold|lose)$/;
function swap(filled: Filled): void {
  const {supplier, recipient} = filled;
  delete filled.supplier;
  delete filled.recipient;
  if (supplier) filled.recipient = supplier;
  if (recipient) filled.supplier = recipient;
}

const offers = new Set(["offer", "wire", "transfer", "remit", "send", "hand"]);

const ways = /^(use|transit|cross)$/;

const doers = /^(make|announce|approve|do|complete|send|offer|give|place)$/;

function ownerChunk(passage: Passage, owner: number): Chunk | null {
  return passage.chunk(owner);
}

/** Returns who does what a passive says is done: "by Ondal". */
function agentOf({tree}: Passage, {prepositions, head}: Clause): Chunk | null {
  const by = prepositions.filter(({word}) => word === "by");
  return (
    (
      by.find(({governor}) => governor === head) ??
      by.find(({chunk}) => tree.is(chunk.head, "obl:agent")) ??
      by[0]
    )?.chunk ?? null
  );
}

// What stands in front of the verb inside its subject is not the verb's: "exports to Peru are carried by".
function isBeside(
  passage: Passage,
  {head, subject}: Clause,
  governor: number,
  things: readonly number[],
): boolean {
  const {tree} = passage;
  if (governor === head || things.includes(governor)) return true;
  if (subject && governor >= subject.from && governor < subject.to) return false;
  // "12 boats and 9 tanks via Malta": what is said of the second is not said of the first.
  for (const at of [governor, ...tree.above(governor)])
    if (!things.includes(at) && tree.is(at, "conj") && passage.chunk(at)?.number != null) return false;
  for (const above of tree.above(governor)) {
    if (above === head) return governor > head || prepositionOf(tree, governor) !== null;
    if (things.includes(above)) return true;
  }
  return false;
}
