import {describe, expect, it} from "vitest";
import {readVocab} from "../../../../loaders/vocab.js";
import {sentenceTokens, toDoc} from "../../../../src/waybill/parse/document.js";
import {wordsOf} from "../../../../src/waybill/parse/syntax/words.js";

const vocab = readVocab();

function words(text: string): string[] {
  const doc = toDoc(text, vocab, null);
  return doc.sentenceStart.flatMap((_, n) => {
    const {from, to} = sentenceTokens(doc, n);
    return wordsOf(doc, from, to).forms;
  });
}

describe("wordsOf(doc, from, to)", () => {
  it.each([
    ["Volmer didn't sell Ondal's boats.", "Volmer did n't sell Ondal 's boats ."],
    ["It can’t, and cannot.", "It ca n’t , and can not ."],
    ["They paid $20m, or US$1,234.5.", "They paid $ 20m , or US$ 1,234.5 ."],
    ["It fell 3.5% to .25 on 11/12/2020.", "It fell 3.5 % to .25 on 11/12/2020 ."],
    [
      "The U.S. firm met Mr. Tarnex at 10:30 a.m. sharp.",
      "The U.S. firm met Mr. Tarnex at 10:30 a.m. sharp .",
    ],
    ["A well-known co-owner", "A well - known co-owner"],
    ["a 12-member panel of the mid-1980s", "a 12 - member panel of the mid-1980s"],
    ["the owners' 20th boat", "the owners ' 20th boat"],
    ["Wait... what?!", "Wait ... what ? !"],
    ["O'Brien sails", "O'Brien sails"],
    [
      "see www.ondal.com/boats, or ask a.volmer@ondal.com.",
      "see www.ondal.com/boats , or ask a.volmer@ondal.com .",
    ],
    ["and/or 24/7", "and / or 24/7"],
    ["the LAD-21T sight", "the LAD - 21T sight"],
    ["5km, 3am", "5 km , 3 am"],
  ])("%s", (text, expected) => {
    expect(words(text).join(" ")).toBe(expected);
  });

  it("tells where each word stands", () => {
    const text = "He can't pay $3.50.";
    const doc = toDoc(text, vocab, null);
    const {forms, start, end, token} = wordsOf(doc, 0, doc.count);
    expect(forms.map((_, i) => text.slice(start[i], end[i]))).toEqual(forms);
    expect(forms).toEqual(["He", "ca", "n't", "pay", "$", "3.50", "."]);
    expect(token.map((t) => doc.start[t])).toEqual([0, 3, 3, 9, 13, 14, 18]);
  });

  it("loses no character of hostile text but blanks", () => {
    for (const text of [
      "'".repeat(500),
      "a.".repeat(300),
      "1,".repeat(300),
      "x@y.".repeat(200),
      "n't'sn't's",
      "’’s 's",
    ])
      expect(words(text).join("")).toBe(text.replaceAll(" ", ""));
  });
});
