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
  if (type[i] !== DIGITS || !num || num.to !== i + 1 || word[i].length > 3) return null;
  if (i > 0 && /^[$€£¥₹]$/.test(word[i - 1])) return null;
  // "a 2-for-1 split", "10-for-12 shooting"
  if (
    word[i + 1] === "-" &&
    /^(?:for|of|in)$/.test(word[i + 2] ?? "") &&
    word[i + 3] === "-" &&
    glued[i + 3] &&
    type[i + 4] === DIGITS &&
    word[i + 2] === "for"
  )
    return {to: i + 5, reason: "score"};
  // "34-all", "40-love"
  if (word[i + 1] === "-" && glued[i + 1] && glued[i + 2] && /^(?:all|love)$/.test(word[i + 2] ?? ""))
    return {to: i + 3, reason: "score"};
  const dash = /^[-–:]$/.test(word[i + 1] ?? "") && glued[i + 1] && glued[i + 2];
  if (!dash || type[i + 2] !== DIGITS || word[i + 2].length > 3) return null;
  let to = i + 3;
  const after = word[to] ?? "";
  if (after === "." && glued[to] && type[to + 1] === DIGITS && glued[to + 1]) return null;
  if (glued[to] && type[to] === WORD) return null;
  if (after === "%" || after === "percent" || after === "per" || after === "pct" || doc.lexeme[to]?.scale)
    return null;
  if (after === "-" && glued[to]) {
    if (type[to + 1] === DIGITS) return null;
    if (/^(?:year|month|week|day|hour|minute|metre|meter|mile|km|foot|inch|point)$/.test(word[to + 1] ?? ""))
      return null;
    return {to, reason: "score"};
  }
  const isResult =
    /^(?:win|winners|losers|victors|leaders|favourites|favorites|victory|defeat|loss|draw|lead|vote|record|decision|split|score|scoreline|thrashing|rout|triumph|deficit|advantage|away|aggregate|majority|ruling|margin|on|in|at|after|against|to|over|by|with|for|,|\.|;|\)|and|thanks)$/.test(
      after,
    ) ||
    after === "" ||
    after === "\n";
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
    if (/^(?:vote|voted|votes|voting|passed|won|lost|beat|approved|rejected|ruled|defeated)$/.test(word[k]))
      return {to: other.to, reason: "score"};
  return null;
}
