import {InputError} from "../InputError.js";
import {progress} from "../progress.js";
import {newChart, newPage} from "../scaffold.js";
import {loadTables} from "../tables.js";
import {run} from "./run.js";

await run({
  help: `
waybill new chart ID
waybill new page NAME

Begins a chart in TypeScript, src/charts/ID.ts, and lists it in
src/charts/index.ts; or a page, src/NAME.md, with a chart in a few fields. Both
draw what the story has most figures of, and are there to be changed; an open
preview shows them at once, the chart under /charts/ID.

  -h, --help   this help`,
  options: {},
  files: true,
  main(_options, [what, name, ...more]) {
    if (what !== "chart" && what !== "page")
      throw new InputError("new", null, `makes a chart or a page, not "${what ?? ""}"`);
    if (name === undefined || more.length > 0) throw new InputError(`new ${what}`, null, "takes one name");
    const {facts} = loadTables("seeds", {
      onProgress: progress(),
      onProblem: (problem) => console.error(problem.message),
    });
    const make = what === "chart" ? newChart : newPage;
    const {files, address} = make(name, facts);
    console.log(`made: ${files.join(", ")}`);
    console.log(`next: change it, and look at it under ${address} (waybill start)`);
  },
});
