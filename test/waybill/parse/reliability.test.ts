import {describe, expect, it} from "vitest";
import {readVocab} from "../../../loaders/vocab.js";
import type {Figure} from "../../../src/waybill/model/figure.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";
import {isReadRight, readSpecs} from "./scoreSpecs.js";

const vocab = readVocab();

// What was kept unseen while rules were written.
const unseen = ["", "/hard", "/fresh", "/articles"].flatMap((folder) =>
  readSpecs(`test/specs${folder}`).filter(({index}) => index % 2 === 1),
);

interface Bin {
  readings: number;
  right: number;
}

function reliability(): Map<number, Bin> {
  const bins = new Map<number, Bin>();
  for (const {spec} of unseen)
    for (const figure of parseFigures(spec.text, {vocab, published: spec.published ?? null})) {
      const right = isReadRight(figure, spec);
      if (right === null) continue;
      const bin = bins.get(figure.confidence) ?? {readings: 0, right: 0};
      bins.set(figure.confidence, {readings: bin.readings + 1, right: bin.right + (right ? 1 : 0)});
    }
  return new Map([...bins].sort(([a], [b]) => a - b));
}

describe("confidence", () => {
  const bins = reliability();
  const shareOver = (least: number, most: number): number => {
    const within = [...bins].filter(([confidence]) => confidence >= least && confidence < most);
    const sum = (key: keyof Bin): number => within.reduce((total, [, bin]) => total + bin[key], 0);
    return sum("right") / sum("readings");
  };

  it("of 0.9 and more is right nineteen times in twenty, in value and unit, on texts that were not learnt from", () => {
    for (const [confidence, {readings, right}] of bins)
      console.log(
        `confidence ${confidence}: ${right} of ${readings}, ${((100 * right) / readings).toFixed(1)}%`,
      );
    expect(shareOver(0.9, 1.01)).toBeGreaterThan(0.95);
  });

  it("is lower where readings are right less often", () => {
    expect(shareOver(0, 0.65)).toBeLessThan(shareOver(0.65, 0.9));
    expect(shareOver(0.65, 0.9)).toBeLessThan(shareOver(0.9, 1.01));
  });
});

describe("flags", () => {
  const read = (text: string): Pick<Figure, "exact" | "confidence" | "flags">[] =>
    parseFigures(text, {vocab}).map(({exact, confidence, flags}) => ({exact, confidence, flags}));

  it.each([
    ["The plan cost 400 million pesos.", "currency_unclear"],
    ["It was 30 pounds.", "pound_unclear"],
    ["The stage was 45m.", "metre_or_million"],
    ["The rate rose to 350.", "no_unit"],
    ["They sold 40 cars, up from 30.", "unit_lent"],
  ])("of %j say what is doubtful: %s", (text, flag) => {
    const last = read(text).at(-1)!;
    expect(last.flags).toBe(flag);
    expect(last.confidence).toBeLessThan(0.75);
  });

  it.each([
    "In Mexico it cost 400 million pesos.",
    "He paid the court 30 pounds.",
    "The tower is 45m tall.",
    "They sold 40 cars.",
  ])("say nothing of %j", (text) => {
    expect(read(text).map(({flags}) => flags)).toEqual([null]);
  });
});
