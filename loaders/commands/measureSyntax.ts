import {InputError} from "../InputError.js";
import {readConllu} from "../treebank/conllu.js";
import {type Count, f1} from "../treebank/facts.js";
import {measure} from "../treebank/measure.js";
import {readGrammar} from "../treebank/readGrammar.js";
import {readVocab} from "../vocab.js";
import {run} from "./run.js";

await run({
  help: `
npx tsx loaders/commands/measureSyntax.ts [--model FILE] TREEBANK...

Prints how well the parser's syntax does on treebanks in the CoNLL-U format, as
F1 in percent: once with the treebank's own words, once with ours.

  --model FILE   another model than the engine's
  -h, --help     this help`,
  options: {model: {type: "string"}},
  files: true,
  main({model}, files) {
    if (files.length === 0) throw new InputError("TREEBANK", null, "is missing");
    const grammar = model === undefined ? readGrammar() : readGrammar(String(model));
    const vocab = readVocab();
    for (const file of files) {
      const treebank = readConllu(file);
      const [given, own] = [false, true].map((own) => measure(grammar, treebank, vocab, own));
      console.log(`${file}: ${treebank.length} sentences`);
      const row = (name: string, a: Count, b: Count) =>
        console.log(`${name.padEnd(22)} ${f1(a).toFixed(1).padStart(6)} ${f1(b).toFixed(1).padStart(6)}`);
      console.log(`${" ".repeat(22)}  given    own`);
      for (const name of ["words", "pos", "tags", "lemmas", "heads", "labelled"] as const)
        row(name, given[name], own[name]);
      for (const [name, count] of Object.entries(given.facts))
        row(name, count, own.facts[name as keyof typeof own.facts]);
    }
  },
});
