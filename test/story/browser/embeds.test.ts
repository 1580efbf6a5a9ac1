import {readFileSync} from "node:fs";
import type {Browser, BrowserContext, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {embedOf} from "../../../loaders/site/embed/embedHtml.js";
import {statementsOf} from "../../../loaders/site/statements.js";
import {loadTables} from "../../../loaders/tables.js";
import {elementCode, frameHtml, iframeCode} from "../../../src/waybill/embed/codes.js";
import {heightAt} from "../../../src/waybill/embed/heights.js";
import {launchBrowser} from "../../browser/launch.js";
import {type Served, serveFolder, servePages} from "../../browser/serve.js";
import {chartOf, charts} from "../../embed/charts.js";

const ids = charts.map(({id}) => id);
const statements = statementsOf(loadTables());
const embeds = new Map(
  ids.map((id) => {
    const {chart, rows} = chartOf(id);
    return [id, embedOf(chart, rows, statements)];
  }),
);

// What a site may send at its strictest; embed pages have to live with it.
const strict =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
const slow = 2000;

/** Places that take their width from what is in them, or have none, and rules that host pages have for all frames. */
const places: [style: string, before: string, after: string][] = [
  ["", '<div style="float:left">', "</div>"],
  ["", '<div style="display:flex"><div>', "</div></div>"],
  ["", '<div style="display:flex">', "</div>"],
  ["", "<table><tr><td>", "</td></tr></table>"],
  ["", '<div style="display:inline-block">', "</div>"],
  ["", '<div style="display:grid;justify-items:start">', "</div>"],
  ["", '<div style="position:absolute">', "</div>"],
  ["", '<div style="width:fit-content">', "</div>"],
  ["iframe{height:auto!important;max-width:300px}", "<div>", "</div>"],
];

let browser: Browser;
/** The site, on an origin of its own, with the headers that README asks for. */
let site: Served;
/** The same, which answers scripts, frames and fonts late. */
let slowSite: Served;
let host: Served;
const hostPages = new Map<string, {html: string; headers?: Record<string, string>}>();

beforeAll(async () => {
  browser = await launchBrowser();
  const headers = (pathname: string): Record<string, string> => ({
    "access-control-allow-origin": "*",
    ...(pathname.startsWith("/embed/") ? {"content-security-policy": strict} : {}),
  });
  site = await serveFolder("dist", {headers});
  slowSite = await serveFolder("dist", {
    headers,
    delay: (pathname) => (/^\/embed|^\/fonts/.test(pathname) ? slow : 0),
  });
  host = await servePages(hostPages);
});
afterAll(async () => {
  await browser?.close();
  for (const server of [site, slowSite, host]) server?.close();
});

const codeOf = (id: string, from = site) => ({
  id,
  title: embeds.get(id)!.title,
  alt: embeds.get(id)!.alt,
  heights: embeds.get(id)!.heights,
  url: from.origin,
});

interface Visit {
  width?: number;
  javaScript?: boolean;
  colorScheme?: "light" | "dark";
  headers?: Record<string, string>;
  head?: string;
  /** Whether fonts never arrive. */
  fontless?: boolean;
}

interface Visited {
  page: Page;
  context: BrowserContext;
  problems: string[];
  foreign: string[];
}

async function open(
  address: string,
  {width = 800, javaScript = true, colorScheme = "light", fontless}: Visit,
) {
  const context = await browser.newContext({
    viewport: {width, height: 900},
    javaScriptEnabled: javaScript,
    colorScheme,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  const foreign: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  await context.route("**", (route) => {
    const url = route.request().url();
    if (fontless && url.endsWith(".woff2")) return route.abort();
    // The image inside the element is another file's matter.
    if (/\/graphics\/[\w-]+\.svg$/.test(url))
      return route.fulfill({
        contentType: "image/svg+xml",
        body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 40"/>',
      });
    if ([site, slowSite, host].some(({origin}) => url.startsWith(origin)) || url.startsWith("data:"))
      return route.continue();
    foreign.push(url);
    return route.abort();
  });
  await page.goto(address, {waitUntil: "networkidle"});
  return {page, context, problems, foreign};
}

let written = 0;
/** Opens a host page, on another origin than the site, with the given body. */
function visitHost(body: string, visit: Visit = {}): Promise<Visited> {
  const address = `/page-${++written}`;
  const shifts =
    "<script>window.shifts=0;new PerformanceObserver(l=>{for(const e of l.getEntries())shifts+=e.value}).observe({type:'layout-shift',buffered:true})</script>";
  hostPages.set(address, {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><meta name="viewport" content="width=device-width">${visit.headers ? "" : shifts}<link rel="icon" href="data:,">${visit.head ?? ""}</head><body>${body}</body></html>`,
    ...(visit.headers ? {headers: visit.headers} : {}),
  });
  return open(host.origin + address, visit);
}

const visitEmbed = (name: string, visit: Visit = {}): Promise<Visited> =>
  open(`${site.origin}/embed/${name}`, visit);

const realHeight = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.getBoundingClientRect().height);

/** Heights of the frames of a host page, as the host gives and as their pages need them. */
async function frameHeights(page: Page): Promise<{given: number; needed: number}[]> {
  return Promise.all(
    (await page.locator("iframe").all()).map(async (locator) => {
      const element = (await locator.elementHandle())!;
      const frame = (await element.contentFrame())!;
      return {
        given: await element.evaluate((e) => e.clientHeight),
        needed: await frame.evaluate(() => document.documentElement.getBoundingClientRect().height),
      };
    }),
  );
}

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
    const places = async (fontless: boolean, width: number) => {
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
    for (const width of [328, 640]) expect(await places(true, width)).toEqual(await places(false, width));
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

describe("the iframe", () => {
  for (const [name, sandbox] of [
    ["plain", false],
    ["in a sandbox", true],
  ] as const)
    it(`${name}: keeps its height on another origin, also when the table opens`, async () => {
      const {page, context, problems, foreign} = await visitHost(
        iframeCode({...codeOf("ceramics"), sandbox}),
      );
      const [before] = await frameHeights(page);
      expect(before.given - before.needed).toBeGreaterThanOrEqual(0);
      expect(before.given - before.needed).toBeLessThanOrEqual(2);
      const frame = page.frames()[1];
      await frame.locator("summary").click();
      await expect.poll(async () => (await frameHeights(page))[0].given).toBeGreaterThan(before.given + 60);
      const [opened] = await frameHeights(page);
      expect(Math.abs(opened.given - opened.needed)).toBeLessThanOrEqual(1);
      await frame.locator("summary").click();
      await expect.poll(async () => (await frameHeights(page))[0].given).toBeLessThan(before.given + 2);
      expect({problems, foreign}).toEqual({problems: [], foreign: []});
      await context.close();
    });

  it.each([360, 1100])(
    "and the element are as wide as the place lets them, whatever kind it is, at %d px",
    async (width) => {
      const {page, context} = await visitHost("", {width});
      for (const code of [iframeCode(codeOf("drones")), elementCode(codeOf("drones"))])
        for (const [style, before, after] of places) {
          await page.evaluate(
            (html) => document.body.replaceChildren(document.createRange().createContextualFragment(html)),
            `<style>${style}</style>${before}${code}${after}`,
          );
          const shown = page.locator("iframe, waybill-chart figure");
          await shown.waitFor();
          // The script has hidden the picture, or put the figure in its place.
          await page.locator("a > img").waitFor({state: "hidden"});
          const box = (await shown.boundingBox())!;
          const place = `${before} ${style}`;
          expect(box.width, place).toBeGreaterThanOrEqual(Math.min(300, width - 20));
          expect(box.height, place).toBeGreaterThan(200);
          expect(box.height, place).toBeLessThan(1000);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBe(width);
        }
      await context.close();
    },
  );

  it("stays as it is in a place without width, and has the picture where a host takes the frame away", async () => {
    const code = iframeCode(codeOf("drones"));
    const {page, context} = await visitHost(
      `<div style="width:0;overflow:hidden">${code}</div><div id="cleaned">${code.replace(/<iframe.*?<\/iframe>/, "")}</div>`,
    );
    await page.locator("iframe").scrollIntoViewIfNeeded();
    await page.locator("a > img").first().waitFor({state: "hidden"});
    expect(await page.locator("iframe").evaluate((frame) => frame.clientHeight)).toBeLessThan(1000);
    const picture = (await page.locator("#cleaned img").boundingBox())!;
    expect(picture.width).toBeGreaterThan(400);
    expect(await page.locator("#cleaned a").textContent()).toContain(embeds.get("drones")!.title);
    await context.close();
  });

  it("opens a sentence in a new tab and leaves the host alone, also from a sandbox", async () => {
    const {page, context} = await visitHost(iframeCode({...codeOf("drones"), sandbox: true}));
    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      page.frames()[1].locator(".drawing-624 a text").first().click(),
    ]);
    await tab.waitForURL(/\/sources\/[\w-]+\.html#/);
    expect(await tab.evaluate(() => window.opener)).toBeNull();
    expect(page.url()).toContain(host.origin);
    await context.close();
  });

  for (const width of [360, 720, 1100])
    it(`moves nothing at ${width} px, when scripts, frames and fonts come late`, async () => {
      const body = `<p>Before</p>${iframeCode(codeOf("ceramics", slowSite))}<p>Between</p>${elementCode(codeOf("drones", slowSite))}<p id="after">After</p>${iframeCode(codeOf("ceramics", slowSite))}`;
      const {page, context} = await visitHost(body, {width});
      await expect
        .poll(
          () =>
            page.evaluate(
              () => document.querySelector("waybill-chart")!.shadowRoot?.querySelector("figure") != null,
            ),
          {timeout: 15_000},
        )
        .toBe(true);
      await page.waitForTimeout(slow * 2);
      const heights = await frameHeights(page);
      for (const {given, needed} of heights) {
        expect(given - needed).toBeGreaterThanOrEqual(0);
        expect(given - needed).toBeLessThanOrEqual(2);
      }
      expect(await page.evaluate(() => (window as unknown as {shifts: number}).shifts)).toBe(0);
      await context.close();
    });

  it("needs no script of the host's, nor of its own", async () => {
    const {page, context, problems} = await visitHost(frameHtml(codeOf("machine-tools")), {
      javaScript: false,
    });
    const box = (await page.locator("iframe").boundingBox())!;
    expect(box.height).toBeGreaterThan(300);
    expect(await page.frames()[1].locator(".title").textContent()).toContain("No supplier is named");
    expect(problems).toEqual([]);
    await context.close();
  });

  it("gets its height from the script where the host's policy drops styles", async () => {
    const policy = `default-src 'none'; script-src ${site.origin}; style-src ${site.origin}; img-src ${site.origin} data:; font-src ${site.origin}; connect-src ${site.origin}; frame-src ${site.origin}`;
    const {page, context, problems} = await visitHost(
      `${iframeCode(codeOf("drones"))}${elementCode(codeOf("ceramics"))}`,
      {headers: {"content-security-policy": policy}, width: 360},
    );
    await expect
      .poll(async () => {
        const [{given, needed}] = await frameHeights(page);
        return Math.abs(given - needed) <= 2;
      })
      .toBe(true);
    await page.locator("waybill-chart figure").waitFor();
    expect(await page.locator("waybill-chart .drawing-360 svg").isVisible()).toBe(true);
    for (const problem of problems) expect(problem).toMatch(/inline style/);
    await context.close();
  });

  it("may be there several times, of one chart, and may come late", async () => {
    const {page, context, problems} = await visitHost(
      `${iframeCode(codeOf("drones"))}${iframeCode({...codeOf("drones"), theme: "dark"})}`,
    );
    const html = frameHtml(codeOf("money")).replaceAll(/ style="[^"]*"/g, "");
    await page.evaluate((late) => document.body.insertAdjacentHTML("beforeend", late), html);
    await page.locator("iframe").last().scrollIntoViewIfNeeded();
    await expect
      .poll(async () =>
        (await frameHeights(page)).map(({given, needed}) => given >= needed && given <= needed + 2),
      )
      .toEqual([true, true, true]);
    expect(problems).toEqual([]);
    await context.close();
  });

  it.each([
    ["ceramics", "light", "dark", "rgb(253, 252, 249)"],
    ["ceramics", "only light", "dark", "rgb(253, 252, 249)"],
    ["ceramics", "dark", "light", "rgb(23, 25, 28)"],
    ["ceramics", "light dark", "dark", "rgb(23, 25, 28)"],
    ["ceramics", "normal", "dark", "rgb(23, 25, 28)"],
    ["ceramics-light", "dark", "dark", "rgb(253, 252, 249)"],
  ] as const)(
    "%s in a host of scheme %s, with %s preferred, is on %s",
    async (name, scheme, colorScheme, expected) => {
      const code = iframeCode(codeOf("ceramics")).replace("embed/ceramics.html", `embed/${name}.html`);
      const {page, context, problems} = await visitHost(code, {
        colorScheme,
        head: `<style>html {color-scheme: ${scheme}}</style>`,
      });
      await expect
        .poll(() =>
          page
            .frames()[1]
            .locator(".waybill")
            .evaluate((e) => getComputedStyle(e).backgroundColor),
        )
        .toBe(expected);
      expect(problems).toEqual([]);
      await context.close();
    },
  );

  it("takes no height from another origin, from another frame, or that is none", async () => {
    hostPages.set("/liar", {
      html: `<script>onload=()=>{for(const f of [parent,...Array.from({length:parent.length},(_,i)=>parent[i])])try{f.postMessage({sentinel:"amp",type:"embed-size",height:1234},"*")}catch{}}</script>`,
    });
    const {page, context} = await visitHost(
      `${iframeCode(codeOf("drones"))}<iframe id="liar" src="${host.origin}/liar" height="90"></iframe>`,
    );
    const before = (await frameHeights(page))[0].given;
    await page.evaluate((pages) => {
      // The host itself is not the frame, whatever it says.
      for (const height of [1234, -5, Number.NaN, 1e9, "1234", null])
        postMessage({sentinel: "amp", type: "embed-size", height}, "*");
      // A frame of the site's that has gone elsewhere is no longer the site's.
      const frame = document.querySelector("iframe")!;
      (window as unknown as {pages: string}).pages = pages;
      frame.contentWindow!.location.href = "/liar";
    }, `${site.origin}/embed/`);
    await page.waitForTimeout(600);
    expect(
      await page
        .locator("iframe")
        .first()
        .evaluate((e) => e.clientHeight),
    ).toBe(before);
    expect(await page.locator("#liar").evaluate((e) => e.clientHeight)).toBe(90);
    // And what the site's own frame says is only a sensible height.
    const {page: second, context: other} = await visitHost(iframeCode(codeOf("drones")));
    for (const height of [-5, 0, Number.NaN, 1e9, "700", null])
      await second
        .frames()[1]
        .evaluate((h) => parent.postMessage({sentinel: "amp", type: "embed-size", height: h}, "*"), height);
    await second.waitForTimeout(200);
    expect((await frameHeights(second))[0].given).toBe(before);
    await second
      .frames()[1]
      .evaluate(() => parent.postMessage({sentinel: "amp", type: "embed-size", height: 777}, "*"));
    await expect.poll(async () => (await frameHeights(second))[0].given).toBe(777);
    await other.close();
    await context.close();
  });
});

describe("hosts that listen in another way", () => {
  const src = (query = ""): string => `${site.origin}/embed/ceramics.html${query}`;
  const listen = (body: string): string =>
    `${body}<script>window.heard=[];addEventListener("message",e=>{if(e.source===document.querySelector("iframe").contentWindow)heard.push(e.data)})</script>`;
  const heard = (page: Page): Promise<unknown[]> =>
    page.evaluate(() => (window as unknown as {heard: unknown[]}).heard);

  it("pym.js: answers with the id of its container, also to a new width", async () => {
    // As pym.Parent writes its frame, and asks it.
    const {page, context} = await visitHost(
      listen(
        `<iframe width="100%" src="${src("?initialWidth=700&childId=chart-1&parentTitle=Host&parentUrl=x")}"></iframe>`,
      ),
    );
    const needed = Math.ceil((await frameHeights(page))[0].needed);
    expect(await heard(page)).toContain(`pymxPYMxchart-1xPYMxheightxPYMx${needed}`);
    await page.evaluate(() => {
      (window as unknown as {heard: unknown[]}).heard.length = 0;
      document.querySelector("iframe")!.contentWindow!.postMessage("pymxPYMxchart-1xPYMxwidthxPYMx700", "*");
    });
    await expect.poll(() => heard(page)).toContain(`pymxPYMxchart-1xPYMxheightxPYMx${needed}`);
    await context.close();
  });

  it("@newswire/frames and AMP: answers embed-size, also to a host that begins to listen later", async () => {
    const {page, context} = await visitHost(listen(`<iframe width="100%" src="${src()}"></iframe>`));
    const height = Math.ceil((await frameHeights(page))[0].needed);
    expect(await heard(page)).toContainEqual({sentinel: "amp", type: "embed-size", height});
    await page.evaluate(() => {
      (window as unknown as {heard: unknown[]}).heard.length = 0;
      document
        .querySelector("iframe")!
        .contentWindow!.postMessage({sentinel: "amp", type: "frames-init"}, "*");
    });
    await expect.poll(() => heard(page)).toContainEqual({sentinel: "amp", type: "embed-size", height});
    await context.close();
  });

  it("Datawrapper's listener: is told the height under the chart's id, which the frame's address has", async () => {
    for (const page of ["ceramics.html", "ceramics-dark.html"]) {
      const visited = await visitHost(
        listen(`<iframe width="100%" src="${site.origin}/embed/${page}"></iframe>`),
      );
      const height = Math.ceil((await frameHeights(visited.page))[0].needed);
      expect(await heard(visited.page)).toContainEqual({"datawrapper-height": {ceramics: height}});
      await visited.context.close();
    }
  });

  it("says nothing where there is no host", async () => {
    const {page, context, problems} = await visitEmbed("ceramics");
    expect(await page.evaluate(() => window.parent === window)).toBe(true);
    expect(problems).toEqual([]);
    await context.close();
  });
});

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
    const hostile =
      "<style>* {font-size: 40px !important; color: red !important; line-height: 3 !important; text-transform: uppercase; direction: rtl} svg, figure, table {display: none !important} p {margin: 90px !important} a {background: blue}</style>";
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
    expect(await read(hostile)).toEqual(plain);
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
