import type {Doc} from "../document.js";
import {isTold} from "../nounPhrase.js";
import {matchForward} from "../phrases.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import {CHROME} from "../vocab.js";

/**
 * Returns the lines of page furniture, as tokens [from, to): visitor counters,
 * share counts, copyright and licence lines, appeals for money, lists of other
 * articles. What is said in such a line is not said by the article.
 */
export function findChrome(doc: Doc): {from: number; to: number}[] {
  const {type, count} = doc;
  const lines: {from: number; to: number}[] = [];
  let inList = false;
  for (let from = 0; from < count; ) {
    let to = from;
    while (to < count && type[to] !== BREAK) to++;
    if (to > from) {
      const heading = isListHeading(doc, from, to);
      inList = heading || (inList && !isProse(doc, from, to));
      if (inList || isChrome(doc, from, to)) lines.push({from, to});
    }
    from = to + 1;
  }
  return lines;
}

// "MOST READ", "More from Nova Scotia", "Read also:": headlines of other articles follow, line by line.
function isListHeading(doc: Doc, from: number, to: number): boolean {
  const {type, vocab} = doc;
  let start = from;
  while (start < to && type[start] === MARK) start++;
  const first = doc.lexeme[start];
  if (type[start] === WORD && (first === null || (first.starts & CHROME) === 0)) return false;
  const match = matchForward(doc, start, vocab.chrome);
  // "Read also:" alone on its line
  if (match?.value === "strong") return match.to === to && doc.word[to - 1] === ":";
  if (match?.value !== "list") return false;
  return to - match.to <= 4 && !/^[.!?,]$/.test(doc.word[to - 1]);
}

// A paragraph of the article itself, after which no list goes on.
function isProse({type, word}: Doc, from: number, to: number): boolean {
  let words = 0;
  for (let i = from; i < to; i++) if (type[i] === WORD) words++;
  return words > 24 || (words > 7 && /^[.!”"’]$/.test(word[to - 1]));
}

function isChrome(doc: Doc, from: number, to: number): boolean {
  const {type, word, lexeme} = doc;
  let digits = 0;
  let words = 0;
  let strong = false;
  let weak = 0;
  let counters = 0;
  let parts = 1;
  for (let i = from; i < to; i++) {
    const kind = type[i];
    if (kind === MARK && i > from && (word[i] === "|" || word[i] === "·" || word[i] === "•")) parts++;
    if (kind === WORD) {
      words++;
      const known = lexeme[i];
      if (known === null || (known.starts & CHROME) === 0) continue;
    } else if (kind === DIGITS) {
      digits++;
      continue;
    }
    const match = kind === BREAK ? null : matchForward(doc, i, doc.vocab.chrome);
    if (match?.value === "strong" || (match?.value === "opening" && i === from)) strong = true;
    else if (match) {
      weak++;
      if (type[match.to] === DIGITS && !(doc.text[doc.start[i]] === word[i][0])) counters++;
    }
  }
  // "Share 148 Tweet 12 Comments 37"
  if (strong || counters > 1) return true;
  if (digits > 0 && words === 0) return !hasMoney(doc, from, to);
  const sentence = /^[.!?”"]$/.test(word[to - 1]) && (words > 6 || isTelling(doc, from, to));
  // "Posted: 6:00 AM | Updated: 3 hours ago | 138 comments"
  if (parts > 1 && weak > 0 && digits > 0 && !sentence && words <= 30) return true;
  return (
    weak > 0 &&
    digits > 0 &&
    words <= 5 &&
    !sentence &&
    !word.slice(from, to).some((w) => w === "%" || w === "$")
  );
}

// "Shares rose 4 percent."
function isTelling({lexeme}: Doc, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (lexeme[i]?.changeBefore || isTold(lexeme[i]?.verb) || lexeme[i]?.function === "auxiliary")
      return true;
  return false;
}

function hasMoney({type, word, vocab}: Doc, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (type[i] === MARK && (vocab.currencies.next.has(word[i]) || word[i] === "%")) return true;
  return false;
}
