import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import {isMeasure} from "../Found.js";
import {BREAK, DIGITS, WORD} from "../scan.js";

/**
 * Lends a bare number the unit of the amount it goes on from, in its sentence or
 * the one before: “took 1.13m tonnes, Iraq 920,000”, “650 acres of barley, 410 of
 * wheat”, “164 mm on Tuesday. The town gets 95 in a year.” Returns null where
 * nothing in the wording leads back to an amount.
 */
export function carry(doc: Doc, before: Found[], figure: Found): Found | null {
  const amount = amountBefore(doc, before, figure);
  if (!amount || figure.value === null) return null;
  const isLed =
    isOfWhich(doc, figure) ||
    isNextItem(doc, amount, figure) ||
    isNamedItem(doc, amount, figure) ||
    isSlot(doc, amount, figure) ||
    isMore(doc, amount, figure) ||
    isDegree(doc, amount, figure) ||
    isAlike(doc, amount, figure);
  if (!isLed) return null;
  return {...figure, kind: amount.kind, unit: amount.unit};
}

const isCarried = (kind: Found["kind"]): boolean =>
  kind === "count" || kind === "duration" || isMeasure(kind);
const bulk = new Set("mass volume area energy rate".split(" "));

// The last amount before the figure, no further back than the sentence before and in its paragraph.
function amountBefore(doc: Doc, before: Found[], figure: Found): Found | null {
  for (let n = before.length - 1; n >= 0 && n >= before.length - 4; n--) {
    const amount = before[n];
    if (sentenceOf(doc, figure.from) - sentenceOf(doc, amount.from) > 1) return null;
    for (let k = amount.to; k < figure.from && n === before.length - 1; k++)
      if (doc.type[k] === BREAK) return null;
    if (amount.unit === null || !isCarried(amount.kind)) continue;
    // "15 bags in one week. Now if I sell six": only what lasts is told in days again.
    const isPassed = isApart(doc, amount, figure) || before[n - 1]?.unit?.startsWith("degree");
    const goesOn = lasts(doc, figure) || isAlike(doc, amount, figure);
    if (amount.kind === "duration" && isPassed && !goesOn) continue;
    // "49.6C (121F)" gives the same once more.
    if (n > 0 && doc.word[amount.from - 1] === "(" && before[n - 1].to === amount.from - 1) continue;
    return amount;
  }
  return null;
}

function lasts({word, lexeme, vocab}: Doc, {from}: Found): boolean {
  const at = lexeme[from - 1]?.function === "adverb" || vocab.lists.ageHedges.has(word[from - 1]) ? 2 : 1;
  return vocab.lists.lastingVerbs.has(word[from - at]);
}

const isApart = (doc: Doc, a: Found, b: Found): boolean =>
  sentenceOf(doc, a.from) !== sentenceOf(doc, b.from);

// A mark, the end, or a word that no noun phrase starts with.
function endsPhrase({word, type, lexeme, count, vocab}: Doc, to: number): boolean {
  if (to >= count || type[to] !== WORD) return word[to] !== "-" && word[to] !== "/" && word[to] !== "%";
  return Boolean(lexeme[to]?.function) || vocab.lists.phraseEndings.has(word[to]);
}

// "of which 41,000 went to the Netherlands"
const isOfWhich = ({word, vocab}: Doc, {from}: Found): boolean =>
  vocab.lists.countPronouns.has(word[from - 1]) && word[from - 2] === "of";

// "50,000 tonnes to Bangladesh, 3,000 to Bahrain and 560 to Bhutan": the same word follows both.
function isNextItem(doc: Doc, amount: Found, figure: Found): boolean {
  const {word} = doc;
  const link = word[figure.to] ?? "";
  if (isApart(doc, amount, figure) || amount.kind === "duration" || figure.from - amount.to > 9) return false;
  if (!doc.vocab.lists.nameLinks.has(link) || word[amount.to] !== link) return false;
  return /^(?:,|;|and|but)$/.test(word[figure.from - 1] ?? "");
}

// "took 1.13 million tonnes, Iraq 920,000 and South Africa 680,000": a name and its number.
function isNamedItem(doc: Doc, amount: Found, figure: Found): boolean {
  const {word, type, text, start, lexeme} = doc;
  if (isApart(doc, amount, figure) || amount.kind === "count" || !endsItem(doc, figure.to)) return false;
  let k = figure.from - 1;
  while (k > figure.from - 5 && type[k] === WORD && isName(k)) k--;
  if (k === figure.from - 1) return false;
  if (word[k] === "the") k--;
  return /^(?:,|;|and)$/.test(word[k] ?? "") && figure.from - amount.to < 14;

  function isName(at: number): boolean {
    const c = text[start[at]];
    return c !== c.toLowerCase() && !lexeme[at]?.function && !lexeme[at]?.month;
  }
}

const endsItem = ({word, type, count}: Doc, to: number): boolean =>
  to >= count || type[to] === BREAK || /^(?:[,.;)]|and|but|while)$/.test(word[to]);

// "Tesla's best does 500.", "the old one takes 11,500,", "where he used to sell 100."
function isSlot(doc: Doc, amount: Found, figure: Found): boolean {
  const {word, lexeme} = doc;
  const at =
    lexeme[figure.from - 1]?.function === "adverb" || doc.vocab.lists.ageHedges.has(word[figure.from - 1])
      ? 2
      : 1;
  if (!doc.vocab.lists.slotVerbs.has(word[figure.from - at]) || !endsPhrase(doc, figure.to)) return false;
  if (word[figure.to] === "-" || /^(?:of|per)$/.test(word[figure.to] ?? "")) return false;
  if (amount.kind === "duration") return isNear(amount, figure, 10);
  if (amount.kind === "count") return !isApart(doc, amount, figure) && isNear(amount, figure, 100);
  return isNear(amount, figure, 300);
}

// "Another 10,000 is expected", "half of the 30,000 it ordered", "hopes for 9 million": as large as the amount.
function isMore(doc: Doc, amount: Found, figure: Found): boolean {
  const {word} = doc;
  if (!bulk.has(amount.kind) || !isNear(amount, figure, 300)) return false;
  if ((figure.value ?? 0) < 100) return doc.vocab.lists.moreMarkers.has(word[figure.from - 1]);
  if (figure.scale < 1000 && (figure.value ?? 0) < 1000) return false;
  const next = word[figure.to] ?? "";
  return (endsPhrase(doc, figure.to) || doc.vocab.lists.personPronouns.has(next)) && !isOfPeople(doc, figure);
}

function isOfPeople({word, vocab}: Doc, {from, to}: Found): boolean {
  for (let k = to; k < to + 4; k++) if (vocab.lists.peopleFollowers.has(word[k])) return true;
  return vocab.lists.peopleLeads.has(word[from - 1]);
}

// "The record was 45.", "190C (170 if your oven has a fan)", "last Thursday it was -24"
function isDegree(doc: Doc, amount: Found, figure: Found): boolean {
  if (!amount.unit?.startsWith("degree") || Math.abs(figure.value ?? 0) > 300) return false;
  const {degreeLeads} = doc.vocab.lists;
  const isLed = [1, 2].some((n) => degreeLeads.has(doc.word[figure.from - n])) || (figure.value ?? 0) < 0;
  return isLed && endsPhrase(doc, figure.to);
}

// "cleared 1.85m, then 2.05, and refused at 2.15": as many decimals, and about as large.
function isAlike(doc: Doc, amount: Found, figure: Found): boolean {
  const decimals = decimalsOf(doc, figure.from);
  return (
    decimals > 0 &&
    decimals === decimalsOf(doc, amount.coreFrom) &&
    amount.scale === figure.scale &&
    isNear(amount, figure, 2.5) &&
    (endsPhrase(doc, figure.to) || doc.vocab.lists.comparingWords.has(doc.word[figure.to]))
  );
}

function decimalsOf({word, glued, type}: Doc, at: number): number {
  const isDecimal = word[at + 1] === "." && glued[at + 1] && glued[at + 2] && type[at + 2] === DIGITS;
  return isDecimal ? word[at + 2].length : 0;
}

/** Whether neither is more than so many times the other. */
function isNear(amount: Found, figure: Found, times: number): boolean {
  const a = Math.abs(amount.value ?? amount.low ?? 0);
  const b = Math.abs(figure.value ?? figure.low ?? 0);
  return a > 0 && b > 0 && a <= b * times && b <= a * times;
}
