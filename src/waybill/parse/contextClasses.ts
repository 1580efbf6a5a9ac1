import type {Test} from "./contexts.js";
import {isUpper} from "./document.js";
import {isPersonName, isPersonNoun} from "./find/apposition.js";
import {isPlural, isTold, singularOfWord} from "./nounPhrase.js";
import {BREAK, DIGITS, MARK, WORD} from "./scan.js";

/** What stands for words that cannot be listed: “&past” of contexts.csv is any word in the past. */
export const contextClasses: Record<string, Test> = {
  word: ({type}, k) => type[k] === WORD,
  any: ({count}, k) => k >= 0 && k < count,
  break: ({type, count}, k) => k >= count || type[k] === BREAK,
  unit: ({lexeme}, k) => lexeme[k]?.number?.role === "unit",
  base: ({lexeme}, k) => lexeme[k]?.verb?.tense === "base",
  plural: ({word}, k) => word[k] !== undefined && word[k].length > 3 && word[k].endsWith("s"),
  plurals: (doc, k) => doc.type[k] === WORD && isPlural(doc, k),
  adverb: ({lexeme}, k) => lexeme[k]?.function === "adverb",
  // A finite verb of saying that is no noun for who speaks: "reports say".
  speech: ({lexeme, word, vocab}, k) => {
    const verb = lexeme[k]?.verb;
    if (verb?.frame !== "say" || vocab.sources.has(word[k])) return false;
    return verb.tense !== "participle" && verb.tense !== "gerund";
  },
  saying: ({lexeme}, k) => lexeme[k]?.verb?.frame === "say",
  scale: ({lexeme}, k) => lexeme[k]?.scale != null,
  told: ({lexeme}, k) => isTold(lexeme[k]?.verb),
  mark: ({type}, k) => type[k] === MARK,
  number: ({type, lexeme}, k) => type[k] === DIGITS || lexeme[k]?.number != null || lexeme[k]?.scale != null,
  digits: ({type}, k) => type[k] === DIGITS,
  year: ({type, word}, k) => type[k] === DIGITS && /^(?:19|20)\d\d$/.test(word[k]),
  capital: ({type, text, start}, k) => type[k] === WORD && isUpper(text, start[k]),
  small: ({type, text, start}, k) => type[k] === WORD && !isUpper(text, start[k]),
  start: ({type}, k) => k < 0 || type[k] === BREAK || type[k] === MARK,
  end: ({type, word, count, glued}, k) =>
    k >= count ||
    type[k] === BREAK ||
    (/^[.,;:!?)—–”"]$/.test(word[k]) && !(glued[k + 1] && type[k + 1] === DIGITS)),
  known: ({lexeme}, k) => lexeme[k] != null,
  name: (doc, k) => doc.type[k] === WORD && isUpper(doc.text, doc.start[k]) && isPersonName(doc, k),
  proper: ({type, text, start, lexeme}, k) =>
    type[k] === WORD &&
    isUpper(text, start[k]) &&
    !lexeme[k]?.month &&
    !lexeme[k]?.function &&
    !((lexeme[k]?.weekday ?? -1) >= 0),
  common: (doc, k) =>
    doc.type[k] === WORD &&
    !isUpper(doc.text, doc.start[k]) &&
    !doc.lexeme[k]?.function &&
    !doc.lexeme[k]?.label &&
    !doc.lexeme[k]?.month &&
    !isPlural(doc, k),
  past: ({lexeme, word}, k) => lexeme[k]?.verb?.tense === "past" || /[a-z]ed$/.test(word[k] ?? ""),
  said: ({lexeme}, k) => lexeme[k]?.verb?.frame === "say" && lexeme[k]?.verb?.tense === "past",
  change: ({lexeme}, k) => lexeme[k]?.changeBefore != null,
  verb: ({lexeme}, k) => lexeme[k]?.verb != null,
  person: (doc, k) => isPersonNoun(doc, doc.word[k] ?? ""),
  persons: (doc, k) => /s$/.test(doc.word[k] ?? "") && isPersonNoun(doc, singularOfWord(doc.word[k])),
  month: ({lexeme}, k) => (lexeme[k]?.month ?? 0) > 0,
  weekday: ({lexeme}, k) => (lexeme[k]?.weekday ?? -1) >= 0,
  label: ({lexeme}, k) => lexeme[k]?.label != null,
  function: ({lexeme}, k) => lexeme[k]?.function != null,
  determiner: ({lexeme}, k) => lexeme[k]?.function === "determiner",
  preposition: ({lexeme}, k) => lexeme[k]?.function === "preposition",
  conjunction: ({lexeme}, k) => lexeme[k]?.function === "conjunction",
  pronoun: ({lexeme}, k) => lexeme[k]?.function === "pronoun",
  auxiliary: ({lexeme}, k) => lexeme[k]?.function === "auxiliary",
};
