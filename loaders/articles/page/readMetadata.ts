import type {DateSource} from "../../../src/waybill/model/figure.js";
import {isDay} from "../date.js";
import {languageProblem} from "../language.js";
import {webAddress} from "../webAddress.js";
import {type LinkedArticle, linkedArticle} from "./jsonLd.js";
import type {Page} from "./parsePage.js";

/** What a page says of its article; null where it does not. Nothing here has been cleaned. */
export interface Metadata {
  title: string | null;
  author: string | null;
  publisher: string | null;
  /** YYYY-MM-DD; as it is written, if nothing there is a day of the calendar. */
  published: string | null;
  publishedFrom: DateSource | null;
  /** BCP 47. */
  language: string | null;
  /** Of http or https. */
  url: string | null;
  /** Its text as JSON-LD has it. */
  body: string | null;
}

/** Returns what the head of a page, its JSON-LD and its microdata say of the article. */
export function readMetadata({document, jsonLd, savedFrom}: Page): Metadata {
  const linked = linkedArticle(jsonLd);
  const meta = metaOf(document);
  const item = (name: string): string | null => itemOf(document, name);
  const publisher =
    meta("og:site_name") ??
    linked?.publisher ??
    meta("dc.publisher", "dcterms.publisher", "citation_publisher") ??
    item("publisher") ??
    meta("application-name");
  return {
    title:
      meta("og:title") ??
      linked?.headline ??
      titleOf(document, publisher) ??
      meta("dc.title", "twitter:title"),
    author:
      linked?.author ??
      // In Open Graph it may be the address of a profile.
      notAddress(meta("author")) ??
      notAddress(meta("article:author")) ??
      meta("dc.creator", "dcterms.creator", "citation_author") ??
      item("author"),
    publisher,
    ...dateOf(document, meta, linked),
    language: languageIn(document, meta, linked),
    url: addressIn(document, meta, linked, savedFrom),
    body: linked?.body ?? null,
  };
}

type Meta = (...names: string[]) => string | null;

function metaOf(document: Document): Meta {
  const contents = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content")!.trim();
    const names =
      element.getAttribute("property") ?? element.getAttribute("name") ?? element.getAttribute("http-equiv");
    for (const name of (names ?? "").toLowerCase().split(/\s+/))
      if (name && content && !contents.has(name)) contents.set(name, content);
  }
  return (...names) =>
    names.map((name) => contents.get(name)).find((content) => content !== undefined) ?? null;
}

function itemOf(document: Document, name: string): string | null {
  const element = document.querySelector(`[itemprop~="${name}"]`);
  const named = element?.querySelector('[itemprop~="name"]') ?? element;
  return named?.getAttribute("content")?.trim() || named?.textContent?.trim() || null;
}

// “Headline | The Paper”: what follows the last bar or dash is the paper's name, if it is known or the headline stands on the page without it.
function titleOf(document: Document, publisher: string | null): string | null {
  const title = document.querySelector("title")?.textContent?.trim() ?? "";
  const heading = document.querySelector("h1")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const parts = /^(.+?)\s+[|–—·•»-]\s+([^|–—·•»]+)$/s.exec(title);
  if (parts && (parts[2] === publisher || parts[1] === heading)) return parts[1];
  return title || heading || null;
}

function dateOf(
  document: Document,
  meta: Meta,
  linked: LinkedArticle | null,
): Pick<Metadata, "published" | "publishedFrom"> {
  const stated: Record<DateSource, (string | null | undefined)[]> = {
    "JSON-LD": [linked?.datePublished],
    "Open Graph": [
      meta("article:published_time"),
      meta("og:article:published_time"),
      meta("og:published_time"),
    ],
    "DC.date": [
      meta("dc.date.issued"),
      meta("dcterms.issued"),
      meta("dc.date"),
      meta("dcterms.date"),
      meta("dcterms.created"),
      meta("dc.date.created"),
    ],
    meta: [
      itemDate(document),
      ...[
        "citation_publication_date",
        "citation_date",
        "datepublished",
        "publish-date",
        "publish_date",
        "publication_date",
        "pubdate",
        "date",
      ].map((name) => meta(name)),
    ],
    time: [timeOf(document)],
  };
  const found = (Object.keys(stated) as DateSource[]).flatMap((source) =>
    stated[source].filter((date) => date?.trim()).map((date) => ({source, date: date!.trim()})),
  );
  for (const {source, date} of found) {
    const day = dayIn(date);
    if (day) return {published: day, publishedFrom: source};
  }
  const [wrong] = found.filter(({date}) => /^\d{4}-\d{2}-\d{2}/.test(date));
  return {published: wrong?.date.slice(0, 10) ?? null, publishedFrom: wrong?.source ?? null};
}

const itemDate = (document: Document): string | null => {
  const element = document.querySelector('[itemprop~="datePublished"]');
  return element?.getAttribute("datetime") ?? element?.getAttribute("content") ?? null;
};

// Teasers and comments have times too: only that of the article counts, or the only one.
function timeOf(document: Document): string | null {
  const marked = document.querySelector("time[pubdate]");
  const inArticle = document.querySelector("article, main, [role=main]");
  const times = [...(inArticle ?? document).querySelectorAll("time")].filter(
    (time) => !time.closest("aside, nav, footer, li"),
  );
  const [first] = inArticle || times.length === 1 ? times : [];
  const time = marked ?? first;
  return time?.getAttribute("datetime") ?? time?.textContent ?? null;
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * Returns the day that a date tells, YYYY-MM-DD, as its writer's calendar had
 * it; null if it is none, or one that is read in two ways ("03/04/2024").
 */
export function dayIn(date: string): string | null {
  const numbers = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(date);
  const words =
    /\b(?<month>[A-Za-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})\b/.exec(date) ??
    /\b(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?<month>[A-Za-z]{3,9})\.?,?[\s-]+(?<year>\d{4})\b/.exec(date);
  const two = (number: string | number): string => String(number).padStart(2, "0");
  if (numbers) return dayOrNull(numbers.slice(1).join("-"));
  if (!words) return null;
  const {year, month, day} = words.groups!;
  const nth = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return dayOrNull(`${year}-${two(nth)}-${two(day)}`);
}

const dayOrNull = (day: string): string | null => (isDay(day) ? day : null);

function languageIn(document: Document, meta: Meta, linked: LinkedArticle | null): string | null {
  const named = [
    document.documentElement.getAttribute("lang"),
    linked?.language,
    meta("og:locale"),
    meta("content-language"),
    meta("dc.language", "dcterms.language"),
  ];
  for (const name of named) {
    const language = name?.trim().replaceAll("_", "-");
    if (language && languageProblem(language) === null) return Intl.getCanonicalLocales(language)[0];
  }
  return null;
}

function addressIn(
  document: Document,
  meta: Meta,
  linked: LinkedArticle | null,
  savedFrom: string | null,
): string | null {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute("href");
  for (const address of [canonical, meta("og:url"), linked?.url, savedFrom]) {
    const url = address ? webAddress(address) : null;
    if (url) return url;
  }
  return null;
}

const notAddress = (name: string | null): string | null => (name && /^https?:/.test(name) ? null : name);
