import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {mailForms, webForms} from "../../src/waybill/embed/codeForms.js";
import {
  ampCode,
  elementCode,
  embedUrl,
  iframeCode,
  imageCode,
  mailCode,
  markdownCode,
  wordpressCode,
} from "../../src/waybill/embed/codes.js";
import {heightAt, heightCss} from "../../src/waybill/embed/heights.js";

const heights = [
  {from: 320, fixed: 200, ratio: 0.5, grow: 20, most: 360},
  {from: 640, fixed: 150, ratio: 0.25, grow: -16, most: 760},
];
const options = {
  id: "grain",
  title: 'Exports rose 69%, to "more" than <$225 million>',
  url: "https://example.org/news",
  heights,
};

describe("heightAt(heights, width)", () => {
  it.each([
    [320, 371],
    [400, 381],
    [639, 381],
    [640, 307],
    [641.5, 308],
    [2000, 341],
    [100, 261],
  ])("at %d px is %d px", (width, height) => {
    expect(heightAt(heights, width)).toBe(height);
  });
});

describe("heightCss(heights)", () => {
  it("is one term for each range, with its limits", () => {
    expect(heightCss(heights)).toBe(
      "max(min(201px + 0.5*min(100cqw + 20px,360px),(639.99px - 100cqw)*1e6),min(151px + 0.25*min(100cqw - 16px,760px),(100cqw - 639.99px)*1e6))",
    );
    expect(heightCss(heights.slice(0, 1))).toBe("calc(201px + 0.5*min(100cqw + 20px,360px))");
  });
});

describe("the codes", () => {
  it.each([
    ["iframe", iframeCode(options), "iframe"],
    ["element", elementCode({...options, alt: "A line <rising>"}), "waybill-chart"],
    ["AMP", ampCode(options), "amp-iframe"],
    ["WordPress", wordpressCode(options), "iframe"],
  ])("%s: is well-formed, escaped, and asks the site alone", (_name, code, selector) => {
    const {document} = parseHTML(`<body>${code}</body>`);
    const element = document.querySelector(selector)!;
    expect(element).not.toBeNull();
    if (selector.endsWith("iframe")) expect(element.getAttribute("title")).toBe(options.title);
    for (const address of code.matchAll(/(?:src|href)="([^"]*)"/g))
      expect(address[1]).toMatch(/^https:\/\/example\.org\/news\//);
    expect(code).not.toMatch(/ on\w+=|javascript:/);
  });

  it("iframe: has a lazy frame, a height without styles, and no sandbox unless asked", () => {
    // The most that it needs in any column.
    expect(iframeCode(options)).toContain('width="100%" height="381" frameborder="0" style=');
    expect(iframeCode({...options, width: 640})).toContain('height="307"');
    // A host's important rule does not overrule it.
    expect(iframeCode(options)).toMatch(/<iframe [^>]*height:max\([^"]*\)!important"/);
    expect(iframeCode(options)).toContain('loading="lazy"');
    expect(iframeCode(options)).not.toContain("sandbox");
    expect(iframeCode({...options, sandbox: true})).toContain(
      'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"',
    );
  });

  it("element: has an image with alternative text inside", () => {
    const {document} = parseHTML(`<body>${elementCode({...options, alt: "A line"})}</body>`);
    const image = document.querySelector("waybill-chart a > img")!;
    expect(image.getAttribute("src")).toBe("https://example.org/news/graphics/grain.svg");
    expect(image.getAttribute("alt")).toBe("A line");
    expect(image.getAttribute("width")).toBe("100%");
  });

  it("as printed: names the version's folder everywhere but in the link to the chart's page and the script", () => {
    const version = "3fa2c1d";
    const size = {width: 688, height: 500};
    for (const form of [...webForms, ...mailForms]) {
      const code = form.code({...options, size, version});
      const addresses = [...code.matchAll(/https:\/\/example\.org\/news\/([\w./@-]+)/g)].map(
        ([, each]) => each,
      );
      expect(addresses.length, form.name).toBeGreaterThan(0);
      for (const address of addresses)
        expect(address, form.name).toMatch(/^v\/3fa2c1d\/grain|^charts\/grain\.html$|^embed\.js$/);
    }
    expect(elementCode({...options, version})).toContain('version="3fa2c1d"');
  });

  it("e-mail: is a table of one column, with a picture of known size, and one for dark machines", () => {
    const size = {width: 688, height: 344};
    const {document} = parseHTML(
      `<body>${mailCode({...options, alt: "A line", credit: "The Ledger", size})}</body>`,
    );
    const image = document.querySelector("td > a > picture > img")!;
    expect(["src", "alt", "width", "height"].map((name) => image.getAttribute(name))).toEqual([
      "https://example.org/news/graphics/grain@2x.png",
      "A line",
      "600",
      "300",
    ]);
    expect(document.querySelector("source")!.getAttribute("srcset")).toBe(
      "https://example.org/news/graphics/grain-dark@2x.png",
    );
    expect(document.querySelectorAll("a")[1].textContent).toContain("The Ledger");
    expect(mailCode({...options, theme: "dark", size})).not.toContain("<picture>");
    expect(mailCode({...options, theme: "dark", size})).toContain("grain-dark@2x.png");
  });

  it("AMP: keeps to the rules of amp-iframe", () => {
    const frame = parseHTML(`<body>${ampCode(options)}</body>`).document.querySelector("amp-iframe")!;
    const names = [...frame.attributes].map(({name}) => name).sort();
    // https://amp.dev/documentation/components/amp-iframe: the attributes of its own, and those of every element.
    expect(names).toEqual(["frameborder", "height", "layout", "resizable", "sandbox", "src", "title"]);
    expect(frame.getAttribute("src")).toMatch(/^https:/);
    expect(frame.getAttribute("layout")).toBe("fixed-height");
    expect(frame.getAttribute("height")).toMatch(/^\d+$/);
    // A frame that may grow needs something to press, and one near the top of a page a placeholder.
    expect(frame.querySelector("[overflow]")).not.toBeNull();
    expect(frame.querySelector("amp-img[placeholder][layout=fill]")).not.toBeNull();
    // Never the rights of its own origin, which AMP forbids beside scripts on the page's own.
    expect(frame.getAttribute("sandbox")).not.toContain("allow-same-origin");
    expect(frame.outerHTML).not.toMatch(/ style=|!important|<script|<img /);
  });

  it("Markdown: is one image that leads to the chart's page", () => {
    expect(markdownCode({...options, alt: "A [line]", theme: "dark"})).toBe(
      '[![A \\[line\\]](https://example.org/news/graphics/grain-dark.svg)](https://example.org/news/charts/grain.html "Exports rose 69%, to \\"more\\" than \\<$225 million\\>")',
    );
  });

  it("image: is the picture of the theme, with its own words and size, and leads to the chart's page", () => {
    const size = {width: 688, height: 500};
    const code = imageCode({...options, alt: 'A "line"', theme: "dark", size});
    const {document} = parseHTML(`<body>${code}</body>`);
    const image = document.querySelector("a > img")!;
    expect(document.querySelector("a")!.getAttribute("href")).toBe(
      "https://example.org/news/charts/grain.html",
    );
    expect(image.getAttribute("src")).toBe("https://example.org/news/graphics/grain-dark.svg");
    expect(image.getAttribute("alt")).toBe('A "line"');
    expect(image.getAttribute("style")).toContain("max-width:688px;height:auto;aspect-ratio:688/500");
    expect(imageCode({...options, size})).toContain("graphics/grain.svg");
  });

  it("AMP: has a frame with the title, and until it is there a picture with alternative text", () => {
    const {document} = parseHTML(`<body>${ampCode({...options, alt: 'A "line"', theme: "dark"})}</body>`);
    const frame = document.querySelector("amp-iframe")!;
    expect(frame.getAttribute("title")).toBe(options.title);
    expect(frame.getAttribute("height")).toBe(String(heightAt(heights, 360)));
    expect(frame.getAttribute("src")).toBe("https://example.org/news/embed/grain-dark.html");
    const image = frame.querySelector("amp-img[placeholder]")!;
    expect(image.getAttribute("alt")).toBe('A "line"');
    expect(image.getAttribute("src")).toBe("https://example.org/news/graphics/grain-dark.svg");
    const bare = parseHTML(`<body>${ampCode(options)}</body>`).document.querySelector("amp-img")!;
    expect(bare.getAttribute("alt")).toBe(options.title);
  });

  it("WordPress: is a block of custom HTML", () => {
    expect(wordpressCode(options)).toBe(`<!-- wp:html -->\n${iframeCode(options)}\n<!-- /wp:html -->`);
    const code = wordpressCode({...options, title: "[gallery] <!-- /wp:html -->"});
    expect(code).toContain("&#91;gallery&#93; &lt;!-- /wp:html --&gt;");
  });

  it.each([
    ["auto", "https://example.org/embed/grain.html"],
    ["dark", "https://example.org/embed/grain-dark.html"],
    ["light", "https://example.org/embed/grain-light.html"],
  ] as const)("embedUrl({theme: %s})", (theme, url) => {
    expect(embedUrl({id: "grain", url: "https://example.org/", theme})).toBe(url);
  });
});
