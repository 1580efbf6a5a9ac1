import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {readCitation} from "../../loaders/graphics/cite/readCitation.js";
import {launchBrowser} from "../browser/launch.js";
import {serveFolder} from "../browser/serve.js";
import {waybill} from "../engine.js";
import {runOffline} from "../offline.js";
import {temporaryFolder} from "../temporary.js";

/** Runs a command of the engine on a story, with the network off. */
function run(...words: string[]): void {
  const {status, stdout, stderr} = runOffline([process.execPath, ...waybill, ...words]);
  expect(status, stdout + stderr).toBe(0);
}

describe("waybill build --keep", {timeout: 600_000}, () => {
  it("keeps a graphic as it was printed, says in page, embed and files that it was corrected, and has the living one follow", async () => {
    const folder = temporaryFolder();
    const story = path.join(folder, "story");
    const url = "https://example.org/quay";
    const [old, now] = ["old", "now"].map((name) => path.join(folder, name));
    const read = (site: string, name: string): string => readFileSync(path.join(site, name), "utf8");
    run("init", story);
    const article = path.join(story, "seeds/example.md");
    const words = readFileSync(article, "utf8");
    expect(words).toContain("4,200 tonnes");
    run("--story", story, "build", "--url", url, "--out", old);
    writeFileSync(article, words.replace("4,200 tonnes", "4,700 tonnes"));
    run("--story", story, "build", "--url", url, "--out", now, "--keep", old);

    const [was, is] = [old, now].map(
      (site) => JSON.parse(read(site, "graphics/landings.json")).citation.version as string,
    );
    expect(is).not.toBe(was);
    expect(JSON.parse(read(now, "v/versions.json"))).toEqual({landings: [was, is]});

    // As printed: byte for byte, but that its page says it was changed.
    for (const name of [
      "landings.svg",
      "landings-dark.svg",
      "landings@2x.png",
      "landings.pdf",
      "landings.csv",
      "embed.css",
    ])
      expect(
        readFileSync(path.join(now, "v", was, name)).equals(readFileSync(path.join(old, "v", was, name))),
        name,
      ).toBe(true);
    const printed = /<p class="version">.*?<\/p>/;
    const [before, after] = [old, now].map((site) => read(site, `v/${was}/landings.html`));
    expect(after.replace(printed, "")).toBe(before.replace(printed, ""));
    expect(before).toContain(`As printed, version ${was}.`);
    expect(after).toContain(`As printed, version ${was}; <a`);
    expect(read(now, `v/${is}/landings.html`)).toContain(`As printed, version ${is}.`);

    // The living one, and whatever is taken from it, says what it replaces.
    const since = `changed since version ${was}`;
    const said = (site: string): string =>
      read(site, "embed/landings.html")
        .replace(/<[^>]*>/g, "")
        .toLowerCase();
    expect(said(now)).toContain(since);
    expect(said(old)).not.toContain("changed since");
    expect(read(now, "graphics/landings.svg")).toContain(since);
    for (const name of ["landings.svg", "landings@2x.png", "landings.pdf", "landings.json"])
      expect(JSON.stringify(readCitation(readFileSync(path.join(now, "graphics", name)))), name).toContain(
        was,
      );
    expect(read(now, "charts/landings.html")).toMatch(
      new RegExp(
        `Changed since it was first published:</strong> it replaces version <a href="[./]*v/${was}/landings`,
      ),
    );

    const browser = await launchBrowser();
    const site = await serveFolder(now, {prefix: "/quay"});
    try {
      const page = await browser.newPage();
      const shown = async (address: string): Promise<string> => {
        await page.goto(`${site.origin}/quay/${address}`);
        return (await page.locator(".drawing svg:visible").innerHTML()).replace(/<[^>]*>/g, " ");
      };
      expect(await shown(`v/${was}/landings.html`)).toContain("4,200");
      expect(await shown("embed/landings.html")).toContain("4,700");
      // The line on the old page leads to the living chart.
      await page.goto(`${site.origin}/quay/v/${was}/landings.html`);
      const href = await page.locator(".version a").evaluate((a) => (a as HTMLAnchorElement).href);
      expect(href).toBe(`${site.origin}/quay/charts/landings.html`);
    } finally {
      await browser.close();
      site.close();
    }
  });
});
