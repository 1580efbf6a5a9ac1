import {run} from "../../loaders/commands/run.js";
import {InputError} from "../../loaders/InputError.js";

await run({
  help: `
npm run bench -- parser
npm run bench -- tables [ARTICLES ...]
npm run bench -- tips

parser   measures the parser beside other readers of English text, in one run
         on the same articles (the originals, where seeds/originals/ holds
         them), and prints megabytes per second
tables   makes every table of 10,000, 30,000 and 100,000 synthetic articles, or
         of as many as are given, and prints articles per second and memory
tips     measures, in a browser on the built site, from a pointer on a mark to
         the painted tooltip, beside Plot's own tip, and prints milliseconds

  -h, --help   this help`,
  options: {},
  files: true,
  async main(_options, [name, ...sizes]) {
    if (name === "parser") {
      const {benchParser} = await import("./parser.js");
      benchParser();
    } else if (name === "tables") {
      const counts = sizes.map(Number);
      if (counts.some((count) => !(count > 0)))
        throw new InputError("tables", null, `expected numbers of articles: "${sizes.join(" ")}"`);
      const {benchTables} = await import("./tables.js");
      await benchTables(counts.length > 0 ? counts : undefined);
    } else if (name === "tips") {
      const {benchTips} = await import("./tips.js");
      await benchTips();
    } else throw new InputError("bench", null, `unknown: ${name ?? "none"} (have: parser, tables, tips)`);
  },
});
