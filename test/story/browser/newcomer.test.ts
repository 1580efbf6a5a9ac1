import type {BrowserContext, Locator, Page} from "playwright-core";
import {describe, expect, it, onTestFinished} from "vitest";
import {browser, site} from "../../browser/openSite.js";

/*
 * What somebody who comes for the first time, on a phone, wants to know of a number. Each
 * answer is to be had within three taps from the home page; a scroll is none.
 */
const most = 3;

/** A reader who counts taps. */
interface Reader {
  page: Page;
  context: BrowserContext;
  taps: () => number;
  tap: (target: Locator) => Promise<void>;
  copied: () => Promise<string>;
}

async function arrive(): Promise<Reader> {
  const context = await browser.newContext({
    viewport: {width: 390, height: 844},
    isMobile: true,
    hasTouch: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site.origin}/`, {waitUntil: "networkidle"});
  let taps = 0;
  return {
    page,
    context,
    taps: () => taps,
    async tap(target) {
      taps++;
      expect(taps, "taps").toBeLessThanOrEqual(most);
      await target.tap();
    },
    copied: () => page.evaluate(() => navigator.clipboard.readText()),
  };
}

const number = ({page}: Reader, words: string): Locator =>
  page
    .locator("main a.figure-link")
    .filter({hasText: new RegExp(`^${words.replace(" ", "\\s")}$`)})
    .first();
const panel = (page: Page): Locator => page.getByRole("region", {name: "Source", exact: true});

/** Taps a number of the text and returns what then stands in its panel. */
async function ask(reader: Reader, words: string): Promise<string> {
  await reader.tap(number(reader, words));
  await panel(reader.page).waitFor();
  return (await panel(reader.page).textContent())!;
}

describe("a newcomer on a phone learns within three taps", () => {
  it("who says that there were 63 shipments, and that nobody independent confirms it", async () => {
    const said = await ask(await arrive(), "63");
    expect(said).toMatch(/Reported by RT, relaying The Washington Post; Censor\.NET, relaying .*Post/);
    expect(said).toMatch(/One source: The Washington Post\. No report here that is independent of it/);
  });

  it("which sentence says so, first of all, and whether it is a quotation or a note", async () => {
    const reader = await arrive();
    await ask(reader, "63");
    const first = panel(reader.page).locator(".statement").first();
    expect(await first.locator("mark").textContent()).toBe("63 shipments");
    expect(await first.textContent()).toMatch(/our note on a report by RT$/);
    const href = await number(reader, "63").getAttribute("href");
    expect(await first.locator("a").getAttribute("href")).toBe(href);
    await reader.tap(first.locator("a"));
    await reader.page.waitForURL(/\/sources\/.*#/);
    expect(await reader.page.locator(".source-kind").textContent()).toMatch(/\bnote\b/);
    await expect.poll(() => reader.page.locator(":target").isVisible()).toBe(true);
  });

  it("that 69 percent is reported, by one source, and no proven fact", async () => {
    const reader = await arrive();
    const said = await ask(reader, "69 percent");
    expect(said).toMatch(/Reported by Euromaidan Press, relaying Politico\s*One source: Politico/);
    expect(await reader.page.locator("#observablehq-footer").textContent()).toContain(
      "What is reported is not proven.",
    );
  });

  it("what those say whom a number accuses", async () => {
    const reader = await arrive();
    await ask(reader, "63");
    const against = panel(reader.page).locator(".statement.is-against, .chart-caveats");
    expect(await against.first().textContent()).toMatch(/answered that this was not so/);
    const other = await arrive();
    await other.tap(other.page.locator("nav.contents a").filter({hasText: "accused"}));
    const heading = other.page.locator("h2#what-the-accused-say");
    await expect
      .poll(() => heading.evaluate((h) => Math.abs(h.getBoundingClientRect().top)))
      .toBeLessThan(300);
  });

  it("what is not known", async () => {
    const reader = await arrive();
    await reader.tap(reader.page.locator("nav.contents a").filter({hasText: "not known"}));
    const heading = reader.page.locator("h2#what-is-not-known");
    await expect
      .poll(() => heading.evaluate((h) => Math.abs(h.getBoundingClientRect().top)))
      .toBeLessThan(300);
  });

  it.each([
    ["63", "63 shipments", "RT, relaying The Washington Post"],
    ["69 percent", "69%", "Euromaidan Press, relaying Politico"],
  ])("how to cite %s: its sentence, whose it is, and its address", async (words, inside, through) => {
    const reader = await arrive();
    await ask(reader, words);
    const {href} = await number(reader, words).evaluate((link) => ({
      ...{href: (link as HTMLAnchorElement).href},
    }));
    await reader.tap(panel(reader.page).getByRole("button", {name: "Copy citation"}));
    const text = await reader.copied();
    expect(text).toContain(inside);
    expect(text.endsWith(`${through}. ${href}`), text).toBe(true);
  });

  it.each(["63", "69 percent", "114,000 yuan"])("how to share %s: a link that opens at it", async (words) => {
    const reader = await arrive();
    const said = await ask(reader, words);
    await reader.tap(panel(reader.page).getByRole("button", {name: "Copy link"}));
    const page = await reader.context.newPage();
    await page.goto(await reader.copied(), {waitUntil: "networkidle"});
    expect(await panel(page).textContent()).toBe(said.replace("Copied", "Copy link"));
    const box = (await panel(page).boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeLessThan(844);
  });

  it("how to report an error at a number, and where to, though the story names no address", async () => {
    const reader = await arrive();
    await ask(reader, "63");
    const footer = reader.page.locator("#observablehq-footer");
    await reader.tap(footer.getByRole("button", {name: "Copy an error report"}));
    const lines = (await reader.copied()).split("\n");
    expect(lines[0]).toMatch(/^Error in “.+”, version \S+$/);
    expect(lines[1]).toBe(reader.page.url());
    expect(lines[3]).toMatch(
      /^Sent in 63 shipments, .+ our note on a report by RT http:.+#rt-machine-tools-63-shipments/,
    );
    expect(lines.at(-1)).toBe("What is wrong: ");
    expect(lines.join("\n")).not.toMatch(/Copy|Copied|Pick out|×/);
    await reader.tap(footer.getByRole("link", {name: "Where to send it"}));
    await reader.page.waitForURL(/\/method.*#report-an-error$/);
    expect(await reader.page.locator("main").textContent()).toContain(
      "Send your report to whoever showed you",
    );
  });
});
