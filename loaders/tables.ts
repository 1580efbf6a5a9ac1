import {existsSync} from "node:fs";
import path from "node:path";
import type {Article} from "../src/waybill/model/figure.js";
import {partyKinds, type TableRows} from "../src/waybill/model/tables.js";
import {collectArticles} from "./articles.js";
import {lexiconFolder} from "./engine.js";
import {type Attempt, gather, InputError, InputErrors, readEach, together} from "./InputError.js";
import {keepReadings, keptReadings} from "./keptReadings.js";
import {readCsv} from "./readCsv.js";
import {knownSpeakers} from "./tables/caveats.js";
import {readCoordinates} from "./tables/coordinates.js";
import {readDerived} from "./tables/derived.js";
import {Kept} from "./tables/Kept.js";
import {articlesWithout, derivedWithout, withoutNotes} from "./tables/leaveOut.js";
import type {PartyForm} from "./tables/parties.js";
import {readRates} from "./tables/rates.js";
import {Tabulator, type TabulatorOptions} from "./tables/Tabulator.js";
import {readVocab} from "./vocab.js";

export interface Tables extends TableRows {
  /** The articles with their texts, which the tables leave out. */
  texts: Article[];
  /** What they are made from besides the articles. */
  options: TabulatorOptions;
}

export interface LoadOptions {
  onProgress?: ((done: number, of: number) => void) | undefined;
  /**
   * Takes what is wrong: a note in an article's front matter, or a derived
   * number, which is then left out, or an article that cannot be read, with all
   * that points at it. Without it, everything that is wrong is thrown.
   */
  onProblem?: ((problem: InputError) => void) | undefined;
  /** The tables as they were: an article is read again only if it or the vocabulary has changed since. */
  before?: Tables | undefined;
}

/**
 * Returns every table, read from the seeds in the given folder. Throws an
 * InputError that names file and line if a seed or a vocabulary is broken;
 * InputErrors with everything that is wrong in all of them if it is more.
 */
export function loadTables(root = "seeds", {onProgress, onProblem, before}: LoadOptions = {}): Tables {
  return together((attempt, report) => {
    const {articles, problems} = collectArticles(root, {mended: onProblem !== undefined});
    for (const problem of problems) (onProblem ?? report)(problem);
    const options = attempt(() => withKept(readOptions(root), articles, before));
    const read = new Set(articles.map(({article_id}) => article_id));
    // Of other folders nothing is kept.
    const isStory = root === "seeds";
    if (options && isStory) addReadings(options, articles);
    const unread = problems.map(({file}) => path.basename(file, path.extname(file)));
    const out = new Set(unread.filter((id) => !read.has(id)));
    const tables = options && tabulateSound({articles, options, out, onProgress}, onProblem ?? report);
    if (tables?.options.readings && isStory)
      keepReadings(tables.texts, tables.options.readings, tables.options.vocab);
    return tables as Tables;
  });
}

/** Returns every table of the given articles. Throws everything that is wrong in what their front matter notes. */
export function tabulate(articles: readonly Article[], options: TabulatorOptions): Tables {
  return together((_, report) =>
    tabulateSound({articles, options, out: new Set(), onProgress: undefined}, report),
  );
}

/** Returns the options with what the tables that were made before have read in the same texts, and have made of the same articles. */
function withKept(
  options: TabulatorOptions,
  articles: readonly Article[],
  before: Tables | undefined,
): TabulatorOptions {
  const readings: NonNullable<TabulatorOptions["readings"]> = new Map();
  if (before?.options.vocab !== options.vocab) return {...options, readings, kept: new Kept()};
  const known = new Map(before.texts.map((article) => [article.article_id, article]));
  for (const {article_id, text, published, language} of articles) {
    const [old, reading] = [known.get(article_id), before.options.readings?.get(article_id)];
    if (reading && old?.text === text && old.published === published && old.language === language)
      readings.set(article_id, reading);
  }
  // The story's parties are files of its vocabulary: where they change, it is another.
  return {...options, readings, kept: before.options.kept ?? new Kept()};
}

function addReadings({readings, vocab}: TabulatorOptions, articles: readonly Article[]): void {
  const unread = articles.filter(({article_id}) => !readings?.has(article_id));
  for (const [id, reading] of keptReadings(unread, vocab)) readings?.set(id, reading);
}

interface Work {
  articles: readonly Article[];
  options: TabulatorOptions;
  /** The ids of the articles that are left out. */
  out: ReadonlySet<string>;
  onProgress: LoadOptions["onProgress"];
}

/**
 * Returns the tables of what fits: of a note that does not, its article goes
 * without. What an article has entered before its fault was found stands in the
 * tables of all articles, so those are made again, until nothing is wrong.
 */
function tabulateSound(work: Work, report: (problem: InputError) => void): Tables {
  const articles = articlesWithout(work.articles, work.out);
  const derived = derivedWithout(work.options.derived ?? [], work.out);
  const options = {...work.options, derived};
  const {value, problems} = gather((attempt) => tabulateOnce({...work, articles, options}, attempt));
  if (value && problems.length === 0) return value;
  for (const problem of problems) report(problem);
  const mended = articles.map((article) => withoutNotes(article, problems));
  const faulty = articles.filter(
    (article, n) => mended[n] === article && problems.some(({file}) => file === article.file),
  );
  const sound = derived.filter(
    ({file, line}) => !problems.some((problem) => problem.file === file && problem.line === line),
  );
  const isMended = mended.some((article, n) => article !== articles[n]);
  if (faulty.length === 0 && !isMended && sound.length === derived.length) throw new InputErrors(problems);
  const out = new Set([...work.out, ...faulty.map(({article_id}) => article_id)]);
  return tabulateSound({...work, articles: mended, options: {...options, derived: sound}, out}, report);
}

function tabulateOnce({articles: texts, options, onProgress}: Work, attempt: Attempt): Tables {
  const tabulator = new Tabulator(options);
  const own = texts.map((article, n) => {
    onProgress?.(n, texts.length);
    return attempt(() => tabulator.add(article));
  });
  const good = own.filter((rows) => rows !== undefined);
  const rows: TableRows = {
    articles: good.flatMap(({articles}) => articles),
    figures: good.flatMap(({figures}) => figures),
    numerals: good.flatMap(({numerals}) => numerals),
    relations: good.flatMap(({relations}) => relations),
    events: good.flatMap(({events}) => events),
    caveats: good.flatMap(({caveats}) => caveats),
    disagreements: good.flatMap(({disagreements}) => disagreements),
    parties: [],
    goods: [],
    places: [],
    facts: [],
    derived: [],
    flows: [],
  };
  if (good.length === own.length) {
    tabulator.finish((table, row) => rows[table].push(row));
    attempt(() => knownSpeakers(texts, rows));
  }
  return {texts: [...texts], options, ...rows};
}

/**
 * Returns what the tables need besides the articles: the engine's words and the
 * story's own, from the given folder of seeds. Throws what is wrong in all of its
 * files at once.
 */
export function readOptions(root = "seeds"): TabulatorOptions {
  const options = together((attempt) => ({
    vocab: attempt(() => readVocab(`${root}/vocab`)),
    parties: attempt(() => readParties(`${root}/vocab/parties.csv`)),
    sameUnits: attempt(() => new Map(wordFiles(root, "same-units").flatMap(readSameUnits))),
    derived: attempt(() => readDerived(`${root}/derived.yaml`)),
    rates: attempt(() => readRates(`${root}/vocab/rates.csv`)),
    coordinates: attempt(
      () => new Map(wordFiles(root, "coordinates").flatMap((file) => [...readCoordinates(file)])),
    ),
  }));
  return options as TabulatorOptions;
}

/** The engine's file of that name, then the story's, which holds where both name the same. */
const wordFiles = (root: string, name: string): string[] =>
  [`${lexiconFolder}/${name}.csv`, `${root}/vocab/${name}.csv`].filter((file) => existsSync(file));

function readParties(file: string): PartyForm[] {
  if (!existsSync(file)) return [];
  return readEach(readCsv(file, ["form", "name", "kind", "country"]), ({line, cells}) => {
    const {form, name, kind, country} = cells;
    if (!form.trim() || !name.trim()) throw new InputError(file, line, "form or name is empty");
    if (!(partyKinds as readonly string[]).includes(kind))
      throw new InputError(file, line, `unknown kind: "${kind}" (have: ${partyKinds.join(", ")})`);
    return {form, name, kind, country: country || null};
  });
}

function readSameUnits(file: string): [unit: string, same: string][] {
  return readCsv(file, ["unit", "same_as"]).map(({cells: {unit, same_as}}) => [unit, same_as]);
}
