import {describe, expect, it} from "vitest";
import {readVocab} from "../../../loaders/vocab.js";
import {parseText} from "../../../src/waybill/parse/parseFigures.js";

const vocab = readVocab();
const spanOf = (words: string, published = "2024-08-20") => {
  const {dates} = parseText(`The yard sold 40 crates ${words}.`, {vocab, published});
  return dates.map(({from, to}) => [from, to]);
};

describe("a part of a year", () => {
  it.each([
    ["in spring 2022", "2022-03", "2022-05"],
    ["in the summer of 2022", "2022-06", "2022-08"],
    ["in autumn 2022", "2022-09", "2022-11"],
    ["in the fall of 2022", "2022-09", "2022-11"],
    ["in winter 2022", "2022-12", "2023-02"],
    ["last spring", "2024-03", "2024-05"],
    ["last autumn", "2023-09", "2023-11"],
    ["this summer", "2024-06", "2024-08"],
    ["in the first quarter of 2022", "2022-01", "2022-03"],
    ["in the fourth quarter of 2022", "2022-10", "2022-12"],
    ["in the first half of 2022", "2022-01", "2022-06"],
    ["in the second half of 2022", "2022-07", "2022-12"],
    ["in early 2022", "2022-01", "2022-04"],
    ["in late 2022", "2022-10", "2022-12"],
  ])("%s is %s to %s", (words, from, to) => {
    expect(spanOf(words)).toEqual([[from, to]]);
  });

  it("is no season without a year", () => {
    expect(spanOf("in summer")).toEqual([]);
  });
});
