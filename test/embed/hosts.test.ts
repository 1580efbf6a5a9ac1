import createDOMPurify from "dompurify";
import {transformSync} from "esbuild";
import {JSDOM} from "jsdom";
import {createElement} from "react";
import {renderToString} from "react-dom/server";
import sanitizeHtml, {type IOptions} from "sanitize-html";
import {compile as compileSvelte} from "svelte/compiler";
import {describe, expect, it} from "vitest";
import {compileScript, parse} from "vue/compiler-sfc";
import {type FormOptions, mailForms, webForms} from "../../src/waybill/embed/codeForms.js";

/*
 * What other people's programs make of the codes: those that clean what is pasted
 * into a system, and those that compile what is pasted into an application.
 */

const options: FormOptions = {
  id: "harvest",
  title: 'Exports rose 69%, to "more" than <$225 million>',
  alt: "A line <rising>",
  credit: "The Ledger, from reports by The Gazette",
  url: "https://example.org/news",
  heights: [{from: 320, fixed: 200, ratio: 0.5, grow: 20, most: 360}],
  size: {width: 688, height: 428},
};

const codeOf = (name: string, more: Partial<FormOptions> = {}): string =>
  [...webForms, ...mailForms].find((form) => form.name === name)!.code({...options, ...more});

/** Attributes and elements that WordPress lets somebody post who may not post HTML without limits. */
const wordpress: IOptions = {
  allowedTags: [
    "a",
    "b",
    "br",
    "blockquote",
    "div",
    "em",
    "figcaption",
    "figure",
    "img",
    "p",
    "span",
    "strong",
  ],
  allowedAttributes: {
    "*": ["class", "id", "title", "role", "aria-label"],
    a: ["href", "rel", "target", "title"],
    img: ["alt", "height", "loading", "src", "width"],
  },
};

const purify = (code: string): string => createDOMPurify(new JSDOM("").window).sanitize(code);

const cleaners: [name: string, clean: (code: string) => string, keepsPictures: boolean][] = [
  ["DOMPurify", purify, true],
  ["sanitize-html", (code) => sanitizeHtml(code), false],
  [
    "sanitize-html with pictures",
    (code) => sanitizeHtml(code, {allowedTags: sanitizeHtml.defaults.allowedTags.concat("img")}),
    true,
  ],
  ["WordPress's rules", (code) => sanitizeHtml(code, wordpress), true],
];

describe("a code that is cleaned", () => {
  for (const [name, clean, keepsPictures] of cleaners)
    it.each(["frame", "element", "wordpress"])(
      `by ${name}: %s leaves a link with credit, and its picture`,
      (form) => {
        for (const version of [null, "3fa2c1d"]) {
          const {document} = new JSDOM(clean(codeOf(form, {version}))).window;
          expect(document.querySelector("iframe, script, waybill-chart")).toBeNull();
          const links = [...document.querySelectorAll("a")];
          expect(links.map(({href}) => href)).toEqual(["https://example.org/news/charts/harvest.html"]);
          expect(links[0].textContent).toContain(options.title);
          expect(links[0].textContent).toContain(options.credit);
          const image = document.querySelector("img");
          expect(image !== null).toBe(keepsPictures);
          if (!image) continue;
          expect(links[0].contains(image)).toBe(true);
          expect(image.alt).toBe(options.alt);
          expect(image.getAttribute("src")).toBe(
            `https://example.org/news/${version ? "v/3fa2c1d" : "graphics"}/harvest.svg`,
          );
          // A number would reach past the edge of a phone, where no style holds it back.
          expect(image.getAttribute("width")).toMatch(/^100%$|^$/);
        }
      },
    );

  it("by DOMPurify for mail: keeps table, picture, dark variant, alternative text and link", () => {
    const {document} = new JSDOM(purify(codeOf("mail"))).window;
    const image = document.querySelector("table td a picture img") as HTMLImageElement;
    expect([image.alt, image.getAttribute("width"), image.src]).toEqual([
      options.alt,
      "600",
      "https://example.org/news/graphics/harvest@2x.png",
    ]);
    expect(document.querySelector("source")!.outerHTML).toContain("harvest-dark@2x.png");
  });

  it("where frames pass but no style: has the attributes that hold width, height and border", () => {
    const kept = sanitizeHtml(codeOf("plain"), {
      allowedTags: ["iframe"],
      allowedAttributes: {iframe: ["src", "width", "height", "frameborder", "title"]},
    });
    const frame = new JSDOM(kept).window.document.querySelector("iframe")!;
    expect(["width", "height", "frameborder"].map((name) => frame.getAttribute(name))).toEqual([
      "100%",
      "381",
      "0",
    ]);
  });
});

describe("a component", () => {
  it("for React: renders on a server, with the picture in it, and loads the script once in a page", async () => {
    const {code} = transformSync(codeOf("react"), {loader: "jsx", jsx: "automatic", format: "cjs"});
    const module = {exports: {} as {Chart: () => JSX}};
    const {default: runtime} = await import("react/jsx-runtime");
    const {default: react} = await import("react");
    new Function("require", "module", "exports", code)(
      (name: string) => (name === "react" ? react : runtime),
      module,
      module.exports,
    );
    const html = renderToString(createElement(module.exports.Chart as never));
    const {document} = new JSDOM(html).window;
    expect(document.querySelector("waybill-chart")!.getAttribute("name")).toBe("harvest");
    expect(document.querySelector("img")!.getAttribute("alt")).toBe(options.alt);
  });

  it("for Vue: compiles", () => {
    const {descriptor, errors} = parse(codeOf("vue"), {filename: "Chart.vue"});
    expect(errors).toEqual([]);
    const {content} = compileScript(descriptor, {id: "chart", inlineTemplate: true});
    expect(content).toContain("innerHTML");
    expect(content).toContain("https://example.org/news/embed.js");
  });

  it("for Svelte: compiles", () => {
    const {js, warnings} = compileSvelte(codeOf("svelte"), {generate: "server", filename: "Chart.svelte"});
    expect(warnings).toEqual([]);
    expect(js.code).toContain("waybill-chart");
  });

  it("is not closed by what a title holds", () => {
    for (const name of ["vue", "svelte"])
      expect(codeOf(name, {title: "</script><script>alert(1)"}).match(/<\/script>/g), name).toHaveLength(1);
  });
});

type JSX = unknown;
