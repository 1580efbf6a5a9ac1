import {csvParse} from "d3";
import type {Change, Kind, Qualifier, Status} from "../../src/model/figure.js";
import {type Phrases, phrasesOf} from "./phrases.js";

/** Names of the files in seeds/vocab/ that the parser needs, without .csv. */
export const vocabFiles = [
  "changes",
  "chrome",
  "currencies",
  "function-words",
  "goods",
  "hedges",
  "idioms",
  "labels",
  "numbers",
  "places",
  "plurals",
  "scales",
  "units",
  "verbs",
] as const;
export type VocabFile = (typeof vocabFiles)[number];

export type NumberRole = "unit" | "teen" | "tens" | "fraction" | "group" | "ordinal";
export type ScaleRole = "word" | "plural" | "group" | "abbreviation" | "letter" | "money" | "slip";
export type FunctionClass = "determiner" | "preposition" | "conjunction" | "pronoun" | "auxiliary" | "adverb";
export type VerbFrame = "give" | "get" | "move" | "say";
export type VerbTense = "base" | "third" | "past" | "participle" | "gerund";

export interface Currency {
  form: string;
  code: string;
  role: "symbol" | "before" | "letter" | "after" | "code" | "name" | "weak";
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
}

export interface Vocab {
  words: Map<string, Lexeme>;
  currencies: Phrases<Currency>;
  units: Phrases<Unit>;
  hedgesBefore: Phrases<Qualifier>;
  hedgesAfter: Phrases<Qualifier>;
  goods: Phrases<string>;
  idioms: Phrases<true>;
  /** Wordings of page furniture; a strong one marks its line whatever else stands there. */
  chrome: Phrases<"strong" | "weak">;
  places: Phrases<Place>;
}

const months = "january february march april may june july august september october november december".split(
  " ",
);
const weekdays = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

/** Returns a vocabulary from the texts of the CSV files in seeds/vocab/, by their names. */
export function compileVocab(csv: Record<VocabFile, string>): Vocab {
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
    };
    words.set(key, lexeme);
    return lexeme;
  };
  const rows = (file: VocabFile) =>
    [...csvParse(csv[file])].filter((row) => row.role !== "never" && row.place !== "never");

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
  for (const {label, role} of rows("labels")) lexeme(label).label ??= role as "strong" | "weak";
  for (const {word, change, place} of csvParse(csv.changes)) {
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

  const hedges = rows("hedges");
  return {
    words,
    currencies: phrasesOf(
      rows("currencies").map(({form, code, role, factor}) => [
        form,
        {form, code, role: role as Currency["role"], factor: Number(factor)},
      ]),
    ),
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
    goods: phrasesOf(rows("goods").map(({term, goods}) => [term, goods])),
    idioms: phrasesOf(rows("idioms").map(({phrase}) => [phrase, true] as const)),
    chrome: phrasesOf(rows("chrome").map(({phrase, role}) => [phrase, role as "strong" | "weak"])),
    places: phrasesOf(
      rows("places").map(({form, country, role}) => [form, {form, country, role: role as Place["role"]}]),
    ),
  };
}
