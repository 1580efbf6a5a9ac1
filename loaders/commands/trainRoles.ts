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
npx tsx loaders/commands/trainRoles.ts [--seed N] --out FILE FOLDER...

Learns from labelled articles who has which part in a figure, what it is a quantity
of, how far it came and when it holds, and writes the model, packed by gzip. The same
files and seed give the same model. A folder holds articles as
test/waybill/parse/scoreRoles.ts reads them, or sentences as test/specs has them, of
which every second is left out.

  --out FILE    where the model is written
  --seed N      where chance starts (1)
  -h, --help    this help`,
  options: {
    out: {type: "string"},
    seed: {type: "string", default: "1"},
  },
  files: true,
  main({out, seed}, folders) {
    if (typeof out !== "string") throw new InputError("--out", null, "is missing");
    if (folders.length === 0) throw new InputError("FOLDER", null, "is missing");
    const vocab = readVocab();
    const labelled = folders.flatMap((folder) => readLabelled(folder));
    const model = learnAll(labelled, vocab, readSyntax(), Number(seed), (told) => console.error(told));
    const packed = packRoles(model);
    writeFileSync(out, packed);
    console.error(`${out}: ${packed.length} bytes`);
  },
});
