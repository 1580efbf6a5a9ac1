import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {problemsOf} from "../../loaders/InputError.js";
import {readCsv} from "../../loaders/readCsv.js";
import {readDerived} from "../../loaders/tables/derived.js";
import {readOptions} from "../../loaders/tables.js";
import {readVocab} from "../../loaders/vocab.js";
import {vocabColumns, vocabFiles} from "../../src/waybill/parse/vocabRows.js";
import {grain, lexicon, temporaryFolder, temporaryLexicon, temporarySeeds} from "../temporary.js";

function problemsIn(read: () => unknown, root: string): string[] {
  try {
    read();
  } catch (error) {
    return problemsOf(error).map(({message}) => message.replaceAll(`${root}/`, ""));
  }
  return [];
}

const names = [...vocabFiles, "parties", "same-units", "rates", "coordinates"];

describe("readOptions(root)", () => {
  it.each<[what: string, spoil: (text: string) => string, line: string]>([
    ["a file with nothing in it", () => "", "is empty (its first line names its columns: "],
    [
      "a file without the line of columns",
      (text) => text.slice(text.indexOf("\n") + 1) || "x\n",
      "lacks the column ",
    ],
    ["a file with other columns", (text) => `x${text}`, "lacks the column "],
  ])("tells of %s, for each of them at once", (_, spoil, line) => {
    const root = temporarySeeds({});
    for (const name of names) {
      const from = /^(?:parties|rates)$/.test(name) ? `${grain}/vocab` : lexicon;
      const text = readFileSync(path.join(from, `${name}.csv`), "utf8");
      writeFileSync(path.join(root, "vocab", `${name}.csv`), spoil(text));
    }
    const problems = problemsIn(() => readOptions(root), root);
    expect(problems).toHaveLength(names.length);
    for (const name of names)
      expect(
        problems.some((problem) => problem.startsWith(`vocab/${name}.csv:1: ${line}`)),
        name,
      ).toBe(true);
  });

  it("takes a file with its columns alone, and a folder without any", () => {
    const root = temporarySeeds({});
    for (const [name, columns] of Object.entries(vocabColumns))
      writeFileSync(path.join(root, "vocab", `${name}.csv`), `${columns}\n`);
    expect(readOptions(root).vocab.goods).toEqual(readOptions(temporaryFolder()).vocab.goods);
  });

  it("tells of a file that is none of the vocabulary", () => {
    const root = temporarySeeds({"vocab/goood.csv": "term,goods\nkiln,machinery\n"});
    expect(problemsIn(() => readOptions(root), root)).toEqual([
      expect.stringMatching(/^vocab\/goood\.csv: is no file of the vocabulary \(have: .*goods, /),
    ]);
  });

  it("cannot do without the engine's lists", () => {
    const engine = temporaryLexicon();
    writeFileSync(path.join(engine, "word-lists.csv"), "list,words\n");
    expect(problemsIn(() => readVocab("none", engine), engine)).toEqual([
      "word-lists.csv:1: has no lists (the parser cannot do without them)",
    ]);
  });

  it("tells of each row that is wrong", () => {
    const root = temporarySeeds({});
    const write = (name: string, text: string) => writeFileSync(path.join(root, "vocab", name), text);
    write("parties.csv", "form,name,kind,country\nA,A,shop,\n,B,company,\nC,C,company\n");
    write(
      "rates.csv",
      "unit,usd,date,source\neuro,1,2024-01-01,x\nEUR,1e999,2024-01-01,x\nEUR,1,2024-02-30,x\nEUR,1,2024-02-29,\n",
    );
    write("coordinates.csv", "place,longitude,latitude\nOz,999,0\nId,1,x\n");
    expect(problemsIn(() => readOptions(root), root)).toEqual([
      'vocab/coordinates.csv:2: longitude is no number from -180 to 180: "999"',
      'vocab/coordinates.csv:3: latitude is no number from -90 to 90: "x"',
      'vocab/parties.csv:4: expected 4 cells, found 3: "C,C,company"',
      'vocab/rates.csv:2: unit is no ISO 4217 code: "euro"',
      'vocab/rates.csv:3: usd is no number above 0: "1e999"',
      'vocab/rates.csv:4: date is not a date: "2024-02-30" (write YYYY-MM-DD)',
      "vocab/rates.csv:5: the rate of EUR has no source",
    ]);
    write("parties.csv", "form,name,kind,country\nA,A,shop,\n,B,company,\n");
    expect(problemsIn(() => readOptions(root), root).slice(2, 4)).toEqual([
      expect.stringMatching(/^vocab\/parties\.csv:2: unknown kind: "shop" \(have: company, /),
      "vocab/parties.csv:3: form or name is empty",
    ]);
  });
});

describe("readVocab(folder)", () => {
  it("reads a file that a spreadsheet saved, with a mark and its own line ends", () => {
    const root = temporarySeeds({});
    const file = path.join(root, "vocab/goods.csv");
    const own = readFileSync(`${grain}/vocab/goods.csv`, "utf8");
    writeFileSync(file, `\ufeff${own.replaceAll("\n", "\r\n")}`);
    expect(readVocab(`${root}/vocab`).goods).toEqual(readVocab(`${grain}/vocab`).goods);
  });
});

describe("readCsv(file, columns)", () => {
  it("counts lines as an editor does, also where a cell has several", () => {
    const root = temporaryFolder({"a.csv": '"a","b"\n"1\n2",3\n4,5\n6\n'});
    expect(problemsIn(() => readCsv(`${root}/a.csv`, ["a"]), root)).toEqual([
      'a.csv:5: expected 2 cells, found 1: "6"',
    ]);
  });

  it("takes columns in any order, and more of them", () => {
    const root = temporaryFolder({"a.csv": "c,b,a\n1,2,3\n"});
    expect(readCsv(`${root}/a.csv`, ["a", "b"])).toEqual([{line: 2, cells: {a: "3", b: "2", c: "1"}}]);
  });
});

describe("readDerived(file)", () => {
  const whole = (id: string) => `- {id: ${id}, about: x, formula: y, unit: USD, inputs: {y: "a: 1"}}`;
  it.each<[yaml: string, ...lines: string[]]>([
    ["a: b", "1: expected a list of derived numbers"],
    ["- {id: a}\n- x", '1: derived number lacks "about"', '2: derived number lacks "id"'],
    [`${whole("a")}\n${whole("a")}`, '2: derived id is taken: "a"'],
    [`${whole("a")}\n${whole("b").replace('"a: 1"', "[1]")}`, '2: input "y" of b must be one line of text'],
    [whole("a").replace("y,", "*y,"), expect.stringMatching(/^1: derived numbers: /) as never],
    ["- id: a\n  id: b", '2: derived numbers: "id" is given twice'],
    ["- id: a\n  inputs:\n\t  x: y", "3: derived numbers: a tab stands where YAML wants spaces"],
  ])("%j", (yaml, ...lines) => {
    const root = temporaryFolder({"derived.yaml": yaml});
    const told = problemsIn(() => readDerived(`${root}/derived.yaml`), root);
    expect(told.map((line) => line.replace("derived.yaml:", ""))).toEqual(lines);
  });

  it("is empty where nothing is declared", () => {
    const root = temporaryFolder({"derived.yaml": "# nothing yet\n"});
    expect(readDerived(`${root}/derived.yaml`)).toEqual([]);
    expect(readDerived(`${root}/none.yaml`)).toEqual([]);
  });
});
