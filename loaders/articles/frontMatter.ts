import {type Attempt, InputError, problemsOf, type Report, readEach, reporting} from "../InputError.js";
import {type Entry, readYaml, type Written} from "../readYaml.js";
import {toText} from "./characters.js";
import {type FieldName, type FieldSpec, fields, readField} from "./fields.js";
import {type Note, type Notes, noteLists} from "./notes.js";

export interface FrontMatter {
  values: Partial<Record<FieldName, string>>;
  notes: Notes;
  /** The line of a field; 1 without it. */
  lineOf: (field: FieldName) => number;
}

/** Where a source is split: what stands between its first two lines of ---, and what follows them. */
export interface Split {
  matter: string | null;
  /** Where it begins in the source. */
  matterStart: number;
  matterLine: number;
  body: string;
  bodyLine: number;
}

/**
 * Returns the front matter of a source apart from its body; null if it does not
 * begin with a line of ---, before which only blank lines may stand. Throws an
 * InputError if no other such line ends it.
 */
export function splitFrontMatter(source: string, file: string): Split {
  const [opening] = /^[\s\ufeff]*---[ \t]*\r?\n/.exec(source) ?? [];
  if (opening === undefined) return {matter: null, matterStart: 0, matterLine: 1, body: source, bodyLine: 1};
  const rest = source.slice(opening.length);
  const matterLine = countLines(opening) + 1;
  const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(rest);
  if (!closing)
    throw new InputError(file, matterLine - 1, "front matter is not closed (end it with a line ---)");
  const matter = rest.slice(0, closing.index);
  const body = rest.slice(closing.index + closing[0].length);
  return {
    matter,
    matterStart: opening.length,
    matterLine,
    body,
    bodyLine: matterLine + countLines(matter) + 1,
  };
}

/**
 * Returns the fields and notes of an article's front matter. Throws what is wrong
 * in it, all at once, fields that lack too; given `report`, hands it over, and
 * returns what is left: the other fields, and the other notes.
 */
export function readFrontMatter(
  {matter, matterLine}: Split,
  file: string,
  {required = [], report: onProblem}: {required?: readonly FieldName[]; report?: Report | undefined} = {},
): FrontMatter {
  const read = reporting((attempt, report) => {
    let isWhole = true;
    const unread = (problem: InputError): void => {
      isWhole = false;
      report(problem);
    };
    const written = readMatter(matter ?? "", {file, line: matterLine}, onProblem && unread);
    const entries = "entries" in written ? written.entries : [];
    if (!("entries" in written) && !isEmpty(written))
      unread(new InputError(file, matterLine, "front matter: expected lines of the form name: value"));
    const values: FrontMatter["values"] = {};
    const notes: Notes = {};
    for (const entry of entries) {
      const {name, line, value} = entry;
      const toNotes = Object.hasOwn(noteLists, name) ? noteLists[name] : undefined;
      const field = fields.find((known) => known.name === name);
      if (!toNotes && !field)
        report(new InputError(file, line, `unknown front matter field: "${name}" (have: ${names})`));
      if (isEmpty(value)) continue;
      if (toNotes)
        Object.assign(
          notes,
          attempt(() => toNotes(readNotes(entry, file, attempt), attempt)),
        );
      if (field)
        values[field.name] = attempt(() => readField(field, linesOf(entry, field, file), {file, line})) ?? "";
    }
    // What stood on a line that cannot be read, nobody knows.
    for (const field of isWhole ? required : [])
      if (!(field in values)) report(new InputError(file, matterLine - 1, `front matter lacks "${field}"`));
    const lines = new Map(entries.map(({name, line}) => [name, line]));
    return {values, notes, lineOf: (field: FieldName) => lines.get(field) ?? 1};
  }, onProblem);
  return read ?? {values: {}, notes: {}, lineOf: () => 1};
}

/** Returns what YAML reads; given `report`, without the lines that it cannot read. */
function readMatter(source: string, at: {file: string; line: number}, report: Report | undefined): Written {
  const read = (text: string): Written => readYaml(text, {...at, what: "front matter"});
  if (!report) return read(source);
  const lines = source.split("\n");
  let isFirst = true;
  // Each time one of them goes at least.
  for (;;)
    try {
      return read(lines.join("\n"));
    } catch (error) {
      const problems = problemsOf(error);
      if (isFirst) problems.forEach(report);
      // What comes of leaving lines out is no mistake of whoever wrote them.
      isFirst = false;
      const bad = problems.map(({line}) => (line ?? 0) - at.line).filter((n) => lines[n]?.trim());
      if (bad.length === 0) return {line: at.line, text: ""};
      for (const n of bad) lines[n] = "";
    }
}

const names = [...fields.map(({name}) => name), ...Object.keys(noteLists)].join(", ");

function linesOf({name, line, value}: Entry, {joins}: FieldSpec, file: string): string[] {
  if ("text" in value) return [value.text];
  if (!("items" in value) || joins === undefined)
    throw new InputError(
      file,
      line,
      `"${name}" must be one line of text (in quotes if it begins with [ or {)`,
    );
  return value.items.map((item) => textOf(item, name, file));
}

function readNotes({name, line, value}: Entry, file: string, attempt: Attempt): Note[] {
  if (!("items" in value)) throw new InputError(file, line, `"${name}" must be a list`);
  const read = (item: Written): Note => {
    if (!("entries" in item))
      throw new InputError(file, item.line, `each ${name} must have lines of the form name: value`);
    const cells = readEach(item.entries, (cell) => [
      cell.name,
      toText(textOf({...cell.value, line: item.line}, cell.name, file)),
    ]);
    return {cells: Object.fromEntries(cells), file, line: item.line};
  };
  return value.items.flatMap((item) => attempt(() => read(item)) ?? []);
}

function textOf(value: Written, name: string, file: string): string {
  if (!("text" in value)) throw new InputError(file, value.line, `"${name}" must be one line of text`);
  return value.text;
}

function isEmpty(value: Written): boolean {
  return "text" in value && value.text.trim() === "";
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}
