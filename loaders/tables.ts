import {readFileSync} from "node:fs";
import {csvParse} from "d3";
import type {Article} from "../src/model/figure.js";
import type {TableRows} from "../src/model/tables.js";
import {readArticles} from "./articles.js";
import {InputError} from "./InputError.js";
import {readCoordinates} from "./tables/coordinates.js";
import {readDerived} from "./tables/derived.js";
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

interface LoadOptions {
  onProgress?: ((done: number, of: number) => void) | undefined;
}

/**
 * Returns every table, read from the seeds in the given folder. Throws an
 * InputError that names file and line if a seed or a vocabulary is broken.
 */
export function loadTables(root = "seeds", {onProgress}: LoadOptions = {}): Tables {
  return tabulate(readArticles(root), {...readOptions(root), readings: new Map()}, {onProgress});
}

/** Returns every table of the given articles. Throws an InputError if what their front matter notes does not fit. */
export function tabulate(
  texts: readonly Article[],
  options: TabulatorOptions,
  {onProgress}: LoadOptions = {},
): Tables {
  const tabulator = new Tabulator(options);
  const own = texts.map((article, n) => {
    onProgress?.(n, texts.length);
    return tabulator.add(article);
  });
  const rows: TableRows = {
    articles: own.flatMap(({articles}) => articles),
    figures: own.flatMap(({figures}) => figures),
    numerals: own.flatMap(({numerals}) => numerals),
    relations: own.flatMap(({relations}) => relations),
    events: own.flatMap(({events}) => events),
    disagreements: own.flatMap(({disagreements}) => disagreements),
    parties: [],
    goods: [],
    places: [],
    facts: [],
    derived: [],
    flows: [],
  };
  tabulator.finish((table, row) => rows[table].push(row));
  return {texts: [...texts], options, ...rows};
}

/** Returns what the tables need besides the articles, from the given folder of seeds. */
export function readOptions(root = "seeds"): TabulatorOptions {
  return {
    vocab: readVocab(`${root}/vocab`),
    parties: readRows(`${root}/vocab/parties.csv`).map(({form, name, kind, country}) => ({
      form,
      name,
      kind: kind as PartyForm["kind"],
      country: country || null,
    })),
    sameUnits: new Map(readRows(`${root}/vocab/same-units.csv`).map(({unit, same_as}) => [unit, same_as])),
    derived: readDerived(`${root}/derived.yaml`),
    rates: readRates(`${root}/vocab/rates.csv`),
    coordinates: readCoordinates(`${root}/vocab/coordinates.csv`),
  };
}

function readRows(file: string) {
  try {
    return csvParse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new InputError(file, null, `cannot be read: ${(cause as NodeJS.ErrnoException).code}`, {cause});
  }
}
