import {escapeHtml} from "../../src/waybill/model/escape.js";
import type {Settings} from "../story.js";

/** A page of a built site, as the feed and the map of the site name it. */
export interface Listed {
  /** Address from the site's root: “/charts/harvest.html”, “/charts/”. */
  path: string;
  title: string;
  description: string;
  /** Whether it is in the feed: a page of the story, or a chart. */
  isNews: boolean;
}

export interface SiteIndexOptions {
  pages: readonly Listed[];
  settings: Settings;
  /** Day on which the story last changed, YYYY-MM-DD; null if it is not known. */
  changed: string | null;
  /** Address of the site with a slash at its end, or null if it is not known. */
  url: string | null;
}

/**
 * Returns the files that tell machines what is on the site, by their names:
 * robots.txt, and where the site's address is known sitemap.xml and an Atom feed,
 * feed.xml, if it is known when the story last changed.
 */
export function siteIndexFiles(options: SiteIndexOptions): Map<string, string> {
  const {url, changed} = options;
  const files = new Map([
    ["robots.txt", `User-agent: *\nAllow: /\n${url ? `\nSitemap: ${url}sitemap.xml\n` : ""}`],
  ]);
  if (!url) return files;
  files.set("sitemap.xml", sitemap(url, options));
  if (changed) files.set("feed.xml", feed(url, changed, options));
  return files;
}

function sitemap(url: string, {pages, changed}: SiteIndexOptions): string {
  const entries = pages.map(
    ({path}) =>
      `<url><loc>${escapeHtml(url + path.slice(1))}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ""}</url>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`;
}

function feed(url: string, changed: string, {pages, settings}: SiteIndexOptions): string {
  const updated = `<updated>${changed}T00:00:00Z</updated>`;
  const entries = pages
    .filter(({isNews}) => isNews)
    .map(({path, title, description}) => {
      const address = escapeHtml(url + path.slice(1));
      const published =
        path === "/" && settings.published ? `<published>${settings.published}T00:00:00Z</published>` : "";
      return `<entry><id>${address}</id><title>${escapeHtml(title)}</title><link href="${address}"/>${published}${updated}<summary>${escapeHtml(description)}</summary></entry>`;
    });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${escapeHtml(url)}</id><title>${escapeHtml(settings.name)}</title>
<link href="${escapeHtml(url)}"/><link rel="self" type="application/atom+xml" href="${escapeHtml(`${url}feed.xml`)}"/>
<author><name>${escapeHtml(settings.byline)}</name></author>
${updated}
${entries.join("\n")}
</feed>
`;
}
