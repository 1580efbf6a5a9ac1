import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import type {Found} from "../Found.js";

export interface Clause {
  from: number;
  to: number;
}

export function clauseOf(doc: Doc, figure: Found): Clause {
  const sentence = sentenceTokens(doc, sentenceOf(doc, figure.from));
  let {from, to} = sentence;
  for (let k = figure.from - 1; k > from; k--)
    if (doc.word[k] === ";") {
      from = k + 1;
      break;
    }
  for (let k = figure.to; k < to; k++)
    if (doc.word[k] === ";") {
      to = k;
      break;
    }
  return {from, to};
}
