import http from "node:http";
import type {AddressInfo} from "node:net";
import {extract} from "@extractus/oembed-extractor";
import ogs from "open-graph-scraper";
import {describe, expect, it} from "vitest";
import {addMetadata} from "../../loaders/site/metadata.js";
import type {SiteFacts} from "../../loaders/site/pageFacts.js";
import {hostileStrings} from "../graphics/hostileStrings.js";
import {settings} from "./settings.js";

const url = "https://example.org/mill/";
const site: SiteFacts = {
  changed: "2026-03-04",
  reports: [],
  pages: {
    "/charts/bar.html": {
      kind: "chart",
      id: "bar",
      title: "Bar",
      description: "A bar of 40 barges.",
      reports: [],
    },
  },
};
const html = (title: string, main: string): string =>
  `<!DOCTYPE html><html><head><title>${title} | The Mill</title></head><body><main>${main}</main></body></html>`;
const chart = '<figure class="chart" id="chart-bar" data-chart="bar"></figure>';
const story = html(
  "Grain moves",
  `<h1>Grain moves</h1><p class="standfirst">By <a>40</a> barges.</p>${chart}`,
);

const read = async (page: string) => (await ogs({html: page})).result;

describe("addMetadata(html, options), read by open-graph-scraper", () => {
  it("gives the first page its title, standfirst, address and the card of its first chart", async () => {
    const result = await read(addMetadata(story, {path: "/", site, settings, url}));
    expect(result).toMatchObject({
      ogTitle: "Grain moves",
      ogDescription: "By 40 barges.",
      ogType: "article",
      ogUrl: url,
      ogSiteName: "The Mill",
      twitterCard: "summary_large_image",
      articleModifiedTime: "2026-03-04",
    });
    expect(result.ogImage).toEqual([
      expect.objectContaining({
        url: `${url}graphics/bar-card.png`,
        width: "1200",
        height: "630",
        alt: "A bar of 40 barges.",
      }),
    ]);
    expect(result.jsonLD).toEqual([expect.objectContaining({"@type": "Article", headline: "Grain moves"})]);
  });

  it("takes front matter's description before the page's words, and does not write it again", () => {
    const page = story.replace(
      "</title>",
      '</title><meta name="description" content="Its own &amp; short.">',
    );
    const written = addMetadata(page, {path: "/", site, settings, url});
    expect(written.match(/name="description"/g)).toHaveLength(1);
    expect(written).toContain('property="og:description" content="Its own &amp; short."');
  });

  it("leaves out what has to be absolute where the site's address is not known", () => {
    const written = addMetadata(story, {path: "/", site, settings, url: null});
    expect(written).toContain('property="og:title"');
    expect(written).not.toMatch(/og:image|og:url|canonical|rel="alternate"|example\.org/);
    expect(written).toContain('content="summary"');
  });

  it("names no canonical address and no oEmbed for what is no chart", () => {
    const lost = addMetadata(html("Nothing", "<p>Here.</p>"), {path: "/404.html", site, settings, url});
    expect(lost).not.toMatch(/canonical|oembed/);
  });

  it("lets nothing that a title or a description says out of its place", async () => {
    for (const words of Object.values(hostileStrings)) {
      const page = addMetadata(
        html("A", `<p>${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`),
        {
          path: "/",
          site: {
            ...site,
            pages: {"/": {...site.pages["/charts/bar.html"], description: words, title: words} as never},
          },
          settings,
          url,
        },
      );
      const {jsonLD} = await read(page);
      expect(jsonLD).toHaveLength(1);
      expect(page.match(/<\/script>/g)).toHaveLength(1);
      expect(page.match(/<script/g)).toHaveLength(1);
    }
  });

  it("cuts a long description where a sentence ends", async () => {
    const long = `${"It moves by barge and by rail. ".repeat(20)}`;
    const {ogDescription} = await read(
      addMetadata(html("A", `<p>${long}</p>`), {path: "/", site, settings, url}),
    );
    expect(ogDescription).toMatch(/rail\.$/);
    expect(ogDescription!.length).toBeLessThan(301);
  });
});

describe("addMetadata(html, options), read by an oEmbed consumer", () => {
  it("leads from a chart's page to its oEmbed", async () => {
    const embed = {
      version: "1.0",
      type: "rich",
      title: "Bar",
      width: 640,
      height: 400,
      html: "<iframe></iframe>",
    };
    const pages = new Map<string, [type: string, body: string]>();
    const server = http.createServer((request, response) => {
      const [type, body] = pages.get(new URL(request.url!, "http://localhost").pathname) ?? [
        "text/plain",
        "",
      ];
      response.writeHead(body ? 200 : 404, {"content-type": type}).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const written = addMetadata(html("Bar", chart), {path: "/charts/bar.html", site, settings, url: origin});
    pages.set("/charts/bar.html", ["text/html", written]);
    pages.set("/graphics/bar.oembed.json", ["application/json", JSON.stringify(embed)]);
    try {
      expect(await extract(`${origin}charts/bar.html`)).toMatchObject({title: "Bar", type: "rich"});
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
