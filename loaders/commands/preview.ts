import {portOf} from "../site/runningPreview.js";
import {servePreview} from "../site/servePreview.js";
import {run} from "./run.js";

await run({
  help: `
waybill start [--port NUMBER] [--host ADDRESS]

Makes the tables, then serves the site with live preview. A change of a seed, a
loader or a chart shows in the open page by itself. A seed or a page with a
mistake in it is told of and left out; waybill build fails on it. Below /review/
stands the review desk: see waybill review.

  --port NUMBER    (default: 3000)
  --host ADDRESS   (default: 127.0.0.1)
  -h, --help       this help`,
  options: {port: {type: "string"}, host: {type: "string"}},
  async main({port, host = "127.0.0.1"}) {
    await servePreview({
      port: portOf(port),
      host: String(host),
      say: (address) => console.log(`${address}\nreview the figures: ${address}review/`),
    });
  },
});
