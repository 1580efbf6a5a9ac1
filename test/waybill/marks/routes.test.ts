import * as Plot from "@observablehq/plot";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Box, isWithin, overlaps, type Point, widen} from "../../../src/waybill/marks/box.js";
import {lengthOf, split} from "../../../src/waybill/marks/drawWay.js";
import {hedgedRoutes, type RoutesOptions} from "../../../src/waybill/marks/index.js";
import {apart, routeCurves, type Stop} from "../../../src/waybill/marks/routeCurves.js";
import {document, drawnTexts} from "./drawn.js";
import {expectDrawing} from "./expectDrawing.js";
import {strays, strikes} from "./ways.js";

const places = {
  Oslo: [10.7, 59.9],
  Lisbon: [-9.1, 38.7],
  Rome: [12.5, 41.9],
  Vienna: [16.4, 48.2],
  Riga: [24.1, 56.9],
  Cairo: [31.2, 30],
  Lima: [-77, -12],
} as const;
const rows = [
  {from: "Lisbon", to: "Riga", label: "cork", href: "/a"},
  {from: "Lisbon", to: "Riga", label: "40 trams", status: "ordered", qualifier: "more_than", href: "/b"},
  {from: "Riga", to: "Lisbon", label: "amber", href: "/c"},
  {from: "Cairo", via: "Rome", to: "Oslo", label: "cotton and yarn", status: "planned", href: "/d"},
  {from: "Cairo", to: "Oslo", label: "oranges", href: "/e", qualifier: "about"},
  {from: null, via: "Vienna", to: "Oslo", label: "glass", status: "denied", href: "/f"},
];
const projection: Plot.ProjectionOptions = {
  type: "conic-equal-area",
  parallels: [35, 60],
  rotate: [-10, 0],
  domain: {
    type: "MultiPoint",
    coordinates: Object.entries(places)
      .filter(([name]) => name !== "Lima")
      .map(([, at]) => [...at]),
  },
  inset: 40,
};
const options = {places, stroke: "#8f2213", href: "href", ariaLabel: "label"} satisfies RoutesOptions;
const plotOf = (data: Plot.Data, width: number, more: Partial<RoutesOptions> = {}): Element =>
  Plot.plot({
    document,
    width,
    height: Math.round(width * 0.7),
    margin: 0,
    projection,
    marks: [hedgedRoutes(data, {...options, ...more})],
  });
const linkOf = (svg: Element): Element => svg.querySelector("[aria-label=link]")!;

describe("hedgedRoutes(rows, options)", () => {
  it.each([360, 640])("draws as it did, %i pixels wide", (width) => {
    expectDrawing(`routes-${width}`, plotOf(rows, width));
  });

  it("has one link a row with its name and its label, a dot and a name for each place", () => {
    const svg = plotOf(rows, 640);
    const anchors = [...svg.querySelectorAll("a")];
    expect(anchors.map((a) => a.getAttribute("href"))).toEqual(rows.map(({href}) => href));
    anchors.forEach((a, i) => {
      expect(a.getAttribute("aria-label")).toBe(rows[i].label);
      expect(a.textContent).toContain(rows[i].label.split(" ")[0]);
    });
    expect(svg.querySelectorAll("circle").length).toBe(6);
    const names = [...svg.querySelectorAll("text[font-weight='600']")].map((text) => text.textContent);
    expect(names.toSorted()).toEqual(["Cairo", "Lisbon", "Oslo", "Riga", "Rome", "Vienna"]);
  });

  it("lays no text on another, and none outside the frame", () => {
    for (const width of [280, 360, 640, 960, 1200]) {
      const svg = plotOf(rows, width);
      const frame: Box = {x1: 0, y1: 0, x2: width, y2: Math.round(width * 0.7)};
      const texts = drawnTexts(linkOf(svg));
      expect(texts.length).toBeGreaterThan(6);
      texts.forEach((a, i) => {
        expect(isWithin(a, widen(frame, 0.5)), a.text).toBe(true);
        for (const b of texts.slice(i + 1)) expect(overlaps(a, b), `${a.text} ${b.text}`).toBe(false);
      });
      expect(strays(linkOf(svg), frame), `${width} px`).toEqual([]);
    }
  });

  it("leaves out what lies outside the frame or is unknown, and reports it", () => {
    let reported: unknown[] = [];
    const more = [
      ...rows,
      {from: "Lima", to: "Oslo", label: "tin", href: "/g"},
      {from: "Atlantis", to: "Oslo", label: "gold", href: "/h"},
      {from: null, to: "Oslo", label: "salt", href: "/i"},
    ];
    const svg = plotOf(more, 640, {
      onOutside: (outside) => {
        reported = outside;
      },
    });
    expect(reported).toEqual(more.slice(-3));
    expect(svg.querySelectorAll("a").length).toBe(rows.length);
    expect(svg.outerHTML).not.toMatch(/Lima|NaN|undefined/);
    plotOf(rows, 640, {onOutside: () => expect.unreachable()});
  });

  it("stands over x and y scales, in facets, and takes filter, title and tip as any mark", () => {
    const svg = Plot.plot({document, width: 400, height: 300, marks: [hedgedRoutes(rows, options)]});
    expect(svg.querySelectorAll("a").length).toBeGreaterThan(3);
    const faceted = Plot.plot({
      document,
      width: 800,
      height: 300,
      projection,
      marks: [hedgedRoutes(rows, {...options, fx: (d: {to: string}) => d.to})],
    });
    expect(
      [...faceted.querySelectorAll("[aria-label=link] > g")].map(
        (group) => group.querySelectorAll("a").length,
      ),
    ).toEqual([1, 3, 2]);
    const filtered = plotOf(rows, 640, {
      filter: (d: {href: string}) => d.href < "/c",
      title: "label",
      tip: true,
    });
    expect([...filtered.querySelectorAll("[aria-label=link] a")].length).toBe(2);
  });

  it("takes several places on the way, and places in a Map", () => {
    const long = [{from: "Lisbon", via: ["Rome", "Vienna"], to: "Riga", label: "cork", href: "/a"}];
    const svg = plotOf(long, 640, {places: new Map(Object.entries(places))});
    expect(svg.querySelectorAll("circle").length).toBe(4);
    expect(svg.querySelectorAll("a").length).toBe(1);
  });

  it("draws no style, id or clip path, and keeps custom properties", () => {
    const link = linkOf(plotOf(rows, 640, {stroke: "var(--red)", textFill: "var(--ink)"})).outerHTML;
    expect(link).not.toMatch(/style="|\bid="|clip-path|NaN|undefined/);
    expect(link).toContain('stroke="var(--red)"');
    expect(link).toContain('fill="var(--ink)"');
  });

  it("strikes no name of a place where there is room", () => {
    const svg = plotOf(rows, 960);
    const names = drawnTexts(linkOf(svg)).filter(({text}) => text in places);
    const paths = [...svg.querySelectorAll("[aria-label=link] a path")].map(
      (path) => path.getAttribute("d")!,
    );
    for (const name of names)
      for (const d of paths) {
        const points = [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
          ([, x, y]): Point => [Number(x), Number(y)],
        );
        expect(strikes(points, widen(name, -1)), `${name.text}: ${d}`).toBe(false);
      }
  });
});

const frame: Box = {x1: 0, y1: 0, x2: 640, y2: 400};
const stop = (name: string, x: number, y: number): Stop => ({name, at: [x, y], r: 4});
const distance = ([a, b]: Point, [x, y]: Point): number => Math.hypot(a - x, b - y);
const middleOf = (points: readonly Point[]): Point => split(points, lengthOf(points) / 2)[0].at(-1)!;
// The distance of a point from a line of points.
const gapTo = ([x, y]: Point, points: readonly Point[]): number =>
  Math.min(
    ...points.slice(1).map(([x2, y2], i) => {
      const [x1, y1] = points[i];
      const square = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
      const t = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square));
      return distance([x, y], [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t]);
    }),
  );

describe("routeCurves(routes, {frame, dots, avoid})", () => {
  it.each([1, 2, 3, 6, 10])("fans %i routes out between two places, in either direction", (count) => {
    const [a, b] = [stop("A", 120, 200), stop("B", 520, 180)];
    const all = Array.from({length: count}, (_, i) => (i % 2 === 0 ? [a, b] : [b, a]));
    const curves = routeCurves(all, {frame, dots: [a, b], avoid: []});
    curves.forEach((curve, i) => {
      curves.forEach((other, k) => {
        if (i !== k) expect(gapTo(middleOf(curve), other)).toBeGreaterThan(apart * 0.9);
      });
    });
  });

  it("keeps off the dot of a place that it does not pass, and leads through one that it does", () => {
    const [a, b, c] = [stop("A", 100, 200), stop("B", 300, 200), stop("C", 500, 200)];
    const [past, through] = routeCurves(
      [
        [a, c],
        [a, b, c],
      ],
      {frame, dots: [a, b, c], avoid: []},
    );
    expect(gapTo(b.at, past)).toBeGreaterThan(8);
    expect(gapTo(b.at, through)).toBeLessThan(0.5);
  });

  it("draws a loop from a place to itself", () => {
    const a = stop("A", 300, 200);
    const [loop] = routeCurves([[a, a]], {frame, dots: [a], avoid: []});
    expect(lengthOf(loop)).toBeGreaterThan(30);
  });

  it("begins and ends at the rims of its dots, within the frame, never on another route of the same places, always alike", () => {
    // Places lie on a grid, so that no two are in one spot.
    const point = fc
      .integer({min: 0, max: 69})
      .map((n) => ({x: 60 + (n % 10) * 55, y: 40 + Math.floor(n / 10) * 50}));
    const input = fc.tuple(
      fc.uniqueArray(point, {minLength: 2, maxLength: 8, selector: ({x, y}) => `${x} ${y}`}),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.option(fc.nat())), {minLength: 1, maxLength: 12}),
    );
    fc.assert(
      fc.property(input, ([points, pairs]) => {
        const dots = points.map(({x, y}, i) => stop(`P${i}`, x, y));
        const all = pairs.map(([from, to, via]) =>
          [from, ...(via === null ? [] : [via]), to].map((n) => dots[n % dots.length]),
        );
        const curves = routeCurves(all, {frame, dots, avoid: []});
        curves.forEach((curve, i) => {
          const [first, last] = [all[i][0], all[i].at(-1)!];
          expect(Math.abs(distance(curve[0], first.at) - first.r)).toBeLessThan(1);
          expect(Math.abs(distance(curve.at(-1)!, last.at) - last.r)).toBeLessThan(1);
          for (const [x, y] of curve) expect(x >= 0 && y >= 0 && x <= 640 && y <= 400).toBe(true);
          curves.slice(i + 1).forEach((other) => {
            const most = Math.max(
              ...curve.map((at) => gapTo(at, other)),
              ...other.map((at) => gapTo(at, curve)),
            );
            expect(most).toBeGreaterThan(4);
          });
        });
        expect(routeCurves(all, {frame, dots, avoid: []})).toEqual(curves);
      }),
      {seed: 1, numRuns: 10},
    );
  });
});
