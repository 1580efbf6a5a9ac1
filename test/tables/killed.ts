import {renameSync} from "node:fs";
import {loadTables} from "../../loaders/tables.js";
import {writeTables} from "../../loaders/write.js";

// Writes the tables of some seeds and kills itself after so many renames: killed.ts SEEDS OUT RENAMES
const [seeds, out, renames] = process.argv.slice(2);
let left = Number(renames);
const die = (): void => {
  process.kill(process.pid, "SIGKILL");
};
writeTables(loadTables(seeds), out, {
  rename(from, to) {
    if (left-- === 0) die();
    renameSync(from, to);
  },
});
die();
