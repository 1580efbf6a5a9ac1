import {readdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";
import type {NumberMarks} from "../src/waybill/model/numbers.js";

/** Where d3-format has its locales, a file a language and country: de-CH.json. */
const folder = path.dirname(createRequire(import.meta.url).resolve("d3-format/locale/en-US"));

interface Locale extends NumberMarks {
  numerals?: readonly string[];
}

let read: Map<string, NumberMarks> | undefined;

/** Returns how numbers are written, by language and country. Those with digits of their own are left out: no font of a chart has them. */
function known(): Map<string, NumberMarks> {
  read ??= new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .flatMap((name) => {
        const {decimal, thousands, grouping, numerals}: Locale = JSON.parse(
          readFileSync(path.join(folder, name), "utf8"),
        );
        return numerals ? [] : [[path.basename(name, ".json"), {decimal, thousands, grouping}]];
      }),
  );
  return read;
}

/**
 * Returns the marks of a language’s numbers: of “de-CH”, or of “de” as most of
 * its speakers write them. Null if it is none whose marks are known.
 */
export function marksOf(code: string): NumberMarks | null {
  const tag = canonical(code);
  if (tag === null) return null;
  const {language, region} = new Intl.Locale(tag).maximize();
  return known().get(`${language}-${region}`) ?? null;
}

/** The languages whose marks are known, each once. */
export const numberLanguages = (): string[] =>
  [...new Set([...known().keys()].map((tag) => new Intl.Locale(tag).language))].filter(
    (language) => marksOf(language) !== null,
  );

function canonical(code: string): string | null {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? null;
  } catch {
    return null;
  }
}
