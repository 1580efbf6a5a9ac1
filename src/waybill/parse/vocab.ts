import type {Change, Kind, Qualifier, Status} from "../model/figure.js";
import {compileContexts} from "./compileContexts.js";
import type {Contexts} from "./contexts.js";
import {type Phrases, phrasesOf} from "./phrases.js";
import {type WordTable, wordTable} from "./scan.js";
import {type VocabFile, type VocabRow, type VocabRows, vocabColumns} from "./vocabRows.js";

export type NumberRole = "unit" | "teen" | "tens" | "fraction" | "group" | "ordinal";
export type ScaleRole = "word" | "plural" | "group" | "abbreviation" | "letter" | "money" | "slip" | "local";
export type FunctionClass = "determiner" | "preposition" | "conjunction" | "pronoun" | "auxiliary" | "adverb";
export type VerbFrame = "give" | "get" | "move" | "say";
/** What a noun that speaks is: a document that is told over many paragraphs, numbers that are cited, who looks into things, or others. */
export type SourceKind = "document" | "data" | "researcher" | "voice";
export type VerbTense = "base" | "third" | "past" | "participle" | "gerund";

export type ChromeRole = "strong" | "weak" | "opening" | "list";

export interface Currency {
  form: string;
  code: string;
  /** A “local” one is a letter or two that is money only where its country is spoken of. */
  role: "symbol" | "before" | "letter" | "local" | "after" | "code" | "name" | "weak";
  factor: number;
}

export interface Unit {
  form: string;
  unit: string;
  kind: Kind;
  role: "word" | "abbreviation" | "glued";
}

export interface Verb {
  lemma: string;
  frame: VerbFrame;
  status: Status | null;
  tense: VerbTense;
}

/** What stands in a place beside a verb or noun of handing over. An "either" is one or the other side. */
export type Slot =
  | "supplier"
  | "recipient"
  | "via"
  | "goods"
  | "either"
  | "payer"
  | "payee"
  | "money"
  | "bought";

/** A verb or noun of handing over, and what stands where beside it; what a noun has as its subject is whose it is. */
export interface Frame
  extends Record<"subject" | "object" | "indirect" | "to" | "from" | "with" | "for", Slot | null> {
  word: string;
  status: Status | null;
  /** What else must be so for it to tell of a handing over: that both sides are named ("bring"), or that the article tells of trade or aid ("give"). */
  needs: "both" | "trade" | null;
}

/** A word that is a multiple by itself: “tripled” (verb), “doubles” (noun as well), “triple” (base), “threefold” (fold), “thrice” (adverb). */
export interface Multiple {
  times: number;
  form: "verb" | "noun" | "base" | "fold" | "adverb";
}

export interface Place {
  form: string;
  country: string;
  role: "country" | "demonym" | "place";
}

/** What is known of one word in lower case. */
export interface Lexeme {
  number: {value: number; role: NumberRole} | null;
  scale: {factor: number; role: ScaleRole} | null;
  function: FunctionClass | null;
  singular: string | null;
  verb: Verb | null;
  /** Whether a number after the word names a thing: “page 12”, “Boeing 747”. */
  label: "strong" | "weak" | null;
  /** The change that a word before or after an amount tells of: “rose 69%”, “a 69% rise”. */
  changeBefore: Change | null;
  changeAfter: Change | null;
  month: number;
  weekday: number;
  /** Whether the noun is one of those who supply, receive or carry: “company”, “ministry”. */
  party: boolean;
  /** What may start with the word, as a sum of the constants below: a look at it spares the finders. */
  starts: number;
}

export const NUMBER = 1;
export const DATE = 2;
export const CURRENCY = 4;
export const IDIOM = 8;
export const CHROME = 16;
export const UNIT = 32;

export interface Vocab {
  words: Map<string, Lexeme>;
  /** The same words once more, in the form that scanning asks. */
  table: WordTable<Lexeme>;
  currencies: Phrases<Currency>;
  /** Those that stand before their number; apart, for “P” are pesos there and “p” are pence after it. */
  currencyPrefixes: Phrases<Currency>;
  /** Of a currency's name that many countries use, the code for each country. */
  nationalCurrencies: Map<string, Map<string, string>>;
  units: Phrases<Unit>;
  hedgesBefore: Phrases<Qualifier>;
  hedgesAfter: Phrases<Qualifier>;
  multiples: Map<string, Multiple>;
  /** Words for a part of a year or month (its third), a season (its first month) or a day near today (how many on). */
  times: Map<string, {role: string; value: number}>;
  percents: Phrases<string>;
  /** Measures whose number is no word of its own: “half-hour”, “a quarter point”. */
  measuresInWords: Phrases<{value: number; unit: string; kind: Kind}>;
  goods: Phrases<string>;
  /** By their base form, a verb with its particle: "hand over". */
  frames: {verb: Map<string, Frame>; noun: Map<string, Frame>};
  idioms: Phrases<true>;
  /** Names of newspapers, agencies and broadcasters, and the words their names end with. */
  outlets: Phrases<{name: string; canonical: string}>;
  outletEndings: Set<string>;
  /**
   * Wordings of page furniture: a strong one marks its line whatever else stands
   * there, an opening where the line starts with it, and a list the lines below.
   */
  chrome: Phrases<ChromeRole>;
  /** Nouns that may tell something: “report”, “figures”, “spokeswoman”. */
  sources: Map<string, SourceKind>;
  places: Phrases<Place>;
  /** Words of a kind that one rule asks for, by the name of the list. */
  lists: Record<string, ReadonlySet<string>>;
  /** What words around a number tell of it, by the use that is made of that. */
  contexts: Record<string, Contexts>;
  /** Words that tell which country a text writes of, without being its name: “ASX”, “saleyards”, “Ont.”. */
  cues: Phrases<{country: string; isName: boolean}>;
}

const months = "january february march april may june july august september october november december".split(
  " ",
);
const weekdays = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

/**
 * Returns a vocabulary in the form that the parser asks. Throws a ContextError
 * for a context that cannot be read.
 */
export function toVocab(compiled: VocabRows): Vocab {
  const words = new Map<string, Lexeme>();
  const lexeme = (form: string): Lexeme => {
    const key = form.toLowerCase();
    const known = words.get(key);
    if (known) return known;
    const lexeme: Lexeme = {
      number: null,
      scale: null,
      function: null,
      singular: null,
      verb: null,
      label: null,
      changeBefore: null,
      changeAfter: null,
      month: 0,
      weekday: -1,
      party: false,
      starts: 0,
    };
    words.set(key, lexeme);
    return lexeme;
  };
  const rows = <F extends VocabFile>(file: F): VocabRow<F>[] => rowsOf(compiled, file);

  for (const {form, value, role} of rows("numbers"))
    lexeme(form).number ??= {value: Number(value), role: role as NumberRole};
  for (const {form, factor, role} of rows("scales"))
    lexeme(form).scale ??= {factor: Number(factor), role: role as ScaleRole};
  for (const {word, class: kind} of rows("function-words")) lexeme(word).function ??= kind as FunctionClass;
  for (const {plural, singular} of rows("plurals")) lexeme(plural).singular ??= singular;
  for (const {form, lemma, frame, status, tense} of rows("verbs"))
    lexeme(form).verb ??= {
      lemma,
      frame: frame as VerbFrame,
      status: (status || null) as Status | null,
      tense: tense as VerbTense,
    };
  for (const {word} of rows("party-nouns")) lexeme(word).party = true;
  for (const {label, role} of rows("labels")) {
    lexeme(label).label ??= role as "strong" | "weak";
    // "Stations 3 and 11", "junctions 10 and 11"
    if (!label.endsWith("s")) lexeme(`${label}s`).label ??= "weak";
  }
  for (const {word, change, place} of rows("changes")) {
    if (place === "before") lexeme(word).changeBefore ??= change as Change;
    else lexeme(word).changeAfter ??= change as Change;
  }
  months.forEach((month, i) => {
    lexeme(month).month = i + 1;
    if (month !== "may") lexeme(month.slice(0, 3)).month = i + 1;
  });
  lexeme("sept").month = 9;
  weekdays.forEach((day, i) => {
    lexeme(day).weekday = i;
  });
  // Not "sun", "wed" and "sat": the words are commoner than the days.
  for (const [short, day] of [
    ["mon", 1],
    ["tue", 2],
    ["tues", 2],
    ["thu", 4],
    ["thurs", 4],
    ["fri", 5],
  ] as const)
    lexeme(short).weekday = day;

  const currencies = rows("currencies").map(
    ({form, code, role, factor}): Currency => ({
      form,
      code,
      role: role as Currency["role"],
      factor: Number(factor),
    }),
  );
  const nationalCurrencies = new Map<string, Map<string, string>>();
  for (const {name, country, code} of rows("currencies-by-country"))
    nationalCurrencies.set(
      name.toLowerCase(),
      (nationalCurrencies.get(name.toLowerCase()) ?? new Map()).set(country, code),
    );
  const hedges = rows("hedges");
  const lists = Object.fromEntries(
    rows("word-lists").map(({list, words}) => [list, new Set(words.split(" "))]),
  );
  const vocab: Vocab = {
    words,
    table: wordTable([]),
    currencies: phrasesOf(
      currencies.filter(({role}) => role !== "local").map((currency) => [currency.form, currency] as const),
    ),
    currencyPrefixes: phrasesOf(
      currencies
        .filter(({role}) => /^(?:symbol|before|letter|local|code)$/.test(role))
        .map((currency) => [currency.form, currency] as const),
    ),
    nationalCurrencies,
    units: phrasesOf(
      rows("units").map(({form, unit, kind, role}) => [
        form,
        {form, unit, kind: kind as Kind, role: role as Unit["role"]},
      ]),
    ),
    hedgesBefore: phrasesOf(
      hedges
        .filter(({place}) => place === "before")
        .map(({phrase, qualifier}) => [phrase, qualifier as Qualifier]),
      {backward: true},
    ),
    hedgesAfter: phrasesOf(
      hedges
        .filter(({place}) => place === "after")
        .map(({phrase, qualifier}) => [phrase, qualifier as Qualifier]),
    ),
    multiples: new Map(
      rows("multiples").map(({word, times, form}) => [
        word,
        {times: Number(times), form: form as Multiple["form"]},
      ]),
    ),
    measuresInWords: phrasesOf(
      rows("measures-in-words").map(({form, value, unit, kind}) => [
        form,
        {value: Number(value), unit, kind: kind as Kind},
      ]),
    ),
    times: new Map(rows("times").map(({word, role, value}) => [word, {role, value: Number(value)}])),
    percents: phrasesOf(rows("percents").map(({form, unit}) => [form, unit])),
    frames: {verb: framesOf(rows("frames"), "verb"), noun: framesOf(rows("frames"), "noun")},
    goods: phrasesOf(rows("goods").map(({term, goods}) => [term, goods])),
    outlets: phrasesOf(
      rows("outlets")
        .filter(({role}) => role === "name")
        .map(({name, canonical}) => [name, {name, canonical}] as const),
    ),
    outletEndings: new Set(
      rows("outlets")
        .filter(({role}) => role === "ending")
        .map(({name}) => name),
    ),
    sources: new Map(rows("sources").map(({noun, kind}) => [noun, kind as SourceKind])),
    lists,
    contexts: compileContexts(rows("contexts"), lists),
    idioms: phrasesOf(rows("idioms").map(({phrase}) => [phrase, true] as const)),
    cues: phrasesOf(
      rows("country-cues").flatMap(({cue, country}) => {
        const known = {country, isName: cue !== cue.toLowerCase()};
        return [[cue, known] as const, [`${cue}'s`, known] as const];
      }),
    ),
    chrome: phrasesOf(rows("chrome").map(({phrase, role}) => [phrase, role as ChromeRole])),
    places: phrasesOf(
      rows("places").flatMap(({form, country, role}) => {
        const place: Place = {form, country, role: role as Place["role"]};
        // "Argentina's poverty rate": the possessive is one word.
        return [[form, place] as const, [`${form}'s`, place] as const];
      }),
    ),
  };
  const mark = (forms: Iterable<string>, flag: number): void => {
    for (const form of forms) if (/^[\p{L}\p{M}']+$/u.test(form)) lexeme(form).starts |= flag;
  };
  for (const [form, known] of words) {
    if (known.number || (known.scale && /^(?:plural|group|word)$/.test(known.scale.role)))
      known.starts |= NUMBER;
    if (known.month > 0 || known.weekday >= 0) mark([form], DATE);
  }
  mark(vocab.lists.numberStarts, NUMBER);
  mark(vocab.multiples.keys(), NUMBER);
  mark(vocab.lists.dateStarts, DATE);
  mark(vocab.currencies.next.keys(), CURRENCY);
  mark(vocab.currencyPrefixes.next.keys(), CURRENCY);
  mark(vocab.idioms.next.keys(), IDIOM);
  mark(vocab.chrome.next.keys(), CHROME);
  mark(vocab.units.next.keys(), UNIT);
  return {...vocab, table: wordTable(words)};
}

function framesOf(rows: VocabRow<"frames">[], part: string): Map<string, Frame> {
  const slot = (cell: string) => (cell || null) as Slot | null;
  return new Map(
    rows
      .filter((row) => row.part === part)
      .map((row) => [
        row.word,
        {
          word: row.word,
          subject: slot(row.subject),
          object: slot(row.object),
          indirect: slot(row.indirect),
          to: slot(row.to),
          from: slot(row.from),
          with: slot(row.with),
          for: slot(row.for),
          status: (row.status || null) as Status | null,
          needs: (row.needs || null) as Frame["needs"],
        },
      ]),
  );
}

function rowsOf<F extends VocabFile>(compiled: VocabRows, file: F): VocabRow<F>[] {
  const columns: readonly string[] = vocabColumns[file];
  const last = columns.findIndex((column) => column === "role" || column === "place");
  const rows: VocabRow<F>[] = [];
  for (const cells of compiled[file]) {
    // A form that is kept in sight, and read as nothing.
    if (last >= 0 && cells[last] === "never") continue;
    const row: Record<string, string> = {};
    for (let n = 0; n < columns.length; n++) row[columns[n]] = cells[n];
    rows.push(row as VocabRow<F>);
  }
  return rows;
}
