import {chartHref, escapeHtml, escapeMarkdown, escapeShortcodes} from "../model/escape.js";
import {type EmbedHeights, heightAt, heightCss} from "./heights.js";

/*
 * The codes that are handed out for a chart. Everything here is a pure function
 * of its arguments, for the build that writes them and the page that changes them.
 */

export type EmbedTheme = "auto" | "light" | "dark";

export interface CodeOptions {
  id: string;
  title: string;
  /** Address of the site, with or without a slash at its end. */
  url: string;
  heights: EmbedHeights;
  /** Alternative text of the picture. */
  alt?: string;
  /** The line that names whose figures they are. */
  credit?: string | undefined;
  theme?: EmbedTheme;
  /** The version that is shown as it was published, whatever is corrected later; without it, the chart as it is now. */
  version?: string | null;
  /** The width for which the height is written where a host drops styles; without it, the one that needs most. */
  width?: number;
  /** Whether the frame gets a sandbox, without the rights of its own origin. */
  sandbox?: boolean;
}

type Place = Pick<CodeOptions, "id" | "url" | "theme" | "version">;
type Words = Pick<CodeOptions, "title" | "alt" | "credit">;

/** What a sandbox has to allow: the script that tells the height, and links in a new tab. */
export const sandboxRights = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/** Columns of real pages; at one of them a frame without style and script is as tall as it has to be at any. */
const columns = [328, 360, 480, 600, 640, 720];

/** Returns the address of the embed page; a fixed theme has a page of its own. */
export function embedUrl({id, url, theme = "auto", version}: Place): string {
  const folder = version ? `v/${version}` : "embed";
  return `${root(url)}${folder}/${id}${theme === "auto" ? "" : `-${theme}`}.html`;
}

/**
 * Returns the iframe and the script that keeps its height. The room is kept by
 * the style; `height` is for hosts that drop it, and the script for a reader who
 * opens the table or has larger letters. Behind the frame stands the picture.
 */
export function iframeCode(options: CodeOptions): string {
  return `${frameHtml(options)}\n${scriptCode(options)}`;
}

/*
 * In a float, a flex item or a cell of a table the width comes from the inside,
 * which a container has not: so it says one, and the grid around it lets it be
 * as narrow as the place is.
 */
const grid = "display:grid;grid-template-columns:minmax(0,1fr)";
const container = "container-type:inline-size;contain-intrinsic-inline-size:640px";

/** Returns the iframe over its picture, without the script, for hosts that allow none. */
export function frameHtml(options: CodeOptions): string {
  const {heights} = options;
  const place = "grid-area:1/1;";
  const picture = pictureHtml(options, `${place}height:${heightCss(heights)};`);
  // Many a host has `iframe {height: auto !important}`, which only an important height in the code itself overrules.
  const frame = frameElement(
    options,
    `style="${place}position:relative;display:block;width:100%;max-width:none;border:0;height:${heightCss(heights)}!important"`,
  );
  return `<div style="${grid};width:100%"><div style="${grid};${container}">${picture}${frame}</div></div>`;
}

/** Returns the bare frame, for hosts that allow frames and drop styles: there it is as tall as it may need to be. */
export function plainFrameCode(options: CodeOptions): string {
  return frameElement(options);
}

function frameElement(options: CodeOptions, style = ""): string {
  const {title, heights, width, sandbox = false} = options;
  const height = Math.max(...(width ? [width] : columns).map((each) => heightAt(heights, each)));
  const attributes = [
    `src="${escapeHtml(embedUrl(options))}"`,
    `title="${escapeHtml(title)}"`,
    'loading="lazy"',
    ...(sandbox ? [`sandbox="${sandboxRights}"`] : []),
    'width="100%"',
    `height="${height}"`,
    'frameborder="0"',
    ...(style ? [style] : []),
  ];
  return `<iframe ${attributes.join(" ")}></iframe>`;
}

/** Returns the element that puts the figure into the page itself, with the picture inside for when the script does not run. */
export function elementCode(options: CodeOptions): string {
  return `${elementHtml(options)}\n${scriptCode(options)}`;
}

/** Returns the element alone, for pages that load its script on their own. */
export function elementHtml(options: CodeOptions): string {
  const {id, heights, theme = "auto", version} = options;
  const picture = pictureHtml(options, `height:${heightCss(heights)};`);
  return `<waybill-chart name="${escapeHtml(id)}" theme="${theme}"${version ? ` version="${version}"` : ""} style="${grid};width:100%"><div style="${container}">${picture}</div></waybill-chart>`;
}

/*
 * What is left where a host takes away frames, scripts and elements that it does
 * not know: the picture with its alternative text, the title and the credit, all
 * one link. Its width is in percent, for a number would reach past a phone's edge
 * where the style is taken away too; its height is what the words leave, so that
 * nothing moves when it comes.
 */
function pictureHtml(options: Place & Words, style: string): string {
  const {title, alt = title, credit} = options;
  const image = `<img src="${escapeHtml(imageUrl(options, "svg"))}" alt="${escapeHtml(alt)}" width="100%" loading="lazy" style="flex:1 1 0;min-height:0;object-fit:contain;object-position:0 0">`;
  const words = `<span>${escapeHtml(captionOf({title, credit}))}</span>`;
  return `<a href="${escapeHtml(chartUrl(options))}" style="${style}display:flex;flex-direction:column;overflow:hidden">${image} ${words}</a>`;
}

/** Returns the title and the credit as one line: “Exports rose 69%. The Ledger, from reports by The Gazette”. */
export function captionOf({title, credit}: Pick<CodeOptions, "title" | "credit">): string {
  return credit ? `${title.replace(/[.?!]?$/, (end) => end || ".")} ${credit}` : title;
}

/** Returns the script element that frame and element need once on a page. */
export function scriptCode({url}: Pick<CodeOptions, "url">): string {
  return `<script async src="${escapeHtml(scriptUrl(url))}"></script>`;
}

/** Returns the frame for an AMP page, which asks the embed for its height. */
export function ampCode(options: CodeOptions): string {
  const {title, heights, alt = title, width = 360} = options;
  return `<amp-iframe src="${escapeHtml(embedUrl(options))}" title="${escapeHtml(title)}" layout="fixed-height" height="${heightAt(heights, width)}" sandbox="${sandboxRights}" frameborder="0" resizable><amp-img placeholder layout="fill" src="${escapeHtml(imageUrl(options, "svg"))}" alt="${escapeHtml(alt)}"></amp-img><div overflow tabindex="0" role="button" aria-label="Show the whole chart">Show the whole chart</div></amp-iframe>`;
}

/** Returns the chart as a Markdown image that leads to its page. */
export function markdownCode(options: Omit<CodeOptions, "heights">): string {
  const {title, alt = title} = options;
  return `[![${escapeMarkdown(alt)}](${imageUrl(options, "svg")})](${chartUrl(options)} "${escapeMarkdown(title)}")`;
}

/** A picture's own width and height, in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Returns the chart as a picture in HTML that leads to its page, with its alternative text; its room is kept by the style. */
export function imageCode(options: Omit<CodeOptions, "heights"> & {size: PictureSize}): string {
  const {title, alt = title, size} = options;
  return `<a href="${escapeHtml(chartUrl(options))}"><img src="${escapeHtml(imageUrl(options, "svg"))}" alt="${escapeHtml(alt)}" width="100%" style="display:block;width:100%;max-width:${size.width}px;height:auto;aspect-ratio:${size.width}/${size.height}"></a>`;
}

/** The width of a newsletter's column, which mail programs agree on. */
const mailWidth = 600;

/**
 * Returns the chart for a newsletter: a PNG in a table of one column, which every
 * mail program lays out alike, with alternative text, caption and link. Where a
 * program knows `picture`, the theme of the reader's machine decides; a fixed
 * theme has one picture.
 */
export function mailCode(options: Omit<CodeOptions, "heights"> & {size: PictureSize}): string {
  const {title, alt = title, theme = "auto", size} = options;
  const height = Math.round((size.height * mailWidth) / size.width);
  const image = `<img src="${escapeHtml(imageUrl(options, "png"))}" alt="${escapeHtml(alt)}" width="${mailWidth}" height="${height}" border="0" style="display:block;width:100%;max-width:${mailWidth}px;height:auto;border:0">`;
  const dark = escapeHtml(imageUrl({...options, theme: "dark"}, "png"));
  const picture =
    theme === "auto"
      ? `<picture><source media="(prefers-color-scheme: dark)" srcset="${dark}">${image}</picture>`
      : image;
  const href = escapeHtml(chartUrl(options));
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:${mailWidth}px"><tr><td><a href="${href}">${picture}</a></td></tr><tr><td style="padding:8px 0;font:14px/20px Arial,sans-serif"><a href="${href}">${escapeHtml(captionOf(options))}</a></td></tr></table>`;
}

/** Returns a block of custom HTML for WordPress, with the iframe. */
export function wordpressCode(options: CodeOptions): string {
  return `<!-- wp:html -->\n${escapeShortcodes(iframeCode(options))}\n<!-- /wp:html -->`;
}

/** Returns the address of the script that frame and element need. */
export const scriptUrl = (url: string): string => `${root(url)}embed.js`;

function imageUrl({id, url, theme = "auto", version}: Place, type: "svg" | "png"): string {
  const folder = version ? `v/${version}` : "graphics";
  return `${root(url)}${folder}/${id}${theme === "dark" ? "-dark" : ""}${type === "png" ? "@2x.png" : ".svg"}`;
}

/** Returns the address of the chart's page. */
export function chartUrl({id, url}: Pick<CodeOptions, "id" | "url">): string {
  return root(url) + chartHref(id).slice(1);
}

function root(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}
