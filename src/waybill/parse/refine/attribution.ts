import type {Basis} from "../../model/figure.js";
import {contextOf} from "../contexts.js";
import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import type {Found} from "../Found.js";
import {BREAK, DIGITS, MARK} from "../scan.js";
import {findOutlet, outletAt} from "./outlet.js";
import {isName} from "./party.js";
import {findQuotations, type Quotation, quotationAt} from "./quotation.js";
import {isPronoun, openingSubject} from "./speaker.js";
import {type Attribution, attributionsIn} from "./speech.js";

/** Who says so, from the outermost voice to the innermost, joined by “ > ”. */
export interface Said {
  chain: string;
  basis: Basis;
}

// "invoices seen by this newspaper", "a study published on Thursday": how it came about is no part of what it is called.
// Who made it is: "a report published by the Audit Office".
function seenEnd(doc: Doc, from: number, to: number): number {
  const {word, lexeme, vocab} = doc;
  for (let k = from + 1; k < to - 1; k++) {
    const isTold = vocab.lists.passedOn.has(word[k]) && lexeme[k + 1]?.function === "preposition";
    if (!isTold || lexeme[k - 1]?.function) continue;
    const isMade = !/^(?:seen|obtained|reviewed)$/.test(word[k]);
    if (isMade && word.slice(k, to).includes("by")) return to;
    return k;
  }
  return to;
}

const lookBack = 8;
const documentBack = 5;

/** Finds who says each figure of a text. What a sentence is asked twice is worked out once. */
export class Speakers {
  private readonly known = new Map<number, Attribution[]>();
  private readonly named = new Map<Attribution, string | null>();
  private outletName: string | null | undefined;
  private quotes: Quotation[] | null = null;

  constructor(private readonly doc: Doc) {}

  /** Returns the chain of voices for a figure, or null if the text names none. */
  of(figure: Found): Said | null {
    const here = sentenceOf(this.doc, figure.from);
    if (isAgeOfSomebody(this.doc, figure)) return null;
    const quotation = quotationAt(this.quotations(), figure.from);
    // "“We will not sell,” Marek said to cheers from 600 dockers."
    // "two diplomats said": nobody says how many they are.
    const isTheirs = ({isDirect, at, from, to}: Attribution): boolean =>
      (!isDirect || quotation !== null || figure.to <= at) &&
      !(figure.to >= from && figure.from < to && to <= at);
    const own = this.names(pick(this.doc, this.inSentence(here).filter(isTheirs), figure));
    if (own.length > 0) return {chain: this.join(own), basis: "stated"};
    const name = quotation ? this.quoted(quotation, here) : this.carried(here);
    if (name) return {chain: this.join([name]), basis: "inferred"};
    const outlet = this.outlet();
    return outlet ? {chain: outlet, basis: "inferred"} : null;
  }

  private names(attributions: readonly Attribution[]): string[] {
    const names = attributions.map((a) => this.nameOf(a)).filter((name) => name !== null);
    return [...new Set(names)];
  }

  private join(names: string[]): string {
    const outlet = this.outlet();
    const short = outlet?.replace(/^The /, "") ?? "";
    const chain =
      outlet && !names.some((name) => name.includes(short) || outlet.includes(name))
        ? [outlet, ...names]
        : names;
    return chain.join(" > ");
  }

  // Speech that runs over sentences and paragraphs: whoever is named where it closes, else who spoke before it.
  private quoted(quotation: Quotation, here: number): string | null {
    const {doc} = this;
    const last = sentenceOf(doc, quotation.to - 1);
    for (let s = here + 1; s <= Math.min(last + 1, here + lookBack); s++) {
      // A signature may stand below the speech.
      const isBelow = s > last && !this.sameParagraph(last, s);
      if (isBelow && !/^[—–-]$/.test(doc.word[sentenceTokens(doc, s).from])) break;
      const after = this.inSentence(s).find((a) => a.at >= quotation.to && a.reach === "all");
      const name = after && this.nameOf(after);
      if (name) return name;
      if (s > last) break;
    }
    for (let s = here - 1; s >= Math.max(0, here - lookBack); s--) {
      const name = this.inSentence(s)
        .toReversed()
        .map((a) => this.nameOf(a))
        .find((n) => n !== null);
      if (name) return name;
    }
    return null;
  }

  // What is said is told on where the wording plainly goes on, of a document also where each sentence
  // goes on about the same things, over paragraphs. All else is the outlet's own.
  private carried(here: number): string | null {
    const {from} = sentenceTokens(this.doc, here);
    // "Another 120 were injured.", "Of those, 12 died.", "He would also cut 40 jobs."
    const isPlain = contextOf(this.doc, "toldOn", from, from) === "yes";
    let isOfSame = true;
    for (let s = here - 1; s >= Math.max(0, here - documentBack); s--) {
      isOfSame = isOfSame && isOfNoun(this.doc, s + 1);
      const last = this.inSentence(s).at(-1);
      if (!last) continue;
      const isDocument = this.isDocument(last);
      const isNear = this.sameParagraph(s, here);
      const isOver = isNear ? this.isDirect(s) : !isDocument;
      if (!isOver && (isPlain || (isDocument && isOfSame))) return this.nameOf(last);
      if (isNear && this.isPaper(last) && isAlso(this.doc, here)) return this.nameOf(last);
      break;
    }
    return this.relayed(here);
  }

  // A text that passes on another paper goes on citing the source it names.
  private relayed(here: number): string | null {
    if (this.outlet() === null) return null;
    for (let s = here - 1; s >= Math.max(0, here - lookBack); s--) {
      const source = this.inSentence(s).findLast((a) => a.reach === "source");
      if (source) return this.nameOf(source);
    }
    return null;
  }

  // What follows direct speech in its paragraph is the paper's own again.
  private isDirect(s: number): boolean {
    return quotationAt(this.quotations(), sentenceTokens(this.doc, s).from) !== null;
  }

  private isDocument({from, to}: Attribution): boolean {
    for (let k = from; k < to; k++)
      if (this.doc.vocab.sources.get(this.doc.word[k]) === "document") return true;
    return false;
  }

  // A report or a set of figures is no “he”.
  private isPaper(a: Attribution): boolean {
    for (let k = a.from; k < a.to; k++)
      if (this.doc.vocab.sources.get(this.doc.word[k]) === "data") return true;
    return this.isDocument(a);
  }

  // A sentence's voice is asked for by each of its figures, and by those of the sentences behind it.
  private nameOf(attribution: Attribution): string | null {
    let name = this.named.get(attribution);
    if (name === undefined) {
      name = this.nameFor(attribution);
      this.named.set(attribution, name);
    }
    return name;
  }

  private nameFor({from: opening, to, at}: Attribution): string | null {
    const {doc} = this;
    // "according to analysts, who expect": they do.
    const from = doc.word[opening] === "according" && doc.word[opening + 1] === "to" ? opening + 2 : opening;
    let end = seenEnd(doc, from, to);
    while (end > from && doc.type[end - 1] === MARK && !/^[)”"’.]$/.test(doc.word[end - 1])) end--;
    if (end <= from) return null;
    const first = doc.word[from];
    // "the FT" is the Financial Times.
    const paper = isName(doc, from) ? outletAt(doc, from) : null;
    if (paper?.to === end) return paper.name;
    if (end - from > 1) return this.written(from, this.withoutOutlet(from, end));
    if (doc.vocab.lists.outletNouns.has(first)) {
      const outlet = this.outlet();
      if (outlet || !/^(?:it|report)$/.test(first)) return outlet ?? first;
      return this.sourceBefore(from) ?? (first === "it" ? null : first);
    }
    // "They show": papers do.
    if (first === "they" && this.doc.vocab.lists.tellingVerbs.has(doc.lexeme[at]?.verb?.lemma ?? ""))
      return this.paperBefore(from);
    if (this.doc.vocab.lists.countPronouns.has(first) || (isPronoun(doc, first) && !isName(doc, from)))
      return this.personBefore(from);
    return this.written(from, end);
  }

  // "records obtained by the Courier" in a text that passes on the Courier: the chain names it already.
  private withoutOutlet(from: number, to: number): number {
    const outlet = this.outlet();
    if (outlet === null) return to;
    for (let k = from + 1; k < to - 1; k++)
      if (this.doc.word[k + 1] === "by" && this.doc.vocab.lists.passedOn.has(this.doc.word[k]))
        return this.written(k + 2, to).includes(outlet) ? k : to;
    return to;
  }

  private written(from: number, to: number): string {
    const {text, start, end} = this.doc;
    return text
      .slice(start[from], end[to - 1])
      .replace(/\s+/g, " ")
      .replace(/['’]s$/, "");
  }

  // "it said", "the report added": the last voice that is no pronoun.
  private sourceBefore(at: number): string | null {
    const here = sentenceOf(this.doc, at);
    for (let s = here; s >= Math.max(0, here - 3); s--)
      for (const a of this.inSentence(s).toReversed())
        if (a.from < at && !isPronoun(this.doc, this.doc.word[a.from])) return this.written(a.from, a.to);
    for (let s = here; s >= Math.max(0, here - 1); s--) {
      const subject = openingSubject(this.doc, sentenceTokens(this.doc, s).from, at);
      if (subject && subject.to <= at && !isPronoun(this.doc, this.doc.word[subject.from]))
        return this.written(subject.from, subject.to);
    }
    return null;
  }

  private paperBefore(at: number): string | null {
    const here = sentenceOf(this.doc, at);
    for (let s = here; s >= Math.max(0, here - 3); s--) {
      const paper = this.inSentence(s).findLast((a) => a.from < at && this.isPaper(a));
      if (paper) return this.written(paper.from, paper.to);
    }
    return null;
  }

  // "he said": the last one who spoke, or who a sentence before is about.
  private personBefore(at: number): string | null {
    const {doc} = this;
    const here = sentenceOf(doc, at);
    for (let s = here; s >= Math.max(0, here - 4); s--) {
      for (const a of this.inSentence(s).toReversed()) {
        if (a.from >= at || isPronoun(doc, doc.word[a.from])) continue;
        if (!this.isPaper(a)) return this.written(a.from, a.to);
      }
      const person = personIn(doc, s, at);
      if (person) return person;
    }
    return null;
  }

  private sameParagraph(a: number, b: number): boolean {
    const {doc} = this;
    for (let k = doc.sentenceStart[a]; k < doc.sentenceStart[b]; k++) if (doc.type[k] === BREAK) return false;
    return true;
  }

  private outlet(): string | null {
    if (this.outletName === undefined) this.outletName = findOutlet(this.doc);
    return this.outletName;
  }

  private quotations(): Quotation[] {
    this.quotes ??= findQuotations(this.doc);
    return this.quotes;
  }

  private inSentence(s: number): Attribution[] {
    let found = this.known.get(s);
    if (!found) {
      found = attributionsIn(this.doc, this.quotations(), s);
      this.known.set(s, found);
    }
    return found;
  }
}

// "Ada Okoro, 29, a nurse": the paper's own knowledge.
const isAgeOfSomebody = ({word}: Doc, {kind, from}: Found): boolean =>
  kind === "age" && /^[,(]$/.test(word[from - 1] ?? "");

// Who says the figure within its sentence: the voice that leads to it, else the one that closes the sentence; then its source.
function pick(doc: Doc, attributions: readonly Attribution[], figure: Found): Attribution[] {
  const near = attributions.find((a) => a.from === figure.to || (a.reach === "near" && a.at === figure.to));
  if (near) return [near];
  const last = attributions
    .filter(
      (a) =>
        a.reach === "after" && a.at < figure.from && !(a.isCommitment && isTurned(doc, a.at, figure.from)),
    )
    .at(-1);
  const closing = attributions.find((a) => a.reach === "all" && a.at >= figure.to);
  // "Wanderers have agreed to sell him for £34m, the club said."
  const spoken =
    (last?.isCommitment ? (closing ?? last) : last) ??
    closing ??
    attributions.filter((a) => a.reach === "all").at(-1);
  const source =
    attributions.find((a) => a.reach === "source" && a.at >= figure.to) ??
    attributions.filter((a) => a.reach === "source").at(-1);
  const isInside = spoken && source && source.from >= spoken.from && source.to <= spoken.to;
  return [spoken, isInside ? undefined : source].filter((a) => a !== undefined);
}

// "It calls for peace, but supplies $100 million of arms."
function isTurned({word}: Doc, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (/^(?:but|while|although|though|whereas|;)$/.test(word[k])) return true;
  return false;
}

// The person that a sentence is about: two names in a row that are no place, firm or month, or one with its age.
function personIn(doc: Doc, s: number, limit: number): string | null {
  const {word, lexeme, type, text, start, end} = doc;
  const {from, to} = sentenceTokens(doc, s);
  for (let k = from; k < Math.min(to, limit); k++) {
    if (!isName(doc, k) || word[k - 1] === "the" || lexeme[k - 1]?.function === "preposition") continue;
    let last = k;
    while (last + 1 < to && (isName(doc, last + 1) || (word[last + 1] === "-" && isName(doc, last + 2))))
      last++;
    const isOpening = k === from && lexeme[k]?.function;
    const isAged = word[last + 1] === "," && type[last + 2] === DIGITS && word[last + 3] === ",";
    if (
      (last > k || isAged) &&
      !lexeme[last]?.party &&
      !isOpening &&
      doc.vocab.places.next.get(word[k]) === undefined
    )
      return text.slice(start[k], end[last]).replace(/['’]s$/, "");
    k = last;
  }
  return null;
}

// "At the end of the year the plant also received 12 lathes."
function isAlso({word, sentenceStart}: Doc, s: number): boolean {
  return word
    .slice(sentenceStart[s], Math.min(sentenceStart[s] + 12, sentenceStart[s + 1] ?? word.length))
    .includes("also");
}

// "They carried 2 million barrels.", "Thirty of the ships were insured": of what the sentence before names.
function isOfNoun(doc: Doc, s: number): boolean {
  const {word, lexeme} = doc;
  const {from, to} = sentenceTokens(doc, s);
  if (isPronoun(doc, word[from]) || /^(?:this|these|those)$/.test(word[from])) return true;
  for (let k = from; k < Math.min(to, from + 4); k++) {
    if (word[k] !== "the" && word[k] !== "these" && word[k] !== "those") continue;
    const before = sentenceTokens(doc, s - 1);
    for (let b = before.from; b < before.to; b++)
      if (word[b] === word[k + 1] && !lexeme[b]?.function) return true;
  }
  return false;
}
