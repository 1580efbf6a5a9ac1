import {describe, expect, it} from "vitest";
import {lemmaOf} from "../../../../src/waybill/parse/syntax/lemma.js";

const word = (noun: number, verb: number) => ({
  frequent: true,
  tags: 0,
  noun,
  verb,
  adjective: false,
  adverb: false,
});
const lexicon = new Map([
  ["close", word(0, 1)],
  ["bus", word(1, 0)],
  ["die", word(1, 1)],
]);
const lemma = (form: string, pos: string, tag: string) => lemmaOf(form, pos, tag, lexicon);

describe("lemmaOf(form, pos, tag, lexicon)", () => {
  it.each([
    ["Sold", "VERB", "VBD", "sell"],
    ["was", "AUX", "VBD", "be"],
    ["'s", "AUX", "VBZ", "be"],
    ["n't", "PART", "RB", "not"],
    ["ca", "AUX", "MD", "can"],
    ["shipped", "VERB", "VBD", "ship"],
    ["invoiced", "VERB", "VBN", "invoice"],
    ["trucked", "VERB", "VBD", "truck"],
    ["couriered", "VERB", "VBD", "courier"],
    ["supplying", "VERB", "VBG", "supply"],
    ["supplied", "VERB", "VBD", "supply"],
    ["closing", "VERB", "VBG", "close"],
    ["found", "VERB", "VBD", "find"],
    ["founded", "VERB", "VBD", "found"],
    ["found", "VERB", "VB", "found"],
    ["goes", "VERB", "VBZ", "go"],
    ["batteries", "NOUN", "NNS", "battery"],
    ["boxes", "NOUN", "NNS", "box"],
    ["buses", "NOUN", "NNS", "bus"],
    ["women", "NOUN", "NNS", "woman"],
    ["news", "NOUN", "NN", "news"],
    ["Airlines", "PROPN", "NNPS", "Airlines"],
  ])("%s as %s/%s is %s", (form, pos, tag, expected) => {
    expect(lemma(form, pos, tag)).toBe(expected);
  });
});
