import path from "node:path";
import {articleNotes} from "../articles/articleNotes.js";
import {versionOf} from "../graphics/citation.js";
import {makeGraphics} from "../graphics/makeGraphics.js";
import {type InputError, InputErrors} from "../InputError.js";
import {withLock} from "../lock.js";
import {replaceFolder} from "../replaceFolder.js";
import {siteUrl} from "../site/address.js";
import {cacheFolder, madeArticles, madeCharts, useCache} from "../site/cache.js";
import {makeDesk} from "../site/desk.js";
import {finishSite} from "../site/finish.js";
import {makeFragments} from "../site/fragments.js";
import {buildPages} from "../site/framework.js";
import {nextLines, nextSteps} from "../site/nextSteps.js";
import {readAll} from "../site/readAll.js";
import {filesMade, listFiles} from "../site/siteFiles.js";
import {keepPackages, makeSiteFolder} from "../site/siteFolder.js";
import {finishVersions, rememberVersions} from "../site/versions.js";
import {run} from "./run.js";

const withoutAddress =
  "the site's address is not known: canonical links, pictures for shared links, feed and sitemap are left out (--url ADDRESS, or address: in seeds/story.yaml)";

await run({
  help: `
waybill build [--out FOLDER] [--base PATH] [--url ADDRESS] [--keep FOLDER]

Makes the tables and the charts and writes the site to dist/. Needs no network.
The new site takes the place of the old one when it is whole: whatever is wrong
is told, all of it, and the old one stays. Files there that no build made stay.

  --out FOLDER   where the site goes (default: dist)
  --base PATH    path of the site on its server (default: that of --url, else /)
  --url ADDRESS  where the site will be, for links that have to be absolute, as
                 https://example.org/waybill (default: $WAYBILL_URL)
  --keep FOLDER  the site as it was last published: versions of graphics that
                 stand in its v/ stay, and those that replace them say so
  -h, --help     this help`,
  options: {out: {type: "string"}, base: {type: "string"}, url: {type: "string"}, keep: {type: "string"}},
  async main({out = "dist", base, url, keep}) {
    if (typeof url === "string") process.env.WAYBILL_URL = url;
    const site = siteUrl();
    const basePath = String(base ?? (site ? new URL(site).pathname : "/")).replace(/\/?$/, "/");
    useCache(path.join(cacheFolder, "build"));
    await withLock(path.join(cacheFolder, "lock"), "the site", async () => {
      console.log("making tables and charts …");
      const published = typeof keep === "string" ? keep : null;
      const kept = rememberVersions(published);
      const tables = await readAll();
      for (const note of articleNotes(tables.texts)) console.error(note);
      const inCharts: InputError[] = [];
      const {graphics, rest} = await makeFragments(tables, {report: (problem) => inCharts.push(problem)});
      if (inCharts.length > 0) throw new InputErrors(inCharts);
      for (const make of rest) await make();
      console.log(`tables: ${tables.articles.length} articles, ${tables.figures.length} figures`);
      const options = {...graphics, site: site?.replace(/\/$/, "") ?? ""};
      await makeGraphics({
        ...options,
        onProgress: (done, of, files) =>
          printProgress(`graphics: ${done} of ${of} charts, ${files} files made`, done === of),
      });
      makeDesk(options);
      const old = filesMade(String(out));
      await replaceFolder(
        String(out),
        async (next) => {
          const root = makeSiteFolder();
          const pages = await buildPages({
            root,
            output: next,
            base: basePath,
            onProgress: (done) => printProgress(`pages: ${done}`, false),
          });
          keepPackages(root);
          finishSite(next, {base: basePath, url: site});
          const current = graphics.charts.map(({chart, rows}): [string, string] => [
            chart.id,
            versionOf(chart, rows),
          ]);
          finishVersions(next, new Map(current), published);
          const files = listFiles(next, [
            ...madeCharts().map((id) => `charts/${id}.html`),
            ...madeArticles().map((id) => `sources/${id}.html`),
          ]);
          printProgress(`${out}/: ${pages} pages, ${files.length} files`, true);
        },
        {keeps: (name) => !old.has(name)},
      );
      if (published !== null) console.log(`versions: ${kept} of graphics kept from ${published}/`);
      if (!site) console.log(withoutAddress);
      for (const line of nextLines(nextSteps(tables, graphics.charts.length))) console.log(line);
    });
  },
});

// One line that is written over where somebody looks on, else a line at the end.
function printProgress(text: string, ends: boolean): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${text}${ends ? "\n" : ""}`);
  else if (ends) console.log(text);
}
