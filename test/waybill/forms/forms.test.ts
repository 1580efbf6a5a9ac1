import {describe, expect, it} from "vitest";
import {everyForm, newDocument} from "./drawForms.js";
import {drawnShapes, drawnTexts, inheritedOf, overlap} from "./drawnBoxes.js";
import {someRows} from "./someRows.js";

const widths = [280, 360, 640, 960, 1200];
const counts = [0, 1, 3, 40];

/** What must hold of any drawing of any rows. */
function expectDrawn(
  svg: Element,
  rows: readonly {href: string}[],
  {width, where}: {width: number; where: string},
) {
  expect(svg.outerHTML, where).not.toMatch(/NaN|undefined|Infinity|\sstyle=|<style|\sid=/);
  const links = [...svg.querySelectorAll("a[data-row]")];
  expect(
    links.map((link) => Number(link.getAttribute("data-row"))).sort((a, b) => a - b),
    where,
  ).toEqual(rows.map((_row, i) => i));
  for (const link of links) {
    expect(link.getAttribute("href"), where).toBe(rows[Number(link.getAttribute("data-row"))].href);
    expect(link.getAttribute("aria-label"), where).toBeTruthy();
  }
  const height = Number(svg.getAttribute("height"));
  const texts = drawnTexts(svg);
  // Thousands of pairs in a drawing: what is wrong is gathered, and looked at once.
  const outside = [...texts, ...drawnShapes(svg)].filter(
    ({x1, x2, y1, y2}) => !(x1 >= -1.5 && x2 <= width + 1.5 && y1 >= -1.5 && y2 <= height + 1.5),
  );
  expect(outside, `${where}: outside ${width} × ${height}`).toEqual([]);
  const over = texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter((b) => overlap(a, b))
      .map((b) => `“${a.text}” lies over “${b.text}”`),
  );
  expect(over, where).toEqual([]);
  for (const text of svg.querySelectorAll("text"))
    expect(Number(inheritedOf(text, "font-size")), where).toBeGreaterThanOrEqual(12);
}

describe.each(everyForm)("%s(rows, options)", (name, form) => {
  it.each(widths)("draws any rows at %d px: one link a row, in its frame, no words over others", (width) => {
    for (const count of counts) {
      const rows = someRows(count, count * 31 + name.length);
      const svg = form(rows, {width, document: newDocument()});
      expectDrawn(svg, rows, {width, where: `${name}, ${count} rows`});
    }
  });

  it.each(widths)("writes notes at %d px whole, over neither words nor marks", (width) => {
    for (const count of [1, 3, 12]) {
      const rows = someRows(count, count * 17 + name.length);
      const svg = form(rows, {
        width,
        document: newDocument(),
        emphasis: "strong",
        note: "note",
        color: "hue",
        annotations: [{at: 0, text: "The first of them, as the papers tell it"}],
      });
      const where = `${name}, ${count} rows with notes`;
      expectDrawn(svg, rows, {width, where});
      const textOf = (row: number): string =>
        [...svg.querySelectorAll(`[data-row="${row}"] text`)].map((text) => text.textContent).join(" ");
      expect(textOf(0), where).toContain("The first of them");
      const noted = drawnTexts(svg).filter(({text}) => /papers tell|harbour office/.test(text));
      for (const note of noted)
        for (const shape of drawnShapes(
          svg,
          "[data-row] path",
          (path) => inheritedOf(path, "fill") !== "none",
        ))
          expect(overlap(note, shape), `${where}: “${note.text}” lies over a mark`).toBe(false);
    }
  });

  it("is sensible with nothing but rows", () => {
    const svg = form(someRows(3, 7), {document: newDocument()});
    expect(svg.getAttribute("role")).toBe("figure");
    expect([...svg.querySelectorAll("a")].every((link) => link.getAttribute("aria-label"))).toBe(true);
  });

  it.each([
    ["a column", "strong"],
    ["an index", 0],
    ["a column of booleans", [true, false, false]],
    ["a function", (row: {strong?: boolean}) => row.strong],
  ])("makes what is not in emphasis grey, by %s", (_by, emphasis) => {
    const rows = someRows(3, 5).map((row) => ({
      ...row,
      value: 5,
      from: 3,
      low: null,
      high: null,
      period_start: "2022",
      period_end: "2023",
    }));
    const svg = form(rows, {document: newDocument(), theme: "light", emphasis: emphasis as "strong"});
    const colors = [...svg.querySelectorAll("a")].map((link) => link.outerHTML.includes("#8f2213"));
    expect(colors.filter(Boolean).length).toBe(1);
  });
});
