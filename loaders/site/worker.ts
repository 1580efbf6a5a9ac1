/*
 * Makes the fragments in a process of its own each time the preview asks for
 * it. Seeds are read anew every time; when code changes, the preview starts
 * another worker, which loads the new code.
 */
import {makeGraphics} from "../graphics/makeGraphics.js";
import {InputError} from "../InputError.js";
import {makeDesk} from "./desk.js";
import {makeFragments} from "./fragments.js";

export type WorkerAnswer = {ok: true; figures: number; changed: boolean} | {ok: false; problem: string};

let drawing: Promise<unknown> = Promise.resolve();

process.on("message", async () => {
  let answer: WorkerAnswer;
  try {
    const {tables, graphics, changed} = await makeFragments();
    answer = {ok: true, figures: tables.figures.length, changed};
    // The open page waits for its fragments alone.
    drawing = drawing
      .then(() => makeGraphics({...graphics, site: ""}))
      .then(() => makeDesk({...graphics, site: ""}))
      .catch((error) => console.error(error));
  } catch (error) {
    answer = {
      ok: false,
      problem: error instanceof InputError ? error.message : String((error as Error).stack ?? error),
    };
  }
  process.send!(answer);
});
process.on("disconnect", () => process.exit(0));
