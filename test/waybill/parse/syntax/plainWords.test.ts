import {describe, expect, it} from "vitest";
import {readVocab} from "../../../../loaders/vocab.js";
import {sentenceTokens, toDoc} from "../../../../src/waybill/parse/document.js";
import {read} from "../../../../src/waybill/parse/pipeline.js";
import {afterDateline, plainNumbers, readPlainly} from "../../../../src/waybill/parse/syntax/plainWords.js";
import {wordsOf} from "../../../../src/waybill/parse/syntax/words.js";

const vocab = readVocab();

function plain(text: string) {
  const doc = toDoc(text, vocab, null);
  const {from, to} = sentenceTokens(doc, 0);
  const words = wordsOf(doc, afterDateline(doc, from, to), to);
  return {doc, words: readPlainly(doc, words, plainNumbers(doc, read(doc).figures))};
}

describe("plainNumbers(doc, figures)", () => {
  it.each([
    ["It sold them for €7.3m.", "It sold them for 40 dollars ."],
    ["They signed a $20m contract.", "They signed a 40 dollar contract ."],
    ["It paid Oulu €750,000 in May.", "It paid Oulu some dollars in May ."],
    ["It shipped 11 million closures.", "It shipped 40 closures ."],
    ["Thirty-two were bought in May.", "they were bought in May ."],
    ["It had promised 120, but sent 45.", "It had promised them , but sent them ."],
    ["Some 1,650 of the scopes were sold.", "some of the scopes were sold ."],
    ["A further 4 million are on order.", "A further things are on order ."],
    ["It sold 20 boats.", "It sold 20 boats ."],
    ["It shipped at least 1,150 restricted microchips.", "It shipped 40 microchips ."],
    ["It will send Peru 30 second-hand F-16s.", "It will send Peru some things ."],
    ["It bought 12 old Danish lathes.", "It bought 40 Danish lathes ."],
    ["It sold sights worth $2.7m to Peru.", "It sold sights of 40 dollars to Peru ."],
    ["It imported $20m worth of tools.", "It imported 40 dollars of tools ."],
    ["The sights are worth $2.7m.", "The sights are worth 40 dollars ."],
    ["They came by way of Malta: 20 boats.", "They came via Malta : 20 boats ."],
    ["State-owned Ondal sold 20 boats to Peru last month.", "new Ondal sold 20 boats to Peru then ."],
    ["It sold 20 boats in the last month.", "It sold 20 boats in the last month ."],
    ["One of them sold two boats.", "One of them sold 40 boats ."],
    ["It sold 12% of the firm.", "It sold 12 % of the firm ."],
  ])("%s", (text, expected) => {
    expect(plain(text).words.forms.join(" ")).toBe(expected);
  });

  it("keeps the place of each word in the text", () => {
    const text = "It paid Oulu €750,000 in May.";
    const {words} = plain(text);
    expect(words.forms.map((_, i) => text.slice(words.start[i], words.end[i]))).toEqual([
      "It",
      "paid",
      "Oulu",
      "€",
      "750,000",
      "in",
      "May",
      ".",
    ]);
  });
});

describe("afterDateline(doc, from, to)", () => {
  it.each([
    ["WARSAW (Kestrel Wire) - Peru sold pumps.", "Peru sold pumps ."],
    ["LA UNION, Peru — Ondal sold pumps.", "Ondal sold pumps ."],
    ["ONDAL sold pumps.", "ONDAL sold pumps ."],
    ["A well-known firm - Ondal - sold pumps.", "A well - known firm - Ondal - sold pumps ."],
  ])("%s", (text, expected) => {
    expect(plain(text).words.forms.join(" ")).toBe(expected);
  });
});
