import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import {matchForward} from "../phrases.js";
import {isName} from "../refine/party.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";

/** A name that a text mentions, tokens [from, to). */
export interface NameMention {
  from: number;
  to: number;
  sentence: number;
  kind: "person" | "place" | "other";
  /** Whether no preposition stands before it. */
  isSubject: boolean;
}

const sentencesBack = 5;

/** Finds whom a pronoun, or “the company”, stands for. A text's names are worked out once they are asked for. */
export class Names {
  #all: NameMention[] | null = null;
  readonly #persons = new Set<string>();

  constructor(private readonly doc: Doc) {}

  /** Returns the nearest name of a kind before the token, subjects of a sentence before others; or null. */
  before(
    at: number,
    kinds: readonly NameMention["kind"][],
    back = sentencesBack,
    isAnywhere = false,
  ): NameMention | null {
    const here = sentenceOf(this.doc, at);
    const all = this.#found();
    let best: NameMention | null = null;
    for (let n = this.#countBefore(at) - 1; n >= 0; n--) {
      const name = all[n];
      if (here - name.sentence > back || (best && name.sentence < best.sentence)) break;
      if (!kinds.includes(name.kind) || (name.kind === "place" && !name.isSubject && !isAnywhere)) continue;
      if (name.isSubject || !best) best = name;
    }
    return best;
  }

  /** Whether a name ends as that of a person of the text. */
  isPerson(name: string | null): boolean {
    this.#found();
    return name !== null && this.#persons.has(name.toLowerCase().split(" ").at(-1)!);
  }

  /** Returns the firm or body that is named most often up to the token, in the sentences just before it; or null. */
  topic(at: number): NameMention | null {
    const all = this.#found();
    const here = sentenceOf(this.doc, at);
    let best: NameMention | null = null;
    let most = 0;
    const count = this.#countBefore(at);
    for (let n = count - 1; n >= 0 && here - all[n].sentence <= sentencesBack; n--) {
      if (all[n].kind !== "other") continue;
      let times = 0;
      const first = this.doc.word[all[n].from];
      for (let m = Math.max(0, count - 40); m < count; m++)
        if (this.doc.word[all[m].from] === first) times += all[m].isSubject ? 2 : 1;
      if (times > most) [best, most] = [all[n], times];
    }
    return best;
  }

  #countBefore(at: number): number {
    const all = this.#found();
    let low = 0;
    let high = all.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (all[mid].to <= at) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  #found(): NameMention[] {
    if (this.#all) return this.#all;
    const {doc} = this;
    const all: NameMention[] = [];
    for (let sentence = 0; sentence < doc.sentenceStart.length; sentence++) {
      const {from, to} = sentenceTokens(doc, sentence);
      for (let k = from; k < to; k++) {
        if (!isName(doc, k)) continue;
        const end = nameEnd(doc, k, to);
        if (isNamed(doc, k, end, from))
          all.push({
            from: k,
            to: end,
            sentence,
            kind: this.#kindOf(k, end, from),
            isSubject: isSubjectAt(doc, k, from),
          });
        k = Math.max(k, end - 1);
      }
    }
    this.#all = all;
    return all;
  }

  #kindOf(from: number, to: number, floor: number): NameMention["kind"] {
    const {doc} = this;
    const place = matchForward(doc, from, doc.vocab.places);
    if (place && place.to >= to) return "place";
    const last = doc.word[to - 1].replace(/'s$/, "");
    if (isPersonAt(doc, from, to, floor)) this.#persons.add(last);
    return this.#persons.has(last) ? "person" : "other";
  }
}

/** Returns where the name that starts at the token ends: “Karam & Sons”, “Bank of Peru”, “U.S.”. */
export function nameEnd(doc: Doc, from: number, limit: number): number {
  const {word, type, glued} = doc;
  let k = from + 1;
  while (k < limit && !word[k - 1].endsWith("'s")) {
    const next = isName(doc, k + 1) && k + 1 < limit;
    if (isName(doc, k)) k++;
    // "Maine-et-Loire"
    else if (word[k] === "-" && glued[k] && glued[k + 1] && word[k + 2] === "-" && isName(doc, k + 3)) k += 4;
    else if (
      next &&
      (word[k] === "&" || (word[k] === "of" && k > from) || (word[k] === "-" && glued[k] && glued[k + 1]))
    )
      k += 2;
    else if (word[k] === "." && glued[k] && (word[k - 1].length === 1 || next)) k++;
    else if (type[k] === DIGITS && glued[k]) k++;
    else break;
  }
  return word[k - 1] === "." && type[k] !== WORD ? k - 1 : k;
}

// A capital at the head of a sentence is no name by itself, and neither is the adjective of a country.
function isNamed(doc: Doc, from: number, to: number, floor: number): boolean {
  const {word} = doc;
  if (to - from === 1 && /^i'/.test(word[from])) return false;
  return word[from - 1] !== "(" && !isDemonym(doc, from, to) && isProper(doc, from, floor);
}

export const isPlaceName = (doc: Doc, k: number): boolean =>
  matchForward(doc, k, doc.vocab.places)?.to === k + 1;

/** Whether the tokens [from, to) are the adjective of a country. */
export function isDemonym(doc: Doc, from: number, to: number): boolean {
  const place = matchForward(doc, from, doc.vocab.places);
  return place !== null && place.to === to && place.value.role === "demonym";
}

const common = /(?:tion|sion|ment|ity|age|[ae]nces?|ness|ism|ship|ing|fall|rate|ure|out|[^s]s)$/;

/** Whether the token is a name, and not only the first word of its sentence. */
export function isProper(doc: Doc, k: number, floor: number): boolean {
  const {word, lexeme, type, vocab} = doc;
  if (!isName(doc, k)) return false;
  const isFirst = k === floor || (type[k - 1] === MARK && /^["“‘—–]$/.test(word[k - 1]));
  if (!isFirst || isName(doc, k + 1) || word[k].endsWith("'s")) return true;
  return matchForward(doc, k, vocab.places) !== null || (lexeme[k] === null && !common.test(word[k]));
}

/** Whether the noun is one of those who may have something: “firm”, “trust”, “island”. */
export const isBodyNoun = ({lexeme, word, vocab}: Doc, k: number): boolean =>
  (lexeme[k]?.party ?? false) || vocab.lists.bodyNouns.has(word[k]);

function isSubjectAt({lexeme, type}: Doc, k: number, floor: number): boolean {
  let b = k - 1;
  while (
    b >= floor &&
    k - b < 4 &&
    type[b] === WORD &&
    (lexeme[b]?.function ?? "determiner") === "determiner"
  )
    b--;
  if (b < floor || type[b] === BREAK) return true;
  return lexeme[b]?.function !== "preposition";
}

const titles =
  /^(?:mr|mrs|ms|dr|sir|dame|prof|professor|judge|captain|sgt|colonel|general|commodore|skipper)$/;

// "Deputy Minister Kacper Wolny", "Mr Omondi", "Reg Tolliver, 71,", "Ada Lind, who": what tells a person from a firm.
function isPersonAt(doc: Doc, from: number, to: number, floor: number): boolean {
  const {word, lexeme, type, vocab} = doc;
  for (let k = from; k < to; k++) if (lexeme[k]?.party || word[k] === "&" || word[k] === "of") return false;
  const {officerNouns, kin} = vocab.lists;
  if (titles.test(word[from]) || officerNouns.has(word[from])) return true;
  if (word[to] === "," && (word[to + 1] === "who" || (type[to + 1] === DIGITS && word[to + 2] === ",")))
    return true;
  const before = word[from - 1] === "," ? from - 2 : from - 1;
  const isPair = to - from >= 2 && to - from <= 3;
  if (before >= floor && type[before] === WORD) {
    if (officerNouns.has(word[before]) || kin.has(word[before])) return true;
    if (isPair && isTitle(doc, before)) return true;
  }
  return isPair && isTitledAfter(doc, to);
}

// "lawmaker Bozena Krol", "analyst Priya Nand", but not "maker Sklobor" or "said Sklobor"
const isTitle = ({lexeme, word}: Doc, k: number): boolean =>
  !lexeme[k]?.function &&
  !lexeme[k]?.verb &&
  !lexeme[k]?.party &&
  /(?:er|or|ist|yst|man|woman|ant|ian|ary|ess)$/.test(word[k]);

// "Duarte Vilhena, the league's secretary", "Ada Lind, its chief executive"
function isTitledAfter({word, vocab, type}: Doc, to: number): boolean {
  if (word[to] !== ",") return false;
  for (let k = to + 1; k < to + 7 && type[k] === WORD; k++)
    if (vocab.lists.officerNouns.has(word[k])) return true;
  return false;
}

/** Returns the name behind the comma at a token that tells who was described before it: “The winner, Malin Stenmark, is”, “Its owner, the fund Halcyon, expects”; or null. */
export function nameInCommas(doc: Doc, open: number, limit: number): {from: number; to: number} | null {
  const {word, type, lexeme} = doc;
  if (word[open] !== ",") return null;
  for (let from = open + 1; from < limit && from - open < 7; from++) {
    if (type[from] === WORD && (lexeme[from]?.function ?? "determiner") !== "determiner") return null;
    if (!isName(doc, from)) continue;
    const to = nameEnd(doc, from, limit);
    if (word[to] === ",") return {from, to};
    from = to - 1;
  }
  return null;
}
