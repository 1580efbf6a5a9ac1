import type {Browser, BrowserContext, Page} from "playwright-core";
import {afterAll, beforeAll} from "vitest";
import {embedOf} from "../../../loaders/site/embed/embedHtml.js";
import {statementsOf} from "../../../loaders/site/statements.js";
import {loadTables} from "../../../loaders/tables.js";
import {launchBrowser} from "../../browser/launch.js";
import {type Served, serveFolder, servePages} from "../../browser/serve.js";
import {chartOf, charts} from "../../embed/charts.js";

export const ids = charts.map(({id}) => id);
const statements = statementsOf(loadTables());
export const embeds = new Map(
  ids.map((id) => {
    const {chart, rows} = chartOf(id);
    return [id, embedOf(chart, rows, statements)];
  }),
);

// What a site may send at its strictest; embed pages have to live with it.
const strict =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
export const slow = 2000;

export let browser: Browser;
/** The site, on an origin of its own, with the headers that README asks for. */
export let site: Served;
/** The same, which answers scripts, frames and fonts late. */
export let slowSite: Served;
export let host: Served;
export const hostPages = new Map<string, {html: string; headers?: Record<string, string>}>();

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

export const codeOf = (id: string, from = site) => ({
  id,
  title: embeds.get(id)!.title,
  alt: embeds.get(id)!.alt,
  heights: embeds.get(id)!.heights,
  url: from.origin,
});

/** How a page is opened. */
export interface Visit {
  width?: number;
  javaScript?: boolean;
  colorScheme?: "light" | "dark";
  headers?: Record<string, string>;
  head?: string;
  /** Whether fonts never arrive. */
  fontless?: boolean;
}

/** A page with what went wrong in it, and what it asked of others. */
export interface Visited {
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
export function visitHost(body: string, visit: Visit = {}): Promise<Visited> {
  const address = `/page-${++written}`;
  const shifts =
    "<script>window.shifts=0;new PerformanceObserver(l=>{for(const e of l.getEntries())shifts+=e.value}).observe({type:'layout-shift',buffered:true})</script>";
  hostPages.set(address, {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><meta name="viewport" content="width=device-width">${visit.headers ? "" : shifts}<link rel="icon" href="data:,">${visit.head ?? ""}</head><body>${body}</body></html>`,
    ...(visit.headers ? {headers: visit.headers} : {}),
  });
  return open(host.origin + address, visit);
}

export const visitEmbed = (name: string, visit: Visit = {}): Promise<Visited> =>
  open(`${site.origin}/embed/${name}`, visit);

export const realHeight = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.getBoundingClientRect().height);

/** Heights of the frames of a host page, as the host gives and as their pages need them. */
export async function frameHeights(page: Page): Promise<{given: number; needed: number}[]> {
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
