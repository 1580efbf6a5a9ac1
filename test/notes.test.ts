import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {readArticles} from "../loaders/articles.js";
import {parseFigures} from "../loaders/figures/parseFigures.js";
import {readVocab} from "../loaders/vocab.js";

const vocab = readVocab();
const originals = "seeds/originals";

/** The original that a note names in its front matter, or null. */
function originalOf(file: string): string | null {
  const name = /^original: (.+)$/m.exec(readFileSync(file, "utf8"))?.[1];
  return name ? path.join(originals, name) : null;
}

/** What a text states, whatever its words: kind, value, bounds, unit and hedge of each figure, in order of size. */
function statedIn(text: string, published: string | null): string[] {
  return parseFigures(text, {vocab, published})
    .map(({kind, value, low, high, unit, qualifier, change}) =>
      [kind, value, low, high, unit, qualifier, change].join(" "),
    )
    .sort();
}

const articles = readArticles();

describe("each note states what its original states", () => {
  it.for(articles)("$article_id", ({file, text, published}, {skip}) => {
    const original = originalOf(file);
    expect(original, "every note names its original").not.toBeNull();
    expect(statedIn(text, published).length).toBeGreaterThan(2);
    // Originals belong to their publishers; whoever holds them puts them there.
    if (!existsSync(original!)) skip("the original is not in seeds/originals/");
    expect(statedIn(text, published)).toEqual(statedIn(readFileSync(original!, "utf8"), published));
  });

  it("uses none of its sentences: no nine words in a row are the same", () => {
    const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}$%]+/gu) ?? [];
    for (const {file, text} of articles) {
      const original = originalOf(file)!;
      if (!existsSync(original)) continue;
      const theirs = wordsOf(readFileSync(original, "utf8"));
      const runs = new Set(theirs.map((_, i) => theirs.slice(i, i + 9).join(" ")));
      const ours = wordsOf(text);
      for (let i = 0; i + 9 <= ours.length; i++)
        expect(runs.has(ours.slice(i, i + 9).join(" ")), file).toBe(false);
    }
  });
});

describe("the four figures the project began with", () => {
  const four = [
    {
      article: "rt-machine-tools",
      exact: "more than $20 million",
      value: 20e6,
      unit: "USD",
      qualifier: "more_than",
    },
    {article: "rt-machine-tools", exact: "63 shipments", value: 63, unit: "shipment", qualifier: null},
    {
      article: "euromaidan-drones",
      exact: "more than $100 million",
      value: 100e6,
      unit: "USD",
      qualifier: "more_than",
    },
    {article: "euromaidan-drones", exact: "69%", value: 69, unit: "percent", qualifier: null},
    {
      article: "euromaidan-drones",
      exact: "more than $225 million",
      value: 225e6,
      unit: "USD",
      qualifier: "more_than",
    },
    {
      article: "belpol-laser-parts",
      exact: "3,000 components",
      value: 3000,
      unit: "component",
      qualifier: null,
    },
  ];

  for (const which of ["note", "original"] as const)
    it.for(four)(`$article, ${which}: $exact`, ({article, exact, value, unit, qualifier}, {skip}) => {
      const {file, text: note, published} = articles.find(({article_id}) => article_id === article)!;
      const original = originalOf(file)!;
      if (which === "original" && !existsSync(original)) skip("the original is not in seeds/originals/");
      const text = which === "note" ? note : readFileSync(original, "utf8");
      const figure = parseFigures(text, {vocab, published}).find(
        (f) => f.exact === exact && f.value === value,
      );
      expect(figure).toMatchObject({value, unit, qualifier});
      expect(text.slice(figure!.start, figure!.end)).toBe(exact);
      expect(text.startsWith(figure!.prefix, figure!.start - figure!.prefix.length)).toBe(true);
      expect(text.startsWith(figure!.suffix, figure!.end)).toBe(true);
    });
});
