import {parseHTML} from "linkedom";
import {chartHref, escapeHtml, escapeJson} from "../../src/waybill/model/escape.js";
import {cardSize} from "../graphics/cardSvg.js";
import type {Settings} from "../story.js";
import {type Described, isStory, jsonLd} from "./jsonLd.js";
import type {PageFacts, SiteFacts} from "./pageFacts.js";

export interface MetadataOptions {
  /** Address from the site's root: “/charts/harvest.html”, “/charts/”. */
  path: string;
  site: SiteFacts;
  settings: Settings;
  /** Address of the site with a slash at its end, or null if it is not known. */
  url: string | null;
}

/**
 * Returns a page with what it says of itself to search engines, and to whoever
 * shows a card for a link: description, canonical address, Open Graph, Twitter
 * card, oEmbed, feed, JSON-LD. Its words are the page's own: title, front
 * matter's description or first paragraph, first chart. What needs an absolute address is left
 * out where that of the site is not known.
 */
export function addMetadata(html: string, options: MetadataOptions): string {
  const at = html.indexOf("</title>");
  if (at < 0) return html;
  const end = at + "</title>".length;
  return `${html.slice(0, end)}\n${metadataOf(html, options)}${html.slice(end)}`;
}

/** Returns a page's title, description and picture, as its words and what is told of it have them. */
export function describePage(html: string, {path, site, settings, url}: MetadataOptions): Described {
  const facts = factsOf(path, site);
  const chart = chartIn(html, facts);
  return {
    path,
    title: titleIn(html, settings.name),
    description: facts?.description ?? descriptionIn(html),
    image: url && chart ? `${url}graphics/${chart}-card.png` : null,
  };
}

const factsOf = (path: string, {pages}: SiteFacts): PageFacts | undefined =>
  Object.hasOwn(pages, path) ? pages[path] : undefined;

/** Returns the chart that a page is about, or the first that it shows. */
const chartIn = (html: string, facts: PageFacts | undefined): string | undefined =>
  facts?.kind === "chart" ? facts.id : /<figure class="chart[^>]*? data-chart="([\w-]+)"/.exec(html)?.[1];

function metadataOf(html: string, options: MetadataOptions): string {
  const {path, site, settings, url} = options;
  const facts = factsOf(path, site);
  const page = describePage(html, options);
  const story = isStory(page, facts);
  const {image} = page;
  const alt = factsOf(chartHref(chartIn(html, facts) ?? ""), site)?.description;
  const properties = {
    "og:type": story || facts ? "article" : "website",
    "og:site_name": settings.name,
    "og:title": page.title,
    "og:description": shorten(page.description),
    "og:url": url && url + path.slice(1),
    "og:image": image,
    "og:image:type": image && "image/png",
    "og:image:width": image && String(cardSize.width),
    "og:image:height": image && String(cardSize.height),
    "og:image:alt": image && alt ? shorten(alt, longest.alt) : null,
    "article:published_time": story ? settings.published : null,
    "article:modified_time": story ? site.changed : null,
  };
  const names = {
    // Front matter's own stands in the page already.
    description: /<meta name="description"/.test(html) ? null : page.description,
    author: settings.byline,
    "twitter:card": image ? "summary_large_image" : "summary",
  };
  const data = jsonLd({page, facts, site, settings, url});
  return [
    ...metaHtml("name", names),
    ...metaHtml("property", properties),
    ...(url ? linksOf(page, facts, {site, settings, url}).map(linkHtml) : []),
    data ? `<script type="application/ld+json">${escapeJson(data)}</script>` : "",
  ]
    .filter(Boolean)
    .join("\n");
}

const metaHtml = (attribute: string, values: Record<string, string | null>): string[] =>
  Object.entries(values).flatMap(([name, content]) =>
    content ? `<meta ${attribute}="${name}" content="${escapeHtml(content)}">` : [],
  );

function linksOf(
  {path, title}: Described,
  facts: PageFacts | undefined,
  {site, settings, url}: Pick<MetadataOptions, "site" | "settings"> & {url: string},
): Record<string, string>[] {
  const alternate = (type: string, href: string, name: string): Record<string, string> => ({
    rel: "alternate",
    type,
    href: url + href,
    title: name,
  });
  return [
    ...(path === "/404.html" ? [] : [{rel: "canonical", href: url + path.slice(1)}]),
    ...(site.changed ? [alternate("application/atom+xml", "feed.xml", settings.name)] : []),
    ...(facts?.kind === "chart"
      ? [alternate("application/json+oembed", `graphics/${facts.id}.oembed.json`, title)]
      : []),
  ];
}

function linkHtml(attributes: Record<string, string>): string {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeHtml(value)}"`);
  return `<link ${written.join(" ")}>`;
}

function titleIn(html: string, site: string): string {
  const title = textOf(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "");
  const end = ` | ${site}`;
  return title.endsWith(end) ? title.slice(0, -end.length) : title || site;
}

/** Returns the front matter's description, else the standfirst, else the first paragraph. */
function descriptionIn(html: string): string {
  const given = /<meta name="description" content="([^"]*)"/.exec(html)?.[1];
  if (given !== undefined) return textOf(given);
  const main = html.slice(html.indexOf("<main"));
  const paragraph = /<p class="standfirst">([\s\S]*?)<\/p>/.exec(main) ?? /<p>([\s\S]*?)<\/p>/.exec(main);
  return shorten(textOf(paragraph?.[1] ?? ""));
}

const textOf = (html: string): string =>
  (parseHTML(`<!doctype html><html><body><p>${html}</p></body></html>`).document.body.textContent ?? "")
    .replace(/\s+/g, " ")
    .trim();

/** Letters of a description that a card shows, and of a picture's alternative text that X takes. */
const longest = {description: 300, alt: 420} as const;

/** Returns as many whole sentences as there is room for; of a longer first one its beginning, with whole items if it is a list. */
function shorten(text: string, most: number = longest.description): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 2);
  const end = Math.max(...[". ", ".” ", "? "].map((mark) => head.lastIndexOf(mark) + mark.trimEnd().length));
  if (end > 80) return head.slice(0, end);
  const item = head.lastIndexOf("; ") + 1;
  return `${head.slice(0, item > 80 ? item : head.lastIndexOf(" "))} …`;
}
