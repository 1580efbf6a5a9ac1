import {existsSync} from "node:fs";
import {type Browser, chromium} from "playwright-core";

const places = [
  process.env.CHROME_PATH,
  // Without the window around the page: a new page takes half the time.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The headless shell would round the width of each letter, as no other browser does.
  "--font-render-hinting=none",
];

/**
 * Starts the system's Chrome or Chromium, else the one that the package
 * \@sparticuz/chromium brings. Throws, and says how to get one, if neither runs.
 */
export async function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  const system = places.find((place) => place && existsSync(place));
  if (system) return chromium.launch({executablePath: system, args: [...quiet, ...extra]});
  try {
    const {default: packed} = await import("@sparticuz/chromium");
    return await chromium.launch({
      executablePath: await packed.executablePath(),
      args: [...packed.args, ...quiet, ...extra],
    });
  } catch (cause) {
    throw new Error(
      "no browser: install Chrome or Chromium (on Debian: apt-get install chromium), or set CHROME_PATH to one",
      {cause},
    );
  }
}
