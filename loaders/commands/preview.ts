import {spawn} from "node:child_process";
import {framework} from "../site/framework.js";
import {dropStale, touchDependents} from "../site/freshness.js";
import {startFront} from "../site/front.js";
import {GraphicsMaker} from "../site/GraphicsMaker.js";
import {Maker} from "../site/Maker.js";
import {ProblemList} from "../site/ProblemList.js";
import {siteFolder, syncSite} from "../site/siteFolder.js";
import {watchStory} from "../site/watchStory.js";
import type {WorkerAnswer} from "../site/worker.js";
import {run} from "./run.js";

await run({
  help: `
waybill start [--port NUMBER] [--host ADDRESS]

Makes the tables, then serves the site with live preview. A change of a seed, a
loader or a chart shows in the open page by itself. A seed or a page with a
mistake in it is told of and left out; waybill build fails on it.

  --port NUMBER    (default: 3000)
  --host ADDRESS   (default: 127.0.0.1)
  -h, --help       this help`,
  options: {port: {type: "string"}, host: {type: "string"}},
  async main({port = "3000", host = "127.0.0.1"}) {
    const number = Number(port);
    if (!Number.isInteger(number) || number < 1 || number > 65535)
      throw new Error(`port is not a number from 1 to 65535: ${port}`);
    console.log("making tables and charts …");
    const graphics = new GraphicsMaker();
    const problems = new ProblemList();
    const inTurn = queue();
    let codeChanged = false;

    const refresh = async (what: "make" | "check"): Promise<void> => {
      if (codeChanged) maker.restart();
      codeChanged = false;
      const start = performance.now();
      const answer = await maker.ask(what);
      problems.tell(answer.problems, what === "make");
      if (!answer.made) return;
      show();
      console.log(
        `${answer.made.figures} figures, ${answer.made.changed ? "changed" : "as before"}, in ${Math.round(performance.now() - start)} ms`,
      );
    };
    const show = (): void => {
      dropStale();
      syncSite();
      touchDependents();
      graphics.makeSoon();
    };
    const change = debounce(40, () => inTurn.add(() => refresh("make")));
    const copy = debounce(40, () => inTurn.add(async () => syncSite()));
    const check = debounce(200, () => inTurn.add(() => refresh("check")));
    // What is saved while the first tables are made is not lost: it waits for the start.
    const unwatch = await watchStory({
      onIngredient(file) {
        graphics.stop();
        if (!file.startsWith("seeds")) codeChanged = true;
        change.soon();
      },
      onPage(file) {
        copy.soon();
        if (file.endsWith(".md")) check.soon();
      },
    });
    const maker = new Maker();
    const first: WorkerAnswer = await maker.ask("make");
    problems.tell(first.problems);
    if (!first.made) {
      change.cancel();
      copy.cancel();
      check.cancel();
      await unwatch();
      maker.stop();
      process.exitCode = 1;
      return;
    }
    console.log(`tables: ${first.made.figures} figures`);
    dropStale();
    syncSite();
    const {server, backend} = await startFront(number, String(host));
    const preview = spawn(
      process.execPath,
      framework("preview", "--no-open", "--host", "127.0.0.1", "--port", String(backend)),
      {
        stdio: ["ignore", "ignore", "inherit"],
        env: {...process.env, WAYBILL_ROOT: siteFolder(), OBSERVABLE_TELEMETRY_DISABLE: "true"},
      },
    );
    console.log(`http://${host}:${number}/`);
    graphics.makeSoon();
    inTurn.begin();

    const stop = (): void => {
      void unwatch();
      graphics.stop();
      maker.stop();
      preview.kill();
      server.close();
      server.closeAllConnections();
      process.exit();
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
    preview.on("exit", (code) => {
      if (code) process.exitCode = code;
      stop();
    });
  },
});

/** Returns a line of works that are done one after the other, from `begin` on. */
function queue(): {add: (work: () => Promise<void>) => void; begin: () => void} {
  let begin = (): void => {};
  let last = new Promise<void>((resolve) => {
    begin = resolve;
  });
  return {
    add(work) {
      last = last.then(work).catch((error) => console.error(error));
    },
    begin: () => begin(),
  };
}

/** Returns what calls a function once nothing has asked for it for a while. */
function debounce(milliseconds: number, act: () => void): {soon: () => void; cancel: () => void} {
  let timer: NodeJS.Timeout | undefined;
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(act, milliseconds);
    },
    cancel: () => clearTimeout(timer),
  };
}
