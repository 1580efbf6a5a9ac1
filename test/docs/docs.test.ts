import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {csvParse} from "d3";
import {parseHTML} from "linkedom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {toArticle} from "../../loaders/articles/readArticle.js";
import {openDatabase} from "../../loaders/database.js";
import type {InputError} from "../../loaders/InputError.js";
import {readChartBlock} from "../../loaders/site/chartBlock.js";
import {callsIn, figureCallsOf} from "../../loaders/site/figureCalls.js";
import {madeTags} from "../../loaders/site/madeTags.js";
import {policies} from "../../loaders/site/policies.js";
import {readPage} from "../../loaders/site/readPage.js";
import {derivedIn} from "../../loaders/tables/derived.js";
import {loadTables, type Tables} from "../../loaders/tables.js";
import {readVocab} from "../../loaders/vocab.js";
import * as forms from "../../src/waybill/forms/index.js";
import {vocabColumns} from "../../src/waybill/parse/vocabRows.js";
import {blocksOf, commandsIn, type DocsBlock, docsFiles} from "./blocks.js";
import {DocsStory, type Ran} from "./DocsStory.js";
import {newScope, parse, runCode} from "./runCode.js";

const blocks = docsFiles().flatMap((page) => blocksOf(page));
const root = mkdtempSync(path.join(tmpdir(), "waybill-docs-"));
const ran = new Map<string, Ran & {words: string[]}>();
let folder = "";
let tables: Tables;

const keyOf = ({page, line}: DocsBlock, words: readonly string[]): string =>
  `${page}:${line}: ${words.join(" ")}`;

/** Follows the docs from the first page to the last: writes what they have written, runs what they have run. */
beforeAll(async () => {
  const story = new DocsStory(root);
  for (const block of blocks) {
    if (block.file) story.write(block, block.file);
    if (block.tag !== "sh") continue;
    for (const words of commandsIn(block)) {
      // What only reads, and was run before, comes to the same.
      const before = [...ran.values()].find((one) => one.words.join(" ") === words.join(" "));
      ran.set(keyOf(block, words), before ?? {...(await story.run(words)), words});
    }
  }
  folder = story.folder;
  tables = loadTables(path.join(folder, "seeds"));
}, 600_000);

afterAll(() => rmSync(root, {recursive: true, force: true, maxRetries: 20}));

const titleOf = ({page, line, tag, content}: DocsBlock): string =>
  `${page}:${line}: ${tag || "plain"}: ${content.trim().split("\n")[0].slice(0, 60)}`;
const tagged = (...tags: string[]): [string, DocsBlock][] =>
  blocks.filter(({tag}) => tags.includes(tag)).map((block) => [titleOf(block), block]);

/** Calls with the problems that the reader of something reports. */
function problemsOf(read: (report: (problem: InputError) => void) => void): string[] {
  const problems: string[] = [];
  read(({message}) => problems.push(message));
  return problems;
}

describe("the docs", () => {
  it("name each of their pages once, and say in their first lines whom a page is for", () => {
    const files = readdirSync("src/docs").filter((name) => name.endsWith(".md"));
    expect(docsFiles().sort()).toEqual(files.map((name) => `src/docs/${name}`).sort());
    for (const file of docsFiles().slice(1))
      expect(readFileSync(file, "utf8"), file).toMatch(/^# .+\n\n<p class="standfirst">For /);
  });

  it("have no block that no rule runs", () => {
    // Plain text is there to be saved.
    expect(tagged("txt").filter(([, {file}]) => file === null)).toEqual([]);
    const known = "sh js ts yaml csv json md txt html sql nginx headers".split(" ").concat("");
    expect(blocks.filter(({tag}) => !known.includes(tag)).map(titleOf)).toEqual([]);
  });

  it("show every form drawn, with its block", () => {
    const text = readFileSync("src/docs/gallery.md", "utf8");
    const {keyOf: _key, ...all} = forms;
    for (const [name, form] of Object.entries(all))
      if (typeof form === "function") {
        expect(text, name).toMatch(new RegExp(`^## ${name}$`, "m"));
        if (name !== "stack") expect(text, name).toContain(`form: ${name}\n`);
      }
  });
});

describe("commands", () => {
  it.each(tagged("sh").flatMap(([, block]) => commandsIn(block).map((words) => keyOf(block, words))))(
    "%s",
    (key) => {
      const {status, printed, instead, words} = ran.get(key)!;
      if (instead) console.log(`${key}: not run as it stands: ${instead}`);
      // A draft with a wrong figure is what that command is there to find.
      const findsFault =
        words.includes("check") &&
        /^\d+ supported, .*\b[1-9]\d* (?:said otherwise|contradicted)/m.test(printed);
      if (!findsFault && !/"verdict"/.test(printed)) expect(status, printed).toBe(0);
    },
  );

  it("print the figures that the first page says they print", () => {
    const {printed} = [...ran].find(([key]) => key.includes("waybill add ferry.txt"))![1];
    const [, table] = /prints every figure it reads:\n\n([\s\S]*?)\n\n/.exec(
      readFileSync("src/docs/journalist.md", "utf8"),
    )!;
    const lines = printed.split("\n").map((line) => line.trim().split(/ {2,}/));
    const rows = table.split("\n").slice(2);
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      const [words, ...others] = row.split("|").flatMap((cell) => cell.trim() || []);
      const [, ...read] = lines.find(([first]) => first === words)!;
      expect(read).toEqual(expect.arrayContaining(others));
    }
  });
});

describe("code", () => {
  const scopes = new Map(docsFiles().map((page) => [page, newScope()]));
  it.each(tagged("js"))("%s", (_, {page, content}) => {
    const shown = runCode(content, scopes.get(page)!);
    const isSetUp = /^import .*$/m.test(content) && !/display\(/.test(content);
    if (!isSetUp) expect(shown.length).toBeGreaterThan(0);
    for (const value of shown)
      if (typeof value === "object") {
        const svg = value as Element;
        expect(svg.querySelectorAll("[data-row], [aria-label] > *").length).toBeGreaterThan(0);
      } else expect(value).toBe(412000);
  });

  it("in TypeScript fits the types of the package", () => {
    const ts = tagged("ts");
    expect(ts.length).toBeGreaterThan(3);
    const typed = path.join(root, "types");
    mkdirSync(typed);
    writeFileSync(path.join(typed, "package.json"), '{"type": "module"}');
    ts.forEach(([, {content}], i) => {
      const here = content.replaceAll('"../src/', `"${path.resolve("src")}/`);
      writeFileSync(path.join(typed, `block${i}.ts`), `${here}\nexport {};\n`);
    });
    writeFileSync(path.join(typed, "tsconfig.json"), JSON.stringify(typeOptions()));
    const tsc = spawnSync("node_modules/.bin/tsc", ["--project", typed], {encoding: "utf8"});
    expect(tsc.stdout).toBe("");
    expect(tsc.status).toBe(0);
  }, 240_000);

  it.each(tagged("sql"))("%s", async (_, {content}) => {
    const database = await openDatabase(tables);
    try {
      expect((await database.query(content)).length).toBeGreaterThan(0);
    } finally {
      database.close();
    }
  });
});

describe("what a story holds", () => {
  it.each(tagged("yaml"))("%s", (_, {content, file}) => {
    // What has a place in the story was read there, by its commands.
    if (file) return expect(existsSync(path.join(folder, file))).toBe(true);
    if (content.startsWith("- id:")) return expect(derivedIn(content, "derived.yaml")).toHaveLength(1);
    const article = toArticle(
      `---\ntitle: T\npublisher: P\n${withoutDoubles(content)}\n---\nText.\n`,
      "x.md",
    );
    expect(Object.values(article).flat().length).toBeGreaterThan(5);
  });

  it.each(tagged("csv"))("%s", (_, {content, file}) => {
    const {columns} = csvParse(content);
    if (file) return expect(readFileSync(path.join(folder, file), "utf8")).toContain(columns.join());
    const [name] = Object.entries(vocabColumns).find(([, names]) => names.join() === columns.join()) ?? [];
    expect(name, `columns of no file: ${columns.join()}`).toBeDefined();
    const own = path.join(root, `vocab-${name}`);
    mkdirSync(own);
    writeFileSync(path.join(own, `${name}.csv`), `${content}\n`);
    expect(readVocab(own)).toBeDefined();
  });

  it.each(tagged("json"))("%s", (_, {content, file}) => {
    if (file) {
      for (const line of content.split("\n")) expect(JSON.parse(line)).toBeTypeOf("object");
      return;
    }
    const {text, figures, labels} = JSON.parse(content);
    const found = parse(text).map(({exact}) => exact);
    for (const {exact, core} of figures ?? labels ?? [])
      expect(found.some((one) => one.includes(core ?? exact))).toBe(true);
  });

  it.each(tagged("md"))("%s", (_, {content, file}) => {
    if (file?.startsWith("seeds/")) return expect(existsSync(path.join(folder, file))).toBe(true);
    const page = readPage("src/page.md", `${content}\n`);
    const problems = page.blocks
      .filter(({tag}) => tag === "chart")
      .flatMap((block) => problemsOf((report) => readChartBlock(block, page.file, report)));
    expect(problems).toEqual([]);
    for (const {tag} of page.blocks) expect(["sql", "js", ...madeTags]).toContain(tag);
    const calls = callsIn(page);
    if (calls.length > 0) expect(figureCallsOf([page], tables).size).toBe(calls.length);
    expect(content.trim()).not.toBe("");
  });
});

describe("what a host reads", () => {
  it.each(tagged("html"))("%s", (_, {content}) => {
    const {document} = parseHTML(`<html><body>${content}</body></html>`);
    const addresses = [...document.querySelectorAll("[src]")].map((one) => one.getAttribute("src")!);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses)
      expect(existsSync(path.join(folder, "dist", new URL(address).pathname)), address).toBe(true);
    expect(document.querySelector("iframe")?.getAttribute("title")).toBeTruthy();
  });

  it.each(tagged("nginx"))("%s", (_, {content}) => {
    expect(content.split("{").length).toBe(content.split("}").length);
    for (const line of content.split("\n")) expect(line).toMatch(/[;{}]$|^$/);
    const named = [...content.matchAll(/Content-Security-Policy "(.*)"/g)].map(([, policy]) => policy);
    expect(new Set(named)).toEqual(new Set([policies.page, policies.explorer, policies.file]));
  });

  it.each(tagged("headers"))("%s", (_, {content}) => {
    for (const line of content.split("\n")) expect(line).toMatch(/^\/\S*$|^ {2}[\w-]+: \S/);
    const [, policy] = /Content-Security-Policy: (.*)/.exec(content)!;
    expect(Object.values(policies)).toContain(policy);
  });

  it.each(tagged(""))("%s is a drawing of folders", (_, {content}) => {
    for (const line of content.split("\n")) expect(line).toMatch(/^\s*[\w./*]+ {2,}\S/);
  });
});

/** TypeScript's options for a folder elsewhere, in which the package's names lead to its sources. */
function typeOptions(): object {
  const {exports} = JSON.parse(readFileSync("package.json", "utf8")) as {exports: Record<string, unknown>};
  const paths = Object.entries(exports).flatMap(([name, entry]) => {
    const source = (entry as Record<string, string>)["waybill-source"];
    return source ? [[name.replace(/^\./, "waybill"), [path.resolve(source)]]] : [];
  });
  return {
    extends: path.resolve("tsconfig.json"),
    compilerOptions: {paths: Object.fromEntries(paths), typeRoots: [path.resolve("node_modules/@types")]},
    include: ["*.ts"],
    exclude: [],
  };
}

/** Title and publisher stand in the example's own fields too. */
const withoutDoubles = (yaml: string): string => yaml.replace(/^(?:title|publisher): .*\n/gm, "");
