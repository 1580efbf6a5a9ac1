import {gather, together} from "../InputError.js";
import {progressOfMany} from "../progress.js";
import {loadTables, type Tables} from "../tables.js";
import {checkPages} from "./checkPages.js";
import {figureCallsOf} from "./figureCalls.js";
import {readPages} from "./readPage.js";

/** Returns the tables of the seeds. Throws all that is wrong in seeds and pages, before anything is made of them. */
export async function readAll(): Promise<Tables> {
  const ofPages = await checkPages();
  return together((_, report) => {
    const {value, problems} = gather(() => loadTables("seeds", {onProgress: progressOfMany()}));
    for (const problem of [...problems, ...ofPages]) report(problem);
    if (value) figureCallsOf(readPages(), value, report);
    return value as Tables;
  });
}
