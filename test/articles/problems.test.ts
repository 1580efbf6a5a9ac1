import {spawnSync} from "node:child_process";
import {existsSync, writeFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {collectArticles, readArticles} from "../../loaders/articles.js";
import {InputError, InputErrors, problemsOf, readEach, together} from "../../loaders/InputError.js";
import {loadTables} from "../../loaders/tables.js";
import {temporaryFolder, temporarySeeds} from "../temporary.js";

const note = (text: string, matter = ""): string => `---\ntitle: T\npublisher: P\n${matter}---\n${text}\n`;
const crates = "The yard sold 40 crates for $3 million.";

// What is thrown, without the folder.
function linesOf(read: () => unknown, root: string): string[] {
  try {
    read();
  } catch (error) {
    return (error as Error).message.replaceAll(`${root}/`, "").split("\n");
  }
  return [];
}

/** The tables of a folder without what is wrong, and what that is. */
function mended(root: string) {
  const problems: InputError[] = [];
  const made = loadTables(root, {onProblem: (problem) => problems.push(problem)});
  const raise = (problem: InputError): never => {
    throw problem;
  };
  return {made, told: linesOf(() => readEach(problems, raise), root)};
}

describe("InputError", () => {
  it("is one line that says nothing to a terminal, whatever words it quotes", () => {
    const {message, problem} = new InputError("a.md", 3, 'names nobody: "two\nlines\x1b[31m red\0"');
    expect(problem).toBe('names nobody: "two lines\ufffd[31m red\ufffd"');
    expect(message).toBe(`a.md:3: ${problem}`);
  });
});

describe("together(read)", () => {
  it("goes on after what is wrong, and throws all of it in the order of files and lines, each once", () => {
    const read = () =>
      together((attempt, report) => {
        attempt(() => {
          throw new InputError("b.md", 2, "y");
        });
        report(new InputError("b.md", 1, "x"));
        report(new InputError("b.md", 1, "x"));
        throw new InputErrors([new InputError("a.md", null, "z"), new InputError("a.md", 10, "z")]);
      });
    expect(read).toThrow(InputErrors);
    expect(linesOf(read, "")).toEqual(["a.md: z", "a.md:10: z", "b.md:1: x", "b.md:2: y"]);
  });

  it("throws one problem as it is, gives the value without any, and lets what is unforeseen through", () => {
    const one = new InputError("a.md", 1, "x");
    expect(() => together((_, report) => report(one))).toThrow(one);
    expect(together(() => 1)).toBe(1);
    expect(readEach([1, 2], (n) => n * 2)).toEqual([2, 4]);
    expect(() => readEach([1], () => JSON.parse("{"))).toThrow(SyntaxError);
    expect(() => problemsOf(new TypeError("x"))).toThrow(TypeError);
  });
});

describe("readArticles(root) and collectArticles(root)", () => {
  it("tell of every seed that cannot be read, and the second gives the others", () => {
    const root = temporaryFolder({"a.md": "", "b.md": note(crates), "c.md": "---\ntitle: T\n"});
    const expected = ["a.md:1: is empty", "c.md:1: front matter is not closed (end it with a line ---)"];
    expect(linesOf(() => readArticles(root), root)).toEqual(expected);
    const {articles, problems} = collectArticles(root);
    expect(articles.map(({article_id}) => article_id)).toEqual(["b"]);
    expect(problems.map(({message}) => message.replace(`${root}/`, ""))).toEqual(expected);
  });
});

describe("loadTables(root)", () => {
  const seeds = {
    "empty.md": "",
    "good.md": note(
      crates,
      [
        "remarks:",
        '  - {kind: value, what: w, quote: 40 crates, against: "empty: 41 crates"}',
        '  - {kind: value, what: w, quote: 40 crates, against: "quote: 40 crates"}',
        "review:",
        '  - {quote: 40 crates, same_as: "quote: 40 crates"}',
        '  - {quote: $3 million, same_as: "empty: 40 crates", status: ordered}',
        "",
      ].join("\n"),
    ),
    "quote.md": note(
      crates,
      "review:\n  - {quote: 50 crates, status: ordered}\n  - {quote: 40 crates, status: sold}\nevents:\n  - {quote: in May, what: x}\nrelations:\n  - {quote: the yard, kind: sells, from: a, to: b}\nremarks:\n  - {kind: odd, what: w, quote: 40}\n",
    ),
    "remark.md": note(
      crates,
      "remarks:\n  - {kind: odd, what: w, quote: 40}\n  - {kind: value, what: w, quote: x}\n",
    ),
    "derived.yaml":
      '- {id: a, about: a, formula: x, unit: USD, inputs: {x: "good: $3 million"}}\n- {id: b, about: b, formula: x, unit: USD, inputs: {x: "good: $4 million"}}\n- {id: c, about: c, formula: x, unit: USD, inputs: {x: "quote: $3 million"}}\n',
  };
  const expected = [
    'derived.yaml:2: input of b matches no figure of good: "$4 million"',
    "empty.md:1: is empty",
    'quote.md:5: review matches nothing: "50 crates"',
    'quote.md:6: unknown status: "sold" (have: delivered, ordered, contracted, planned, alleged, denied, forecast)',
    'quote.md:8: event matches nothing: "in May"',
    'quote.md:10: unknown kind of relation: "sells" (have: supplies, part_of, passes_on)',
    expect.stringMatching(/^quote\.md:12: unknown kind of remark: "odd"/),
    expect.stringMatching(/^remark\.md:5: unknown kind of remark: "odd"/),
    'remark.md:6: remark matches nothing: "x"',
  ];

  it("tells of all that is wrong in seeds, notes and derived numbers at once", () => {
    const root = temporarySeeds(seeds);
    expect(linesOf(() => loadTables(root), root)).toEqual(expected);
  });

  it("makes npm run data print a line for each, and write nothing", () => {
    const root = temporarySeeds({...seeds, "report.docx": "x"});
    const args = ["--import", "tsx", "loaders/commands/data.ts", "--seeds", root, "--out", `${root}/data`];
    const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: "utf8"});
    expect({status, stdout}).toEqual({status: 1, stdout: ""});
    // On a busy machine it also tells how far it is.
    const lines = stderr.replaceAll(`${root}/`, "").trimEnd().split("\n");
    expect(lines.filter((line) => !/^\d+ of \d+ articles$/.test(line))).toEqual([
      ...expected,
      expect.stringMatching(/^report\.docx: is not read/),
    ]);
    expect(existsSync(`${root}/data`)).toBe(false);
  });

  it("leaves out what is wrong and what points at it when it is given onProblem, and nothing else", () => {
    const root = temporarySeeds(seeds);
    const {made, told} = mended(root);
    expect(told).toEqual(expected);
    expect(made.articles.map(({article_id}) => article_id)).toEqual(["good", "quote", "remark"]);
    expect(made.figures.map(({article_id, exact, status}) => `${article_id}: ${exact} ${status}`)).toEqual([
      "good: 40 crates delivered",
      "good: $3 million ordered",
      "quote: 40 crates delivered",
      "quote: $3 million delivered",
      "remark: 40 crates delivered",
      "remark: $3 million delivered",
    ]);
    expect(made.derived.map(({derived_id}) => derived_id)).toEqual(["a", "c"]);
  });

  it.each([
    ["a review that matches nothing", "  - {quote: 50 crates, unit: box}", "a.md:5: review matches nothing"],
    [
      "a review that sets what is no cell",
      "  - {quote: $3 million, unt: box}",
      'a.md:5: unknown cell in review: "unt"',
    ],
    ["a review without a quote", "  - {unit: box}", 'a.md:5: review lacks "quote"'],
    ["a review that is no review", "  - crates", "a.md:5: each review must have lines"],
    ["a line that is no YAML", "  - {quote: 40 crates, unit: [", "a.md:"],
  ])("keeps the article, and its other reviews, beside %s", (_, line, problem) => {
    const review = "review:\n  - {quote: $3 million, recipient: Kenya}\n";
    const root = temporarySeeds({
      "a.md": note(crates, `review:\n${line}\n${review.replace("review:\n", "")}`),
      "b.md": note("Volmer sold 9 barges."),
    });
    const {made, told} = mended(root);
    expect(told[0]).toContain(problem);
    expect(made.articles.map(({article_id}) => article_id)).toEqual(["a", "b"]);
    expect(made.figures).toHaveLength(3);
    if (!line.endsWith("[")) expect(made.figures[1]).toMatchObject({exact: "$3 million", recipient: "Kenya"});
    expect(() => loadTables(root)).toThrow(problem);
  });

  it("keeps an article without the field that is wrong in it", () => {
    const root = temporarySeeds({
      "a.md": note(crates, "published: 2024-31-01\nauthr: A\n"),
    });
    const {made, told} = mended(root);
    expect(told).toEqual([
      expect.stringContaining("a.md:4: published"),
      expect.stringContaining('a.md:5: unknown front matter field: "authr"'),
    ]);
    expect(made.articles).toMatchObject([{title: "T", publisher: "P", published: null}]);
  });

  it("throws what is wrong in the vocabulary, for nothing can be read without it", () => {
    const root = temporarySeeds({"a.md": "", "b.md": note(crates)});
    writeFileSync(`${root}/vocab/places.csv`, "");
    writeFileSync(`${root}/vocab/rates.csv`, "unit,usd,date,source\neuro,1,2024-01-01,x\n");
    const vocabulary = [
      "vocab/places.csv:1: is empty (its first line names its columns: form,country,role)",
      'vocab/rates.csv:2: unit is no ISO 4217 code: "euro"',
    ];
    expect(linesOf(() => loadTables(root), root)).toEqual(["a.md:1: is empty", ...vocabulary]);
    expect(linesOf(() => loadTables(root, {onProblem: () => {}}), root)).toEqual(vocabulary);
  });
});
