import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import {isPlural} from "../nounPhrase.js";
import {prepositionOf} from "../syntax/clauses.js";
import type {Chunk, Clause} from "../syntax/Sentence.js";
import {UNIT} from "../vocab.js";
import {contentsOf, type Event} from "./events.js";
import type {Passage} from "./Passage.js";
import {beforeChange, behindOf} from "./thingBeside.js";
import {complementEnd, type Range, tokenEnd, tokensOf} from "./thingWords.js";

/** What a figure is a quantity of: tokens [from, to). */
export interface Thing {
  from: number;
  to: number;
  basis: "stated" | "inferred";
  /** The earlier figure, by its place in the list, whose thing it is. */
  after?: number | undefined;
}

/** A figure with where it stands in its sentence's tree, as a thing is asked of it. */
export interface Placed {
  figure: Found;
  passage: Passage | null;
  root: number;
  event: Event | null;
}

// Verbs whose subject is what their number measures.
const measuring = new Set(
  `rise fall grow shrink reach hit climb drop slip exceed total slump top increase decrease decline jump soar surge plunge
  tumble sink dip edge ease swell widen narrow double triple treble quadruple halve amount come stand be average cost equal number remain stay
  run go slow rebound recover slide plummet leap shoot rocket dwindle last take measure weigh represent account touch advance gain lose
  return trade fetch start open close contract expand strengthen weaken improve`.split(/\s+/),
);
const putting = new Set(
  "put value estimate price reckon set keep raise lift cut reduce increase lower push bring trim boost take drive double triple halve slash hike".split(
    " ",
  ),
);
const spending = new Set(
  "pay spend invest set pour plough sink budget fork cough shell raise earmark allocate".split(" "),
);
// So many figures back somebody who goes on about a thing may have named it.
const farBack = 12;

/**
 * Returns what each figure is a quantity of, as the grammar of its sentence tells, or null. What a
 * sentence leaves open is taken from the figure before that it goes on from: "£71m, against £68m".
 */
export function thingsOf(doc: Doc, placed: readonly Placed[]): (Thing | null)[] {
  const things: (Thing | null)[] = [];
  placed.forEach((one, n) => {
    const own = ownThing(doc, one);
    const stated: Thing | null = own && {...own, basis: "stated"};
    if (one.figure.kind === "age") things.push(null);
    else if (one.figure.kind === "duration" || (own && !isVague(doc, own, one.figure))) things.push(stated);
    else things.push(earlier(doc, placed, things, n, own !== null) ?? stated);
  });
  return things;
}

function ownThing(doc: Doc, {figure, passage, root, event}: Placed): Range | null {
  const counted = countedOf(doc, passage, figure);
  if (counted || !passage || root < 0) return counted;
  const told = (chunk: Chunk | null) =>
    chunk && tokensOf(doc, passage, figure, traded(doc, passage, figure, chunk) ?? chunk);
  const noun = inside(passage, figure, root) ?? byNoun(doc, passage, figure, root);
  if (noun) return told(noun);
  const beside = behindOf(doc, passage, figure) ?? beforeChange(doc, figure);
  if (beside) return beside;
  const top = topOf(passage, root);
  const clause = passage.clauseOver(top);
  const verbal = clause && byVerb(passage, top, clause, figure);
  return told(
    verbal ??
      (event && goodsOf(passage, event)) ??
      useOf(doc, passage, figure) ??
      gapped(doc, passage, figure),
  );
}

const amounts = new Set(["money", "count", "mass", "volume", "energy"]);

// An amount of "exports of pumps" is one of pumps, of "secret sales of $40m in military aid" one of aid, and what
// "62 acres of waterfront" cost is the price of waterfront.
function traded(doc: Doc, passage: Passage, figure: Found, {head}: Chunk): Chunk | null {
  const {lemma, form} = passage.tokens[head];
  const {frames, lists, words} = doc.vocab;
  const isMeasure = lists.containers.has(form) || ((words.get(form)?.starts ?? 0) & UNIT) !== 0;
  if (!isMeasure && !(amounts.has(figure.kind) && frames.noun.has(lemma))) return null;
  const [content] = contentsOf(passage, head).filter((word) => isThing(passage, {head: word}));
  return (
    (content === undefined ? null : thingly(passage, passage.chunk(content))) ?? useOf(doc, passage, figure)
  );
}

// "12 shipments of parts for drones": what is in them.
function countedOf(doc: Doc, passage: Passage | null, figure: Found): Range | null {
  const {nounFrom, nounTo} = figure;
  if (nounFrom < 0) return null;
  const {word, vocab} = doc;
  // "100 vests and helmets"
  let end = nounTo;
  while (word[end] === "and" && isPlural(doc, end + 1)) end += 2;
  const noun = {from: nounFrom, to: tokenEnd(doc, end - 1, doc.end[end - 1])};
  const at = passage ? passage.wordAt(doc.start[nounTo - 1]) : -1;
  if (!passage || at < 0 || end > nounTo) return noun;
  const isContainer = word[nounTo] === "of" && vocab.lists.containers.has(word[nounTo - 1]);
  const [content] = isContainer ? contentsOf(passage, at) : [];
  const chunk = content === undefined ? null : passage.chunk(content);
  return (
    (chunk && tokensOf(doc, passage, figure, chunk)) ?? {
      ...noun,
      to: Math.max(noun.to, complementEnd(doc, passage, at, at + 1)),
    }
  );
}

// "one in five nursing positions"
function inside(passage: Passage, {kind}: Found, root: number): Chunk | null {
  const chunk = kind === "share" && passage.tokens[root].pos === "NOUN" ? passage.chunk(root) : null;
  return chunk && chunk.to - chunk.from > 1 ? chunk : null;
}

// The last of the nouns that are joined to the figure or stand for it.
function topOf({tokens, tree}: Passage, root: number): number {
  let at = root;
  // "a total of 80 million"
  const over = tokens[root].head;
  if (over >= 0 && /^(total|sum)$/.test(tokens[over].lemma) && tree.is(root, "nmod")) at = over;
  while (
    tokens[at].head >= 0 &&
    tree.is(at, "conj", "nummod", "compound", "flat") &&
    tokens[tokens[at].head].pos !== "VERB"
  )
    at = tokens[at].head;
  return at;
}

const isChange = (doc: Doc, {tokens}: Passage, word: number): boolean =>
  tokens[word].pos === "NOUN" && doc.lexeme[tokens[word].token]?.changeAfter != null;

// "a fall in exports", "the increase in the levy": what a change that stands at that word is one of.
function changedIn(passage: Passage, noun: number): Chunk | null {
  const {tokens} = passage;
  const at = noun + 2;
  if (!/^(?:in|of|on|for)$/.test(tokens[noun + 1]?.form ?? "")) return null;
  return subjectOf(passage, startingAt(passage, at));
}

// "a 12% fall in net profit", "a 7% pay rise": the tags of these words are the least sure.
function changeBehind(doc: Doc, passage: Passage, {to, kind}: Found): Chunk | null {
  if (kind === "count") return null;
  const {tokens} = passage;
  const first = tokens.findIndex(({token}) => token >= to);
  for (let i = first; i >= 0 && i < Math.min(tokens.length, first + mostBetween); i++) {
    const known = doc.lexeme[tokens[i].token];
    if (known?.function) return null;
    if (known?.changeAfter == null) continue;
    const within = changedIn(passage, i);
    if (within || i === first) return within;
    return {from: first, to: i, head: i - 1, kind: "noun", number: null, mention: null};
  }
  return null;
}

// So many words may stand between a figure and the change that it is one of.
const mostBetween = 4;

const startingAt = ({sentence}: Passage, at: number): Chunk | null =>
  sentence.chunks.find(({kind, from, head}) => kind === "noun" && from === at && head >= at) ?? null;

// "a loan of $5m", "a $5m loan", "bridges worth $5m", "$5m of drones", "a 5% fall in exports"
function byNoun(doc: Doc, passage: Passage, figure: Found, root: number): Chunk | null {
  const {tokens, tree} = passage;
  const [content] = contentsOf(passage, root);
  if (content !== undefined) return thingly(passage, passage.chunk(content));
  // "one in five nursing positions"
  if (figure.kind === "share" && tree.is(root, "nummod"))
    return thingly(passage, passage.chunk(tokens[root].head));
  const change = changeBehind(doc, passage, figure);
  if (change) return change;
  const {head, relation} = tokens[root];
  if (head < 0) return null;
  // "a rise in exports of 5%"
  if (relation === "nmod" && prepositionOf(tree, root) === "of") {
    const over = isChange(doc, passage, head) ? head : tokens[head].head;
    const changed = over >= 0 && isChange(doc, passage, over) ? changedIn(passage, over) : null;
    if (changed && changed.to <= root) return changed;
  }
  if (/^(compound|nmod:desc|amod)/.test(relation) && tokens[head].pos === "NOUN" && head > root)
    return thingly(passage, passage.chunk(head));
  if (tokens[head].lemma === "worth") {
    const over = tokens[head].head;
    return over < 0 ? null : thingly(passage, passage.chunk(over));
  }
  const word = prepositionOf(tree, root);
  if (
    /^nmod/.test(relation) &&
    relation !== "nmod:poss" &&
    word !== null &&
    /^(of|worth|at|to|up to)\b/.test(word) &&
    /^(NOUN)$/.test(tokens[head].pos)
  )
    return thingly(passage, passage.chunk(head));
  return null;
}

function byVerb(passage: Passage, top: number, clause: Clause, figure: Found): Chunk | null {
  const {tokens, tree} = passage;
  const {lemma} = tokens[clause.head];
  const {subject, object, verb} = clause;
  const isOwn = tokens[top].head === clause.head || top === clause.head;
  if (!isOwn) return null;
  const word = prepositionOf(tree, top);
  const at = word?.split(" ")[0] ?? null;
  const isObject = tree.is(top, "obj") || (word === null && top !== clause.head);
  // "were 9% higher"
  if (tokens[clause.head].pos === "ADJ" && word === null) return subjectOf(passage, subject);
  // "the exporters doubled the price", "exports tripled", "the cost was $5m"
  if (top === clause.head)
    return subjectOf(
      passage,
      object && tokens[top].pos === "VERB" && isThing(passage, object) ? object : subject,
    );
  if (
    /^(to|at|below|above|by|from|under|over|beyond|past|near|around|about|close)$/.test(at ?? "") &&
    object &&
    putting.has(lemma) &&
    object.head !== top &&
    !verb?.passive
  )
    return subjectOf(passage, object);
  if (
    (measuring.has(lemma) || (verb?.passive && putting.has(lemma))) &&
    // Shares that lost 3% fell; a club that lost £3m did not.
    (figure.kind === "percent" || !/^(?:gain|lose)$/.test(lemma)) &&
    subject &&
    subject.head !== top &&
    (isObject || /^(to|at|below|above|by|from|under|over|for|up|close|around)$/.test(at ?? ""))
  )
    return subjectOf(passage, subject);
  if (isObject && spending.has(lemma) && figure.kind === "money") {
    const use = clause.prepositions.find(
      ({word, chunk}) => /^(for|on|in|into|towards)$/.test(word) && isThing(passage, chunk),
    );
    return use ? thingly(passage, use.chunk) : null;
  }
  return null;
}

// A list says its verb once: "Oil rose 3% and gas 5%", "with shares off 2%".
function gapped({start, lexeme}: Doc, {tokens, sentence}: Passage, {from, kind}: Found): Chunk | null {
  if (!/^(?:percent|money|percentage_points|share)$/.test(kind)) return null;
  let at = tokens.findIndex((token) => token.end > start[from]) - 1;
  if (at > 0 && /^(?:by|to|at|off|up|down|:)$/.test(tokens[at].form)) at--;
  if (at < 0) return null;
  const known = lexeme[tokens[at].token];
  // Such a noun may be taken for a verb.
  const isNoun =
    tokens[at].pos === "NOUN" ||
    (tokens[at].pos === "VERB" && !known?.verb && !known?.changeBefore && !/ing$/.test(tokens[at].form));
  const own = sentence.chunks.find(({kind, head, to}) => kind === "noun" && head === at && to === at + 1);
  const chunk = own ?? {from: at, to: at + 1, head: at, kind: "noun" as const, number: null, mention: null};
  const before = tokens[chunk.from - 1]?.form ?? ",";
  return isNoun && /^(?:and|but|while|with|,|;|:)$/.test(before) ? chunk : null;
}

// "£180,000 for an ice house", "$23m in deposits"
function useOf({word, start}: Doc, passage: Passage, {kind, to}: Found): Chunk | null {
  if (kind !== "money" || !/^(?:for|in|on|towards)$/.test(word[to] ?? "")) return null;
  const {tokens} = passage;
  const at = passage.wordAt(start[to]) + 1;
  const chunk = startingAt(passage, at);
  return chunk && isThing(passage, chunk) && tokens[at].pos !== "PRON" ? thingly(passage, chunk) : null;
}

const isThing = ({tokens}: Passage, {head}: Pick<Chunk, "head">): boolean =>
  tokens[head].pos === "NOUN" &&
  !/^(year|month|week|day|time|january|quarter|decade|period)$/.test(tokens[head].lemma);

// "the value of exports": exports; "the number of users": users.
function subjectOf(passage: Passage, chunk: Chunk | null): Chunk | null {
  if (!chunk) return null;
  const {lemma} = passage.tokens[chunk.head];
  if (/^(number|value|amount|total|sum|volume|share|rest|majority|half|quantity)$/.test(lemma)) {
    const [content] = contentsOf(passage, chunk.head);
    const inner = content === undefined ? null : passage.chunk(content);
    if (inner) return thingly(passage, inner);
  }
  return thingly(passage, chunk);
}

function thingly({tokens}: Passage, chunk: Chunk | null): Chunk | null {
  return chunk &&
    tokens[chunk.head].pos === "NOUN" &&
    !/^(dollars?|things?|total|sum)$/.test(tokens[chunk.head].form)
    ? chunk
    : null;
}

// What is handed over, where the figure is the money for it or stands alone.
function goodsOf(passage: Passage, {clause, isPrice, isNoun, word, frame, things}: Event): Chunk | null {
  if (isNoun) return thingly(passage, passage.chunk(contentsOf(passage, word)[0] ?? -1));
  if (!clause || !isPrice || frame.object !== "goods") return null;
  const goods = clause.verb?.passive ? clause.subject : clause.object;
  return goods && !things.includes(goods.head) ? thingly(passage, goods) : null;
}

// "a combined value", "the 312 machines": no goods by themselves.
function isVague({word, vocab: {lists}}: Doc, {from, to}: Range, figure: Found): boolean {
  if (!lists.vagueNouns.has(word[to - 1])) return false;
  if (
    figure.kind === "count" &&
    lists.namedGoods.has(word[to - 1]) &&
    !lists.vagueDeterminers.has(word[figure.from - 1])
  )
    return false;
  for (let k = from; k < to - 1; k++) if (!lists.vagueAdjectives.has(word[k])) return false;
  return true;
}

// "They came to €31m", "That is 9% more"
function isOfPronoun(passage: Passage, root: number): boolean {
  const subject = root < 0 ? null : passage.clauseOver(root)?.subject;
  return subject != null && /^(?:it|they|this|that|these|those)$/i.test(passage.tokens[subject.head].form);
}

// The thing of the nearest figure before that this one goes on from: in its clause, or, of what names a part of something, somewhat further.
function earlier(
  doc: Doc,
  placed: readonly Placed[],
  things: readonly (Thing | null)[],
  n: number,
  isPart: boolean,
): Thing | null {
  const {figure, passage, root} = placed[n];
  if (!passage) return null;
  const here = sentenceOf(doc, figure.from);
  const isBefore =
    isPart || doc.vocab.lists.countPronouns.has(doc.word[figure.to - 1]) || isOfPronoun(passage, root);
  const back = isBefore ? 2 : 0;
  for (let m = n - 1; m >= 0 && n - m < farBack; m--) {
    const before = placed[m];
    if (here - sentenceOf(doc, before.figure.from) > back) return null;
    const thing = things[m];
    if (!thing || before.figure.kind === "duration" || isVague(doc, thing, before.figure)) continue;
    if (!isPart && passage === before.passage && root >= 0 && before.root >= 0) {
      const [own, other] = [passage.clauseOver(root), passage.clauseOver(before.root)];
      if (own !== other && own?.ownSubject && own.parent !== null) return null;
    }
    const {from, to} = thing;
    return {from, to, basis: "inferred", after: m};
  }
  return null;
}
