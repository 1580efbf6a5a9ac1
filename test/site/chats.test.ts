import {readFileSync} from "node:fs";
import ogs from "open-graph-scraper";
import {describe, expect, it} from "vitest";
import {addMetadata} from "../../loaders/site/metadata.js";
import {escapeHtml} from "../../src/waybill/model/escape.js";
import {charts} from "../embed/charts.js";
import {settings} from "./settings.js";

/*
 * What chats and networks show for a link to a chart's page, read by a library that
 * reads pages as their programs do; none of them is reached from here. Of each rule
 * the strictest: WhatsApp leaves out pictures that are large (600 kB are said to pass,
 * 300 are safe) or narrower than 300 pixels, Bluesky those over 1 MB, Mastodon those over
 * 2 MB, X those over 5 MB; X crops to two by one and takes 420 letters of alternative text.
 */
const most = {bytes: 300_000, alt: 420};
const url = "https://example.org/mill/";

describe.each(charts.map(({id}) => id))("a link to %s", (id) => {
  const {title, alt} = JSON.parse(readFileSync(`dist/graphics/${id}.json`, "utf8"));
  const card = readFileSync(`dist/graphics/${id}-card.png`);
  const path = `/charts/${id}.html`;
  const facts = {kind: "chart" as const, id, title, description: alt, reports: []};
  const page = `<!doctype html><html><head><title>${escapeHtml(title)}</title></head><body><main><p>${escapeHtml(alt)}</p></main></body></html>`;

  it("brings a card that every one of them shows, with its words", async () => {
    const site = {changed: "2026-03-04", reports: [], pages: {[path]: facts}};
    const {result} = await ogs({html: addMetadata(page, {path, site, settings, url})});
    expect(result).toMatchObject({
      ogTitle: title,
      ogDescription: expect.stringMatching(/^.{20,300}$/),
      ogUrl: url + path.slice(1),
      twitterCard: "summary_large_image",
    });
    const [width, height] = [card.readUInt32BE(16), card.readUInt32BE(20)];
    expect(result.ogImage).toEqual([
      {
        url: `${url}graphics/${id}-card.png`,
        type: "image/png",
        width: String(width),
        height: String(height),
        alt: expect.any(String),
      },
    ]);
    const {alt: words = ""} = result.ogImage![0] as {alt?: string};
    expect(words.length).toBeGreaterThan(20);
    expect(words.length).toBeLessThanOrEqual(most.alt);
    expect(width / height).toBeGreaterThan(1.9);
    expect(width / height).toBeLessThanOrEqual(2);
    expect(card.length).toBeLessThan(most.bytes);
    expect(card.subarray(1, 4).toString("latin1")).toBe("PNG");
  });
});
