import {expect, it} from "vitest";
import {readGrammar} from "../../../../loaders/readGrammar.js";
import {readVocab} from "../../../../loaders/vocab.js";
import {toDoc} from "../../../../src/waybill/parse/document.js";
import {Syntax} from "../../../../src/waybill/parse/syntax/Syntax.js";

const vocab = readVocab();
const grammar = readGrammar();

function rootOf(text: string): string | undefined {
  const sentence = new Syntax(toDoc(text, vocab, null), grammar).sentence(0);
  return sentence?.tokens.find(({head}) => head < 0)?.form;
}

it.each([
  [
    "Chinese exports of ceramics to Russia increased by 69% to 40 dollars for a component used in armor.",
    "increased",
  ],
  ["Machines made in Taiwan accounted for almost all of the imports.", "accounted"],
])("the verb of %j is its root", (text, verb) => {
  expect(rootOf(text)).toBe(verb);
});

it.each([
  ["Six machines made in Taiwan.", "machines"],
  ["A firm that sells boats to Peru.", "firm"],
])("%j has none", (text, noun) => {
  expect(rootOf(text)).toBe(noun);
});
