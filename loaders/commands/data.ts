import {loadTables} from "../tables.js";
import {writeTables} from "../write.js";
import {run} from "./run.js";

await run({
  help: `
npm run data [-- --seeds FOLDER] [--out FOLDER]

Reads the articles in seeds/, finds the figures they state, and writes the
tables and their data dictionary to data/. If a seed is broken, says where in
one line and leaves data/ as it was.

  --seeds FOLDER   where the articles are (default: seeds)
  --out FOLDER     where the tables go (default: data)
  -h, --help       this help`,
  options: {seeds: {type: "string"}, out: {type: "string"}},
  main({seeds = "seeds", out = "data"}) {
    const tables = loadTables(String(seeds));
    writeTables(tables, String(out));
    console.log(`${out}/: ${tables.articles.length} articles, ${tables.figures.length} figures`);
  },
});
