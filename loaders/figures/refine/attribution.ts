import type {Basis} from "../../../src/model/figure.js";
import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import type {Found} from "../Found.js";
import {matchForward} from "../phrases.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import {isName} from "./party.js";

/** Who says so, from the outermost voice to the innermost, joined by “ > ”. */
export interface Said {
  chain: string;
  basis: Basis;
}

interface Attribution {
  /** The speaker or document, tokens [from, to). */
  from: number;
  to: number;
  /** The verb or preposition that attributes. */
  at: number;
  /** Whether all of the sentence is theirs, as with “according to”. */
  whole: boolean;
}

const lookBack = 8;

/** Finds who says each figure of a text. What a sentence is asked twice is worked out once. */
export class Speakers {
  private readonly known = new Map<number, Attribution[]>();
  private outletName: string | null | undefined;

  constructor(private readonly doc: Doc) {}

  /** Returns the chain of voices for a figure, or null if the text names none. */
  of(figure: Found): Said | null {
    const here = sentenceOf(this.doc, figure.from);
    const own = this.pick(this.inSentence(here), figure);
    const outlet = this.outlet();
    if (own) {
      const names = own.map((a) => this.nameOf(a)).filter((name): name is string => name !== null);
      if (names.length > 0) return {chain: this.join(outlet, names), basis: "stated"};
    }
    for (let s = here - 1; s >= Math.max(0, here - lookBack); s--) {
      const earlier = this.inSentence(s);
      // A speaker is done when the paragraph is; a document goes on to be cited.
      const last = earlier.filter((a) => a.whole || this.sameParagraph(s, here)).at(-1);
      const name = last && this.nameOf(last);
      if (name && (last.whole || !outlet)) return {chain: this.join(outlet, [name]), basis: "inferred"};
    }
    return outlet ? {chain: outlet, basis: "inferred"} : null;
  }

  private join(outlet: string | null, names: string[]): string {
    const short = outlet?.replace(/^The /, "") ?? "";
    const chain =
      outlet && !names.some((name) => name.includes(short) || outlet.includes(name))
        ? [outlet, ...names]
        : names;
    return chain.join(" > ");
  }

  private pick(attributions: Attribution[], figure: Found): Attribution[] | null {
    const before = attributions.filter((a) => a.at < figure.from && !a.whole).at(-1);
    const whole = attributions.filter((a) => a.whole);
    const after = attributions.find((a) => a.at >= figure.to && !a.whole);
    const spoken = before ?? after;
    const picked = [...(spoken ? [spoken] : []), ...whole];
    return picked.length > 0 ? picked : null;
  }

  private nameOf({from, to}: Attribution): string | null {
    const {doc} = this;
    let end = to;
    while (end > from && doc.type[end - 1] === MARK && !/^[)]$/.test(doc.word[end - 1])) end--;
    if (end <= from) return null;
    const first = doc.word[from];
    if (
      end - from === 1 &&
      /^(?:it|they|he|she|we|i|who|which|newspaper|paper|outlet|publication|magazine|website|agency|report|article)$/.test(
        first,
      )
    ) {
      const outlet = this.outlet();
      if (/^(?:newspaper|paper|outlet|publication|magazine|website|agency|article|report|it)$/.test(first))
        return outlet ?? (first === "it" ? null : first);
      return this.personBefore(from);
    }
    return doc.text
      .slice(doc.start[from], doc.end[end - 1])
      .replace(/\s+/g, " ")
      .replace(/['’]s$/, "");
  }

  // "he said": the last name in the sentences before.
  private personBefore(at: number): string | null {
    const {doc} = this;
    const here = sentenceOf(doc, at);
    for (let s = here; s >= Math.max(0, here - 3); s--) {
      for (const a of this.inSentence(s).toReversed()) {
        if (a.from >= at || a.to - a.from < 1) continue;
        if (isName(doc, a.from))
          return doc.text.slice(doc.start[a.from], doc.end[a.to - 1]).replace(/\s+/g, " ");
      }
    }
    return null;
  }

  private sameParagraph(a: number, b: number): boolean {
    const {doc} = this;
    for (let k = doc.sentenceStart[a]; k < doc.sentenceStart[b]; k++) if (doc.type[k] === BREAK) return false;
    return true;
  }

  /** The newspaper or agency that the whole text follows: the one it names as a source first. */
  private outlet(): string | null {
    if (this.outletName !== undefined) return this.outletName;
    const {doc} = this;
    this.outletName = null;
    for (let i = 0; i < doc.count; i++) {
      if (doc.type[i] !== WORD || !isName(doc, i)) continue;
      const name = outletAt(doc, i);
      if (!name) continue;
      if (isCited(doc, i, name.to)) {
        this.outletName = name.name;
        break;
      }
      i = name.to - 1;
    }
    return this.outletName;
  }

  private inSentence(s: number): Attribution[] {
    let found = this.known.get(s);
    if (!found) {
      found = attributionsIn(this.doc, s);
      this.known.set(s, found);
    }
    return found;
  }
}

const written = ({text, start, end}: Doc, from: number, to: number): string =>
  text.slice(start[from], end[to - 1]).replace(/\s+/g, " ");

function outletAt(doc: Doc, i: number): {to: number; name: string} | null {
  const match = matchForward(doc, i, doc.vocab.outlets);
  if (match && written(doc, i, match.to) === match.value.name)
    return {to: match.to, name: match.value.canonical};
  let to = i;
  while (to < doc.count && isName(doc, to) && to - i < 5) {
    to++;
    if (doc.vocab.outletEndings.has(doc.word[to - 1]) && to - i >= 2) return {to, name: written(doc, i, to)};
  }
  return null;
}

const citing =
  /^(?:reported|reports|report|reporting|wrote|writes|found|finds|revealed|reveals|says|said|quoted|noted|noting|adds|added|learned|learnt|obtained|saw|reviewed|published|cited|cites|told|recalls|reminds|investigation)$/;

// "the Washington Post reported", "according to Politico", "citing The Washington Post", "– Politico" in a headline
function isCited({word, type, lexeme}: Doc, from: number, to: number): boolean {
  let k = from - 1;
  while (
    k >= 0 &&
    (lexeme[k]?.function === "determiner" ||
      /^(?:newspaper|agency|website|news|site|outlet|magazine|daily|broadcaster|us|british|german|american)$/.test(
        word[k],
      ))
  )
    k--;
  if (/^(?:to|by|with|citing|cites|quoting|told|per|in|via|from|relaying)$/.test(word[k] ?? "")) {
    if (word[k] === "to")
      return (
        /^(?:according|reference|refers|referring|spoke|speaking|interview|shown|known|seen)$/.test(
          word[k - 1] ?? "",
        ) || word[k - 1] === "reference"
      );
    if (word[k] === "with") return true;
    if (word[k] === "in" || word[k] === "from" || word[k] === "via") return false;
    return true;
  }
  if (
    /^[–—-]$/.test(word[k] ?? "") &&
    (to >= type.length || type[to] === BREAK || /^[–—-]$/.test(word[to] ?? ""))
  )
    return true;
  let j = to;
  if (word[j] === "'" || word[j]?.endsWith("'s")) j++;
  for (let n = 0; n < 3 && j < type.length; n++, j++)
    if (type[j] === WORD && citing.test(word[j])) return true;
  return (
    /['’]s$/.test(word[to - 1] ?? "") &&
    /^(?:report|data|investigation|analysis|count|story)$/.test(word[to] ?? "")
  );
}

function attributionsIn(doc: Doc, s: number): Attribution[] {
  const {word, lexeme, type} = doc;
  const {from, to} = sentenceTokens(doc, s);
  const found: Attribution[] = [];
  for (let k = from; k < to; k++) {
    if (type[k] !== WORD) continue;
    const w = word[k];
    if (w === "according" && word[k + 1] === "to") {
      const end = documentEnd(doc, k + 2, to);
      const start = skipDeterminers(doc, k + 2, end);
      if (end > start) found.push({from: start, to: end, at: k, whole: true});
      k = end - 1;
      continue;
    }
    if (w === "citing" || (w === "per" && word[k - 1] === "as") || w === "quoting") {
      const end = documentEnd(doc, k + 1, to);
      const start = skipDeterminers(doc, k + 1, end);
      if (end > start) found.push({from: start, to: end, at: k, whole: true});
      continue;
    }
    if (
      word[k + 1] === "by" &&
      /^(?:seen|obtained|reviewed|compiled|collected|gathered|published|released|analysed|analyzed)$/.test(w)
    ) {
      const end = documentEnd(doc, k + 2, to);
      const start = skipDeterminers(doc, k + 2, end);
      if (end > start && isName(doc, start)) found.push({from: start, to: end, at: k, whole: true});
      continue;
    }
    const verb = lexeme[k]?.verb;
    if (verb?.frame !== "say" || (isName(doc, k) && k !== from)) continue;
    // "analysts put the cost at", but not "put its name to a contract".
    if (verb.lemma === "put" && !/^(?:the|total|losses|damage)$/.test(word[k + 1] ?? "")) continue;
    const speaker = speakerOf(doc, k, from, to);
    if (speaker) found.push({...speaker, at: k, whole: false});
  }
  return found;
}

function skipDeterminers({lexeme}: Doc, from: number, to: number): number {
  let k = from;
  while (k < to && lexeme[k]?.function === "determiner") k++;
  return k;
}

// What follows "according to": up to the comma or the verb, with "of …", "by …" and "from …".
function documentEnd(doc: Doc, at: number, limit: number): number {
  const {word, type, lexeme, glued} = doc;
  let k = at;
  for (; k < limit && k - at < 16; k++) {
    if (type[k] === MARK) {
      if (word[k] === "." && glued[k] && k + 1 < limit && glued[k + 1]) continue;
      if (word[k] === "”" && k > at) return k + 1;
      if (/^["“”&'‘’-]$/.test(word[k])) continue;
      break;
    }
    if (type[k] === DIGITS) continue;
    const known = lexeme[k];
    if ((known?.function === "auxiliary" || known?.function === "pronoun") && !isName(doc, k)) break;
    if (known?.function === "preposition" && !/^(?:of|by|from|in|at|for)$/.test(word[k])) break;
  }
  return k;
}

function speakerOf(doc: Doc, verb: number, from: number, to: number): {from: number; to: number} | null {
  const {word, lexeme, type} = doc;
  const tense = lexeme[verb]!.verb!.tense;
  if (tense === "gerund" || (tense === "base" && word[verb - 1] === "to")) return null;
  // "was found", "is expected": nobody speaks.
  if (tense === "participle" || tense === "past") {
    let b = verb - 1;
    while (b >= from && (lexeme[b]?.function === "adverb" || word[b].endsWith("ly"))) b--;
    if (/^(?:is|are|was|were|be|been|being)$/.test(word[b] ?? "")) return null;
  }
  // ", said Ada Okoro," after a quotation
  if (
    verb > from &&
    /^[,”"]$/.test(word[verb - 1]) &&
    verb + 1 < to &&
    (isName(doc, verb + 1) || lexeme[verb + 1]?.function === "determiner") &&
    word[verb - 1] !== ","
  ) {
    const start = skipDeterminers(doc, verb + 1, to);
    let end = start;
    while (end < to && type[end] === WORD && (isName(doc, end) || !lexeme[end]?.function) && end - start < 6)
      end++;
    if (end > start) return {from: start, to: end};
  }
  let end = verb;
  while (
    end > from &&
    type[end - 1] === WORD &&
    (lexeme[end - 1]?.function === "auxiliary" ||
      lexeme[end - 1]?.function === "adverb" ||
      word[end - 1].endsWith("ly"))
  )
    end--;
  // "the ministry, citing a report, said": pass over what stands between commas.
  if (end > from && word[end - 1] === ",") {
    let open = end - 2;
    while (open > from && word[open] !== "," && end - open < 25) open--;
    if (word[open] !== ",") return null;
    end = open;
  }
  let start = end;
  for (let n = 0; start > from && n < 9; n++) {
    const k = start - 1;
    if (type[k] === MARK) {
      if (/^[-&.]$/.test(word[k]) && doc.glued[k] && k > from && doc.glued[k + 1]) start--;
      else break;
    } else if (type[k] === WORD) {
      const known = lexeme[k];
      if (isName(doc, k)) start--;
      else if (/^(?:it|they|he|she|we|i|who)$/.test(word[k]) && start === end) return {from: k, to: end};
      else if (
        (word[k] === "in" || word[k] === "of" || word[k] === "for" || word[k] === "at") &&
        start < end &&
        k - 1 >= from &&
        type[k - 1] === WORD &&
        !lexeme[k - 1]?.function
      )
        start--;
      else if (
        known?.function ||
        (known?.verb && !known.party && known.verb.tense !== "base" && known.verb.frame !== "say")
      )
        break;
      else start--;
    } else break;
  }
  start = skipDeterminers(doc, start, end);
  if (start >= end) return null;
  if (
    tense === "base" &&
    !(
      word[end - 1].endsWith("s") ||
      lexeme[end - 1]?.singular ||
      word[end - 1] === "data" ||
      word[verb] === "put" ||
      word[verb] === "forecast"
    )
  )
    return null;
  return {from: start, to: end};
}
