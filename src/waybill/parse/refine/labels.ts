import type {Doc} from "../document.js";
import {BREAK, MARK} from "../scan.js";
import {isName} from "./party.js";
import {type Quotation, quotationAt} from "./quotation.js";
import {headEnd, openingSubject, type Speaker, speakerAfter} from "./speaker.js";
import type {Attribution} from "./speech.js";

/** Returns who signs direct speech: “We will plant 12,000 oaks.” — Tilda Marsh, forestry chief. */
export function signature(
  doc: Doc,
  quotations: readonly Quotation[],
  from: number,
  to: number,
): Attribution | null {
  const {word, type} = doc;
  let dash = from;
  while (dash < to && !/^[—–-]$/.test(word[dash])) dash = quotationAt(quotations, dash)?.to ?? to;
  if (dash >= to || dash === 0) return null;
  let before = dash - 1;
  while (type[before] === BREAK && before > 0) before--;
  if (quotationAt(quotations, before)?.to !== before + 1 || !isName(doc, dash + 1)) return null;
  const speaker = speakerAfter(doc, dash + 1, to);
  const isOver =
    speaker !== null && (speaker.to >= to || word[speaker.to] === "," || word[speaker.to] === "(");
  return speaker && isOver && to - dash < 16 ? {...speaker, at: dash, reach: "all"} : null;
}

const longestLabel = 6;

/** Returns who a headline names beside its news: “Police: 12 dead”, “12 dead – police”. */
export function labels(doc: Doc, from: number, to: number): Attribution[] {
  const {word, type} = doc;
  for (let k = from + 1; k < Math.min(to - 1, from + longestLabel + 1); k++) {
    if (type[k] !== MARK) continue;
    const speaker = word[k] === ":" ? speakerAfter(doc, from, k) : null;
    if (speaker?.to === k && isVoice(doc, speaker)) return [{...speaker, at: k, reach: "after"}];
    break;
  }
  if (/^[.!?”"]$/.test(word[to - 1] ?? "") || (type[to] !== BREAK && to < doc.count)) return [];
  for (let k = to - 2; k > Math.max(from, to - longestLabel); k--) {
    if (type[k] !== MARK) continue;
    if (!/^[:–—]$/.test(word[k])) break;
    const speaker = speakerAfter(doc, k + 1, to);
    return speaker?.to === to && isVoice(doc, speaker) ? [{...speaker, at: k, reach: "all"}] : [];
  }
  return [];
}

// The last word of a label is who speaks: "Weather bureau", "UN report", "WHO".
function isVoice(doc: Doc, {from, to}: Speaker): boolean {
  const {word, text, start, end} = doc;
  if (doc.vocab.sources.has(word[to - 1]) || doc.lexeme[to - 1]?.party) return true;
  const last = text.slice(start[to - 1], end[to - 1]);
  return to - from <= 2 && last.length >= 2 && last.length <= 5 && last === last.toUpperCase();
}

/** Returns the paper that a sentence opens with: “In a survey of 900 nurses, 40% …”, “In the report it is stated that”. */
export function paperOpening(doc: Doc, from: number, to: number): Attribution | null {
  const paper = doc.word[from] === "in" ? speakerAfter(doc, from + 1, to) : null;
  const kind = paper && doc.vocab.sources.get(doc.word[headEnd(doc, paper) - 1]);
  return paper && (kind === "document" || kind === "data") ? {...paper, at: from, reach: "all"} : null;
}

/** Returns who a sentence tells of before it lets them speak: “The mayor was blunt: ‘We have 40 beds.’”. */
export function introduced(doc: Doc, from: number, to: number): Attribution[] {
  const {word, type} = doc;
  for (let k = from; k < to; k++) {
    if (type[k] !== MARK || word[k] !== ":") continue;
    if (k + 1 < to ? !/^["“‘]$/.test(word[k + 1]) : false) return [];
    const speaker = openingSubject(doc, from, k);
    return speaker ? [{...speaker, at: k, reach: "after"}] : [];
  }
  return [];
}
