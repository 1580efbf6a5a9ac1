import type {Doc} from "../document.js";
import {DIGITS, WORD} from "../scan.js";
import type {SetAside} from "./name.js";

/** Returns where a time of day ends that starts at the given digits: “10:30 pm”, “5pm”, “9 a.m.”, “1800 GMT”. */
export function findClock({word, type, glued, lexeme, vocab}: Doc, i: number): SetAside | null {
  if (type[i] !== DIGITS && lexeme[i]?.number?.role !== "unit" && lexeme[i]?.number?.role !== "teen")
    return null;
  let j = i + 1;
  const hour = type[i] === DIGITS ? Number(word[i]) : (lexeme[i]?.number?.value ?? 99);
  let colon = false;
  if (
    (word[j] === ":" || word[j] === ".") &&
    glued[j] &&
    type[j + 1] === DIGITS &&
    glued[j + 1] &&
    /^[0-5]\d$/.test(word[j + 1])
  ) {
    colon = word[j] === ":";
    j += 2;
    if (word[j] === ":" && glued[j] && type[j + 1] === DIGITS && glued[j + 1]) j += 2;
  }
  if (colon && /^(?:am|pm|a|p)$/.test(word[j] ?? "") && hour <= 12) return aside(j);
  if (vocab.lists.timeZones.has(word[j]) && type[j] === WORD) {
    const zone = word[j] !== "hrs" && word[j] !== "hours";
    if (zone && (j > i + 1 || (type[i] === DIGITS && word[i].length <= 4))) return aside(j + 1);
    if (
      !zone &&
      type[i] === DIGITS &&
      word[i].length === 4 &&
      /^[01]\d|2[0-4]/.test(word[i]) &&
      word[i][0] === "0"
    )
      return aside(j + 1);
    if (
      !zone &&
      type[i] === DIGITS &&
      /^(?:[01]\d|2[0-3])[0-5]\d$/.test(word[i]) &&
      /(?:00|15|30|45)$/.test(word[i]) &&
      vocab.lists.timeLeads.has(word[i - 1])
    )
      return aside(j + 1);
  }
  // "at about 2300 local time", "at 0615 local"
  if (word[j] === "local" && type[i] === DIGITS && /^(?:[01]\d|2[0-3])[0-5]\d$/.test(word[i]))
    return aside(word[j + 1] === "time" ? j + 2 : j + 1);
  // "she ran it in 30:14.66"
  if (colon && word[j] === "." && glued[j] && type[j + 1] === DIGITS && glued[j + 1]) return aside(j + 2);
  if (colon && hour <= 24) return aside(j);
  // "shut at 17.40", but not "closed at 17.40 rand"
  if (
    j === i + 3 &&
    hour <= 23 &&
    /^(?:at|until|till)$/.test(word[i - 1] ?? "") &&
    (j >= word.length || type[j] !== WORD || lexeme[j]?.function === "auxiliary") &&
    !vocab.lists.priceVerbs.has(word[i - 2]) &&
    !/^[%$€£]$/.test(word[j] ?? "") &&
    // "held at 5.25-5.5 percent"
    !(/^[-–]$/.test(word[j] ?? "") && glued[j] && type[j + 1] === DIGITS)
  )
    return aside(j);
  return null;
}

const aside = (to: number): SetAside => ({to, reason: "time"});
