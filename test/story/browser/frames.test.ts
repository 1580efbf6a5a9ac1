import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {elementCode, frameHtml, iframeCode} from "../../../src/waybill/embed/codes.js";
import {hostPlaces} from "../../browser/hostPlaces.js";
import {
  codeOf,
  embeds,
  frameHeights,
  host,
  hostPages,
  site,
  slow,
  slowSite,
  visitEmbed,
  visitHost,
} from "./embedHost.js";

describe("the iframe", () => {
  for (const [name, sandbox] of [
    ["plain", false],
    ["in a sandbox", true],
  ] as const)
    it(`${name}: keeps its height on another origin, also when the table opens`, async () => {
      const {page, context, problems, foreign} = await visitHost(
        iframeCode({...codeOf("ceramics"), sandbox}),
      );
      const [before] = await frameHeights(page);
      expect(before.given - before.needed).toBeGreaterThanOrEqual(0);
      expect(before.given - before.needed).toBeLessThanOrEqual(2);
      const frame = page.frames()[1];
      await frame.locator("summary").click();
      await expect.poll(async () => (await frameHeights(page))[0].given).toBeGreaterThan(before.given + 60);
      const [opened] = await frameHeights(page);
      expect(Math.abs(opened.given - opened.needed)).toBeLessThanOrEqual(1);
      await frame.locator("summary").click();
      await expect.poll(async () => (await frameHeights(page))[0].given).toBeLessThan(before.given + 2);
      expect({problems, foreign}).toEqual({problems: [], foreign: []});
      await context.close();
    });

  it.each([360, 1100])(
    "and the element are as wide as the place lets them, whatever kind it is, at %d px",
    async (width) => {
      const {page, context} = await visitHost("", {width});
      for (const code of [iframeCode(codeOf("drones")), elementCode(codeOf("drones"))])
        for (const [style, before, after] of hostPlaces) {
          await page.evaluate(
            (html) => document.body.replaceChildren(document.createRange().createContextualFragment(html)),
            `<style>${style}</style>${before}${code}${after}`,
          );
          const shown = page.locator("iframe, waybill-chart figure");
          await shown.waitFor();
          // The script has hidden the picture, or put the figure in its place.
          await page.locator("a > img").waitFor({state: "hidden"});
          const box = (await shown.boundingBox())!;
          const place = `${before} ${style}`;
          expect(box.width, place).toBeGreaterThanOrEqual(Math.min(300, width - 20));
          expect(box.height, place).toBeGreaterThan(200);
          expect(box.height, place).toBeLessThan(1000);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBe(width);
        }
      await context.close();
    },
  );

  it("stays as it is in a place without width, and has the picture where a host takes the frame away", async () => {
    const code = iframeCode(codeOf("drones"));
    const {page, context} = await visitHost(
      `<div style="width:0;overflow:hidden">${code}</div><div id="cleaned">${code.replace(/<iframe.*?<\/iframe>/, "")}</div>`,
    );
    await page.locator("iframe").scrollIntoViewIfNeeded();
    await page.locator("a > img").first().waitFor({state: "hidden"});
    expect(await page.locator("iframe").evaluate((frame) => frame.clientHeight)).toBeLessThan(1000);
    const picture = (await page.locator("#cleaned img").boundingBox())!;
    expect(picture.width).toBeGreaterThan(400);
    expect(await page.locator("#cleaned a").textContent()).toContain(embeds.get("drones")!.title);
    await context.close();
  });

  it("opens a sentence in a new tab and leaves the host alone, also from a sandbox", async () => {
    const {page, context} = await visitHost(iframeCode({...codeOf("drones"), sandbox: true}));
    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      page.frames()[1].locator(".drawing-624 a text").first().click(),
    ]);
    await tab.waitForURL(/\/sources\/[\w-]+\.html#/);
    expect(await tab.evaluate(() => window.opener)).toBeNull();
    expect(page.url()).toContain(host.origin);
    await context.close();
  });

  for (const width of [360, 720, 1100])
    it(`moves nothing at ${width} px, when scripts, frames and fonts come late`, async () => {
      const body = `<p>Before</p>${iframeCode(codeOf("ceramics", slowSite))}<p>Between</p>${elementCode(codeOf("drones", slowSite))}<p id="after">After</p>${iframeCode(codeOf("ceramics", slowSite))}`;
      const {page, context} = await visitHost(body, {width});
      await expect
        .poll(
          () =>
            page.evaluate(
              () => document.querySelector("waybill-chart")!.shadowRoot?.querySelector("figure") != null,
            ),
          {timeout: 15_000},
        )
        .toBe(true);
      await page.waitForTimeout(slow * 2);
      const heights = await frameHeights(page);
      for (const {given, needed} of heights) {
        expect(given - needed).toBeGreaterThanOrEqual(0);
        expect(given - needed).toBeLessThanOrEqual(2);
      }
      expect(await page.evaluate(() => (window as unknown as {shifts: number}).shifts)).toBe(0);
      await context.close();
    });

  it("needs no script of the host's, nor of its own", async () => {
    const {page, context, problems} = await visitHost(frameHtml(codeOf("machine-tools")), {
      javaScript: false,
    });
    const box = (await page.locator("iframe").boundingBox())!;
    expect(box.height).toBeGreaterThan(300);
    expect(await page.frames()[1].locator(".title").textContent()).toContain(
      "name the supplier of less than a quarter",
    );
    expect(problems).toEqual([]);
    await context.close();
  });

  it("gets its height from the script where the host's policy drops styles", async () => {
    const policy = `default-src 'none'; script-src ${site.origin}; style-src ${site.origin}; img-src ${site.origin} data:; font-src ${site.origin}; connect-src ${site.origin}; frame-src ${site.origin}`;
    const {page, context, problems} = await visitHost(
      `${iframeCode(codeOf("drones"))}${elementCode(codeOf("ceramics"))}`,
      {headers: {"content-security-policy": policy}, width: 360},
    );
    await expect
      .poll(async () => {
        const [{given, needed}] = await frameHeights(page);
        return Math.abs(given - needed) <= 2;
      })
      .toBe(true);
    await page.locator("waybill-chart figure").waitFor();
    expect(await page.locator("waybill-chart .drawing-360 svg").isVisible()).toBe(true);
    for (const problem of problems) expect(problem).toMatch(/inline style/);
    await context.close();
  });

  it("may be there several times, of one chart, and may come late", async () => {
    const {page, context, problems} = await visitHost(
      `${iframeCode(codeOf("drones"))}${iframeCode({...codeOf("drones"), theme: "dark"})}`,
    );
    const html = frameHtml(codeOf("money")).replaceAll(/ style="[^"]*"/g, "");
    await page.evaluate((late) => document.body.insertAdjacentHTML("beforeend", late), html);
    await page.locator("iframe").last().scrollIntoViewIfNeeded();
    await expect
      .poll(async () =>
        (await frameHeights(page)).map(({given, needed}) => given >= needed && given <= needed + 2),
      )
      .toEqual([true, true, true]);
    expect(problems).toEqual([]);
    await context.close();
  });

  it.each([
    ["ceramics", "light", "dark", "rgb(253, 252, 249)"],
    ["ceramics", "only light", "dark", "rgb(253, 252, 249)"],
    ["ceramics", "dark", "light", "rgb(23, 25, 28)"],
    ["ceramics", "light dark", "dark", "rgb(23, 25, 28)"],
    ["ceramics", "normal", "dark", "rgb(23, 25, 28)"],
    ["ceramics-light", "dark", "dark", "rgb(253, 252, 249)"],
  ] as const)(
    "%s in a host of scheme %s, with %s preferred, is on %s",
    async (name, scheme, colorScheme, expected) => {
      const code = iframeCode(codeOf("ceramics")).replace("embed/ceramics.html", `embed/${name}.html`);
      const {page, context, problems} = await visitHost(code, {
        colorScheme,
        head: `<style>html {color-scheme: ${scheme}}</style>`,
      });
      await expect
        .poll(() =>
          page
            .frames()[1]
            .locator(".waybill")
            .evaluate((e) => getComputedStyle(e).backgroundColor),
        )
        .toBe(expected);
      expect(problems).toEqual([]);
      await context.close();
    },
  );

  it("takes no height from another origin, from another frame, or that is none", async () => {
    hostPages.set("/liar", {
      html: `<script>onload=()=>{for(const f of [parent,...Array.from({length:parent.length},(_,i)=>parent[i])])try{f.postMessage({sentinel:"amp",type:"embed-size",height:1234},"*")}catch{}}</script>`,
    });
    const {page, context} = await visitHost(
      `${iframeCode(codeOf("drones"))}<iframe id="liar" src="${host.origin}/liar" height="90"></iframe>`,
    );
    const before = (await frameHeights(page))[0].given;
    await page.evaluate((pages) => {
      // The host itself is not the frame, whatever it says.
      for (const height of [1234, -5, Number.NaN, 1e9, "1234", null])
        postMessage({sentinel: "amp", type: "embed-size", height}, "*");
      // A frame of the site's that has gone elsewhere is no longer the site's.
      const frame = document.querySelector("iframe")!;
      (window as unknown as {pages: string}).pages = pages;
      frame.contentWindow!.location.href = "/liar";
    }, `${site.origin}/embed/`);
    await page.waitForTimeout(600);
    expect(
      await page
        .locator("iframe")
        .first()
        .evaluate((e) => e.clientHeight),
    ).toBe(before);
    expect(await page.locator("#liar").evaluate((e) => e.clientHeight)).toBe(90);
    // And what the site's own frame says is only a sensible height.
    const {page: second, context: other} = await visitHost(iframeCode(codeOf("drones")));
    for (const height of [-5, 0, Number.NaN, 1e9, "700", null])
      await second
        .frames()[1]
        .evaluate((h) => parent.postMessage({sentinel: "amp", type: "embed-size", height: h}, "*"), height);
    await second.waitForTimeout(200);
    expect((await frameHeights(second))[0].given).toBe(before);
    await second
      .frames()[1]
      .evaluate(() => parent.postMessage({sentinel: "amp", type: "embed-size", height: 777}, "*"));
    await expect.poll(async () => (await frameHeights(second))[0].given).toBe(777);
    await other.close();
    await context.close();
  });
});

describe("hosts that listen in another way", () => {
  const src = (query = ""): string => `${site.origin}/embed/ceramics.html${query}`;
  const listen = (body: string): string =>
    `${body}<script>window.heard=[];addEventListener("message",e=>{if(e.source===document.querySelector("iframe").contentWindow)heard.push(e.data)})</script>`;
  const heard = (page: Page): Promise<unknown[]> =>
    page.evaluate(() => (window as unknown as {heard: unknown[]}).heard);

  it("pym.js: answers with the id of its container, also to a new width", async () => {
    // As pym.Parent writes its frame, and asks it.
    const {page, context} = await visitHost(
      listen(
        `<iframe width="100%" src="${src("?initialWidth=700&childId=chart-1&parentTitle=Host&parentUrl=x")}"></iframe>`,
      ),
    );
    const needed = Math.ceil((await frameHeights(page))[0].needed);
    expect(await heard(page)).toContain(`pymxPYMxchart-1xPYMxheightxPYMx${needed}`);
    await page.evaluate(() => {
      (window as unknown as {heard: unknown[]}).heard.length = 0;
      document.querySelector("iframe")!.contentWindow!.postMessage("pymxPYMxchart-1xPYMxwidthxPYMx700", "*");
    });
    await expect.poll(() => heard(page)).toContain(`pymxPYMxchart-1xPYMxheightxPYMx${needed}`);
    await context.close();
  });

  it("@newswire/frames and AMP: answers embed-size, also to a host that begins to listen later", async () => {
    const {page, context} = await visitHost(listen(`<iframe width="100%" src="${src()}"></iframe>`));
    const height = Math.ceil((await frameHeights(page))[0].needed);
    expect(await heard(page)).toContainEqual({sentinel: "amp", type: "embed-size", height});
    await page.evaluate(() => {
      (window as unknown as {heard: unknown[]}).heard.length = 0;
      document
        .querySelector("iframe")!
        .contentWindow!.postMessage({sentinel: "amp", type: "frames-init"}, "*");
    });
    await expect.poll(() => heard(page)).toContainEqual({sentinel: "amp", type: "embed-size", height});
    await context.close();
  });

  it("Datawrapper's listener: is told the height under the chart's id, which the frame's address has", async () => {
    for (const page of ["ceramics.html", "ceramics-dark.html"]) {
      const visited = await visitHost(
        listen(`<iframe width="100%" src="${site.origin}/embed/${page}"></iframe>`),
      );
      const height = Math.ceil((await frameHeights(visited.page))[0].needed);
      expect(await heard(visited.page)).toContainEqual({"datawrapper-height": {ceramics: height}});
      await visited.context.close();
    }
  });

  it.each([...embeds.keys()])("of %s is set in its own type, each word", async (name) => {
    const {page, context} = await visitEmbed(name);
    const families = await page.evaluate(() =>
      [...document.querySelectorAll("figure :is(p, text, tspan, td)")].map(
        (element) => getComputedStyle(element).fontFamily.split(",")[0],
      ),
    );
    expect([...new Set(families)].sort()).toEqual(['"Waybill Sans"', '"Waybill Serif"']);
    await context.close();
  });

  it("says nothing where there is no host", async () => {
    const {page, context, problems} = await visitEmbed("ceramics");
    expect(await page.evaluate(() => window.parent === window)).toBe(true);
    expect(problems).toEqual([]);
    await context.close();
  });
});
