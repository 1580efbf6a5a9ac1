import {type Doc, isUpper} from "../document.js";
import {isPlural, readNounPhrase} from "../nounPhrase.js";
import type {Num} from "../number.js";
import {matchForward} from "../phrases.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import {findDesignation} from "./designation.js";
import {isGapped, listedNoun} from "./gapped.js";
import {findNumberTitle} from "./numberTitle.js";
import {findTitle, isProse} from "./title.js";

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
  | "unread";

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
  if (type[i] === DIGITS)
    return findDesignation(doc, i) ?? labelled(doc, i, num) ?? address(doc, i, num) ?? findTitle(doc, i, num);
  return labelled(doc, i, num) ?? findNumberTitle(doc, i, num);
}

function labelled(doc: Doc, i: number, num: Num | null): SetAside | null {
  const {word, lexeme, type, text, start, glued} = doc;
  let k = i - 1;
  if (
    k >= 0 &&
    (word[k] === "." || word[k] === ":" || word[k] === "#" || word[k] === "№" || word[k] === "(") &&
    k > 0 &&
    word[k] !== "("
  ) {
    if (word[k] === "№" || word[k] === "#") return {to: num?.to ?? i + 1, reason: "label"};
    if (word[k] === "." && glued[k]) {
      // Only after an abbreviation: "No. 12", not "crossed the line. Forty trucks".
      if (
        !/^(?:no|nos|p|pp|art|sec|ch|vol|fig|ext|rte|mk|v|tel|op|ed|pt|cl|para|r|rd|st)$/.test(
          word[k - 1] ?? "",
        )
      )
        return null;
      k--;
    } else if (
      word[k] === ":" &&
      /^(?:isbn|issn|no|number|numbers|tel|page|version|code|ref|id|hts|hs|docket|case|phone|fax|ext|serial)$/.test(
        word[k - 1] ?? "",
      )
    )
      k--;
  }
  // "the Group of 77", "the Gang of Four"
  if (
    word[k] === "of" &&
    k > 0 &&
    /^(?:group|gang|class|league)$/.test(word[k - 1]) &&
    isUpper(text, start[k - 1]) &&
    !isCounted(doc, num ? num.to : i + 1, num)
  )
    return {to: num?.to ?? i + 1, reason: "name"};
  if (word[k] === "§") return {to: endOfList(doc, num?.to ?? i + 1), reason: "label"};
  if (k < 0 || type[k] !== WORD) return null;
  // "the hall, which seats 1,250"
  const isVerb = word[k] === "seats" && /^(?:which|that|it|now)$/.test(word[k - 1] ?? "");
  const label =
    isVerb || (word[k] === "number" && /^(?:will|would|could|may|might|to|now)$/.test(word[k - 1] ?? ""))
      ? null
      : lexeme[k]?.label;
  const to = num ? num.to : i + 1;
  const next = word[to];
  // "iOS 17 fixes a bug", "macOS 14"
  if (
    num?.digits &&
    k === i - 1 &&
    num.value !== null &&
    num.value < 100 &&
    /^[a-z]{1,3}[A-Z]/.test(text.slice(start[k], doc.end[k]))
  )
    return {to, reason: "name"};
  // "stage 4 cancers", "platform 9 passengers": one of many, by its number
  const held =
    lexeme[k - 1]?.function === "determiner" || /^(?:last|next|first|s)$|'s$/.test(word[k - 1] ?? "");
  if (k === i - 1 && isOneOfMany.has(word[k]) && !held && num && num.scale === 1 && (num.value ?? 0) < 1000)
    return {to: endOfList(doc, to), reason: "label"};
  if (num && num.scale > 1 && num.scaleRole !== "letter") return null;
  if (label === "strong") {
    if (
      k === i - 2 &&
      word[k] !== "no" &&
      word[k] !== "nos" &&
      word[k + 1] === "." &&
      !/^(?:p|pp|art|sec|ch|vol|fig|ext|rte|mk|v)$/.test(word[k])
    )
      return null;
    // "no 12 people" does not occur; "No 12 shirts" hardly.
    if ((word[k] === "no" || word[k] === "number") && k === i - 1 && !isLabelNo(doc, k)) return null;
    if (
      !isCounted(doc, to, num) ||
      isUpper(text, start[k]) ||
      /^(?:page|pages|size|chapter|article|section|paragraph|channel|flight|route|highway)$/.test(word[k])
    ) {
      return {to: endOfList(doc, to), reason: "label"};
    }
    return null;
  }
  if (label === "weak") {
    if (!num) return null;
    // "Year 6 pupils", "Class 12 results": a capital makes the label certain.
    const certain =
      num.digits &&
      isUpper(text, start[k]) &&
      num.to === i + 1 &&
      word[i].length <= 3 &&
      word[to] !== "%" &&
      !lexeme[to]?.scale;
    if (certain) return {to: endOfList(doc, to), reason: "label"};
    if (isCounted(doc, to, num)) return null;
    // "the herd numbers 180"
    if (
      word[k] === "numbers" &&
      /^(?:herd|population|flock|crowd|force|army|fleet|staff|crew|tribe)$/.test(word[k - 1])
    )
      return null;
    // "visitors numbered 6,000"
    const grouped = num.to > i + 1 || word[i].length < 4;
    if (word[k] === "numbered" && grouped && type[k - 1] === WORD && lexeme[k - 1]?.function !== "auxiliary")
      return null;
    const isLong = num.value !== null && num.value > 9999;
    if (isLong && !(num.to === i + 1 && /^(?:numbered|code|zip)$/.test(word[k]))) return null;
    const before = word[k - 1];
    if (
      /^(?:game|set|quarter|period|year|day|week|season|order|case|issue|line|service|form|model|level|part|group|code|title|number|numbers|round|act)$/.test(
        word[k],
      ) &&
      !isUpper(text, start[k]) &&
      /^(?:the|this|that|last|each|every|per|a|an|in|one)$/.test(before ?? "") &&
      /^(?:game|year|day|week|season|quarter)$/.test(word[k])
    )
      return null;
    return {to: endOfList(doc, to), reason: "label"};
  }
  // "Windows 11", "Fortnite 2", "Apollo Thirteen": a name in capitals right before a bare number.
  if (
    num &&
    k === i - 1 &&
    num.digits &&
    num.scale === 1 &&
    isCode(doc, k) &&
    // "NGC 4993 lies", "IEC 60601 certificates": no count is written so.
    (!isCounted(doc, to, num) || (num.to === i + 1 && word[i].length > 3 && lexeme[to]?.scale == null)) &&
    !isGapped(doc, i, num)
  )
    return {to: endOfList(doc, to), reason: "name"};
  // Under ten a count is written out: "four radars", but "Lynx 4 radars".
  const small = num?.digits === true && num.to === i + 1 && word[i].length === 1 && !glued[to];
  const plural = type[to] === WORD && isPlural(doc, to);
  const counted =
    isCounted(doc, to, num) && !(small && lexeme[k] === null && plural) && !(num && isModel(doc, i, num));
  // "Sky 1 drops the series"
  if (small && plural && k === i - 1 && lexeme[k] === null && isUpper(text, start[k]) && isProse(doc, i))
    return {to, reason: "name"};
  if (
    num &&
    k === i - 1 &&
    isNameBefore(doc, k) &&
    num.scale === 1 &&
    !counted &&
    !isGapped(doc, i, num) &&
    listedNoun(doc, i) < 0
  ) {
    // "a Glock 17 and £22,000"
    const goesOn =
      /^(?:,|to|through|-|–)$/.test(next ?? "") ||
      (/^(?:and|or)$/.test(next ?? "") && type[to + 1] === DIGITS);
    if (num.digits && num.to === i + 1 && !goesOn) return {to, reason: "name"};
    // "affects OpenSerra 3.1 through 3.4"
    if (num.digits && word[i + 1] === "." && glued[i + 1]) return {to: endOfList(doc, to), reason: "name"};
    if (num.digits && num.to === i + 1 && next === "," && !isAgePlace(doc, i)) return {to, reason: "name"};
    if (!num.digits && isUpper(text, start[i])) return {to, reason: "name"};
  }
  return null;
}

const isOneOfMany = new Set(
  "type stage platform grade phase route channel chapter category class gate lane terminal division tier room flat bus tram junction ward".split(
    " ",
  ),
);

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
    (lexeme[k - 1]?.verb ||
      /^(?:in|at|to|from|near|by|gave|\w+ed|cost|handed|left|owed|owes|paid|fined|saved|lost)$/.test(
        word[k - 1],
      ))
  )
    return false;
  return isProse(doc, i);
}

// "John Smith, 34," is read before; "…the Apollo 11, …" is a name.
function isAgePlace({word}: Doc, i: number): boolean {
  return word[i - 1] === ",";
}

function isLabelNo({text, start, word, glued}: Doc, k: number): boolean {
  return isUpper(text, start[k]) || (word[k + 1] === "." && Boolean(glued[k + 1])) || word[k] === "number";
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
  if (/^(?:%|percent|per|pct|pc)$/.test(w)) return true;
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

const streets =
  /^(?:street|st|road|rd|avenue|ave|close|lane|ln|drive|dr|square|court|way|place|boulevard|blvd|terrace|crescent|gardens|row|walk|parade|quay|mews|hill|grove|plaza|highway|parkway|strasse|straße)$/;

// "14 Sycamore Close", "221 Baker Street": one to three names in capitals and a kind of street.
function address({word, type, text, start, count}: Doc, i: number, num: Num | null): SetAside | null {
  if (!num || num.to !== i + 1 || word[i].length > 5) return null;
  let j = i + 1;
  for (let n = 0; n < 4 && j < count && type[j] === WORD && isUpper(text, start[j]); n++, j++)
    if (n > 0 && streets.test(word[j])) return {to: j + 1, reason: "label"};
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
