/*
 * Makes the fragments in a process of its own each time the preview asks for
 * it. Seeds are read anew every time; when code changes, the preview starts
 * another worker, which loads the new code.
 */
import {InputError} from "../InputError.js";
import {makeFragments} from "./fragments.js";

export type WorkerAnswer = {ok: true; figures: number; changed: boolean} | {ok: false; problem: string};

process.on("message", async () => {
  let answer: WorkerAnswer;
  try {
    const {tables, changed} = await makeFragments();
    answer = {ok: true, figures: tables.figures.length, changed};
  } catch (error) {
    answer = {
      ok: false,
      problem: error instanceof InputError ? error.message : String((error as Error).stack ?? error),
    };
  }
  process.send!(answer);
});
process.on("disconnect", () => process.exit(0));
