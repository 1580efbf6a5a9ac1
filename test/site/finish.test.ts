import {describe, expect, it} from "vitest";
import {absolutePage, addressOf, finishPage, withFileNames} from "../../loaders/site/finish.js";
import {moveScripts} from "../../loaders/site/moveScripts.js";
import {replaceTags} from "../../loaders/site/tags.js";
import {temporaryFolder} from "../temporary.js";

describe("replaceTags(html, replace)", () => {
  it("sees tags with any quoted attribute, and no words", () => {
    const tags: string[] = [];
    replaceTags(`<p title="a > b" lang='<i>'>x="y" 1 < 2 <br/> &lt;b&gt;</p>`, (tag) => {
      tags.push(tag);
      return tag;
    });
    expect(tags).toEqual([`<p title="a > b" lang='<i>'>`, "<br/>"]);
  });

  it("takes time that grows with a page's length alone", () => {
    const steps = (html: string): number => {
      let n = 0;
      replaceTags(html, (tag) => {
        n++;
        return tag;
      });
      return n;
    };
    expect(steps(`<a ${'"'.repeat(20_001)}`.repeat(2))).toBe(0);
  });
});

describe("finishPage(html, root)", () => {
  it("fills in addresses in tags, and leaves words that look like them", () => {
    const page =
      '<html><a data-site-href="lib/x" title="a"> data-site-href="y" initial-scale=1, maximum-scale=1</a>';
    expect(finishPage(page, "../")).toBe(
      '<html lang="en"><a href="../lib/x" title="a"> data-site-href="y" initial-scale=1, maximum-scale=1</a>',
    );
  });
});

describe("absolutePage(html, base)", () => {
  const redirect =
    '<script type="module">\n\nif (location.pathname.endsWith("/")) {\n  x();\n}\n\n</script>\n';

  it("gives links the site's base, without Framework's base element and script", () => {
    const page = `<head><meta charset="utf-8">\n<base href="/news/">${redirect}<link href="./lib/a.css"></head><a href="./">x ./y</a><a href="#z">`;
    expect(absolutePage(page, "/news/")).toBe(
      '<head><meta charset="utf-8"><link href="/news/lib/a.css"></head><a href="/news/">x ./y</a><a href="#z">',
    );
  });

  it("leaves other scripts and addresses of the server as they are", () => {
    const page = '<script type="module">\nif (a) b();\n</script><a href="/x"><a href="../y">';
    expect(absolutePage(page, "/news/")).toBe(page);
  });
});

describe("addressOf(page)", () => {
  it.each([
    ["/index.html", "/"],
    ["/charts/index.html", "/charts/"],
    ["/charts/bar.html", "/charts/bar.html"],
    ["/charts/myindex.html", "/charts/myindex.html"],
    ["/sources/caf\u00e9 1.html", "/sources/caf%C3%A9%201.html"],
  ])("of %s is %s", (page, address) => expect(addressOf(page)).toBe(address));
});

describe("withFileNames(html, page, options)", () => {
  const output = temporaryFolder.bind(null, {
    "a.html": "",
    "b/index.html": "",
    "b/v1.2.html": "",
    "c.css": "",
  });

  it("names the file of each link to a page, and leaves what is a file, a folder or elsewhere", () => {
    const html =
      '<a href="../a"><a href="../a#x"><a href="./v1.2?q=1"><a href="./"><a href="../c.css"><a href="../none"><a href="https://example.org/a"><a href="#a">';
    expect(withFileNames(html, "/b/index.html", {output: output(), from: null})).toBe(
      html.replace('../a"', '../a.html"').replace("../a#", "../a.html#").replace("v1.2?", "v1.2.html?"),
    );
  });
});

describe("moveScripts(html, page)", () => {
  const early = '<link rel="modulepreload" href="./_observablehq/client.123.js">\n';
  const alone = '<script type="module">\n\nimport "./_observablehq/client.123.js";\n\n</script>\n';
  const code =
    '<script type="module">\n\nimport {define} from "./_observablehq/client.123.js";\ndefine(1);\n</script>\n';

  it("drops Framework's client from a page without code", () => {
    expect(moveScripts(`<head>${early}${alone}</head>`, "index")).toEqual({
      html: "<head></head>",
      scripts: new Map(),
    });
  });

  it("moves code to a file beside the page, under a name that its content gives", () => {
    const {html, scripts} = moveScripts(`<head>${early}${code}</head>`, "explore");
    const [[name, moved]] = scripts;
    expect(name).toMatch(/^explore\.[0-9a-f]{8}\.js$/);
    expect(moved).toBe('import {define} from "./_observablehq/client.123.js";\ndefine(1);\n');
    expect(html).toBe(`<head>${early}<script type="module" src="./${name}"></script>\n</head>`);
    expect([...moveScripts(code.replace("1)", "2)"), "explore").scripts.keys()]).not.toContain(name);
  });
});
