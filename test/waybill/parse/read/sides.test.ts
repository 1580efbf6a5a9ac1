import {describe, expect, it} from "vitest";
import {readVocab} from "../../../../loaders/vocab.js";
import {sidesOf} from "../../../../src/waybill/parse/read/sides.js";
import * as trees from "../syntax/trees.js";
import {sentenceOf, text} from "../syntax/written.js";

const vocab = readVocab();

// The sides of the word that is written so.
function sides(tree: string, word: string) {
  const sentence = sentenceOf(tree);
  const {start, end} = sentence.tokens.find(({form}) => form === word)!;
  const {supplier, recipient, via, saidBy} = sidesOf(vocab, sentence, start, end);
  return [supplier, recipient, via, saidBy].map((chunk) => text(sentence, chunk));
}

describe("sidesOf(vocab, sentence, start, end)", () => {
  it("reads who hands over, through the verb that governs", () => {
    expect(sides(trees.hand, "20")).toEqual(["Dorex", "the Norwegian navy", null, null]);
  });

  it("reads to whom and through whom something was delivered, and takes the thing for no side", () => {
    expect(sides(trees.delivered, "63")).toEqual([null, "Peru", "Malta", null]);
    expect(sides(trees.delivered, "20m")).toEqual([null, "Peru", "Malta", null]);
  });

  it("reads who gets", () => {
    expect(sides(trees.according, "12")).toEqual([null, "Malta", null, "customs data"]);
    expect(sides(trees.ministry, "40").slice(0, 2)).toEqual([null, "The ministry"]);
  });

  it("takes a pronoun for nobody, and tells who says so", () => {
    expect(sides(trees.volmer, "9")).toEqual([null, null, null, "Volmer"]);
  });

  it("takes who is given things for the one who gets them", () => {
    const given = `
      Peru   Peru  PROPN/NNP 3 nsubj:pass
      was    be    AUX/VBD   3 aux:pass
      given  give  VERB/VBN  0 root
      30     30    NUM/CD    5 nummod
      boats  boat  NOUN/NNS  3 obj
      by     by    ADP/IN    7 case
      Ondal  Ondal PROPN/NNP 3 obl:agent`;
    expect(sides(given, "30")).toEqual(["Ondal", "Peru", null, null]);
  });

  it("gives no sides by a verb that hands nothing over", () => {
    expect(sides(trees.hand.replace("hand   hand ", "hand   moor "), "20")).toEqual([null, null, null, null]);
  });

  it("reads nouns of trade", () => {
    const exports = `
      Ondal   Ondal  PROPN/NNP 3 nmod:poss
      's      's     PART/POS  1 case
      exports export NOUN/NNS  8 nsubj
      of      of     ADP/IN    5 case
      pumps   pump   NOUN/NNS  3 nmod
      to      to     ADP/IN    7 case
      Peru    Peru   PROPN/NNP 3 nmod
      reached reach  VERB/VBD  0 root
      $       $      SYM/$     8 obj
      4m      4m     NUM/CD    9 nummod`;
    expect(sides(exports, "pumps").slice(0, 2)).toEqual(["Ondal", "Peru"]);
    expect(sides(exports.replace("exports export", "imports import"), "pumps").slice(0, 2)).toEqual([
      null,
      "Ondal",
    ]);
  });
});
