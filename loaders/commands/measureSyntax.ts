import {readFileSync} from "node:fs";
import {sentenceOf, toDoc} from "../../src/waybill/parse/document.js";
import {parseFigures} from "../../src/waybill/parse/parseFigures.js";
import {type Grammar, Syntax} from "../../src/waybill/parse/syntax/Syntax.js";
import type {Vocab} from "../../src/waybill/parse/vocab.js";
import {InputError} from "../InputError.js";
import {readGrammar} from "../readGrammar.js";
import {readConllu} from "../treebank/conllu.js";
import {type Count, f1} from "../treebank/facts.js";
import {measure} from "../treebank/measure.js";
import {readVocab} from "../vocab.js";
import {run} from "./run.js";

await run({
  help: `
npx tsx loaders/commands/measureSyntax.ts [--model FILE] FILE...

Prints how well the parser's syntax does on treebanks in the CoNLL-U format
(.conllu), as F1 in percent: once with the treebank's own words, once with ours.
Of any other file, a text, it prints how long the figures take, and the syntax of
the sentences that hold one, as the median of five runs.

  --model FILE   another model than the engine's
  -h, --help     this help`,
  options: {model: {type: "string"}},
  files: true,
  main({model}, files) {
    if (files.length === 0) throw new InputError("FILE", null, "is missing");
    const grammar = model === undefined ? readGrammar() : readGrammar(String(model));
    const vocab = readVocab();
    for (const file of files)
      if (file.endsWith(".conllu")) printScores(file, grammar, vocab);
      else printSpeed(file, grammar, vocab);
  },
});

function printScores(file: string, grammar: Grammar, vocab: Vocab): void {
  const treebank = readConllu(file);
  const [given, own] = [false, true].map((own) => measure(grammar, treebank, vocab, own));
  const row = (name: string, a: Count, b: Count) =>
    console.log(`${name.padEnd(22)} ${f1(a).toFixed(1).padStart(6)} ${f1(b).toFixed(1).padStart(6)}`);
  console.log(`${file}: ${treebank.length} sentences`);
  console.log(`${" ".repeat(22)}  given    own`);
  for (const name of ["words", "pos", "tags", "lemmas", "heads", "labelled"] as const)
    row(name, given[name], own[name]);
  for (const [name, count] of Object.entries(given.facts))
    row(name, count, own.facts[name as keyof typeof own.facts]);
}

function printSpeed(file: string, grammar: Grammar, vocab: Vocab): void {
  const text = readFileSync(file, "utf8");
  const doc = toDoc(text, vocab, null);
  const figures = parseFigures(text, {vocab});
  const starts = [...doc.start.subarray(0, doc.count)];
  const holding = new Set(
    figures.map(({start}) => {
      const token = starts.findIndex((at) => at >= start);
      return sentenceOf(doc, token < 0 ? doc.count - 1 : token);
    }),
  );
  const alone: number[] = [];
  const syntax: number[] = [];
  let words = 0;
  // By turns, so that what else the machine does falls on both.
  for (let n = 0; n < 5; n++) {
    alone.push(timeOf(() => parseFigures(text, {vocab})));
    syntax.push(
      timeOf(() => {
        const read = new Syntax(doc, grammar);
        words = 0;
        for (const sentence of holding) words += read.sentence(sentence)?.tokens.length ?? 0;
      }),
    );
  }
  const a = median(alone);
  const s = median(syntax);
  const speed = (ms: number) => `${(text.length / 1000 / ms).toFixed(2)} MB/s`;
  console.log(
    `${file}: ${text.length} characters, ${doc.sentenceStart.length} sentences, ${holding.size} with a figure`,
  );
  console.log(`figures ${a.toFixed(0)} ms (${speed(a)}), syntax ${s.toFixed(0)} ms, both ${speed(a + s)}`);
  console.log(
    `${Math.round((holding.size / s) * 1000)} sentences and ${Math.round((words / s) * 1000)} words a second`,
  );
}

function timeOf(act: () => void): number {
  // The processor's time, not the clock's: what else runs on the machine does not count.
  const before = process.cpuUsage().user;
  act();
  return (process.cpuUsage().user - before) / 1000;
}

function median(list: number[]): number {
  return list.sort((a, b) => a - b)[list.length >> 1];
}
