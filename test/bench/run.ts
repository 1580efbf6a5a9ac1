import {run} from "../../loaders/commands/run.js";

await run({
  help: `
npm run bench -- parser

Measures the parser beside other readers of English text, in one run on the
same articles (the originals, where seeds/originals/ holds them), and prints
megabytes per second.

  -h, --help   this help`,
  options: {},
  files: true,
  async main(_options, [name]) {
    if (name !== "parser") throw new Error(`unknown bench: ${name ?? "none"} (have: parser)`);
    const {benchParser} = await import("./parser.js");
    benchParser();
  },
});
