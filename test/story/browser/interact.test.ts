import {readFileSync, symlinkSync} from "node:fs";
import path from "node:path";
import type {BrowserContextOptions, Locator, Page} from "playwright-core";
import {describe, expect, it, onTestFinished} from "vitest";
import {browser, site} from "../../browser/openSite.js";
import {serveFolder} from "../../browser/serve.js";
import {temporaryFolder} from "../../temporary.js";

const wide = {viewport: {width: 1280, height: 900}};
const phone = {viewport: {width: 360, height: 740}, hasTouch: true, isMobile: true};

/** Opens a page of the site once its script has run; the test fails at the end if anything went wrong in it. */
async function open(
  address: string,
  options: BrowserContextOptions = wide,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<{page: Page; requests: string[]}> {
  const context = await browser.newContext({...options, baseURL: site.origin});
  const page = await context.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  page.on("pageerror", (error) => problems.push(String(error)));
  onTestFinished(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });
  await prepare(page);
  await page.goto(address, {waitUntil: "networkidle"});
  return {page, requests};
}

const markOf = (page: Page, chart: string, row = 0): Locator =>
  page.locator(`#chart-${chart} .drawing:visible a[data-row="${row}"]`);
const tip = (page: Page): Locator => page.getByRole("tooltip");
const panel = (page: Page): Locator => page.getByRole("region", {name: "Source", exact: true});

/** Returns a point of the viewport where a mark, brought into view, is on top. */
async function pointOn(mark: Locator): Promise<{x: number; y: number}> {
  await mark.evaluate((link) => link.scrollIntoView({block: "center"}));
  const point = await mark.evaluate((link) => {
    for (const shape of link.querySelectorAll("path,text")) {
      const {x, y, width, height} = shape.getBoundingClientRect();
      for (const fx of [0.5, 0.3, 0.7, 0.1, 0.9])
        for (const fy of [0.5, 0.2, 0.8]) {
          const at = {x: x + width * fx, y: y + height * fy};
          if (document.elementFromPoint(at.x, at.y)?.closest("a") === link) return at;
        }
    }
    return null;
  });
  expect(point, "a mark that can be pointed at").not.toBeNull();
  // What scrolling brings with it is over.
  await mark.page().evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
  return point!;
}

async function hover(mark: Locator): Promise<{x: number; y: number}> {
  const point = await pointOn(mark);
  await mark.page().mouse.move(point.x, point.y);
  return point;
}

async function click(mark: Locator): Promise<void> {
  const {x, y} = await pointOn(mark);
  await mark.page().mouse.click(x, y);
}

async function tap(mark: Locator, times = 1): Promise<void> {
  const {x, y} = await pointOn(mark);
  for (let i = 0; i < times; i++) await mark.page().touchscreen.tap(x, y);
}

/** Goes to a mark the way a keyboard does. */
async function tabTo(mark: Locator): Promise<void> {
  await mark.page().keyboard.press("Shift");
  await mark.focus();
}

const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

const inside = async (page: Page, locator: Locator): Promise<void> => {
  const box = (await locator.boundingBox())!;
  const {width, height} = page.viewportSize()!;
  // Scrolling leaves fractions of a pixel.
  expect(box.x).toBeGreaterThanOrEqual(-1);
  expect(box.y).toBeGreaterThanOrEqual(-1);
  expect(box.x + box.width).toBeLessThanOrEqual(width + 1);
  expect(box.y + box.height).toBeLessThanOrEqual(height + 1);
};

/** Returns the faults that axe finds, each as its rule and the first element. */
async function faults(page: Page): Promise<string[]> {
  await page.addScriptTag({content: readFileSync("node_modules/axe-core/axe.min.js", "utf8")});
  return page.evaluate(async () => {
    const {axe} = globalThis as unknown as {
      axe: {run: () => Promise<{violations: {id: string; nodes: {html: string}[]}[]}>};
    };
    const {violations} = await axe.run();
    return violations.map(
      ({id, nodes}) => `${id}: ${nodes[0].html.replace(/ class="[^"]*"/g, "").slice(0, 200)}`,
    );
  });
}

describe("the tooltip", () => {
  it("names the mark under the mouse in the viewport, never under the pointer, and goes with it", async () => {
    const {page} = await open("/");
    for (const [chart, row] of [
      ["drones", 0],
      ["money", 1],
      ["routes", 1],
      ["agreement", 3],
      ["timeline", 2],
    ] as const) {
      const mark = markOf(page, chart, row);
      const {x, y} = await hover(mark);
      await expect.poll(() => tip(page).isVisible(), {message: chart}).toBe(true);
      const name = (await mark.getAttribute("aria-label"))!;
      const [head] = name.split(", ");
      expect((await tip(page).textContent())!.toLowerCase()).toContain(head.toLowerCase());
      await inside(page, tip(page));
      const box = (await tip(page).boundingBox())!;
      const isUnder = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
      expect(isUnder, chart).toBe(false);
      await page.mouse.move(2, 2);
      expect(await tip(page).isVisible()).toBe(false);
    }
  });

  it("comes with the keyboard's focus and goes with it", async () => {
    const {page} = await open("/charts/money");
    await tabTo(markOf(page, "money", 0));
    expect(await tip(page).textContent()).toMatch(/^More than \$225 million of ceramics/);
    await inside(page, tip(page));
    await page.keyboard.press("ArrowDown");
    expect(await tip(page).textContent()).toMatch(/^More than \$100 million of drones/);
    await page.keyboard.press("Shift+Tab");
    expect(await tip(page).isVisible()).toBe(false);
  });

  it("goes on Escape, without the focus or the pointer moving, and stays away until they do", async () => {
    const {page} = await open("/charts/money");
    const mark = markOf(page, "money", 0);
    await tabTo(mark);
    await page.keyboard.press("Escape");
    expect(await tip(page).isVisible()).toBe(false);
    expect(await isFocused(mark)).toBe(true);

    const {x, y} = await hover(markOf(page, "money", 1));
    expect(await tip(page).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await page.mouse.move(x + 1, y);
    expect(await tip(page).isVisible()).toBe(false);
    await page.mouse.move(2, 2);
    await hover(markOf(page, "money", 1));
    expect(await tip(page).isVisible()).toBe(true);
  });

  it("comes with a tap, and goes with a tap elsewhere", async () => {
    const {page} = await open("/", phone);
    await tap(markOf(page, "money", 1));
    expect(await tip(page).isVisible()).toBe(true);
    expect(await panel(page).count()).toBe(0);
    await inside(page, tip(page));
    expect(new URL(page.url()).pathname).toBe("/");
    await page.touchscreen.tap(5, 5);
    expect(await tip(page).isVisible()).toBe(false);
  });

  it("goes when a touch turns into a scroll, which cancels the pointer", async () => {
    const {page} = await open("/", phone);
    const {x, y} = await pointOn(markOf(page, "money", 1));
    await page.evaluate(() => {
      document.addEventListener("pointercancel", () => {
        document.title = "cancelled";
      });
    });
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", dy = 0): Promise<unknown> =>
      client.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{x, y: y + dy}],
      });
    await touch("touchStart");
    await expect.poll(() => tip(page).isVisible()).toBe(true);
    for (const dy of [-10, -40, -80, -120]) await touch("touchMove", dy);
    await expect.poll(() => page.title()).toBe("cancelled");
    expect(await tip(page).isVisible()).toBe(false);
    await touch("touchEnd");
    expect(await panel(page).count()).toBe(0);
  });

  it("goes when a pointer is cancelled, whatever for", async () => {
    const {page} = await open("/charts/money");
    await hover(markOf(page, "money", 1));
    expect(await tip(page).isVisible()).toBe(true);
    await page.evaluate(() =>
      document.body.dispatchEvent(new PointerEvent("pointercancel", {bubbles: true})),
    );
    expect(await tip(page).isVisible()).toBe(false);
  });

  it("comes for a finger that comes down a little beside the mark", async () => {
    const {page} = await open("/", phone);
    const mark = markOf(page, "drones", 0);
    await pointOn(mark);
    const {right, top, height} = await mark.evaluate((link) => link.getBoundingClientRect().toJSON());
    const [x, y] = [right + 9, top + height / 2];
    const hit = await page.evaluate(([px, py]) => document.elementFromPoint(px, py)?.localName, [x, y]);
    expect(hit).toBe("svg");
    await page.touchscreen.tap(x, y);
    expect(await tip(page).textContent()).toMatch(/^More than \$100 million of drones/);
    await page.touchscreen.tap(355, 5);
    expect(await tip(page).isVisible()).toBe(false);
  });
});

describe("the source panel", () => {
  it("opens on Enter with the statements of the table's row, takes the focus, and gives it back", async () => {
    const {page} = await open("/charts/machine-tools");
    for (const way of ["Escape", "button"]) {
      const mark = markOf(page, "machine-tools", 0);
      await tabTo(mark);
      await page.keyboard.press("Enter");
      expect(await isFocused(panel(page).getByRole("heading"))).toBe(true);
      expect(await tip(page).isVisible()).toBe(false);
      const row = page.locator('#chart-machine-tools .chart-table tr[data-row="0"] td');
      expect(await panel(page).locator(".source-panel-statements").innerHTML()).toBe(await row.innerHTML());
      expect(await panel(page).locator("mark").count()).toBeGreaterThan(1);
      expect(await panel(page).textContent()).toContain("RT, relaying The Washington Post");
      expect(await panel(page).textContent()).toContain(
        "Censor.NET, relaying Ekonomichna Pravda, relaying The Washington Post",
      );
      if (way === "Escape") await page.keyboard.press("Escape");
      else await panel(page).getByRole("button", {name: "Close"}).press("Enter");
      expect(await panel(page).count()).toBe(0);
      expect(await isFocused(mark)).toBe(true);
      expect(await tip(page).isVisible()).toBe(false);
    }
  });

  it.each([360, 768, 1280, 1800])(
    "opens on a click at %i px, covers no mark it is about, and fits",
    async (width) => {
      const {page} = await open("/", {viewport: {width, height: 900}});
      for (const [chart, row] of [
        ["money", 0],
        ["money", 2],
        ["routes", 1],
        ["timeline", 2],
        ["agreement", 1],
        ["drones", 0],
      ] as const) {
        const mark = markOf(page, chart, row);
        await click(mark);
        expect(await panel(page).count()).toBe(1);
        await inside(page, panel(page));
        const [a, b] = [(await panel(page).boundingBox())!, (await mark.boundingBox())!];
        const fits = a.height + b.height < 880 || a.width + b.width < width - 40;
        const beside =
          a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
        expect(beside || !fits, `${chart} ${row}: ${JSON.stringify([a, b])}`).toBe(true);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        const closing = (await panel(page).getByRole("button", {name: "Close"}).boundingBox())!;
        expect(Math.min(closing.width, closing.height)).toBeGreaterThanOrEqual(44);
      }
      expect(new URL(page.url()).pathname).toBe("/");
    },
  );

  it("opens on the second tap of a mark", async () => {
    const {page} = await open("/", phone);
    const mark = markOf(page, "money", 1);
    await tap(mark);
    expect(await panel(page).count()).toBe(0);
    await page.touchscreen.tap(5, 5);
    await tap(mark, 2);
    expect(await panel(page).count()).toBe(1);
    await inside(page, panel(page));
  });

  it("leaves clicks with a modifier and middle clicks to the browser", async () => {
    const {page} = await open("/charts/money");
    const {x, y} = await pointOn(markOf(page, "money", 1));
    for (const how of ["Control", "middle"] as const) {
      const [other] = await Promise.all([
        page.context().waitForEvent("page"),
        how === "middle"
          ? page.mouse.click(x, y, {button: "middle"})
          : page.keyboard.down(how).then(() => page.mouse.click(x, y)),
      ]);
      await page.keyboard.up("Control");
      await other.waitForURL(/\/sources\/[\w-]+\.html#/);
      await other.close();
    }
    expect(await panel(page).count()).toBe(0);
  });

  it.each([
    ["light", wide],
    ["dark", {...wide, colorScheme: "dark"}],
    ["on a phone", phone],
  ] as [string, BrowserContextOptions][])(
    "adds no fault that axe finds, with the tooltip, %s",
    async (_name, options) => {
      const {page} = await open("/charts/money", options);
      const [first, second] = [markOf(page, "money", 0), markOf(page, "money", 1)];
      const before = await faults(page);

      if (options.hasTouch) {
        await tap(first, 2);
        await tap(second);
      } else {
        await click(first);
        await hover(second);
      }
      expect(await tip(page).isVisible()).toBe(true);
      expect(await panel(page).isVisible()).toBe(true);
      expect(await faults(page)).toEqual(before);
    },
  );
});

describe("the highlight", () => {
  it("marks the marks of one fact in every chart of the page, and moves nothing", async () => {
    const {page} = await open("/");
    const fact = "fact-euromaidan-drones-100-ml-187bf";
    const charts = ["drones", "money", "routes"];
    const heights = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
    const before = await heights();
    await hover(page.locator(`#chart-money .drawing:visible a[data-facts="${fact}"]`));
    for (const chart of charts)
      expect(
        await page.locator(`#chart-${chart} .drawing:visible a.is-same[data-facts~="${fact}"]`).count(),
        chart,
      ).toBeGreaterThan(0);
    for (const facts of await page
      .locator("a.is-same")
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-facts"))))
      expect(facts?.split(" ")).toContain(fact);
    expect(await heights()).toBe(before);
    await page.mouse.move(2, 2);
    expect(await page.locator("a.is-same").count()).toBe(0);
  });

  it("is seen where the system sets the colours", async () => {
    const {page} = await open("/charts/money", {...wide, forcedColors: "active"});
    const path = markOf(page, "money", 1).locator("path").first();
    const stroke = (): Promise<string> => path.evaluate((shape) => getComputedStyle(shape).stroke);
    const before = await stroke();
    await hover(markOf(page, "money", 1));
    expect(await stroke()).not.toBe(before);
  });
});

describe("the switches", () => {
  const namesOf = (page: Page): Promise<(string | null)[][]> =>
    page.locator("#chart-money .drawing").evaluateAll((drawings) =>
      drawings.map((drawing) =>
        // What a mark stands for; the words beside it are another form's.
        [...drawing.querySelectorAll("a")]
          .map((link) => link.getAttribute("aria-label")?.replace(/ On the chart: .*/, "") ?? null)
          .sort(),
      ),
    );
  const isCode = (address: string): boolean => /\/lib\/(?:chart|chunk)-|\/graphics\//.test(address);

  it("load Plot on first use, and draw the same marks anew with links that lead somewhere", async () => {
    const {page, requests} = await open("/");
    await hover(markOf(page, "money", 1));
    await click(markOf(page, "money", 1));
    expect(requests.filter(isCode)).toEqual([]);
    const names = await namesOf(page);
    const before = await page.locator("#chart-money svg:visible").last().innerHTML();
    await page.getByLabel("logarithmic").check();
    await expect.poll(() => page.locator("#chart-money .drawing:visible svg").innerHTML()).not.toBe(before);
    expect(requests.filter(isCode)).toContain("/lib/chart-money.js");
    expect(requests.filter((address) => address === "/graphics/money.json")).toHaveLength(1);
    expect(await namesOf(page)).toEqual(names);
    expect(await page.locator("#chart-money .is-open").count()).toBe(3);
    for (const href of await page
      .locator("#chart-money .drawing:visible a")
      .evaluateAll((links) => links.map((link) => (link as SVGAElement).href.baseVal)))
      expect((await page.request.get(href)).status(), href).toBe(200);

    await page.getByLabel("linear").check();
    await expect.poll(() => page.locator("#chart-money .drawing:visible a path").count()).toBeGreaterThan(0);
    expect(requests.filter((address) => address === "/graphics/money.json")).toHaveLength(1);
    await hover(markOf(page, "money", 2));
    expect(await tip(page).isVisible()).toBe(true);
  });

  it("work by keyboard and keep the focus, which the panel finds in the new drawing", async () => {
    const {page} = await open("/charts/money");
    const old = await markOf(page, "money", 1).elementHandle();
    await page.getByLabel("linear").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => old!.evaluate((link) => link.isConnected)).toBe(false);
    expect(await isFocused(page.getByLabel("logarithmic"))).toBe(true);
    await tabTo(markOf(page, "money", 1));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    expect(await isFocused(markOf(page, "money", 1))).toBe(true);
    for (const label of await page.locator(".chart-switches label").all())
      expect((await label.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  });

  it("say when drawing takes long", async () => {
    const {page} = await open("/charts/money");
    await page.route("**/graphics/money.json", async (route) => {
      await new Promise((done) => setTimeout(done, 800));
      await route.continue();
    });
    await page.getByLabel("logarithmic").check();
    await page.waitForSelector('.drawings[aria-busy="true"]');
    expect(await page.locator(".chart-status").textContent()).toBe("Drawing …");
    await page.waitForSelector(".drawings:not([aria-busy])");
    expect(await page.locator(".chart-status").textContent()).toBe("");
  });

  it("keep drawing and choice when it fails, say so, and work the next time", async () => {
    const {page} = await open("/charts/money");
    const before = await page.locator(".drawings").innerHTML();
    await page.route("**/graphics/money.json", (route) => route.fulfill({status: 500}));
    await page.getByLabel("logarithmic").check({force: true, noWaitAfter: true});
    await expect.poll(() => page.locator(".chart-status").textContent()).toContain("could not be drawn");
    expect(await page.locator(".drawings").innerHTML()).toBe(before);
    expect(await page.getByLabel("linear").isChecked()).toBe(true);
    await page.unroute("**/graphics/money.json");
    await page.getByLabel("logarithmic").check();
    await expect.poll(() => page.locator(".drawings").innerHTML()).not.toBe(before);
    expect(await page.locator(".chart-status").textContent()).toBe("");
  });

  it("lead to the sources under the site's own path", async () => {
    const folder = temporaryFolder();
    symlinkSync(path.resolve("dist"), path.join(folder, "sub"), "dir");
    const nested = await serveFolder(folder);
    onTestFinished(nested.close);
    const {page, requests} = await open(`${nested.origin}/sub/charts/money`);
    await page.getByLabel("logarithmic").check();
    const href = (): Promise<string> =>
      markOf(page, "money", 0).evaluate((link) => (link as SVGAElement).href.baseVal);
    await expect.poll(href).toMatch(/^\/sub\/sources\/[\w-]+\.html#/);
    expect((await page.request.get(nested.origin + (await href()))).status()).toBe(200);
    expect(requests).toContain("/sub/graphics/money.json");
  });

  it("are not shown without a script, and take no room", async () => {
    const {page} = await open("/charts/money", {...wide, javaScriptEnabled: false});
    expect(await page.locator(".chart-switches").boundingBox()).toBeNull();
  });
});

describe("a drawing of very many marks", () => {
  it("gets its links when the reader asks, and keeps the focus in the chart", async () => {
    const {page} = await open("/charts/money", wide, (p) =>
      p.route("**/charts/money", async (route) => {
        const answer = await route.fetch();
        const html = (await answer.text())
          .replace(/<a data-[^>]*data-row[^>]*>([\s\S]*?)<\/a>/g, "$1")
          .replace(
            '<div class="drawings">',
            '<p class="chart-full" hidden><button type="button">Show every mark with its source</button></p><div class="drawings">',
          );
        await route.fulfill({response: answer, body: html});
      }),
    );
    expect(await page.locator(".drawing a").count()).toBe(0);
    const button = page.getByRole("button", {name: "Show every mark"});
    await button.press("Enter");
    await expect.poll(() => page.locator(".drawing:visible a").count()).toBe(3);
    expect(await button.count()).toBe(0);
    expect(await isFocused(page.locator(".drawings"))).toBe(true);
    await hover(markOf(page, "money", 1));
    expect(await tip(page).isVisible()).toBe(true);
  });
});

describe("the script", () => {
  it.each([360, 1280])(
    "and the fonts move nothing when they come two seconds late, at %i px",
    async (width) => {
      const late: string[] = [];
      const {page} = await open("/", {viewport: {width, height: 900}}, async (p) => {
        await p.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(globalThis, {shifts});
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shifts.push((entry as unknown as {value: number}).value);
          }).observe({type: "layout-shift", buffered: true});
        });
        await p.route(/\/(?:fonts\/.*|lib\/interact\.js.*)$/, async (route) => {
          await new Promise((done) => setTimeout(done, 2000));
          await route.continue();
          late.push(path.basename(new URL(route.request().url()).pathname));
        });
      });
      await page.locator("#chart-money").scrollIntoViewIfNeeded();
      await page.waitForFunction(
        () => !document.querySelector("form.chart-switches")!.hasAttribute("hidden"),
      );
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(200);
      // A phone asks for fonts after all else.
      await expect
        .poll(() => [...late].sort(), {timeout: 10_000})
        .toEqual(["inter.woff2", "interact.js", "source-serif-4.woff2"]);
      expect(await page.evaluate(() => (globalThis as unknown as {shifts: number[]}).shifts)).toEqual([]);
    },
  );

  it("does nothing on a page without charts but wait", async () => {
    const {page, requests} = await open("/sources/");
    expect(requests.filter((address) => address.endsWith(".js")).sort()).toEqual([
      "/lib/interact.js",
      "/lib/theme.js",
    ]);
    expect(await page.locator(".chart-tip").count()).toBe(0);
  });
});

describe("in print", () => {
  it("there is no tooltip, no panel, no switch", async () => {
    const {page} = await open("/charts/money");
    await click(markOf(page, "money", 0));
    await hover(markOf(page, "money", 1));
    await page.emulateMedia({media: "print"});
    for (const selector of [".chart-tip", ".source-panel", ".chart-switches"])
      expect(await page.locator(selector).isVisible(), selector).toBe(false);
  });
});
