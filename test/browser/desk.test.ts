import {readdirSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {schemaName} from "../../loaders/graphics/jsonSchema.js";
import {charts} from "../../src/charts/index.js";
import {launchBrowser} from "./launch.js";
import {serveFolder, servePages} from "./serve.js";

let browser: Browser;
let site: {origin: string; close: () => void};

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder("dist", {headers: () => ({"access-control-allow-origin": "*"})});
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function openDesk(id: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, javaScriptEnabled});
  await context.grantPermissions(["clipboard-read", "clipboard-write"], {origin: site.origin});
  const page = await context.newPage();
  await page.goto(`${site.origin}/charts/${id}`, {waitUntil: "networkidle"});
  return page;
}

/** The codes as they are where the site's address is that of the server here. */
const codesOf = async (page: Page): Promise<string[]> => {
  const codes = await page.locator(".desk-code .code:visible .copy-text").allTextContents();
  return codes.map((code) => code.replaceAll("https://example.org/waybill/", `${site.origin}/`));
};

describe("the desk of a chart", () => {
  it("writes no address of this machine into the codes, says what is to be set, and copies them", async () => {
    const page = await openDesk("ceramics");
    const codes = await page.locator(".desk-code .code:visible .copy-text").allTextContents();
    expect(codes).toHaveLength(6);
    for (const code of codes) expect(code).not.toContain(site.origin);
    expect(await page.locator("[data-unknown-site]").textContent()).toMatch(
      /address is not set.*npm run build -- --url/,
    );
    await page.locator(".desk-code .copy").first().click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes[0]);
    await page.locator(".desk-words .copy").first().click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^More than \$225 million of ceramics/,
    );
    await page.context().close();
  });

  it("names addresses that are there in every code, in every theme", async () => {
    const page = await openDesk("drones");
    for (const theme of ["auto", "light", "dark"]) {
      await page.locator(`.desk-choices [value=${theme}]`).check();
      const addresses = (await codesOf(page)).flatMap((code) => code.match(/http:[^\s"')]+/g) ?? []);
      expect(addresses.length).toBeGreaterThan(8);
      for (const address of new Set(addresses))
        expect((await page.request.get(address)).status(), address).toBe(200);
    }
    await page.context().close();
  });

  it("shows the embed at the chosen width and theme, as tall as it is", async () => {
    const page = await openDesk("money");
    for (const width of [320, 480, 640, 960]) {
      await page.locator(`.desk-choices [value="${width}"]`).check();
      await page.locator(".desk-choices [value=dark]").check();
      const element = (await page.locator(".desk-preview iframe").elementHandle())!;
      const frame = (await element.contentFrame())!;
      await frame.waitForSelector("figure");
      expect(frame.url()).toBe(`${site.origin}/embed/money-dark.html`);
      const [given, needed] = [
        (await element.boundingBox())!,
        await frame.evaluate(() => document.documentElement.getBoundingClientRect().height),
      ];
      expect(given.width).toBe(width);
      expect(given.height - needed, `${width} px`).toBeGreaterThanOrEqual(0);
      expect(given.height - needed, `${width} px`).toBeLessThan(4);
    }
    await page.context().close();
  });

  it("gives codes that render on another site as they are", async () => {
    const desk = await openDesk("ceramics");
    const [frame, element, image] = await codesOf(desk);
    await desk.context().close();
    const pages = new Map(
      Object.entries({frame, element, image}).map(([name, code]) => [
        `/${name}`,
        {
          html: `<!doctype html><html lang="en"><title>${name}</title><body><p>before</p>${code}<p>after</p></body></html>`,
        },
      ]),
    );
    const host = await servePages(pages);
    const page = await browser.newPage();
    await page.goto(`${host.origin}/frame`);
    const embedded = (await (await page.locator("iframe").elementHandle())!.contentFrame())!;
    await embedded.waitForSelector(".drawing svg a", {state: "attached"});
    await page.goto(`${host.origin}/element`);
    await page.waitForFunction(
      () => document.querySelector("waybill-chart")?.shadowRoot?.querySelector(".drawing svg a") != null,
    );
    await page.goto(`${host.origin}/image`, {waitUntil: "load"});
    const picture = page.locator("img");
    expect(await picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(688);
    expect(await picture.getAttribute("alt")).toMatch(/^More than \$225 million of ceramics/);
    await page.close();
    host.close();
  });

  it("gives codes that can be selected, and says what stands for the address, without a script", async () => {
    const page = await openDesk("ceramics", false);
    expect(await codesOf(page)).toHaveLength(6);
    expect(await page.locator("[data-unknown-site]").isVisible()).toBe(true);
    expect(await page.locator(".desk .copy:visible, .desk-choices:visible").count()).toBe(0);
    await page.context().close();
  });
});

describe("the gallery", () => {
  // What a server below a path would send: the same folder under a prefix.
  it.each(["", "/some/path"])("lists every graphic, and each link answers, under %s/", async (prefix) => {
    const served = await serveFolder("dist", {prefix});
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${served.origin}${prefix}/charts/`, {waitUntil: "networkidle"});
    const links = await page
      .locator(".gallery a")
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    const files = new Set(
      links.filter((href) => href.includes("/graphics/")).map((href) => href.split("/").pop()),
    );
    // The schema of the JSON files belongs to no chart.
    const made = readdirSync("dist/graphics").filter((name) => name !== schemaName);
    expect([...files].sort()).toEqual(made.sort());
    expect(files.size).toBe(charts.length * 15);
    for (const href of links) {
      expect(href.startsWith(`${served.origin}${prefix}/`), href).toBe(true);
      expect((await page.request.get(href)).status(), href).toBe(200);
    }
    const broken = await page
      .locator(".gallery img")
      .evaluateAll(
        (images) => images.filter((image) => !(image as HTMLImageElement).getAttribute("src")).length,
      );
    expect(broken).toBe(0);
    await context.close();
    served.close();
  });
});
