import type {Browser, Page} from "playwright-core";
import {describe, expect, it, onTestFinished} from "vitest";
import {browser, site} from "../../browser/openSite.js";
import {problemsOf} from "../../browser/problemsOf.js";
import {charts} from "../../charts/everyChart.js";

async function open(address: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}, ...options});
  const problems = problemsOf(page);
  onTestFinished(async () => {
    await page.close();
    expect(problems).toEqual([]);
  });
  await page.goto(site.origin + address, {waitUntil: "networkidle"});
  return page;
}

/** What stands and what is pale, in the tables and in the drawings of every chart. */
const standing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("figure.chart")].map((figure) => {
      const rows = (selector: string) =>
        [
          ...new Set([...figure.querySelectorAll<HTMLElement>(selector)].map(({dataset}) => dataset.row)),
        ].sort();
      return {
        lines: rows("tr[data-row]:not(.is-dim)"),
        marks: rows(".drawing a[data-row]:not(.is-dim)"),
        says: figure.dataset.standing,
      };
    }),
  );
const told = (page: Page) => page.locator(".follow-bar output").textContent();
const chip = (page: Page, group: string, n = 0) => page.locator(`.follow input[name="${group}"]`).nth(n);

describe("following one thing through the charts of a page", () => {
  it("dims the rest in every chart and table, several at once, and says how many marks stand", async () => {
    const page = await open("/");
    const before = await standing(page);
    expect(before).toHaveLength(charts.length);
    await page.locator(".follow summary").click();
    await chip(page, "country", 1).locator("..").click();
    const value = await chip(page, "country", 1).inputValue();
    expect(new URL(page.url()).searchParams.getAll("country")).toEqual([value]);
    const one = await standing(page);
    const count = one.flatMap(({lines}) => lines).length;
    expect(count).toBe(Number(await chip(page, "country", 1).locator("..").locator("small").textContent()));
    expect(await told(page)).toContain(`${count} of ${before.flatMap(({lines}) => lines).length} marks`);
    for (const [i, {lines, marks, says}] of one.entries()) {
      expect(marks).toEqual(lines);
      expect(says).toBe(`${lines.length} of ${before[i].lines.length} marks`);
    }
    // Another of the same group adds to it, one of another group takes from it.
    await chip(page, "country", 0).locator("..").click();
    const both = (await standing(page)).flatMap(({lines}) => lines).length;
    expect(both).toBeGreaterThan(count);
    await chip(page, "status").locator("..").click();
    expect((await standing(page)).flatMap(({lines}) => lines).length).toBeLessThan(both);
    // A pale mark is a link yet.
    expect(await page.locator(".drawing a.is-dim[href]").count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    expect((await standing(page)).map(({lines}) => lines)).toEqual(before.map(({lines}) => lines));
    expect(new URL(page.url()).search).toBe("");
  });

  it("is in the address: for who opens it, loads it anew, or comes back", async () => {
    const first = await open("/");
    const value = await chip(first, "country", 2).inputValue();
    const page = await open(`/?country=${value}&country=nowhere`);
    const chosen = await told(page);
    expect(chosen).toMatch(/: [1-9]\d* of/);
    await page.reload({waitUntil: "networkidle"});
    expect(await told(page)).toBe(chosen);
    await page.locator(".site-sections a").first().click();
    await page.waitForURL(/charts/);
    await page.goBack({waitUntil: "networkidle"});
    await expect.poll(() => told(page)).toBe(chosen);
  });

  it("goes by keyboard alone, from a mark's panel too, and what is chosen there outlives the panel", async () => {
    const page = await open("/");
    await page.locator(".skip").focus();
    for (let i = 0; !(await page.evaluate(() => document.activeElement!.matches(".drawing a"))); i++) {
      expect(i).toBeLessThan(60);
      await page.keyboard.press("Tab");
    }
    const address = page.url();
    await page.keyboard.press("Enter");
    const button = page.locator(".source-panel .follow-topics button").last();
    await button.focus();
    await page.keyboard.press("Space");
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    expect(
      await page.locator(".follow-bar output").evaluate((output) => output.ariaLive ?? output.tagName),
    ).toBeTruthy();
    const chosen = await told(page);
    expect(chosen).toMatch(/ marks on this page$/);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".source-panel").count()).toBe(0);
    await expect.poll(() => page.url()).toMatch(/\?[^#]*$/);
    expect(await told(page)).toBe(chosen);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).toBe(address);
  });

  it("shows nothing of itself without a script", async () => {
    const page = await open("/?country=china", {javaScriptEnabled: false});
    expect(await page.locator(".follow").isVisible()).toBe(false);
    expect(await page.locator(".is-dim, .follow-bar").count()).toBe(0);
  });
});

describe("the panel of a mark in the address", () => {
  it("opens from a link, closes by Back, and leaves no trace when it is closed", async () => {
    const page = await open("/");
    const mark = page.locator("#chart-money .drawing:visible a[data-row='1']");
    await mark.locator("path").first().click();
    const shared = page.url();
    expect(shared).toMatch(/#chart-money:/);
    const heading = await page.locator(".source-panel h2").textContent();
    await page.goBack();
    await expect.poll(() => page.locator(".source-panel").count()).toBe(0);
    await page.goForward();
    await expect.poll(() => page.locator(".source-panel h2").textContent()).toBe(heading);
    await page.locator(".source-panel-close").click();
    await expect.poll(() => page.url()).toBe(`${site.origin}/`);

    const other = await open(shared.slice(site.origin.length));
    expect(await other.locator(".source-panel h2").textContent()).toBe(heading);
    expect(await other.locator("#chart-money .source-panel").isVisible()).toBe(true);
    await other.locator(".source-panel-close").click();
    expect(new URL(other.url()).hash).toBe("");
  });

  it("leads to the chart where the mark has gone", async () => {
    const page = await open("/#chart-money:gone");
    expect(await page.locator(".source-panel").count()).toBe(0);
    expect((await page.locator("#chart-money").boundingBox())!.y).toBeLessThan(100);
  });

  it("has an address of its own for every mark", async () => {
    const page = await open("/");
    const seen = new Map<string, string>();
    for (const mark of await page.locator(".drawing-960 a[data-row]").all()) {
      await mark.evaluate((link) =>
        link.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true})),
      );
      const name = (await mark.getAttribute("aria-label"))!;
      expect(seen.get(page.url()), page.url()).toBeUndefined();
      seen.set(page.url(), name);
    }
    const [address, name] = [...seen].at(-1)!;
    const other = await open(address.slice(site.origin.length));
    expect(await other.locator("a.is-open:visible").getAttribute("aria-label")).toBe(name);
  });
});

describe("a chart for who goes by keyboard", () => {
  it("is one stop, and arrows walk its marks", async () => {
    const page = await open("/");
    await page.keyboard.press("Tab");
    const stops = await page
      .locator(".drawing:visible")
      .evaluateAll((drawings) =>
        drawings.map((drawing) => drawing.querySelectorAll('a:not([tabindex="-1"])').length),
      );
    expect(new Set(stops)).toEqual(new Set([1]));
    const row = () => page.evaluate(() => (document.activeElement as HTMLElement | SVGElement).dataset.row);
    const marks = page.locator("#chart-agreement .drawing:visible a[data-row]");
    await marks.first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    expect(await row()).toBe(await marks.nth(2).getAttribute("data-row"));
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement!.closest(".drawing"))).toBeNull();
    await page.keyboard.press("Shift+Tab");
    expect(await row()).toBe(await marks.nth(1).getAttribute("data-row"));
    await page.keyboard.press("End");
    expect(await row()).toBe(await marks.last().getAttribute("data-row"));
  });
});

describe("the theme", () => {
  const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  it("is the reader's over pages and in print none, from the first paint, under a strict policy", async () => {
    const context = await browser.newContext({colorScheme: "light"});
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(`${site.origin}/`, {waitUntil: "networkidle"});
    const light = await paper(page);
    await page.locator(".site-theme select").selectOption("dark");
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    const paint = () =>
      page
        .locator(".drawing:visible svg text")
        .first()
        .evaluate((text) => getComputedStyle(text).fill);
    const ink = await paint();
    await page.emulateMedia({colorScheme: "dark"});
    expect(await paper(page)).toBe(dark);
    expect(await paint()).toBe(ink);
    await page.locator(".site-theme select").selectOption("light");
    expect(await paper(page)).toBe(light);

    // The theme is there in the first frame, however late it comes: none can have had the other.
    await page.addInitScript(() =>
      requestAnimationFrame(() =>
        Object.assign(globalThis, {firstTheme: document.documentElement.dataset.theme}),
      ),
    );
    await page.route(/\/lib\/theme\.js/, async (route) => {
      await new Promise((done) => setTimeout(done, 700));
      await route.continue();
    });
    await page.goto(`${site.origin}/sources/`, {waitUntil: "networkidle"});
    expect(await page.evaluate(() => (globalThis as unknown as {firstTheme: string}).firstTheme)).toBe(
      "light",
    );
    expect(await page.locator(".site-theme select").inputValue()).toBe("light");
    expect(await paper(page)).toBe(light);
    await page.goto(`${site.origin}/charts/`, {waitUntil: "networkidle"});
    const picture = page.locator(".gallery img").first();
    expect(await picture.evaluate((image: HTMLImageElement) => image.currentSrc)).not.toContain("-dark");
    await page.locator(".site-theme select").selectOption("dark");
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.currentSrc))
      .toContain("-dark");
    await page.emulateMedia({media: "print"});
    expect(
      await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--chart-paper")),
    ).toBe("#ffffff");
    await page.emulateMedia({media: "screen", colorScheme: "light"});
    await page.locator(".site-theme select").selectOption("");
    expect(await paper(page)).toBe(light);
  });

  it("is that of the embed that a chart's page shows", async () => {
    const page = await open("/charts/money", {colorScheme: "light"});
    await page.locator(".site-theme select").selectOption("dark");
    const embed = page.frameLocator(".desk-preview iframe").locator(".waybill");
    await page.locator("#use-web summary").click();
    await page
      .locator("#use-web")
      .getByLabel(/either, as/)
      .check();
    await page.locator(".desk-preview").scrollIntoViewIfNeeded();
    await embed.waitFor();
    const scheme = () => embed.evaluate((main) => getComputedStyle(main).colorScheme);
    await expect.poll(scheme).toBe("dark");
    await page.locator(".site-theme select").selectOption("");
    await expect.poll(scheme).not.toBe("dark");
  });

  it("is offered to nobody without a script", async () => {
    const page = await open("/", {javaScriptEnabled: false});
    expect(await page.locator(".site-theme").isVisible()).toBe(false);
  });
});

describe("what is picked out", () => {
  const links = (page: Page, selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).search));

  it("goes along to other pages with charts and back, and no further; undone, it leaves no trace", async () => {
    const page = await open("/");
    const addresses = () => page.evaluate(() => [...document.links].map(({href}) => href));
    const before = await addresses();
    await chip(page, "country", 1).locator("..").click();
    const value = await chip(page, "country", 1).inputValue();
    const asked = `?country=${value}`;
    expect(new Set(await links(page, ".chart-page"))).toEqual(new Set([asked]));
    expect(await links(page, '.site-sections a[href*="explore"]')).toEqual([""]);
    expect(await links(page, "a[download]")).not.toContain(asked);
    const away = await page.locator("#chart-money .statement a").first().getAttribute("href");
    await page.goto(new URL(away!, page.url()).href, {waitUntil: "networkidle"});
    expect(new Set(await links(page, ".site-name"))).toEqual(new Set([asked]));
    await page.locator(".site-name").click();
    await expect.poll(() => told(page)).toMatch(/ marks on this page$/);
    await page.locator("#chart-money .chart-page").click();
    await page.waitForURL(/charts\/money.*\?country=/);
    await expect.poll(() => told(page)).toMatch(/: \d+ of \d+ marks/);
    await page.goBack({waitUntil: "networkidle"});
    await page.locator(".follow-bar").getByRole("button", {name: "Show all"}).click();
    expect(await addresses()).toEqual(before.map((href) => href.replace(/\?country=[^#]*/, "")));
  });

  it("can be copied as a link, and so can an open panel", async () => {
    const page = await open("/?country=china");
    await page.evaluate(() =>
      Object.defineProperty(navigator, "clipboard", {
        value: {writeText: async (text: string) => void Object.assign(window, {copied: text})},
      }),
    );
    const copied = () => page.evaluate(() => (window as unknown as {copied: string}).copied);
    await page.locator(".follow-bar").getByRole("button", {name: "Copy link"}).click();
    expect(await copied()).toBe(`${site.origin}/?country=china`);
    await page.locator("#chart-money .drawing:visible a[data-row='1'] path").first().click();
    await page.locator(".source-panel").getByRole("button", {name: "Copy link"}).click();
    expect(await copied()).toBe(page.url());
    expect(await copied()).toMatch(/\?country=china#chart-money:/);
  });

  it("is walked mark by mark, by button and by key, over all charts, and said", async () => {
    const page = await open("/?country=taiwan");
    const bar = page.locator(".follow-bar");
    const at = () =>
      page.evaluate(() => {
        const {activeElement: mark} = document;
        return `${mark!.closest("figure")?.id} ${(mark as SVGElement).dataset.row}`;
      });
    const standing = await page
      .locator(".drawing:visible a[data-row]:not(.is-dim)")
      .evaluateAll((marks) =>
        marks.map((mark) => `${mark.closest("figure")!.id} ${(mark as SVGElement).dataset.row}`),
      );
    expect(new Set(standing.map((mark) => mark.split(" ")[0])).size).toBeGreaterThan(1);
    const seen: string[] = [];
    for (const n of standing.keys()) {
      await bar.getByRole("button", {name: "Next mark"}).click();
      seen.push(await at());
      expect(await told(page)).toBe(`Mark ${n + 1} of the ${standing.length} that stand`);
    }
    expect(seen).toEqual(standing);
    expect(await page.locator(".chart-tip").isVisible()).toBe(true);
    await bar.getByRole("button", {name: "Next mark"}).click();
    expect(await at()).toBe(standing.at(-1));
    await page.keyboard.press("Shift+ArrowLeft");
    expect(await at()).toBe(standing.at(-2));
    // From an open panel to the next one's.
    await page.keyboard.press("Enter");
    const heading = page.locator(".source-panel h2");
    const first = await heading.textContent();
    await page.keyboard.press("Shift+ArrowRight");
    expect(await heading.textContent()).not.toBe(first);
    expect(await heading.evaluate((h2) => h2 === document.activeElement)).toBe(true);
  });
});

describe("a number in the text", () => {
  it("opens the panel that its mark opens, below it, and gives the focus back", async () => {
    const page = await open("/");
    const number = page.locator("a.figure-link", {hasText: /^63$/}).first();
    await number.click();
    const panel = page.locator(".source-panel");
    const read = async () => [
      await panel.locator("h2").textContent(),
      await panel.locator(".statement").allTextContents(),
    ];
    const inText = await read();
    expect(inText[1]!.length).toBeGreaterThan(1);
    const [below, above] = [(await panel.boundingBox())!.y, (await number.boundingBox())!.y];
    expect(below).toBeGreaterThan(above);
    await page.keyboard.press("Escape");
    expect(await panel.count()).toBe(0);
    expect(await number.evaluate((link) => link === document.activeElement)).toBe(true);
    const id = (await number.getAttribute("href"))!.split("#")[1];
    await page.locator(`.drawing:visible a[data-stands-on~="${id}"]`).first().focus();
    await page.keyboard.press("Enter");
    const [heading, statements] = await read();
    expect(heading).toBe(inText[0]);
    expect([...statements!].sort()).toEqual([...inText[1]!].sort());
    // What the number says comes first.
    const tell63 = (all: typeof statements) => (all as string[]).map((words) => words.includes("63"));
    expect(tell63(statements)[0]).toBe(false);
    expect(tell63(inText[1])).toEqual([...tell63(statements)].sort().reverse());
  });

  it("leads to its sentence where no chart of the page has it", async () => {
    const page = await open("/");
    const number = page.locator("a.figure-link", {hasText: /^63$/}).first();
    await page.evaluate(() => {
      for (const mark of document.querySelectorAll("[data-stands-on]"))
        mark.removeAttribute("data-stands-on");
    });
    await number.click();
    await page.waitForURL(/sources\/.*#/);
  });
});
