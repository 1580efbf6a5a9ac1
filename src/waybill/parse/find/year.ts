import {type Doc, isUpper} from "../document.js";
import {isPlural} from "../nounPhrase.js";
import {DIGITS, WORD} from "../scan.js";
import {isYear, type Span} from "./day.js";

// "2022-23", "1939–45", "2019/20"
export function yearRange({word, type, glued, lexeme, count}: Doc, i: number): Span | null {
  if (type[i] !== DIGITS || !isYear(word[i])) return null;
  if (!/^[-–/]$/.test(word[i + 1] ?? "") || !glued[i + 1] || !glued[i + 2] || type[i + 2] !== DIGITS)
    return null;
  const last = word[i + 2];
  if (!/^(?:\d\d|(?:19|20)\d\d)$/.test(last)) return null;
  if (i + 3 < count && lexeme[i + 3]?.scale) return null;
  const end = last.length === 2 ? `${word[i].slice(0, 2)}${last}` : last;
  if (Number(end) <= Number(word[i])) return null;
  return {to: i + 3, start: `${word[i]}-01`, end: `${end}-12`, inferred: false};
}

export function year(doc: Doc, i: number): Span | null {
  const {word, type, glued, lexeme, count, text, start} = doc;
  const {lists} = doc.vocab;
  const isFar = /^2[12]\d\d$/.test(word[i]) && isFarYear(doc, i);
  if (type[i] !== DIGITS || !(isFar || isYear(word[i]))) return null;
  if (glued[i] && i > 0 && type[i - 1] === WORD) return null;
  // "Agenda 2030" is a plan.
  if (i > 0 && lists.programmes.has(word[i - 1]) && isUpper(text, start[i - 1])) return null;
  const next = i + 1;
  if (
    next < count &&
    glued[next] &&
    (word[next] === "," || word[next] === ".") &&
    type[next + 1] === DIGITS &&
    glued[next + 1]
  )
    return null;
  // "EN 1621-4": no year goes on with a hyphen and one digit.
  if (word[next] === "-" && glued[next] && type[next + 1] === DIGITS && word[next + 1].length === 1)
    return null;
  let to = next;
  // "1990s" and "1990's"
  if (glued[next] && word[next] === "s") {
    const decade = Number(word[i]);
    return {
      to: next + 1,
      start: `${decade}-01`,
      end: `${decade + (decade % 100 === 0 ? 99 : 9)}-12`,
      inferred: false,
    };
  }
  if (glued[next] && word[next] === "'" && word[next + 1] === "s") to = next;
  if (glued[next] && type[next] === WORD) return null;
  if (
    next < count &&
    (lexeme[next]?.scale?.role === "word" ||
      word[next] === "%" ||
      word[next] === "percent" ||
      word[next] === "per")
  )
    return null;
  if (next < count && type[next] === WORD && !glued[next]) {
    const before = word[i - 1] ?? "";
    const isVerb = before === "to" && lists.thirdPersons.has(word[next]);
    const counted =
      (isPlural(doc, next) && !isVerb) || word[next] === "people" || lexeme[next]?.singular != null;
    const isOfYear = !isFar && lists.yearlyNouns.has(word[next]);
    if (counted && (isFar || !lists.yearLeads.has(before)) && !isOfYear) return null;
    if (lists.unitsAfterYear.has(word[next])) return null;
  }
  return {to, start: `${word[i]}-01`, end: `${word[i]}-12`, inferred: false};
}

// "by 2110", "until 2150", but not "rose by 2150"
const isFarYear = ({word, lexeme, vocab}: Doc, i: number): boolean =>
  vocab.lists.farYearLeads.has(word[i - 1]) && !lexeme[i - 2]?.changeBefore && !lexeme[i - 2]?.changeAfter;
