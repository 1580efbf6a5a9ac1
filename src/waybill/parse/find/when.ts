import {contextOf} from "../contexts.js";
import type {Doc} from "../document.js";
import type {Num} from "../number.js";
import {matchBackward, matchForward} from "../phrases.js";
import type {SetAside} from "./name.js";

const isVerb = ({word, lexeme, vocab}: Doc, k: number): boolean =>
  word[k] === "last" &&
  !/'s$/.test(word[k - 1] ?? "") &&
  lexeme[k - 1]?.function !== "determiner" &&
  !vocab.lists.possessivesAll.has(word[k - 1]);

/** Returns where a length of time ends that only says when: “three weeks ago”, “the last two years”. */
export function findWhen(doc: Doc, i: number, num: Num | null): SetAside | null {
  if (!num) return null;
  const {word, glued} = doc;
  const at = word[num.to] === "of" && num.value === null ? num.to + 1 : num.to;
  const unit = matchForward(doc, at, doc.vocab.units);
  if (unit?.value.kind !== "duration") return null;
  const {to} = unit;
  const plural = word[to - 1].endsWith("s") || num.value === 1 || unit.value.role !== "word";
  if (!plural) return null;
  // "laid more than 60 years ago": who hedges a length of time states it.
  if (i > 0 && matchBackward(doc, i - 1, doc.vocab.hedgesBefore)) return null;
  // "ten days after", "in the ten months to October", but "won by 3.4 seconds after 58 laps"
  if (contextOf(doc, "when", i, to) === "yes") return {to, reason: "date"};
  // "the last ten days", but "the batteries last 12 hours"
  if (i > 0 && !glued[i] && doc.vocab.lists.whenBefore.has(word[i - 1]) && !isVerb(doc, i - 1))
    return {to, reason: "date"};
  return null;
}
