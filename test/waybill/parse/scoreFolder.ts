/*
 * Scores the parser on texts that somebody else labelled:
 *
 *   npx tsx test/waybill/parse/scoreFolder.ts FOLDER [--list]
 *
 * Each NAME.json there holds a text and its figures; README.md here says how.
 * With NAME.html beside it, the page is read too, and its figures are compared
 * with those of the text that was meant.
 */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {readArticle} from "../../../loaders/articles.js";
import {readCsv} from "../../../loaders/readCsv.js";
import {readVocab} from "../../../loaders/vocab.js";
import type {Figure} from "../../../src/waybill/model/figure.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";

interface Labelled {
  text: string;
  published?: string | null;
  figures: Gold[];
  /** Figures that count neither if they are found nor if they are missed. */
  optional?: Gold[];
  /** Numbers that are no figures, but may be read as such without blame. */
  neutral?: string[];
}

interface Gold {
  exact: string;
  /** Where it stands in the text; or which occurrence of `exact` it is, from 0. */
  start?: number;
  occurrence?: number;
  value: number | null;
  low?: number | null;
  high?: number | null;
  unit: string | null;
}

const vocab = readVocab();
const units = readCsv("src/waybill/parse/lexicon/units.csv", ["form", "unit", "kind", "role"]).map(
  ({cells}) => cells,
);
const measures = new Set(units.map(({unit}) => unit));
const measureOf = new Map(units.map(({form, unit}) => [form.toLowerCase(), unit]));

/** Units that labels and parser may call differently. */
const sameUnits: Record<string, string> = {
  multiple: "times",
  ton: "tonne",
  "pound (mass)": "pound",
  "brake horsepower": "horsepower",
  teu: "twenty-foot equivalent unit",
};

/** Lengths of time that labels and parser may tell in another unit. */
const years: Record<string, number> = {decade: 10, century: 100, millennium: 1000};

// A label writes a unit as the text does, with _ or a space, in the singular or not.
const unitOf = (unit: string | null): string => {
  const name = (unit ?? "").replaceAll("_", " ").toLowerCase();
  const known = sameUnits[name] ?? name;
  if (
    /^[A-Z]{3}$/.test(unit ?? "") ||
    /^(?:percent|percentage point|basis point|fraction|times)$/.test(known)
  )
    return known;
  if (known in years) return "year";
  if (measures.has(known)) return known;
  // What is counted is a noun, which everybody words in their own way.
  return measureOf.get(known) ?? "count";
};

// "8,000 miles a year": a label may give the year apart, or leave it out.
const isSameUnit = (figure: Figure, gold: Gold): boolean =>
  unitOf(figure.unit) === unitOf(gold.unit) ||
  (figure.unit?.includes(" per ") === true && unitOf(figure.unit.split(" per ")[0]) === unitOf(gold.unit));

const near = (a: number | null | undefined, b: number | null | undefined): boolean =>
  a == null || b == null
    ? a == null && b == null
    : Math.abs(a - b) <= 0.006 * Math.max(Math.abs(a), Math.abs(b));

function sameValue(figure: Figure, gold: Gold): boolean {
  const scale = (years[figure.unit ?? ""] ?? 1) / (years[gold.unit ?? ""] ?? 1);
  const as = (value: number | null): number | null => value && value * scale;
  if (gold.value !== null) {
    const scaled =
      figure.unit === "percent" && unitOf(gold.unit) === "fraction" ? gold.value * 100 : gold.value;
    const value = as(figure.value);
    return near(value, scaled) || (value !== null && near(Math.abs(value), Math.abs(scaled)));
  }
  return near(as(figure.low), gold.low) && near(as(figure.high), gold.high);
}

interface Count {
  gold: number;
  read: number;
  found: number;
  value: number;
  unit: number;
  sure: number;
  sureWrong: number;
}

const empty = (): Count => ({gold: 0, read: 0, found: 0, value: 0, unit: 0, sure: 0, sureWrong: 0});

// A label that stands nowhere is no miss of the parser's.
function placeOf({text}: Labelled, {exact, start, occurrence = 0}: Gold): [number, number] {
  let at = start ?? -1;
  if (start === undefined)
    for (let n = 0; n <= occurrence; n++) {
      at = text.indexOf(exact, at + 1);
      if (at < 0) throw new Error(`label stands nowhere: "${exact}", occurrence ${occurrence} (from 0)`);
    }
  return [at, at + exact.length];
}

function score(
  labelled: Labelled,
  figures: readonly Figure[],
  count: Count,
  list: (line: string) => void,
): void {
  const taken = new Set<Figure>();
  const places: [number, number][] = [];
  for (const gold of [...labelled.figures, ...(labelled.optional ?? [])]) {
    const [start, end] = placeOf(labelled, gold);
    const figure = figures.find((f) => !taken.has(f) && f.start < end && start < f.end);
    if (figure) taken.add(figure);
    places.push([start, end]);
    if (labelled.optional?.includes(gold)) continue;
    count.gold++;
    if (!figure) {
      list(`missed     ${gold.exact}`);
      continue;
    }
    count.read++;
    count.found++;
    const isRight = sameValue(figure, gold);
    const hasUnit = isRight && isSameUnit(figure, gold);
    if (isRight) count.value++;
    if (hasUnit) count.unit++;
    if (figure.confidence >= 0.9) {
      count.sure++;
      if (!isRight) count.sureWrong++;
    }
    if (!hasUnit)
      list(
        `${isRight ? "wrong unit " : "wrong value"} ${gold.exact}: ${figure.value ?? `${figure.low} to ${figure.high}`} ${figure.unit}, not ${gold.value ?? `${gold.low} to ${gold.high}`} ${gold.unit} (${figure.confidence})`,
      );
  }
  for (const figure of figures) {
    if (taken.has(figure)) continue;
    const isNeutral = (labelled.neutral ?? []).some(
      (words) => words.includes(figure.exact) || figure.exact.includes(words),
    );
    // A label may hold two numbers: “55 of its 610 stores”.
    const isHeld = places.some(([start, end]) => start <= figure.start && figure.end <= end);
    if (isNeutral || isHeld) continue;
    count.read++;
    if (figure.confidence >= 0.9) {
      count.sure++;
      count.sureWrong++;
    }
    list(`no figure  ${figure.exact} (${figure.confidence})`);
  }
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "-" : ((100 * part) / whole).toFixed(1);
const f1 = (right: number, {gold, read}: Count): string => percent(2 * right, gold + read);

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  console.error("usage: npx tsx test/waybill/parse/scoreFolder.ts FOLDER [--list]");
  process.exit(1);
}
const isListed = flags.includes("--list");
const total = empty();
const pages = {same: 0, texts: 0, pages: 0, all: 0};
for (const name of readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()) {
  const labelled = JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Labelled;
  const {text, published = null} = labelled;
  const figures = parseFigures(text, {vocab, published});
  const count = empty();
  score(labelled, figures, count, (line) => isListed && console.log(`${name}: ${line}`));
  for (const key of Object.keys(total) as (keyof Count)[]) total[key] += count[key];
  const page = path.join(folder, name.replace(/\.json$/, ".html"));
  if (!existsSync(page)) continue;
  const article = readArticle(page);
  const readings = parseFigures(article.text, {vocab, published: article.published ?? published});
  const key = ({exact, value, unit}: Figure): string => JSON.stringify([exact, value, unit]);
  const meant = figures.map(key);
  const got = readings.map(key);
  const both = meant.filter((one) => got.includes(one)).length;
  pages.all++;
  pages.texts += meant.length - both;
  pages.pages += got.filter((one) => !meant.includes(one)).length;
  if (both === meant.length && got.length === meant.length) pages.same++;
}
console.log(`figures    ${total.gold} labelled, ${total.read} read, ${total.found} of them labelled`);
console.log(
  `found      F1 ${f1(total.found, total)}, precision ${percent(total.found, total.read)}, recall ${percent(total.found, total.gold)}`,
);
console.log(`value      F1 ${f1(total.value, total)}`);
console.log(`value and unit  F1 ${f1(total.unit, total)}`);
console.log(
  `at confidence 0.9 and more: ${total.sureWrong} of ${total.sure} wrong (${percent(total.sureWrong, total.sure)} %)`,
);
if (pages.all > 0)
  console.log(
    `pages      ${pages.same} of ${pages.all} give the figures of their text; in all ${pages.texts} are lost and ${pages.pages} are none of the text's`,
  );
