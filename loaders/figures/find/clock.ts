import type {Doc} from "../document.js";
import {BREAK, DIGITS, WORD} from "../scan.js";
import type {SetAside} from "./name.js";

/** Returns where a time of day ends that starts at the given digits: “10:30 pm”, “5pm”, “9 a.m.”, “1800 GMT”. */
export function findClock({word, type, glued, lexeme}: Doc, i: number): SetAside | null {
  if (type[i] !== DIGITS && lexeme[i]?.number?.role !== "unit" && lexeme[i]?.number?.role !== "teen")
    return null;
  // "half past eight", "a quarter to nine"
  if (
    /^(?:past|to)$/.test(word[i - 1] ?? "") &&
    /^(?:half|quarter)$/.test(word[i - 2] ?? "") &&
    (type[i] !== DIGITS || (Number(word[i]) <= 12 && !glued[i + 1] && word[i].length <= 2))
  )
    return {to: i + 1, reason: "time"};
  // "at around seven", "till six", "at eleven sharp"
  const ends =
    i + 1 >= word.length ||
    type[i + 1] === BREAK ||
    /^(?:[.,;)]|and|but|when|as)$/.test(word[i + 1]) ||
    word[i + 1] === "sharp" ||
    (word[i + 1] === "in" &&
      word[i + 2] === "the" &&
      /^(?:morning|afternoon|evening)$/.test(word[i + 3] ?? ""));
  const spoken = /^(?:around|about|roughly)$/.test(word[i - 1] ?? "")
    ? word[i - 2] === "at"
    : /^(?:till|until)$/.test(word[i - 1] ?? "");
  if (
    ends &&
    (spoken || (word[i + 1] === "sharp" && word[i - 1] === "at")) &&
    (type[i] !== DIGITS || word[i].length < 3) &&
    !(glued[i + 1] && type[i + 2] === DIGITS)
  )
    return {to: word[i + 1] === "sharp" ? i + 2 : i + 1, reason: "time"};
  let j = i + 1;
  const hour = type[i] === DIGITS ? Number(word[i]) : (lexeme[i]?.number?.value ?? 99);
  // "62 min: corner to the Town"
  if (type[i] === DIGITS && /^(?:min|mins)$/.test(word[j] ?? "") && word[j + 1] === ":" && hour < 121)
    return aside(j + 1);
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
  if (/^(?:am|pm)$/.test(word[j] ?? "") && hour <= 12) return aside(j + 1);
  if ((word[j] === "a" || word[j] === "p") && word[j + 1] === "." && word[j + 2] === "m" && hour <= 12)
    return aside(word[j + 3] === "." ? j + 4 : j + 3);
  if (word[j] === "o'clock" || (word[j] === "o" && word[j + 1] === "'")) return aside(j + 1);
  if (
    /^(?:gmt|utc|bst|cet|est|edt|pst|pdt|ist|jst|msk|aest|hrs|hours)$/.test(word[j] ?? "") &&
    type[j] === WORD
  ) {
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
      (word[i].endsWith("00") ||
        word[i].endsWith("30") ||
        word[i].endsWith("45") ||
        word[i].endsWith("15")) &&
      /^(?:at|by|until|from|around|to|and|between)$/.test(word[i - 1] ?? "")
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
    !/^(?:closed|opened|traded|stood|ended|priced|finished|valued|quoted)$/.test(word[i - 2] ?? "") &&
    !/^[%$€£]$/.test(word[j] ?? "") &&
    // "held at 5.25-5.5 percent"
    !(/^[-–]$/.test(word[j] ?? "") && glued[j] && type[j + 1] === DIGITS)
  )
    return aside(j);
  return null;
}

const aside = (to: number): SetAside => ({to, reason: "time"});
