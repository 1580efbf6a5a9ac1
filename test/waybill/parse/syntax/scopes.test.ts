import {describe, expect, it} from "vitest";
import * as trees from "./trees.js";
import {sentenceOf, text} from "./written.js";

const scopes = (tree: string) => {
  const sentence = sentenceOf(tree);
  return sentence.scopes.map((scope) => [scope.by, text(sentence, scope.voice), text(sentence, scope)]);
};

describe("findScopes(tree, clauses, saying)", () => {
  it("finds what a verb of speech governs", () => {
    expect(scopes(trees.volmer)).toEqual([["complement", "Volmer", "it had sold 9 lathes"]]);
  });

  it("finds nothing under a verb that tells nothing", () => {
    expect(scopes(trees.volmer.replace("say ", "hope"))).toEqual([]);
  });

  it("finds what is so according to somebody", () => {
    expect(scopes(trees.according)).toEqual([["according", "customs data", "Malta bought 12 presses"]]);
  });

  it("finds direct speech with its speaker", () => {
    expect(scopes(trees.quoted)).toContainEqual(["quotation", "Ondal", "We never sold pumps"]);
  });

  it("leaves a quotation that nobody speaks without a voice", () => {
    expect(
      scopes(
        `The    the   DET/DT   5 det
         "      "     PUNCT/\`\` 3 punct
         ghost  ghost NOUN/NN  5 compound
         "      "     PUNCT/'' 3 punct
         ships  ship  NOUN/NNS 6 nsubj
         sailed sail  VERB/VBD 0 root`,
      ),
    ).toEqual([["quotation", null, "ghost"]]);
  });

  it("finds speech around the verb that is put into it", () => {
    const [scope] = scopes(
      `The     the    DET/DT    2 det
       trucks  truck  NOUN/NNS  7 nsubj
       ,       ,      PUNCT/,   5 punct
       Volmer  Volmer PROPN/NNP 5 nsubj
       said    say    VERB/VBD  7 parataxis
       ,       ,      PUNCT/,   5 punct
       arrived arrive VERB/VBD  0 root`,
    );
    expect(scope).toEqual(["complement", "Volmer", "The trucks , Volmer said , arrived"]);
  });
});
