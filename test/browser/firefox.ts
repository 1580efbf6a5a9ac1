import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {setTimeout} from "node:timers/promises";
import {WebSocket} from "ws";
import {asExpression, chordActions, middleOf, pressActions, readValue} from "./drivenPage.js";
import type {LaunchOptions, OtherBrowser} from "./otherBrowsers.js";

/*
 * Firefox as it is installed, by WebDriver BiDi, which it speaks itself:
 * https://w3c.github.io/webdriver-bidi/
 */

interface Context {
  context: string;
  children: Context[];
}

/** Settings of the profile: nothing asks the network on its own, and nothing asks the reader. */
const settings = (dark: boolean): Record<string, unknown> => ({
  "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "app.update.enabled": false,
  "extensions.update.enabled": false,
  "services.settings.server": "data:,",
});

/** Starts Firefox without a window, with a profile of its own that goes when it is closed. */
export async function launchFirefox(program: string, {dark = false}: LaunchOptions): Promise<OtherBrowser> {
  const profile = mkdtempSync(path.join(tmpdir(), "waybill-firefox-"));
  const lines = Object.entries(settings(dark)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(path.join(profile, "user.js"), lines.join("\n"));
  const child = spawn(
    program,
    ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
    {stdio: ["ignore", "ignore", "pipe"], env: {...process.env, HOME: profile}},
  );
  const send = await connect(await addressOf(child));
  const {capabilities} = await send<{capabilities: {browserVersion: string}}>("session.new", {
    capabilities: {},
  });
  const tree = async (): Promise<Context> =>
    (await send<{contexts: Context[]}>("browsingContext.getTree", {})).contexts[0];
  const {context} = await tree();
  const runIn = async <T>(
    target: string,
    inPage: (...args: never[]) => unknown,
    args: readonly unknown[],
  ): Promise<T> => {
    const answer = await send<{type: string; result: {value: string}; exceptionDetails: {text: string}}>(
      "script.evaluate",
      {expression: asExpression(inPage, args), target: {context: target}, awaitPromise: true},
    );
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return readValue<T>(answer.result.value);
  };
  const act = async (actions: unknown): Promise<void> => {
    await send("input.performActions", {context, actions});
  };
  return {
    name: "Firefox",
    version: capabilities.browserVersion,
    resize: async (width, height) => {
      await send("browsingContext.setViewport", {context, viewport: {width, height}});
    },
    open: async (url) => {
      await send("browsingContext.navigate", {context, url, wait: "complete"});
      // On a busy machine it answers while the page before is still the one that is asked.
      const isThere = (address: string): boolean =>
        location.href === new URL(address).href && document.readyState === "complete";
      for (let tries = 0; tries < 200 && !(await runIn(context, isThere as never, [url])); tries++)
        await setTimeout(50);
    },
    run: (inPage, ...args) => runIn(context, inPage as never, args),
    runInFrame: async (inPage, ...args) => runIn((await tree()).children[0].context, inPage as never, args),
    click: async (selector) => act(pressActions(await runIn(context, middleOf as never, [selector]))),
    press: (...keys) => act(chordActions(keys)),
    picture: async () =>
      Buffer.from(
        (await send<{data: string}>("browsingContext.captureScreenshot", {context})).data,
        "base64",
      ),
    print: async () =>
      Buffer.from(
        (
          await send<{data: string}>("browsingContext.print", {
            context,
            page: {width: 21, height: 29.7},
          })
        ).data,
        "base64",
      ),
    close: async () => {
      const ended = once(child, "exit");
      await send("browser.close", {}).catch(() => child.kill());
      await ended;
      rmSync(profile, {recursive: true, force: true, maxRetries: 20});
    },
  };
}

/** Waits until Firefox has said where it listens. */
async function addressOf(child: ChildProcess): Promise<string> {
  let printed = "";
  for await (const chunk of child.stderr!) {
    printed += chunk;
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(printed) ?? [];
    if (address) {
      // What it prints later is not read, and must not fill the pipe.
      child.stderr!.resume();
      return address;
    }
  }
  throw new Error(`Firefox ended: ${printed}`);
}

/** Returns what sends a command and waits for its result. */
async function connect(
  address: string,
): Promise<<T>(method: string, params: Record<string, unknown>) => Promise<T>> {
  const socket = new WebSocket(`${address}/session`, {maxPayload: 256 * 1024 * 1024});
  await once(socket, "open");
  const waiting = new Map<number, {resolve: (value: never) => void; reject: (error: Error) => void}>();
  socket.on("message", (data) => {
    const {id, type, result, error, message} = JSON.parse(String(data));
    if (type === "success") waiting.get(id)?.resolve(result as never);
    else waiting.get(id)?.reject(new Error(`${error}: ${message}`));
    waiting.delete(id);
  });
  let last = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, {resolve, reject});
      socket.send(JSON.stringify({id, method, params}));
    });
}
