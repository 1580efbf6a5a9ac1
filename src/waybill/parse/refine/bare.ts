import {contextOf} from "../contexts.js";
import {type Doc, isUpper, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import {isGapped, listedNoun} from "../find/gapped.js";
import {readNumber} from "../number.js";
import {BREAK, DIGITS, WORD} from "../scan.js";

/**
 * Drops the numbers that name nothing and that nothing marks as a quantity:
 * “the clue for 14 across”, “a Transit 350”. Kept are “40 were released”, “rose
 * to 350”, “of which 12 went through the strait”, and whatever is hedged.
 */
export function dropBare(doc: Doc, figures: Found[], drop: (figure: Found) => void): Found[] {
  let counted: Found | null = null;
  let last: Found | null = null;
  return figures.filter((figure) => {
    const bare = figure.kind === "count" && figure.unit === null;
    if (
      bare &&
      !isMarked(doc, figure) &&
      ![counted, last].some(
        (from) => from !== null && (goesOn(doc, from, figure) || isGappedCount(doc, from, figure)),
      )
    ) {
      drop(figure);
      return false;
    }
    if (bare) last = figure;
    const isSet = (figure.kind === "count" && !bare) || (figure.kind === "rate" && figure.nounFrom >= 0);
    // "Of the 27 states, 19 back it": the 19 are of the set, not one of their own.
    const isPart = counted !== null && counted.unit === figure.unit && isOpening(doc, counted);
    if (isSet && !(isPart && sentenceOf(doc, counted!.from) === sentenceOf(doc, figure.from)))
      counted = figure;
    return true;
  });
}

// After a counted set in the same sentence less is needed: "had 112 members and now
// has 70, …", "all 22 flats had gone, nine to one buyer".
function goesOn(doc: Doc, counted: Found, figure: Found): boolean {
  const {word, lexeme} = doc;
  if (sentenceOf(doc, counted.from) !== sentenceOf(doc, figure.from)) return false;
  const told = contextOf(doc, "again", figure.from, figure.to);
  if (told !== null) return told === "yes";
  const before = word[figure.from - 1] ?? "";
  const next = figure.to;
  // "has gone from 2.10 to 2.95"
  if (before === "to" && counted.to === figure.from - 1 && word[counted.from - 1] === "from") return true;
  // "Of the 27 states, 19 back it, five oppose it and three …"
  if (isOpening(doc, counted)) return /^(?:,|;|and)$/.test(before);
  return (
    /^(?:[,;:]|and|but)$/.test(before) &&
    lexeme[next]?.function === "preposition" &&
    word[next] !== "per" &&
    // "14 arrests, nine for theft": fewer than the set
    (counted.to < figure.from - 1 || (figure.value ?? 0) < (counted.value ?? 0))
  );
}

// "Labour holds 24 seats, the Conservatives 19 and the Greens eight"
function isGappedCount(doc: Doc, counted: Found, figure: Found): boolean {
  const num = readNumber(doc, figure.from);
  const apart = sentenceOf(doc, figure.from) - sentenceOf(doc, counted.from);
  return num !== null && apart === 0 && isGapped(doc, figure.from, num, true);
}

function isOpening({word, type}: Doc, {from}: Found): boolean {
  const opener = word[from - 1] === "the" ? from - 2 : from - 1;
  return word[opener] === "of" && (opener === 0 || type[opener - 1] !== WORD);
}

function isMarked(doc: Doc, figure: Found): boolean {
  const {word, lexeme, type, text, start, end} = doc;
  const {lists} = doc.vocab;
  const {from, to} = figure;
  // Of numbers with a leading point only averages come this far: "hit .298".
  if (listedNoun(doc, from) > 0 || word[from] === ".") return true;
  if (figure.qualifier || figure.scale >= 1000 || figure.value === null) return true;
  const before = word[from - 1];
  const next = word[to] ?? "";
  const isWord = type[from] === WORD;
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text.slice(start[from], end[to - 1]));
  if (figure.per && next !== "/") return true;
  const told = contextOf(doc, "quantity", from, to, figure.value, !isWord);
  if (told !== null) return told === "yes";
  // "Six held after raid", "14 injured", "40 were released", "12 went through Ghana"
  const isPast =
    next.endsWith("ed") ||
    next.endsWith("ly") ||
    lexeme[to]?.verb?.tense === "past" ||
    lexeme[to]?.changeBefore != null ||
    lists.irregularPastsAlone.has(next);
  const isCertain = lists.harmedAfter.has(next) || lexeme[to]?.function === "auxiliary";
  if ((isCertain || (type[to] === WORD && isPast)) && isCountPlace(doc, figure, isWord)) return true;
  if (isCertain) return false;
  // "rose to 350", "down from 120", "climbed by 14"
  if (/^(?:to|from|by|at)$/.test(before ?? "") && hasChange(doc, from - 2)) return true;
  const ends = to >= doc.count || type[to] === BREAK || /^[.,;:!?)—–”"]$/.test(next);
  if (lexeme[from - 1]?.changeBefore && !/^(?:up|down|cut)$/.test(before))
    return ends || next === "to" || next === "from" || next === "in";
  if (
    grouped &&
    (ends || Boolean(lexeme[to]?.function)) &&
    !(type[from - 1] === WORD && isUpper(text, start[from - 1]))
  )
    return true;
  return !isWord && isAmongWords(doc, figure, ends);
}

// What stands in digits among plain words is a quantity, unless it is a name's, a
// label's or a clock's: after a preposition or a verb, and with the phrase at its end.
function isAmongWords(doc: Doc, {from, to, value}: Found, ends: boolean): boolean {
  const {word, type, lexeme, glued} = doc;
  const before = from - 1;
  if (before < 0 || glued[from] || (!ends && (glued[to] || !lexeme[to]?.function))) return false;
  // “HS code 8473”, “the Battle of 1356”: who counts so many groups them.
  if (Math.abs(value ?? 0) < 10 ? to === from + 1 : word[from].length > 3) return false;
  if (contextOf(doc, "prose", from, to, value) !== null) return false;
  if (type[before] !== WORD) return word[before] === "," && !ends;
  const known = lexeme[before];
  return Boolean(known?.function || known?.verb) || word[before].endsWith("ed");
}

// The head of a sentence or clause, or right after its conjunction: where a subject stands.
function isCountPlace({word, type, lexeme, text, start}: Doc, figure: Found, isWord: boolean): boolean {
  const at = figure.from - 1;
  if (at < 0 || type[at] !== WORD) return !/^[-/#№+.]$/.test(word[at] ?? "") || isWord;
  if (isUpper(text, start[at]) && !lexeme[at]?.function && !((lexeme[at]?.weekday ?? -1) >= 0)) return false;
  return lexeme[at]?.label !== "strong" && !/^(?:the|page|number|no)$/.test(word[at]);
}

function hasChange({lexeme, word, type, glued}: Doc, k: number): boolean {
  // "slid 3.1 per cent to 41.20": the point of a number ends nothing.
  for (let n = 0; n < 7 && k >= 0 && type[k] !== BREAK; n++, k--) {
    if (word[k] === "." && !(glued[k + 1] && type[k + 1] === DIGITS)) return false;
    if (lexeme[k]?.changeBefore || lexeme[k]?.changeAfter) return true;
  }
  return false;
}
