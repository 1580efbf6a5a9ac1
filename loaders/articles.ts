import {type Dirent, existsSync, readdirSync, realpathSync} from "node:fs";
import path from "node:path";
import type {Article} from "../src/waybill/model/figure.js";
import {idOf, idProblem, sameId} from "./articles/id.js";
import {formatOf, readArticle} from "./articles/readArticle.js";
import {type Attempt, gather, InputError, type Report, together} from "./InputError.js";
import {settingsFile} from "./story.js";
import {reasonOf} from "./systemProblem.js";

export {readArticle};

/**
 * Returns the articles in the given folder of seeds, in the order of their
 * ids. Each is one .md, .txt or .html file; its id is the file's name without
 * the ending. A note on somebody else's report must cite it in its front
 * matter (title, publisher); a full text may leave both to be read from the
 * text. Where `originals/` holds the file a note names, its SHA-256 is checked.
 *
 * Throws an InputError that names file and line if a seed cannot be read, or is
 * no article; InputErrors with all of them if several are.
 */
export function readArticles(root = "seeds"): Article[] {
  return together((attempt) => articlesIn(root, attempt));
}

/**
 * Returns the articles that can be read, as readArticles does, beside all that is
 * wrong. An article with a mistake in its front matter is none of them, or, if
 * they are `mended`, goes without what is wrong.
 */
export function collectArticles(
  root = "seeds",
  {mended = false} = {},
): {articles: Article[]; problems: InputError[]} {
  const {value = [], problems} = gather((attempt, report) =>
    articlesIn(root, attempt, mended ? report : undefined),
  );
  return {articles: value, problems};
}

function articlesIn(root: string, attempt: Attempt, report?: Report): Article[] {
  const articles = new Map<string, Article>();
  for (const entry of entriesOf(root)) {
    if (belongs(entry)) continue;
    attempt(() => {
      const file = path.posix.join(root, entry.name);
      checkEntry(entry, file, root);
      const article = readArticle(file, root, report);
      const key = sameId(article.article_id);
      const other = articles.get(key);
      if (other)
        throw new InputError(
          file,
          1,
          `article id is taken: "${article.article_id}" is also ${other.file}${differenceOf(file, other.file)} (rename one of them)`,
        );
      articles.set(key, article);
    });
  }
  return [...articles.values()].sort((a, b) => (a.article_id < b.article_id ? -1 : 1));
}

// Names that look the same, and are one name on many disks.
function differenceOf(file: string, other: string): string {
  const [a, b] = [file, other].map((each) => path.basename(each, path.extname(each)));
  if (a === b) return "";
  return idOf(a) === idOf(b) ? ", whose accents are written otherwise" : ", but for capitals";
}

function entriesOf(root: string): Dirent[] {
  // A story that has no article yet.
  if (root === "seeds" && !existsSync(root)) return [];
  try {
    return readdirSync(root, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    throw new InputError(root, null, `cannot be read: ${reasonOf(cause)}`, {cause});
  }
}

// What editors and desktops leave behind for a while.
const litter =
  /^(?:\.|~\$|#.*#$)|~$|\.(?:swp|tmp|bak|part|crdownload)$|^(?:4913|thumbs\.db|desktop\.ini|icon\r)$/i;

// Whether a file or folder belongs beside the articles.
function belongs({name}: Dirent): boolean {
  return (
    ["vocab", "originals", "derived.yaml", path.basename(settingsFile)].includes(name) || litter.test(name)
  );
}

const office = /\.(?:docx?|odt|rtf|pdf|pages|epub|wps)$/i;

function checkEntry(entry: Dirent, file: string, root: string): void {
  const {name} = entry;
  const wrong = (problem: string): InputError => new InputError(file, null, problem);
  if (entry.isDirectory())
    throw wrong(`is a folder, which is not read (put its articles into ${root}/ itself)`);
  if (office.test(name))
    throw wrong(
      `is not read (waybill add FILE takes its text; the file itself may stand in ${root}/originals/)`,
    );
  if (formatOf(name) === null)
    throw wrong(`is not read: articles end in .md, .txt or .html (rename it, or move it out of ${root}/)`);
  const problem = idProblem(name);
  if (problem) throw wrong(problem);
  if (entry.isSymbolicLink() && leadsOutside(file, root))
    throw wrong(`is a link to a file outside ${root}/ (put the file itself there)`);
}

function leadsOutside(file: string, root: string): boolean {
  try {
    return path.relative(realpathSync(root), realpathSync(file)).startsWith("..");
  } catch {
    // What leads nowhere is told when it is read.
    return false;
  }
}
