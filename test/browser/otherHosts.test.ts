import {afterAll, beforeAll, expect, it} from "vitest";
import {embedOf} from "../../loaders/site/embed/embedHtml.js";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables} from "../../loaders/tables.js";
import {elementCode, iframeCode} from "../../src/waybill/embed/codes.js";
import {heightAt} from "../../src/waybill/embed/heights.js";
import {chartOf, charts} from "../embed/charts.js";
import {hostileStyle, hostPlaces} from "./hostPlaces.js";
import {describeInOthers, expectIn, type OtherBrowser} from "./otherBrowsers.js";
import {type Served, serveFolder, servePages} from "./serve.js";

/*
 * The frame and the element in hosts in Firefox and WebKit, where these are
 * installed; test/story/browser has them in Chromium. No width is below 450 pixels:
 * WebKit's window is never narrower. A phone's column is a box in the page.
 */

const statements = statementsOf(loadTables());
const ids = charts.map(({id}) => id);
const embeds = new Map(
  ids.map((id) => {
    const {chart, rows} = chartOf(id);
    return [id, embedOf(chart, rows, statements)];
  }),
);
const [one, two] = ids;

let site: Served;
let host: Served;
const pages = new Map<string, {html: string}>();
beforeAll(async () => {
  site = await serveFolder("dist", {headers: () => ({"access-control-allow-origin": "*"})});
  host = await servePages(pages);
});
afterAll(() => {
  for (const server of [site, host]) server?.close();
});

const codeOf = (id: string) => ({...embeds.get(id)!, id, url: site.origin});

/** What a host page notes from its first moment: errors, messages, and each place where its last line has stood. */
const notes = `<script>
window.problems = []; window.heard = []; window.tops = new Set();
addEventListener("error", (event) => problems.push(event.message ?? String(event.target.src)));
addEventListener("message", (event) => heard.push(JSON.stringify(event.data)));
(function look() {
  const after = document.getElementById("after");
  if (after) tops.add(Math.round(after.getBoundingClientRect().top + scrollY));
  requestAnimationFrame(look);
})();
</script>`;

let written = 0;
async function visit(
  browser: OtherBrowser,
  body: string,
  {width = 800, head = "", attributes = ""}: {width?: number; head?: string; attributes?: string} = {},
): Promise<void> {
  const address = `/page-${++written}`;
  pages.set(address, {
    html: `<!doctype html><html lang="en" ${attributes}><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">${notes}${head}</head><body>${body}<p id="after">After</p></body></html>`,
  });
  await browser.resize(width, 900);
  await browser.open(host.origin + address);
}

interface Noted {
  problems: string[];
  heard: string[];
  tops: Set<number>;
}

const problemsIn = (browser: OtherBrowser): Promise<string[]> =>
  browser.run(() => (window as unknown as Noted).problems);

/** Whether the picture has made way for the frame, or the figure is there with its styles. */
const isShown = (): boolean =>
  [...document.querySelectorAll("a > img")].every((image) => image.getClientRects().length === 0) &&
  [...document.querySelectorAll("waybill-chart")].every(
    (chart) => (chart.shadowRoot?.querySelector("figure")?.getBoundingClientRect().height ?? 0) > 100,
  );

const neededHeight = (): number => document.documentElement.getBoundingClientRect().height;

/** How much room the first frame has more than its page needs. */
async function spareOf(browser: OtherBrowser): Promise<number> {
  const needed = await browser.runInFrame(neededHeight);
  return (await browser.run(() => document.querySelector("iframe")!.clientHeight)) - needed;
}

describeInOthers("hosts", {}, (opened) => {
  it.each(ids)("%s is as tall as was said before it came, at every width", async (id) => {
    const browser = opened();
    const {heights} = embeds.get(id)!;
    for (const width of [320, 359, 360, 479, 480, 600, 640, 832, 960, 1100]) {
      await visit(
        browser,
        `<iframe src="${site.origin}/embed/${id}.html" style="width:${width}px;height:${heightAt(heights, width)}px;border:0"></iframe>`,
        {
          width: 1200,
        },
      );
      await browser.runInFrame(() => document.fonts.ready.then(() => true));
      const spare = heightAt(heights, width) - (await browser.runInFrame(neededHeight));
      expect(spare, `${width} px`).toBeGreaterThanOrEqual(0);
      expect(spare, `${width} px`).toBeLessThanOrEqual(2.1);
      expect(await browser.runInFrame(() => document.documentElement.scrollWidth), `${width} px`).toBe(width);
    }
  });

  for (const width of [480, 1100])
    it(`frame and element are as wide as the place lets them, whatever kind it is, at ${width} px`, async () => {
      const browser = opened();
      for (const [form, code] of [
        ["frame", iframeCode(codeOf(one))],
        ["element", elementCode(codeOf(one))],
      ])
        for (const direction of ["ltr", "rtl"])
          for (const [style, before, after] of hostPlaces) {
            const place = `${form} ${direction} ${before} ${style}`;
            await visit(browser, before + code + after, {
              width,
              head: `<style>${style}</style>`,
              attributes: `dir="${direction}"`,
            });
            await expectIn(browser, isShown).toBe(true);
            const seen = await browser.run(() => {
              const shown =
                document.querySelector("iframe") ??
                document.querySelector("waybill-chart")!.shadowRoot!.querySelector("figure")!;
              const {width: wide, height} = shown.getBoundingClientRect();
              const {scrollWidth, clientWidth} = document.documentElement;
              return {wide, height, sideways: scrollWidth - clientWidth};
            });
            expect(seen.wide, place).toBeGreaterThanOrEqual(300);
            expect(seen.height, place).toBeGreaterThan(200);
            expect(seen.height, place).toBeLessThan(1000);
            expect(seen.sideways, place).toBe(0);
            if (form === "frame") expect(await spareOf(browser), place).toBeGreaterThanOrEqual(-1);
          }
    });

  it("nothing moves when frame and element come, and no error is thrown", async () => {
    const browser = opened();
    for (const width of [500, 1100]) {
      await visit(browser, `<p>Before</p>${iframeCode(codeOf(one))}${elementCode(codeOf(two))}`, {width});
      await expectIn(browser, isShown).toBe(true);
      const tops = await browser.run(() => [...(window as unknown as Noted).tops]);
      expect(Math.max(...tops) - Math.min(...tops), `${width} px: ${tops}`).toBeLessThanOrEqual(1);
      expect(await problemsIn(browser)).toEqual([]);
    }
  });

  it("the frame grows when its table opens, and tells its height in the words of each script that listens", async () => {
    const browser = opened();
    await visit(
      browser,
      iframeCode(codeOf(one)).replace(
        `embed/${one}.html`,
        `embed/${one}.html?initialWidth=700&childId=chart-1&parentUrl=x`,
      ),
    );
    await expectIn(browser, isShown).toBe(true);
    await expect.poll(() => spareOf(browser)).toBeLessThanOrEqual(2);
    const before = await browser.run(() => document.querySelector("iframe")!.clientHeight);
    await browser.runInFrame(() => document.querySelector("summary")!.click());
    await expectIn(browser, () => document.querySelector("iframe")!.clientHeight).toBeGreaterThan(
      before + 60,
    );
    // The host leaves two pixels too many as they are.
    await expect.poll(() => spareOf(browser)).toBeGreaterThanOrEqual(0);
    expect(await spareOf(browser)).toBeLessThan(3);
    const needed = Math.ceil(await browser.runInFrame(neededHeight));
    await expectIn(browser, () => (window as unknown as Noted).heard).toEqual(
      expect.arrayContaining([
        JSON.stringify({sentinel: "amp", type: "embed-size", height: needed}),
        JSON.stringify(`pymxPYMxchart-1xPYMxheightxPYMx${needed}`),
        JSON.stringify({"datawrapper-height": {[one]: needed}}),
      ]),
    );
  });

  it("the element looks the same in a host with hostile styles, and stands in a shadow root too", async () => {
    const browser = opened();
    const read = async (head: string, inShadow: boolean): Promise<string[]> => {
      await visit(browser, inShadow ? '<div id="outer"></div>' : elementCode(codeOf(one)), {head});
      if (inShadow)
        await browser.run(
          (code) => {
            const root = document.getElementById("outer")!.attachShadow({mode: "open"});
            root.append(document.createRange().createContextualFragment(code));
          },
          elementCode(codeOf(one)),
        );
      const inside = (): string[] | null => {
        const scope = document.getElementById("outer")?.shadowRoot ?? document;
        const root = scope.querySelector("waybill-chart")?.shadowRoot;
        const height = root?.querySelector("figure")?.getBoundingClientRect().height ?? 0;
        if (!root || height < 100 || document.fonts.status !== "loaded") return null;
        return [...root.querySelectorAll("p, svg, summary, text")].map((element) => {
          const {fontSize, color, textTransform, direction} = getComputedStyle(element);
          const {width, height} = element.getBoundingClientRect();
          return [
            element.tagName,
            fontSize,
            color,
            textTransform,
            direction,
            Math.round(width),
            Math.round(height),
          ].join(" ");
        });
      };
      await expectIn(browser, inside).not.toBeNull();
      return (await browser.run(inside))!;
    };
    const plain = await read("", false);
    expect(plain.length).toBeGreaterThan(10);
    expect(await read(hostileStyle, false)).toEqual(plain);
    expect(await read("", true)).toEqual(plain);
  });

  it("the frame in an element of the host's own, with the script in it too, grows with its table", async () => {
    const browser = opened();
    await visit(browser, '<div id="outer"></div>');
    await browser.run(
      (code) => {
        const root = document.getElementById("outer")!.attachShadow({mode: "open"});
        root.append(document.createRange().createContextualFragment(code));
      },
      iframeCode(codeOf(one)),
    );
    const given = (): number =>
      document.getElementById("outer")!.shadowRoot!.querySelector("iframe")!.clientHeight;
    const picture = (): number =>
      document.getElementById("outer")!.shadowRoot!.querySelector("a > img")!.getClientRects().length;
    await expectIn(browser, picture).toBe(0);
    const before = await browser.run(given);
    await browser.runInFrame(() => document.querySelector("summary")!.click());
    await expectIn(browser, given).toBeGreaterThan(before + 60);
    expect(await problemsIn(browser)).toEqual([]);
  });

  it("there may be two of one chart, in a tab that is hidden at first", async () => {
    const browser = opened();
    const code = iframeCode(codeOf(one));
    await visit(
      browser,
      `<div id="tab" hidden>${code}${code}${elementCode(codeOf(one))}${elementCode(codeOf(one))}</div>`,
    );
    await browser.run(() => new Promise((resolve) => setTimeout(resolve, 500)));
    await browser.run(() => {
      document.getElementById("tab")!.hidden = false;
    });
    // A frame comes once it is in view, and no earlier.
    for (const n of [0, 1]) {
      await browser.run((i) => document.querySelectorAll("iframe")[i].scrollIntoView(), n);
      await expectIn(browser, (i) => document.querySelectorAll("a > img")[i].getClientRects().length, n).toBe(
        0,
      );
    }
    await expectIn(browser, isShown).toBe(true);
    const heights = await browser.run(() =>
      [
        ...document.querySelectorAll("iframe"),
        ...[...document.querySelectorAll("waybill-chart")].map(
          ({shadowRoot}) => shadowRoot!.querySelector("figure")!,
        ),
      ].map((each) => Math.round(each.getBoundingClientRect().height)),
    );
    const known = heightAt(
      embeds.get(one)!.heights,
      await browser.run(() => document.querySelector("iframe")!.clientWidth),
    );
    for (const height of heights) expect(Math.abs(height - known), String(heights)).toBeLessThanOrEqual(2);
    expect(await problemsIn(browser)).toEqual([]);
  });

  it("where a host takes the frame or the script away, the picture stands there, and leads to the chart", async () => {
    const browser = opened();
    const frame = iframeCode(codeOf(one));
    for (const cleaned of [
      frame.replace(/<iframe.*?<\/iframe>/, "").replace(/<script.*/, ""),
      frame.replaceAll(/ style="[^"]*"/g, "").replace(/<iframe.*?<\/iframe>|<script.*/g, ""),
      elementCode(codeOf(one)).replace(/<script.*/, ""),
    ]) {
      await visit(browser, cleaned, {width: 500});
      await expectIn(
        browser,
        () => document.querySelector("img")!.complete && document.querySelector("img")!.naturalWidth > 0,
      ).toBe(true);
      const seen = await browser.run(() => {
        const {width, height} = document.querySelector("img")!.getBoundingClientRect();
        return {
          width,
          height,
          words: document.querySelector("a")!.textContent,
          sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        };
      });
      expect(seen.width).toBeGreaterThan(400);
      expect(seen.height).toBeGreaterThan(150);
      expect(seen.words).toContain(embeds.get(one)!.title);
      expect(seen.sideways).toBe(0);
    }
  });

  it("the element prints on one page", async () => {
    const browser = opened();
    await visit(browser, `<div style="height:700px">Before</div>${elementCode(codeOf(one))}`);
    await expectIn(browser, isShown).toBe(true);
    const pdf = await browser.print();
    if (!pdf) return console.log(`skipped: ${browser.name} ${browser.version} prints to no file`);
    const {getDocument} = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const document = await getDocument({data: new Uint8Array(pdf)}).promise;
    const texts = await Promise.all(
      Array.from({length: document.numPages}, async (_, i) => {
        const {items} = await (await document.getPage(i + 1)).getTextContent();
        return items.map((item) => ("str" in item ? item.str : "")).join(" ");
      }),
    );
    expect(texts.map((text) => text.includes("Full chart and data"))).toEqual([false, true]);
    expect(texts.map((text) => text.includes(embeds.get(one)!.headline.split(" ")[0]))).toEqual([
      false,
      true,
    ]);
  });
});

const [light, dark] = ["rgb(253, 252, 249)", "rgb(23, 25, 28)"];

for (const prefersDark of [false, true])
  describeInOthers(
    `themes where the reader prefers ${prefersDark ? "dark" : "light"}`,
    {dark: prefersDark},
    (opened) => {
      const preferred = prefersDark ? dark : light;
      it.each([
        ["auto", "normal", preferred, light],
        ["auto", "light dark", preferred, preferred],
        ["auto", "only light", light, light],
        ["auto", "dark", dark, dark],
        ["light", "dark", light, light],
        ["dark", "only light", dark, dark],
      ] as const)(
        "theme %s in a host of scheme %s: the frame is on %s, the element on %s",
        async (theme, scheme, frame, element) => {
          const browser = opened();
          const options = {...codeOf(one), theme};
          await visit(browser, iframeCode(options) + elementCode(options), {
            head: `<style>html {color-scheme: ${scheme}}</style>`,
          });
          await expectIn(browser, isShown).toBe(true);
          const ground = () => getComputedStyle(document.querySelector(".waybill")!).backgroundColor;
          await expect.poll(() => browser.runInFrame(ground)).toBe(frame);
          await expectIn(
            browser,
            () =>
              getComputedStyle(
                document.querySelector("waybill-chart")!.shadowRoot!.querySelector(".waybill")!,
              ).backgroundColor,
          ).toBe(element);
        },
      );
    },
  );
