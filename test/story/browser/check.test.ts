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
});
