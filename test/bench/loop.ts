import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import net, {type AddressInfo} from "node:net";
import {loadavg, tmpdir} from "node:os";
import path from "node:path";
import type {Page} from "playwright-core";
import {launchBrowser} from "../browser/launch.js";
import {code, page as pageSource, watched, writeStory} from "./loopStory.js";
import {usedBy} from "./processes.js";

const waybill = path.resolve("loaders/commands/waybill.ts");
const patience = 900_000;

/**
 * Prints, for stories of so many invented articles, how long the loop of a
 * journalist's work takes: from `waybill start` to the first page in a browser,
 * from a saved article, chart or review to its drawing in the open page, and a
 * whole build. Beside each stands the processor time of all of Waybill's processes
 * together, the browser's left out, and the load of the machine: how long a thing
 * takes on a clock depends on who else is at work.
 */
export async function benchLoop(sizes: readonly number[] = [10, 1000], rounds = 3): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "waybill-loop-"));
  try {
    for (const size of sizes) {
      const story = path.join(folder, String(size));
      writeStory(story, size);
      mkdirSync(path.join(story, "node_modules"));
      symlinkSync(process.cwd(), path.join(story, "node_modules/waybill"), "dir");
      console.log(`${size.toLocaleString("en-US")} articles`);
      await preview(story, "first start, nothing made yet", rounds);
      await preview(story, "start again", 0);
      await build(story);
    }
  } finally {
    rmSync(folder, {recursive: true, force: true, maxRetries: 20});
  }
}

/** How long something took, on the clock and of a processor, in milliseconds. */
interface Cost {
  clock: number;
  processor: number | null;
}

/** Returns what begins now costs in a process and those below it, once it is asked. */
function meter({pid}: ChildProcess): () => Cost {
  const [start, before] = [performance.now(), usedBy(pid!)];
  return () => {
    const now = usedBy(pid!);
    return {
      clock: performance.now() - start,
      processor: before && now ? now.processor - before.processor : null,
    };
  };
}

async function preview(story: string, name: string, rounds: number): Promise<void> {
  const port = await freePort();
  const child = run(story, ["start", "--port", String(port)]);
  const cost = meter(child);
  const origin = `http://127.0.0.1:${port}`;
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await saysAddress(child, origin);
    print(`${name}: address printed`, [cost()]);
    await page.goto(origin, {timeout: patience});
    await page.locator("#chart-sums svg").first().waitFor({timeout: patience});
    print(`${name}: first page on screen`, [cost()]);
    if (rounds === 0) return;
    const [article, chart, typescript, review]: Cost[][] = [[], [], [], []];
    const desk = await browser.newPage();
    await desk.goto(`${origin}/review/${watched.id}`, {timeout: patience});
    for (let n = 1; n <= rounds; n++) {
      article.push(
        await timed(child, page, "sums", `$${990 + n}bn`, () =>
          writeFileSync(path.join(story, `seeds/${watched.id}.md`), watched.source((990 + n) * 1000)),
        ),
      );
      chart.push(
        await timed(child, page, "sums", `Sums, ${n}`, () =>
          writeFileSync(path.join(story, "src/index.md"), pageSource(`Sums, ${n}`)),
        ),
      );
      typescript.push(
        await timed(child, page, "counts", `Counts, ${n}`, () =>
          writeFileSync(path.join(story, "src/charts/counts.ts"), code(`Counts, ${n}`)),
        ),
      );
      review.push(await reviewed(child, desk, n));
    }
    print("saved article, to its chart of all articles", article);
    print("saved chart block, to its chart", chart);
    print("saved chart in TypeScript, to its chart", typescript);
    print("review on the desk, to the chart", review);
  } finally {
    await browser.close();
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
  }
}

/** Returns the cost of the way from an act to words in a chart of the open page. */
async function timed(
  child: ChildProcess,
  page: Page,
  chart: string,
  words: string,
  act: () => void,
): Promise<Cost> {
  const cost = meter(child);
  act();
  await shows(page, chart, words);
  const took = cost();
  await quiet();
  return took;
}

const shows = (page: Page, chart: string, words: string): Promise<unknown> =>
  page.waitForFunction(
    ([id, text]) => document.querySelector(`#chart-${id}`)?.textContent?.includes(text),
    [chart, words] as const,
    {timeout: patience, polling: 20},
  );

/** Sets the sum of the article that is changed, as the desk's page does, and waits for the chart beside it. */
async function reviewed(child: ChildProcess, desk: Page, n: number): Promise<Cost> {
  const billions = 1000 + 100 * n;
  const cost = meter(child);
  await desk.evaluate(
    async ([id, value]) => {
      // No function is named here: the one that compiles this for Node would add one of its own.
      const token = document.querySelector<HTMLMetaElement>('meta[name="waybill-token"]')?.content ?? "";
      const address = `/_waybill/review/${id}`;
      const answer = await fetch(address, {headers: {"x-waybill-token": token}});
      const {items} = await answer.json();
      const item = items.find(({exact}: {exact: string}) => exact.includes("million"));
      const {start, end, exact, prefix, suffix} = item;
      const response = await fetch(address, {
        method: "POST",
        headers: {"x-waybill-token": token, "content-type": "application/json"},
        body: JSON.stringify({act: "set", at: {start, end, exact, prefix, suffix}, cells: {value}}),
      });
      const {problem} = await response.json();
      if (problem) throw new Error(problem);
    },
    [watched.id, String(billions * 1e9)] as const,
  );
  await desk.waitForFunction(
    (text) =>
      document.querySelector("iframe")?.contentDocument?.querySelector(".chart")?.textContent?.includes(text),
    `$${(billions / 1000).toFixed(1)}`,
    {timeout: patience, polling: 20},
  );
  const took = cost();
  await quiet();
  return took;
}

async function build(story: string): Promise<void> {
  const start = performance.now();
  const child = run(story, ["build"]);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, usedBy(child.pid!)?.memory ?? 0);
  }, 200);
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      printed += chunk;
    });
  const [status] = await once(child, "exit");
  clearInterval(watch);
  if (status !== 0) throw new Error(printed);
  print("a whole build", [{clock: performance.now() - start, processor: null}]);
  if (most > 0)
    console.log(`  ${"memory of its processes at most".padEnd(46)} ${Math.round(most / 2 ** 20)} MB`);
}

function run(story: string, words: readonly string[]): ChildProcess {
  const {NODE_OPTIONS: _, ...env} = process.env;
  return spawn(process.execPath, ["--import", "tsx", waybill, "--story", story, ...words], {
    stdio: ["ignore", "pipe", "pipe"],
    env,
  });
}

function saysAddress(child: ChildProcess, origin: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => {
        printed += chunk;
        if (process.env.DEBUG) process.stderr.write(chunk);
        if (printed.includes(origin)) resolve();
      });
    child.on("exit", (status) => reject(new Error(`the preview ended with ${status}: ${printed}`)));
  });
}

// What is made behind a drawing is not to be measured with the next one.
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2500));

function print(name: string, costs: readonly Cost[]): void {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  const times = [...costs].sort((a, b) => a.clock - b.clock);
  const processor = times.flatMap(({processor}) => processor ?? []);
  const told = [
    times.map(({clock}) => seconds(clock)).join(", "),
    ...(processor.length > 0 ? [`processor ${processor.map(seconds).join(", ")}`] : []),
    `load ${loadavg()[0].toFixed(0)}`,
  ];
  console.log(`  ${name.padEnd(46)} ${told.join("; ")}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const {port} = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
