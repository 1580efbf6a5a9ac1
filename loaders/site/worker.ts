/*
 * Makes the fragments in a process of its own each time the preview asks for
 * it. Seeds are looked at anew every time, and those that changed are read;
 * when code changes, the preview starts another worker, which loads the new
 * code. What is wrong in seeds or pages is told, and left out. Asked to check,
 * it makes nothing unless a page writes another chart, or asks for another
 * figure, than before.
 */
import path from "node:path";
import {gather, type InputError, InputErrors} from "../InputError.js";
import {withLock} from "../lock.js";
import {loadTables, type Tables} from "../tables.js";
import {cacheFolder} from "./cache.js";
import {checkPages} from "./checkPages.js";
import {readDefinitions} from "./definitions.js";
import {callsIn} from "./figureCalls.js";
import {makeFragments} from "./fragments.js";
import {writeGraphicsInput} from "./graphicsInput.js";
import {readPages} from "./readPage.js";

/** What was made, null if nothing could be; and what is wrong, a line each. */
export interface WorkerAnswer {
  made: {figures: number; changed: boolean} | null;
  problems: string[];
}

let before: Tables | undefined;
let asked = "";
let inSeeds: readonly InputError[] = [];
let inCharts: InputError[] = [];

/** All that pages have made for them: the charts that they write, the figures that they ask for. */
function askedNow(): string {
  const pages = readPages();
  return JSON.stringify([
    readDefinitions(pages).map(({module}) => module),
    pages.flatMap((page) => callsIn(page).map(({call}) => call)),
  ]);
}

process.on("message", async (message: "make" | "check") => {
  let made: WorkerAnswer["made"] = null;
  let failure: string[] = [];
  if (message === "make" || askedNow() !== asked)
    try {
      made = await make();
    } catch (error) {
      failure = [String((error as Error).stack ?? error)];
    }
  const problems = [...inSeeds, ...inCharts, ...(await checkPages())];
  const lines =
    problems.length > 0 ? new InputErrors(problems).problems.map((problem) => problem.message) : [];
  process.send!({made, problems: [...lines, ...failure]} satisfies WorkerAnswer);
});

async function make(): Promise<WorkerAnswer["made"]> {
  const {value: tables, problems} = gather((_, report) => loadTables("seeds", {onProblem: report, before}));
  inSeeds = problems;
  if (!tables) return null;
  before = tables;
  asked = askedNow();
  inCharts = [];
  return withLock(path.join(cacheFolder, "lock"), "the preview", async () => {
    const {graphics, changed} = await makeFragments(tables, {
      report: (problem) => void inCharts.push(problem),
      leftOut: new Set(problems.map(({file}) => path.parse(file).name)),
    });
    writeGraphicsInput(graphics);
    return {figures: tables.figures.length, changed};
  });
}

process.on("disconnect", () => process.exit(0));
