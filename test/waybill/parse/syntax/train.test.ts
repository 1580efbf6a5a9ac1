import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {parseConllu, textOf} from "../../../../loaders/treebank/conllu.js";
import {f1} from "../../../../loaders/treebank/facts.js";
import {measure} from "../../../../loaders/treebank/measure.js";
import {train} from "../../../../loaders/treebank/train.js";
import {writeModel} from "../../../../loaders/treebank/writeModel.js";
import {readVocab} from "../../../../loaders/vocab.js";
import {readModel, unpackModel} from "../../../../src/waybill/parse/syntax/modelFile.js";
import {Grammar} from "../../../../src/waybill/parse/syntax/Syntax.js";
import * as trees from "./trees.js";
import {written} from "./written.js";

// The invented sentences as a treebank, each of them thirty times, for tags that are seldom are not learnt.
const rows = Object.values(trees).map((tree) =>
  written(tree)
    .map(({form, lemma, pos, tag, head, relation}, i) =>
      [i + 1, form, lemma, pos, tag, "_", head + 1, relation, "_", "_"].join("\t"),
    )
    .join("\n"),
);
const treebank = parseConllu(Array.from({length: 30}, () => rows.join("\n\n")).join("\n\n"));

const training = {
  seed: 1,
  tagRounds: 3,
  parseRounds: 4,
  folds: 2,
  mask: 0.2,
  keep: {tagger: 2000, retagger: 2000, moves: 4000, relations: 2000},
  log: () => {},
};
const model = (seed: number) => writeModel(train(treebank, new Map(), {...training, seed}));

describe("parseConllu(text)", () => {
  it("reads words, heads and spaces, and leaves words written as one out", () => {
    const row = (...cells: (string | number)[]) => cells.join("\t");
    const [gold] = parseConllu(
      [
        "# text = Don't go.",
        row("1-2", "Don't", "_", "_", "_", "_", "_", "_", "_", "_"),
        row(1, "Do", "do", "AUX", "VB", "_", 3, "aux", "_", "_"),
        row(2, "n't", "not", "PART", "RB", "_", 3, "advmod", "_", "_"),
        row(3, "go", "go", "VERB", "VB", "_", 0, "root", "_", "SpaceAfter=No"),
        row(4, ".", ".", "PUNCT", ".", "_", 3, "punct", "_", "_"),
        "",
      ].join("\n"),
    );
    expect(gold.heads).toEqual([2, 2, 4, 2]);
    expect(textOf(gold)).toBe("Don't go.");
  });
});

describe("train(treebank, lexicon, training)", () => {
  const bytes = model(1);

  it("learns what it is shown", () => {
    const measured = measure(
      new Grammar(readModel(bytes)),
      treebank.slice(0, rows.length),
      readVocab(),
      false,
    );
    expect(f1(measured.pos)).toBeGreaterThan(97);
    expect(f1(measured.labelled)).toBeGreaterThan(90);
    expect(measured.facts.subject.gold).toBeGreaterThan(5);
    expect(f1(measured.facts.subject)).toBeGreaterThan(90);
  });

  it("gives the same file for the same seed, and another for another", () => {
    expect(Buffer.compare(model(1), bytes)).toBe(0);
    expect(Buffer.compare(model(2), bytes)).not.toBe(0);
  });

  it("keeps no more features than asked for", () => {
    const few = writeModel(
      train(treebank, new Map(), {
        ...training,
        keep: {tagger: 50, retagger: 50, moves: 50, relations: 50},
      }),
    );
    expect(few.length).toBeLessThan(bytes.length / 3);
  });
});

describe("readModel(bytes)", () => {
  const bytes = model(1);

  it("reads what a page unpacks as what Node does", async () => {
    const {names} = (await unpackModel(new Uint8Array(gzipSync(bytes)))).learnt;
    expect(names).toEqual(readModel(bytes).learnt.names);
    expect(names.relations).toContain("acl:relcl");
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["another file", new TextEncoder().encode("PK".repeat(100))],
    ["half a model", bytes.subarray(0, bytes.length >> 1)],
  ])("says of %s that it is no model", (_, broken) => {
    expect(() => readModel(broken)).toThrow(/^model: /);
  });
});
