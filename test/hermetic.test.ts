import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {launchBrowser} from "./browser/launch.js";
import {serveFolder} from "./browser/serve.js";
import {temporaryProject} from "./temporary.js";

const canIsolate = spawnSync("unshare", ["-rn", "true"]).status === 0;

/** Runs npm run build in a folder; without any network where the machine allows that. */
function build(folder: string) {
  const command = ["npm", "run", "--silent", "build"];
  const [program, ...args] = canIsolate ? ["unshare", "-rn", ...command] : command;
  return spawnSync(program, args, {cwd: folder, encoding: "utf8"});
}

/** A copy of the project whose only pages are those in test/input/hermetic. */
function hermeticProject(): string {
  const project = temporaryProject();
  for (const name of ["index.md", "explore.md", "sources", "data"])
    rmSync(path.join(project, "src", name), {recursive: true});
  cpSync("test/input/hermetic/src", path.join(project, "src"), {recursive: true});
  const config = path.join(project, "observablehq.config.ts");
  writeFileSync(config, readFileSync(config, "utf8").replace(/dynamicPaths: \[[\s\S]*?\n {2}\],/, ""));
  return project;
}

describe("npm: specifiers, implicit names and sql", () => {
  it("come from node_modules at the lock file's versions, with the network off, and work in a browser", async () => {
    const project = hermeticProject();
    const {status, stdout, stderr} = build(project);
    expect(status, stdout + stderr).toBe(0);

    const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
    const served = path.join(project, "dist/_npm");
    const names = readdirSync(served).flatMap((name) =>
      name.startsWith("@") ? readdirSync(path.join(served, name)).map((n) => `${name}/${n}`) : [name],
    );
    expect(names.length).toBeGreaterThan(20);
    const installed = new Set(
      Object.entries<{version: string}>(lock).map(
        ([folder, {version}]) => `${folder.replace(/^.*node_modules\//, "")}@${version}`,
      ),
    );
    for (const name of names) expect([...installed], name).toContain(name);

    const site = await serveFolder(path.join(project, "dist"));
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      await page.goto(site.origin);
      await page.waitForSelector("#sql");
      for (const [id, text] of [
        ["d3", "6"],
        ["aq", "2"],
        ["mean", "2"],
        ["arrow", "3"],
        ["sql", "42"],
      ])
        expect(await page.locator(`#${id}`).textContent()).toBe(text);
      expect(await page.locator("svg rect").count()).toBeGreaterThan(2);
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
      site.close();
    }
  });

  it("that are not installed fail the build, and say what to install", () => {
    const project = hermeticProject();
    writeFileSync(
      path.join(project, "src/index.md"),
      '# A page\n\n```js\nimport * as x from "npm:left-pad";\ndisplay(x);\n```\n',
    );
    const {status, stdout, stderr} = build(project);
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain("npm:left-pad is not installed (npm install --save-exact left-pad");
  });
});

describe("npm run build", () => {
  it("shows a change of a seed, a loader and a chart each, with nobody clearing a cache", () => {
    const project = temporaryProject();
    const edit = (file: string, from: string | RegExp, to: string): void => {
      const text = readFileSync(path.join(project, file), "utf8");
      expect(text).toMatch(from);
      writeFileSync(path.join(project, file), text.replace(from, to));
    };
    const built = (file: string): string => readFileSync(path.join(project, "dist", file), "utf8");
    mkdirSync(path.join(project, "dist"));
    expect(build(project).status).toBe(0);
    expect(built("data/figures.csv")).toContain("more than $225 million");

    edit("seeds/euromaidan-drones.md", "more than $225 million", "more than $235 million");
    expect(build(project).status).toBe(0);
    for (const file of [
      "data/figures.csv",
      "data/figures.json",
      "index.html",
      "sources/euromaidan-drones.html",
    ])
      expect(built(file), file).toContain("more than $235 million");
    expect(built("data/figures.csv")).not.toContain("$225 million");

    edit("loaders/figures/parseFigures.ts", /const context = \d+;/, "const context = 3;");
    edit("src/charts/ceramics.ts", "ceramics exports to Russia are", "exports of ceramics to Russia are");
    expect(build(project).status).toBe(0);
    expect(built("index.html")).toContain("exports of ceramics to Russia are");
    const [row] = JSON.parse(built("data/figures.json"));
    expect(row.prefix).toHaveLength(3);
  });

  it("fails on a chart that does not exist, naming page and line, and on a page with an error in it", () => {
    const project = temporaryProject();
    writeFileSync(
      path.join(project, "src/explore.md"),
      "---\ntitle: X\n---\n\n# X\n\n```chart\nceramics\nbar\n```\n",
    );
    const unknown = build(project);
    expect(unknown.status).not.toBe(0);
    expect(unknown.stdout + unknown.stderr).toMatch(
      /src\/explore\.md:9: unknown chart: bar \(have: .*ceramics/,
    );
    writeFileSync(path.join(project, "src/explore.md"), "# X\n\n```js\nlet let = 1\n```\n");
    const broken = build(project);
    expect(broken.status).not.toBe(0);
    expect(broken.stdout + broken.stderr).toMatch(/explore\.html: SyntaxError/);
  });
});
