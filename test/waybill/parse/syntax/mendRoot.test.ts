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
  ["Danish exports of pumps to Chile rose by 8% to 50 dollars for a part used in mines.", "rose"],
  ["Wines bottled in Chile accounted for most of the sales.", "accounted"],
  ["Trucks built in Poland formed nearly half of the fleet.", "formed"],
])("the verb of %j is its root", (text, verb) => {
  expect(rootOf(text)).toBe(verb);
});

it.each([
  ["Six machines made in Taiwan.", "machines"],
  ["A firm that sells boats to Peru.", "firm"],
])("%j has none", (text, noun) => {
  expect(rootOf(text)).toBe(noun);
});
