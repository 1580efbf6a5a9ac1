import {spawn} from "node:child_process";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {launchBrowser} from "./browser/launch.js";
import {startProcess} from "./startProcess.js";
import {inventStory, temporaryProject} from "./temporary.js";

const startPreview = (project: string) =>
  startProcess(["--import", "tsx", "loaders/commands/preview.ts"], project);

/** The articles of the tables; "" before they are written, which is once all is quiet. */
function articlesIn(project: string): string {
  const file = path.join(project, "data/articles.csv");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

describe("npm start", {timeout: 900_000}, () => {
  it("shows a change of a seed or a chart in the open page by itself, before any file is drawn of it, and survives a broken seed", async () => {
    const project = inventStory(temporaryProject());
    const {origin, printed} = await startPreview(project);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(600_000);
      await page.goto(origin);
      const title = page.locator("#chart-sums .chart-title");
      expect(await title.textContent()).toContain("more than $12 million");
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      expect((await page.request.get(`${origin}/fonts/inter.woff2`)).status()).toBe(200);

      const seed = path.join(project, "seeds/mills.md");
      const note = readFileSync(seed, "utf8");
      const graphic = path.join(project, ".waybill/graphics/sums.csv");
      const isDrawn = (sum: string): boolean =>
        existsSync(graphic) && readFileSync(graphic, "utf8").includes(sum);
      const edit = async (sum: string): Promise<void> => {
        writeFileSync(seed, note.replace("more than $12 million", `more than ${sum}`));
        await page.waitForFunction(
          (s) => document.querySelector("#chart-sums .chart-title")?.textContent?.includes(s),
          sum,
          {timeout: 600_000, polling: 20},
        );
        expect(isDrawn(sum), "the page waits for no file").toBe(false);
      };
      await edit("$13 million");

      const elsewhere = page.locator("#chart-loads .chart-title");
      const before = await elsewhere.textContent();
      writeFileSync(seed, note.replace("publisher:", "publsher:"));
      await expect
        .poll(printed, {timeout: 600_000})
        .toContain('mills.md:3: unknown front matter field: "publsher"');
      // It costs itself and no more: the article stands, and no other loses its figures by it.
      await expect.poll(async () => (await title.textContent()) ?? "", {timeout: 600_000}).toContain("$12");
      expect(await elsewhere.textContent()).toBe(before);
      await expect.poll(() => articlesIn(project), {timeout: 600_000}).toContain("mills");
      const other = path.join(project, "src/other.md");
      const text = "# Other\n";
      const blocks = ["", "```sql", "SELECT 1 FROM nowhere", "```", "", "```chart", "bar", "```", ""];
      writeFileSync(other, text + blocks.join("\n"));
      await expect.poll(printed, {timeout: 600_000}).toContain("src/other.md:8: unknown chart: bar");
      expect(printed()).toMatch(/src\/other\.md:\d+: SQL fails: no table "nowhere" in the front matter/);
      writeFileSync(other, text);
      await edit("$17 million");
      // Files are drawn once all is quiet: what shows a change must not look like another, and so on for ever.
      await expect.poll(() => isDrawn("$17 million"), {timeout: 600_000}).toBe(true);

      const chart = path.join(project, "src/charts/sums.ts");
      writeFileSync(
        chart,
        readFileSync(chart, "utf8").replace("The largest sum reported", "The largest sum told"),
      );
      await page.waitForFunction(
        () => document.querySelector("#chart-sums .chart-title")?.textContent?.includes("sum told"),
        null,
        {
          timeout: 600_000,
        },
      );
    } finally {
      await browser.close();
    }
  });

  it("starts without a seed that is broken, says which, and takes it in when it is mended", async () => {
    const project = inventStory(temporaryProject());
    const seed = path.join(project, "seeds/extra.md");
    writeFileSync(seed, "");
    const {printed} = await startPreview(project);
    expect(printed()).toContain("seeds/extra.md:1: is empty\n");
    const articles = (): string => articlesIn(project);
    await expect.poll(articles, {timeout: 600_000}).toContain("mills");
    expect(articles()).not.toContain("extra");
    writeFileSync(seed, "---\ntitle: Extra\npublisher: P\n---\nIt sold 40 crates.\n");
    await expect.poll(articles, {timeout: 600_000}).toContain("extra");
  });

  it("says in one line what it cannot do without, and does not start", async () => {
    const project = inventStory(temporaryProject());
    writeFileSync(path.join(project, "seeds/vocab/units.csv"), "");
    const child = spawn(process.execPath, ["--import", "tsx", "loaders/commands/preview.ts"], {cwd: project});
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(1);
    expect(stderr.trim()).toBe(
      "seeds/vocab/units.csv:1: is empty (its first line names its columns: form,unit,kind,role)",
    );
  });
});
