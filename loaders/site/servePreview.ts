import {spawn} from "node:child_process";
import {framework} from "./framework.js";
import {dropStale, touchDependents} from "./freshness.js";
import {startFront} from "./front.js";
import {GraphicsMaker} from "./GraphicsMaker.js";
import {Maker} from "./Maker.js";
import {ProblemList} from "./ProblemList.js";
import {notePreview} from "./runningPreview.js";
import {siteFolder, syncSite} from "./siteFolder.js";
import {watchStory} from "./watchStory.js";
import type {WorkerAnswer} from "./worker.js";
import {worksInTurn} from "./worksInTurn.js";

export interface PreviewOptions {
  port: number;
  host: string;
  /** What is printed once the preview listens at the given address. */
  say: (address: string) => void;
}

/** Makes the tables, then serves the site until the process is stopped. Without tables it tells why, and returns with exit code 1. */
export async function servePreview({port, host, say}: PreviewOptions): Promise<void> {
  console.log("making tables and charts …");
  const graphics = new GraphicsMaker();
  const problems = new ProblemList();
  const inTurn = worksInTurn();
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
  const change = debounce(40, () => inTurn.add("make", () => refresh("make")));
  const copy = debounce(40, () => inTurn.add("copy", async () => syncSite()));
  const check = debounce(200, () => inTurn.add("check", () => refresh("check")));
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
  const giveUp = async (): Promise<void> => {
    for (const waiting of [change, copy, check]) waiting.cancel();
    await unwatch();
    maker.stop();
  };
  const first: WorkerAnswer = await maker.ask("make");
  problems.tell(first.problems);
  if (!first.made) {
    await giveUp();
    process.exitCode = 1;
    return;
  }
  console.log(`tables: ${first.made.figures} figures`);
  dropStale();
  syncSite();
  const {server, backend} = await startFront(port, host).catch(async (error: unknown) => {
    await giveUp();
    throw error;
  });
  const preview = spawn(
    process.execPath,
    framework("preview", "--no-open", "--host", "127.0.0.1", "--port", String(backend)),
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: {...process.env, WAYBILL_ROOT: siteFolder(), OBSERVABLE_TELEMETRY_DISABLE: "true"},
    },
  );
  const forget = notePreview({host, port});
  say(`http://${host}:${port}/`);
  graphics.makeSoon();
  inTurn.begin();

  const stop = (): void => {
    forget();
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
