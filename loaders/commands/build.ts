import {spawn} from "node:child_process";
import {cpSync, rmSync} from "node:fs";
import {languageNotes} from "../articles/language.js";
import {makeGraphics} from "../graphics/makeGraphics.js";
import {siteUrl} from "../site/address.js";
import {makeDesk} from "../site/desk.js";
import {finishSite} from "../site/finish.js";
import {makeFragments} from "../site/fragments.js";
import {framework} from "../site/framework.js";
import {dropStale} from "../site/freshness.js";
import {run} from "./run.js";

await run({
  help: `
npm run build [-- --out FOLDER] [--base PATH] [--url ADDRESS]

Makes the tables and the charts and writes the site to dist/. Needs no network.

  --out FOLDER   where the site goes (default: dist)
  --base PATH    path of the site on its server (default: that of --url, else /)
  --url ADDRESS  where the site will be, for links that have to be absolute, as
                 https://example.org/waybill (default: $WAYBILL_URL)
  -h, --help     this help`,
  options: {out: {type: "string"}, base: {type: "string"}, url: {type: "string"}},
  async main({out = "dist", base, url}) {
    if (typeof url === "string") process.env.WAYBILL_URL = url;
    const site = siteUrl();
    const root = base ?? (site ? new URL(site).pathname : "/");
    console.log("making tables and charts …");
    const {tables, graphics} = await makeFragments();
    for (const note of languageNotes(tables.texts)) console.error(note);
    console.log(`tables: ${tables.articles.length} articles, ${tables.figures.length} figures`);
    const options = {...graphics, site: site?.replace(/\/$/, "") ?? "", onProgress: printProgress};
    await makeGraphics(options);
    makeDesk(options);
    dropStale();
    const code = await new Promise<number>((resolve, reject) => {
      const child = spawn(process.execPath, framework("build"), {
        stdio: "inherit",
        env: {...process.env, WAYBILL_BASE: String(root), OBSERVABLE_TELEMETRY_DISABLE: "true"},
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

// One line that is written over where somebody looks on, else a line at the end.
function printProgress(done: number, of: number, files: number): void {
  const text = `graphics: ${done} of ${of} charts, ${files} files made`;
  if (process.stdout.isTTY) process.stdout.write(`\r${text}${done === of ? "\n" : ""}`);
  else if (done === of) console.log(text);
}
