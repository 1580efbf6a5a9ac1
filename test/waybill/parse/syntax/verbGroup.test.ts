import {describe, expect, it} from "vitest";
import {verbGroupOf} from "../../../../src/waybill/parse/syntax/verbGroup.js";
import * as trees from "./trees.js";
import {treeOf} from "./written.js";

const at = (tree: string, head: number) => verbGroupOf(treeOf(tree), head - 1);

describe("verbGroupOf(tree, head)", () => {
  it.each([
    ["plans", trees.hand, 2, {lemma: "plan", tense: "present", modal: null, passive: false, negated: false}],
    ["to hand", trees.hand, 4, {lemma: "hand", tense: "infinitive", passive: false}],
    ["were delivered", trees.delivered, 7, {lemma: "deliver", tense: "past", passive: true, perfect: false}],
    [
      "had ordered",
      trees.ministry,
      6,
      {lemma: "order", tense: "past", perfect: true, passive: false, negated: false},
    ],
    ["did not receive", trees.ministry, 12, {lemma: "receive", tense: "past", negated: true}],
    [
      "seen, a participle behind its noun",
      trees.according,
      10,
      {lemma: "see", tense: "participle", passive: true},
    ],
    ["never sold", trees.quoted, 4, {lemma: "sell", tense: "past", negated: true}],
    ["may be built", trees.builtAndSold, 4, {lemma: "build", tense: null, modal: "may", passive: true}],
    [
      "sold, which shares “may be”",
      trees.builtAndSold,
      6,
      {lemma: "sell", tense: null, modal: "may", passive: true},
    ],
    ["is not a rival", trees.rival, 5, {lemma: "be", tense: "present", negated: true, passive: false}],
    ["have gone", trees.gap, 6, {lemma: "go", tense: "present", perfect: true, passive: false}],
  ])("reads %s", (_, tree, head, group) => {
    expect(at(tree, head)).toMatchObject(group);
  });

  it("is null where there is no verb", () => {
    expect(at(trees.hand, 6)).toBeNull();
    expect(at(trees.delivered, 2)).toBeNull();
  });

  it("reads will and shall as the future, and no other modal", () => {
    const future = (modal: string) => `
      Ondal  Ondal PROPN/NNP 3 nsubj
      ${modal} ${modal} AUX/MD 3 aux
      ship   ship  VERB/VB   0 root`;
    expect(at(future("will"), 3)).toMatchObject({tense: "future", modal: null});
    expect(at(future("could"), 3)).toMatchObject({tense: null, modal: "could"});
  });

  it("takes “not only” for no denial", () => {
    const not = (next: string) => `
      Ondal  Ondal PROPN/NNP 4 nsubj
      not    not   PART/RB   4 advmod
      ${next} ${next} ADV/RB 4 advmod
      sold   sell  VERB/VBD  0 root
      boats  boat  NOUN/NNS  4 obj`;
    expect(at(not("only"), 4)?.negated).toBe(false);
    expect(at(not("yet"), 4)?.negated).toBe(true);
  });

  it("does not share the auxiliary with a verb of another form", () => {
    const joined = `
      Kovo   Kovo PROPN/NNP 3 nsubj
      has    have AUX/VBZ   3 aux
      bought buy  VERB/VBN  0 root
      and    and  CCONJ/CC  5 cc
      sells  sell VERB/VBZ  3 conj`;
    expect(at(joined, 3)).toMatchObject({tense: "present", perfect: true});
    expect(at(joined, 5)).toMatchObject({tense: "present", perfect: false});
  });
});
