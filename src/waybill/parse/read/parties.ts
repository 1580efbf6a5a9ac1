import type {Doc} from "../document.js";
import {matchForward} from "../phrases.js";
import {prepositionOf} from "../syntax/clauses.js";
import type {Chunk, Token} from "../syntax/Sentence.js";
import type {Lexicon} from "../syntax/wordForms.js";
import type {Place} from "../vocab.js";
import type {Passage} from "./Passage.js";

/** What somebody who is spoken of may be. A body is a firm, office or group of people; a name without more is any of them. */
export type PartyKind = "person" | "people" | "body" | "place" | "name";

// Classes of noun senses in the lexicon.
const GROUP = 12;
const PERSON = 16;

/** Names and nouns of those who hand over, take over and speak. */
export class Parties {
  readonly #doc: Doc;
  readonly #lexicon: Lexicon;
  readonly #lastNames = new Map<string, boolean | null>();

  constructor(doc: Doc, lexicon: Lexicon) {
    this.#doc = doc;
    this.#lexicon = lexicon;
  }

  /** What kind of party the chunk's noun is, or null where it is none: a thing, a time, a pronoun. */
  kindOf({tokens, tree}: Passage, {head, number}: Chunk): PartyKind | null {
    // A sum, however it is written, is no party; "one company" is.
    const isCounted = number !== null && !/^one$/i.test(tokens[number].form);
    if (isCounted || /^(dollars?|things|some|40)$/.test(tokens[head].form)) return null;
    const token = tokens[head];
    const {pos, lemma, form} = token;
    const lower = form.toLowerCase();
    const lexeme = this.#doc.vocab.words.get(lower);
    if (lexeme && (lexeme.month > 0 || lexeme.weekday >= 0)) return null;
    const isCapital = head > 0 && /^\p{Lu}/u.test(form) && tokens[head - 1].form !== "“";
    const isName =
      pos === "PROPN" || (/^(NOUN|ADJ|X)$/.test(pos) && (isCapital || this.placeAt(token) !== null));
    if (isName) {
      // "US" and "EU" are both.
      if (this.placeAt(token)?.role === "demonym" && form !== form.toUpperCase()) return null;
      if (
        this.placeAt(
          tokens[
            Math.min(
              ...[head, ...tree.dependents(head).filter((d) => tree.is(d, "flat", "compound") && d < head)],
            )
          ],
        )
      )
        return tree.dependents(head).some((d) => tree.tokens[d].pos === "NOUN" && tree.is(d, "compound"))
          ? "name"
          : "place";
      return "name";
    }
    // "military equipment": what only describes the noun behind it is nobody.
    if (pos !== "NOUN" || tokens[head + 1]?.pos === "NOUN") return null;
    const base = lemma.toLowerCase();
    if (this.#doc.vocab.lists.calendarNouns.has(base) || this.#doc.vocab.lists.timeNouns.has(base))
      return null;
    const plural = token.tag === "NNS";
    const known = this.#lexicon.get(base);
    // "meatpacker": a noun that no lexicon has, of those who do something.
    if (!known && /(?:er|or|ist|ier|man|woman)$/.test(base) && base.length > 5)
      return plural ? "people" : "body";
    const sense = known?.noun ?? 0;
    if (sense === PERSON) return plural ? "people" : "person";
    if (lexeme?.party || this.#doc.vocab.words.get(base)?.party) return "body";
    if (sense === GROUP && !weak.has(base)) return "body";
    return null;
  }

  /** Whether the chunk's noun is one that no lexicon has, which may be anybody: "nomads". */
  isUnknown({tokens}: Passage, {head, number}: Chunk): boolean {
    const {pos, lemma} = tokens[head];
    return number === null && pos === "NOUN" && !this.#lexicon.has(lemma.toLowerCase());
  }

  /**
   * Whether a name of one word is a person's by the rest of the text, null where
   * that cannot be told: a last name stands behind a first one somewhere, a firm's
   * short name before the rest of it.
   */
  isLastName(word: string): boolean | null {
    let known = this.#lastNames.get(word);
    if (known === undefined) {
      const plain = word.replace(/[^\p{L}\p{M}'’-]/gu, "");
      const {text} = this.#doc;
      const behind = new RegExp(`\\p{Lu}[\\p{Ll}'’-]+ ${plain}(?![\\p{L}&]| &| \\p{Lu})`, "u");
      const before = new RegExp(`(?<![\\p{L}] |[\\p{L}])${plain}(?: &)? \\p{Lu}\\p{Ll}+`, "u");
      known = plain.length < 2 ? null : before.test(text) ? false : behind.test(text) ? true : null;
      this.#lastNames.set(word, known);
    }
    return known;
  }

  // "a Russian company, Ondal Trading, since": a name between commas that the tree does not see.
  #besideOf({tokens}: Passage, {to, head}: Chunk): string | null {
    if (tokens[head].pos !== "NOUN" || tokens[to]?.form !== "," || isCapital(tokens[head])) return null;
    const {text, vocab} = this.#doc;
    const end = tokens[to].end;
    const name =
      /^ (\p{Lu}[\p{L}\d'’.-]*(?: (?:(?:of|de|&) )?(?:\p{Lu}[\p{L}\d'’.-]*|\(\p{Lu}\p{L}+\))){0,5})(?=,|\.(?:\s|$)|;)/u.exec(
        text.slice(end, end + 90),
      )?.[1];
    const first = name && vocab.words.get(name.split(" ")[0].toLowerCase());
    return !name || (first && (first.month > 0 || first.weekday >= 0)) || this.#isPlaceName(name)
      ? null
      : name;
  }

  #isPlaceName(name: string): boolean {
    return this.#doc.vocab.places.next.has(name.toLowerCase().split(" ")[0]);
  }

  /** The place that a word names, or null. */
  placeAt({form, token}: Token): Place | null {
    if (form[0] === form[0].toLowerCase()) return null;
    return matchForward(this.#doc, token, this.#doc.vocab.places)?.value ?? null;
  }

  /** The adjective that says of which country the chunk's noun is, and the country, or null: "Danish" of "old Danish pumps". */
  originOf({tokens}: Passage, {from, to, head}: Chunk): {form: string; country: string} | null {
    for (let i = from; i < to; i++) {
      if (i === head || tokens[i].relation === "nmod:poss") continue;
      // Of "the Danish firm's pumps" the firm is Danish.
      if (tokens[tokens[i].head]?.relation === "nmod:poss") continue;
      const place = this.placeAt(tokens[i]);
      if (place?.role === "demonym") return {form: tokens[i].form, country: place.country};
    }
    return null;
  }

  /**
   * The name of a party as it is written, without articles: of "a Danish maker,
   * Ondal" the name, of "the Ministry of Defence" all of it.
   */
  nameOf(passage: Passage, chunk: Chunk): string {
    const {tokens, tree} = passage;
    const named = appositionOf(passage, chunk);
    if (named) return this.nameOf(passage, named);
    let {from, to} = chunk;
    // "Scottish wind farms": an adjective that was taken for a name.
    const noun =
      /(?:ish|ese|[aei]an)$/.test(tokens[chunk.head].form) && tokens[to]?.pos === "NOUN"
        ? passage.chunkAround(to)
        : null;
    if (noun && noun.from === to && noun.number === null) to = noun.to;
    const beside = this.#besideOf(passage, chunk);
    if (beside) return beside;
    const called = calledAfter(tokens, to);
    if (called) return passage.text(this.#doc.text, called.from, called.to);
    // "Red Ondal Works": a first word that the tree hangs elsewhere.
    while (
      from > 1 &&
      tokens[chunk.head].pos === "PROPN" &&
      /^(PROPN|ADJ)$/.test(tokens[from - 1].pos) &&
      isCapital(tokens[from - 1])
    )
      from--;
    // "last year growers exported": the time is no part of them.
    for (let i = from; i < chunk.head; i++)
      if (/^(year|month|week|decade|quarter|summer|winter|spring|autumn)$/.test(tokens[i].lemma))
        from = i + 1;
    // "since January 2023, Ondal has bought": the time is no part of the name.
    for (let i = from; i < chunk.head; i++)
      if (tokens[i].form === "," && /^\d{4}$/.test(tokens[i - 1]?.form ?? "")) from = i + 1;
    // "builder Ferralta", "Vilhena & Filhos"
    while (to < tokens.length && isRestOfName(passage, chunk, to)) to++;
    while (from < chunk.head && isDropped(tokens[from])) from++;
    // Of "Ondal's boss" the owner belongs to the name; of "Ondal's", whose it is, the sign does not.
    if (tokens[to - 1].tag === "POS") to--;
    const of = tree.dependents(chunk.head).find((d) => d >= to && prepositionOf(tree, d) === "of");
    if (of !== undefined && tree.find(of, "case") === to && isOfName(passage, chunk, of)) {
      const inner = passage.chunk(of);
      if (inner) to = inner.to;
    }
    return passage
      .text(this.#doc.text, from, to)
      .replace(/["“”]/g, "")
      .replace(behind, "")
      .replace(/['’]s?$/, "");
  }
}

// "to Peru, its chief executive told": what the tree hung on the name is none of it.
const behind = /, (?:its|his|her|their|whose|who|which)\b.*$/;

// Nouns of groups that are no parties.
const weak = new Set(
  "series range set number variety lot batch collection pair team fleet class bundle pile total majority minority rest half group generation data system network market world public people life traffic population agenda contract industry sector economy trade".split(
    " ",
  ),
);

const isDropped = ({pos, tag, form}: Token): boolean =>
  (pos === "DET" && !/^(all|both)$/i.test(form)) ||
  pos === "ADV" ||
  tag === "PRP$" ||
  form.toLowerCase() === "whose" ||
  pos === "ADP" ||
  pos === "PUNCT" ||
  pos === "SYM";

const isCapital = ({form}: Token): boolean => /^\p{Lu}/u.test(form);

// "a broker in Tiraspol called Vanto"
function calledAfter(tokens: readonly Token[], at: number): {from: number; to: number} | null {
  let i = at;
  if (/^(in|of|from|near)$/.test(tokens[i]?.form ?? "") && tokens[i + 1]?.pos === "PROPN") i += 2;
  if (!/^(called|named)$/.test(tokens[i]?.form ?? "") || tokens[i + 1]?.pos !== "PROPN") return null;
  let to = i + 2;
  while (tokens[to]?.pos === "PROPN") to++;
  return {from: i + 1, to};
}

function isRestOfName({tokens}: Passage, {head}: Chunk, at: number): boolean {
  const {pos, form} = tokens[at];
  const next = tokens[at + 1];
  if (form === "&") return tokens[at - 1].pos === "PROPN" && next?.pos === "PROPN";
  if (pos === "NOUN" && at > head && isCapital(tokens[at]) && tokens[at - 1].pos === "PROPN") return true;
  if (pos !== "PROPN") return false;
  return (
    tokens[at - 1].form === "&" ||
    tokens[head].pos === "NOUN" ||
    (at > head && tokens[at - 1].pos === "PROPN")
  );
}

function isOfName({tokens}: Passage, {head}: Chunk, of: number): boolean {
  return (
    tokens[head].pos === "PROPN" ||
    tokens[of].pos === "PROPN" ||
    /^(ministry|department|office|bank|university|government|board|council|institute)$/i.test(
      tokens[head].lemma,
    )
  );
}

/** Returns the name that stands beside a noun for the same one: "Ondal" of "the maker, Ondal". */
export function appositionOf(passage: Passage, chunk: Chunk): Chunk | null {
  const {tokens, tree} = passage;
  if (tokens[chunk.head].pos === "PROPN") return null;
  const name = tree.dependents(chunk.head).find((d) => tree.is(d, "appos") && tokens[d].pos === "PROPN");
  return name === undefined ? null : passage.chunk(name);
}
