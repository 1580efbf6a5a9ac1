import {loadTables} from "../tables.js";
import {writeTables} from "../write.js";
import {run} from "./run.js";

await run({
  help: `
npm run data [-- --seeds FOLDER] [--out FOLDER]

Reads the articles in seeds/, finds the figures they state, and writes the
tables, their data dictionary and datapackage.json to data/. If a seed is
broken, says where in one line and leaves data/ as it was.

  --seeds FOLDER   where the articles are (default: seeds)
  --out FOLDER     where the tables go (default: data)
  -h, --help       this help`,
  options: {seeds: {type: "string"}, out: {type: "string"}},
  main({seeds = "seeds", out = "data"}) {
    const tables = loadTables(String(seeds), {onProgress: progress()});
    writeTables(tables, String(out));
    const count = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;
    console.log(
      `${out}/: ${count(tables.articles.length, "article")}, ${count(tables.figures.length, "figure")}, ${count(tables.facts.length, "fact")}, ${count(tables.disagreements.length, "disagreement")}`,
    );
  },
});

// A line a second, once it takes more than two.
function progress(): (done: number, of: number) => void {
  let next = performance.now() + 2000;
  return (done, of) => {
    if (performance.now() < next) return;
    next = performance.now() + 1000;
    console.error(`${done} of ${of} articles`);
  };
}
