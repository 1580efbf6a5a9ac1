/*
 * Makes the fragments in a process of its own each time the preview asks for it,
 * and keeps the tables: seeds are looked at anew, and those that changed are
 * read; of a chart's code, or of pages that ask for other charts or figures, the
 * charts alone are made again. When the engine's code changes, the preview starts
 * another worker. What is wrong in seeds or pages is told, and left out.
 */
import path from "node:path";
import {gather, InputError, InputErrors, problemsOf} from "../InputError.js";
import {withLock} from "../lock.js";
import {useStoryNumbers} from "../numbers.js";
import {progressOfMany} from "../progress.js";
import {writeDeskRows} from "../review/deskRows.js";
import {loadTables, type Tables} from "../tables.js";
import {cacheFolder} from "./cache.js";
import {checkPages} from "./checkPages.js";
import {readDefinitions} from "./definitions.js";
import {callsIn} from "./figureCalls.js";
import {type Made, makeFragments} from "./fragments.js";
import {writeGraphicsInput} from "./graphicsInput.js";
import {readPages} from "./readPage.js";
import {readCharts} from "./storyCharts.js";
import {keepProblems} from "./toldProblems.js";

/**
 * What the worker is asked: to make what pages show after a change of the seeds,
 * of the code of charts, or of pages; to check the pages; to make the rest, what
 * no page waits for.
 */
export type Ask = "seeds" | "charts" | "pages" | "check" | "rest";

/** What was made, null if nothing was; and what is wrong in what was asked for, a line each. */
export interface WorkerAnswer {
  made: {figures: number; changed: boolean} | null;
  problems: string[];
}

useStoryNumbers();

let tables: Tables | undefined;
let asked = "";
let inSeeds: readonly InputError[] = [];
let inCharts: InputError[] = [];
let inPages: readonly InputError[] = [];
let rest: Made["rest"] = [];
let isStopped = false;

/** All that pages have made for them: the charts that they write, the figures that they ask for. */
function askedNow(): string {
  const pages = readPages();
  return JSON.stringify([
    readDefinitions(pages).map(({module}) => module),
    pages.flatMap((page) => callsIn(page).map(({call}) => call)),
  ]);
}

process.on("message", async (message: Ask | "stop") => {
  if (message === "stop") {
    isStopped = true;
    return;
  }
  isStopped = false;
  const answer = await answerTo(message).catch(
    (error): WorkerAnswer => ({made: null, problems: linesOf([error])}),
  );
  process.send!(answer);
});

async function answerTo(ask: Ask): Promise<WorkerAnswer> {
  switch (ask) {
    case "check":
      inPages = await checkPages();
      return {made: tellPages(), problems: linesOf(inPages)};
    case "rest":
      return {made: await makeRest(), problems: []};
    case "pages":
      if (askedNow() === asked) return {made: null, problems: linesOf([...inSeeds, ...inCharts])};
      break;
    case "charts":
      await readCharts();
      break;
    case "seeds":
      readSeeds();
  }
  return {made: await make(), problems: linesOf([...inSeeds, ...inCharts])};
}

// Pages tell what is wrong in any of them.
function tellPages(): WorkerAnswer["made"] {
  const changed = keepProblems(linesOf([...inSeeds, ...inCharts, ...inPages]));
  return changed ? {figures: tables?.figures.length ?? 0, changed} : null;
}

function readSeeds(): void {
  const {value, problems} = gather((_, report) =>
    loadTables("seeds", {onProblem: report, onProgress: progressOfMany(), before: tables}),
  );
  inSeeds = problems;
  tables = value;
}

async function make(): Promise<WorkerAnswer["made"]> {
  if (!tables) readSeeds();
  if (!tables) return null;
  const of = tables;
  asked = askedNow();
  inCharts = [];
  return underLock(async () => {
    const made = await makeFragments(of, {
      report: (problem) => void inCharts.push(problem),
      leftOut: new Set(inSeeds.map(({file}) => path.parse(file).name)),
    });
    rest = made.rest;
    writeGraphicsInput(made.graphics);
    writeDeskRows(of);
    keepProblems(linesOf([...inSeeds, ...inCharts, ...inPages]));
    return {figures: of.figures.length, changed: made.changed};
  });
}

/** Makes what is left, one thing after the other, until the preview wants something else. */
async function makeRest(): Promise<WorkerAnswer["made"]> {
  let changed = false;
  for (const [first, ...more] of rest.map((_, n) => rest.slice(n))) {
    // What the preview sends meanwhile is heard here.
    await new Promise((resolve) => setImmediate(resolve));
    if (isStopped) break;
    if (await underLock(first)) changed = true;
    rest = more;
  }
  return {figures: tables?.figures.length ?? 0, changed};
}

const underLock = <T>(run: () => Promise<T> | T): Promise<T> =>
  withLock(path.join(cacheFolder, "lock"), "the preview", run);

/** Returns what is wrong, a line each; of what nobody foresaw, where it happened. */
function linesOf(errors: readonly unknown[]): string[] {
  const problems = errors.filter((error) => error instanceof InputError);
  const others = errors.filter((error) => !(error instanceof InputError));
  return [
    ...(problems.length > 0
      ? new InputErrors(problems.flatMap((error) => problemsOf(error))).problems
      : []
    ).map(({message}) => message),
    ...others.map((error) => String((error as Error).stack ?? error)),
  ];
}

process.on("disconnect", () => process.exit(0));
