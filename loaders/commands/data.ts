import {createReadStream} from "node:fs";
import {access, stat} from "node:fs/promises";
import type {Article} from "../../src/waybill/model/figure.js";
import {readArticleLines} from "../articleLines.js";
import {articleNotes} from "../articles/articleNotes.js";
import {InputError} from "../InputError.js";
import {progress} from "../progress.js";
import {streamTables} from "../streamTables.js";
import {reasonOf} from "../systemProblem.js";
import {loadTables, readOptions} from "../tables.js";
import {writeTables} from "../write.js";
import {run} from "./run.js";

await run({
  help: `
waybill data [--seeds FOLDER] [--out FOLDER]
waybill data --from FILE --out FOLDER

Reads the articles in seeds/, finds the figures they state, and writes the
tables, their data dictionary and datapackage.json to data/. If a seed is
broken, says where in one line, for all that are, and leaves data/ as it was.

With --from, reads JSON articles {"id", "text", "published", "title",
"publisher", "author", "url", "relays", "language"}, one a line, in place of the
seeds, and writes as it reads: a corpus need not fit in memory.

  --seeds FOLDER   where the articles are (default: seeds)
  --from FILE      articles, one a line; - is standard input
  --out FOLDER     where the tables go (default: data)
  -h, --help       this help`,
  options: {seeds: {type: "string"}, from: {type: "string"}, out: {type: "string"}},
  async main({seeds = "seeds", from, out = "data"}) {
    if (from !== undefined) {
      if (out === "data") throw new InputError("--from", null, "needs --out: data/ is for the seeds");
      const stream = from === "-" ? process.stdin : createReadStream(await readable(String(from)));
      const report = progress();
      const articles = withProgress(
        readArticleLines(stream, from === "-" ? "standard input" : String(from)),
        report,
      );
      const rows = await streamTables(articles, String(out), {...readOptions(String(seeds)), derived: []});
      console.log(`${out}/: ${rows.articles} articles, ${rows.figures} figures, ${rows.facts} facts`);
      return;
    }
    const tables = loadTables(String(seeds), {onProgress: progress()});
    await writeTables(tables, String(out));
    for (const note of articleNotes(tables.texts)) console.error(note);
    const count = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;
    console.log(
      `${out}/: ${count(tables.articles.length, "article")}, ${count(tables.figures.length, "figure")}, ${count(tables.facts.length, "fact")}, ${count(tables.disagreements.length, "disagreement")}`,
    );
  },
});

async function readable(file: string): Promise<string> {
  await access(file).catch((cause) => {
    throw new InputError(file, null, `cannot be read: ${reasonOf(cause)}`, {cause});
  });
  if ((await stat(file)).isDirectory())
    throw new InputError(file, null, "is a folder, where a file is expected");
  return file;
}

async function* withProgress(
  articles: AsyncIterable<Article>,
  report: (done: number) => void,
): AsyncGenerator<Article> {
  let done = 0;
  for await (const article of articles) {
    report(done++);
    yield article;
  }
}
