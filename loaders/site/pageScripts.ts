import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {type Node, type Options, parse, parseExpressionAt} from "acorn";
import {transformSync} from "esbuild";
import {InputError} from "../InputError.js";
import type {Block, Page} from "./readPage.js";

// As Framework reads scripts: what is newer cannot be read in a page.
const options: Options = {ecmaVersion: 13, sourceType: "module", locations: true, preserveParens: true};

/** A statement of SQL on a page. */
export interface Statement {
  /** With ? for what the page puts in. */
  sql: string;
  line: number;
}

/** What a page's scripts hold. */
export interface Scripts {
  statements: Statement[];
  /** Whether the page has an `sql` of its own: then its tables are not those of the front matter. */
  hasOwnSql: boolean;
}

/** Returns what the scripts of a page hold, and reports those that cannot be read, and imports that cannot. */
export function readScripts(page: Page, report: (problem: InputError) => void): Scripts {
  const found: Scripts = {statements: [], hasOwnSql: false};
  for (const block of page.blocks) {
    if (!isScript(block)) continue;
    try {
      visit(parseScript(toJavaScript(block)), (node) => {
        const line = block.line + node.loc!.start.line - 1;
        if (node.type === "TaggedTemplateExpression" && node.tag.name === "sql")
          found.statements.push({
            sql: node.quasi.quasis.map((part: Any) => part.value.cooked).join("?"),
            line,
          });
        if (/^Import(?:Declaration|Expression)$/.test(node.type) && typeof node.source.value === "string")
          checkImport(node.source.value, page.file, (problem) =>
            report(new InputError(page.file, line, problem)),
          );
        if (isBinding(node, "sql")) found.hasOwnSql = true;
      });
    } catch (error) {
      const {message, loc} = error as SyntaxError & {loc?: {line: number}};
      const problem = message.split("\n")[0].replace(/ \(\d+:\d+\)$/, "");
      report(
        new InputError(page.file, block.line + (loc?.line ?? 1) - 1, `script cannot be read: ${problem}`, {
          cause: error,
        }),
      );
    }
  }
  return found;
}

/** Returns the SQL of a ```sql block, with ? for each ${…}. Throws a SyntaxError if one cannot be read. */
export function statementOf({content, line}: Block): Statement {
  let sql = "";
  let at = 0;
  for (let from = content.indexOf("${"); from >= 0; from = content.indexOf("${", at)) {
    const {end} = parseExpressionAt(content, from + 2, options);
    const [closing] = /^\s*\}/.exec(content.slice(end)) ?? [];
    if (closing === undefined) throw new SyntaxError("${ is not closed");
    sql += `${content.slice(at, from)}?`;
    at = end + closing.length;
    // Lines stay where they are.
    sql += "\n".repeat(content.slice(from, at).split("\n").length - 1);
  }
  return {sql: sql + content.slice(at), line};
}

// biome-ignore lint/suspicious/noExplicitAny: a syntax tree, walked whatever its nodes are
type Any = any;

/** Whether the code of a block gives a name a value of its own. Code that cannot be read gives none: it is told elsewhere. */
export function binds(name: string, block: Pick<Block, "tag" | "content">): boolean {
  if (!isScript(block)) return false;
  let found = false;
  try {
    visit(parseScript(toJavaScript(block)), (node) => {
      found ||= isBinding(node, name);
    });
  } catch {
    return false;
  }
  return found;
}

const isScript = ({tag}: Pick<Block, "tag">): boolean => /^(?:js|ts|jsx|tsx)$/.test(tag);

function isBinding({type, id, local}: Any, name: string): boolean {
  const names =
    type === "VariableDeclarator" || type === "FunctionDeclaration"
      ? id
      : /^Import.*Specifier$/.test(type)
        ? local
        : null;
  return names ? namesIn(names).includes(name) : false;
}

/** Returns the names that a pattern binds: of `{a: b = 1, ...c}` they are b and c. */
function namesIn(pattern: Any): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((one: Any) => namesIn(one.value ?? one.argument));
    case "ArrayPattern":
      return pattern.elements.flatMap(namesIn);
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}

function visit(node: Any, take: (node: Any) => void): void {
  if (typeof node.type === "string") take(node);
  for (const child of Object.values(node))
    if (typeof child === "object" && child !== null && !("line" in child)) visit(child, take);
}

function toJavaScript({tag, content}: Pick<Block, "tag" | "content">): string {
  return tag === "js" ? content : transformSync(content, {loader: tag as "ts", ...untouched}).code;
}

const untouched = {
  tsconfigRaw: '{"compilerOptions": {"verbatimModuleSyntax": true}}',
  logLevel: "silent",
} as const;

// A script is a program, or an expression that is none: {a: 1, b: 2}.
function parseScript(text: string): Node {
  try {
    return parse(text, options);
  } catch (error) {
    try {
      const expression = parseExpressionAt(text, 0, options);
      if (text.slice(expression.end).trim() === "") return expression;
    } catch {
      // What is wrong with it as a program is the better answer.
    }
    throw error;
  }
}

// Framework does not say which page imports a module that it cannot read, and takes all cells of the page down.
function checkImport(specifier: string, page: string, report: (problem: string) => void): void {
  if (/^(?:https?:)?\/\//i.test(specifier))
    report(
      `import is from outside: "${specifier}" (a page asks no other site for anything: put the file into src/)`,
    );
  if (!/^\.{0,2}\/(?!\/)/.test(specifier)) return;
  const seen = new Set<string>();
  const follow = (name: string, from: string): string | null => {
    const target = name.startsWith("/")
      ? path.posix.join("src", name)
      : path.posix.join(path.posix.dirname(from), name);
    if (!target.startsWith("src/")) return `${target} is outside src/`;
    const base = target.replace(/\.js$/, "");
    const file = [target, `${base}.ts`, `${base}.jsx`, `${base}.tsx`].find((f) => existsSync(f));
    if (!file) return isMade(target) ? null : `there is no ${target}`;
    if (seen.has(file) || !/\.[jt]sx?$/.test(file)) return null;
    seen.add(file);
    const source = readFileSync(file, "utf8");
    let problem: string | null = null;
    let code = source;
    try {
      if (!file.endsWith(".js"))
        code = transformSync(source, {loader: path.extname(file).slice(1) as "ts", ...untouched}).code;
      visit(parse(code, options), ({type, source: imported}) => {
        if (/^(?:Import|Export)/.test(type) && /^\.{0,2}\//.test(imported?.value ?? ""))
          problem ??= follow(imported.value, file);
      });
    } catch (error) {
      const {message, loc} = error as SyntaxError & {loc?: {line: number}};
      // Types are gone from what was read: the line is found again by its words.
      const bare = (line: string): string => line.replace(/[\s;]/g, "");
      const wrong = loc && bare(code.split("\n")[loc.line - 1]);
      const at = source.split("\n").findIndex((line) => bare(line) === wrong);
      return `${file}${at < 0 ? "" : `:${at + 1}`} cannot be read in a page: ${message.split("\n")[0].replace(/ \(\d+:\d+\)$/, "")}`;
    }
    return problem;
  };
  const problem = follow(specifier, page);
  if (problem) report(`import fails: "${specifier}" (${problem})`);
}

/** Whether a loader beside its place makes a file: x.js.ts makes x.js. */
export function isMade(file: string): boolean {
  return [".js", ".ts", ".py", ".R", ".sh", ".rs", ".go", ".java", ".jl", ".php", ".exe"].some((ending) =>
    existsSync(`${file}${ending}`),
  );
}
