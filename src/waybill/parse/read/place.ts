import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {isName} from "../refine/party.js";
import type {Stretch} from "../refine/predicate.js";
import {nameEnd} from "./names.js";
import {isDated} from "./wording.js";

/** Returns the place that opens the clause of a figure: “In Dover alone, 85 tonnes were seized”; or null. */
export function openingPlace(doc: Doc, figure: Found, floor: number): Stretch | null {
  if (figure.kind === "money" || figure.kind === "duration") return null;
  for (let k = figure.from - 2; k >= floor; k--) {
    if (k !== floor && !/^(?:[,:;—–]|and|but|while)$/.test(doc.word[k - 1])) continue;
    const place = placeAt(doc, k, figure.from);
    if (place) return place;
  }
  return null;
}

/** Returns the place that is told behind a figure, before the next comma and the next handing over; or null. */
export function placeBehind(doc: Doc, from: number, limit: number): Stretch | null {
  for (let k = from; k < limit; k++) {
    if (/^[;,]$/.test(doc.word[k])) return null;
    const frame = doc.lexeme[k]?.verb?.frame;
    if (frame && frame !== "say") return null;
    const place = placeAt(doc, k, limit);
    if (place) return place;
  }
  return null;
}

function placeAt(doc: Doc, k: number, limit: number): Stretch | null {
  if (!/^(?:in|at|across|near|off)$/.test(doc.word[k]) || isDated(doc, k + 1)) return null;
  const from = doc.lexeme[k + 1]?.function === "determiner" ? k + 2 : k + 1;
  return from < limit && isName(doc, from) ? {from, to: nameEnd(doc, from, limit)} : null;
}

/** Whether a clause starts with the figure, or whoever tells of it stands before. */
export function isSubjectOfClause({word, lexeme}: Doc, {from}: Found, verb: number): boolean {
  return (
    verb < 0 ||
    lexeme[verb]?.verb?.frame === "say" ||
    word[from - 1] === "," ||
    lexeme[from - 1]?.function === "conjunction"
  );
}

/** Whether a figure counts those to whom something happened: “killed 57 people”, “412 people have died”, “a toll of 600”. */
export function isHarmed({word, vocab, lexeme}: Doc, figure: Found, verb: number, limit: number): boolean {
  if (figure.kind !== "count") return false;
  const {harmingVerbs, harmedVerbs, tollNouns} = vocab.lists;
  if (verb >= 0 && harmingVerbs.has(word[verb])) return true;
  for (let k = figure.nounFrom; k >= 0 && k < figure.nounTo; k++) if (tollNouns.has(word[k])) return true;
  for (let k = Math.max(figure.to, figure.nounTo); k < limit; k++) {
    if (harmedVerbs.has(word[k])) return true;
    if (!lexeme[k]?.function) return false;
  }
  return false;
}
