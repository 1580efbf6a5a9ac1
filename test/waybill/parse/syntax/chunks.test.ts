import {describe, expect, it} from "vitest";
import * as trees from "./trees.js";
import {sentenceOf, text} from "./written.js";

const chunks = (tree: string, kind: string) => {
  const sentence = sentenceOf(tree);
  return sentence.chunks.filter((chunk) => chunk.kind === kind).map((chunk) => text(sentence, chunk));
};

describe("findChunks(tree)", () => {
  it("finds nouns with what stands before them", () => {
    expect(chunks(trees.hand, "noun")).toEqual(["Dorex", "20 boats", "the Norwegian navy"]);
    expect(chunks(trees.delivered, "noun")).toEqual(["63 shipments", "$ 20m", "Peru", "Malta"]);
    expect(chunks(trees.according, "noun")).toEqual(["Malta", "12 presses", "customs data", "the Courier"]);
  });

  it("finds verbs with their auxiliaries", () => {
    expect(chunks(trees.hand, "verb")).toEqual(["plans", "to hand"]);
    expect(chunks(trees.ministry, "verb")).toEqual(["had ordered", "did not receive"]);
    expect(chunks(trees.seized, "verb")).toEqual(["found", "hidden"]);
  });

  it("finds prepositions, of two words too", () => {
    expect(chunks(trees.according, "preposition")).toEqual(["according to", "by"]);
  });

  it("tells the number that counts the noun", () => {
    const sentence = sentenceOf(trees.hand);
    const [, boats, navy] = sentence.chunks.filter(({kind}) => kind === "noun");
    expect(sentence.tokens[boats.number!].form).toBe("20");
    expect(navy.number).toBeNull();
  });

  it("takes whose it is into the chunk, and gives the owner one of its own", () => {
    expect(
      chunks(
        `Ondal Ondal PROPN/NNP 3 nmod:poss
         's    's    PART/POS  1 case
         boss  boss  NOUN/NN   4 nsubj
         left  leave VERB/VBD  0 root`,
        "noun",
      ),
    ).toEqual(["Ondal 's boss", "Ondal"]);
  });

  it("makes no chunk of a part of another, joined or not", () => {
    expect(
      chunks(
        `Peru   Peru  PROPN/NNP 2 nsubj
         bought buy   VERB/VBD  0 root
         steel  steel NOUN/NN   6 compound
         and    and   CCONJ/CC  5 cc
         iron   iron  NOUN/NN   3 conj
         bars   bar   NOUN/NNS  2 obj`,
        "noun",
      ),
    ).toEqual(["Peru", "steel and iron bars"]);
  });

  it("leaves out what hangs on a preposition", () => {
    expect(chunks(trees.rival, "noun")).toEqual(["Kovo", "a rival", "Ondal"]);
  });
});
