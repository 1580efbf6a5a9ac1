import {fork} from "node:child_process";
import {once} from "node:events";
import {appendFileSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, it} from "vitest";
import type {Ask, WorkerAnswer} from "../../loaders/site/worker.js";
import {temporaryProject} from "../temporary.js";

it("the preview's worker lists what is wrong until it is mended, and makes the rest", async () => {
  const project = temporaryProject();
  const seed = path.join(project, "seeds/rt-machine-tools.md");
  const note = readFileSync(seed, "utf8");
  writeFileSync(seed, note.replace(/^publisher:/m, "publsher:"));
  writeFileSync(path.join(project, "seeds/empty.md"), "");
  appendFileSync(path.join(project, "src/sources/index.md"), "\n```chart\nbar\n```\n");
  const worker = fork("loaders/site/worker.ts", {cwd: project, execArgv: ["--import", "tsx"]});
  const ask = (what: Ask): Promise<WorkerAnswer> =>
    new Promise((resolve) => {
      worker.once("message", (answer) => resolve(answer as WorkerAnswer));
      worker.send(what);
    });
  const articles = (): string => readFileSync(path.join(project, "data/articles.csv"), "utf8");
  try {
    const inSeeds = [
      "seeds/empty.md:1: is empty",
      'seeds/rt-machine-tools.md:1: front matter lacks "publisher"',
      expect.stringMatching(/^seeds\/rt-machine-tools\.md:3: unknown front matter field: "publsher"/),
    ];
    const inPages = [expect.stringMatching(/^src\/sources\/index\.md:13: unknown chart: bar/)];
    expect(await ask("seeds")).toMatchObject({made: {changed: true}, problems: inSeeds});
    expect(await ask("check")).toMatchObject({problems: inPages});
    expect(JSON.parse(readFileSync(path.join(project, ".waybill/problems.json"), "utf8"))).toEqual([
      ...inSeeds,
      ...inPages,
    ]);
    expect(await ask("check")).toEqual({made: null, problems: inPages});
    expect(await ask("rest")).toMatchObject({made: {changed: true}, problems: []});
    expect(articles()).toContain("euromaidan-drones");
    // The article stands, without its publisher.
    expect(articles()).toMatch(/rt-machine-tools.*unnamed publisher/);
    expect(await ask("pages")).toEqual({made: null, problems: inSeeds});
    writeFileSync(seed, note);
    expect((await ask("seeds")).problems).toEqual([inSeeds[0]]);
    // A figure that prose asks for is made at once, and one that is not there is told.
    const figures = (): string => readFileSync(path.join(project, ".waybill/figures.json"), "utf8");
    const page = path.join(project, "src/index.md");
    expect(figures()).not.toContain("ukraine-drones");
    appendFileSync(page, `\nAs much: $\{derived("ukraine-drones")}\n`);
    expect((await ask("pages")).made).toMatchObject({changed: true});
    expect(figures()).toContain("at least $3.3");
    appendFileSync(page, `\nAs much: $\{derived("nothing")}\n`);
    expect((await ask("pages")).problems.join()).toContain('unknown derived number: "nothing"');
    // What no page waits for is left as it is once something else is wanted.
    await ask("seeds");
    worker.send("rest");
    worker.send("stop");
    const [stopped] = await once(worker, "message");
    expect(stopped).toMatchObject({problems: []});
    expect(articles()).toMatch(/rt-machine-tools.*unnamed publisher/);
    await ask("rest");
    expect(articles()).not.toContain("unnamed publisher");
  } finally {
    worker.disconnect();
  }
});
