import {existsSync, readdirSync} from "node:fs";
import {idOf} from "../articles/id.js";
import {formatOf} from "../articles/readArticle.js";
import {InputError} from "../InputError.js";
import {portOf, runningPreview} from "../site/runningPreview.js";
import {servePreview} from "../site/servePreview.js";
import {run} from "./run.js";

await run({
  help: `
waybill review [ARTICLE] [--port NUMBER] [--host ADDRESS]

Opens the review desk, on which the figures of an article are gone through: each
is accepted, corrected, or said to be none, by keys, and what is done stands in
the article's front matter at once. Prints the address to open: of one article,
by its id or its file, or of the list of all. If the story's preview runs, the
desk is a part of it; else it is started, as by waybill start.

  --port NUMBER    (default: 3000)
  --host ADDRESS   (default: 127.0.0.1); from other machines the desk is not answered
  -h, --help       this help`,
  options: {port: {type: "string"}, host: {type: "string"}},
  files: true,
  async main({port, host = "127.0.0.1"}, articles) {
    if (articles.length > 1)
      throw new InputError("review", null, "takes one article, or none for the list of all");
    const page = `review/${articles.map(articleOf).map(encodeURIComponent).join("")}`;
    const running = await runningPreview();
    if (running) {
      console.log(`${running}${page}`);
      return;
    }
    await servePreview({
      port: portOf(port),
      host: String(host),
      say: (address) => console.log(`open the review desk: ${address}${page}`),
    });
  },
});

/** Returns the id of the article that an argument names. Throws if the story has none of that name. */
function articleOf(name: string): string {
  const ids = existsSync("seeds")
    ? readdirSync("seeds")
        .filter((file) => formatOf(file) !== null)
        .map(idOf)
    : [];
  const id = [name, formatOf(name) === null ? name : idOf(name)]
    .map((one) => one.normalize("NFC"))
    .find((one) => ids.includes(one));
  if (id === undefined)
    throw new InputError("review", null, `no such article: "${name}" (have: ${ids.join(", ") || "none"})`);
  return id;
}
