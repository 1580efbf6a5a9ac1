import {execFileSync} from "node:child_process";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {readArticles} from "../../loaders/articles.js";
import {readVocab} from "../../loaders/vocab.js";
import type {Article} from "../../src/waybill/model/figure.js";
import {parseFigures} from "../../src/waybill/parse/parseFigures.js";
import {copiedIn, type OriginalRecord, recordOf, recordsFile, strangeNumbersIn} from "./originals.js";

const vocab = readVocab();

/** What is kept of the originals, which belong to their publishers and may not be at hand. */
const records: Record<string, OriginalRecord> = existsSync(recordsFile)
  ? JSON.parse(readFileSync(recordsFile, "utf8"))
  : {};

/** The text of the original that a note names, or null where it is not in seeds/originals/. */
function originalOf({file}: Article): string | null {
  const name = /^original: (.+)$/m.exec(readFileSync(file, "utf8"))?.[1];
  expect(name, `${file}: every note names its original`).toBeDefined();
  const original = path.join("seeds/originals", name!);
  return existsSync(original) ? readFileSync(original, "utf8") : null;
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

describe("what is kept of the originals", () => {
  it.runIf(process.env.WAYBILL_UPDATE)("is written anew", () => {
    for (const article of articles) {
      const original = originalOf(article);
      if (original !== null) records[article.article_id] = recordOf(original);
    }
    const kept = articles.flatMap(({article_id}) =>
      records[article_id] ? [[article_id, records[article_id]]] : [],
    );
    writeFileSync(recordsFile, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
  });

  it.for(articles)("is theirs: $article_id", (article) => {
    const record = records[article.article_id];
    expect(record, "WAYBILL_UPDATE=1 records an original that is at hand").toBeDefined();
    expect(record.sha256).toBe(article.sha256);
    const original = originalOf(article);
    if (original !== null) expect(record).toEqual(recordOf(original));
  });

  it("tells a copied sentence and a number that is not theirs from our own words", () => {
    const record = recordOf("It sent more than 63 crates of parts by rail to Omsk in May.");
    expect(copiedIn("Officials say it sent more than 63 crates of parts by rail.", [record])).toEqual([
      "it sent more than 63 crates of parts by",
      "sent more than 63 crates of parts by rail",
    ]);
    expect(copiedIn("By rail went more than 63 crates of parts in May, to Omsk.", [record])).toEqual([]);
    expect(strangeNumbersIn("63 crates, not 64", record)).toEqual(["64"]);
  });
});

describe("each note states what its original states", () => {
  it.for(articles)("$article_id", (article) => {
    const {article_id, text, published} = article;
    expect(statedIn(text, published).length).toBeGreaterThan(2);
    expect(strangeNumbersIn(text, records[article_id])).toEqual([]);
    const original = originalOf(article);
    if (original !== null) expect(statedIn(text, published)).toEqual(statedIn(original, published));
  });

  // Whatever else is written here is in our own words too: examples, tests, documents.
  it("and nothing in the project uses a sentence of any", () => {
    const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
      encoding: "utf8",
    });
    const written = files
      .split("\n")
      .filter((file) => /\.(?:ts|mjs|md|yaml|csv|json|jsonl|txt|html)$/.test(file) && existsSync(file))
      .filter((file) => file !== recordsFile && file !== "package-lock.json");
    expect(written.length).toBeGreaterThan(700);
    const copies = written.flatMap((file) =>
      copiedIn(readFileSync(file, "utf8"), Object.values(records)).map((words) => `${file}: ${words}`),
    );
    expect(copies).toEqual([]);
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

  it.for(four)("$article: $exact", ({article: id, exact, value, unit, qualifier}) => {
    const article = articles.find(({article_id}) => article_id === id)!;
    expect(strangeNumbersIn(exact, records[id])).toEqual([]);
    for (const text of [article.text, originalOf(article)]) {
      if (text === null) continue;
      const figure = parseFigures(text, {vocab, published: article.published}).find(
        (f) => f.exact === exact && f.value === value,
      );
      expect(figure).toMatchObject({value, unit, qualifier});
      expect(text.slice(figure!.start, figure!.end)).toBe(exact);
      expect(text.startsWith(figure!.prefix, figure!.start - figure!.prefix.length)).toBe(true);
      expect(text.startsWith(figure!.suffix, figure!.end)).toBe(true);
    }
  });
});
