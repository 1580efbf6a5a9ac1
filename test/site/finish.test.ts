import {describe, expect, it} from "vitest";
import {finishPage} from "../../loaders/site/finish.js";
import {moveScripts} from "../../loaders/site/moveScripts.js";
import {replaceTags} from "../../loaders/site/tags.js";

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
