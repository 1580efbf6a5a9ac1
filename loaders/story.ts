import {existsSync} from "node:fs";
import path from "node:path";
import {readText} from "./articles/readText.js";
import {webAddress} from "./articles/webAddress.js";
import {InputError, readEach} from "./InputError.js";
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
}

const fields = ["name", "byline", "licence", "address"] as const;

let read: Settings | undefined;

/** Returns the settings of the story that this process works on. They are read once. */
export const story = (): Settings => (read ??= readSettings());

/**
 * Returns the settings in a file; of what it does not say, the name is that of
 * the folder of the story, above its seeds, the byline the name, and the licence “not stated”. Throws what is
 * wrong in it, all at once: a field that is none, or is empty, or no text.
 */
export function readSettings(file = settingsFile): Settings {
  const given: Partial<Record<(typeof fields)[number], string>> = {};
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
      if (text !== "" && field === "address" && !/^https?:\/\//.test(webAddress(text) ?? ""))
        throw new InputError(
          file,
          line,
          `address is no web address: "${text}" (for example: https://example.org/story)`,
        );
      if (text !== "") given[field] = text;
    });
  }
  const name = given.name ?? path.basename(path.resolve(path.dirname(file), ".."));
  return {
    name,
    byline: given.byline ?? name,
    licence: given.licence ?? "not stated",
    address: given.address ?? null,
  };
}
