import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {csvParse} from "d3";
import {describe, expect, it} from "vitest";
import {listNames} from "../../../loaders/listNames.js";
import {cacheFolder} from "../../../loaders/site/cache.js";
import {compiledVocab, readVocab} from "../../../loaders/vocab.js";
import {ContextError, type ContextRow, compileContexts} from "../../../src/waybill/parse/compileContexts.js";
import {contextOf} from "../../../src/waybill/parse/contexts.js";
import {toDoc} from "../../../src/waybill/parse/document.js";
import {parseFigures} from "../../../src/waybill/parse/parseFigures.js";
import {toVocab} from "../../../src/waybill/parse/vocab.js";
import {addWords, vocabColumns, vocabFiles} from "../../../src/waybill/parse/vocabRows.js";
import {lexicon, temporaryFolder, temporaryLexicon} from "../../temporary.js";

const vocab = readVocab();
const folder = lexicon;
const rowsOf = (name: string) => csvParse(readFileSync(path.join(folder, `${name}.csv`), "utf8"));
const code = ["src/waybill/parse", "loaders/tables"]
  .flatMap((from) =>
    readdirSync(from, {recursive: true, encoding: "utf8"}).map((file) => path.join(from, file)),
  )
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
const contexts = readFileSync(path.join(folder, "contexts.csv"), "utf8");
const named = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(([, name]) => name);

describe("the word lists", () => {
  const lists = rowsOf("word-lists").map(({list}) => list);
  const asked = new Set([
    ...named(/\blists\.(?!csv)(\w+)/g, code),
    ...named(/const \{(\w+)\} = doc\.vocab\.lists;/g, code),
    ...named(/@(\w+)/g, contexts),
  ]);

  it("are named once each, in order", () => {
    expect(lists).toEqual([...new Set(lists)].sort((a, b) => (a < b ? -1 : 1)));
  });

  it("are all asked for, by the code or by a context", () => {
    expect(lists.filter((list) => !asked.has(list))).toEqual([]);
  });

  it("hold every list that is asked for", () => {
    expect([...asked].filter((list) => !(list in vocab.lists))).toEqual([]);
  });

  it("are missed in one line where the file lacks one", () => {
    expect(listNames).toEqual(lists);
    const engine = temporaryLexicon();
    const file = path.join(engine, "word-lists.csv");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^(?:broadNouns|works),.*\n/gm, ""));
    expect(() => readVocab("none", engine)).toThrow(
      /^\S+word-lists\.csv: lacks what the parser asks for: broadNouns, works$/,
    );
  });

  it("hold words, no patterns", () => {
    for (const {list, words} of rowsOf("word-lists")) {
      expect(new Set(words.split(" ")).size, list).toBe(words.split(" ").length);
      expect(words, list).not.toMatch(/[?*+|\\]|\s\s/);
    }
  });
});

describe("the contexts", () => {
  it("serve every use that is asked for, and no other", () => {
    const asked = named(/contextOf\(\s*doc,\s*"(\w+)"/g, code);
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.filter((use) => !(use in vocab.contexts))).toEqual([]);
    // The use may be worked out: by the tense of a verb, by a preposition, by the form of a multiple.
    const forms = new Set(rowsOf("multiples").map(({form}) => form));
    const isAsked = (use: string): boolean =>
      code.includes(`"${use}"`) || use.endsWith("Verb") || forms.has(use);
    expect(Object.keys(vocab.contexts).filter((use) => !isAsked(use))).toEqual([]);
  });

  // The text, with the number in brackets, and what the rows make of it.
  const told = (rows: Partial<ContextRow>[], text: string): string | null => {
    const [before, number, after] = text.split(/[[\]]/);
    const doc = toDoc(`${before}${number}${after}`, vocab, null);
    const from = toDoc(before, vocab, null).count;
    const whole = rows.map((row) => ({use: "a", number: "", before: "", after: "", gives: "yes", ...row}));
    const compiled = compileContexts(whole, {animals: new Set(["cow", "hen"])});
    const withRows = {...doc, vocab: {...vocab, contexts: compiled}};
    return contextOf(withRows, "a", from, from + 1, Number(number), /\d/.test(number));
  };

  it("fit words right before and right after the number", () => {
    const rows = [{before: "as young|old as"}];
    expect(told(rows, "children as young as [12] went")).toBe("yes");
    expect(told(rows, "children as tall as [12] went")).toBeNull();
    expect(told([{before: "of", after: "@animals &end"}], "of [4] hen.")).toBe("yes");
    expect(told([{before: "of", after: "@animals &end"}], "of [4] hen houses")).toBeNull();
  });

  it("fit classes and ends of words, and what is neither", () => {
    expect(told([{after: "*ed"}], "[12] landed")).toBe("yes");
    expect(told([{after: "*ed"}], "[12] land")).toBeNull();
    expect(told([{after: "&month|never"}], "[12] May")).toBe("yes");
    expect(told([{before: "!&capital"}], "the [12]")).toBe("yes");
    expect(told([{before: "!&capital"}], "Kenya [12]")).toBeNull();
    expect(told([{after: "!&word|&auxiliary"}], "[12] were")).toBe("yes");
  });

  it("tell what the first row tells that fits", () => {
    const rows = [{after: "of cards", gives: "pack"}, {after: "of", gives: "part"}, {gives: "any"}];
    expect(told(rows, "[12] of cards")).toBe("pack");
    expect(told(rows, "[12] of them")).toBe("part");
    expect(told(rows, "[12]")).toBe("any");
  });

  it("ask of the number whether it is written in digits, whole, or within bounds", () => {
    expect(told([{number: "digits <13"}], "[12]")).toBe("yes");
    expect(told([{number: "digits <12"}], "[12]")).toBeNull();
    expect(told([{number: ">11 whole fives"}], "[15]")).toBe("yes");
    expect(told([{number: ">11 whole fives"}], "[16]")).toBeNull();
    expect(told([{number: "words"}], "[12]")).toBeNull();
  });

  it("name the item that cannot be read, and its line", () => {
    expect(() => told([{}, {before: "a @nobody"}], "[1]")).toThrow(
      new ContextError(3, '"@nobody" is no list, no class and no condition'),
    );
    expect(() => told([{after: "&verbs"}], "[1]")).toThrow('"&verbs" is no list');
    expect(() => told([{number: "many"}], "[1]")).toThrow('"many" is no list');
  });

  it("are named with their folder where one cannot be read", () => {
    const engine = temporaryLexicon();
    const row = "age,,&nothing,,0.5\n";
    writeFileSync(path.join(engine, "contexts.csv"), contexts + row);
    const line = contexts.trimEnd().split("\n").length + 1;
    expect(() => readVocab("none", engine)).toThrow(`${engine}/contexts.csv:${line}: "&nothing"`);
    const own = temporaryFolder({"contexts.csv": `use,number,before,after,gives\nage,,,,0.5\n${row}`});
    expect(() => readVocab(own)).toThrow(`${own}/contexts.csv:3: "&nothing"`);
    writeFileSync(path.join(own, "contexts.csv"), "use,number,before,after,gives\nage,,,,0.5\n");
    expect(() => readVocab(own, engine)).toThrow(`${engine}/contexts.csv:${line}: "&nothing"`);
  });
});

describe("the compiled vocabulary", () => {
  const kept = path.join(cacheFolder, "vocab.json");

  it("holds the cells of every row of every file", () => {
    const rows = compiledVocab("none");
    for (const file of vocabFiles)
      expect(rows[file], file).toEqual(
        rowsOf(file).map((row) => vocabColumns[file].map((column) => row[column])),
      );
    expect(JSON.parse(readFileSync(kept, "utf8")).rows).toEqual(rows);
  });

  it("is made anew once a file is another, by a byte", () => {
    const own = temporaryFolder({"goods.csv": "term,goods\n"});
    compiledVocab(own);
    const {hash} = JSON.parse(readFileSync(kept, "utf8"));
    writeFileSync(path.join(own, "goods.csv"), "term,goods\nkiln,machinery\n");
    expect(compiledVocab(own).goods[0]).toEqual(["kiln", "machinery"]);
    expect(JSON.parse(readFileSync(kept, "utf8")).hash).not.toBe(hash);
    // A word may be as long as the one it takes the place of.
    writeFileSync(path.join(own, "goods.csv"), "term,goods\noven,machinery\n");
    expect(compiledVocab(own).goods[0]).toEqual(["oven", "machinery"]);
    writeFileSync(path.join(own, "goods.csv"), "term,goods\n");
    compiledVocab(own);
    expect(JSON.parse(readFileSync(kept, "utf8")).hash).toBe(hash);
  });
});

describe("addWords", () => {
  const engine = compiledVocab("none");
  const unitOf = (text: string, rows = engine) => parseFigures(text, {vocab: toVocab(rows)})[0]?.unit;

  it("adds a story's words to the engine's", () => {
    const rows = addWords(engine, {units: [["zorks", "zork", "mass", "word"]]});
    expect(unitOf("It weighs 40 zorks.")).toBe("zork");
    expect(parseFigures("It weighs 40 zorks.", {vocab: toVocab(rows)})[0].kind).toBe("mass");
    expect(unitOf("It weighs 40 tonnes.", rows)).toBe("tonne");
  });

  it("lets the story's word hold where both have one, and joins lists", () => {
    const rows = addWords(engine, {
      units: [["tonnes", "long ton", "mass", "word"]],
      "word-lists": [["harmedVerbs", "gassed"]],
    });
    expect(unitOf("It weighs 40 tonnes.", rows)).toBe("long ton");
    const {lists} = toVocab(rows);
    expect(lists.harmedVerbs.has("gassed")).toBe(true);
    expect(lists.harmedVerbs.has("killed")).toBe(true);
  });
});
