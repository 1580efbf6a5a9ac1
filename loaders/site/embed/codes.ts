import {chartHref, escapeHtml, escapeMarkdown, escapeShortcodes} from "../../../src/waybill/model/escape.js";

/*
 * The codes that are handed out for a chart. Everything here is a pure function
 * of its arguments and uses nothing of Node's, so that pages may use it too.
 */

/** How tall an embed is over a range of widths: `fixed + ratio × min(width + grow, most)`, in CSS pixels. */
export interface EmbedBand {
  /** The least width of the range; it ends where the next one begins. */
  from: number;
  /** Height of all that is text, with its lines broken for this range. */
  fixed: number;
  /** Height of the drawing, in its widths. */
  ratio: number;
  /** How much wider than the embed the drawing is; less than 0 where it is narrower. */
  grow: number;
  /** The width past which the drawing does not grow. */
  most: number;
}

/** The heights of an embed at all widths, from the narrowest range to the widest. */
export type EmbedHeights = readonly EmbedBand[];

export type EmbedTheme = "auto" | "light" | "dark";

export interface CodeOptions {
  id: string;
  title: string;
  /** Address of the site, with or without a slash at its end. */
  url: string;
  heights: EmbedHeights;
  /** Alternative text of the static image. */
  alt?: string;
  theme?: EmbedTheme;
  /** The width for which the height is written where a host drops styles. */
  width?: number;
  /** Whether the frame gets a sandbox, without the rights of its own origin. */
  sandbox?: boolean;
}

/** What a sandbox has to allow: the script that tells the height, and links in a new tab. */
export const sandboxRights = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

// So that no fraction of a pixel makes a scroll bar.
const spare = 1;

/** Returns the height in whole pixels that an embed needs at a width. */
export function heightAt(heights: EmbedHeights, width: number): number {
  const band = heights.findLast(({from}) => width >= from) ?? heights[0];
  return Math.ceil(band.fixed + band.ratio * Math.min(width + band.grow, band.most)) + spare;
}

/**
 * Returns the height of an embed as a CSS length that follows the width of the
 * nearest container (`container-type: inline-size`): the greatest of one term
 * for each range, which is far below zero outside of it. So a host page keeps
 * the right room at every width without any script.
 */
export function heightCss(heights: EmbedHeights): string {
  const terms = heights.map(({from, fixed, ratio, grow, most}, i) => {
    const width = grow === 0 ? "100cqw" : `100cqw ${grow < 0 ? "-" : "+"} ${Math.abs(grow)}px`;
    const parts = [`${round(fixed + spare)}px + ${round(ratio, 5)}*min(${width},${most}px)`];
    // Widths come in 64ths of a pixel, so nothing lies between two ranges.
    if (i > 0) parts.push(`(100cqw - ${round(from - 0.01)}px)*1e6`);
    if (i < heights.length - 1) parts.push(`(${round(heights[i + 1].from - 0.01)}px - 100cqw)*1e6`);
    return parts.length > 1 ? `min(${parts.join(",")})` : `calc(${parts[0]})`;
  });
  return terms.length > 1 ? `max(${terms.join(",")})` : terms[0];
}

/** Returns the address of the embed page; a fixed theme has a page of its own. */
export function embedUrl({id, url, theme = "auto"}: Pick<CodeOptions, "id" | "url" | "theme">): string {
  return `${root(url)}embed/${id}${theme === "auto" ? "" : `-${theme}`}.html`;
}

/**
 * Returns the iframe and the script that keeps its height. The room is kept by
 * the style; `height` is for hosts that drop it, and the script for a reader who
 * opens the table or has larger letters.
 */
export function iframeCode(options: CodeOptions): string {
  return `${frameHtml(options)}\n${scriptCode(options)}`;
}

/** Returns the iframe alone, for hosts that allow no script. */
export function frameHtml(options: CodeOptions): string {
  const {title, heights, width = 640, sandbox = false} = options;
  const attributes = [
    `src="${escapeHtml(embedUrl(options))}"`,
    `title="${escapeHtml(title)}"`,
    'loading="lazy"',
    ...(sandbox ? [`sandbox="${sandboxRights}"`] : []),
    'width="100%"',
    `height="${heightAt(heights, width)}"`,
    `style="display:block;width:100%;border:0;height:${heightCss(heights)}"`,
  ];
  return `<div style="container-type:inline-size;width:100%"><iframe ${attributes.join(" ")}></iframe></div>`;
}

/** Returns the element that puts the figure into the page itself, with an image inside for when the script does not run. */
export function elementCode(options: CodeOptions): string {
  const {id, title, url, heights, alt = title, theme = "auto", width = 640} = options;
  const image = `<img src="${escapeHtml(imageUrl({id, url, theme}))}" alt="${escapeHtml(alt)}" width="${width}" height="${heightAt(heights, width)}" style="display:block;width:100%;height:100%;object-fit:contain;object-position:0 0">`;
  const link = `<a href="${escapeHtml(chartUrl({id, url}))}" style="display:block;height:${heightCss(heights)}">${image}</a>`;
  return `<waybill-chart name="${escapeHtml(id)}" theme="${theme}" style="display:block;container-type:inline-size">${link}</waybill-chart>\n${scriptCode(options)}`;
}

/** Returns the script element that both other codes need once on a page. */
export function scriptCode({url}: Pick<CodeOptions, "url">): string {
  return `<script async src="${escapeHtml(`${root(url)}embed.js`)}"></script>`;
}

/** Returns the frame for an AMP page, which asks the embed for its height. */
export function ampCode(options: CodeOptions): string {
  const {id, title, url, heights, alt = title, theme = "auto", width = 360} = options;
  return `<amp-iframe src="${escapeHtml(embedUrl(options))}" title="${escapeHtml(title)}" layout="fixed-height" height="${heightAt(heights, width)}" sandbox="${sandboxRights}" frameborder="0" resizable><amp-img placeholder layout="fill" src="${escapeHtml(imageUrl({id, url, theme}))}" alt="${escapeHtml(alt)}"></amp-img><div overflow tabindex="0" role="button" aria-label="Show the whole chart">Show the whole chart</div></amp-iframe>`;
}

/** Returns the chart as a Markdown image that leads to its page. */
export function markdownCode({
  id,
  title,
  url,
  alt = title,
  theme = "auto",
}: Omit<CodeOptions, "heights">): string {
  return `[![${escapeMarkdown(alt)}](${imageUrl({id, url, theme})})](${chartUrl({id, url})} "${escapeMarkdown(title)}")`;
}

/** Returns the chart as a static image in HTML that leads to its page, with its alternative text and its size. */
export function imageCode({
  id,
  title,
  url,
  alt = title,
  theme = "auto",
  size,
}: Omit<CodeOptions, "heights"> & {size: {width: number; height: number}}): string {
  return `<a href="${escapeHtml(chartUrl({id, url}))}"><img src="${escapeHtml(imageUrl({id, url, theme}))}" alt="${escapeHtml(alt)}" width="${size.width}" height="${size.height}" style="max-width:100%;height:auto"></a>`;
}

/** Returns a block of custom HTML for WordPress, with the iframe. */
export function wordpressCode(options: CodeOptions): string {
  return `<!-- wp:html -->\n${escapeShortcodes(iframeCode(options))}\n<!-- /wp:html -->`;
}

function imageUrl({id, url, theme = "auto"}: Pick<CodeOptions, "id" | "url" | "theme">): string {
  return `${root(url)}graphics/${id}${theme === "dark" ? "-dark" : ""}.svg`;
}

function chartUrl({id, url}: Pick<CodeOptions, "id" | "url">): string {
  return root(url) + chartHref(id).slice(1);
}

function root(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
