import type {Node, YAMLError} from "yaml";
import {InputError, readEach} from "./InputError.js";
import {onDemand} from "./onDemand.js";

const yaml = onDemand<typeof import("yaml")>("yaml");

/** What people write in YAML: text, lists and named entries, each with its line in the file. */
export type Written =
  | {line: number; text: string}
  | {line: number; items: Written[]}
  | {line: number; entries: Entry[]};

export interface Entry {
  name: string;
  line: number;
  value: Written;
}

const longest = 200_000;

/**
 * Returns what stands in a piece of YAML that begins on the given line of a
 * file; an empty text for nothing. All is text, numbers and dates too. Throws
 * what is wrong in it (`what`), all at once: names given twice, tabs for spaces,
 * anchors and aliases, and what YAML itself cannot read.
 */
export function readYaml(
  source: string,
  {file, line: first = 1, what}: {file: string; line?: number; what: string},
): Written {
  const wrong = (line: number, problem: string, cause?: unknown): InputError =>
    new InputError(file, line, `${what}: ${problem}`, {cause});
  if (source.length > longest) throw wrong(first, `has more than ${longest} letters`);
  if (source.trim() === "") return {line: first, text: ""};
  const {isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument} = yaml();
  const lines = new LineCounter();
  const lineOf = (position: number | undefined): number => lines.linePos(position ?? 0).line + first - 1;
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(source, {lineCounter: lines, schema: "failsafe"});
  } catch (cause) {
    throw wrong(first, "nested too deeply", cause);
  }
  const problems = [...document.errors, ...document.warnings].map((error) =>
    wrong(lineOf(error.pos[0]), describe(error, source), error),
  );
  // What follows the first mistake on a line, the mistake has caused.
  const firsts = new Map(problems.reverse().map((problem) => [problem.line, problem]));
  readEach(firsts.values(), (problem) => {
    throw problem;
  });

  const toWritten = (node: Node | null, at: number): Written => {
    const line = node?.range ? lineOf(node.range[0]) : at;
    if (isAlias(node) || (node as {anchor?: string} | null)?.anchor)
      throw wrong(line, `an anchor or an alias is not read ${quoteIt}`);
    if (isSeq(node)) return {line, items: node.items.map((item) => toWritten(item as Node, line))};
    if (!isMap(node)) return {line, text: isScalar(node) ? String(node.value ?? "") : ""};
    return {
      line,
      entries: node.items.map(({key, value}) => {
        const name = toWritten(key as Node, line);
        if (!("text" in name)) throw wrong(name.line, `a name is no text ${quoteIt}`);
        return {name: name.text, line: name.line, value: toWritten(value as Node | null, name.line)};
      }),
    };
  };
  return toWritten(document.contents, first);
}

const quoteIt = "(put words with a colon, #, &, *, !, [ or { in quotes)";

function describe({code, message, pos}: YAMLError, source: string): string {
  if (code === "DUPLICATE_KEY") return `"${/[^:\s]*/.exec(source.slice(pos[0]))?.[0]}" is given twice`;
  if (code === "TAB_AS_INDENT") return "a tab stands where YAML wants spaces";
  if (/call stack/i.test(message)) return "nested too deeply";
  const [told] = message.split("\n");
  return `no YAML: ${told.replace(/ at line \d+, column \d+:?$/, "")} ${quoteIt}`;
}
