import {escapeHtml} from "../../src/waybill/model/escape.js";
import {formatDate} from "../../src/waybill/model/format.js";
import type {Settings} from "../story.js";
import {hasDocs} from "./docs.js";

const sections: [name: string, path: string][] = [
  ["Charts", "/charts/"],
  ["Sources", "/sources/"],
  ["Claims", "/claims/"],
  ["Explore", "/explore"],
  ["Method", "/method"],
];

/** Hidden until the script is there that answers it. */
const themeSwitch =
  '<label class="site-theme" hidden><span>Theme</span> <select autocomplete="off"><option value="">System</option><option value="light">Light</option><option value="dark">Dark</option></select></label>';

/** Returns what stands above every page: a way past it, the site's name, its sections, docs if there are any, the theme. `path` is Framework's, “/charts/index”. */
export function headerHtml({name}: Settings, path: string, docs = hasDocs()): string {
  const address = path.replace(/(?<=\/)index$/, "");
  const current = (to: string): string => {
    if (address === to) return ' aria-current="page"';
    return to.length > 1 && to.endsWith("/") && address.startsWith(to) ? ' aria-current="true"' : "";
  };
  const link = ([words, to]: [string, string]): string =>
    `<a href="${to}"${current(to)}>${escapeHtml(words)}</a>`;
  return `<a class="skip" data-page-href="#observablehq-main">Skip to the text</a><nav class="site" aria-label="Site"><a class="site-name" href="/"${current("/")}>${escapeHtml(name)}</a> <span class="site-sections">${sections.map(link).join(" ")}</span>${docs ? ` <a class="site-docs" href="/docs/"${current("/docs/")}>Docs</a>` : ""} <a class="site-search" href="/search"${current("/search")}>Search</a>${themeSwitch}</nav>`;
}

/** Returns what stands below every page. `hasFeed` says whether the site has a feed. */
export function footerHtml(settings: Settings, changed: string | null, hasFeed: boolean): string {
  const links = [
    '<a href="/data/">The tables</a>',
    '<a href="/check">Check a draft</a>',
    '<a href="/licences">Licences</a>',
    hasFeed ? '<a data-site-href="feed.xml">Feed</a>' : "",
  ];
  return `<p>Every mark in a chart leads to the sentence it stands on. What is reported is not proven.</p><p>${[signatureHtml(settings, changed), ...links].filter(Boolean).join(dot)}</p>`;
}

const dot = ' <span aria-hidden="true">·</span> ';

/**
 * Returns, behind a dot, a button that copies a report of an error, ready to be sent, and a way to
 * what to do with it: what is offered where nobody says where errors are reported.
 */
const reportButton = (changed: string | null): string =>
  `<span class="copy-report">${dot}<button type="button" class="copy" data-copy data-version="${changed ?? "not dated"}">Copy an error report</button>${dot}<a href="/method#report-an-error">Where to send it</a></span>`;

/** Returns who publishes the story, when, under which licence, and how to report an error. */
export function signatureHtml(settings: Settings, changed: string | null): string {
  const {byline, published, licence, corrections} = settings;
  const time = (day: string): string => `<time datetime="${day}">${formatDate(day)}</time>`;
  const parts = [
    `By ${escapeHtml(byline)}`,
    published ? `Published ${time(published)}` : "",
    changed ? `Last changed ${time(changed)}` : "",
    licence === "not stated" ? "" : `Charts and data: ${escapeHtml(licence)}`,
    corrections ? `<a href="${escapeHtml(corrections)}">Report an error</a>` : "",
  ].filter(Boolean);
  return parts.join(dot) + (corrections ? "" : reportButton(changed));
}
