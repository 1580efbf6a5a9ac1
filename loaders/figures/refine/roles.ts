import type {Basis, Status} from "../../../src/model/figure.js";
import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import type {Found} from "../Found.js";
import {matchForward} from "../phrases.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import {isName, type Party, partyAt, partyBefore} from "./party.js";
import {within} from "./within.js";

export interface Role {
  text: string;
  basis: Basis;
}

/** From whom, to whom and through whom a figure's goods went, and what had happened with them. */
export interface Roles {
  supplier: Role | null;
  recipient: Role | null;
  via: Role | null;
  status: {value: Status; basis: Basis} | null;
  /** The earlier figure, by its place in the list, that this one goes on about; -1 for none. */
  after: number;
}

const none: Roles = {supplier: null, recipient: null, via: null, status: null, after: -1};

/**
 * Returns the roles of each figure. They come from the verb that governs the
 * figure (“X sold Y to Z”), from nouns of trade (“Chinese exports to Russia”),
 * and, where a sentence names nobody, from the sentence before.
 */
export function findRoles(doc: Doc, figures: readonly Found[]): Roles[] {
  const subjects = new Subjects(doc);
  const result: Roles[] = [];
  figures.forEach((figure, n) => {
    if (figure.kind === "age" || figure.kind === "duration") {
      result.push(none);
      return;
    }
    const clause = clauseOf(doc, figure);
    const own = ownRoles(doc, figure, within(figures, clause.from, clause.to), clause, subjects);
    result.push(complete(doc, figure, own, figures, result, n));
  });
  return result;
}

interface Clause {
  from: number;
  to: number;
}

function clauseOf(doc: Doc, figure: Found): Clause {
  const sentence = sentenceTokens(doc, sentenceOf(doc, figure.from));
  let {from, to} = sentence;
  for (let k = figure.from - 1; k > from; k--)
    if (doc.word[k] === ";") {
      from = k + 1;
      break;
    }
  for (let k = figure.to; k < to; k++)
    if (doc.word[k] === ";") {
      to = k;
      break;
    }
  return {from, to};
}

interface Governor {
  at: number;
  frame: "give" | "get" | "move";
  passive: boolean;
  status: Status | null;
}

function ownRoles(
  doc: Doc,
  figure: Found,
  figures: readonly Found[],
  clause: Clause,
  subjects: Subjects,
): Roles {
  const {word} = doc;
  const governor = findGovernor(doc, figure, clause);
  const trade = findTrade(doc, figure, clause, subjects);
  let supplier: Party | string | null = null;
  let recipient: Party | string | null = null;
  if (governor) {
    const subject = subjects.of(governor.at, clause.from);
    if (governor.passive) {
      const agent = phraseAfter(doc, "by", governor.at + 1, clause.to);
      if (governor.frame === "give") supplier = agent;
      else if (governor.frame === "get") recipient = agent;
      // "were given 40 rifles": a person or company as subject of a passive receives.
      if (
        governor.frame === "give" &&
        subject &&
        figure.from > governor.at &&
        doc.lexeme[governor.at]?.verb &&
        isRecipientSubject(doc, governor.at, figure)
      )
        recipient = subject;
    } else if (governor.frame === "give") {
      supplier = subject;
      // "sold Peru $20m of rails", "supplied Kolvex, a Tartu maker of lenses, with 40 lathes"
      const indirect = governor.at < figure.from ? partyAt(doc, governor.at + 1, figure.from) : null;
      if (
        indirect &&
        (word[governor.at + 1] !== "the" || indirect.named) &&
        indirect.named &&
        indirect.to <= figure.from &&
        isIndirect(doc, indirect, figure)
      )
        recipient = indirect;
    } else if (governor.frame === "get") recipient = subject;
    else if (governor.frame === "move" && word[governor.at].startsWith("reach"))
      recipient = partyAt(doc, governor.at + 1, clause.to);
    // "received an order from X to supply": the order comes from the one who receives.
    const order = orderFrom(doc, clause.from, figure.from);
    if (order) {
      recipient = order;
      if (governor.frame === "give") supplier = subjects.of(governor.at, clause.from) ?? supplier;
    }
    // "the metro's 85 escalators were supplied by": whose they are now.
    if (
      governor.passive &&
      governor.frame === "give" &&
      !recipient &&
      /['’]s$/.test(
        doc.text.slice(doc.start[Math.max(0, figure.from - 1)], doc.end[Math.max(0, figure.from - 1)]),
      )
    ) {
      const owner = partyBefore(doc, figure.from, clause.from);
      if (owner) recipient = stripPossessive(doc, owner);
    }
  } else {
    const placed = placedOrder(doc, clause, subjects);
    if (placed) ({supplier, recipient} = placed);
  }
  if (governor && doc.lexeme[governor.at]?.verb?.lemma === "pay") {
    // Who pays receives the goods; who is paid supplies them.
    recipient = subjects.of(governor.at, clause.from);
    supplier = governor.at < figure.from ? partyAt(doc, governor.at + 1, figure.from) : null;
  }
  if (trade) {
    supplier ??= trade.supplier;
    recipient ??= trade.recipient;
  }
  const about = governor !== null || trade !== null;
  let via: Party | null = null;
  if (about) {
    const limits = ownLimits(doc, figure, figures, clause);
    const order = orderFrom(doc, clause.from, figure.from);
    const from = order ? null : prepositional(doc, "from", figure, clause, limits);
    if (
      from &&
      !(
        supplier &&
        governor?.frame === "give" &&
        !governor.passive &&
        !isVerbGap(doc, governor.at, from.from)
      )
    )
      supplier = from;
    const to = prepositional(doc, "to", figure, clause, limits);
    if (to && (governor?.frame !== "get" || !recipient)) recipient = to;
    via =
      prepositional(doc, "via", figure, clause, limits) ??
      prepositional(doc, "through", figure, clause, limits);
    if (governor?.frame === "get" && !supplier) supplier = counterparty(doc, clause, figure);
  }
  const status = findStatus(doc, figure, clause, governor, trade !== null);
  return {
    supplier: toRole(doc, supplier),
    recipient: toRole(doc, recipient),
    via: toRole(doc, via),
    status,
    after: -1,
  };
}

function isGoodsFigure({kind}: Found): boolean {
  return (
    kind === "money" ||
    kind === "count" ||
    kind === "mass" ||
    kind === "volume" ||
    kind === "rate" ||
    kind === "energy"
  );
}

function toRole(doc: Doc, party: Party | string | null): Role | null {
  if (party === null) return null;
  if (typeof party === "string") return {text: party, basis: "inferred"};
  const text = doc.text
    .slice(doc.start[party.from], doc.end[party.to - 1])
    .replace(/\s+/g, " ")
    .replace(/["“”]/g, "");
  return text ? {text, basis: "stated"} : null;
}

// The verb of giving or getting that governs the figure: the nearest before it, else the first after it.
function findGovernor(doc: Doc, figure: Found, {from, to}: Clause): Governor | null {
  for (let k = figure.from - 1; k >= from; k--) {
    const governor = governorAt(doc, k, from);
    if (governor) return governor;
  }
  for (let k = figure.to; k < Math.min(to, figure.to + 14); k++) {
    const governor = governorAt(doc, k, from);
    const relative = governor !== null && hasRelative(doc, figure.to, governor.at);
    if (governor && (governor.passive || governor.frame === "move" || relative)) return governor;
    if (doc.lexeme[k]?.verb?.frame === "say") return null;
  }
  return null;
}

// "17 shipments that a Breda company had tried to send"
function hasRelative({word}: Doc, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (word[k] === "that" || word[k] === "which") return true;
  return false;
}

const be = /^(?:is|are|was|were|been|be|being|got|gets)$/;

function governorAt(doc: Doc, k: number, from: number): Governor | null {
  const {lexeme, word, type, glued} = doc;
  if (type[k] !== WORD) return null;
  const verb = lexeme[k]?.verb;
  if (!verb || verb.frame === "say" || (isName(doc, k) && k !== from)) return null;
  if (glued[k] && word[k - 1] === "-") return null;
  const before = word[k - 1] ?? "";
  // "the order", "supplies of", "an offer": nouns that are spelt like verbs.
  const noun =
    lexeme[k - 1]?.function === "determiner" ||
    /^(?:of|new|first|last|annual|monthly|total|more|further|its|their|his|her)$/.test(before);
  if (noun && verb.tense !== "participle" && verb.tense !== "past") return null;
  if (
    noun &&
    (verb.tense === "past" || verb.tense === "participle") &&
    lexeme[k - 1]?.function === "determiner" &&
    !/^(?:that|which|who)$/.test(before)
  )
    return null;
  if (word[k + 1] === "of" && verb.tense !== "gerund" && (verb.tense === "base" || verb.tense === "third"))
    return null;
  if (
    verb.tense === "base" &&
    !/^(?:to|will|would|could|can|may|might|should|must|not|shall|did|do|does|and|they|we|who|which|that|also|secretly|companies|firms|countries)$/.test(
      before,
    ) &&
    !(lexeme[k - 1]?.function === "adverb") &&
    !isPluralNoun(word[k - 1])
  )
    return null;
  // "Cobalt exports from Congo were", "orders fell": the noun, not the verb.
  if (
    (outward.test(word[k]) || inward.test(word[k])) &&
    verb.tense === "third" &&
    (lexeme[k + 1]?.function === "auxiliary" ||
      lexeme[k + 1]?.function === "preposition" ||
      lexeme[k + 1]?.changeBefore ||
      lexeme[k + 1]?.verb)
  )
    return null;
  if (verb.tense === "third" && lexeme[k - 1] && lexeme[k - 1]?.function === "preposition") return null;
  if (
    /^(?:go|goes|went|going|take|takes|took|taken|taking|get|gets|got|getting|come|comes|came|give|gives|gave|given|giving|pass|land|move|moves|moved|book|hand|source|fly|collect|lend|grant|offer|offers|offered|release|released|pump|accept|secure|secured)$/.test(
      word[k],
    ) &&
    !isStrongUse(doc, k)
  )
    return null;
  let passive = false;
  if (verb.tense === "participle" || verb.tense === "past") {
    for (let b = k - 1; b >= Math.max(from, k - 4); b--) {
      if (be.test(word[b])) {
        passive = true;
        break;
      }
      if (
        lexeme[b]?.function !== "adverb" &&
        lexeme[b]?.function !== "auxiliary" &&
        !word[b].endsWith("ly") &&
        word[b] !== "not"
      )
        break;
    }
    // "rifles sent to Russia", "Sent in 63 shipments": a participle with no auxiliary and no subject before it.
    if (
      !passive &&
      (k === from ||
        (type[k - 1] === MARK &&
          word[k - 1] !== "," &&
          word[k - 1] !== "”" &&
          word[k - 1] !== ")" &&
          word[k - 1] !== "—" &&
          word[k - 1] !== "–"))
    )
      passive = true;
    if (
      !passive &&
      /^(?:by|to|from|via|through|in)$/.test(word[k + 1] ?? "") &&
      verb.frame !== "move" &&
      !lexeme[k - 1]?.function &&
      type[k - 1] === WORD &&
      !isFiniteContext(doc, k)
    )
      passive = true;
  }
  return {at: k, frame: verb.frame, passive, status: verb.status};
}

function isPluralNoun(w: string | undefined): boolean {
  return w !== undefined && w.length > 3 && w.endsWith("s");
}

function isStrongUse(doc: Doc, k: number): boolean {
  const {word} = doc;
  // "had given Ukraine €41 million"
  if (
    /^(?:gi[vf]|gave|grant|lend|offer|hand|tak)/.test(word[k]) &&
    partyAt(doc, k + 1, Math.min(doc.count, k + 7))?.named
  )
    return true;
  for (let j = k + 1; j < Math.min(doc.count, k + 8); j++)
    if (/^(?:to|from|via|through)$/.test(word[j]) && partyAt(doc, j + 1, Math.min(doc.count, j + 8))?.named)
      return true;
  return word[k + 1] === "delivery";
}

// "Haucore sold to X" has a name as subject; "lasers sold to X" has goods.
function isFiniteContext(doc: Doc, k: number): boolean {
  const party = partyBefore(doc, k, Math.max(0, k - 8));
  return party !== null;
}

function isRecipientSubject(doc: Doc, at: number, figure: Found): boolean {
  return (
    /^(?:given|sold|sent|supplied|offered|awarded|granted|promised|lent|handed|provided)$/.test(
      doc.word[at],
    ) &&
    figure.from - at <= 4 &&
    doc.word[at + 1] !== "to"
  );
}

function isIndirect({word, type}: Doc, party: Party, figure: Found): boolean {
  if (party.to === figure.from) return true;
  for (let k = party.to; k < figure.from; k++) {
    if (word[k] === "with") return true;
    if (type[k] === BREAK) return false;
  }
  return figure.from - party.to <= 1;
}

function isVerbGap({lexeme}: Doc, a: number, b: number): boolean {
  for (let k = a + 1; k < b; k++) if (lexeme[k]?.verb) return true;
  return false;
}

// "received an order from Kolvex", "an order by Peru": who orders receives.
function orderFrom(doc: Doc, from: number, to: number): Party | null {
  const {word} = doc;
  for (let k = from; k < to; k++) {
    if (
      !/^(?:order|orders|contract|request)$/.test(word[k]) ||
      !/^(?:an|a|the|new|received|won|secured|got|its|first)$/.test(word[k - 1] ?? "")
    )
      continue;
    for (let j = k + 1; j < Math.min(to, k + 9); j++)
      if (word[j] === "from" || word[j] === "by") {
        const party = partyAt(doc, j + 1, to);
        if (party) return party;
      }
  }
  return null;
}

// "won a $4m order from Poland", "placed an order with Sandvarg for 12 howitzers"
function placedOrder(
  doc: Doc,
  {from, to}: Clause,
  subjects: Subjects,
): {supplier: Party | null; recipient: Party | null} | null {
  const {word} = doc;
  for (let k = from; k < to; k++) {
    if (!/^(?:won|wins|received|secured|landed|clinched|placed|places)$/.test(word[k])) continue;
    for (let j = k + 1; j < Math.min(to, k + 10); j++) {
      if (!/^(?:order|orders|contract|contracts)$/.test(word[j])) continue;
      const link = word[j + 1];
      if (link !== "from" && link !== "with") continue;
      const other = partyAt(doc, j + 2, to);
      const subject = subjects.of(k, from);
      if (!other || !subject) return null;
      return link === "from" && !word[k].startsWith("place")
        ? {supplier: subject, recipient: other}
        : {supplier: other, recipient: subject};
    }
  }
  return null;
}

interface Trade {
  supplier: Party | string | null;
  recipient: Party | string | null;
}

const outward =
  /^(?:exports?|sales?|supplies|deliveries|shipments?|supply|delivery|donations?|re-exports?|transfers?)$/;
const inward = /^(?:imports?|purchases?|orders?|buying|procurement|intake)$/;

// "Dutch exports of tulips to Norway", "Armenia's imports from Italy", "sales by Hanwha"
function findTrade(doc: Doc, figure: Found, {from, to}: Clause, subjects: Subjects): Trade | null {
  const {word, lexeme} = doc;
  for (let k = Math.min(to, figure.to + 12) - 1; k >= from; k--) {
    const out = outward.test(word[k]);
    if (!out && !inward.test(word[k])) continue;
    if (k >= figure.from && k < figure.to && figure.nounFrom < 0) continue;
    if (lexeme[k]?.verb && lexeme[k - 1]?.function === "auxiliary") continue;
    const owner =
      ownerBefore(doc, k, from) ??
      (/^(?:its|their)$/.test(word[k - 1] ?? "") ? subjects.antecedent(from) : announcer(doc, k, from));
    const agent = word[k + 1] === "by" ? partyAt(doc, k + 2, to) : null;
    const party = agent ?? owner;
    if (!party && !/^(?:of|to|from|by)$/.test(word[k + 1] ?? "")) continue;
    return out ? {supplier: party, recipient: null} : {supplier: null, recipient: party};
  }
  return null;
}

// "the authority announced the purchase of": whoever announces it does it.
function announcer(doc: Doc, k: number, from: number): Party | null {
  if (doc.word[k - 1] !== "the" && doc.word[k - 1] !== "a") return null;
  return /^(?:announced|confirmed|completed|approved|reported)$/.test(doc.word[k - 2] ?? "")
    ? partyBefore(doc, k - 2, from)
    : null;
}

function ownerBefore(doc: Doc, k: number, from: number): Party | string | null {
  const {word} = doc;
  for (let b = k - 1; b >= Math.max(from, k - 6); b--) {
    const place = matchForward(doc, b, doc.vocab.places);
    if (place && place.to <= k && place.value.role === "demonym" && isName(doc, b)) {
      // "Chinese companies' exports" names the companies; "Chinese exports" the country.
      return doc.lexeme[place.to]?.party && place.to < k ? partyAt(doc, b, k) : place.value.country;
    }
    if (word[b].endsWith("'s") || (word[b] === "s" && word[b - 1] === "'") || word[b + 1] === "'") {
      const party = partyBefore(doc, b + 1, from);
      if (party) return stripPossessive(doc, party);
    }
    if (doc.type[b] !== WORD || doc.lexeme[b]?.function === "preposition") return null;
  }
  return null;
}

function stripPossessive(doc: Doc, party: Party): Party | string {
  return doc.text.slice(doc.start[party.from], doc.end[party.to - 1]).replace(/['’]s?$/, "");
}

interface Limits {
  left: number;
  right: number;
  /** Past the next figure: only where this one has no phrase of its own. */
  far: number;
}

function ownLimits(_doc: Doc, figure: Found, figures: readonly Found[], {from, to}: Clause): Limits {
  let left = from;
  let right = to;
  for (const other of figures) {
    if (other === figure) continue;
    if (other.from >= figure.to && other.from < right && isGoodsFigure(other)) right = other.from;
    if (other.to <= figure.from && other.to > left && isGoodsFigure(other)) left = other.to;
  }
  return {left, right, far: to};
}

const openers: Record<string, RegExp> = {
  from: /^from$/,
  to: /^(?:to|into)$/,
  via: /^via$/,
  through: /^through$/,
};

/** The party after a preposition: to the right of the figure, else between it and the figure before, else further on. */
function prepositional(
  doc: Doc,
  which: "from" | "to" | "via" | "through",
  figure: Found,
  clause: Clause,
  {left, right, far}: Limits,
): Party | null {
  const near = searchPhrase(doc, which, figure.to, right, clause.to);
  if (near) return near;
  const before = searchPhrase(doc, which, left, figure.from, clause.to);
  if (before) return before;
  if (far > right && !hasAnyPhrase(doc, figure.to, right))
    return searchPhrase(doc, which, right, far, clause.to);
  return null;
}

function searchPhrase(
  doc: Doc,
  which: keyof typeof openers,
  from: number,
  to: number,
  limit: number,
): Party | null {
  for (let k = from; k < to; k++) {
    if (
      !openers[which].test(doc.word[k]) &&
      !(which === "via" && doc.word[k] === "by" && doc.word[k + 1] === "way" && doc.word[k + 2] === "of")
    )
      continue;
    if (!opensParty(doc, which, k)) continue;
    const party = partyAt(doc, doc.word[k] === "by" ? k + 3 : k + 1, limit);
    if (party) return party;
  }
  return null;
}

function hasAnyPhrase(doc: Doc, from: number, to: number): boolean {
  return (["from", "to", "via", "through"] as const).some(
    (which) => searchPhrase(doc, which, from, to, to) !== null,
  );
}

function opensParty({word, lexeme, type}: Doc, which: keyof typeof openers, k: number): boolean {
  const before = word[k - 1] ?? "";
  const next = word[k + 1] ?? "";
  if (type[k + 1] === DIGITS || lexeme[k + 1]?.month) return false;
  if (which === "to") {
    if (
      /^(?:according|up|due|response|addition|compared|relation|regard|thanks|owing|prior|close|linked|related|belong|belongs|belonged|belonging|contrast|applied|amount|amounted|ties|return|back|access|relating|subject|member|aid|told|said|next|damage|threat|key|risk|answer|reaction|attributed|available|amounting)$/.test(
        before,
      )
    )
      return before === "back" || before === "aid";
    if (lexeme[k + 1]?.verb?.tense === "base") return false;
    if (next === "be" || next === "have") return false;
  }
  if (which === "from") {
    if (
      /^(?:apart|aside|far|away|different|data|figures|benefit|benefited|suffer|suffering|quote|message|report|letter|statement|retired|papers|documents|aged|years|sources)$/.test(
        before,
      )
    )
      return false;
  }
  if (which === "through" && /^(?:half|half-way|halfway|way|go|went|get|put)$/.test(before)) return false;
  return true;
}

// "does more business with Chile, where it bought": whom the business is done with.
function counterparty(doc: Doc, {from}: Clause, figure: Found): Party | null {
  const {word} = doc;
  for (let k = figure.from - 1; k > from; k--)
    if (
      word[k] === "with" &&
      /^(?:transactions|trade|business|deal|deals|contract|contracts|agreement|dealings)$/.test(
        word[k - 1] ?? "",
      )
    )
      return partyAt(doc, k + 1, figure.from);
  return null;
}

function phraseAfter(doc: Doc, preposition: string, from: number, to: number): Party | null {
  for (let k = from; k < Math.min(to, from + 16); k++)
    if (doc.word[k] === preposition && !doc.lexeme[k + 1]?.month) {
      const party = partyAt(doc, k + 1, to);
      if (party) return party;
    }
  return null;
}

// Who does the verb: to its left, through appositions; of an infinitive, whoever does the verb before.
class Subjects {
  constructor(private readonly doc: Doc) {}

  of(verb: number, floor: number): Party | null {
    const party = this.stated(verb, floor, 0);
    if (!party) return null;
    return this.isAnaphor(party) ? (this.antecedent(floor) ?? party) : party;
  }

  private stated(verb: number, floor: number, depth: number): Party | null {
    const {doc} = this;
    const {word, lexeme, type} = doc;
    if (depth > 6) return null;
    let k = verb - 1;
    while (k >= floor && this.isVerbal(k)) k--;
    if (k < floor) return null;
    if (
      word[k] === "to" ||
      word[k] === "and" ||
      word[k] === "or" ||
      word[k] === "then" ||
      (word[k] === "by" && word[verb].endsWith("ing"))
    ) {
      const earlier = this.verbBefore(k, floor);
      return earlier >= 0 ? this.stated(earlier, floor, depth + 1) : null;
    }
    if (word[k] === "which" || word[k] === "who" || word[k] === "that") {
      const end = word[k - 1] === "," ? k - 1 : k;
      return partyBefore(doc, end, floor) ?? this.pastApposition(end, floor, depth);
    }
    if (word[k] === "we" || word[k] === "us") return this.speakersHouse(floor) ?? this.antecedent(floor);
    if (/^(?:it|they|he|she)$/.test(word[k])) return this.sentenceSubject(k, floor) ?? this.antecedent(floor);
    if (type[k] === MARK && /^[,—–)-]$/.test(word[k])) return this.pastApposition(k, floor, depth);
    const party = partyBefore(doc, k + 1, floor);
    if (party) return this.widen(party, floor);
    // Something else is the subject, or a phrase stands between: "the plant in Minsk delivered".
    for (let b = k; b >= Math.max(floor, k - 8); b--) {
      if (type[b] === MARK) return null;
      if (lexeme[b]?.function === "preposition" && word[b] !== "of") {
        const further = partyBefore(doc, b, floor);
        if (further) return further;
      }
    }
    return null;
  }

  // "the maker of X in Y" keeps its own name: "a plant in Minsk" stays.
  private widen(party: Party, floor: number): Party {
    const {word} = this.doc;
    const before = party.from - 1;
    if (before > floor && (word[before] === "of" || word[before] === "in")) {
      const outer = partyBefore(this.doc, before, floor);
      if (outer && !outer.named && this.doc.lexeme[outer.to - 1]?.party) return outer;
      if (outer?.named && word[before] === "in") return outer;
    }
    return party;
  }

  private isVerbal(k: number): boolean {
    const {word, lexeme, type} = this.doc;
    if (type[k] !== WORD) return false;
    const kind = lexeme[k]?.function;
    return (
      kind === "auxiliary" ||
      kind === "adverb" ||
      word[k].endsWith("ly") ||
      word[k] === "not" ||
      word[k] === "already" ||
      word[k] === "quietly"
    );
  }

  // ", a supplier to arms makers," is passed over; ", Sandvarg Optik," is the subject itself.
  private pastApposition(close: number, floor: number, depth: number): Party | null {
    const {doc} = this;
    const {word} = doc;
    if (depth > 6) return null;
    const mark = word[close];
    const opener = mark === ")" ? "(" : mark;
    let open = close - 1;
    while (open > floor && word[open] !== opener && close - open < 30) open--;
    if (word[open] !== opener || open <= floor) return partyBefore(doc, close, floor);
    const inside = partyAt(doc, open + 1, close);
    const isPure = inside?.named && inside.to === close && isName(doc, open + 1) && inside.from === open + 1;
    const common = partyBefore(doc, open, floor);
    if (isPure && (!common || !this.isProper(common) || common.to !== open)) return inside;
    if (isPure && common && this.isProper(common) && mark === ",") return common;
    return common ?? this.pastApposition(open, floor, depth + 1);
  }

  private isProper(party: Party): boolean {
    for (let k = party.from; k < party.to; k++) {
      if (!isName(this.doc, k)) continue;
      const place = matchForward(this.doc, k, this.doc.vocab.places);
      if (place?.value.role !== "demonym") return true;
    }
    return false;
  }

  private isAnaphor(party: Party): boolean {
    if (party.named) return false;
    const {word} = this.doc;
    return (
      /^(?:the|this|that|its)$/.test(word[party.from - 1] ?? "") &&
      party.to - party.from <= 2 &&
      /^(?:company|firm|group|manufacturer|maker|importer|exporter|trader|supplier|buyer|airline|carrier|bank|retailer|operator|conglomerate|subsidiary)$/.test(
        word[party.to - 1],
      )
    );
  }

  // "the ministry said it had received": whoever the sentence began with.
  private sentenceSubject(pronoun: number, floor: number): Party | null {
    const {doc} = this;
    for (let k = floor; k < pronoun; k++) {
      const verb =
        doc.lexeme[k]?.verb?.frame === "say" ||
        /^(?:rejected|dismissed|insisted|promised|agreed|hoped)$/.test(doc.word[k]);
      if (verb) return partyBefore(doc, k, floor);
    }
    return null;
  }

  // "“We shipped 700 tonnes,” said Ada Okoro, chief executive of Brennick"
  private speakersHouse(floor: number): Party | null {
    const {doc} = this;
    const {to} = sentenceTokens(doc, sentenceOf(doc, floor));
    for (let k = floor; k < to; k++) {
      if (
        !/^(?:executive|chairman|chairwoman|chair|director|head|boss|spokesman|spokeswoman|president|founder|ceo|manager|owner|chief|minister)$/.test(
          doc.word[k],
        )
      )
        continue;
      if (doc.word[k + 1] === "of") return partyAt(doc, k + 2, to);
      const owner = partyBefore(doc, k, floor);
      if (owner && /['’]s$/.test(doc.text.slice(doc.start[owner.to - 1], doc.end[owner.to - 1])))
        return owner;
    }
    return null;
  }

  // "it", "the company": the first name of the sentence before, up to three back.
  antecedent(floor: number): Party | null {
    const {doc} = this;
    const here = sentenceOf(doc, floor);
    for (let s = here - 1; s >= Math.max(0, here - 3); s--) {
      const {from, to} = sentenceTokens(doc, s);
      const subject = partyAt(doc, from, to);
      if (subject && doc.lexeme[from]?.function === "determiner") return subject;
      for (let k = from; k < to; k++) {
        if (!isName(doc, k)) continue;
        const party = partyAt(doc, k, to);
        if (party?.named && this.isProper(party)) return party;
        if (party) k = party.to - 1;
      }
    }
    return null;
  }

  private verbBefore(k: number, floor: number): number {
    const {word, lexeme, type} = this.doc;
    for (let b = k - 1; b >= floor; b--) {
      if (type[b] !== WORD) continue;
      const known = lexeme[b];
      const verb =
        known?.verb &&
        (known.verb.tense === "past" || known.verb.tense === "third" || known.verb.tense === "participle");
      if (
        verb ||
        /^(?:signed|agreed|plans|planned|wants|wanted|intends|intended|hopes|aims|decided|won|has|have|had|is|are|was|were|will|refused|pledged|vowed|began|begun|started|expects|managed|failed|continues|continued|placed|struck)$/.test(
          word[b],
        ) ||
        (word[b].endsWith("ed") && word[b].length > 4 && !known?.function && lexeme[b + 1]?.function)
      )
        return b;
    }
    return -1;
  }
}

function findStatus(
  doc: Doc,
  figure: Found,
  {from, to}: Clause,
  governor: Governor | null,
  trade: boolean,
): Roles["status"] {
  const {word, lexeme} = doc;
  const stated = (value: Status): Roles["status"] => ({value, basis: "stated"});
  let planned = false;
  let forecast = false;
  let alleged = false;
  let contracted = false;
  let ordered = false;
  let denied = false;
  const until = governor ? Math.max(governor.at, figure.from) : figure.from;
  for (let k = from; k < Math.min(to, Math.max(until, figure.to) + 10); k++) {
    const w = word[k];
    const near = k <= until + 2;
    if (
      /^(?:denied|denies|deny|denying|dismissed|rejected|disputed|untrue|false)$/.test(w) &&
      k < figure.from
    )
      denied = true;
    else if (
      /^(?:allegedly|allege|alleged|alleges|accused|accuses|suspected|suspicion|purportedly|claim|claims)$/.test(
        w,
      )
    )
      alleged = true;
    else if (
      near &&
      /^(?:forecast|forecasts|projected|projects|predicts|predicted|expected|expects|estimates|anticipates|anticipated|expect)$/.test(
        w,
      ) &&
      (word[k + 1] === "to" || word[k + 1] === "that" || lexeme[k]?.verb)
    )
      forecast = /^(?:estimates)$/.test(w) ? forecast : true;
    else if (
      near &&
      /^(?:plans|planned|intends|intend|aims|wants|hopes|seeks|pledged|promised|pledges|promises|vowed|proposes|proposed|considering)$/.test(
        w,
      )
    )
      planned = true;
    else if (near && (w === "will" || w === "would") && k < figure.from) planned = true;
    else if (/^(?:planned|proposed)$/.test(w) && /^(?:is|are|was)$/.test(word[k - 1] ?? "")) planned = true;
    else if (
      w === "forecast" &&
      /^(?:is|are|was|were|ministry|agency|office|bank|department|analysts)$/.test(word[k - 1] ?? "")
    )
      forecast = true;
    else if (w === "should" && k < figure.from) forecast = true;
    else if (
      /^(?:contract|contracts|contracted|deal|agreement)$/.test(w) &&
      k <= figure.to + 8 &&
      (/^(?:a|the|signed|won|awarded|under|new|supply|worth|contracts|of)$/.test(word[k - 1] ?? "") ||
        word[k - 1]?.startsWith("$") ||
        w === "contracted")
    )
      contracted =
        contracted ||
        /^(?:signed|signs|sign|won|wins|awarded|secured|inked|struck|under|agreed|has|with|contracted|concluded|clinched|landed|a|the)$/.test(
          word[k - 1] ?? "",
        ) ||
        hasSigned(doc, from, k);
    else if (
      /^(?:ordered|orders|order)$/.test(w) &&
      k <= figure.to + 6 &&
      !(w === "orders" && word[k - 1] === "in")
    )
      ordered = true;
  }
  if (governor && isNegated(doc, governor.at, from)) return stated("denied");
  if (word[figure.from - 1] === "no" || word[figure.from] === "no") return stated("denied");
  if (denied) return stated("denied");
  if (alleged) return stated("alleged");
  if (forecast) return stated("forecast");
  if (governor?.status === "ordered") return stated("ordered");
  if (contracted) return stated("contracted");
  if (ordered && governor?.frame !== "move") return stated("ordered");
  if (planned) return stated("planned");
  if (governor) {
    const before = word[governor.at - 1] ?? "";
    if (
      before === "to" &&
      /^(?:plans|agreed|wants|intends|aims|hopes|is|are|due|set|ready|willing|decided)$/.test(
        word[governor.at - 2] ?? "",
      )
    )
      return stated("planned");
    if (/^(?:pledge|promise|offer)/.test(lexeme[governor.at]?.verb?.lemma ?? "")) return stated("planned");
    return governor.status ? stated(governor.status) : null;
  }
  return trade ? {value: "delivered", basis: "inferred"} : null;
}

function hasSigned({word}: Doc, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (/^(?:signed|signs|sign|signing|won|awarded|secured|inked|concluded|clinched)$/.test(word[k]))
      return true;
  return false;
}

function isNegated({word}: Doc, at: number, from: number): boolean {
  for (let k = at - 1; k >= Math.max(from, at - 4); k--)
    if (
      /^(?:not|never|didn't|hasn't|haven't|wasn't|weren't|doesn't|don't|isn't|aren't|without)$/.test(word[k])
    )
      return true;
  return false;
}

// A fragment, or a sentence that names nobody, goes on about what was said before.
function complete(
  doc: Doc,
  figure: Found,
  own: Roles,
  figures: readonly Found[],
  done: readonly Roles[],
  n: number,
): Roles {
  if (figure.kind === "age" || figure.kind === "duration") return own;
  if (own.supplier || own.recipient) {
    const mate = sameSentence(doc, figure, figures, done, n);
    if (mate && isElliptic(doc, figure, figures[n - 1])) return fill(own, mate, n - 1);
    return own;
  }
  const mate = sameSentence(doc, figure, figures, done, n);
  if (
    mate &&
    (isElliptic(doc, figure, figures[n - 1]) || figure.kind === "multiple" || figure.kind === "percent")
  )
    return fill(own, mate, n - 1);
  if (!own.status && !isDefinite(doc, figure)) return own;
  const here = sentenceOf(doc, figure.from);
  for (let m = n - 1; m >= 0; m--) {
    const roles = done[m];
    const back = here - sentenceOf(doc, figures[m].from);
    if (back > 60) break;
    if (roles.supplier && roles.recipient && (back <= 2 || isDefinite(doc, figure)))
      return fill(own, roles, m);
  }
  return own;
}

function sameSentence(
  doc: Doc,
  figure: Found,
  figures: readonly Found[],
  done: readonly Roles[],
  n: number,
): Roles | null {
  const before = figures[n - 1];
  return before && sentenceOf(doc, before.from) === sentenceOf(doc, figure.from) ? done[n - 1] : null;
}

// "200 units worth 114,000 yuan", "by 69% to more than $225 million": one thing, measured twice.
function isElliptic({word, lexeme}: Doc, figure: Found, before: Found | undefined): boolean {
  if (!before || figure.from - before.to > 16) return false;
  for (let k = before.to; k < figure.from; k++) {
    if (lexeme[k]?.verb && lexeme[k]?.verb?.frame !== "say") return false;
    if (word[k] === "from" || word[k] === "via") return false;
  }
  return true;
}

// "The machines were shipped in 63 batches", "Sent in 63 shipments": the article is still on the same goods.
function isDefinite(doc: Doc, figure: Found): boolean {
  const {from} = sentenceTokens(doc, sentenceOf(doc, figure.from));
  const first = doc.word[from];
  const verb = doc.lexeme[from]?.verb;
  if (verb && (verb.tense === "past" || verb.tense === "participle")) return true;
  return (
    (first === "the" || first === "these" || first === "those" || first === "they") && figure.kind === "count"
  );
}

function fill(own: Roles, from: Roles, after: number): Roles {
  const inferred = (role: Role | null): Role | null => role && {...role, basis: "inferred"};
  return {
    supplier: own.supplier ?? inferred(from.supplier),
    recipient: own.recipient ?? inferred(from.recipient),
    via: own.via,
    status: own.status ?? (from.status && {...from.status, basis: "inferred"}),
    after,
  };
}

export {none as noRoles};
