import {writeFileSync} from "node:fs";
import {InputError} from "../InputError.js";
import {readSyntax} from "../readGrammar.js";
import {readLabelled} from "../roles/labelled.js";
import {learnAll} from "../roles/learnAll.js";
import {packRoles} from "../roles/writeModel.js";
import {readVocab} from "../vocab.js";
import {run} from "./run.js";

await run({
  help: `
npx tsx loaders/commands/trainRoles.ts [--seed N] [--floors N,N,N,N] --out FILE FOLDER...

Learns from labelled articles who has which part in a figure, what it is a quantity
of and how far it came, and writes the model, packed by gzip. The same files, seed
and floors give the same model. A folder holds articles as
test/waybill/parse/scoreRoles.ts reads them, or sentences as test/specs has them.

  --out FILE        where the model is written
  --floors N,N,N,N  how sure an answer must be to be given: supplier, recipient,
                    via, holder (0.45,0.45,0.45,0.4)
  --seed N          where chance starts (1)
  -h, --help        this help`,
  options: {
    out: {type: "string"},
    seed: {type: "string", default: "1"},
    floors: {type: "string", default: "0.45,0.45,0.45,0.4"},
  },
  files: true,
  main({out, seed, floors}, folders) {
    if (typeof out !== "string") throw new InputError("--out", null, "is missing");
    if (folders.length === 0) throw new InputError("FOLDER", null, "is missing");
    const vocab = readVocab();
    const how = {seed: Number(seed), floors: String(floors).split(",").map(Number)};
    const labelled = folders.flatMap((folder) => readLabelled(folder));
    const model = learnAll(labelled, vocab, readSyntax(), how, (told) => console.error(told));
    const packed = packRoles(model);
    writeFileSync(out, packed);
    console.error(`${out}: ${packed.length} bytes`);
  },
});
