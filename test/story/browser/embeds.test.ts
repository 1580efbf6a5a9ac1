import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {frameHtml} from "../../../src/waybill/embed/codes.js";
import {heightAt} from "../../../src/waybill/embed/heights.js";
import {serveFolder} from "../../browser/serve.js";
import {chartOf} from "../../embed/charts.js";
import {browser, codeOf, embeds, ids, realHeight, site, visitEmbed, visitHost} from "./embedHost.js";

describe("the height that is known before", () => {
  for (const fontless of [false, true])
    it.each(ids)(
      `%s is as tall as was said, ${fontless ? "without its fonts" : "with its fonts"}`,
      async (id) => {
        const {page, context} = await visitEmbed(`${id}.html`, {fontless});
        const {heights} = embeds.get(id)!;
        for (const width of [
          320, 328, 359, 360, 375, 440, 479, 480, 600, 639, 640, 700, 832, 959, 960, 1200,
        ]) {
          await page.setViewportSize({width, height: 600});
          const spare = heightAt(heights, width) - (await realHeight(page));
          expect(spare, `${width} px`).toBeGreaterThanOrEqual(0);
          expect(spare, `${width} px`).toBeLessThanOrEqual(2.1);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBe(width);
        }
        await context.close();
      },
    );

  it("is the same by CSS, in the code that is handed out", async () => {
    const widths = [300, 320, 328, 359.5, 360, 440, 479.98, 480, 639.98, 640, 700.25, 832, 960, 1100];
    const body = widths.map((w) => `<div style="width:${w}px">${frameHtml(codeOf("routes"))}</div>`).join("");
    const {page, context} = await visitHost(body, {width: 1300});
    const heights = await page
      .locator("iframe")
      .evaluateAll((frames) => frames.map((frame) => frame.getBoundingClientRect().height));
    widths.forEach((width, i) => {
      const known = heightAt(embeds.get("routes")!.heights, width);
      expect(known - heights[i], `${width} px`).toBeGreaterThanOrEqual(-0.1);
      expect(known - heights[i], `${width} px`).toBeLessThanOrEqual(1);
    });
    await context.close();
  });

  it.each(ids)("%s: a font that arrives moves no line and no mark", async (id) => {
    const hostPlaces = async (fontless: boolean, width: number) => {
      const {page, context} = await visitEmbed(`${id}.html`, {width, fontless});
      await page.evaluate(() => document.fonts.ready);
      const result = await page
        .locator("figure > *, figcaption *, li, p, .drawing svg")
        .locator("visible=true")
        .evaluateAll((elements) =>
          elements.map((e) =>
            [e.tagName, Math.round(e.getBoundingClientRect().top), e.clientHeight].join(" "),
          ),
        );
      await context.close();
      return result;
    };
    for (const width of [328, 640])
      expect(await hostPlaces(true, width)).toEqual(await hostPlaces(false, width));
  });
});

describe("/embed/<id>", () => {
  it.each(ids)("%s shows one drawing at each width, with no script, under a strict policy", async (id) => {
    const {page, context, problems, foreign} = await visitEmbed(id, {javaScript: false});
    for (const width of [320, 360, 640, 960]) {
      await page.setViewportSize({width, height: 900});
      const shown = [];
      for (const svg of await page.locator(".drawing svg").all())
        if (await svg.isVisible()) shown.push(await svg.boundingBox());
      expect(shown, `${width} px`).toHaveLength(1);
      expect(shown[0]!.height).toBeGreaterThan(60);
    }
    expect({problems, foreign}).toEqual({problems: [], foreign: []});
    await context.close();
  });

  it("has no letters in its drawing smaller than 11.7 px, in a phone's column", async () => {
    const {page, context} = await visitEmbed("timeline", {width: 328});
    const sizes = await page.locator(".drawing-360 svg").evaluate((svg) => {
      const scale = svg.getBoundingClientRect().width / 360;
      return [...svg.querySelectorAll("text")].map(
        (text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale,
      );
    });
    expect(Math.min(...sizes)).toBeGreaterThan(11.7);
    await context.close();
  });

  it("uses its fonts, and figures that stand below each other", async () => {
    const {page, context} = await visitEmbed("money");
    const used = await page.evaluate(async () => {
      await document.fonts.ready;
      const loaded = [...document.fonts].filter(({status}) => status === "loaded").map(({family}) => family);
      const text = document.querySelector(".drawing-624 text")!;
      const {fontFamily, fontVariantNumeric} = getComputedStyle(text);
      return {loaded: loaded.map((name) => name.replaceAll('"', "")), fontFamily, fontVariantNumeric};
    });
    expect(used.loaded).toEqual(expect.arrayContaining(["Waybill Sans", "Waybill Serif"]));
    expect(used.fontFamily).toContain("Waybill Sans");
    expect(used.fontVariantNumeric).toBe("normal");
    await context.close();
  });

  it.each([
    ["ceramics", "light", "rgb(253, 252, 249)"],
    ["ceramics", "dark", "rgb(23, 25, 28)"],
    ["ceramics-dark", "light", "rgb(23, 25, 28)"],
    ["ceramics-light", "dark", "rgb(253, 252, 249)"],
  ] as const)("%s in a %s scheme stands on %s", async (name, colorScheme, expected) => {
    const {page, context} = await visitEmbed(name, {colorScheme});
    expect(await page.locator(".waybill").evaluate((e) => getComputedStyle(e).backgroundColor)).toBe(
      expected,
    );
    await context.close();
  });

  it.each(["ceramics", "routes", "agreement"])(
    "%s has no fault that axe finds, light and dark",
    async (id) => {
      const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
      for (const colorScheme of ["light", "dark"] as const) {
        const {page, context} = await visitEmbed(id, {width: 360, colorScheme});
        await page.locator("summary").click();
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const {axe} = window as unknown as {
            axe: {run: () => Promise<{violations: {id: string; nodes: {html: string}[]}[]}>};
          };
          return (await axe.run()).violations.map(
            ({id: rule, nodes}) => `${rule}: ${nodes[0].html.slice(0, 200)}`,
          );
        });
        // A figure in a frame has no heading of its own: the host's page has. And a mark's
        // name says in words what its label says in signs, as ≥$133m.
        const meant = /^(?:page-has-heading-one|label-content-name-mismatch):/;
        expect(found.filter((fault) => !meant.test(fault))).toEqual([]);
        await context.close();
      }
    },
  );

  it("works below a path", async () => {
    const below = await serveFolder("dist", {prefix: "/news/waybill"});
    const context = await browser.newContext();
    const page = await context.newPage();
    const failed: string[] = [];
    page.on("response", (response) => response.status() >= 400 && failed.push(response.url()));
    await page.goto(`${below.origin}/news/waybill/embed/drones`, {waitUntil: "networkidle"});
    expect(failed).toEqual([]);
    const [sources] = await Promise.all([
      context.waitForEvent("page"),
      page.locator(".source a").first().click(),
    ]);
    await sources.waitForLoadState();
    expect(sources.url()).toContain(`${below.origin}/news/waybill/sources/`);
    expect(await sources.title()).not.toBe("");
    await context.close();
    below.close();
  });
});

describe("the chart modules", () => {
  it.each(ids)("%s draws on another origin, with its published rows", async (id) => {
    const body = `<div id="a" style="width:700px"></div><div id="b"></div><link rel="stylesheet" href="${site.origin}/charts/waybill.css"><script type="module">
import {draw, rows, title} from "${site.origin}/charts/${id}.js";
draw(document.querySelector("#a"));
document.querySelector("#b").append(draw({width: 360, theme: "dark"}));
document.title = [rows.length, title].join(" ");
</script>`;
    const {page, context, problems, foreign} = await visitHost(body);
    expect(problems).toEqual([]);
    await page.locator("#b svg").waitFor();
    const {rows} = chartOf(id);
    expect(await page.title()).toBe(`${rows.length} ${embeds.get(id)!.title}`);
    const marks = page.locator("#a svg a");
    expect(await marks.count()).toBeGreaterThan(0);
    expect(await page.locator("#a svg").getAttribute("width")).toBe("700");
    for (const href of await marks.evaluateAll((all) => all.map((a) => a.getAttribute("href")!)))
      expect(href).toMatch(new RegExp(`^${site.origin}/sources/[\\w-]+\\.html#`));
    const repeated = await page.evaluate(() => {
      const all = [...document.querySelectorAll("[id]")].map((e) => e.id);
      return all.filter((name, i) => all.indexOf(name) !== i);
    });
    expect({repeated, foreign}).toEqual({repeated: [], foreign: []});
    await context.close();
  });
});
