import type {Doc} from "../../document.js";
import type {Chunk} from "../../syntax/Sentence.js";
import type {Lexicon} from "../../syntax/wordForms.js";
import {type Place, UNIT} from "../../vocab.js";
import type {Focus} from "../Focus.js";
import type {Passage} from "../Passage.js";
import type {Parties, PartyKind} from "../parties.js";
import {type NameRun, NameRuns} from "./nameRuns.js";
import {bodies, firms, isOne, isUnits, wordsOf} from "./naming.js";
import {aloneOf, chunkOver, headOf, isParted, kindOfName, namedBeside, nounText} from "./phrases.js";
import {callingClasses} from "./wordClasses.js";

export type Kind = PartyKind | "thing";
export type Form = "name" | "noun" | "pronoun" | "adjective" | "part";

/** Forms and kinds as numbers. */
export const forms: Record<Form, number> = {name: 1, noun: 2, pronoun: 3, adjective: 4, part: 5};
export const kinds: Record<Kind, number> = {person: 1, people: 2, body: 3, place: 4, name: 5, thing: 6};

/** A place in a sentence where somebody or something is spoken of. */
export interface Spoken {
  passage: Passage;
  /** The words; its head is where the mention hangs in the tree. */
  chunk: Chunk;
  form: Form;
  /** Which of the article's cast it is. */
  who: number;
}

/** Somebody or something that an article speaks of, however it is worded. */
export interface Member {
  /** The fullest wording: a name goes before a noun. */
  text: string;
  isNamed: boolean;
  words: readonly string[];
  kind: Kind;
  country: string | null;
  plural: boolean;
  /** Where it is spoken of, in the article's order, and where by name. */
  spoken: Spoken[];
  names: Spoken[];
  /** The nouns that it is called by: "maker", "firm". */
  nouns: Set<string>;
  /** Those who are joined: "Germany and Canada". */
  joined: readonly number[] | null;
}

// What begins to tell more of a noun.
const behindNoun = /\s(?:of|for|with|from|in|at|by|on|to|about|near)\s/i;
// So many of those that share a word with a name are compared with it.
const latest = 8;

/** Who and what is spoken of in an article, each once. */
export class Cast {
  readonly members: Member[] = [];
  readonly #doc: Doc;
  readonly #parties: Parties;
  readonly #focus: Focus;
  readonly #byWord = new Map<string, number[]>();
  readonly #byNoun = new Map<string, number[]>();
  readonly #byText = new Map<string, number>();
  readonly #byChunk = new Map<Chunk, number>();
  readonly #bySentence = new Map<number, Spoken[]>();
  #recent: number[] = [];

  constructor(doc: Doc, parties: Parties, focus: Focus, lexicon: Lexicon, passages: readonly Passage[]) {
    this.#doc = doc;
    this.#parties = parties;
    this.#focus = focus;
    const runs = new NameRuns(doc.vocab, (word) => lexicon.has(word), passages);
    for (const passage of passages) this.#add(passage, runs.in(passage));
  }

  /** Returns who is spoken of in the sentence of that number. */
  in(sentence: number): readonly Spoken[] {
    return this.#bySentence.get(sentence) ?? [];
  }

  /**
   * Returns whom a wording names, or -1: by as many of its last words as name
   * somebody, of "spokesperson for the airline" by those of the spokesperson, or
   * as the country that is meant by an adjective.
   */
  find(text: string): number {
    const words = wordsOf(text);
    const own = wordsOf(text.split(behindNoun, 1)[0]);
    for (const some of [words, own])
      for (let from = 0; from < own.length; from++) {
        const who = this.#byText.get(some.slice(from).join(" "));
        if (who !== undefined) return who;
      }
    const country = this.#placeOf(text)?.country;
    return (country ? this.#byWord.get(`@${country}`)?.at(-1) : undefined) ?? -1;
  }

  /** Returns a mention's own words. */
  textOf({passage, chunk}: Spoken): string {
    return passage
      .text(this.#doc.text, chunk.from, chunk.to)
      .replace(/^(?:(?:Mr|Mrs|Ms|Dr|Miss|Sir|Coun)\.?|the|an?) /i, "")
      .replace(/["“”]/g, "")
      .replace(/['’]s?$/, "");
  }

  #add(passage: Passage, runs: readonly NameRun[]): void {
    const found: Spoken[] = [];
    const {tokens} = passage;
    const speak = (chunk: Chunk, form: Form, who: number) => {
      const spoken = {passage, chunk, form, who};
      this.members[who].spoken.push(spoken);
      if (form === "name") this.members[who].names.push(spoken);
      found.push(spoken);
    };
    const chunks = passage.sentence.chunks.filter(({kind}) => kind === "noun");
    const named = new Set<number>();
    const runOf = new Map<number, NameRun>();
    for (const run of runs) for (let i = run.from; i < run.to; i++) runOf.set(i, run);
    const whoOfRun = new Map<NameRun, number>();
    for (const run of runs) {
      const head = headOf(passage, run);
      const text = passage.text(this.#doc.text, run.from, run.to);
      const place = this.#placeOf(text);
      const outer = chunkOver(chunks, head);
      const isPart =
        outer !== null &&
        outer.head >= run.to &&
        tokens[outer.head].pos === "NOUN" &&
        tokens[run.to]?.tag !== "POS" &&
        !isParted(passage, run, outer.head);
      if (place?.role === "demonym" && run.to - run.from === 1 && !isPart && outer === null) continue;
      const kind = place ? "place" : kindOfName(this.#doc.vocab, passage, run, outer);
      const who = this.#named(text, kind, place);
      whoOfRun.set(run, who);
      const chunk: Chunk = {from: run.from, to: run.to, head, kind: "noun", number: null, mention: null};
      const isAdjective = isPart ? place !== null : place?.role === "demonym" && tokens[head].pos === "ADJ";
      const form: Form = isAdjective ? "adjective" : isPart ? "part" : "name";
      speak(chunk, form, who);
      if (form === "name") {
        this.#recent.push(who);
        const own = passage.chunk(head);
        if (own) this.#byChunk.set(own, who);
        named.add(head);
        // "pump maker Ondal": what it is called before its name.
        const before = tokens[run.from - 1];
        if (before?.pos === "NOUN" && outer && outer.from < run.from && outer.number === null)
          this.#call(who, before.lemma.toLowerCase());
      }
    }
    for (const chunk of chunks) {
      const {pos} = tokens[chunk.head];
      if (pos === "PRON" || pos === "DET" || named.has(chunk.head) || runOf.has(chunk.head)) {
        const run = runOf.get(chunk.head);
        const who = run && whoOfRun.get(run);
        if (who !== undefined) this.#byChunk.set(chunk, who);
        continue;
      }
      const who = this.#noun(passage, chunk, runOf, whoOfRun);
      if (who < 0) continue;
      this.#byChunk.set(chunk, who);
      speak(chunk, "noun", who);
      if (this.members[who].kind !== "thing") this.#recent.push(who);
    }
    for (const chunk of chunks) {
      const {pos} = tokens[chunk.head];
      if (pos === "PRON" || pos === "DET") this.#addPronoun(passage, chunk, speak);
    }
    tokens.forEach(({tag}, i) => {
      if (tag === "PRP$") this.#addPronoun(passage, aloneOf(i), speak);
    });
    this.#join(passage, found, speak);
    this.#recent = this.#recent.slice(-40);
    this.#bySentence.set(passage.number, found);
  }

  // "Germany and Canada"
  #join(
    passage: Passage,
    found: readonly Spoken[],
    speak: (chunk: Chunk, form: Form, who: number) => void,
  ): void {
    const {tree, tokens} = passage;
    const byHead = new Map<number, Spoken>();
    for (const one of found) if (one.form === "name" || one.form === "noun") byHead.set(one.chunk.head, one);
    for (const one of [...found]) {
      if (byHead.get(one.chunk.head) !== one || this.members[one.who].kind === "thing") continue;
      const others = tree
        .dependents(one.chunk.head)
        .filter((d) => d > one.chunk.head && tree.is(d, "conj"))
        .map((d) => byHead.get(d));
      if (
        others.length === 0 ||
        others.length > 3 ||
        others.some((other) => !other || this.members[other.who].kind === "thing")
      )
        continue;
      const last = others[others.length - 1]!;
      if (
        !/^(and|&)$/.test(tokens[last.chunk.from - 1]?.form ?? "") &&
        !/^(and|&)$/.test(tokens[last.chunk.from - 2]?.form ?? "")
      )
        continue;
      const whos = [one.who, ...others.map((other) => other!.who)];
      const text = passage.text(this.#doc.text, one.chunk.from, last.chunk.to).replace(/^(the|an?) /i, "");
      if (text.length > 90) continue;
      const words = wordsOf(text);
      const known = this.#byText.get(words.join(" "));
      const who =
        known ?? this.#create(text, this.members[one.who].isNamed, this.members[one.who].kind, null, true);
      this.members[who].joined = whos;
      speak({...one.chunk, to: last.chunk.to}, one.form, who);
    }
  }

  #addPronoun(passage: Passage, chunk: Chunk, speak: (chunk: Chunk, form: Form, who: number) => void): void {
    const meant = this.#focus.antecedentOf({passage, chunk});
    const who = meant && meant.chunk !== chunk ? this.#byChunk.get(meant.chunk) : undefined;
    if (who !== undefined) speak(chunk, "pronoun", who);
  }

  #noun(passage: Passage, chunk: Chunk, runOf: Map<number, NameRun>, whoOfRun: Map<NameRun, number>): number {
    const {tokens} = passage;
    const token = tokens[chunk.head];
    if (!/^(NOUN|ADJ|X|PROPN)$/.test(token.pos)) return -1;
    const noun = token.lemma.toLowerCase();
    if (this.#isTime(noun)) return -1;
    const plain = {...chunk, number: null};
    const told = this.#parties.kindOf(passage, plain) ?? "thing";
    // "by lorry": what is written small is no name, whatever it was taken for.
    const small = told === "name" && /^\p{Ll}/u.test(token.form) ? "thing" : told;
    const kind: Kind = small === "thing" && bodies.has(noun) ? "body" : small;
    if (token.pos !== "NOUN" && kind === "thing" && !/^the$/i.test(tokens[chunk.from].form)) return -1;
    const isCounted = tokens.slice(chunk.from, chunk.head).some(({pos}) => pos === "NUM");
    if (isCounted && (kind === "thing" || isUnits(noun) || this.#isUnit(noun))) return -1;
    const text = nounText(this.#doc.text, passage, chunk);
    if (!text) return -1;
    if (kind !== "thing") {
      // "Hanbit, a maker of lathes": the noun may stand for the name later.
      const known = namedBeside(passage, chunk, runOf, whoOfRun, (who) => this.members[who].kind === "place");
      if (known >= 0) {
        this.#call(known, noun);
        return known;
      }
    }
    const who = this.#described(text, noun, kind, passage, chunk);
    this.#call(who, noun);
    this.members[who].country ??= this.#parties.originOf(passage, chunk)?.country ?? null;
    return who;
  }

  #isUnit(noun: string): boolean {
    return ((this.#doc.vocab.words.get(noun)?.starts ?? 0) & UNIT) !== 0;
  }

  #isTime(lemma: string): boolean {
    const {calendarNouns, timeNouns} = this.#doc.vocab.lists;
    return calendarNouns.has(lemma) || timeNouns.has(lemma);
  }

  #call(who: number, noun: string): void {
    push(this.#byNoun, noun, who);
    this.members[who].nouns.add(noun);
  }

  #named(text: string, kind: Kind, place: Place | null): number {
    const plain = text.replace(/^(Mr|Mrs|Ms|Dr|Miss|Sir|Coun)\.? /, "");
    const words = wordsOf(plain);
    const country = place && place.role !== "place" ? place.country : null;
    const key = country ? `@${country}` : null;
    const near = key
      ? (this.#byWord.get(key) ?? [])
      : words.length > 0
        ? [...(this.#byWord.get(words[0]) ?? []), ...(this.#byWord.get(words[words.length - 1]) ?? [])]
        : [];
    let who = -1;
    for (let n = near.length - 1; n >= 0 && who < 0; n--)
      if (key || isOne(this.members[near[n]], words, kind)) who = near[n];
    if (who < 0 && /^\p{Lu}{2,6}$/u.test(plain))
      who = (this.#byWord.get(`=${plain.toLowerCase()}`) ?? []).at(-1) ?? -1;
    if (who < 0) who = this.#create(plain, true, kind, country, false);
    const member = this.members[who];
    const isFuller = place ? text === country : words.length > member.words.length;
    if (isFuller) {
      member.text = plain;
      member.words = words;
    }
    if (kind === "body" && member.kind === "name") member.kind = "body";
    if (kind === "person" && member.kind === "name") member.kind = "person";
    this.#byText.set(words.join(" "), who);
    if (key) push(this.#byWord, key, who);
    for (const word of new Set(words)) {
      push(this.#byWord, word, who);
      if (kind !== "place") push(this.#byNoun, word, who);
    }
    const initials = words.map((word) => word[0]).join("");
    if (words.length > 1) push(this.#byWord, `=${initials}`, who);
    return who;
  }

  #described(text: string, noun: string, kind: Kind, passage: Passage, chunk: Chunk): number {
    const words = wordsOf(text);
    const {tokens} = passage;
    const plural = tokens[chunk.head].tag === "NNS";
    const isDefinite =
      /^(the|that|this|these|those|same)$/i.test(tokens[chunk.from].form) ||
      tokens[chunk.from].tag === "PRP$";
    const known = (this.#byNoun.get(noun) ?? []).slice().reverse();
    const same = this.#byText.get(words.join(" "));
    if (same !== undefined && (!this.members[same].isNamed || isDefinite)) return same;
    if (isDefinite && kind !== "thing") {
      const own = words
        .slice(0, -1)
        .filter((word) => !/^(same|whole|entire|new|former|own|whose|local|young|big)$/.test(word));
      for (const who of known) {
        const member = this.members[who];
        if (member.kind === "place" || (!member.isNamed && member.plural !== plural)) continue;
        // "the Norwegian navy" is no Danish one.
        if (
          own.every(
            (word) => member.words.includes(word) || member.text.toLowerCase().startsWith(word.slice(0, 5)),
          )
        )
          return who;
      }
      if (!plural && own.length === 0) {
        const who = this.#meant(noun);
        if (who >= 0) return who;
      }
    } else if (isDefinite) {
      // "the terminal", where Terminal Albor was named
      if (words.length === 1) {
        const named = known.find(
          (who) => this.members[who].isNamed && this.members[who].words.includes(noun),
        );
        if (named !== undefined) return named;
      }
      for (const who of known)
        if (
          this.members[who].kind === "thing" &&
          this.members[who].words.at(-1) === words.at(-1) &&
          words.length === 1
        )
          return who;
    }
    const who = this.#create(text, false, kind, null, plural);
    this.#byText.set(words.join(" "), who);
    return who;
  }

  // "the company", where none was called so: who was named last and may be one.
  #meant(noun: string): number {
    const isLand = /^(country|state|republic|kingdom|nation|capital|island)$/.test(noun);
    const isFirm = this.#doc.vocab.lists.firmNouns.has(noun) || firms.has(noun);
    if (!isLand && !isFirm) return -1;
    const counts = new Map<number, number>();
    let best = -1;
    let most = 0;
    const {length} = this.#recent;
    for (let n = Math.max(0, length - 12); n < length; n++) {
      const who = this.#recent[n];
      const {kind, isNamed, nouns, words} = this.members[who];
      if (!isLand && isOther(noun, [...nouns, ...words])) continue;
      const fits = isLand ? kind === "place" : kind === "body" || kind === "name";
      if (
        !fits ||
        (!isLand &&
          !isNamed &&
          nouns.size > 0 &&
          ![...nouns].some((other) => this.#doc.vocab.lists.firmNouns.has(other) || firms.has(other)))
      )
        continue;
      const score = (counts.get(who) ?? 0) + 1 + (n - length + 12) / 12;
      counts.set(who, score);
      if (score > most) [best, most] = [who, score];
    }
    return best;
  }

  #placeOf(text: string): Place | null {
    let node = this.#doc.vocab.places;
    for (const word of text
      .toLowerCase()
      .replace(/['’]s$/, "")
      .split(/\s+/)) {
      const next = node.next.get(word);
      if (!next) return null;
      node = next;
    }
    return node.value;
  }

  #create(text: string, isNamed: boolean, kind: Kind, country: string | null, plural: boolean): number {
    const words = wordsOf(text);
    this.members.push({
      text,
      isNamed,
      words,
      kind,
      country,
      plural,
      spoken: [],
      names: [],
      nouns: new Set(),
      joined: null,
    });
    const who = this.members.length - 1;
    this.#byText.set(words.join(" "), who);
    return who;
  }
}

// A union is no terminal, a ministry no maker: what tells another calling is not meant.
function isOther(noun: string, called: readonly string[]): boolean {
  const calling = callingClasses.get(noun);
  if (!calling) return false;
  const others = called.flatMap((word) => callingClasses.get(word) ?? []);
  return others.length > 0 && !others.includes(calling);
}

function push(map: Map<string, number[]>, key: string, who: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [who]);
  else if (list[list.length - 1] !== who) {
    const at = list.indexOf(who);
    if (at >= 0) list.splice(at, 1);
    list.push(who);
    if (list.length > latest) list.shift();
  }
}
