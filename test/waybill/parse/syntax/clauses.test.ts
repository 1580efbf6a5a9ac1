import {describe, expect, it} from "vitest";
import * as trees from "./trees.js";
import {sentenceOf, text} from "./written.js";

function read(tree: string) {
  const sentence = sentenceOf(tree);
  return sentence.clauses.map(({head, subject, ownSubject, object, prepositions, parent, link, marker}) => ({
    head: sentence.tokens[head].form,
    subject: text(sentence, subject),
    ownSubject,
    object: text(sentence, object),
    prepositions: prepositions.map(({word, chunk}) => `${word} ${text(sentence, chunk)}`),
    parent: parent ? sentence.tokens[parent.head].form : null,
    link,
    marker,
  }));
}

describe("findClauses(tree, chunks)", () => {
  it("gives an infinitive the subject of the verb that governs it", () => {
    expect(read(trees.hand)).toEqual([
      {
        head: "plans",
        subject: "Dorex",
        ownSubject: true,
        object: null,
        prepositions: [],
        parent: null,
        link: null,
        marker: null,
      },
      {
        head: "hand",
        subject: "Dorex",
        ownSubject: false,
        object: "20 boats",
        prepositions: ["to the Norwegian navy"],
        parent: "plans",
        link: "complement",
        marker: "to",
      },
    ]);
  });

  it("reads prepositions per clause, wherever the tree hangs them", () => {
    expect(read(trees.delivered)).toMatchObject([
      {head: "delivered", subject: "63 shipments", prepositions: ["worth $ 20m", "to Peru", "via Malta"]},
    ]);
  });

  it("does not take a thing that is signed for who then buys", () => {
    expect(read(trees.signed)[1]).toMatchObject({head: "buy", subject: "Peru", object: "9 pumps"});
  });

  it.each([
    ["on what falls", trees.expected],
    ["on who expects", trees.expectedFor],
  ])("lets what is expected to fall do so, though the tree hangs that %s", (_where, tree) => {
    expect(read(tree)[1]).toMatchObject({head: "fall", subject: "the cap"});
  });

  it("does not let what is sold pay", () => {
    expect(read(trees.soldTo)[1]).toMatchObject({head: "pay", subject: "Peru"});
  });

  it("takes who is accused for who did it", () => {
    expect(read(trees.accused)[1]).toMatchObject({head: "selling", subject: "Peru", object: "pumps"});
  });

  it("puts the noun in the place of a relative pronoun", () => {
    expect(read(trees.ministry)).toMatchObject([
      {head: "ordered", subject: "The ministry", object: "40 trucks", parent: "receive", link: "relative"},
      {head: "receive", subject: "The ministry", object: "them", parent: null, link: null},
    ]);
  });

  it("gives a relative without a pronoun what it lacks", () => {
    expect(read(trees.gap)[0]).toMatchObject({
      head: "bought",
      subject: "Peru",
      object: "The trucks",
      link: "relative",
    });
  });

  it("gives nothing to a relative that lacks nothing", () => {
    const where = trees.gap
      .replace("Peru   Peru  PROPN/NNP 4 nsubj", "where where ADV/WRB 5 advmod\nPeru Peru PROPN/NNP 5 nsubj")
      .replace("trucks truck NOUN/NNS  6", "trucks truck NOUN/NNS  7")
      .replace("AUX/VBP   6 aux", "AUX/VBP 7 aux");
    expect(read(where)[0]).toMatchObject({head: "bought", subject: "Peru", object: null});
  });

  it("gives a participle the noun before it, and no clause to a participle within a chunk", () => {
    const clauses = read(trees.seized);
    expect(clauses.map(({head}) => head)).toEqual(["found", "hidden"]);
    expect(clauses[1]).toMatchObject({
      subject: "barrels",
      ownSubject: false,
      link: "participle",
      prepositions: ["under seized timber"],
    });
  });

  it("joins “according to” and keeps what its noun carries apart", () => {
    expect(read(trees.according)).toMatchObject([
      {head: "bought", object: "12 presses", prepositions: ["according to customs data"]},
      {head: "seen", subject: "customs data", prepositions: ["by the Courier"], link: "participle"},
    ]);
  });

  it("reads what is said as a clause of its own", () => {
    expect(read(trees.volmer)).toMatchObject([
      {head: "said", subject: "Volmer", object: null},
      {head: "sold", subject: "it", object: "9 lathes", parent: "said", link: "complement"},
    ]);
  });

  it("takes a preposition before an owner for that of what is owned", () => {
    const owner = trees.according
      .replace("accord VERB/VBG  9", "accord VERB/VBG  8")
      .replace("9 compound", "9 nmod:poss");
    expect(read(owner)[0].prepositions).toEqual(["according to customs data"]);
  });

  it("shares the subject between joined verbs", () => {
    expect(read(trees.builtAndSold)).toMatchObject([
      {head: "built", subject: "Boats", prepositions: []},
      {head: "sold", subject: "Boats", ownSubject: false, prepositions: ["by Ondal"], link: "coordinate"},
    ]);
  });

  it("reads what something is said to be", () => {
    expect(read(trees.rival)).toMatchObject([{head: "rival", subject: "Kovo", prepositions: ["of Ondal"]}]);
  });
});
