import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {WORD} from "../scan.js";
import type {Party} from "./party.js";

/**
 * Returns the one whom something is given in the words between the verb and
 * the figure, though it has no name: “cane growers” of “owe cane growers
 * Rs 3,120 crore”; null where they are no noun phrase that could be that.
 */
export function indirectObject(doc: Doc, verb: number, figure: Found): Party | null {
  const {word, lexeme, type, glued} = doc;
  // "supplied the plant with 12 lathes"
  const isWith = word[figure.from - 1] === "with" && /^(?:suppl|provid|equip|furnish)/.test(word[verb]);
  if (!isWith && !doc.vocab.lists.doubleObjectVerbs.has(word[verb])) return null;
  let from = verb + 1;
  while (from < figure.from && lexeme[from]?.function === "determiner") from++;
  const to = isWith || lexeme[figure.from - 1]?.function === "determiner" ? figure.from - 1 : figure.from;
  if (to <= from || to - from > 6) return null;
  for (let k = from; k < to; k++) {
    const joins = /^[-'’]$/.test(word[k]) && glued[k];
    if (!joins && (type[k] !== WORD || lexeme[k]?.function)) return null;
  }
  const hasOwner = from > verb + 1;
  const isMany = word[to - 1].length > 3 && word[to - 1].endsWith("s");
  return hasOwner || isMany ? {from, to, named: false} : null;
}
