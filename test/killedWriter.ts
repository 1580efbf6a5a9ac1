import fs, {writeFileSync} from "node:fs";
import {syncBuiltinESMExports} from "node:module";
import path from "node:path";
import {replaceFolder} from "../loaders/replaceFolder.js";

// Writes a folder again and again, and kills itself before the given step in it: killedWriter FOLDER WORD STEP
const [folder, word, step] = process.argv.slice(2);
let left = Number(step);
for (const name of ["mkdirSync", "writeFileSync", "linkSync", "renameSync", "rmSync"] as const) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  (fs as unknown as Record<string, unknown>)[name] = (...args: unknown[]) => {
    if (left-- === 0) process.kill(process.pid, "SIGKILL");
    return real(...args);
  };
}
syncBuiltinESMExports();
process.stdout.write("started\n");
for (;;)
  await replaceFolder(folder, (next) => {
    for (let n = 0; n < 8; n++) writeFileSync(path.join(next, `${n}.csv`), `${word} ${n}\n`);
  });
