import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, rmSync} from "node:fs";
import path from "node:path";
import type {Article} from "../src/waybill/model/figure.js";
import type {TextReading} from "../src/waybill/parse/parseFigures.js";
import type {Vocab} from "../src/waybill/parse/vocab.js";
import {engineFile} from "./engine.js";
import {readingsFolder, writeWhole} from "./site/cache.js";
import {vocabHash} from "./vocab.js";

/*
 * What was read in the story's articles is kept between runs, each under a name
 * made of all that it depends on: the text, its date and language, the words, and
 * the parser itself. Reading is most of the time that a start takes.
 */

type Readings = Map<string, TextReading>;

/** Returns the readings of articles that were kept, by the articles' ids. */
export function keptReadings(articles: readonly Article[], vocab: Vocab): Readings {
  const found: Readings = new Map();
  if (!existsSync(readingsFolder)) return found;
  for (const article of articles) {
    const name = nameOf(article, vocab);
    if (name === null) return found;
    try {
      found.set(article.article_id, JSON.parse(readFileSync(path.join(readingsFolder, name), "utf8")));
    } catch {
      // It was not kept, or is broken: it is read anew.
    }
  }
  return found;
}

/**
 * Keeps the readings of articles, and no others: those of articles that are gone
 * or have changed go. Where nothing can be written, none is kept.
 */
export function keepReadings(articles: readonly Article[], readings: Readings, vocab: Vocab): void {
  try {
    keepAll(articles, readings, vocab);
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code) throw error;
  }
}

function keepAll(articles: readonly Article[], readings: Readings, vocab: Vocab): void {
  const there = new Set(existsSync(readingsFolder) ? readdirSync(readingsFolder) : []);
  const names = new Set<string>();
  for (const article of articles) {
    const reading = readings.get(article.article_id);
    const name = nameOf(article, vocab);
    if (!reading || name === null) continue;
    names.add(name);
    if (!there.has(name)) writeWhole(path.join(readingsFolder, name), JSON.stringify(reading));
  }
  for (const name of there) if (!names.has(name)) rmSync(path.join(readingsFolder, name), {force: true});
}

function nameOf({text, published, language}: Article, vocab: Vocab): string | null {
  const words = vocabHash(vocab);
  if (words === null) return null;
  const parts = JSON.stringify([parserHash(), words, published, language, text]);
  return `${createHash("sha256").update(parts).digest("hex").slice(0, 40)}.json`;
}

let ofParser: string | undefined;

function parserHash(): string {
  if (ofParser !== undefined) return ofParser;
  const hash = createHash("sha256");
  for (const folder of [engineFile("src/waybill/parse"), engineFile("src/waybill/model")])
    for (const name of readdirSync(folder, {recursive: true, encoding: "utf8"}).sort())
      if (/\.(?:ts|js|gz|json)$/.test(name))
        hash
          .update(name)
          .update("\0")
          .update(readFileSync(path.join(folder, name)));
  ofParser = hash.digest("hex");
  return ofParser;
}
