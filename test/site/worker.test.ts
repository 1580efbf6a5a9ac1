import {fork} from "node:child_process";
import {appendFileSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, it} from "vitest";
import type {WorkerAnswer} from "../../loaders/site/worker.js";
import {temporaryProject} from "../temporary.js";

it("the preview's worker lists what is wrong until it is mended, and makes the rest", async () => {
  const project = temporaryProject();
  const seed = path.join(project, "seeds/rt-machine-tools.md");
  const note = readFileSync(seed, "utf8");
  writeFileSync(seed, note.replace(/^publisher:/m, "publsher:"));
  writeFileSync(path.join(project, "seeds/empty.md"), "");
  appendFileSync(path.join(project, "src/sources/index.md"), "\n```chart\nbar\n```\n");
  const worker = fork("loaders/site/worker.ts", {cwd: project, execArgv: ["--import", "tsx"]});
  const ask = (what: "make" | "check"): Promise<WorkerAnswer> =>
    new Promise((resolve) => {
      worker.once("message", (answer) => resolve(answer as WorkerAnswer));
      worker.send(what);
    });
  const articles = (): string => readFileSync(path.join(project, "data/articles.csv"), "utf8");
  try {
    const expected = [
      "seeds/empty.md:1: is empty",
      'seeds/rt-machine-tools.md:1: front matter lacks "publisher"',
      expect.stringMatching(/^seeds\/rt-machine-tools\.md:3: unknown front matter field: "publsher"/),
      expect.stringMatching(/^src\/sources\/index\.md:13: unknown chart: bar/),
    ];
    expect(await ask("make")).toMatchObject({made: {changed: true}, problems: expected});
    expect(articles()).toContain("euromaidan-drones");
    expect(articles()).not.toContain("rt-machine-tools");
    expect(await ask("check")).toEqual({made: null, problems: expected});
    writeFileSync(seed, note);
    expect((await ask("make")).problems).toEqual([expected[0], expected[3]]);
    expect(articles()).toContain("rt-machine-tools");
    // A figure that prose asks for is made at once, and one that is not there is told.
    const figures = (): string => readFileSync(path.join(project, ".waybill/figures.json"), "utf8");
    const page = path.join(project, "src/index.md");
    expect(figures()).not.toContain("ukraine-drones");
    appendFileSync(page, `\nAs much: $\{derived("ukraine-drones")}\n`);
    expect((await ask("check")).made).toMatchObject({changed: true});
    expect(figures()).toContain("at least $3.3");
    appendFileSync(page, `\nAs much: $\{derived("nothing")}\n`);
    expect((await ask("check")).problems.join()).toContain('unknown derived number: "nothing"');
  } finally {
    worker.disconnect();
  }
});
