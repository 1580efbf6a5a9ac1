import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {boxOfPath} from "../../../loaders/graphics/pathBox.js";
import type {Qualifier, Status} from "../../../src/model/figure.js";
import type {FormOptions, FormRow} from "../../../src/waybill/forms/index.js";
import * as forms from "../../../src/waybill/forms/index.js";
import {textWidth} from "../../../src/waybill/textWidth.js";

const newDocument = (): Document =>
  parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;

// As in d3-random: the same numbers at every run.
function randomLcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const qualifiers: (Qualifier | null)[] = [null, null, "more_than", "about", "at_most", "up_to", "exactly"];
const statuses: (Status | null)[] = [
  null,
  "delivered",
  "ordered",
  "planned",
  "forecast",
  "alleged",
  "denied",
];
const names = [
  "Wheat",
  "The ministry of foreign trade and of the interior",
  "مصنع الطائرات",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik".repeat(3),
  "",
  "a & b < c",
];

const parties = [null, "Mill", "Harbour Works", "Yard", ...names.slice(1, 4)];
const zones = [null, "Upland", "The islands of the far north and of the south"];

/** A place's name with where it lies, as columns of a row. */
function placeOf(end: string, random: () => number) {
  const n = Math.floor(random() * 9);
  const known = random() < 0.8;
  return {
    [end]: n === 0 ? null : `${names[n % 4]} ${n}`,
    [`${end}_x`]: known ? ((n * 47) % 360) - 180 : null,
    [`${end}_y`]: known ? ((n * 31) % 130) - 55 : null,
  };
}

function rowsOf(count: number, seed: number) {
  const random = randomLcg(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  return Array.from({length: count}, (_, i) => {
    const value = 10 ** (random() * 6) * (random() < 0.15 ? -1 : 1);
    const kind = random();
    return {
      label: `${pick(names)} ${i}`,
      value: kind < 0.1 ? null : kind < 0.2 ? null : Math.round(value),
      low: kind < 0.1 ? Math.abs(value) : null,
      high: kind < 0.1 ? Math.abs(value) * 1.5 : null,
      unit: pick(["USD", "tonne", null]),
      qualifier: kind < 0.2 ? null : pick(qualifiers),
      status: pick(statuses),
      derived: random() < 0.1,
      href: `/sources/a#${i}`,
      from: random() < 0.2 ? null : Math.round(Math.abs(value) / 2),
      publisher: pick(names),
      exact: `more than ${Math.round(value)} of them`,
      period_start: pick([null, "2021", "2022-03", "2022-05-07"]),
      period_end: pick([null, "2023", "2023-07", "2023-08-01"]),
      total: 2e6,
      supplier: pick(parties),
      recipient: pick(parties),
      via: pick([null, null, "Port Said"]),
      note: pick([null, "a few words more"]),
      supplier_country: pick(zones),
      recipient_country: pick(zones),
      year_basis: pick([null, "stated", "worked_out"]),
      ...placeOf("origin", random),
      ...placeOf("destination", random),
    };
  });
}

type Draw = (rows: readonly FormRow[], options?: FormOptions) => SVGSVGElement;
const all = [
  ...Object.entries(forms).filter(([, form]) => typeof form === "function"),
  [
    "descent",
    (rows: readonly FormRow[], options: FormOptions) => forms.chain(rows, {...options, shape: "descent"}),
  ],
] as unknown as [string, Draw][];
const widths = [280, 360, 640, 960, 1200];
const counts = [0, 1, 3, 40];

interface Box {
  text: string;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Where an element stands in the drawing: the shifts of the groups around it. */
function shiftOf(element: Element): [number, number] {
  let [x, y] = [0, 0];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const [, dx = "0", dy = "0"] =
      /translate\(([-\d.e]+)[, ]+([-\d.e]+)\)/.exec(at.getAttribute("transform") ?? "") ?? [];
    x += Number(dx);
    y += Number(dy);
  }
  return [x, y];
}

function inherited(element: Element, name: string): string | null {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (at.getAttribute(name) !== null) return at.getAttribute(name);
  return null;
}

function textBoxes(svg: Element): Box[] {
  return [...svg.querySelectorAll("text")].map((text) => {
    const size = Number(inherited(text, "font-size"));
    // A title in it is not drawn.
    const words = [...text.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : "")).join("");
    const width = textWidth(words, size, Number(inherited(text, "font-weight") ?? 400));
    const anchor = inherited(text, "text-anchor") ?? "start";
    const [dx, dy] = shiftOf(text);
    const x = Number(text.getAttribute("x")) + dx;
    const y = Number(text.getAttribute("y")) + dy;
    const x1 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return {text: words, x1, x2: x1 + width, y1: y - size * 0.75, y2: y + size * 0.2};
  });
}

function shapeBoxes(svg: Element): Box[] {
  return [...svg.querySelectorAll("a path, g[data-row] path")].flatMap((path) => {
    const box = boxOfPath(path.getAttribute("d") ?? "");
    const [dx, dy] = shiftOf(path);
    return box ? [{text: "shape", x1: box.x1 + dx, x2: box.x2 + dx, y1: box.y1 + dy, y2: box.y2 + dy}] : [];
  });
}

describe.each(all)("%s(rows, options)", (name, form) => {
  it.each(widths)("draws any rows at %d px: one link a row, in its frame, no words over others", (width) => {
    for (const count of counts) {
      const rows = rowsOf(count, count * 31 + name.length);
      const svg = form(rows, {width, document: newDocument()});
      const where = `${name}, ${count} rows`;
      const html = svg.outerHTML;
      expect(html, where).not.toMatch(/NaN|undefined|Infinity|\sstyle=|<style|\sid=/);
      const links = [...svg.querySelectorAll("a[data-row]")];
      expect(
        links.map((link) => Number(link.getAttribute("data-row"))).sort((a, b) => a - b),
        where,
      ).toEqual(rows.map((_row, i) => i));
      for (const link of links)
        expect(link.getAttribute("href"), where).toBe(rows[Number(link.getAttribute("data-row"))].href);
      const height = Number(svg.getAttribute("height"));
      const texts = textBoxes(svg);
      for (const {text, x1, x2, y1, y2} of [...texts, ...shapeBoxes(svg)]) {
        const what = `${where}: “${text}” in ${width} × ${height}`;
        expect(x1, what).toBeGreaterThanOrEqual(-1.5);
        expect(x2, what).toBeLessThanOrEqual(width + 1.5);
        expect(y1, what).toBeGreaterThanOrEqual(-1.5);
        expect(y2, what).toBeLessThanOrEqual(height + 1.5);
      }
      for (const [i, a] of texts.entries())
        for (const b of texts.slice(i + 1)) {
          const overlaps = a.x1 < b.x2 - 1 && b.x1 < a.x2 - 1 && a.y1 < b.y2 - 1 && b.y1 < a.y2 - 1;
          expect(overlaps, `${where}: “${a.text}” lies over “${b.text}”`).toBe(false);
        }
      for (const text of svg.querySelectorAll("text"))
        expect(Number(inherited(text, "font-size")), where).toBeGreaterThanOrEqual(12);
    }
  });

  it("is sensible with nothing but rows", () => {
    const svg = form(rowsOf(3, 7), {document: newDocument()});
    expect(svg.getAttribute("role")).toBe("figure");
    expect([...svg.querySelectorAll("a")].every((link) => link.getAttribute("aria-label"))).toBe(true);
  });

  it("makes what is not in emphasis grey", () => {
    const rows = rowsOf(3, 5).map((row) => ({
      ...row,
      value: 5,
      low: null,
      high: null,
      period_start: "2022",
      period_end: "2023",
      supplier: "Mill",
      recipient: "Yard",
      origin: "Oslo",
      destination: "Rome",
      origin_x: 10,
      origin_y: 60,
      destination_x: 12,
      destination_y: 42,
    }));
    const svg = form(rows, {document: newDocument(), theme: "light", emphasis: (row) => row === rows[0]});
    const colors = [...svg.querySelectorAll("a")].map((link) => link.outerHTML.includes("#8f2213"));
    expect(colors.filter(Boolean).length).toBe(1);
  });
});
