import path from "node:path";
import {readArticle} from "../../loaders/articles.js";
import {loadTables, tabulate} from "../../loaders/tables.js";
import {escapeHtml} from "../../src/waybill/model/escape.js";
import type {TextReading} from "../../src/waybill/parse/parseFigures.js";
import {hostileStrings} from "../graphics/hostileStrings.js";
import {temporaryFolder} from "../temporary.js";

type Item = Record<string, string>;
type Matter = Record<string, string | Item[]>;

const words = "The report says that Acme bought 40 drones for $3 million from Bolt in May 2024.";

/** What each item of a list has to have. */
const lists: Record<string, Item> = {
  remarks: {kind: "source", what: "What", quote: "The report"},
  relations: {kind: "supplies", from: "Bolt", to: "Acme", quote: "Acme bought"},
  events: {what: "What", quote: "May 2024"},
  caveats: {what: "What", quote: "The report"},
};
/** Cells that point at words of the text, or are no words. */
const pointers = new Set(["quote", "nth", "kind", "review", "original", "sha256"]);

// JSON is YAML too, and holds any string.
const note = (matter: Matter, text = words): string => `---\n${JSON.stringify(matter)}\n---\n\n${text}\n`;

const {options} = loadTables();

// One reading for all that differ in front matter alone: none of what it takes of hostile words is a date or a language.
const readings = new Map<string, TextReading>();

function problemOf(source: string): string {
  try {
    const article = readArticle(path.join(temporaryFolder({"note.md": source}), "note.md"));
    const known = readings.get(article.text);
    const own = new Map(known ? [[article.article_id, known]] : []);
    tabulate([article], {...options, derived: [], readings: own});
    readings.set(article.text, own.get(article.article_id)!);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

/** Returns the fields of front matter, or of the items of a list, that there are: the reader of articles names them itself. */
function fieldsOf(list: string | null): string[] {
  const unheard = list ? {[list]: [{...lists[list], unheard: "of"}]} : {unheard: "of"};
  const problem = problemOf(note({title: "T", publisher: "P", ...unheard}));
  const names = /\(have: ([^)]*)\)/.exec(problem)?.[1];
  if (!names) throw new Error(`does not name its fields: ${problem}`);
  return names.split(", ").filter((field) => !pointers.has(field));
}

/**
 * Returns an article for each hostile string, with the string in every field of
 * its front matter and its lists that takes it, and in its text; one of plain
 * text with them all, one saved page with them all; and how many each field took.
 */
export function hostileSeeds(): {files: Record<string, string>; taken: Map<string, number>} {
  const files: Record<string, string> = {};
  const taken = new Map<string, number>();
  const strings = Object.values(hostileStrings);
  const count = (field: string, isTaken: boolean): boolean => {
    taken.set(field, (taken.get(field) ?? 0) + Number(isTaken));
    return isTaken;
  };
  const fields = fieldsOf(null).filter((field) => !(field in lists));
  const cells = Object.keys(lists).flatMap((list) => fieldsOf(list).map((cell) => [list, cell] as const));
  strings.forEach((string, n) => {
    const matter: Matter = {title: "Title", publisher: "Publisher"};
    for (const field of fields) {
      const tried = {...matter, [field]: `${field} ${string}`};
      if (count(field, problemOf(note(tried)) === "")) matter[field] = tried[field];
    }
    for (const [list, cell] of cells) {
      const [item] = (matter[list] as Item[] | undefined) ?? [lists[list]];
      const tried = {...matter, [list]: [{...item, [cell]: `${cell} ${string}`}]};
      if (count(`${list}.${cell}`, problemOf(note(tried)) === "")) matter[list] = tried[list];
    }
    const text = `${words}\n\n${string}`;
    files[`hostile-${n}.md`] = note(matter, problemOf(note(matter, text)) ? words : text);
  });
  const shown = strings.map((string) => escapeHtml(string));
  files["hostile-text.txt"] = `${strings.slice(0, 9).join("\n\n")}\n\n${words}\n`;
  files["hostile-page.html"] =
    `<html><head><meta property="og:title" content="${shown.slice(2, 6).join(" ")}">
<meta property="og:site_name" content="${shown.slice(6, 9).join(" ")}">
<meta name="author" content="${shown.slice(0, 3).join(" ")}"><link rel="canonical" href="https://example.org/?q=${shown[2]}">
<script type="application/ld+json">{"@type": "Article", "datePublished": "2024-05-01"}</script></head><body><p>${words}</p><p>${shown.slice(0, 9).join("</p><p>")}</p></body></html>`;
  return {files, taken};
}
