import {readdirSync, readFileSync} from "node:fs";
import {unzipSync} from "fflate";
import type {Browser, Locator, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {mailForms, webForms} from "../../../src/waybill/embed/codeForms.js";
import {bundleComponent} from "../../browser/bundleComponent.js";
import {launchBrowser} from "../../browser/launch.js";
import {serveFolder, servePages} from "../../browser/serve.js";
import {charts} from "../../charts/everyChart.js";

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

/** Text in which the address of the server here stands for the site's. */
const here = (text: string): string => text.replaceAll("https://example.org/waybill/", `${site.origin}/`);

const forms = [...webForms, ...mailForms];

/** Opens a use, which closes the others, and returns it. */
async function openUse(page: Page, use: string): Promise<Locator> {
  const details = page.locator(`#use-${use}`);
  if (!(await details.evaluate((element) => (element as HTMLDetailsElement).open)))
    await details.locator("summary").click();
  return details;
}

/** Chooses a form, and returns its code. */
async function codeOf(page: Page, form: string): Promise<string> {
  const isMail = mailForms.some(({name}) => name === form);
  const use = await openUse(page, isMail ? "mail" : "web");
  if (!isMail) await use.locator("[name=form]").selectOption(form);
  return here((await use.locator(".desk-code:visible .copy-text").textContent()) ?? "");
}

describe("the desk of a chart", () => {
  it("shows one code of one use, names no address of this machine, says what is to be set, and copies", async () => {
    const page = await openDesk("ceramics");
    expect(await page.locator(".desk-use:visible").count()).toBe(5);
    expect(await page.locator(".desk-code:visible").count()).toBe(0);
    await openUse(page, "web");
    expect(await page.locator(".desk-code:visible").count()).toBe(1);
    const code = (await page.locator(".desk-code:visible .copy-text").textContent())!;
    expect(code).not.toContain(site.origin);
    expect(await page.locator("[data-unknown-site]").textContent()).toMatch(
      /address is not set.*npm run build -- --url/,
    );
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.locator(".desk-code:visible .copy").click();
    expect(await copied()).toBe(code);
    await page.getByRole("button", {name: "Copy Caption with credit"}).click();
    expect(await copied()).toMatch(/rose 69%\. Waybill, from reports by/);
    await openUse(page, "print");
    expect(await page.locator(".desk-use[open]").evaluateAll((open) => open.map(({id}) => id))).toEqual([
      "use-print",
    ]);
    expect(await page.locator("#use-print a").allTextContents()).toEqual([
      "PDF, two columns",
      "PDF, one column",
      "SVG, outlines",
    ]);
    await page.context().close();
  });

  it("names addresses that are there in every code, in every theme and version, and for every file", async () => {
    const page = await openDesk("drones");
    const addresses = new Set<string>();
    for (const version of [0, 1])
      for (const theme of ["auto", "light", "dark"])
        for (const {name} of forms) {
          const use = await openUse(page, name === "mail" ? "mail" : "web");
          await use.locator(`[name=theme][value=${theme}]`).check();
          await use.locator("[name=version]").nth(version).check();
          const found = (await codeOf(page, name)).match(/http:[^\s"'\\)]+/g) ?? [];
          expect(found.length, name).toBeGreaterThan(0);
          for (const address of found) addresses.add(address);
        }
    const links = await page
      .locator(".desk a[download], .desk-all a[href*='/v/']")
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    // Sixteen files, their archive, and the page of the version.
    expect(links).toHaveLength(18);
    expect([...addresses].filter((address) => address.includes("/v/")).length).toBeGreaterThan(6);
    for (const address of [...addresses, ...links])
      expect((await page.request.get(address)).status(), address).toBe(200);
    const archive = unzipSync(readFileSync("dist/downloads/drones.zip"));
    const made = readdirSync("dist/graphics").filter((name) => /^drones[-.@]/.test(name));
    expect(Object.keys(archive).sort()).toEqual(made.map((name) => `drones/${name}`).sort());
    for (const name of made)
      expect(readFileSync(`dist/graphics/${name}`).equals(archive[`drones/${name}`]), name).toBe(true);
    await page.context().close();
  });

  it("shows the embed at the chosen width, theme and version, as tall as it is, and fits a phone", async () => {
    const page = await openDesk("money");
    const preview = page.locator(".desk-preview iframe");
    await openUse(page, "web");
    await page.locator("#use-web [name=theme][value=dark]").check();
    const {version} = JSON.parse(readFileSync("dist/graphics/money.json", "utf8")).citation;
    for (const printed of [false, true]) {
      await page
        .locator("#use-web [name=version]")
        .nth(printed ? 1 : 0)
        .check();
      for (const width of [320, 480, 640, 960]) {
        await page.locator(`.desk-preview [value="${width}"]`).check();
        const element = (await preview.elementHandle())!;
        const frame = (await element.contentFrame())!;
        await frame.waitForURL(`${site.origin}/${printed ? `v/${version}` : "embed"}/money-dark.html`);
        await frame.waitForSelector("figure");
        const given = await element.evaluate((e) => [e.clientWidth, e.clientHeight]);
        const needed = await frame.evaluate(() => document.documentElement.getBoundingClientRect().height);
        expect(given[0]).toBe(width);
        expect(given[1] - needed, `${width} px`).toBeGreaterThanOrEqual(0);
        expect(given[1] - needed, `${width} px`).toBeLessThan(4);
        expect(await frame.locator(".version").count()).toBe(printed ? 1 : 0);
      }
    }
    await page.setViewportSize({width: 360, height: 800});
    await expect.poll(async () => (await preview.boundingBox())!.width).toBeLessThanOrEqual(360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.context().close();
  });

  it("gives codes that render on another site as they are", async () => {
    const desk = await openDesk("ceramics");
    const pages = new Map<string, {html: string}>();
    for (const name of ["frame", "element", "image", "mail"])
      pages.set(`/${name}`, {
        html: `<!doctype html><html lang="en"><title>${name}</title><body><p>before</p>${await codeOf(desk, name)}<p>after</p></body></html>`,
      });
    for (const name of ["react", "vue", "svelte"] as const)
      pages.set(`/${name}`, {html: await bundleComponent(name, await codeOf(desk, name))});
    await desk.context().close();
    const host = await servePages(pages);
    const page = await browser.newPage();
    await page.goto(`${host.origin}/frame`);
    const embedded = (await (await page.locator("iframe").elementHandle())!.contentFrame())!;
    await embedded.waitForSelector(".drawing svg a", {state: "attached"});
    for (const name of ["element", "react", "vue", "svelte"]) {
      await page.goto(`${host.origin}/${name}`);
      await page.waitForFunction(
        () => document.querySelector("waybill-chart")?.shadowRoot?.querySelector(".drawing svg a") != null,
      );
    }
    for (const [name, width] of [
      ["image", 688],
      ["mail", 1376],
    ] as const) {
      await page.goto(`${host.origin}/${name}`, {waitUntil: "load"});
      const picture = page.locator("img");
      expect(await picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(width);
      expect(await picture.getAttribute("alt")).toMatch(/^More than \$225 million of ceramics/);
    }
    await page.close();
    host.close();
  });

  it("has every code, file and word, and says what stands for the address, without a script", async () => {
    const page = await openDesk("ceramics", false);
    expect(await page.locator("[data-unknown-site]").isVisible()).toBe(true);
    await openUse(page, "web");
    expect(await page.locator("#use-web .desk-code:visible").count()).toBe(webForms.length);
    await openUse(page, "mail");
    expect(await page.locator("#use-mail .desk-code:visible").count()).toBe(mailForms.length);
    await openUse(page, "data");
    expect(await page.locator("#use-data li:visible").count()).toBe(6);
    expect(await page.locator(".desk .copy:visible, .desk-choices:visible").count()).toBe(0);
    await page.context().close();
  });
});

describe("the gallery", () => {
  // What a server below a path would send: the same folder under a prefix.
  it("has a picture of every chart that leads to its page, under a path too, and can be searched", async () => {
    const prefix = "/some/path";
    const served = await serveFolder("dist", {prefix});
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${served.origin}${prefix}/charts/`, {waitUntil: "networkidle"});
    const links = await page
      .locator(".gallery a")
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    expect(links.sort()).toEqual(charts.map(({id}) => `${served.origin}${prefix}/charts/${id}.html`).sort());
    const pictures = await page
      .locator(".gallery img")
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src));
    expect(pictures).toHaveLength(charts.length);
    for (const address of [...links, ...pictures])
      expect((await page.request.get(address)).status(), address).toBe(200);
    await page.getByRole("searchbox", {name: "Find a chart"}).fill("neither PERIOD ceramics");
    expect(await page.locator(".gallery li:visible").count()).toBe(1);
    expect(await page.locator(".gallery-search output").textContent()).toBe(`1 of ${charts.length}`);
    await page.getByRole("searchbox", {name: "Find a chart"}).fill("no such words");
    expect(await page.locator(".gallery li:visible").count()).toBe(0);
    await page.getByRole("searchbox", {name: "Find a chart"}).fill("");
    expect(await page.locator(".gallery li:visible").count()).toBe(charts.length);
    await context.close();
    served.close();
  });
});
