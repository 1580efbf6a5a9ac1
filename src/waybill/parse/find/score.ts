import {type Doc, isUpper} from "../document.js";
import {readNounPhrase} from "../nounPhrase.js";
import {type Num, readNumber} from "../number.js";
import {matchForward} from "../phrases.js";
import {DIGITS, WORD} from "../scan.js";
import type {SetAside} from "./name.js";

/** Returns where a score or a pair of bare numbers ends: “3-1”, “6-4, 6-3”, “a 52–48 vote”. */
export function findScore(doc: Doc, i: number, num: Num | null): SetAside | null {
  const {word, type, glued} = doc;
  const votes = num && votesTo(doc, i, num);
  if (votes) return votes;
  if (type[i] !== DIGITS || !num) return null;
  // "in 2.39:1"
  if (
    num.to === i + 3 &&
    word[num.to] === ":" &&
    glued[num.to] &&
    type[num.to + 1] === DIGITS &&
    glued[num.to + 1]
  )
    return {to: num.to + 2, reason: "score"};
  if (num.to !== i + 1 || word[i].length > 3) return null;
  // "scored 8/10", "a 120/80 reading"; "3/4 of them" is a share
  const isPair = word[i + 1] === "/" && glued[i + 1] && glued[i + 2] && type[i + 2] === DIGITS;
  if (isPair && word[i + 3] !== "of" && !matchForward(doc, i + 3, doc.vocab.units) && word[i + 3] !== "%")
    return {to: i + 3, reason: "score"};
  if (i > 0 && /^[$€£¥₹]$/.test(word[i - 1])) return null;
  const dash = /^[-–:]$/.test(word[i + 1] ?? "") && glued[i + 1] && glued[i + 2];
  if (!dash || type[i + 2] !== DIGITS || word[i + 2].length > 3) return null;
  let to = i + 3;
  const after = word[to] ?? "";
  if (after === "." && glued[to] && type[to + 1] === DIGITS && glued[to + 1]) return null;
  if (glued[to] && type[to] === WORD) return null;
  if (doc.vocab.percents.next.has(after) || doc.lexeme[to]?.scale) return null;
  if (after === "-" && glued[to]) {
    if (type[to + 1] === DIGITS) return null;
    if (doc.vocab.lists.afterScore.has(word[to + 1])) return null;
    return {to, reason: "score"};
  }
  // "12-14 of them failed"
  if (after === "of" && Number(word[i]) < Number(word[i + 2])) return null;
  const isResult = doc.vocab.lists.afterResult.has(after) || /^[,.;)\n]?$/.test(after);
  // "Chelsea 4-0 Spurs"
  const isBetween = isName(doc, i - 1) && isName(doc, to) && Number(word[i]) < 20 && Number(word[i + 2]) < 20;
  if (isBetween) return {to, reason: "score"};
  if (!isResult && readNounPhrase(doc, to)) return null;
  if (matchForward(doc, to, doc.vocab.units) && !isResult) return null;
  if (matchForward(doc, to, doc.vocab.currencies)?.value.role === "name") return null;
  if (/^(?:aged|ages|age|between|the)$/.test(word[i - 1] ?? "") && word[i - 1] !== "the") return null;
  while (
    word[to] === "," &&
    type[to + 1] === DIGITS &&
    /^[-–]$/.test(word[to + 2] ?? "") &&
    type[to + 3] === DIGITS &&
    glued[to + 3]
  )
    to += 4;
  return {to, reason: "score"};
}

const isName = ({type, text, start, lexeme}: Doc, k: number): boolean =>
  type[k] === WORD && isUpper(text, start[k]) && !lexeme[k]?.function && !lexeme[k]?.month;

// "voted by 1,118 to 204", "passed by 52 votes to 48" has votes to count
function votesTo(doc: Doc, i: number, num: Num): SetAside | null {
  const {word, type} = doc;
  if (word[i - 1] !== "by" || word[num.to] !== "to" || type[num.to + 1] !== DIGITS) return null;
  const other = readNumber(doc, num.to + 1);
  if (!other || readNounPhrase(doc, other.to) || word[other.to] === "%") return null;
  for (let k = i - 2; k > i - 8 && k >= 0; k--)
    if (doc.vocab.lists.voteVerbs.has(word[k])) return {to: other.to, reason: "score"};
  return null;
}
