import type {Doc} from "../document.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import type {SetAside} from "./name.js";

// A run of glued tokens is looked at this far, so that a megabyte of "1,1," stays cheap.
const reach = 24;

/**
 * Returns where a web address, e-mail, hashtag, telephone number, network
 * address, version or code ends whose digits are at the given token.
 */
export function findContact(doc: Doc, i: number): SetAside | null {
  if (doc.type[i] !== DIGITS) return null;
  return address(doc, i) ?? phone(doc, i) ?? dotted(doc, i) ?? coordinates(doc, i);
}

function address({word, glued, count, type, vocab}: Doc, i: number): SetAside | null {
  let from = i;
  while (from > 0 && glued[from] && i - from < reach) from--;
  let to = i + 1;
  while (to < count && glued[to] && to - i < reach) to++;
  let at = false;
  for (let k = from; k < to; k++) {
    const w = word[k];
    if (w === "@" || w === "#" || w === "_") at = true;
    else if (w === "www" || w === "http" || w === "https") at = true;
    else if (type[k] === WORD && k > from + 1 && word[k - 1] === "." && vocab.lists.domainEndings.has(w))
      at = true;
  }
  if (!at) return null;
  // Only the glued run with no closing mark at its end.
  while (to > i + 1 && type[to - 1] === MARK) to--;
  return {to, reason: "contact"};
}

// +44 20 7946 0018, (555) 123-4567, 0800 123 456, 1-800-555-0199
function phone({word, type, glued, count, start, end, vocab}: Doc, i: number): SetAside | null {
  const plus = i > 0 && word[i - 1] === "+" && glued[i];
  let j = i;
  let groups = 0;
  let digits = 0;
  let hyphens = 0;
  while (j < count && type[j] === DIGITS && groups < 7) {
    groups++;
    digits += word[j].length;
    j++;
    let k = j;
    while (k < count && type[k] === MARK && /^[-–().]$/.test(word[k]) && k < j + 2) {
      if (word[k] === "-") hyphens++;
      k++;
    }
    if (k < count && type[k] === DIGITS && start[k] - end[j - 1] <= 3) j = k;
    else break;
  }
  const leading = word[i][0] === "0" && word[i].length >= 3 && word[i].length <= 6;
  const called =
    (i > 0 && vocab.lists.phoneLeads.has(word[i - 1])) ||
    (i > 1 && /^[:.]$/.test(word[i - 1]) && vocab.lists.phoneLeads.has(word[i - 2]));
  const isPhone =
    (plus && digits >= 7) ||
    (hyphens >= 2 && digits >= 7 && groups >= 3) ||
    (leading && digits >= 7 && groups >= 2) ||
    (called && digits >= 5 && groups >= 2) ||
    (word[i - 1] === "(" && word[i + 1] === ")" && digits >= 9) ||
    (groups === 2 && hyphens === 1 && word[i].length === 3 && digits === 7);
  return isPhone ? {to: j, reason: "contact"} : null;
}

// 192.168.0.1, version 2.4.1, HS code 8471.30.01
function dotted({word, type, glued, count}: Doc, i: number): SetAside | null {
  let j = i;
  let groups = 1;
  while (
    j + 2 < count &&
    word[j + 1] === "." &&
    glued[j + 1] &&
    type[j + 2] === DIGITS &&
    glued[j + 2] &&
    groups < reach
  ) {
    j += 2;
    groups++;
  }
  if (groups < 3) return null;
  const allThree = word[i].length <= 3 && word[i + 2].length === 3 && word[j].length === 3;
  return allThree ? null : {to: j + 1, reason: "name"};
}

// 51.5°N, 0.1°W; 50°27′N
function coordinates({word, type, glued, count}: Doc, i: number): SetAside | null {
  let j = i + 1;
  if (word[j] === "." && glued[j] && type[j + 1] === DIGITS) j += 2;
  if (word[j] !== "°" && word[j] !== "º") return null;
  j++;
  while (j < count && (type[j] === DIGITS || /^[′″'’".]$/.test(word[j])) && glued[j] && j < i + 10) j++;
  if (j < count && type[j] !== BREAK && /^[nsew]$/.test(word[j])) return {to: j + 1, reason: "name"};
  return null;
}
