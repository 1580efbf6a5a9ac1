import {spawn} from "node:child_process";
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {git} from "../loaders/history.js";
import {launchBrowser} from "./browser/launch.js";
import {problemsOf} from "./browser/problemsOf.js";
import {serveFolder} from "./browser/serve.js";
import {runOffline} from "./offline.js";
import {builtProject, inventStory, temporaryProject} from "./temporary.js";

/** Runs npm run build in a folder, with the network off. */
function build(cwd: string): {status: number | null; printed: string} {
  const {status, stdout, stderr} = runOffline(["npm", "run", "--silent", "build"], {cwd});
  expect(stdout + stderr).not.toContain("the network is off");
  return {status, printed: stdout + stderr};
}

/** Leaves the docs out of a copy of the project: they are a third of its pages, and of the time of its build. */
function withoutDocs(project: string): string {
  rmSync(path.join(project, "src/docs"), {recursive: true});
  return project;
}

describe("the network", () => {
  const tries = {
    "a page": 'await fetch("http://192.0.2.1/")',
    "a name": 'await fetch("http://example.org/")',
    "a socket": 'await once(net.connect(80, "192.0.2.1"), "connect")',
    "a look-up": 'await dns.promises.lookup("example.org")',
    "a name server": 'await dns.promises.resolve("example.org")',
    "a datagram": 'dgram.createSocket("udp4").send("x", 53, "192.0.2.1")',
  };
  const modules = ["dgram", "dns", "net"].map((name) => `import ${name} from "node:${name}";`).join("");
  const node = (code: string): ReturnType<typeof runOffline> =>
    runOffline(
      [
        process.execPath,
        "--input-type=module",
        "--eval",
        `import {once} from "node:events";${modules}${code}`,
      ],
      {isolate: false},
    );

  it.each(Object.entries(tries))("is off where namespaces are refused too: %s", (_, code) => {
    expect(node(`try { ${code} } catch {}`).stderr).toMatch(
      /^the network is off: (?:192\.0\.2\.1|example\.org|a datagram)$/m,
    );
  });

  it("of this machine alone is on", () => {
    const {stdout, stderr} = node(`
      const server = net.createServer((socket) => socket.end("HTTP/1.1 200 OK\\r\\n\\r\\nhere"));
      await once(server.listen(0, "127.0.0.1"), "listening");
      console.log(await (await fetch("http://localhost:" + server.address().port)).text());
      process.exit();`);
    expect(stdout + stderr).toBe("here\n");
  });
});

/** Holds what Framework served for npm: specifiers, implicit names and sql against the lock file, and looks at it in a browser. */
async function expectPackages(project: string): Promise<void> {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const served = path.join(project, "dist/_npm");
  const names = readdirSync(served).flatMap((name) =>
    name.startsWith("@") ? readdirSync(path.join(served, name)).map((n) => `${name}/${n}`) : [name],
  );
  expect(names.length).toBeGreaterThan(20);
  const installed = new Set(
    Object.entries<{version: string}>(lock).map(
      ([folder, {version}]) => `${folder.replace(/^.*node_modules\//, "") || "waybill"}@${version}`,
    ),
  );
  for (const name of names) expect([...installed], name).toContain(name);

  const site = await serveFolder(path.join(project, "dist"));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const problems = problemsOf(page);
    await page.goto(`${site.origin}/npm`);
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
    const forms = page.locator("#forms");
    expect(await forms.locator("a[href='./?wheat']").getAttribute("aria-label")).toBe(
      "Wheat, more than 2. On the chart: Wheat more than 2",
    );
    // A body and three slats each.
    expect(await forms.locator("path[d]").count()).toBeGreaterThan(3);
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
    site.close();
  }
}

/** Starts npm run build in a folder, with what it starts in a process group of its own. */
function startBuild(folder: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "loaders/commands/build.ts"], {
    cwd: folder,
    detached: true,
    env: {...process.env, ...env},
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      printed += chunk;
    });
  return {
    child,
    closed: new Promise((resolve) => child.on("close", resolve)),
    printed: () => printed,
    until: async (isSo: () => boolean): Promise<void> => {
      while (!isSo() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

/** What lies beside dist/ and the tables: what a build leaves besides them. */
const leftIn = (project: string): string[] =>
  readdirSync(project).filter((name) => /^\.(?:dist|data)\./.test(name) && !name.endsWith(".lock"));

const oldSite = {"dist/index.html": "the old site", "dist/notes.txt": "somebody's own"};

function withOldSite(project: string): string {
  mkdirSync(path.join(project, "dist"));
  for (const [name, content] of Object.entries(oldSite)) writeFileSync(path.join(project, name), content);
  return project;
}

function expectOldSite(project: string): void {
  expect(filesOf(path.join(project, "dist"))).toEqual(["index.html", "notes.txt"]);
  expect(readFileSync(path.join(project, "dist/index.html"), "utf8")).toBe("the old site");
  expect(leftIn(project)).toEqual([]);
}

describe("npm run build", () => {
  it("gives the same bytes in another folder, time zone and locale, after a kill, whatever is saved meanwhile", async () => {
    const project = withOldSite(temporaryProject());
    // The history is a part of what is built: pages say when the story last changed.
    const history = git("rev-parse", "--absolute-git-dir");
    if (history) writeFileSync(path.join(project, ".git"), `gitdir: ${history}\n`);
    const elsewhere = {TZ: "Pacific/Chatham", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8"};
    const killed = startBuild(project, elsewhere);
    await killed.until(() => readdirSync(project).some((name) => name.startsWith(".dist.next")));
    process.kill(-killed.child.pid!, "SIGKILL");
    await killed.closed;
    expect(readFileSync(path.join(project, "dist/index.html"), "utf8")).toBe("the old site");

    const {closed, printed, until} = startBuild(project, elsewhere);
    await until(() => printed().includes("tables: "));
    writeFileSync(
      path.join(project, "seeds/late.md"),
      "---\ntitle: Late\npublisher: P\n---\nIt sold 40 crates.\n",
    );
    expect(await closed, printed()).toBe(0);
    rmSync(path.join(project, "dist/notes.txt"));
    const names = filesOf(path.join(project, "dist"));
    expect(names).toEqual(filesOf("dist"));
    const differing = names.filter(
      (name) => !readFileSync(path.join("dist", name)).equals(readFileSync(path.join(project, "dist", name))),
    );
    expect(differing).toEqual([]);
    expect(leftIn(project)).toEqual([]);
    // Nothing that a preview of this folder has is touched; what was read in an article is under a name of its own.
    expect(readdirSync(path.join(project, ".waybill")).sort()).toEqual(["build", "readings"]);
    expect(existsSync(path.join(project, "src/.observablehq"))).toBe(false);
  });

  it("takes npm: from node_modules with the network off, and shows a change of seeds, a loader and a chart each, with nobody clearing a cache", async () => {
    // It has what was made of another story, but for the packages.
    const project = inventStory(withoutDocs(builtProject()));
    rmSync(path.join(project, ".waybill/build/packages"), {recursive: true});
    cpSync("test/input/hermetic/src", path.join(project, "src"), {recursive: true});
    const edit = (file: string, from: string | RegExp, to: string): void => {
      const text = readFileSync(path.join(project, file), "utf8");
      expect(text).toMatch(from);
      writeFileSync(path.join(project, file), text.replace(from, to));
    };
    const built = (file: string): string => readFileSync(path.join(project, "dist", file), "utf8");
    const made = ["data/figures.csv", "data/figures.json", "index.html", "sources/mills.html"];
    expect(build(project).status).toBe(0);
    for (const file of made) expect(built(file), file).toContain("more than $12 million");
    await expectPackages(project);

    edit("seeds/mills.md", "more than $12 million", "more than $13 million");
    edit("src/waybill/model/wordsAround.ts", /const context = \d+;/, "const context = 3;");
    edit("src/charts/sums.ts", "The largest sum reported", "The largest sum told");
    expect(build(project).status).toBe(0);
    for (const file of made) expect(built(file), file).toContain("more than $13 million");
    expect(built("sources/mills.html")).not.toContain("$12 million");
    expect(built("index.html")).toContain("The largest sum told is more than $13 million");
    const [row] = JSON.parse(built("data/figures.json"));
    expect(row.prefix.length).toBeLessThanOrEqual(3);
  });

  it("fails on npm: specifiers that are not installed, and says what to install", () => {
    const project = withOldSite(inventStory(withoutDocs(temporaryProject())));
    writeFileSync(
      path.join(project, "src/index.md"),
      '# A page\n\n```js\nimport * as x from "npm:left-pad";\ndisplay(x);\n```\n',
    );
    const {status, printed} = build(project);
    expect(status).not.toBe(0);
    expect(printed).toContain("npm:left-pad is not installed (npm install --save-exact left-pad");
    expect(
      printed
        .trim()
        .split("\n")
        .filter((line) => line.includes("left-pad")),
    ).toHaveLength(1);
    expectOldSite(project);
  });

  it("tells all that is wrong in seeds and pages at once, a line each, and leaves the old site", () => {
    const project = withOldSite(temporaryProject());
    const write = (name: string, text: string): void => writeFileSync(path.join(project, name), text);
    write("seeds/empty.md", "");
    write("seeds/untitled.md", "---\npublisher: P\n---\nIt sold 40 crates.\n");
    write("seeds/derived.yaml", "- id: half\n");
    write("src/explore.md", "---\ntitle: X\n---\n\n# X\n\n```chart\nbar\n```\n");
    write("src/more.md", "# X\n\n```js\nlet let = 1\n```\n\n```sql\nSELECT 1 FROM nowhere\n```\n");
    const {status, printed} = build(project);
    expect(status).toBe(1);
    expect(printed).not.toContain("tables: ");
    expect(
      printed
        .trim()
        .split("\n")
        .filter((line) => /^(?:src|seeds)\//.test(line)),
    ).toEqual([
      'seeds/derived.yaml:1: derived number lacks "about"',
      "seeds/empty.md:1: is empty",
      'seeds/untitled.md:1: front matter lacks "title"',
      expect.stringMatching(/^src\/explore\.md:8: unknown chart: bar \(have: \w/),
      expect.stringMatching(/^src\/more\.md:4: script cannot be read: /),
      'src/more.md:8: SQL fails: no table "nowhere" in the front matter',
    ]);
    expectOldSite(project);
  });
});
