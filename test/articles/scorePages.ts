/*
 * Scores how saved pages are read, against the text that somebody else took
 * out of them:
 *
 *   npx tsx test/articles/scorePages.ts FOLDER [--list]
 *
 * Beside each NAME.html there stands its text: as NAME.txt, or in NAME.json as
 * "text" or "cleaned_text". A page is right if the figures read from it are those
 * read from its text, each with its value and unit. No page comes with the project.
 */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {readArticle} from "../../loaders/articles.js";
import {readVocab} from "../../loaders/vocab.js";
import type {Figure} from "../../src/waybill/model/figure.js";
import {parseFigures} from "../../src/waybill/parse/parseFigures.js";

const vocab = readVocab();

function textOf(page: string): string | null {
  const beside = (ending: string): string => page.replace(/\.html?$/, ending);
  if (existsSync(beside(".txt"))) return readFileSync(beside(".txt"), "utf8");
  if (!existsSync(beside(".json"))) return null;
  const {text, cleaned_text = text} = JSON.parse(readFileSync(beside(".json"), "utf8"));
  return cleaned_text ?? null;
}

const keyOf = ({value, low, high, unit}: Figure): string => `${value ?? `${low} to ${high}`} ${unit}`;

// What stands in one list and not in the other, where a figure may stand twice.
function without(figures: readonly Figure[], others: readonly Figure[]): Figure[] {
  const left = others.map(keyOf);
  return figures.filter((figure) => {
    const at = left.indexOf(keyOf(figure));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const [folder, flag] = process.argv.slice(2);
if (!folder) {
  console.error("usage: npx tsx test/articles/scorePages.ts FOLDER [--list]");
  process.exit(1);
}
const total = {pages: 0, same: 0, figures: 0, lost: 0, extra: 0, failed: 0};
for (const name of readdirSync(folder)
  .filter((file) => /\.html?$/.test(file))
  .sort()) {
  const page = path.join(folder, name);
  const text = textOf(page);
  if (text === null) continue;
  const read = (words: string, published: string | null): Figure[] => parseFigures(words, {vocab, published});
  let article = {text: "", published: null as string | null};
  try {
    article = readArticle(page);
  } catch (error) {
    total.failed++;
    console.log((error as Error).message);
  }
  const meant = read(text, article.published);
  const got = read(article.text, article.published);
  const lost = without(meant, got);
  const extra = without(got, meant);
  const isSame = lost.length + extra.length === 0;
  total.pages++;
  total.same += Number(isSame);
  total.figures += meant.length;
  total.lost += lost.length;
  total.extra += extra.length;
  console.log(
    `${name}: ${isSame ? "same" : "other"}, ${meant.length} figures, ${lost.length} lost, ${extra.length} extra`,
  );
  if (flag !== "--list") continue;
  for (const figure of lost) console.log(`  lost   ${keyOf(figure)} "${figure.exact}"`);
  for (const figure of extra) console.log(`  extra  ${keyOf(figure)} "${figure.exact}"`);
}
const {pages, same, figures, lost, extra, failed} = total;
console.log(
  `${same} of ${pages} pages have the figures of their text; of ${figures} figures ${lost} are lost, ${extra} are none of the text's; ${failed} pages are not read`,
);
