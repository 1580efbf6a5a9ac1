import {readdirSync, readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {policies, policyOf} from "../../loaders/site/policies.js";
import {charts} from "../charts/everyChart.js";
import {launchBrowser} from "./launch.js";
import {type Served, serveFolder} from "./serve.js";

const pages = readdirSync("dist", {recursive: true, encoding: "utf8"})
  .map((file) => `/${file.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".html"))
  .sort();
const policyAt = (page: string): string => policyOf(page, readFileSync(`dist${page}`, "utf8"));

let browser: Browser;
let site: Served;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder("dist", {
    headers: (pathname) =>
      pages.includes(pathname)
        ? {"content-security-policy": policyAt(pathname)}
        : ({} as Record<string, string>),
  });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

let page: Page;
let problems: string[] = [];

beforeAll(async () => {
  page = await browser.newPage({viewport: {width: 1280, height: 900}, colorScheme: "light"});
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("requestfailed", (request) => {
    // What a page was still loading when the next one was opened.
    const {errorText} = request.failure() ?? {};
    if (errorText !== "net::ERR_ABORTED") problems.push(`${errorText}: ${request.url()}`);
  });
  page.on(
    "response",
    (answer) => answer.status() >= 400 && problems.push(`${answer.status()} ${answer.url()}`),
  );
});

/** Opens a page under its policy; what goes wrong in it is in `problems`. */
async function open(address: string): Promise<void> {
  problems = [];
  await page.goto(site.origin + address);
  await page.evaluate(() => document.fonts.ready);
}

describe("under the policy that the README names", () => {
  it("there are pages of every kind", () => {
    expect(pages.filter((page) => policyAt(page) === policies.page).length).toBeGreaterThan(30);
    expect(pages.filter((page) => policyAt(page) === policies.explorer)).toEqual(["/explore.html"]);
  });

  it.each(pages)("%s breaks none of it, and shows what it has", async (address) => {
    await open(address);
    for (const drawings of await page.locator(".drawings").all())
      expect(await drawings.locator("svg:visible").count()).toBe(1);
    const color = await page.evaluate(() => getComputedStyle(document.querySelector("main")!).color);
    expect(color).toBe(address.endsWith("-dark.html") ? "rgb(236, 232, 224)" : "rgb(29, 27, 24)");
    expect(problems).toEqual([]);
  });

  it("/explore.html answers queries", async () => {
    await open("/explore.html?sql=SELECT%206%20*%207%20AS%20answer");
    await page.getByRole("cell", {name: "42"}).waitFor();
    expect(problems).toEqual([]);
  });

  it("tooltip, panel and switches work", async () => {
    const chart = charts.find(({switches}) => switches?.length) ?? charts[0];
    await open(`/charts/${chart.id}.html`);
    const mark = page.locator('.drawing:visible a[data-row="1"]');
    await page.locator('.drawing:visible a[data-row="0"]').focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("tooltip").waitFor();
    await mark.press("Enter");
    const panel = page.getByRole("region", {name: "Source", exact: true});
    expect((await panel.boundingBox())!.x).toBeGreaterThan(0);
    if (chart.switches?.length) {
      const before = await page.locator(".drawings").innerHTML();
      await page.getByLabel(chart.switches[0].values.at(-1)!.label).check();
      await expect.poll(() => page.locator(".drawings").innerHTML()).not.toBe(before);
    }
    expect(problems).toEqual([]);
  });

  it("the desk shows its preview of the embed, as high as it is", async () => {
    await open(`/charts/${charts.at(-1)!.id}.html`);
    const frame = page.locator(".desk-preview iframe");
    await page.locator("#use-web summary").click();
    await frame.scrollIntoViewIfNeeded();
    await frame.contentFrame().locator("svg:visible a").first().waitFor();
    const height = (): Promise<number> => frame.boundingBox().then((box) => box!.height);
    const first = await height();
    expect(first).toBeGreaterThan(200);
    await page.getByLabel("320").check();
    await expect.poll(height).not.toBe(first);
    expect(problems).toEqual([]);
  });
});
