import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launchBrowser} from "../../browser/launch.js";
import {type Served, serveFolder} from "../../browser/serve.js";

let browser: Browser;
let site: Served;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder("dist");
  page = await browser.newPage({viewport: {width: 1280, height: 900}});
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: {
        async writeText(text: string) {
          Object.assign(window, {copied: text});
        },
      },
    });
  });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

const copied = (): Promise<string> => page.evaluate(() => (window as unknown as {copied: string}).copied);

describe("what a reader copies", () => {
  it("is a chart's words and the address of its page; without scripts both stand there", async () => {
    await page.goto(`${site.origin}/`);
    const cite = page.locator("#chart-ceramics .chart-cite");
    await cite.locator("summary").click();
    await cite.getByRole("button").click();
    expect(await copied()).toMatch(/^Waybill: “.+69%”\. Chart page: http:.+\/charts\/ceramics\.html$/);
    const plain = await browser.newPage({javaScriptEnabled: false});
    await plain.goto(`${site.origin}/`);
    await plain.locator("#chart-ceramics .chart-cite summary").click();
    expect(await plain.locator("#chart-ceramics .chart-cite a").getAttribute("href")).toBe(
      "./charts/ceramics.html",
    );
    expect(await plain.locator("[data-copy]").filter({visible: true}).count()).toBe(0);
    await plain.close();
  });

  it("is in a panel the mark's words, with what is said against it, its sentence once", async () => {
    await page.goto(`${site.origin}/`);
    const mark = page.locator("#chart-ceramics .drawing a[data-row]").filter({visible: true}).first();
    await mark.focus();
    await page.keyboard.press("Enter");
    const panel = page.locator(".source-panel");
    expect(await panel.locator(".statement").count()).toBe(1);
    expect(await panel.locator(".statement mark").allTextContents()).toEqual([
      "69%",
      "more than $225 million",
    ]);
    expect(await panel.locator(".chart-caveats").textContent()).toMatch(/^The other side: .*denies/);
    expect(await panel.textContent()).toContain("One source: Politico. No report here that is independent");
    await panel.getByRole("button", {name: "Copy citation"}).click();
    expect(await copied()).toMatch(/^more than \$225 million.+reported by .+ http:.+\/sources\/.+#.+$/);
    // Its words once: what is drawn at the mark says them again.
    expect(await copied()).not.toContain("On the chart");
    expect((await copied()).match(/225/g)).toHaveLength(2);
  });

  it("is on every page a report of an error: the page, the sentence, the version", async () => {
    await page.goto(`${site.origin}/sources/rt-machine-tools#rt-machine-tools-63-shipments-87f39`);
    await page.locator("#observablehq-footer").getByRole("button", {name: "Copy an error report"}).click();
    const report = await copied();
    expect(report).toContain(page.url());
    expect(report).toContain("63 shipments");
    expect(report).toMatch(/version \S+\n/);
    for (const path of ["/", "/claims/", "/charts/", "/method", "/404"]) {
      await page.goto(site.origin + path);
      expect(await page.getByRole("button", {name: "Copy an error report"}).count(), path).toBeGreaterThan(0);
    }
  });

  it("has a way from the standfirst to each section of the story", async () => {
    await page.goto(`${site.origin}/`);
    const links = page.locator("nav.contents a");
    expect(await links.allTextContents()).toEqual(await page.locator("main h2").allTextContents());
    await links.filter({hasText: "not known"}).click();
    await page.locator("h2#what-is-not-known").waitFor();
    expect(
      await page.locator("h2#what-is-not-known").evaluate((h) => h.getBoundingClientRect().top),
    ).toBeLessThan(300);
  });
});
