import {createRequire} from "node:module";
import type {AxeResults, RunOptions} from "axe-core";
import {describe, expect, it} from "vitest";
import {loadTables} from "../../loaders/tables.js";
import {charts} from "../charts/everyChart.js";
import {browser, site} from "./openSite.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const [{article_id, title}] = loadTables().articles;
const paths = [
  "/",
  "/charts/",
  "/sources/",
  `/sources/${article_id}`,
  "/claims/",
  "/method",
  `/search?q=${encodeURIComponent(String(title).split(" ")[0])}`,
  "/404",
  "/explore",
  "/check",
  "/docs/journalist",
  "/docs/gallery",
  "/data/",
  "/data/facts",
  ...charts.map(({id}) => `/charts/${id}`),
];

// Pages differ in the dark by colours alone.
const rules: Record<"light" | "dark", RunOptions> = {light: {}, dark: {runOnly: ["cat.color"]}};

declare const window: {axe: {run: (context: Document, options: RunOptions) => Promise<AxeResults>}};

describe("axe", () => {
  it.each(paths)("finds nothing wrong on %s, light and dark, at 360, 768 and 1280 px", async (path) => {
    const page = await browser.newPage();
    await page.goto(site.origin + path);
    await page.addScriptTag({path: axe});
    // What is folded away is read too.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    const problems: string[] = [];
    const passed = {light: 0, dark: 0};
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [360, 768, 1280]) {
        await page.emulateMedia({colorScheme});
        await page.setViewportSize({width, height: 900});
        // No list of what passes: selectors for every element of it take longer than the rules.
        const {violations, passes} = await page.evaluate(async (options) => {
          const results = await window.axe.run(document, {...options, resultTypes: ["violations"]});
          return {violations: results.violations, passes: results.passes.length};
        }, rules[colorScheme]);
        passed[colorScheme] += passes;
        for (const {id, nodes} of violations)
          for (const {target, failureSummary} of nodes)
            problems.push(
              `${colorScheme} at ${width}: ${id}: ${target.join(" ")}: ${failureSummary?.replace(/\s+/g, " ")}`,
            );
      }
    await page.close();
    // A run that looked at nothing finds nothing.
    expect(passed.light).toBeGreaterThan(3 * 15);
    expect(passed.dark).toBeGreaterThanOrEqual(3);
    expect(problems).toEqual([]);
  });
});
