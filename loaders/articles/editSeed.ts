import {chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import path from "node:path";
import type {Article} from "../../src/waybill/model/figure.js";
import {InputError} from "../InputError.js";
import {splitFrontMatter} from "./frontMatter.js";
import {formatOf} from "./readArticle.js";
import {withFields} from "./writeFrontMatter.js";

/** A seed before and after it was edited. */
export interface Edited {
  before: string;
  after: string;
}

// Whoever saves a file does not do so five times in a moment.
const tries = 5;

/**
 * Writes what `edit` makes of an article's source, and returns both. The file is
 * put in its place whole. If it was saved by somebody else meanwhile, what they
 * saved is edited instead: `edit` is called again. Throws an InputError if the
 * file is not in UTF-8, and what `edit` throws.
 */
export function editSeed(
  {file, title, publisher}: Pick<Article, "file" | "title" | "publisher">,
  edit: (source: string) => string,
): Edited {
  for (let n = 0; n < tries; n++) {
    const before = readSource(file);
    const isBare = formatOf(file) === "note" && splitFrontMatter(before, file).matter === null;
    // Markdown with front matter is a note, which has both.
    const after = edit(isBare ? withFields(before, {title, publisher}, file) : before);
    if (after === before || replaceIf(file, before, after)) return {before, after};
  }
  throw new InputError(file, null, "is being written by another program (try again)");
}

/** Returns an article's file as it is. Throws an InputError if it is not UTF-8, which is all that can be written back. */
export function readSource(file: string): string {
  const bytes = readFileSync(file);
  const source = bytes.toString("utf8");
  if (!Buffer.from(source).equals(bytes))
    throw new InputError(file, null, "is not in UTF-8 (save it so, and it can be written to)");
  return source;
}

/** Puts another content in the place of a file, if it still has the one that is known. Returns whether it did. */
export function replaceIf(file: string, known: string, content: string): boolean {
  const target = realpathSync(file);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  writeFileSync(temporary, content);
  chmodSync(temporary, statSync(target).mode);
  if (readSource(file) !== known) {
    rmSync(temporary);
    return false;
  }
  renameSync(temporary, target);
  return true;
}
