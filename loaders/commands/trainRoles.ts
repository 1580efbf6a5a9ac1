import {writeFileSync} from "node:fs";
import {InputError} from "../InputError.js";
import {readGrammar} from "../readGrammar.js";
import {examplesOf} from "../roles/examples.js";
import {isSame} from "../roles/isSame.js";
import {readLabelled} from "../roles/labelled.js";
import {learn, usual} from "../roles/learn.js";
import {packRoles} from "../roles/writeModel.js";
import {readVocab} from "../vocab.js";
import {run} from "./run.js";

await run({
  help: `
npx tsx loaders/commands/trainRoles.ts [--seed N] [--floors N,N,N,N] --out FILE FOLDER...

Learns who has which part in a figure from labelled articles, and writes the model,
packed by gzip. The same files, seed and floors give the same model. A folder holds
articles as test/waybill/parse/scoreRoles.ts reads them, or sentences as test/specs
has them.

  --out FILE        where the model is written
  --floors N,N,N,N  how sure an answer must be to be given: supplier, recipient,
                    via, holder (0.45,0.45,0.45,0.5)
  --seed N          where chance starts (1)
  -h, --help        this help`,
  options: {
    out: {type: "string"},
    seed: {type: "string", default: "1"},
    floors: {type: "string", default: "0.45,0.45,0.45,0.5"},
  },
  files: true,
  main({out, seed, floors}, folders) {
    if (typeof out !== "string") throw new InputError("--out", null, "is missing");
    if (folders.length === 0) throw new InputError("FOLDER", null, "is missing");
    const vocab = readVocab();
    const grammar = readGrammar();
    const texts = folders
      .flatMap((folder) => readLabelled(folder))
      .filter((text) => text.hasHolders || hasSides(text))
      .map((text) => examplesOf(text, vocab, grammar, isSame));
    const {weights, trees} = learn(texts, {seed: Number(seed), ...usual});
    const packed = packRoles(weights, trees, String(floors).split(",").map(Number));
    writeFileSync(out, packed);
    const figures = texts.flatMap(({examples}) => examples.filter(({isLabelled}) => isLabelled)).length;
    console.error(`${texts.length} texts, ${figures} figures, ${packed.length} bytes`);
  },
});

function hasSides({labels}: ReturnType<typeof readLabelled>[number]): boolean {
  return labels.some(({supplier, recipient, via}) => supplier ?? recipient ?? via);
}
