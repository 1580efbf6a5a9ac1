import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import {matchForward} from "../phrases.js";
import {MARK, WORD} from "../scan.js";
import {isName, type Party, partyAt, partyBefore} from "./party.js";

// Who does the verb: to its left, through appositions; of an infinitive, whoever does the verb before.
export class Subjects {
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
    // "re-exported"
    let k = word[verb - 1] === "-" && word[verb - 2] === "re" ? verb - 3 : verb - 1;
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
      // "told governments to take": not who told them.
      if (word[k] === "to" && earlier >= 0 && doc.vocab.lists.tellingToDo.has(word[earlier]))
        return partyBefore(doc, k, earlier + 1);
      return earlier >= 0 ? this.stated(earlier, floor, depth + 1) : null;
    }
    // "denied supplying", "began selling"
    if (
      word[verb].endsWith("ing") &&
      k > floor &&
      (lexeme[k]?.verb || word[k].endsWith("ed") || /^(?:began|begun)$/.test(word[k])) &&
      !lexeme[k]?.party
    )
      return this.stated(k, floor, depth + 1);
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
      word[k] === "already"
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
      this.doc.vocab.lists.firmNouns.has(word[party.to - 1])
    );
  }

  // "the ministry said it had received": whoever the sentence began with.
  private sentenceSubject(pronoun: number, floor: number): Party | null {
    const {doc} = this;
    for (let k = floor; k < pronoun; k++) {
      const verb = doc.lexeme[k]?.verb?.frame === "say" || doc.vocab.lists.stancePasts.has(doc.word[k]);
      if (verb) return partyBefore(doc, k, floor);
    }
    return null;
  }

  // "“We shipped 700 tonnes,” said Ada Okoro, chief executive of Brennick"
  private speakersHouse(floor: number): Party | null {
    const {doc} = this;
    const {to} = sentenceTokens(doc, sentenceOf(doc, floor));
    for (let k = floor; k < to; k++) {
      if (!doc.vocab.lists.officerNouns.has(doc.word[k])) continue;
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
      if (subject && doc.lexeme[from]?.function === "determiner") return this.identified(subject, to);
      // "It had a room on Chuy Avenue": whoever it is was named before.
      if (
        s > Math.max(0, here - 3) &&
        this.doc.vocab.lists.personPronouns.has(
          doc.word[doc.lexeme[from]?.function === "adverb" ? from + 1 : from],
        )
      )
        continue;
      for (let k = from; k < to; k++) {
        if (!isName(doc, k)) continue;
        const party = partyAt(doc, k, to);
        const isSide = k > from && doc.lexeme[k - 1]?.function === "preposition" && k - from > 2;
        if (party?.named && this.isProper(party) && !isSide) return party;
        if (party) k = party.to - 1;
      }
    }
    return null;
  }

  // "The biggest buyer was Kama Precision"
  private identified(party: Party, to: number): Party {
    if (party.named || !/^(?:is|was)$/.test(this.doc.word[party.to] ?? "")) return party;
    const name = partyAt(this.doc, party.to + 1, to);
    return name?.named && isName(this.doc, name.from) ? name : party;
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
        this.doc.vocab.lists.intendingVerbs.has(word[b]) ||
        (word[b].endsWith("ed") && word[b].length > 4 && !known?.function && lexeme[b + 1]?.function)
      )
        return b;
    }
    return -1;
  }
}
