import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import path from "node:path";
import {inYaml} from "./articles/writeFrontMatter.js";
import {engineFile, enginePackage} from "./engine.js";
import {InputError} from "./InputError.js";
import {slugOf} from "./tables/slug.js";

/** What was written of a new story, and what was there already. */
export interface Begun {
  made: string[];
  left: string[];
}

/**
 * Begins a story in a folder: settings, package.json, a first page, an invented
 * example article, a README. A file that is there is left as it is, but for
 * package.json, which gets what it lacks. Throws an InputError if the folder is
 * none, or its package.json cannot be read.
 */
export function beginStory(folder: string, name = titleOf(folder)): Begun {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new InputError(folder, null, "is no folder");
  const begun: Begun = {made: [], left: []};
  const template = engineFile("loaders/commands/template");
  for (const entry of readdirSync(template, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const source = path.join(entry.parentPath, entry.name);
    // npm packs no .gitignore.
    const file = path
      .relative(template, source)
      .replaceAll("\\", "/")
      .replace(/^gitignore$/, ".gitignore");
    const target = path.join(folder, file);
    if (existsSync(target)) {
      begun.left.push(file);
      continue;
    }
    mkdirSync(path.dirname(target), {recursive: true});
    writeFileSync(target, filled(readFileSync(source, "utf8"), name));
    begun.made.push(file);
  }
  (writePackage(folder) ? begun.made : begun.left).push("package.json");
  return {made: begun.made.sort(), left: begun.left.sort()};
}

/** Returns a template with the story's name put in, in quotes where it is a value of YAML and would be another one. */
function filled(template: string, name: string): string {
  return template.replace(/^(\w+: )?(.*)\{\{name\}\}/gm, (_, field = "", before: string) =>
    field && before === "" ? field + inYaml(name) : field + before + name,
  );
}

function titleOf(folder: string): string {
  const words = path
    .basename(path.resolve(folder))
    .replace(/[-_.\s]+/g, " ")
    .trim();
  return words.replace(/^./u, (letter) => letter.toUpperCase()) || "Story";
}

const scripts = {
  start: "waybill start",
  build: "waybill build",
  data: "waybill data",
  figures: "waybill figures",
  check: "waybill check",
  diff: "waybill diff",
};

/** Writes package.json, or adds to it what it lacks. Returns whether anything was written. */
function writePackage(folder: string): boolean {
  const file = path.join(folder, "package.json");
  const own = existsSync(file)
    ? readPackage(file)
    : {name: slugOf(titleOf(folder)), private: true, type: "module"};
  const written = JSON.stringify(own);
  own.scripts = {...scripts, ...own.scripts};
  const asked = {...own.dependencies, ...own.devDependencies};
  if (!asked.waybill) own.dependencies = {...own.dependencies, waybill: engineAsked()};
  if (JSON.stringify(own) === written) return false;
  writeFileSync(file, `${JSON.stringify(own, null, 2)}\n`);
  return true;
}

interface Package {
  name?: string;
  private?: boolean;
  type?: string;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

function readPackage(file: string): Package {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new InputError(file, null, `is not JSON: ${(cause as Error).message}`, {cause});
  }
}

/** As what the engine is to be asked for: as here, where a package.json does; else by its version. */
function engineAsked(): string {
  const {version} = enginePackage();
  const asked = existsSync("package.json") ? readPackage("package.json").dependencies?.waybill : undefined;
  if (asked?.startsWith("file:")) return `file:${path.resolve(asked.slice("file:".length))}`;
  return asked ?? version;
}

/** What was made of a chart or a page, and where the site has it. */
export interface New {
  files: string[];
  address: string;
}

type Fact = {kind?: unknown; unit?: unknown};

/** Begins a chart in a file of its own, and lists it. Throws an InputError for an id that is none, or is taken. */
export function newChart(id: string, facts: readonly Fact[]): New {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
    throw new InputError("new chart", null, `id is not lower-case words joined by hyphens: "${id}"`);
  const file = `src/charts/${id}.ts`;
  const list =
    ["src/charts/index.ts", "src/charts/index.js"].find((name) => existsSync(name)) ?? "src/charts/index.ts";
  if (existsSync(file)) throw new InputError(file, null, "is there already");
  const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  // "new", "class" and the like are no names in TypeScript.
  const variable = isReserved(name) ? `${name}Chart` : name;
  const listed = withChart(
    existsSync(list) ? readFileSync(list, "utf8") : "export const charts = [];\n",
    variable,
    id,
  );
  if (listed === null)
    throw new InputError(
      list,
      null,
      `has no line "export const charts = [" to add ${variable} to (make the list anew, or add it by hand)`,
    );
  const from =
    path.resolve(engineFile("src")) === path.resolve("src") ? "../waybill/charts.js" : "waybill/charts";
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileSync(
    file,
    `import {bars, defineChart, type FactRow, nameOf, told} from "${from}";

export const ${variable} = defineChart<FactRow>({
  id: "${id}",
  query: \`
WITH \${told}
SELECT * FROM told
WHERE ${conditionFor(facts)}
ORDER BY value DESC
LIMIT 12\`,
  name: nameOf,
  form: bars,
  options: {label: "thing"},
});
`,
  );
  writeFileSync(list, listed);
  return {files: [file, list], address: `/charts/${id}`};
}

const isReserved = (name: string): boolean =>
  /^(?:await|break|case|catch|charts|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|let|new|null|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/.test(
    name,
  );

/** Returns the list of charts with one more; null if it is not written as a list. */
function withChart(list: string, variable: string, id: string): string | null {
  const opening = /export const charts\b[^=]*=\s*\[/.exec(list);
  if (!opening) return null;
  const end = list.indexOf("]", opening.index + opening[0].length);
  const inside = list.slice(opening.index + opening[0].length, end).trimEnd();
  const between = inside.trim() === "" ? "" : inside.endsWith(",") ? " " : ", ";
  const head = list.slice(0, opening.index + opening[0].length);
  return `import {${variable}} from "./${id}.js";\n${list.startsWith("import") ? "" : "\n"}${head}${inside}${between}${variable}${list.slice(end)}`;
}

/** Begins a page with a chart in fields. Throws an InputError for a name that is none, or is taken. */
export function newPage(name: string, facts: readonly Fact[]): New {
  const plain = name.replace(/\.md$/, "");
  if (!/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*$/.test(plain))
    throw new InputError("new page", null, `name is not lower-case words joined by hyphens: "${name}"`);
  const file = `src/${plain}.md`;
  if (existsSync(file)) throw new InputError(file, null, "is there already");
  const title = titleOf(plain === "index" ? "." : plain);
  const id = `${/^[a-z]/.test(plain) ? "" : "page-"}${plain.replaceAll("/", "-")}-figures`;
  const chart = [
    "```chart",
    `id: ${id}`,
    "form: bars",
    `of: ${conditionFor(facts)}`,
    "label: thing",
    "limit: 12",
    "```",
  ];
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileSync(
    file,
    `---\ntitle: ${inYaml(title)}\n---\n\n# ${title}\n\n${facts.length > 0 ? chart.join("\n") : "```next\n```"}\n`,
  );
  return {files: [file], address: plain === "index" ? "/" : `/${plain.replace(/\/index$/, "/")}`};
}

/** Returns the condition, in SQL, of the facts that there are most of. */
function conditionFor(facts: readonly Fact[]): string {
  const counts = new Map<string, number>();
  for (const {kind, unit} of facts) {
    const quoted = (text: unknown): string => `'${String(text).replaceAll("'", "''")}'`;
    const condition = `kind = ${quoted(kind)}${unit === null || unit === undefined ? "" : ` AND unit = ${quoted(unit)}`}`;
    counts.set(condition, (counts.get(condition) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most?.[0] ?? "kind = 'money'";
}
