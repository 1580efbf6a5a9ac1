import {existsSync} from "node:fs";
import path from "node:path";
import {isDay} from "./articles/date.js";
import {readText} from "./articles/readText.js";
import {webAddress} from "./articles/webAddress.js";
import {InputError, readEach} from "./InputError.js";
import {marksOf, numberLanguages} from "./numberMarks.js";
import {readYaml} from "./readYaml.js";

/** Where a story says what it is called, in its folder. */
export const settingsFile = "seeds/story.yaml";

/** What a story says of itself, and the engine does not know. */
export interface Settings {
  /** What the site is called, in its head and where charts lead back to it. */
  name: string;
  /** Who publishes it, in the credit of every chart. */
  byline: string;
  /** Under which licence its charts and tables are, best as one of SPDX's ids. */
  licence: string;
  /** Where the site will be; null if it is not known. */
  address: string | null;
  /** Day on which the story was first published, YYYY-MM-DD; null if it does not say. */
  published: string | null;
  /** Where readers report errors, as an address that begins with mailto: or https:; null if nobody says. */
  corrections: string | null;
  /** The language whose marks stand in the numbers that readers see: de, fr, en-IN. */
  numbers: string;
  /** Whether the first page lists its sections below its standfirst, where it has several. */
  contents: boolean;
}

const fields = [
  "name",
  "byline",
  "licence",
  "address",
  "published",
  "corrections",
  "numbers",
  "contents",
] as const;
type Field = (typeof fields)[number];

let read: Settings | undefined;

/** Returns the settings of the story that this process works on. They are read once. */
export const story = (): Settings => (read ??= readSettings());

/**
 * Returns the settings in a file; of what it does not say, the name is that of
 * the folder of the story, above its seeds, the byline the name, and the licence “not stated”. Throws what is
 * wrong in it, all at once: a field that is none, or is empty, or no text.
 */
export function readSettings(file = settingsFile): Settings {
  const given: Partial<Record<Field, string>> = {};
  if (existsSync(file)) {
    const written = readYaml(readText(file, `it has ${fields.join(", ")}`), {file, what: "settings"});
    if (!("entries" in written))
      throw new InputError(file, written.line, `settings are no fields (have: ${fields.join(", ")})`);
    readEach(written.entries, ({name, line, value}) => {
      const field = fields.find((known) => known === name);
      if (!field) throw new InputError(file, line, `unknown setting: "${name}" (have: ${fields.join(", ")})`);
      if (!("text" in value)) throw new InputError(file, line, `${name} is no text`);
      const text = value.text.trim();
      if (text === "" && field === "name") throw new InputError(file, line, "name is empty");
      const problem = text === "" ? null : problemIn(field, text);
      if (problem) throw new InputError(file, line, `${field} ${problem}`);
      if (text !== "") given[field] = text;
    });
  }
  const name = given.name ?? path.basename(path.resolve(path.dirname(file), ".."));
  const {corrections} = given;
  return {
    name,
    byline: given.byline ?? name,
    licence: given.licence ?? "not stated",
    address: given.address ?? null,
    published: given.published ?? null,
    corrections: corrections && isMail(corrections) ? `mailto:${corrections}` : (corrections ?? null),
    numbers: given.numbers ?? "en",
    contents: given.contents !== "no",
  };
}

/** Returns what is wrong with a setting's text; null if nothing is. */
function problemIn(field: Field, text: string): string | null {
  switch (field) {
    case "address":
      return isWeb(text) ? null : `is no web address: "${text}" (for example: https://example.org/story)`;
    case "published":
      return isDay(text) ? null : `is not a date: "${text}" (write YYYY-MM-DD)`;
    case "corrections":
      return isWeb(text) || isMail(text.replace(/^mailto:/, ""))
        ? null
        : `is neither a mail nor a web address: "${text}" (for example: corrections@example.org)`;
    case "numbers":
      return marksOf(text)
        ? null
        : `is no language whose numbers are known: "${text}" (for example: de, de-CH, fr; have: ${numberLanguages().join(", ")})`;
    case "contents":
      return text === "yes" || text === "no" ? null : `is neither yes nor no: "${text}"`;
    default:
      return null;
  }
}

const isWeb = (text: string): boolean => /^https?:\/\//.test(webAddress(text) ?? "");

// What a mail program would take for more than an address (?cc=…) is none.
const isMail = (text: string): boolean => /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text);
