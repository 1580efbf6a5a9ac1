import {existsSync} from "node:fs";
import {afterAll, beforeAll, describe, expect} from "vitest";
import {launchFirefox} from "./firefox.js";
import {launchWebKit} from "./webkit.js";

/** A browser that is not Chromium, with one page, driven by the standard protocol that it has itself. */
export interface OtherBrowser {
  name: "Firefox" | "WebKit";
  version: string;
  /** Sets the width and height of the page, in pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Opens an address, and waits until the page has loaded. */
  open(address: string): Promise<void>;
  /** Runs a function in the page, and returns what it returns; what it needs is given as JSON. */
  run<A extends readonly unknown[], T>(inPage: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** The same in the page's first frame. */
  runInFrame<A extends readonly unknown[], T>(inPage: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Presses the middle of the first element that is seen of those that a selector finds, as a pointer does. */
  click(selector: string): Promise<void>;
  /** Presses keys one after the other, those of a chord together: ["Control", "v"]. */
  press(...keys: string[]): Promise<void>;
  /** Returns the page as a PNG, as far as it is seen. */
  picture(): Promise<Buffer>;
  /** Returns the page as it is printed on A4, as PDF; null where the browser prints to no file. */
  print(): Promise<Buffer | null>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** What the reader's machine prefers. */
  dark?: boolean;
}

interface Kind {
  name: OtherBrowser["name"];
  /** Programs that are needed, any of each list. */
  programs: readonly (readonly string[])[];
  install: string;
  launch: (programs: readonly string[], options: LaunchOptions) => Promise<OtherBrowser>;
}

const kinds: readonly Kind[] = [
  {
    name: "Firefox",
    programs: [["/usr/bin/firefox-esr", "/usr/bin/firefox"]],
    install: "firefox-esr",
    launch: ([firefox], options) => launchFirefox(firefox, options),
  },
  {
    name: "WebKit",
    programs: [
      ["/usr/bin/WebKitWebDriver"],
      [
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
      ],
      ["/usr/bin/Xvfb"],
    ],
    install: "webkit2gtk-driver xvfb",
    launch: ([driver, browser, display], options) => launchWebKit({driver, browser, display}, options),
  },
];

/**
 * Describes what holds in each browser that is not Chromium. The tests get a
 * function that returns the browser once it runs; where it is not installed that is
 * printed, and its tests are skipped.
 */
export function describeInOthers(
  what: string,
  options: LaunchOptions,
  tests: (browser: () => OtherBrowser, name: OtherBrowser["name"]) => void,
): void {
  for (const {name, programs, install, launch} of kinds) {
    const found = programs.map((places) => places.find((place) => existsSync(place)));
    const there = found.every((place) => place !== undefined);
    if (!there) console.log(`skipped: ${name}, ${what}: it is not installed (on Debian: ${install})`);
    describe.skipIf(!there)(`${name}: ${what}`, () => {
      let browser: OtherBrowser | null = null;
      beforeAll(async () => {
        browser = await launch(found as string[], options);
      });
      afterAll(() => browser?.close());
      tests(() => browser!, name);
    });
  }
}

/** Waits until a function in the page returns what is expected. */
export const expectIn = <A extends readonly unknown[], T>(
  browser: OtherBrowser,
  inPage: (...args: A) => T | Promise<T>,
  ...args: A
) => expect.poll(() => browser.run(inPage, ...args), {timeout: 30_000, interval: 100});
