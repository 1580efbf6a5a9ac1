import path from "node:path";
import {expect, it} from "vitest";
import {InputError} from "../../loaders/InputError.js";
import {loadTables, type Tables} from "../../loaders/tables.js";
import {EditedStory} from "../site/editedStory.js";
import {temporaryFolder} from "../temporary.js";

const edits = 30;

/** Returns the tables of seeds without what they are made from, and what is wrong in them. */
function load(seeds: string, before?: Tables) {
  const problems: string[] = [];
  let tables: Tables | undefined;
  try {
    tables = loadTables(seeds, {before, onProblem: ({message}) => void problems.push(message)});
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(error.message);
  }
  const {options: _, ...rows} = tables ?? ({} as Tables);
  return {tables, made: {rows, problems}};
}

it.each([1, 2, 3, 4])(
  "tables that keep what was made of the same articles are those made anew, after any edits (seed %i)",
  {timeout: 300_000},
  (seed) => {
    const story = new EditedStory(temporaryFolder(), seed);
    const seeds = path.join(story.folder, "seeds");
    let {tables} = load(seeds);
    const done: string[] = [];
    for (let n = 0; n < edits; n++) {
      done.push(story.edit().what);
      const edited = load(seeds, tables);
      expect(edited.made, done.join(", ")).toEqual(load(seeds).made);
      tables = edited.tables;
    }
  },
);
