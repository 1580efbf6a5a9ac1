import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {elementCode} from "../../../src/waybill/embed/codes.js";
import {hostileStyle} from "../../browser/hostPlaces.js";
import {codeOf, embeds, ids, site, visitHost} from "./embedHost.js";

describe("<waybill-chart>", () => {
  const chart = (page: Page, nth = 0) => page.locator("waybill-chart").nth(nth);

  it.each(ids)("%s: puts the figure into the page, with links to the site", async (id) => {
    const {page, context, problems, foreign} = await visitHost(elementCode(codeOf(id)));
    await chart(page).locator("figure").waitFor();
    const links = await chart(page)
      .locator("figure a")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href")!));
    for (const href of links) expect(href.startsWith(`${site.origin}/`), href).toBe(true);
    expect(await chart(page).locator(".drawing-624 svg").isVisible()).toBe(true);
    expect({problems, foreign}).toEqual({problems: [], foreign: []});
    await context.close();
  });

  it("looks the same in a host with hostile styles", async () => {
    const read = async (head: string) => {
      const {page, context} = await visitHost(elementCode(codeOf("money")), {head});
      await chart(page).locator("figure").waitFor();
      await page.evaluate(() => document.fonts.ready);
      const seen = await chart(page)
        .locator("p, svg, summary, text")
        .evaluateAll((all) =>
          all.map((e) => {
            const {fontSize, color, textTransform, direction} = getComputedStyle(e);
            const {width, height} = e.getBoundingClientRect();
            return [
              e.tagName,
              fontSize,
              color,
              textTransform,
              direction,
              Math.round(width),
              Math.round(height),
            ].join(" ");
          }),
        );
      await context.close();
      return seen;
    };
    const plain = await read("");
    expect(plain.length).toBeGreaterThan(10);
    expect(await read(hostileStyle)).toEqual(plain);
  });

  it("shows the image inside until then, and for good if nothing else comes", async () => {
    for (const [visit, code] of [
      [{javaScript: false}, elementCode(codeOf("ceramics"))],
      [{}, elementCode(codeOf("ceramics")).replace('name="ceramics"', 'name="no-such-chart"')],
      [{}, elementCode(codeOf("ceramics")).replace('name="ceramics"', 'name="../../x"')],
    ] as const) {
      const {page, context} = await visitHost(code, visit);
      const image = page.locator("waybill-chart img");
      expect(await image.isVisible()).toBe(true);
      expect(await image.getAttribute("alt")).toBe(embeds.get("ceramics")!.alt);
      expect((await image.boundingBox())!.height).toBeGreaterThan(200);
      await context.close();
    }
  });

  it.each([
    ["auto", "light dark", "dark", "rgb(23, 25, 28)"],
    ["auto", "light dark", "light", "rgb(253, 252, 249)"],
    // A host that has no dark side gets a light chart, whatever the reader's machine prefers.
    ["auto", "normal", "dark", "rgb(253, 252, 249)"],
    ["dark", "normal", "light", "rgb(23, 25, 28)"],
    ["light", "light dark", "dark", "rgb(253, 252, 249)"],
  ] as const)(
    "theme %s in a host of scheme %s, with %s preferred, is on %s",
    async (theme, scheme, colorScheme, expected) => {
      const {page, context} = await visitHost(elementCode({...codeOf("ceramics"), theme}), {
        colorScheme,
        head: `<style>html {color-scheme: ${scheme}}</style>`,
      });
      await chart(page).locator("figure").waitFor();
      expect(
        await chart(page)
          .locator(".waybill")
          .evaluate((e) => getComputedStyle(e).backgroundColor),
      ).toBe(expected);
      await context.close();
    },
  );

  it("prints on one page", async () => {
    const {page, context} = await visitHost(
      `<div style="height:700px">Before</div>${elementCode(codeOf("drones"))}`,
    );
    await chart(page).locator("figure").waitFor();
    await page.locator("a > img").waitFor({state: "hidden"});
    const {getDocument} = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const pdf = await getDocument({data: new Uint8Array(await page.pdf({format: "A4"}))}).promise;
    const pages = await Promise.all(
      Array.from({length: pdf.numPages}, async (_, i) => {
        const {items} = await (await pdf.getPage(i + 1)).getTextContent();
        return items.map((item) => ("str" in item ? item.str : "")).join(" ");
      }),
    );
    const {headline} = embeds.get("drones")!;
    expect(pages.map((text) => text.includes(headline.split(" ")[0]))).toEqual([false, true]);
    expect(pages.map((text) => text.includes("Full chart and data"))).toEqual([false, true]);
    await context.close();
  });

  it("follows its attributes, may be there twice, and may come late", async () => {
    const {page, context, problems} = await visitHost(
      `${elementCode(codeOf("ceramics"))}${elementCode(codeOf("ceramics"))}`,
    );
    await chart(page, 1).locator("figure").waitFor();
    await page.evaluate(() => {
      const [first] = document.querySelectorAll("waybill-chart");
      first.setAttribute("theme", "dark");
      const late = document.createElement("waybill-chart");
      late.setAttribute("name", "drones");
      document.body.append(late);
    });
    await chart(page, 2).locator("figure").waitFor();
    expect(await chart(page, 0).locator(".waybill").getAttribute("class")).toBe("waybill dark");
    expect(await chart(page, 1).locator(".waybill").getAttribute("class")).toBe("waybill auto");
    await page.evaluate(() => document.querySelector("waybill-chart")!.setAttribute("name", "money"));
    await expect
      .poll(() => chart(page, 0).locator(".title").first().textContent())
      .toBe(embeds.get("money")!.headline.replaceAll(/(\d) (million)/g, "$1\u00a0$2"));
    await expect.poll(() => chart(page, 0).locator("figure").count()).toBe(1);
    const {version} = JSON.parse(readFileSync("dist/graphics/money.json", "utf8")).citation;
    await page.evaluate(
      (value) => document.querySelector("waybill-chart")!.setAttribute("version", value),
      version,
    );
    await expect
      .poll(() => chart(page, 0).locator(".version").textContent())
      .toBe(`As printed, version ${version}.`);
    await expect.poll(() => chart(page, 0).locator("figure").count()).toBe(1);
    expect(problems).toEqual([]);
    await context.close();
  });
});
