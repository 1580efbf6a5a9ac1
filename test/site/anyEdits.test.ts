import {fork} from "node:child_process";
import {once} from "node:events";
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync} from "node:fs";
import path from "node:path";
import {expect, it} from "vitest";
import {nodeArguments} from "../../loaders/engine.js";
import type {Ask, WorkerAnswer} from "../../loaders/site/worker.js";
import {temporaryFolder} from "../temporary.js";
import {EditedStory} from "./editedStory.js";

/** Starts a preview's worker in a story's folder. */
function startWorker(folder: string) {
  const worker = fork(path.resolve("loaders/site/worker.ts"), {cwd: folder, execArgv: nodeArguments()});
  const ask = async (what: Ask): Promise<WorkerAnswer> => {
    worker.send(what);
    const [answer] = await once(worker, "message");
    return answer;
  };
  return {ask, stop: () => worker.disconnect()};
}

/** Returns all that was made, by the names of its files; what is kept for the next start alone is none of it. */
function madeIn(folder: string): Map<string, string> {
  const made = new Map<string, string>();
  for (const root of [".waybill", "data"])
    for (const entry of readdirSync(path.join(folder, root), {recursive: true, withFileTypes: true})) {
      const name = path.relative(folder, path.join(entry.parentPath, entry.name));
      if (entry.isFile() && !/^\.waybill\/(?:readings\/|lock|vocab\.json|charts\.mjs)/.test(name))
        made.set(name, readFileSync(path.join(folder, name), "latin1"));
    }
  return made;
}

/** Returns what a start makes of a story that has nothing made. */
async function madeAnew(story: string): Promise<{made: Map<string, string>; problems: string[]}> {
  const folder = storyFolder();
  for (const name of ["seeds", "src"])
    cpSync(path.join(story, name), path.join(folder, name), {recursive: true});
  const worker = startWorker(folder);
  try {
    return await makeAll(folder, worker.ask, "seeds");
  } finally {
    worker.stop();
    rmSync(folder, {recursive: true, force: true, maxRetries: 20});
  }
}

async function makeAll(folder: string, ask: (what: Ask) => Promise<WorkerAnswer>, first: Ask) {
  const {made, problems: told} = await ask(first);
  if (first === "seeds") expect(made, told.join("\n")).not.toBeNull();
  const problems = [...told, ...(await ask("check")).problems];
  expect((await ask("rest")).problems).toEqual([]);
  return {made: madeIn(folder), problems};
}

function storyFolder(): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(process.cwd(), path.join(folder, "node_modules/waybill"), "dir");
  return folder;
}

/** Each kind of edit comes in them. */
const edits = 15;

it.each([1, 2])(
  "what is made after any edits is what a fresh start makes (seed %i)",
  {timeout: 900_000},
  async (seed) => {
    const story = new EditedStory(storyFolder(), seed);
    const worker = startWorker(story.folder);
    const done: string[] = [];
    try {
      await makeAll(story.folder, worker.ask, "seeds");
      let last: Ask = "pages";
      for (let n = 0; n < edits; n++) {
        const {what, ask} = story.edit();
        done.push(what);
        await worker.ask(ask);
        // Of some edits the rest is made, and of others not even begun.
        if (n % 4 === 0) await worker.ask("rest");
        last = ask;
      }
      const edited = await makeAll(story.folder, worker.ask, last);
      const fresh = await madeAnew(story.folder);
      expect(edited.problems, done.join(", ")).toEqual(fresh.problems);
      const names = [...new Set([...edited.made.keys(), ...fresh.made.keys()])].sort();
      const differing = names.filter((name) => edited.made.get(name) !== fresh.made.get(name));
      expect(differing, done.join(", ")).toEqual([]);
      expect(existsSync(path.join(story.folder, ".waybill/charts/sums.html"))).toBe(true);
    } finally {
      worker.stop();
    }
  },
);
