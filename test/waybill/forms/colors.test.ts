import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {palette} from "../../../src/waybill/theme.js";
import {contrast, over} from "../contrast.js";
import {everyForm, newDocument} from "./drawForms.js";
import {drawnShapes, drawnTexts, inheritedOf} from "./drawnBoxes.js";
import {someRows} from "./someRows.js";

/** Returns the colour of the row's own mark that a text stands on; null for none. */
function groundOf(text: Element): string | null {
  const link = text.closest("[data-row]");
  if (!link) return null;
  const own = drawnTexts(link)[[...link.querySelectorAll("text")].indexOf(text as SVGTextElement)];
  const [ground] = [...link.querySelectorAll("path")].filter((path) => {
    if (!inheritedOf(path, "fill")?.startsWith("#") || inheritedOf(path, "fill-opacity") !== null)
      return false;
    const [box] = drawnShapes(link, "path", (shape) => shape === path);
    return own && box && box.x1 < own.x1 && own.x2 < box.x2 && box.y1 < own.y1 && own.y2 < box.y2;
  });
  return ground ? inheritedOf(ground, "fill") : null;
}

describe.each(everyForm)("%s in colours", (name, form) => {
  it.each(["light", "dark"] as const)("has text of 4.5 to 1 and marks of 3 to 1 on paper, %s", (theme) => {
    const paper = palette.paper[theme];
    for (const emphasis of [undefined, "strong"]) {
      const svg = form(someRows(12, 3 + name.length), {
        document: newDocument(),
        theme,
        color: "hue",
        ...(emphasis && {emphasis}),
      });
      for (const text of svg.querySelectorAll("text")) {
        const kind = inheritedOf(text, "fill") === "none" ? "stroke" : "fill";
        const ink = inheritedOf(text, kind) ?? "";
        expect(
          contrast(ink, groundOf(text) ?? paper),
          `${name}: “${text.textContent}” in ${ink}`,
        ).toBeGreaterThanOrEqual(4.5);
      }
      // A mark is seen by its strongest stroke: its fill, its outline, its hatching, its cap.
      for (const link of svg.querySelectorAll("[data-row]")) {
        const strengths = [...link.querySelectorAll("path, line, rect")].flatMap((shape) => {
          const opacity = Number(inheritedOf(shape, "opacity") ?? 1);
          return (["fill", "stroke"] as const).flatMap((kind) => {
            const color = inheritedOf(shape, kind);
            if (!color?.startsWith("#")) return [];
            const own = Number(inheritedOf(shape, `${kind}-opacity`) ?? 1);
            return contrast(over(color, own * opacity, paper), paper);
          });
        });
        if (strengths.length > 0)
          expect(
            Math.max(...strengths),
            `${name}: ${link.getAttribute("aria-label")}`,
          ).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it("tells emphasis by weight, size or place too, not by colour alone: each row is named at its mark", () => {
    const svg = form(
      someRows(4, 9).map((row, i) => ({
        ...row,
        label: `Harbour ${i}`,
        supplier: null,
        recipient: `Harbour ${i}`,
        publisher: `Harbour ${i}`,
        value: 5 + i,
        from: 3,
      })),
      {document: newDocument(), width: 960},
    );
    // A tally names those in emphasis alone, and has them first.
    for (const link of svg.querySelectorAll("[data-row]"))
      expect(name.startsWith("tally") ? link.getAttribute("aria-label") : link.textContent, name).toContain(
        `Harbour ${link.getAttribute("data-row")}`,
      );
  });

  it("is the same drawing with jsdom as with linkedom", () => {
    const {window} = new JSDOM("<!doctype html><html><body></body></html>");
    const rows = someRows(5, 21);
    const options = {emphasis: "strong", note: "note"};
    const [there, here] = [window.document, newDocument()].map((document) =>
      form(rows, {...options, document}),
    );
    const partsOf = (svg: Element): string[] =>
      [...svg.querySelectorAll("a, g, path, text, line")].map((element) =>
        [
          element.tagName.toLowerCase(),
          ...["href", "aria-label", "data-row", "d", "x", "y", "fill", "opacity"].map((attribute) =>
            element.getAttribute(attribute),
          ),
          element.tagName.toLowerCase() === "text" ? element.textContent : "",
        ].join(" "),
      );
    expect(there.getAttribute("role")).toBe("figure");
    expect(partsOf(there)).toEqual(partsOf(here));
  });
});
