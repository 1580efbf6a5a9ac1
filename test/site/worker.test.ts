import {fork} from "node:child_process";
import {once} from "node:events";
import {appendFileSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {expect, it} from "vitest";
import type {Ask, WorkerAnswer} from "../../loaders/site/worker.js";
import {inventStory, temporaryProject} from "../temporary.js";

it("the preview's worker lists what is wrong until it is mended, and makes the rest", async () => {
  const project = inventStory(temporaryProject());
  const seed = path.join(project, "seeds/mills.md");
  const note = readFileSync(seed, "utf8");
  writeFileSync(seed, note.replace(/^publisher:/m, "publsher:"));
  writeFileSync(path.join(project, "seeds/empty.md"), "");
  writeFileSync(path.join(project, "src/other.md"), "# Other\n\n```chart\nbar\n```\n");
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
      'seeds/mills.md:1: front matter lacks "publisher"',
      expect.stringMatching(/^seeds\/mills\.md:3: unknown front matter field: "publsher"/),
    ];
    const inPages = [expect.stringMatching(/^src\/other\.md:4: unknown chart: bar/)];
    expect(await ask("seeds")).toMatchObject({made: {changed: true}, problems: inSeeds});
    expect(await ask("check")).toMatchObject({problems: inPages});
    expect(JSON.parse(readFileSync(path.join(project, ".waybill/problems.json"), "utf8"))).toEqual([
      ...inSeeds,
      ...inPages,
    ]);
    expect(await ask("check")).toEqual({made: null, problems: inPages});
    expect(await ask("rest")).toMatchObject({made: {changed: true}, problems: []});
    expect(articles()).toContain("quay");
    // The article stands, without its publisher.
    expect(articles()).toMatch(/mills.*unnamed publisher/);
    expect(await ask("pages")).toEqual({made: null, problems: inSeeds});
    writeFileSync(seed, note);
    expect((await ask("seeds")).problems).toEqual([inSeeds[0]]);
    // A figure that prose asks for is made at once, and one that is not there is told.
    const figures = (): string => readFileSync(path.join(project, ".waybill/figures.json"), "utf8");
    const page = path.join(project, "src/index.md");
    expect(figures()).not.toContain("wheat-price");
    appendFileSync(page, `\nAs much: $\{derived("wheat-price")}\n`);
    expect((await ask("pages")).made).toMatchObject({changed: true});
    expect(figures()).toContain("at least $300");
    appendFileSync(page, `\nAs much: $\{derived("nothing")}\n`);
    expect((await ask("pages")).problems.join()).toContain('unknown derived number: "nothing"');
    // What no page waits for is left as it is once something else is wanted.
    await ask("seeds");
    worker.send("rest");
    worker.send("stop");
    const [stopped] = await once(worker, "message");
    expect(stopped).toMatchObject({problems: []});
    expect(articles()).toMatch(/mills.*unnamed publisher/);
    await ask("rest");
    expect(articles()).not.toContain("unnamed publisher");
  } finally {
    worker.disconnect();
  }
});
