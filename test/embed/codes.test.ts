import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {
  ampCode,
  elementCode,
  embedUrl,
  heightAt,
  heightCss,
  iframeCode,
  imageCode,
  markdownCode,
  wordpressCode,
} from "../../loaders/site/embed/codes.js";

const heights = [
  {from: 320, fixed: 200, ratio: 0.5, grow: 20, most: 360},
  {from: 640, fixed: 150, ratio: 0.25, grow: -16, most: 760},
];
const options = {
  id: "ceramics",
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
    expect(iframeCode(options)).toContain('width="100%" height="307" style=');
    expect(iframeCode(options)).toContain('loading="lazy"');
    expect(iframeCode(options)).not.toContain("sandbox");
    expect(iframeCode({...options, sandbox: true})).toContain(
      'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"',
    );
  });

  it("element: has an image with alternative text inside", () => {
    const {document} = parseHTML(`<body>${elementCode({...options, alt: "A line"})}</body>`);
    const image = document.querySelector("waybill-chart > a > img")!;
    expect(image.getAttribute("src")).toBe("https://example.org/news/graphics/ceramics.svg");
    expect(image.getAttribute("alt")).toBe("A line");
    expect(image.getAttribute("width")).toBe("640");
  });

  it("Markdown: is one image that leads to the chart's page", () => {
    expect(markdownCode({...options, alt: "A [line]", theme: "dark"})).toBe(
      '[![A \\[line\\]](https://example.org/news/graphics/ceramics-dark.svg)](https://example.org/news/charts/ceramics.html "Exports rose 69%, to \\"more\\" than \\<$225 million\\>")',
    );
  });

  it("image: is the picture of the theme, with its own words and size, and leads to the chart's page", () => {
    const size = {width: 688, height: 500};
    const code = imageCode({...options, alt: 'A "line"', theme: "dark", size});
    const {document} = parseHTML(`<body>${code}</body>`);
    const image = document.querySelector("a > img")!;
    expect(document.querySelector("a")!.getAttribute("href")).toBe(
      "https://example.org/news/charts/ceramics.html",
    );
    expect(image.getAttribute("src")).toBe("https://example.org/news/graphics/ceramics-dark.svg");
    expect(image.getAttribute("alt")).toBe('A "line"');
    expect([image.getAttribute("width"), image.getAttribute("height")]).toEqual(["688", "500"]);
    expect(imageCode({...options, size})).toContain("graphics/ceramics.svg");
  });

  it("AMP: has a frame with the title, and until it is there a picture with alternative text", () => {
    const {document} = parseHTML(`<body>${ampCode({...options, alt: 'A "line"', theme: "dark"})}</body>`);
    const frame = document.querySelector("amp-iframe")!;
    expect(frame.getAttribute("title")).toBe(options.title);
    expect(frame.getAttribute("height")).toBe(String(heightAt(heights, 360)));
    expect(frame.getAttribute("src")).toBe("https://example.org/news/embed/ceramics-dark.html");
    const image = frame.querySelector("amp-img[placeholder]")!;
    expect(image.getAttribute("alt")).toBe('A "line"');
    expect(image.getAttribute("src")).toBe("https://example.org/news/graphics/ceramics-dark.svg");
    const bare = parseHTML(`<body>${ampCode(options)}</body>`).document.querySelector("amp-img")!;
    expect(bare.getAttribute("alt")).toBe(options.title);
  });

  it("WordPress: is a block of custom HTML", () => {
    expect(wordpressCode(options)).toBe(`<!-- wp:html -->\n${iframeCode(options)}\n<!-- /wp:html -->`);
    const code = wordpressCode({...options, title: "[gallery] <!-- /wp:html -->"});
    expect(code).toContain("&#91;gallery&#93; &lt;!-- /wp:html --&gt;");
  });

  it.each([
    ["auto", "https://example.org/embed/ceramics.html"],
    ["dark", "https://example.org/embed/ceramics-dark.html"],
    ["light", "https://example.org/embed/ceramics-light.html"],
  ] as const)("embedUrl({theme: %s})", (theme, url) => {
    expect(embedUrl({id: "ceramics", url: "https://example.org/", theme})).toBe(url);
  });
});
