/*
 * Makes the fragments in a process of its own each time the preview asks for
 * it. Seeds are looked at anew every time, and those that changed are read;
 * when code changes, the preview starts another worker, which loads the new
 * code. What is wrong in seeds or pages is told, and left out.
 */
import path from "node:path";
import {gather, InputError} from "../InputError.js";
import {withLock} from "../lock.js";
import {loadTables, type Tables} from "../tables.js";
import {cacheFolder} from "./cache.js";
import {checkPages} from "./checkPages.js";
import {makeFragments} from "./fragments.js";
import {writeGraphicsInput} from "./graphicsInput.js";

/** What was made, null if nothing could be; and what is wrong, a line each. */
export interface WorkerAnswer {
  made: {figures: number; changed: boolean} | null;
  problems: string[];
}

let before: Tables | undefined;

process.on("message", async () => {
  const problems: string[] = [];
  let made: WorkerAnswer["made"] = null;
  try {
    const {value: tables, problems: wrong} = gather((_, report) =>
      loadTables("seeds", {onProblem: report, before}),
    );
    problems.push(...wrong.map(({message}) => message), ...(await checkPages()).map(({message}) => message));
    if (tables) {
      before = tables;
      made = await withLock(path.join(cacheFolder, "lock"), "the site", async () => {
        const {graphics, changed} = await makeFragments(tables);
        writeGraphicsInput(graphics);
        return {figures: tables.figures.length, changed};
      });
    }
  } catch (error) {
    problems.push(error instanceof InputError ? error.message : String((error as Error).stack ?? error));
  }
  process.send!({made, problems} satisfies WorkerAnswer);
});
process.on("disconnect", () => process.exit(0));
