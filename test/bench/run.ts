import {run} from "../../loaders/commands/run.js";
import {InputError} from "../../loaders/InputError.js";

const benches: Record<string, (args: string[]) => Promise<void>> = {
  async parser() {
    const {benchParser} = await import("./parser.js");
    benchParser();
  },
  async tables(sizes) {
    const counts = sizes.map(Number);
    if (counts.some((count) => !(count > 0)))
      throw new InputError("tables", null, `expected numbers of articles: "${sizes.join(" ")}"`);
    const {benchTables} = await import("./tables.js");
    await benchTables(counts.length > 0 ? counts : undefined);
  },
  async charts() {
    const {benchCharts} = await import("./charts.js");
    await benchCharts();
  },
  async tips() {
    const {benchTips} = await import("./tips.js");
    await benchTips();
  },
  async explore() {
    const {benchExplore} = await import("./explore.js");
    await benchExplore();
  },
  async pages() {
    const {benchPages} = await import("./pages.js");
    await benchPages();
  },
  async loop(sizes) {
    const counts = sizes.map(Number);
    if (counts.some((count) => !(count > 1)))
      throw new InputError("loop", null, `expected numbers of articles from 2: "${sizes.join(" ")}"`);
    const {benchLoop} = await import("./loop.js");
    await benchLoop(counts.length > 0 ? counts : undefined);
  },
  async graphics() {
    const {benchGraphics} = await import("./graphics.js");
    await benchGraphics();
  },
};

await run({
  help: `
npm run bench -- parser
npm run bench -- tables [ARTICLES ...]
npm run bench -- charts
npm run bench -- tips
npm run bench -- explore
npm run bench -- pages
npm run bench -- loop [ARTICLES ...]
npm run bench -- graphics

parser     measures the parser beside other readers of English text, in one run
           on the same articles (the originals, where seeds/originals/ holds
           them), and prints megabytes per second
tables     makes every table of 10,000, 30,000 and 100,000 synthetic articles, or
           of as many as are given, and prints articles per second and memory
charts     times the drawings of every chart beside a bare one of Plot's, and
           weighs drawings of many marks beside their rows and the code for them
tips       measures, in a browser on the built site, from a pointer on a mark to
           the painted tooltip, beside Plot's own tip, and prints milliseconds
explore    measures, in a browser on the built site, from navigation to the explorer's
           first table and filter on the phone profile, filters over 1,000 and
           100,000 made-up figures, and answers of SQL beside Framework's own block
           and DuckDB outside a browser, in milliseconds
pages      measures, on the phone profile, bytes, requests, first paint, last chart,
           blocking time and shift of the built home beside a page of the same
           charts drawn in it by Plot over FileAttachment, built for the purpose
loop       measures the loop of a journalist's work on stories of 10 and 1,000
           synthetic articles, or of as many as are given: the preview's start, from
           a saved article, chart or review to the open page, and a build, in seconds
           on the clock and of a processor, with the machine's load and peak memory
graphics   measures each kind of exported file beside headless Chromium drawing
           the same SVG to PNG, and all files of all charts from cold

  -h, --help   this help`,
  options: {},
  files: true,
  async main(_options, [name, ...args]) {
    const bench = benches[name ?? ""];
    if (!bench)
      throw new InputError(
        "bench",
        null,
        `unknown: ${name ?? "none"} (have: ${Object.keys(benches).join(", ")})`,
      );
    await bench(args);
  },
});
