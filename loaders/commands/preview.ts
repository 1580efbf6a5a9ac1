import {type ChildProcess, fork, spawn} from "node:child_process";
import {watch} from "chokidar";
import {framework} from "../site/framework.js";
import {dropStale, ingredients, touchDependents} from "../site/freshness.js";
import {startFront} from "../site/front.js";
import {GraphicsMaker} from "../site/GraphicsMaker.js";
import type {WorkerAnswer} from "../site/worker.js";
import {run} from "./run.js";

await run({
  help: `
npm start [-- --port NUMBER] [--host ADDRESS]

Makes the tables, then serves the site with live preview. A change of a seed, a
loader or a chart shows in the open page by itself. A seed or a page with a
mistake in it is told of and left out; npm run build fails on it.

  --port NUMBER    (default: 3000)
  --host ADDRESS   (default: 127.0.0.1)
  -h, --help       this help`,
  options: {port: {type: "string"}, host: {type: "string"}},
  async main({port = "3000", host = "127.0.0.1"}) {
    const number = Number(port);
    if (!Number.isInteger(number) || number < 1 || number > 65535)
      throw new Error(`port is not a number from 1 to 65535: ${port}`);
    console.log("making tables and charts …");
    // What is saved while the first tables are made is not lost: it waits for the start.
    let begin = (): void => {};
    let queue = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let timer: NodeJS.Timeout | undefined;
    let codeChanged = false;
    const graphics = new GraphicsMaker();
    const watcher = watch([...ingredients], {
      ignoreInitial: true,
      // Framework watches the pages itself, and what is made is shown by touching them.
      ignored: (file) => file.startsWith("seeds/originals") || /^src\/.*\.md$/.test(file),
    });
    watcher.on("all", (_event, file) => {
      graphics.stop();
      if (!file.startsWith("seeds")) codeChanged = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        queue = queue.then(refresh).catch((error) => console.error(error));
      }, 40);
    });
    const pages = watch("src", {
      ignoreInitial: true,
      ignored: (file, stats) =>
        file.includes(".observablehq") || (stats?.isFile() === true && !file.endsWith(".md")),
    });
    let checking: NodeJS.Timeout | undefined;
    pages.on("all", () => {
      clearTimeout(checking);
      checking = setTimeout(() => {
        queue = queue.then(async () => tell((await ask(worker, "check")).problems, false));
      }, 200);
    });
    await Promise.all(
      [watcher, pages].map((each) => new Promise<void>((ready) => each.once("ready", ready))),
    );

    let worker = startWorker();
    const first = await ask(worker, "make");
    let told = "";
    /** Lists what is wrong: at each change until it is mended, and what is wrong in a page when that changes. */
    const tell = (problems: readonly string[], always = true): void => {
      const lines = problems.join("\n");
      if (lines !== "" && (always || lines !== told)) console.error(lines);
      told = lines;
    };
    const refresh = async (): Promise<void> => {
      if (codeChanged) {
        codeChanged = false;
        worker.kill();
        worker = startWorker();
      }
      const start = performance.now();
      const answer = await ask(worker, "make");
      tell(answer.problems);
      if (!answer.made) return;
      dropStale();
      touchDependents();
      graphics.makeSoon();
      console.log(
        `${answer.made.figures} figures, ${answer.made.changed ? "changed" : "as before"}, in ${Math.round(performance.now() - start)} ms`,
      );
    };
    tell(first.problems);
    if (!first.made) {
      clearTimeout(timer);
      clearTimeout(checking);
      await Promise.all([watcher.close(), pages.close()]);
      worker.kill();
      process.exitCode = 1;
      return;
    }
    console.log(`tables: ${first.made.figures} figures`);
    dropStale();
    const {server, backend} = await startFront(number, String(host));
    const preview = spawn(
      process.execPath,
      framework("preview", "--no-open", "--host", "127.0.0.1", "--port", String(backend)),
      {
        stdio: ["ignore", "ignore", "inherit"],
        env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"},
      },
    );
    console.log(`http://${host}:${number}/`);
    graphics.makeSoon();
    begin();

    const stop = (): void => {
      void watcher.close();
      void pages.close();
      graphics.stop();
      worker.kill();
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

function startWorker(): ChildProcess {
  return fork("loaders/site/worker.ts", {execArgv: ["--import", "tsx"]});
}

function ask(worker: ChildProcess, what: "make" | "check"): Promise<WorkerAnswer> {
  return new Promise((resolve) => {
    const onExit = (code: number | null): void =>
      resolve({made: null, problems: [`drawing stopped with code ${code}`]});
    worker.once("exit", onExit);
    worker.once("message", (answer) => {
      worker.off("exit", onExit);
      resolve(answer as WorkerAnswer);
    });
    worker.send(what);
  });
}
