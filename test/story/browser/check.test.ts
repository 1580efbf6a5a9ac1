import {readFileSync} from "node:fs";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {checkDraft, findingText} from "../../../loaders/check.js";
import {policies} from "../../../loaders/site/policies.js";
import {loadTables} from "../../../loaders/tables.js";
import {explain, verdictWords} from "../../../src/waybill/check/findingWords.js";
import {wordsBy} from "../../../src/waybill/model/article.js";
import type {Article} from "../../../src/waybill/model/figure.js";
import {launchBrowser} from "../../browser/launch.js";
import {problemsOf} from "../../browser/problemsOf.js";
import {type Served, serveFolder} from "../../browser/serve.js";

const tables = loadTables();
const pairs: {altered: string}[] = JSON.parse(readFileSync("test/story/drafts/seeds.json", "utf8"));
let browser: Browser;
let site: Served;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder("dist", {headers: () => ({"content-security-policy": policies.page})});
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

describe("/check", () => {
  it("says of every figure what the command says, by the same sentences, and asks nobody", async () => {
    const page = await browser.newPage();
    const problems = problemsOf(page);
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET" || !request.url().startsWith(site.origin)) sent.push(request.url());
    });
    await page.goto(`${site.origin}/check`);
    // The articles' own words, a number changed, and one that nobody has.
    const told = tables.texts[0].text.split("\n\n").slice(0, 4).join("\n\n");
    // And what was true, with buyer, state or thing altered.
    const altered = pairs.map((pair) => pair.altered).join(" ");
    const text = `${told}\n\n${told.replace(/\d+/, "4711")}\n\n${altered}\n\nThe choir has 318 singers & <b>9 cats</b>.`;
    const expected = checkDraft({text, published: null, language: "en"} as Article, tables);
    expect(new Set(expected.map(({verdict}) => verdict)).size).toBeGreaterThan(1);
    await page.getByLabel("The draft").fill(text);
    await page.getByRole("button", {name: "Check"}).click();
    await page.locator(".check-status").getByText(`${expected.length} figures`).waitFor();
    const shown = await page.locator(".check-findings li").evaluateAll((items) =>
      items.map((item) => ({
        exact: item.querySelector("mark")!.textContent,
        verdict: item.querySelector(".check-verdict")!.textContent,
        compared: [...item.querySelectorAll(".check-compared")].map((line) => line.textContent),
        by: item.querySelector("a")?.textContent ?? null,
        href: item.querySelector("a")?.getAttribute("href") ?? null,
      })),
    );
    expect(shown).toEqual(
      expected.map((finding) => ({
        exact: finding.figure.exact,
        verdict: verdictWords[finding.verdict],
        compared: explain(finding),
        by:
          finding.against &&
          wordsBy(
            tables.articles.find(({article_id}) => article_id === finding.against!.article_id) as never,
          ),
        href: finding.against && `./sources/${finding.against.article_id}.html#${finding.against.figure_id}`,
      })),
    );
    const command = expected.map((finding) =>
      findingText({text, file: "draft.html"} as Article, finding, tables),
    );
    for (const [i, {compared}] of shown.entries())
      for (const line of compared) expect(command[i]).toContain(line!);
    expect(sent).toEqual([]);
    expect(problems).toEqual([]);
    await page.getByLabel("The draft").fill("Nothing is counted here.");
    await page.getByRole("button", {name: "Check"}).click();
    await page.getByText("No figure was found in this draft.").waitFor();
    await page.close();
  });

  it("reads in a thread of its own, says how far it is, and can be stopped", async () => {
    const page = await browser.newPage();
    const problems = problemsOf(page);
    await page.goto(`${site.origin}/check`);
    const [, worker] = await Promise.all([
      (async () => {
        await page.getByLabel("The draft").fill("Ondal sold 70 barges to Kenya in May 2021.");
        await page.getByRole("button", {name: "Check"}).click();
      })(),
      page.waitForEvent("worker"),
    ]);
    expect(new URL(worker.url()).pathname).toBe("/lib/parser.js");
    await page.getByText("1 figure: ").waitFor();
    // What the page itself loaded has no parser in it.
    const inPage = await page.evaluate(() => performance.getEntriesByType("resource").map(({name}) => name));
    expect(inPage.filter((name) => name.includes("english.bin.gz"))).toEqual([]);

    // The bar moves while a longer draft is read.
    await page.evaluate(() => {
      const seen: number[] = Object.assign(globalThis, {seen: []}).seen;
      const bar = document.querySelector<HTMLProgressElement>(".check-work progress")!;
      new MutationObserver(() => seen.push(bar.value)).observe(bar, {attributeFilter: ["value"]});
    });
    const count = 150;
    const sentences = Array.from({length: count}, (_, n) => `Ondal sold ${n + 10} barges to Kenya.`);
    await page.getByLabel("The draft").fill(sentences.join(" "));
    await page.getByRole("button", {name: "Check"}).click();
    await page.getByText(`${count} figures: `).waitFor();
    await expect.poll(() => page.locator(".check-findings li").count()).toBe(count);
    const shares = await page.evaluate(() => (globalThis as unknown as {seen: number[]}).seen);
    expect(shares.some((share) => share > 0 && share < 1)).toBe(true);
    await page.close();

    // Stopped while it waits for its grammar, which does not come here; another draft goes on.
    const other = await browser.newPage();
    let isHeld = true;
    await other.route("**/english.bin.gz*", async (route) => {
      if (!isHeld) await route.continue();
    });
    await other.goto(`${site.origin}/check`);
    await other.getByLabel("The draft").fill(sentences[0]);
    const [thread] = await Promise.all([
      other.waitForEvent("worker"),
      other.getByRole("button", {name: "Check"}).click(),
    ]);
    const stop = other.getByRole("button", {name: "Stop"});
    await Promise.all([thread.waitForEvent("close"), stop.click()]);
    await other.getByText("Stopped.").waitFor();
    expect(await stop.isVisible()).toBe(false);
    expect(await other.evaluate(() => document.activeElement?.textContent)).toBe("Check");
    isHeld = false;
    await other.getByRole("button", {name: "Check"}).click();
    await other.getByText("1 figure: ").waitFor();
    expect(problems).toEqual([]);
    await other.close();
  });
});
