import {describe, expect, it} from "vitest";
import {readVocab} from "../../../loaders/vocab.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";

const vocab = readVocab();
const segmenter = new Intl.Segmenter("en", {granularity: "grapheme"});

describe("prefix and suffix of a figure", () => {
  it.each([
    ["a pair of surrogates", "😀"],
    ["a letter and its accent", "e\u0301"],
    ["a flag", "🇫🇷"],
    ["a family", "👩‍👩‍👧"],
    ["a line break of two signs", "\r\n"],
  ])("cut no character in two, wherever they end: %s", (_what, character) => {
    for (let letters = 0; letters < 12; letters++) {
      const beside = (side: string): string => [" ", "x".repeat(letters), side, " "].join("");
      const text = `${character.repeat(40)}${beside("it sold")}40 vans${beside("to")}${character.repeat(40)}`;
      const figure = parseFigures(text, {vocab, published: null}).find(({value}) => value === 40)!;
      const {start, end, prefix, suffix} = figure;
      const bounds = new Set([...segmenter.segment(text)].map(({index}) => index)).add(text.length);
      for (const [words, from] of [
        [prefix, start - prefix.length],
        [suffix, end],
      ] as const) {
        expect(words.length).toBeGreaterThan(20);
        expect(words).toBe(text.slice(from, from + words.length));
        expect(bounds).toContain(from);
        expect(bounds).toContain(from + words.length);
      }
    }
  });
});
