import {spawn} from "node:child_process";
import {cpSync, rmSync} from "node:fs";
import {makeGraphics} from "../graphics/makeGraphics.js";
import {InputError} from "../InputError.js";
import {makeDesk} from "../site/desk.js";
import {finishSite} from "../site/finish.js";
import {makeFragments} from "../site/fragments.js";
import {framework} from "../site/framework.js";
import {dropStale} from "../site/freshness.js";
import {run} from "./run.js";

await run({
  help: `
npm run build [-- --out FOLDER] [--base PATH]

Makes the tables and the charts and writes the site to dist/. Needs no network.

  --out FOLDER   where the site goes (default: dist)
  --base PATH    path of the site on its server (default: /)
  --url URL      address of the site, for the links in graphics that leave it
                 (default: WAYBILL_URL; without it they are relative)
  -h, --help     this help`,
  options: {out: {type: "string"}, base: {type: "string"}, url: {type: "string"}},
  async main({out = "dist", base = "/", url = process.env.WAYBILL_URL ?? ""}) {
    const site = siteAddress(String(url));
    console.log("making tables and charts …");
    const {tables, graphics} = await makeFragments();
    console.log(`tables: ${tables.articles.length} articles, ${tables.figures.length} figures`);
    const options = {...graphics, site, onProgress: printProgress};
    await makeGraphics(options);
    makeDesk(options);
    dropStale();
    const code = await new Promise<number>((resolve, reject) => {
      const child = spawn(process.execPath, framework("build"), {
        stdio: "inherit",
        env: {
          ...process.env,
          WAYBILL_BASE: String(base),
          WAYBILL_URL: site,
          OBSERVABLE_TELEMETRY_DISABLE: "true",
        },
      });
      child.on("error", reject);
      child.on("close", (c) => resolve(c ?? 1));
    });
    if (code !== 0) {
      process.exitCode = code;
      return;
    }
    finishSite("dist");
    if (out !== "dist") {
      rmSync(String(out), {recursive: true, force: true});
      cpSync("dist", String(out), {recursive: true});
    }
  },
});

/** Returns the address without a slash at its end; "" for none. Throws an InputError if it is not one. */
function siteAddress(url: string): string {
  if (url === "") return "";
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new InputError("--url", null, `is not an address: "${url}" (write https://example.org/path)`);
  return url.replace(/\/+$/, "");
}

// One line that is written over where somebody looks on, else a line at the end.
function printProgress(done: number, of: number, files: number): void {
  const text = `graphics: ${done} of ${of} charts, ${files} files made`;
  if (process.stdout.isTTY) process.stdout.write(`\r${text}${done === of ? "\n" : ""}`);
  else if (done === of) console.log(text);
}
