import {describe, expect, it} from "vitest";
import {Mentions} from "../../../../src/waybill/parse/syntax/Mentions.js";
import {sentenceOf, text} from "./written.js";

const noun = (noun: number) => ({frequent: true, tags: 0, noun, verb: 0, adjective: false, adverb: false});
// Classes as in the lexicon: 16 is a person, 12 a group.
const lexicon = new Map([
  ["engineer", noun(16)],
  ["ministry", noun(12)],
  ["defence", noun(1)],
]);
const places = new Set(["Peru"]);

// Each sentence is a subject that arrives.
const arrives = (...rows: string[]) => `${rows.join("\n")}\narrived arrive VERB/VBD 0 root`;

function read(...trees: string[]) {
  const mentions = new Mentions(lexicon, (name) => places.has(name));
  const sentences = trees.map(sentenceOf);
  for (const sentence of sentences) mentions.add(sentence);
  return mentions.all.map(({sentence, chunk, entity, kind}) => [
    text(sentences[sentence], chunk),
    entity,
    kind,
  ]);
}

const annaVolmer = arrives("Anna Anna PROPN/NNP 3 nsubj", "Volmer Volmer PROPN/NNP 1 flat");
const volmer = arrives("Volmer Volmer PROPN/NNP 2 nsubj");
const peru = arrives("Peru Peru PROPN/NNP 2 nsubj");

describe("Mentions", () => {
  it("knows a person again by the last name", () => {
    expect(read(annaVolmer, volmer)).toEqual([
      ["Anna Volmer", 0, "person"],
      ["Volmer", 0, "person"],
    ]);
  });

  it("takes no first name for a last one, and no place for a person", () => {
    expect(read(annaVolmer, arrives("Anna Anna PROPN/NNP 2 nsubj")).map(([, entity]) => entity)).toEqual([
      0, 1,
    ]);
    expect(read(peru, arrives("Ada Ada PROPN/NNP 3 nsubj", "Peru Peru PROPN/NNP 1 flat"))).toEqual([
      ["Peru", 0, "place"],
      ["Ada Peru", 1, "person"],
    ]);
  });

  const bank = arrives(
    "the the DET/DT 4 det",
    "Ondal Ondal PROPN/NNP 4 compound",
    "Naval Naval PROPN/NNP 4 compound",
    "Bank Bank PROPN/NNP 5 nsubj",
  );

  it("knows a group by its initials and by its first word", () => {
    expect(
      read(bank, arrives("ONB ONB PROPN/NNP 2 nsubj"), arrives("Ondal Ondal PROPN/NNP 2 nsubj")).map(
        ([, id]) => id,
      ),
    ).toEqual([0, 0, 0]);
    expect(read(bank, arrives("OBN OBN PROPN/NNP 2 nsubj")).map(([, id]) => id)).toEqual([0, 1]);
  });

  it("gives the longer name where the shorter came first", () => {
    const mentions = new Mentions(lexicon, () => false);
    for (const tree of [arrives("Ondal Ondal PROPN/NNP 2 nsubj"), bank]) mentions.add(sentenceOf(tree));
    expect(mentions.nameOf(0)).toBe("Ondal Naval Bank");
  });

  it("knows the ministry that was named, and none that was not", () => {
    const defence = arrives(
      "the the DET/DT 2 det",
      "Defence Defence PROPN/NNP 3 compound",
      "Ministry Ministry PROPN/NNP 4 nsubj",
    );
    const ministry = arrives("the the DET/DT 2 det", "ministry ministry NOUN/NN 3 nsubj");
    expect(read(defence, ministry)).toEqual([
      ["the Defence Ministry", 0, "group"],
      ["the ministry", 0, "group"],
    ]);
    expect(read(peru, ministry)).toEqual([["Peru", 0, "place"]]);
  });

  it("takes who has a trade for a person", () => {
    expect(read(arrives("engineer engineer NOUN/NN 2 compound", "Kovo Kovo PROPN/NNP 3 nsubj"))).toEqual([
      ["engineer Kovo", 0, "person"],
    ]);
  });
});
