import type {Browser} from "playwright-core";
import {afterAll, beforeAll} from "vitest";
import {launchBrowser} from "./launch.js";
import {type Served, serveFolder} from "./serve.js";

/** A browser, for as long as the tests of the file run that imports it. */
export let browser: Browser;
/** The built site, served for as long. */
export let site: Served;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder("dist");
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});
