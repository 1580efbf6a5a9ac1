import type {
  Article,
  Caption,
  Caveat,
  NotedRelation,
  Remark,
  Review,
} from "../../src/waybill/model/figure.js";
import {type Attempt, InputError} from "../InputError.js";

/** What a journalist notes of an article. */
export type Notes = Pick<Article, "review" | "remarks" | "relations" | "captions" | "caveats">;

/** The lists of notes that an article's front matter may have, and what becomes of each; what is wrong in one is the attempt's. */
export const noteLists: Readonly<Record<string, (notes: readonly Note[], attempt: Attempt) => Notes>> = {
  review: (notes, attempt) => ({review: each(notes, toReview, attempt)}),
  remarks: (notes, attempt) => ({remarks: each(notes, toRemark, attempt)}),
  relations: (notes, attempt) => ({relations: each(notes, toRelation, attempt)}),
  events: (notes, attempt) => ({captions: each(notes, toCaption, attempt)}),
  caveats: (notes, attempt) => ({caveats: each(notes, toCaveat, attempt)}),
};

function each<T>(notes: readonly Note[], read: (note: Note) => T, attempt: Attempt): T[] {
  return notes.flatMap((note) => attempt(() => read(note)) ?? []);
}

/** One note of a list: its cells by name, and where it stands. */
export interface Note {
  cells: Readonly<Record<string, string>>;
  file: string;
  line: number;
}

// Each of these throws an InputError if the cells are not those of such a note.

function toReview({cells: {quote, nth, ...cells}, file, line}: Note): Review {
  if (!quote) throw new InputError(file, line, 'review lacks "quote"');
  return {quote, nth: toNth(nth ?? "1", {file, line}), isCounted: nth !== undefined, cells, line};
}

function toRemark(note: Note): Remark {
  const cells = cellsOf(note, {name: "remark", required: ["kind", "what", "quote"], optional: ["against"]});
  return {...cells, line: note.line};
}

function toRelation(note: Note): NotedRelation {
  const {nth, ...cells} = cellsOf(note, {
    name: "relation",
    required: ["quote", "kind", "from", "to"],
    optional: ["nth", "from_kind", "to_kind", "via", "thing", "goods", "status", "origin", "destination"],
  });
  return {...cells, nth: toNth(nth ?? "1", note), line: note.line};
}

function toCaption(note: Note): Caption {
  const {line} = note;
  const {quote, what, nth} = cellsOf(note, {name: "event", required: ["quote", "what"], optional: ["nth"]});
  checkWords(what, note);
  return {quote, nth: toNth(nth ?? "1", note), what, line};
}

function toCaveat(note: Note): Caveat {
  const {nth, ...cells} = cellsOf(note, {
    name: "caveat",
    required: ["quote", "what"],
    optional: ["goods", "party", "nth"],
  });
  checkWords(cells.what, note);
  return {...cells, nth: toNth(nth ?? "1", note), line: note.line};
}

function checkWords(what: string, {file, line}: Note): void {
  if (/\p{N}/u.test(what))
    throw new InputError(
      file,
      line,
      `what has a number: "${what}" (say what happened; numbers come from figures)`,
    );
}

// The cells by name: those that must be there are, the others are null where they are not.
function cellsOf<R extends string, O extends string>(
  {cells, file, line}: Note,
  {name, required, optional}: {name: string; required: readonly R[]; optional: readonly O[]},
): Record<R, string> & Record<O, string | null> {
  const all: readonly string[] = [...required, ...optional];
  for (const field of required)
    if (!cells[field]) throw new InputError(file, line, `${name} lacks "${field}"`);
  for (const field of Object.keys(cells))
    if (!all.includes(field))
      throw new InputError(file, line, `unknown field in ${name}: "${field}" (have: ${all.join(", ")})`);
  return Object.fromEntries(all.map((field) => [field, cells[field] ?? null])) as Record<R, string> &
    Record<O, string | null>;
}

function toNth(nth: string, {file, line}: {file: string; line: number}): number {
  if (!/^[1-9]\d*$/.test(nth)) throw new InputError(file, line, `nth must be 1 or more: "${nth}"`);
  return Number(nth);
}
