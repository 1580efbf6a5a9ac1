import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import net, {type AddressInfo} from "node:net";
import {asExpression, chordActions, middleOf, pressActions, readValue} from "./drivenPage.js";
import type {LaunchOptions, OtherBrowser} from "./otherBrowsers.js";

/*
 * WebKit as GTK's programs have it, by its own driver, which speaks WebDriver:
 * https://w3c.github.io/webdriver/. It has no headless mode, so it gets a display
 * that nobody sees.
 */

/** The programs that are needed. */
export interface WebKitPrograms {
  driver: string;
  browser: string;
  display: string;
}

/** Starts WebKit on a display of its own, which ends with it. */
export async function launchWebKit(
  {driver, browser, display}: WebKitPrograms,
  {dark = false}: LaunchOptions,
): Promise<OtherBrowser> {
  const screen = spawn(display, ["-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [number] = await once(screen.stdout, "data");
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`], {
    stdio: "ignore",
    env: {...process.env, DISPLAY: `:${String(number).trim()}`, LIBGL_ALWAYS_SOFTWARE: "1"},
  });
  const ask = asker(`http://127.0.0.1:${port}`);
  await answering(ask);
  const {sessionId, capabilities} = await ask<{sessionId: string; capabilities: {browserVersion: string}}>(
    "POST",
    "/session",
    {
      capabilities: {
        alwaysMatch: {
          "webkitgtk:browserOptions": {
            binary: browser,
            args: ["--automation", ...(dark ? ["--dark-mode"] : [])],
          },
        },
      },
    },
  );
  const page = <T>(what: string, body: unknown): Promise<T> =>
    ask<T>("POST", `/session/${sessionId}/${what}`, body);
  await page("timeouts", {script: 60_000, pageLoad: 60_000});
  const run = async <T>(inPage: (...args: never[]) => unknown, args: readonly unknown[]): Promise<T> => {
    const script = `const done = arguments[0];
new Promise((resolve) => resolve(${asExpression(inPage, args)})).then(done, (error) => done({error: String(error)}))`;
    const answer = await page<string | {error: string}>("execute/async", {script, args: []});
    if (typeof answer !== "string") throw new Error(answer.error);
    return readValue<T>(answer);
  };
  return {
    name: "WebKit",
    version: capabilities.browserVersion,
    // The window is told its size with its bars, and takes it in its own time.
    resize: async (width, height) => {
      let [wide, tall] = [width, height];
      for (let tries = 0; tries < 20; tries++) {
        await page("window/rect", {width: wide, height: tall});
        const [innerWide, innerTall] = await run<number[]>(settledSize as never, []);
        if (innerWide === width && innerTall === height) return;
        [wide, tall] = [wide + width - innerWide, tall + height - innerTall];
      }
      throw new Error(`WebKit's window is never ${width} × ${height} pixels`);
    },
    open: async (url) => {
      await page("url", {url});
    },
    run: (inPage, ...args) => run(inPage as never, args),
    runInFrame: async (inPage, ...args) => {
      // By the element: a frame in a shadow root has no number.
      await page("frame", {id: await page("execute/sync", {script: firstFrame, args: []})});
      try {
        return await run(inPage as never, args);
      } finally {
        await page("frame", {id: null});
      }
    },
    click: async (selector) => {
      await page("actions", {actions: pressActions(await run(middleOf as never, [selector]))});
    },
    press: async (...keys) => {
      await page("actions", {actions: chordActions(keys)});
    },
    picture: async () => Buffer.from(await ask<string>("GET", `/session/${sessionId}/screenshot`), "base64"),
    print: async () => null,
    close: async () => {
      await ask("DELETE", `/session/${sessionId}`).catch(() => {});
      await end(child);
      await end(screen);
    },
  };
}

/** Returns the page's width and height once they stay; runs in the page. */
async function settledSize(): Promise<number[]> {
  for (let last = ""; ; ) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const size = [innerWidth, innerHeight];
    if (last === String(size)) return size;
    last = String(size);
  }
}

const firstFrame = `const find = (root) => root.querySelector("iframe") ??
  [...root.querySelectorAll("*")].map(({shadowRoot}) => shadowRoot && find(shadowRoot)).find(Boolean);
return find(document)`;

/** Returns what asks the driver, and throws what it complains of. */
const asker =
  (origin: string) =>
  async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(origin + path, {
      method,
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
    const {value} = (await response.json()) as {value: T & {error?: string; message?: string}};
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };

/** Waits until the driver listens. */
async function answering(ask: ReturnType<typeof asker>): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      await ask("GET", "/status");
      return;
    } catch (error) {
      if (tries > 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const {port} = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill();
  if (child.exitCode === null) await ended;
}
