import {readdirSync} from "node:fs";
import {afterAll, beforeAll, expect, it} from "vitest";
import {policies} from "../../loaders/site/policies.js";
import {charts} from "../embed/charts.js";
import {describeInOthers, expectIn, type OtherBrowser} from "./otherBrowsers.js";
import {type Served, serveFolder} from "./serve.js";

/*
 * The site's own pages in Firefox and WebKit, where these are installed, under the
 * policy that a site may send. No width is below 450 pixels: WebKit's window is never
 * narrower.
 */

let site: Served;
beforeAll(async () => {
  site = await serveFolder("dist", {
    headers: () => ({"content-security-policy": policies.page}),
  });
});
afterAll(() => site?.close());

const [chart] = charts.map(({id}) => id);
const [source] = readdirSync("dist/sources").filter((name) => name !== "index.html");
const pages = [
  "/",
  `/charts/${chart}`,
  "/charts/",
  "/explore",
  "/check",
  "/sources/",
  `/sources/${source}`,
  "/claims/",
  "/method",
  "/search",
];
const [light, dark] = ["rgb(253, 252, 249)", "rgb(23, 25, 28)"];

/** Presses a button, and returns what it has put on the clipboard, pasted into a field of the page. */
async function copied(browser: OtherBrowser, selector: string): Promise<string> {
  await browser.click(selector);
  await expectIn(browser, (found) => document.querySelector(found)!.textContent, selector).toBe("Copied");
  await browser.run(() => {
    const field = document.createElement("textarea");
    field.id = "pasted";
    document.body.prepend(field);
    field.focus();
  });
  await browser.press("Control", "v");
  const pasted = (): string => document.querySelector<HTMLTextAreaElement>("#pasted")!.value;
  await expectIn(browser, pasted).not.toBe("");
  return browser.run(pasted);
}

for (const prefersDark of [false, true])
  describeInOthers(`pages, ${prefersDark ? "dark" : "light"}`, {dark: prefersDark}, (opened) => {
    it.each(pages)("%s fits every width, in its colours", async (page) => {
      const browser = opened();
      for (const width of [480, 768, 1280]) {
        await browser.resize(width, 900);
        await browser.open(site.origin + page);
        const seen = await browser.run(() => {
          const {scrollWidth, clientWidth} = document.documentElement;
          return {
            sideways: scrollWidth - clientWidth,
            ground: getComputedStyle(document.body).backgroundColor,
            heading: document.querySelector("h1")?.textContent?.trim() ?? "",
          };
        });
        expect(seen, `${width} px`).toMatchObject({sideways: 0, ground: prefersDark ? dark : light});
        expect(seen.heading).not.toBe("");
      }
    });
  });

describeInOthers("what pages do", {}, (opened) => {
  it("a chart's page shows one drawing, and its desk copies a code", async () => {
    const browser = opened();
    await browser.resize(1280, 900);
    await browser.open(`${site.origin}/charts/${chart}`);
    const drawings = (): number =>
      [...document.querySelectorAll(".drawing svg")].filter((svg) => svg.getBoundingClientRect().height > 60)
        .length;
    await expectIn(browser, drawings).toBe(1);
    await browser.click("#use-web summary");
    const codes = (): string[] =>
      [...document.querySelectorAll("#use-web .desk-code")]
        .filter((code) => code.getClientRects().length > 0)
        .map((code) => code.querySelector(".copy-text")!.textContent!);
    await expectIn(browser, () => document.querySelector<HTMLDetailsElement>("#use-web")!.open).toBe(true);
    const shown = await browser.run(codes);
    expect(shown).toHaveLength(1);
    expect(await copied(browser, "#use-web .desk-code .copy")).toBe(shown[0]);
  });

  it("a mark shows what it stands on", async () => {
    const browser = opened();
    await browser.open(`${site.origin}/charts/${chart}`);
    await expectIn(browser, () => document.readyState).toBe("complete");
    await browser.click(".drawing svg a[data-row]");
    await expectIn(browser, () => document.querySelector(".has-panel h2")?.textContent ?? "").toMatch(
      /\w{3}/,
    );
  });

  it("/explore finds, and counts what it found", async () => {
    const browser = opened();
    await browser.open(`${site.origin}/explore`);
    await expectIn(browser, () => document.querySelector("form.explore.is-ready") !== null).toBe(true);
    const rows = (): number => document.querySelectorAll("form.explore tbody tr").length;
    const all = await browser.run(rows);
    expect(all).toBeGreaterThan(3);
    await browser.click("form.explore input[type=search]");
    for (const letter of "million") await browser.press(letter);
    await expectIn(browser, rows).toBeLessThan(all);
    expect(await browser.run(rows)).toBeGreaterThan(0);
  });

  it("/check finds a figure in a draft, and says whether an article supports it", async () => {
    const browser = opened();
    await browser.open(`${site.origin}/check`);
    await browser.run(() => {
      document.querySelector("textarea")!.value = "The choir has 318 singers.";
    });
    await browser.click("form button");
    await expectIn(
      browser,
      () => document.querySelector(".check-findings mark")?.textContent ?? "",
    ).toContain("318");
  });
});
