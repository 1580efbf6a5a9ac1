import type {Basis} from "../../model/figure.js";
import {prepositionOf} from "../syntax/clauses.js";
import type {Chunk, Clause, Preposition} from "../syntax/Sentence.js";
import type {Slot} from "../vocab.js";
import {argumentsOf, contentsOf, type Event, slotOf} from "./events.js";
import {type Focus, ownerOf} from "./Focus.js";
import type {Passage} from "./Passage.js";
import {appositionOf, type Parties} from "./parties.js";

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
  /** The earlier figure, by its place in the list, whose sides they are. */
  after?: number;
  /** Whether a preposition says from whom or to whom. */
  isDirected?: boolean;
  /** Whether they are those of what came in these lots: "63 batches". */
  isLot?: boolean;
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
    this.#addPaper(event, filled);
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
    // "Chinese exports", "Chinese imports": whose trade it is.
    const {subject} = event.frame;
    if (event.isNoun && (subject === "supplier" || subject === "recipient")) {
      const trader = this.#trader(event);
      if (!sides[subject]) sides[subject] = trader;
      // "Peru's Chilean imports"
      else if (subject === "recipient") sides.supplier ??= trader;
    }
    if (!sides.supplier && event.frame.object === "goods") {
      sides.supplier = this.#maker(event);
      sides.isMade = sides.supplier !== null;
    }
    sides.isDirected = filled.isDirected === true && (sides.supplier ?? sides.recipient) !== null;
    if (sides.supplier && sides.supplier.text === sides.recipient?.text) sides.recipient = null;
    return sides;
  }

  // "received an order from Peru to supply 9 lathes": the order tells for whom.
  #addPaper(event: Event, filled: Filled): void {
    const {parent, verb} = event.clause ?? {};
    const frame = event.isNoun || verb?.tense !== "infinitive" ? null : (event.paper ?? null);
    if (!parent?.object || !frame) return;
    const paper = {...event, frame, clause: parent, word: parent.object.head, isNoun: true, things: []};
    const {supplier, recipient, either} = this.#ofNoun(paper);
    const other = recipient ?? either;
    if (other && other !== filled.supplier) filled.recipient = other;
    if (supplier) filled.supplier ??= supplier;
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
    // "makers of equipment, that sent": the nearest noun is not always who is meant.
    if (!meant || (meant.chunk !== chunk && !this.#mayAct(meant.passage, meant.chunk))) return null;
    const text = this.#parties.nameOf(meant.passage, meant.chunk);
    return text ? {text, basis: meant.chunk === chunk ? "stated" : "inferred"} : null;
  }

  #trader({passage, word}: Event): Side | null {
    const chunk = passage.chunk(word);
    const trader = chunk && this.#parties.originOf(passage, chunk);
    return trader ? {text: trader.country, basis: "inferred"} : null;
  }

  // "Danish pumps": who makes them gives them.
  #maker({passage, things, word, isNoun, clause}: Event): Side | null {
    const nouns = [
      ...things,
      ...things.flatMap((thing) => contentsOf(passage, thing)),
      ...(isNoun ? contentsOf(passage, word) : []),
    ];
    // "Machines made in Peru accounted for half of its imports"
    const subject = isNoun ? clause?.subject : null;
    const made = subject && passage.sentence.clauses.find((inner) => isMakingOf(passage, inner, subject));
    const where = made?.prepositions.find(
      ({word, chunk}) => /^(in|by)$/.test(word) && this.#mayAct(passage, chunk),
    );
    if (where) return this.#name(passage, where.chunk);
    for (const noun of nouns) {
      const chunk = passage.chunk(noun);
      const maker =
        chunk && this.#parties.kindOf(passage, chunk) === null && this.#parties.originOf(passage, chunk);
      if (maker) return {text: maker.form, basis: "inferred"};
    }
    return null;
  }

  #mayAct(passage: Passage, chunk: Chunk): boolean {
    const {pos, form} = passage.tokens[chunk.head];
    if (pos === "PRON" || pos === "DET")
      return /^(its?|their|his|our|my|they|he|she|we|i|him|her|them|us|me|which|who|that)$/i.test(form);
    return this.#parties.kindOf(passage, chunk) !== null;
  }

  #ofVerb({passage, frame, clause, things, first}: Event): Filled {
    const filled: Filled = {};
    const isThing = (chunk: Chunk) => things.includes(chunk.head);
    const put = (slot: Slot | null, noun: Chunk | null) => {
      // "One of them, Ondal, ordered"
      const chunk = noun && passage.tokens[noun.head].pos === "NUM" ? appositionOf(passage, noun) : noun;
      if (!slot || !chunk || isThing(chunk) || filled[slot]) return;
      if (slot === "bought" || this.#mayAct(passage, chunk)) filled[slot] = chunk;
    };
    if (!clause) return filled;
    const {verb, indirect} = clause;
    const {subject, object} = argumentsOf(passage, clause);
    const other: Slot | null =
      frame.object === "goods" || frame.object === "money" ? frame.indirect : frame.object;
    if (verb?.passive) {
      const agent = agentOf(passage, clause);
      put(frame.subject, agent);
      filled.isDirected = agent !== null && frame.subject !== null && filled[frame.subject] === agent;
      put(other, subject);
    } else {
      if (subject && frame.subject === "supplier" && this.#parties.isUnknown(passage, subject))
        filled.supplier = subject;
      put(frame.subject, subject);
      put(other, object);
      // "reached Peru": a place that goods come to says as much as "to Peru".
      const isPlace = object !== null && /^(place|name)$/.test(this.#parties.kindOf(passage, object) ?? "");
      if (frame.subject === "goods" && isPlace && filled.recipient === object) filled.isDirected = true;
    }
    put(frame.indirect, indirect);
    if (frame.indirect && !verb?.passive) put(frame.indirect, secondBefore(passage, clause.head, first));
    // What stands behind the verb is nearer to it than what the sentence opens with.
    const behind = ({chunk}: Preposition) => (chunk.head > clause.head ? 0 : 1);
    for (const {word, chunk, governor} of clause.prepositions.toSorted((a, b) => behind(a) - behind(b))) {
      if (!isBeside(passage, clause, governor, things)) continue;
      // "were sent to Peru from Chile"
      const isSource = word === "from" && verb?.passive && frame.subject === "supplier";
      const slot = isSource ? "supplier" : slotOf(frame, word);
      if (slot === "goods" || slot === "money") continue;
      // "12 boats and 9 tanks via Malta": the way of the last.
      if (slot === "via" && isOfAnother(passage, things[0], chunk.head)) continue;
      if (slot === "via") this.#putWay(passage, chunk, filled);
      else if (slot && isNamedNoun(passage, chunk)) filled[slot] ??= chunk;
      else put(slot, chunk);
      if ((slot === "supplier" || slot === "recipient") && filled[slot] === chunk) filled.isDirected = true;
    }
    // "Peru, where the firm bought 9 lathes"
    const place = frame.from === "supplier" ? placeOf(passage, clause) : null;
    if (place && this.#parties.kindOf(passage, place) === "place") put("supplier", place);
    if (frame.object === "via" && object) this.#putWay(passage, object, filled);
    // "donated 60 pallets to Malawi, sent via Lima"
    for (const beside of passage.sentence.clauses) {
      if (beside.parent !== clause || beside.object || beside.ownSubject) continue;
      const isSent = passage.tokens[beside.head].tag === "VBN" && beside.head > clause.head;
      for (const {word, chunk} of isSent ? beside.prepositions : [])
        if (slotOf(frame, word) === "via") this.#putWay(passage, chunk, filled);
    }
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
      ({word: preposition, governor}) =>
        preposition === "to" &&
        (governor === clause.head ||
          (governor > clause.head && passage.tokens[governor].head === clause.head)),
    );
    const other = clause.object && clause.object.head !== word ? clause.object : null;
    const winner = to?.chunk ?? clause.indirect ?? other;
    const buyer = clause.verb?.passive ? agentOf(passage, clause) : clause.subject;
    if (winner && this.#mayAct(passage, winner)) filled.supplier = winner;
    if (buyer && this.#mayAct(passage, buyer)) filled.recipient = buyer;
  }

  #putWay(passage: Passage, chunk: Chunk, filled: Filled): void {
    // "via Malta 12 tons": a number is no part of a way.
    if (passage.tokens.slice(chunk.from, chunk.to).some(({pos}) => pos === "NUM")) return;
    const isNamed = passage.tokens[chunk.head].pos === "PROPN" || isNamedNoun(passage, chunk);
    if (isNamed || this.#mayAct(passage, chunk)) filled.via ??= chunk;
  }

  // "Denmark's exports of pumps to Peru", "a contract with Ondal for 20 boats"
  #ofNoun({passage, frame, word, clause, things}: Event): Filled {
    const {tokens} = passage;
    const filled: Filled = {};
    const put = (slot: Slot | null, chunk: Chunk | null) => {
      if (slot && chunk && !things.includes(chunk.head) && !filled[slot] && this.#mayAct(passage, chunk))
        filled[slot] = chunk;
    };
    if (clause && tokens[clause.head].lemma === "award" && frame.with)
      this.#putAward(passage, clause, word, filled);
    const noun = passage.chunk(word);
    const owner = noun && ownerOf({passage, chunk: noun});
    if (owner) put(frame.subject, owner.chunk);
    for (const {word: preposition, chunk, governor} of clause?.prepositions ?? []) {
      const isOwn = things.includes(governor) || isUnder(passage, governor, word);
      // A tree may hang what belongs to the noun on the verb: "exports to Peru fell".
      const isNear =
        governor === clause?.head && chunk.head > word && (chunk.head < governor || governor < word);
      if (!isOwn && !isNear) continue;
      if (preposition === "by") put(frame.subject, chunk);
      const slot = slotOf(frame, preposition);
      if (slot === "via" && isOfAnother(passage, Math.max(word, things[0] ?? word), chunk.head)) continue;
      if (slot === "via") this.#putWay(passage, chunk, filled);
      else if (slot !== "goods") put(slot, chunk);
    }
    const object = clause?.object;
    const isDone = clause?.verb && object && (object.head === word || things.includes(object.head));
    const lemma = isDone && !clause.verb?.passive ? tokens[clause.head].lemma : "";
    // Who wins an order supplies; who makes a pledge is its subject.
    if (winners.test(lemma) && (frame.with || frame.status === "contracted"))
      put("supplier", clause?.subject ?? null);
    else if (doers.test(lemma)) put(frame.subject, clause?.subject ?? null);
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

// "will give Peru 40 lathes": the name between verb and number, whatever the tree makes of it.
function secondBefore({tokens}: Passage, verb: number, first: number): Chunk | null {
  const from = verb + 1;
  if (first <= from || first - from > 5 || tokens[first - 1].pos === "PUNCT") return null;
  for (let i = from; i < first; i++)
    if (/^(VERB|AUX|ADP|PUNCT|SCONJ|CCONJ|ADV|PART|NUM)$/.test(tokens[i].pos) && tokens[i].tag !== "POS")
      return null;
  return {from, to: first, head: first - 1, kind: "noun", number: null, mention: null};
}

// "from a Yerevan showroom": where something comes from may be any noun with a name.
const isNamedNoun = ({tokens}: Passage, {from, head}: Chunk): boolean =>
  tokens[head].pos === "NOUN" &&
  tokens
    .slice(from, head)
    .some(
      (token) =>
        token.head === head &&
        token.relation !== "nmod:poss" &&
        (token.pos === "PROPN" || (token.pos === "ADJ" && /^\p{Lu}/u.test(token.form))),
    );

const isOfAnother = ({tokens, sentence}: Passage, thing: number, at: number): boolean =>
  sentence.chunks.some(
    ({from, head, number}) =>
      number !== null && head > thing && head < at && /^(and|,)$/.test(tokens[from - 1]?.form ?? ""),
  );

const isMakingOf = ({tokens}: Passage, {head, verb}: Clause, {head: noun}: Chunk): boolean =>
  verb !== null &&
  tokens[head].head === noun &&
  /^(make|produce|build|manufacture|assemble)$/.test(tokens[head].lemma) &&
  tokens[head].tag === "VBN";

const placeOf = (passage: Passage, {head, link}: Clause): Chunk | null =>
  link === "relative" && passage.tree.dependents(head).some((d) => /^where$/i.test(passage.tokens[d].form))
    ? passage.chunk(passage.tokens[head].head)
    : null;

const ways = /^(use|transit|cross)$/;

const doers = /^(make|announce|approve|do|complete|send|offer|give|place)$/;

// "exports of diamonds from Surat to the US": each may hang on the one before.
function isUnder({tree}: Passage, at: number, noun: number): boolean {
  if (at === noun) return true;
  for (const above of tree.above(at)) {
    // What hangs on no verb is the noun's, whatever the tree calls it.
    const isNouns =
      tree.is(at, "nmod", "appos", "compound", "conj") ||
      (tree.is(at, "obl") && !/^(VERB|AUX)$/.test(tree.tokens[above].pos));
    if (!isNouns || tree.tokens[at].pos === "VERB") return false;
    if (above === noun) return true;
    at = above;
  }
  return false;
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
