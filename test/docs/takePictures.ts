/*
 * Takes the pictures of the docs: follows the page for data journalists, and looks
 * at what it comes to.
 *
 *   npx tsx test/docs/takePictures.ts
 */
import {mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import type {Page} from "playwright-core";
import {launchBrowser} from "../browser/launch.js";
import {serveFolder} from "../browser/serve.js";
import {blocksOf, commandsIn} from "./blocks.js";
import {DocsStory} from "./DocsStory.js";

const out = "src/docs/pictures";
const size = {width: 1000, height: 660};
const port = 3917;

const folder = mkdtempSync(path.join(tmpdir(), "waybill-docs-"));
const story = new DocsStory(folder, port);
const browser = await launchBrowser();
const page = await browser.newPage({viewport: size, colorScheme: "light"});
mkdirSync(out, {recursive: true});
try {
  for (const block of blocksOf("src/docs/journalist.md")) {
    if (block.file) story.write(block, block.file);
    else if (block.tag === "sh")
      for (const words of commandsIn(block)) {
        await story.run(words);
        if (words.includes("review")) await takeDesk();
      }
  }
  await story.stop();
  const site = await serveFolder(path.join(story.folder, "dist"));
  await page.goto(site.origin);
  await take("page");
  await page.goto(`${site.origin}/charts/ferry-money`);
  await page.locator("#files").scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelector("#files")?.scrollIntoView());
  await page.evaluate(() => scrollBy(0, -24));
  await take("chart");
  await page.goto(site.origin);
  await page.locator(".drawing a[data-row]:visible").first().press("Enter");
  await page.getByRole("region", {name: "Source", exact: true}).waitFor();
  await page.mouse.move(0, 0);
  await take("panel");
  site.close();
} finally {
  await browser.close();
  await story.stop();
  rmSync(folder, {recursive: true, force: true, maxRetries: 20});
}

async function takeDesk(): Promise<void> {
  await page.goto(`http://127.0.0.1:${port}/review/ferry`);
  const at = page.locator("#text mark[aria-current]");
  await at.waitFor();
  for (let n = 0; n < 12 && (await at.textContent()) !== "$6.2 million"; n++) await page.keyboard.press("j");
  await page.keyboard.press("e");
  await page.getByLabel("Of what", {exact: true}).fill("county support");
  // The chart below the cells comes after them.
  await page.waitForTimeout(3000);
  await take("desk");
}

/** Writes what the page shows as WebP, which the browser makes. */
async function take(name: string): Promise<void> {
  const png = (await page.screenshot()).toString("base64");
  const encoder: Page = await browser.newPage();
  const webp = await encoder.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext("2d")!.drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.8).split(",")[1];
  }, png);
  await encoder.close();
  const file = path.join(out, `${name}.webp`);
  writeFileSync(file, Buffer.from(webp, "base64"));
  console.log(`${file}: ${(statSync(file).size / 1000).toFixed(0)} kB`);
}
