import {type Doc, isUpper} from "../document.js";
import {isPlural, readNounPhrase} from "../nounPhrase.js";
import {type Num, readNumber} from "../number.js";
import {matchForward} from "../phrases.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import {findDesignation} from "./designation.js";
import {isGapped, listedNoun} from "./gapped.js";
import {findNumberTitle} from "./numberTitle.js";
import {findQuotedTitle, findTitle, isProse} from "./title.js";

/** Why a number of the text is no figure. */
export type Reason =
  | "date"
  | "time"
  | "ordinal"
  | "name"
  | "label"
  | "idiom"
  | "score"
  | "contact"
  | "page_furniture"
  | "determiner"
  | "bare"
  | "unread"
  | "other_language";

export interface SetAside {
  to: number;
  reason: Reason;
}

/**
 * Returns where a number that names a thing ends: “LAD-21T”, “M16”, “Boeing
 * 747”, “page 12”, “Article 5”, “Group of 20”, or null if it counts something.
 */
export function findName(doc: Doc, i: number, num: Num | null): SetAside | null {
  const {type} = doc;
  const title = num && findQuotedTitle(doc, i, num);
  if (title) return title;
  if (type[i] === DIGITS)
    return findDesignation(doc, i) ?? labelled(doc, i, num) ?? address(doc, i, num) ?? findTitle(doc, i, num);
  return labelled(doc, i, num) ?? findNumberTitle(doc, i, num);
}

function labelled(doc: Doc, i: number, num: Num | null): SetAside | null {
  const {word, type, text, start, end, glued} = doc;
  const {lists} = doc.vocab;
  const to = num?.to ?? i + 1;
  let k = i - 1;
  if (k < 0) return null;
  if (word[k] === "№" || word[k] === "#") return {to, reason: "label"};
  if (word[k] === "§") return {to: endOfList(doc, to), reason: "label"};
  // Only after an abbreviation: "No. 12", not "crossed the line. Forty trucks".
  if (word[k] === "." && glued[k]) {
    if (!lists.pageAbbreviations.has(word[k - 1])) return null;
    k--;
  } else if (word[k] === ":" && lists.numberLabels.has(word[k - 1])) k--;
  if (type[k] !== WORD) return null;
  const isNext = k === i - 1;
  const counted = isCounted(doc, to, num);
  // "the Group of 77", "the Gang of Four"
  const isGroup = word[k] === "of" && lists.groupsWithNumber.has(word[k - 1]) && isUpper(text, start[k - 1]);
  // "iOS 17 fixes a bug", "macOS 14"
  const isSystem =
    num?.digits && isNext && num.base < 100 && /^[a-z]{1,3}[A-Z]/.test(text.slice(start[k], end[k]));
  if ((isGroup && !counted) || (isSystem && num.scale === 1)) return {to, reason: "name"};
  // "Agenda 2030 goals"
  const isProgramme = isNext && lists.programmes.has(word[k]) && isUpper(text, start[k]);
  if (isProgramme && /^(?:19|20)\d\d$/.test(word[i])) return {to: i + 1, reason: "name"};
  if (isNext && num?.scale === 1 && num.base < 1000 && isOneOfMany(doc, k))
    return {to: endOfList(doc, to), reason: "label"};
  if (num && num.scale > 1 && num.scaleRole !== "letter") return null;
  const label = labelAt(doc, k);
  if (
    label === "strong" ? isStrongLabel(doc, i, k, counted) : label && num && isWeakLabel(doc, k, num, counted)
  )
    return {to: endOfList(doc, to), reason: "label"};
  return label || !num || !isNext ? null : named(doc, i, num, counted);
}

// "stage 4 cancers", "platform 9 passengers": one of many, by its number
function isOneOfMany({word, lexeme, vocab}: Doc, k: number): boolean {
  const isHeld =
    lexeme[k - 1]?.function === "determiner" || /^(?:last|next|first|s)$|'s$/.test(word[k - 1] ?? "");
  return !isHeld && vocab.lists.labelsOfOne.has(word[k]);
}

function labelAt({word, lexeme, vocab}: Doc, k: number): "strong" | "weak" | null {
  // "the hall, which seats 1,250"
  if (word[k] === "seats" && /^(?:which|that|it|now)$/.test(word[k - 1] ?? "")) return null;
  if (word[k] === "number" && vocab.lists.finiteLeads.has(word[k - 1])) return null;
  return lexeme[k]?.label ?? null;
}

function isStrongLabel({word, text, start, vocab}: Doc, i: number, k: number, counted: boolean): boolean {
  const w = word[k];
  if (w === "no" || w === "nos" || w === "number") {
    // "no 12 people" does not occur; "No 12 shirts" hardly.
    if (w === "no" && k === i - 1 && !isUpper(text, start[k])) return false;
  } else if (k === i - 2 && word[k + 1] === "." && !vocab.lists.pageAbbreviations.has(w)) return false;
  return !counted || isUpper(text, start[k]) || vocab.lists.pageLabels.has(w);
}

function isWeakLabel(doc: Doc, k: number, num: Num, counted: boolean): boolean {
  const {word, lexeme, type, text, start} = doc;
  const {lists} = doc.vocab;
  const w = word[k];
  const written = word[num.from];
  const isPlain = num.to === num.from + 1;
  const isCapital = isUpper(text, start[k]);
  // "Year 6 pupils", "Class 12 results": a capital makes the label certain.
  if (
    num.digits &&
    isCapital &&
    isPlain &&
    written.length <= 3 &&
    word[num.to] !== "%" &&
    !lexeme[num.to]?.scale
  )
    return true;
  // "the herd numbers 180"
  if (counted || (w === "numbers" && lists.strengthNouns.has(word[k - 1]))) return false;
  // "visitors numbered 6,000"
  const isShort = !isPlain || written.length < 4;
  if (w === "numbered" && isShort && type[k - 1] === WORD && lexeme[k - 1]?.function !== "auxiliary")
    return false;
  if ((num.value ?? 0) > 9999 && !(isPlain && /^(?:numbered|code|zip)$/.test(w))) return false;
  return isCapital || !lists.matchSpans.has(w) || !lists.labelDeterminers.has(word[k - 1]);
}

// "Windows 11", "Fortnite 2", "Apollo Thirteen": a name in capitals right before a bare number.
function named(doc: Doc, i: number, num: Num, isCountedAfter: boolean): SetAside | null {
  const {word, lexeme, type, text, start, glued} = doc;
  const k = i - 1;
  // "Denn's 48.2 per cent to Moss's 46.9"
  if (num.scale !== 1 || word[k].endsWith("'s")) return null;
  const {to, digits} = num;
  const isPlain = digits && to === i + 1;
  // "NGC 4993 lies", "IEC 60601 certificates": no count is written so.
  const isLong = isPlain && word[i].length > 3 && lexeme[to]?.scale == null;
  if (digits && isCode(doc, k) && (!isCountedAfter || isLong) && !isGapped(doc, i, num))
    return {to: endOfList(doc, to), reason: "name"};
  // Under ten a count is written out: "four radars", but "Lynx 4 radars".
  const isUnknown = lexeme[k] === null && type[to] === WORD && isPlural(doc, to);
  const isSmall = isUnknown && isPlain && word[i].length === 1 && !glued[to];
  // "Sky 1 drops the series"
  if (isSmall && isUpper(text, start[k]) && isProse(doc, i)) return {to, reason: "name"};
  if (isCountedAfter && !isSmall && !isModel(doc, i, num)) return null;
  if (!isNameBefore(doc, k) || isGapped(doc, i, num) || listedNoun(doc, i) >= 0) return null;
  if (!digits) return isUpper(text, start[i]) ? {to, reason: "name"} : null;
  // "affects OpenSerra 3.1 through 3.4"
  if (word[i + 1] === "." && glued[i + 1]) return {to: endOfList(doc, to), reason: "name"};
  // "a Glock 17 and £22,000"
  const next = word[to] ?? "";
  const isFar = next === "to" && (readNumber(doc, to + 1)?.scale ?? 1) >= 1000;
  const goesOn =
    (!isFar && /^(?:to|through|-|–)$/.test(next)) || (/^(?:and|or)$/.test(next) && type[to + 1] === DIGITS);
  return isPlain && !goesOn ? {to, reason: "name"} : null;
}

// "the Peugeot 205 drivers", but not "sold Ethiopia 20 drones": a name in mid-sentence
// takes the number, unless a verb that gives stands before it.
function isModel(doc: Doc, i: number, num: Num): boolean {
  const {word, type, text, start, lexeme, glued} = doc;
  if (!num.digits || num.to !== i + 1 || word[i].length > 3 || glued[i] || glued[num.to]) return false;
  if (type[num.to] !== WORD || lexeme[num.to]?.scale || matchForward(doc, num.to, doc.vocab.units))
    return false;
  if (matchForward(doc, num.to, doc.vocab.currencies) || /^(?:per|times|of)$/.test(word[num.to]))
    return false;
  let k = i - 1;
  while (k > i - 5 && type[k - 1] === WORD && isUpper(text, start[k - 1]) && !lexeme[k - 1]?.function) k--;
  if (
    type[k - 1] === WORD &&
    (lexeme[k - 1]?.verb || /ed$/.test(word[k - 1]) || doc.vocab.lists.modelStops.has(word[k - 1]))
  )
    return false;
  return isProse(doc, i);
}

// "flew on KQ 417", "under CC BY-SA 4.0": capitals that are no place and no currency.
function isCode(doc: Doc, k: number): boolean {
  const {text, start, end, lexeme} = doc;
  const written = text.slice(start[k], end[k]);
  if (!/^[A-Z]{2,4}$/.test(written) || lexeme[k]?.month || lexeme[k]?.scale) return false;
  if (
    k > 0 &&
    isUpper(text, start[k - 1]) &&
    /^[A-Z]+$/.test(text.slice(start[k - 1], end[k - 1])) &&
    doc.word[k - 1].length > 3
  )
    return false;
  return !matchForward(doc, k, doc.vocab.places) && !matchForward(doc, k, doc.vocab.currencies);
}

// A name in mid-sentence: capitalised, no month, no function word, not the first word.
function isNameBefore(doc: Doc, k: number): boolean {
  const {text, start, lexeme, type, word} = doc;
  if (!isUpper(text, start[k]) || word[k].startsWith("i'")) return false;
  const known = lexeme[k];
  if (known?.function || known?.month || known?.number || known?.scale || (known && known.weekday >= 0))
    return false;
  const saint = word[k - 1] === "." && /^(?:st|mt|ft|dr|mr|mrs)$/.test(word[k - 2] ?? "");
  if (saint) return true;
  if (k === 0 || type[k - 1] === BREAK || /^[.!?:;“"”—–(]$/.test(word[k - 1])) return false;
  const place = matchForward(doc, k, doc.vocab.places);
  if (place) return false;
  return true;
}

/** Whether what follows the number is something it counts or is measured in. */
function isCounted(doc: Doc, to: number, num: Num | null): boolean {
  const {word, type, glued, lexeme, count} = doc;
  if (to >= count) return false;
  const w = word[to];
  if (doc.vocab.lists.percentMarks.has(w)) return true;
  if (lexeme[to]?.scale && type[to] === WORD) return true;
  const unit = matchForward(doc, to, doc.vocab.units);
  if (unit && (unit.value.role !== "glued" || glued[to]) && !(glued[to] && w.length === 1 && !num?.digits))
    return true;
  if (matchForward(doc, to, doc.vocab.currencies)?.value.role === "name") return true;
  if (w === "of") return true;
  if (w === "times" || w === "-") return w === "times";
  const phrase = readNounPhrase(doc, to);
  return phrase !== null && isPlural(doc, phrase.to - 1);
}

// "14 Sycamore Close", "221 Baker Street": one to three names in capitals and a kind of street.
function address({word, type, text, start, count, vocab}: Doc, i: number, num: Num | null): SetAside | null {
  if (!num || num.to !== i + 1 || word[i].length > 5) return null;
  let j = i + 1;
  for (let n = 0; n < 4 && j < count && type[j] === WORD && isUpper(text, start[j]); n++, j++)
    if (n > 0 && vocab.lists.streets.has(word[j])) return {to: j + 1, reason: "label"};
  return null;
}

// "pages 12 and 13", "Articles 5, 6 and 7", "versions 3.1 through 3.4"
function endOfList(doc: Doc, to: number): number {
  const {word, type, glued} = doc;
  for (let n = 0; n < 20; n++) {
    // "Rule 12 and 14 other provisions"
    const lower = type[to + 2] === WORD && !isUpper(doc.text, doc.start[to + 2]);
    const isOther = word[to + 2] !== "of" && isCounted(doc, to + 2, null);
    if (word[to] === "and" && type[to + 1] === DIGITS && lower && isOther) break;
    if (type[to] === MARK && /^[,–/-]$/.test(word[to]) && type[to + 1] === DIGITS) to += 2;
    else if (/^(?:and|to|or|of|through)$/.test(word[to] ?? "") && type[to + 1] === DIGITS) to += 2;
    else break;
    if (word[to] === "." && glued[to] && type[to + 1] === DIGITS && glued[to + 1]) to += 2;
  }
  return to;
}
