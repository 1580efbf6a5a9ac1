import {describe, expect, it} from "vitest";
import {readGrammar} from "../../../../loaders/readGrammar.js";
import {readVocab} from "../../../../loaders/vocab.js";
import {toDoc} from "../../../../src/waybill/parse/document.js";
import {longestParsed, Syntax} from "../../../../src/waybill/parse/syntax/Syntax.js";
import {text} from "./written.js";

const vocab = readVocab();
const grammar = readGrammar();
const syntaxOf = (article: string) => new Syntax(toDoc(article, vocab, null), grammar);

function read(article: string) {
  const sentence = syntaxOf(article).sentence(0)!;
  return {
    clauses: sentence.clauses.map(({verb, subject, object, prepositions, link}) => ({
      verb: verb?.lemma ?? null,
      subject: text(sentence, subject),
      object: text(sentence, object),
      prepositions: prepositions.map(({word, chunk}) => `${word} ${text(sentence, chunk)}`),
      link,
    })),
    groups: sentence.clauses.flatMap(({verb}) => verb ?? []),
    scopes: sentence.scopes.map((scope) => [scope.by, text(sentence, scope.voice), text(sentence, scope)]),
  };
}

describe("Syntax, with the learnt grammar", () => {
  it("reads a plan to hand over", () => {
    const {clauses, groups} = read("Dorex plans to hand 20 boats to the Norwegian navy.");
    expect(clauses).toMatchObject([
      {verb: "plan", subject: "Dorex"},
      {
        verb: "hand",
        subject: "Dorex",
        object: "20 boats",
        prepositions: ["to the Norwegian navy"],
        link: "complement",
      },
    ]);
    expect(groups).toMatchObject([{tense: "present"}, {tense: "infinitive"}]);
  });

  it("reads what was delivered, to whom and by which way", () => {
    const {clauses, groups} = read("63 shipments worth $20m were delivered to Peru via Malta.");
    expect(clauses[0]).toMatchObject({verb: "deliver", subject: expect.stringContaining("63 shipments")});
    expect(clauses[0].prepositions).toEqual(expect.arrayContaining(["to Peru", "via Malta"]));
    expect(groups[0]).toMatchObject({tense: "past", passive: true, negated: false});
  });

  it.each([
    ["Traffic grew by 9% in May, the port authority of Talcahue reports.", "the port authority"],
    ["The airline replies that it sold 9 planes.", "The airline"],
  ])("reads who tells it where the verb could be a noun: %s", (article, voice) => {
    expect(read(article).scopes[0]?.[1]).toBe(voice);
  });

  it("leaves reports and claims nouns where nobody stands before them", () => {
    const {clauses} = read("The ministry paid 40 insurance claims and two damage reports.");
    expect(clauses.map(({verb}) => verb)).toEqual(["pay"]);
  });

  it("reads an order that came to nothing", () => {
    const {clauses, groups} = read("The ministry, which had ordered 40 trucks, did not receive them.");
    expect(clauses).toContainEqual(
      expect.objectContaining({
        verb: "order",
        subject: "The ministry",
        object: "40 trucks",
        link: "relative",
      }),
    );
    expect(clauses).toContainEqual(
      expect.objectContaining({verb: "receive", subject: "The ministry", object: "them"}),
    );
    expect(groups).toMatchObject([
      {tense: "past", perfect: true, negated: false},
      {tense: "past", perfect: false, negated: true},
    ]);
  });

  it("reads according to whom", () => {
    const {scopes} = read(
      "Malta bought 12 presses from Ondal, according to customs data seen by the Courier.",
    );
    expect(scopes).toEqual([["according", "customs data", "Malta bought 12 presses from Ondal"]]);
  });

  it("reads who said what", () => {
    const {scopes} = read("Volmer said it had sold 9 lathes to Kovo.");
    expect(scopes).toEqual([["complement", "Volmer", "it had sold 9 lathes to Kovo"]]);
    expect(read("Volmer sold 9 lathes to Kovo.").scopes).toEqual([]);
  });

  it.each([
    ["Tarnex invoiced the ministry for 300 pumps.", "invoice", "Tarnex", "the ministry"],
    ["Ondal trucked 40 tonnes of steel to the port.", "truck", "Ondal", "40 tonnes"],
    ["Volmer could not deliver the last 12 engines.", "deliver", "Volmer", "the last 12 engines"],
    ["In May, the Peruvian navy bought six boats from Ondal.", "buy", "the Peruvian navy", "six boats"],
    ["Kovo's boss sold 40 boats.", "sell", "Kovo 's boss", "40 boats"],
  ])("reads who did what in “%s”", (article, verb, subject, object) => {
    expect(read(article).clauses).toContainEqual(expect.objectContaining({verb, subject, object}));
  });

  it("tells what may be, what will be and what was not from what was", () => {
    const group = (article: string) => read(article).groups[0];
    expect(group("Ondal may sell 20 boats.")).toMatchObject({modal: "may", tense: null});
    expect(group("Ondal will sell 20 boats.")).toMatchObject({modal: null, tense: "future"});
    expect(group("Ondal never sold 20 boats.")).toMatchObject({tense: "past", negated: true});
    expect(group("Ondal sold 20 boats.")).toMatchObject({tense: "past", negated: false, modal: null});
  });

  it("parses each sentence when it is asked for, and once", () => {
    const syntax = syntaxOf("Ondal sold boats. Kovo bought them.");
    const second = syntax.sentence(1)!;
    expect(text(second, second.clauses[0].subject)).toBe("Kovo");
    expect(syntax.sentence(1)).toBe(second);
  });

  it("leaves a sentence of more than 200 words alone", () => {
    const long = (words: number) => `Ondal sold ${"very ".repeat(words - 3)}boats`;
    expect(syntaxOf(long(longestParsed - 1)).sentence(0)?.tokens).toHaveLength(longestParsed - 1);
    expect(syntaxOf(long(150).replaceAll("very", "ship's")).sentence(0)).toBeNull();
    const cut = syntaxOf(`${long(250)}. Kovo left.`);
    expect([0, 1, 2].map((n) => cut.sentence(n)?.tokens.length ?? null)).toEqual([null, null, 3]);
    expect(syntaxOf("\n").sentence(0)).toBeNull();
  });

  it("takes any text", () => {
    for (const article of [
      "((((((((",
      '"""""',
      "$ $ $ 5 5 5",
      "ＡＢＣ １２３",
      "👩‍🚀 sold 5",
      "of of of to to to",
      "' ' 's n't",
    ]) {
      const sentence = syntaxOf(article).sentence(0)!;
      const roots = sentence.tokens.filter(({head}) => head < 0);
      expect(roots, article).toHaveLength(1);
      for (const {head} of sentence.tokens) expect(head).toBeLessThan(sentence.tokens.length);
    }
  });
});
