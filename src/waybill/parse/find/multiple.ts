import {contextOf} from "../contexts.js";
import type {Doc} from "../document.js";
import {type Found, found} from "../Found.js";
import type {Num} from "../number.js";
import {DIGITS, MARK} from "../scan.js";
import type {Multiple} from "../vocab.js";
import {ratePer} from "./measure.js";

/**
 * Returns the multiple that starts at the given token, with unit “times”: “30
 * times more”, “three times as many”, “tripled”, “fivefold”, “twice the”, “10x”.
 */
export function findMultiple(doc: Doc, i: number, num: Num | null): Found | null {
  const {word, glued, count} = doc;
  if (num?.value != null) {
    let j = num.to;
    if (word[j] === "-" && glued[j]) j++;
    if (j >= count) return null;
    const w = word[j];
    // "outnumbered by three to one"
    if (
      w === "to" &&
      word[j + 1] === "one" &&
      !num.digits &&
      num.value > 1 &&
      !doc.lexeme[j + 2]?.scale &&
      contextOf(doc, "ratio", i, j + 2) !== "none"
    )
      return multiple(i, j + 2, num.value);
    // "outnumbered by 2.3 to 1", but not "won by 3 to 1"
    const isDecimal = num.digits && !Number.isInteger(num.value);
    if (isDecimal && w === "to" && word[j + 1] === "1" && word[i - 1] === "by" && doc.type[j + 2] !== DIGITS)
      return multiple(i, j + 2, num.value);
    if (w === "fold") return multiple(i, j + 1, num.value);
    if (w === "x" && doc.type[j + 1] === DIGITS) return null;
    if (w === "x" && (glued[j] || j === num.to) && !(glued[j + 1] && doc.type[j + 1] !== MARK))
      return multiple(i, j + 1, num.value);
    if (w === "×" && !glued[j + 1]) return multiple(i, j + 1, num.value);
    // "three times as many", "30 times more", "three times over the limit", "2.4 times Ebitda"
    if (w === "times" || w === "time") {
      const told =
        contextOf(doc, "times", i, j) ?? (w === "times" && !Number.isInteger(num.value) ? "1" : null);
      if (told === null || told === "none") return null;
      return multiple(i, told === "as" ? endOfAs(doc, j + 1) : j + Number(told), num.value);
    }
  }
  const w = word[i];
  const known = doc.vocab.multiples.get(w);
  if (known) return inOneWord(doc, i, known);
  if (w === "half" && word[i + 1] === "as" && isAs(doc, i + 1)) {
    const to = endOfAs(doc, i + 1);
    return word[to] === "again" ? multiple(i, to + 1, 1.5) : multiple(i, to, 0.5);
  }
  if (w === "half" && word[i + 1] === "again" && word[i + 2] === "as") return multiple(i, i + 2, 1.5);
  return null;
}

// "tripled", "fivefold", "double the", "twice as many", "twice a day"
function inOneWord(doc: Doc, i: number, {times, form}: Multiple): Found | null {
  const {word} = doc;
  if (form === "fold") return multiple(i, i + 1, times);
  const told = contextOf(doc, form, i, i + 1);
  if (told === "plain") return multiple(i, i + 1, times);
  if (told === "change") return multiple(i, i + 1, times, {change: times > 1 ? "increase" : "decrease"});
  if (form !== "adverb") return null;
  if (told === "as") return multiple(i, word[i + 1] === "as" ? endOfAs(doc, i + 1) : i + 1, times);
  const per = ratePer(doc, i + 1);
  return per && found({kind: "rate", from: i, to: per.to, value: times, unit: `time per ${per.unit}`});
}

const multiple = (from: number, to: number, value: number, rest: Partial<Found> = {}): Found =>
  found({kind: "multiple", from, to, value, unit: "times", ...rest});

function isAs({word, vocab}: Doc, j: number): boolean {
  return vocab.lists.gradableAdjectives.has(word[j + 1]);
}

function endOfAs(doc: Doc, j: number): number {
  return isAs(doc, j) ? j + 2 : j;
}
