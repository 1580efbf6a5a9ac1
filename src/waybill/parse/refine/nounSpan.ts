import {type Doc, isUpper} from "../document.js";
import {isPlural} from "../nounPhrase.js";
import {DIGITS, MARK, WORD} from "../scan.js";

export const complements = new Set(["of", "for"]);
export const longest = 14;

/** Returns where a noun phrase with its “of …” and “for …” ends. */
export function phraseEnd(doc: Doc, at: number, limit: number): number {
  const {word, type, glued, lexeme} = doc;
  let j = at;
  let plural = false;
  if (word[j] === "so" && word[j + 1] === "-" && word[j + 2] === "called") j += 3;
  while (j < limit && j - at < longest) {
    if (type[j] === MARK) {
      if (word[j] === "-" && glued[j] && glued[j + 1]) {
        j++;
        continue;
      }
      // A list of things: "winches, drones and parts", quotes around one of them.
      if (/^["“”‘’']$/.test(word[j]) && j + 1 < limit && (type[j + 1] === WORD || /^["”’']$/.test(word[j]))) {
        j++;
        continue;
      }
      if (
        word[j] === "," &&
        plural &&
        j + 2 < limit &&
        type[j + 1] === WORD &&
        isListGoingOn(doc, j + 1, limit)
      ) {
        j++;
        continue;
      }
      break;
    }
    if (type[j] !== WORD && !(type[j] === DIGITS && glued[j])) break;
    const known = lexeme[j];
    if (known?.function) {
      const determiner =
        known.function === "determiner" &&
        (j === at || complements.has(word[j - 1]) || word[j - 1] === "and");
      const joins =
        complements.has(word[j]) &&
        j > at &&
        j + 1 < limit &&
        type[j + 1] === WORD &&
        !(word[j] === "for" && isFigureNext(doc, j + 1));
      const and =
        word[j] === "and" &&
        plural &&
        type[j + 1] === WORD &&
        !lexeme[j + 1]?.function &&
        !lexeme[j + 1]?.verb;
      const name =
        isUpper(doc.text, doc.start[j]) &&
        word[j].length <= 2 &&
        (glued[j] || isUpper(doc.text, doc.start[j] + 1));
      if (!determiner && !joins && !and && !name) break;
    } else if (known?.verb && known.verb.tense !== "participle" && plural && !isPlural(doc, j)) break;
    else if (known?.changeBefore && plural) break;
    // "rain fell", "the budget goes on"
    else if (
      j > at &&
      (doc.vocab.lists.phraseVerbs.has(word[j]) ||
        (word[j] === "left" && isUpper(doc.text, doc.start[j + 1])))
    )
      break;
    else if (j > at && isVerbOf(doc, j)) break;
    else if (isPlural(doc, j)) plural = true;
    j++;
  }
  while (j > at && (doc.lexeme[j - 1]?.function || (type[j - 1] === MARK && !/^["”’']$/.test(word[j - 1]))))
    j--;
  return j;
}

// "betting money passed through", "respondents backed the plan"
function isVerbOf({word, lexeme}: Doc, j: number): boolean {
  if (!word[j].endsWith("ed") || word[j].length < 5) return false;
  const next = lexeme[j + 1]?.function;
  return next != null && next !== "conjunction" && lexeme[j - 1]?.function == null;
}

function isFigureNext({type}: Doc, j: number): boolean {
  return type[j] !== WORD;
}

function isListGoingOn({word, type, lexeme}: Doc, j: number, limit: number): boolean {
  for (let k = j; k < Math.min(limit, j + 5); k++) {
    if (word[k] === "and") return k > j;
    if (type[k] !== WORD || lexeme[k]?.function) return word[k] === "," && k > j;
  }
  return false;
}

/** Whether the word ends a noun phrase that is read backwards. */
export function isBoundary({lexeme, word, vocab}: Doc, k: number): boolean {
  const known = lexeme[k];
  if (!known) return false;
  if (known.verb || known.changeBefore) return !vocab.lists.nounVerbs.has(word[k]);
  return known.function !== null && known.function !== "determiner" && word[k] !== "of";
}

/** Returns where the phrase starts without the small words before it. */
export function trimStart({lexeme, type, word}: Doc, from: number, to: number): number {
  while (from < to && (type[from] !== WORD || lexeme[from]?.function || word[from] === "worth")) {
    if (type[from] === DIGITS) break;
    from++;
  }
  return from;
}
