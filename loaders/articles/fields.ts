import path from "node:path";
import {InputError} from "../InputError.js";
import {toLine} from "./characters.js";
import {dateProblem} from "./date.js";
import {languageProblem} from "./language.js";
import {addressProblem} from "./webAddress.js";

/** A field of the front matter: one line of text, or several that are joined. */
export interface FieldSpec {
  name: string;
  /** What joins the lines of a list; without it the field takes no list. */
  joins?: string;
  /** Returns what is wrong with a value; null if nothing is. */
  problem?: (value: string) => string | null;
  /** Returns what is wrong with one line of a list. */
  lineProblem?: (line: string) => string | null;
}

/** The fields that an article's front matter may have, besides its lists of notes (items.ts). */
export const fields = [
  {name: "title"},
  {name: "publisher"},
  {name: "author"},
  {name: "relays", joins: " > "},
  {name: "tags", joins: " ", lineProblem: tagProblem},
  {name: "published", problem: dateProblem},
  {name: "published_basis", problem: basisProblem},
  {name: "url", problem: addressProblem},
  {name: "language", problem: languageProblem},
  {name: "original", problem: fileNameProblem},
  {name: "sha256", problem: digestProblem},
] as const satisfies readonly FieldSpec[];

export type FieldName = (typeof fields)[number]["name"];

// No headline is longer, and no name.
const longest = 500;

/** Returns the value of a field as one clean line. Throws an InputError if it is none of the field's values. */
export function readField(
  {name, joins, problem, lineProblem}: FieldSpec,
  lines: readonly string[],
  {file, line}: {file: string; line: number},
): string {
  const clean = lines.map(toLine).filter(Boolean);
  const value = clean.join(joins);
  if (value.length > longest)
    throw new InputError(
      file,
      line,
      `${name} has ${value.length} letters: "${value.slice(0, 40)}…" (at most ${longest})`,
    );
  const ofLines = clean.map((one) => lineProblem?.(one)).find(Boolean);
  const wrong = ofLines ?? (value === "" ? null : problem?.(value));
  if (wrong) throw new InputError(file, line, `${name} ${wrong}`);
  return value;
}

function basisProblem(basis: string): string | null {
  return basis === "stated" || basis === "inferred"
    ? null
    : `is unknown: "${basis}" (have: stated, inferred)`;
}

// Lower case and hyphens: a tag is a name in code, and tags are joined by spaces.
function tagProblem(tag: string): string | null {
  return /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(tag)
    ? null
    : `takes no "${tag}" (write lower-case words joined by hyphens)`;
}

function fileNameProblem(name: string): string | null {
  const isName = !/^\.|[/\\]/.test(name) && path.basename(name) === name;
  return isName ? null : `must be a file name: "${name}"`;
}

function digestProblem(digest: string): string | null {
  return /^[0-9a-f]{64}$/.test(digest) ? null : `is not 64 hexadecimal digits: "${digest.slice(0, 80)}"`;
}
