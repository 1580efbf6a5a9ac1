import {type Doc, isUpper} from "../document.js";
import {matchForward} from "../phrases.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import {CURRENCY} from "../vocab.js";

/** A mention of somebody who may supply, receive, carry or speak: tokens [from, to). */
export interface Party {
  from: number;
  to: number;
  /** Whether it holds a proper name; “the company” does not. */
  named: boolean;
}

const longest = 10;

/**
 * Returns the party that is mentioned from the given token on, before limit:
 * “a Norwegian company, Tarnex”, “Ardel (Odense) Trading”, “Ghana”, or
 * null where something else stands. Articles are left out.
 */
export function partyAt(doc: Doc, at: number, limit: number): Party | null {
  const {word, type, lexeme, glued} = doc;
  let j = at;
  while (j < limit && lexeme[j]?.function === "determiner" && !isName(doc, j)) j++;
  const from = j;
  while (j < limit && j - from < longest) {
    if (type[j] === MARK) {
      // "Penang-based Selat Micro": the place only describes whose name follows.
      if (
        word[j] === "-" &&
        glued[j] &&
        glued[j + 1] &&
        doc.vocab.lists.seatedParticiples.has(word[j + 1]) &&
        isSeatOfName(doc, j + 2) &&
        j + 2 < limit
      )
        j += 2;
      else if (word[j] === "-" && glued[j] && j + 1 < limit && glued[j + 1]) j++;
      else if (word[j] === "&" && j + 1 < limit) j++;
      else if (
        word[j] === "." &&
        glued[j] &&
        j + 1 < limit &&
        isName(doc, j + 1) &&
        doc.end[j - 1] - doc.start[j - 1] <= 3
      )
        j++;
      else if (
        /^["“”‘’]$/.test(word[j]) &&
        j + 1 < limit &&
        (j === from || isName(doc, j + 1) || /^["”’]$/.test(word[j]))
      )
        j++;
      else if (word[j] === "(" && word[j + 2] === ")" && isName(doc, j + 3)) j += 3;
      else break;
      continue;
    }
    if (type[j] !== WORD) break;
    if (isName(doc, j)) {
      j++;
      continue;
    }
    const known = lexeme[j];
    if (
      word[j] === "of" &&
      j > from &&
      isOffice(doc, word[j - 1]) &&
      type[j + 1] === WORD &&
      !lexeme[j + 1]?.function
    ) {
      j += 2;
      continue;
    }
    if (
      word[j] === "of" &&
      j > from &&
      (isName(doc, j + 1) || (word[j + 1] === "the" && isName(doc, j + 2)))
    ) {
      j += word[j + 1] === "the" ? 2 : 1;
      continue;
    }
    if (
      word[j] === "and" &&
      j > from &&
      isName(doc, j - 1) &&
      isName(doc, j + 1) &&
      !isPlaceName(doc, j + 1)
    ) {
      j++;
      continue;
    }
    if (known?.function || (known?.changeBefore && !known.party)) break;
    if (known?.verb && !known.party && j > from) break;
    if (known?.month || known?.number || (j > from && doc.vocab.lists.partyVerbs.has(word[j]))) break;
    if (j > from && (endsLikeVerb(word[j]) || doc.vocab.multiples.has(word[j])) && !known?.party) break;
    j++;
  }
  while (
    j > from &&
    ((doc.lexeme[j - 1]?.function && !isName(doc, j - 1)) ||
      (type[j - 1] === MARK && !/^["”’)]$/.test(word[j - 1])))
  )
    j--;
  if (j === from) return null;
  const party = describe(doc, from, j);
  if (!party) return null;
  // "a Norwegian company, Tarnex, which": the name that follows a common noun is the party.
  if (
    !hasOwnName(doc, from, j) &&
    word[j] === "," &&
    isName(doc, j + 1) &&
    !isPlaceName(doc, j + 1) &&
    !lexeme[j + 1]?.month
  ) {
    const name = partyAt(doc, j + 1, limit);
    if (name?.named && (word[name.to] === "," || word[name.to] === "." || name.to >= limit)) return name;
  }
  return calledAfter(doc, j, limit) ?? party;
}

// "a freight forwarder in Dubai called Meridian Gulf Logistics"
function calledAfter(doc: Doc, at: number, limit: number): Party | null {
  const {word} = doc;
  let k = at;
  if (/^(?:in|of|near|outside)$/.test(word[k] ?? "")) {
    k++;
    while (k < limit && k < at + 4 && isName(doc, k)) k++;
  }
  if (!/^(?:called|named)$/.test(word[k] ?? "") || !isName(doc, k + 1)) return null;
  return partyAt(doc, k + 1, limit);
}

// "Malta-registered trader Blue Lotus", but not "Norway-based companies"
const isSeatOfName = (doc: Doc, k: number): boolean =>
  isName(doc, k) || (doc.type[k] === WORD && !doc.lexeme[k]?.function && isName(doc, k + 1));

/** Returns the party that is mentioned right before the given token, not before floor, or null. */
export function partyBefore(doc: Doc, at: number, floor: number): Party | null {
  const {word, type, lexeme, glued} = doc;
  let k = at - 1;
  while (k >= floor && at - k <= longest) {
    if (type[k] === MARK) {
      if (word[k] === "-" && glued[k] && glued[k + 1]) k--;
      else if (word[k] === "&") k--;
      else if (word[k] === "." && glued[k] && k - 1 >= floor && doc.end[k - 1] - doc.start[k - 1] <= 2) k--;
      else if (word[k] === ")" && word[k - 2] === "(" && k - 3 >= floor) k -= 3;
      else if (/^["“”‘’]$/.test(word[k])) k--;
      else break;
      continue;
    }
    if (type[k] === DIGITS && glued[k + 1]) {
      k--;
      continue;
    }
    if (type[k] !== WORD) break;
    if (isName(doc, k)) {
      k--;
      continue;
    }
    // "At the end of last year Norwegian organizations received": the date is not theirs.
    if (doc.vocab.lists.calendarNouns.has(word[k])) break;
    const known = lexeme[k];
    if (word[k] === "of" && k > floor && isOffice(doc, word[k - 1])) {
      k--;
      continue;
    }
    if (
      word[k] === "of" &&
      k > floor &&
      isName(doc, k + 1) &&
      k - 1 >= floor &&
      type[k - 1] === WORD &&
      !lexeme[k - 1]?.number
    ) {
      k--;
      continue;
    }
    if (word[k] === "and" && isName(doc, k + 1) && k > floor && isName(doc, k - 1)) {
      k--;
      continue;
    }
    if (known?.function || (known?.verb && !known.party) || known?.number) break;
    k--;
  }
  let from = k + 1;
  while (from < at && (type[from] === MARK || (lexeme[from]?.function && !isName(doc, from)))) from++;
  return from < at ? describe(doc, from, at) : null;
}

function describe(doc: Doc, from: number, to: number): Party | null {
  if (doc.word[from] === "according") return null;
  let named = false;
  let party = false;
  for (let k = from; k < to; k++) {
    if (doc.type[k] !== WORD) continue;
    if (isName(doc, k) && !(k === from && isSentenceStart(doc, k) && !isKnownName(doc, k))) named = true;
    // The head comes last: "military equipment" is nobody, "the Norwegian military" is.
    if (doc.lexeme[k]?.party && k === to - 1) party = true;
  }
  // At the head of a sentence any word has a capital; a second one makes it a name.
  if (!named && isName(doc, from) && isSentenceStart(doc, from)) {
    const known = doc.lexeme[from];
    if (!known && (to - from === 1 || isName(doc, from + 1))) named = true;
  }
  return named || party ? {from, to, named} : null;
}

/** Whether the token is written as a name: with a capital, and no function word. */
export function isName({type, text, start, end, lexeme, word}: Doc, k: number): boolean {
  if (type[k] !== WORD || !isUpper(text, start[k])) return false;
  // The HK of "HK$20" is no place.
  if (word[k + 1] === "$" && start[k + 1] === end[k]) return false;
  const known = lexeme[k];
  // "Rs 9", "Sh3,400"
  if (known && type[k + 1] === DIGITS && (known.starts & CURRENCY) > 0) return false;
  if (!known) return true;
  if (known.month > 0 || known.weekday >= 0) return false;
  if (!known.function) return true;
  // "US", "UK", "IT": a function word in capitals throughout. "I Machine" keeps its I before a name.
  if (end[k] - start[k] > 1) return isUpper(text, start[k] + 1);
  return word[k] === "i" && type[k + 1] === WORD && isUpper(text, start[k + 1]);
}

function isSentenceStart({type, word}: Doc, k: number): boolean {
  return k === 0 || type[k - 1] === BREAK || /^[.!?:“"—•-]$/.test(word[k - 1]);
}

function isKnownName(doc: Doc, k: number): boolean {
  return matchForward(doc, k, doc.vocab.places) !== null;
}

function isPlaceName(doc: Doc, k: number): boolean {
  return matchForward(doc, k, doc.vocab.places) !== null;
}

// Whether the phrase names its party itself: a name beyond an adjective of nationality.
function hasOwnName(doc: Doc, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    if (!isName(doc, k)) continue;
    const place = matchForward(doc, k, doc.vocab.places);
    if (place?.value.role !== "demonym") return true;
    k = place.to - 1;
  }
  return false;
}

// "the ministry of defence", "the department of health"
function isOffice(doc: Doc, w: string): boolean {
  return doc.vocab.lists.officeNouns.has(w);
}

function endsLikeVerb(w: string): boolean {
  return w.length > 4 && w.endsWith("ed");
}
