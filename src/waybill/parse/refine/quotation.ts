import type {Doc} from "../document.js";
import {BREAK, MARK, WORD} from "../scan.js";

/** A stretch of direct speech with its marks, tokens [from, to). */
export interface Quotation {
  from: number;
  to: number;
}

const openers: Record<string, string> = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"', "'": "'"};
const longestOfSingle = 8;

/**
 * Returns what a text puts between quotation marks, in order and disjoint. One
 * that its paragraph leaves open ends with the paragraph: papers open it anew in
 * the next one and close the last one only.
 */
export function findQuotations(doc: Doc): Quotation[] {
  const {type, word, count} = doc;
  const found: Quotation[] = [];
  let open = -1;
  let mark = "";
  for (let i = 0; i < count; i++) {
    const t = type[i];
    if (t === WORD) continue;
    if (t === BREAK) {
      if (open >= 0 && (type[i + 1] === BREAK || i + 1 === count || opensAt(doc, i + 1))) {
        found.push({from: open, to: i});
        open = -1;
      }
      continue;
    }
    if (t !== MARK) continue;
    if (open >= 0 && closesAt(doc, i, mark, open)) {
      found.push({from: open, to: i + 1});
      open = -1;
    } else if (open < 0 && opensAt(doc, i)) {
      open = i;
      mark = openers[word[i]];
    }
  }
  if (open >= 0) found.push({from: open, to: count});
  return found;
}

function opensAt({type, word, glued}: Doc, i: number): boolean {
  if (type[i] !== MARK || openers[word[i]] === undefined) return false;
  if (word[i] === '"' || word[i] === "'" || word[i] === "‘") {
    const isFree = i === 0 || !glued[i] || type[i - 1] === BREAK || /^[([—–-]$/.test(word[i - 1]);
    return isFree && glued[i + 1] === 1 && (word[i] === '"' || type[i + 1] === WORD);
  }
  return true;
}

// A single mark may be an apostrophe: it closes beside another mark, or soon after it was opened.
function closesAt({type, word, glued}: Doc, i: number, mark: string, open: number): boolean {
  const w = word[i];
  if (mark === "’" || mark === "'") {
    if (w !== "’" && w !== "'") return false;
    return glued[i] === 1 && (type[i - 1] === MARK || type[i + 1] !== WORD || i - open <= longestOfSingle);
  }
  return w === mark || (mark === "“" && w === "”");
}

/** Returns the quotation that holds the given token, or null. */
export function quotationAt(quotations: readonly Quotation[], token: number): Quotation | null {
  let low = 0;
  let high = quotations.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const {from, to} = quotations[mid];
    if (token < from) high = mid - 1;
    else if (token >= to) low = mid + 1;
    else return quotations[mid];
  }
  return null;
}
