import {spawn} from "node:child_process";
import path from "node:path";
import {isOwnStory} from "../engine.js";
import {framework} from "./framework.js";
import {freePort} from "./freePort.js";
import {dropStale, touchDependents, touchPages} from "./freshness.js";
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
  // The two processes take as long to start as all else: nothing goes before them.
  const maker = new Maker();
  const first = maker.ask("seeds");
  syncSite();
  const backend = await freePort();
  const preview = spawn(
    process.execPath,
    framework("preview", "--no-open", "--host", "127.0.0.1", "--port", String(backend)),
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: {...process.env, WAYBILL_ROOT: siteFolder(), OBSERVABLE_TELEMETRY_DISABLE: "true"},
    },
  );
  const graphics = new GraphicsMaker();
  const problems = {seeds: new ProblemList(), pages: new ProblemList()};
  const inTurn = worksInTurn();
  let codeChanged = false;

  const refresh = async (what: "seeds" | "charts" | "pages"): Promise<void> => {
    if (codeChanged) maker.restart();
    codeChanged = false;
    const start = performance.now();
    const {made, problems: lines} = await maker.ask(what);
    problems.seeds.tell(lines, what === "seeds");
    if (made) {
      show();
      console.log(
        `${made.figures} figures, ${made.changed ? "changed" : "as before"}, in ${Math.round(performance.now() - start)} ms`,
      );
    }
    check.soon();
    if (made) rest.soon();
  };
  const show = (): void => {
    dropStale();
    syncSite();
    touchDependents();
  };
  let isMade = false;
  const makeRest = async (): Promise<void> => {
    const {made, problems: lines} = await maker.ask("rest");
    isMade = true;
    problems.seeds.tell(lines, false);
    if (made?.changed) show();
    graphics.makeSoon();
  };
  const works = {
    seeds: debounce(30, () => inTurn.add("seeds", () => refresh("seeds"))),
    charts: debounce(30, () => inTurn.add("charts", () => refresh("charts"))),
    pages: debounce(30, () => inTurn.add("pages", () => refresh("pages"))),
    copy: debounce(30, () => inTurn.add("copy", async () => syncSite())),
  };
  const check = debounce(200, () =>
    inTurn.add("check", async () => {
      const {made, problems: lines} = await maker.ask("check");
      problems.pages.tell(lines);
      if (made) touchPages();
    }),
  );
  // The browser draws first.
  const rest = debounce(700, () => inTurn.add("rest", makeRest));
  let begin = (): void => {};
  const ready = new Promise<void>((resolve) => {
    begin = resolve;
  });
  // It is loaded while the others start.
  const front = import("./front.js").then(({startFront}) =>
    startFront({port, host, backend, ready, isMade: () => isMade}),
  );
  // Its failure is told below.
  front.catch(() => {});
  // What is saved while the first tables are made is not lost: it waits for the start.
  const unwatch = await watchStory({
    onIngredient(file) {
      graphics.stop();
      rest.cancel();
      maker.hurry();
      const isChart = file.startsWith(`src${path.sep}charts`);
      if (file.startsWith("seeds")) works.seeds.soon();
      else if (isChart && !isOwnStory()) works.charts.soon();
      else {
        codeChanged = true;
        works.seeds.soon();
      }
    },
    onPage(file) {
      works.copy.soon();
      if (file.endsWith(".md")) works.pages.soon();
    },
  });
  const giveUp = async (): Promise<void> => {
    for (const waiting of [...Object.values(works), check, rest]) waiting.cancel();
    await unwatch();
    maker.stop();
    preview.kill();
  };
  const {server} = await front.catch(async (error: unknown) => {
    await giveUp();
    throw error;
  });
  const {made, problems: lines}: WorkerAnswer = await first;
  problems.seeds.tell(lines);
  if (!made) {
    await giveUp();
    server.close();
    process.exitCode = 1;
    return;
  }
  console.log(`tables: ${made.figures} figures`);
  dropStale();
  syncSite();
  begin();
  const forget = notePreview({host, port});
  say(`http://${host}:${port}/`);
  check.soon();
  rest.soon();
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
