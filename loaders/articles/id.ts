import path from "node:path";

const longest = 100;

/** Returns the id of the article in a file: the file's name without its ending. */
export function idOf(file: string): string {
  return path.basename(file, path.extname(file)).normalize("NFC");
}

/** Returns what two ids have in common that one disk or another holds for one name. */
export function sameId(id: string): string {
  return id.normalize("NFC").toLowerCase();
}

/**
 * Returns what is wrong with the name of an article's file, which becomes a web
 * address, the names of files and the ids of figures; null if nothing is.
 */
export function idProblem(file: string): string | null {
  const id = idOf(file);
  const [odd] = /[^\p{L}\p{M}\p{N}._-]/u.exec(id) ?? [];
  if (odd !== undefined) {
    const what = /\s/.test(odd)
      ? "a space"
      : /\p{C}/u.test(odd)
        ? "a character that does not show"
        : `"${odd}"`;
    return `has ${what} in its name (use letters, digits, ".", "-" and "_")`;
  }
  if (!/^[\p{L}\p{N}_]/u.test(id))
    return `has a name that begins with "${id[0]}" (begin with a letter or digit)`;
  if (id.endsWith(".")) return 'has a name that ends with "." (leave it out)';
  if (id.length > longest) return `has a name of ${id.length} letters (at most ${longest})`;
  if (sameId(id) === "index") return "has the name of the list of sources (rename it)";
  return null;
}
