import * as Plot from "@observablehq/plot";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {overlaps, widen} from "../../../src/waybill/marks/box.js";
import {drawAcross} from "../../../src/waybill/marks/chainAcross.js";
import {drawDown} from "../../../src/waybill/marks/chainDown.js";
import type {ChainInput} from "../../../src/waybill/marks/chainDrawing.js";
import {drawLanes, lanesOf} from "../../../src/waybill/marks/chainLanes.js";
import {drawLine, lineSizeOf, stationsOf} from "../../../src/waybill/marks/chainLine.js";
import {spineOf} from "../../../src/waybill/marks/chainSpine.js";
import {type ChainOptions, chainHeight, hedgedChain} from "../../../src/waybill/marks/index.js";
import {document, drawnTexts} from "./drawn.js";
import {expectDrawing} from "./expectDrawing.js";
import {boxOf, strays, strikes} from "./ways.js";

const links = [
  {from: "Mill", to: "Harbour Works", label: "steel plates", href: "/a"},
  {
    from: "Harbour Works",
    to: "North Yard",
    label: "40 hulls",
    status: "contracted",
    qualifier: "more_than",
    href: "/b",
  },
  {
    from: "Harbour Works",
    to: "South Yard",
    label: "12 hulls",
    status: "ordered",
    qualifier: "about",
    href: "/c",
  },
  {from: "Glass Ltd", to: "Harbour Works", label: "windows", href: "/d", derived: true},
  {from: "North Yard", to: "The Ferry Line", label: "ferries", qualifier: "at_most", href: "/e"},
  {from: "South Yard", to: "The Ferry Line", label: "ferries for the islands", status: "planned", href: "/f"},
  {from: "Mill", to: "The Ferry Line", label: "anchors", status: "denied", href: "/g"},
];
const zones: Record<string, string> = {
  Mill: "Upland",
  "Harbour Works": "Coast",
  "North Yard": "Islands",
  "South Yard": "Islands",
};
const options = {
  stroke: "#8f2213",
  href: "href",
  ariaLabel: "label",
  zone: (party: string) => zones[party] ?? null,
  note: (party: string) => (party === "Mill" ? "a maker of plates" : null),
} satisfies ChainOptions;
const plotOf = (rows: Plot.Data, width: number, more: ChainOptions = options): Element =>
  hedgedChain(rows, more).plot({width, document});
const widths = [280, 360, 640, 960, 1200];

describe("hedgedChain(edges, options)", () => {
  it.each([360, 960])("draws as it did, %i pixels wide", (width) => {
    expectDrawing(`chain-${width}`, plotOf(links, width));
  });

  it("draws a circle, and a link from a party to itself", () => {
    const circle = [
      {from: "A", to: "B", label: "goods"},
      {from: "B", to: "A", label: "money"},
      {from: "B", to: "B", label: "parts"},
    ];
    expectDrawing("chain-circle", plotOf(circle, 480, {}));
    expectDrawing("chain-circle-down", plotOf(circle, 280, {orient: "down"}));
  });

  it.each(widths)("has one link a row with its name, its label and its colour, %i pixels wide", (width) => {
    const anchors = [...plotOf(links, width).querySelectorAll("a")];
    expect(anchors.map((a) => a.getAttribute("href")).toSorted()).toEqual(links.map(({href}) => href));
    for (const a of anchors) {
      const row = links.find(({href}) => href === a.getAttribute("href"))!;
      expect(a.getAttribute("aria-label")).toBe(row.label);
      expect(drawnTexts(a).map(({text}) => text)).toEqual([row.label]);
      expect(a.querySelector("g")!.getAttribute("fill")).toBe("#8f2213");
    }
  });

  it("runs across where there is room, else down, or as it is told", () => {
    const lefts = (width: number, orient?: "across" | "down"): Set<string> =>
      new Set(
        [
          ...plotOf([links[0], links[1], links[3]], width, {
            ...options,
            zone: () => null,
            ...(orient && {orient}),
          }).querySelectorAll("rect"),
        ].map((rect) => rect.getAttribute("x")!),
      );
    expect(lefts(960).size).toBe(3);
    expect(lefts(360).size).toBe(1);
    expect(lefts(360, "across").size).toBe(3);
    expect(lefts(960, "down").size).toBe(1);
  });

  it("is as high as chainHeight says, and stays within that", () => {
    for (const width of widths) {
      const svg = plotOf(links, width);
      expect(Number(svg.getAttribute("height"))).toBe(chainHeight(links, {...options, width}));
    }
    expect(chainHeight([], {width: 360})).toBe(0);
  });

  it("stands in a plot with margins and other marks, and in facets, each for itself", () => {
    const svg = Plot.plot({
      document,
      width: 700,
      height: 700,
      marginLeft: 100,
      marks: [Plot.frame(), hedgedChain(links, options)],
    });
    expect(strays(svg.querySelector("[aria-label=link]")!, {x1: 100, y1: 0, x2: 700, y2: 700})).toEqual([]);
    const faceted = Plot.plot({
      document,
      width: 700,
      height: 900,
      marks: [hedgedChain(links, {...options, fy: (d: {label: string}) => d.label.length > 8})],
    });
    expect(
      [...faceted.querySelectorAll("[aria-label=link] > g")].map(
        (group) => group.querySelectorAll("a").length,
      ),
    ).toEqual([5, 2]);
  });

  it("takes filter, title and tip as any mark, and leaves out a row without a party", () => {
    const rows = [...links, {from: null, to: "Mill", label: "nothing", href: "/h"}];
    const svg = plotOf(rows, 960, {
      ...options,
      title: "label",
      filter: (d: {href: string}) => d.href !== "/a",
      tip: true,
    });
    const hrefs = [...svg.querySelectorAll("[aria-label=link] a")].map((a) => a.getAttribute("href"));
    expect(hrefs).toEqual(["/b", "/c", "/d", "/e", "/f", "/g"]);
    expect(plotOf(links, 960, {...options, title: "label"}).querySelectorAll("a title").length).toBe(
      links.length,
    );
  });

  it("draws no style, id or clip path, and keeps custom properties", () => {
    const svg = plotOf(links, 640, {...options, stroke: "var(--red)", textFill: "var(--ink)"});
    for (const style of svg.querySelectorAll("style")) style.remove();
    expect(svg.outerHTML).not.toMatch(/style="|\bid="|clip-path|NaN|undefined/);
    expect(svg.outerHTML).toContain('fill="var(--red)"');
    expect(svg.outerHTML).toContain('fill="var(--ink)"');
  });

  it("has the whole of a name that is cut short as its title", () => {
    const name = "A company with limited liability and a name without an end ".repeat(7).trim();
    const svg = plotOf([{from: name, to: "B"}], 640, {});
    expect(svg.querySelector("text title")!.textContent).toBe(name);
  });
});

const names = fc.constantFrom(
  "Mill",
  "Harbour Works and Sons",
  "שركة التكنولוגיא",
  "x".repeat(440),
  "A company with limited liability ".repeat(13),
  "B",
  "C",
  "D",
  "E",
  "F",
  "G",
  "H",
);
const rows = fc.array(
  fc.record({
    from: names,
    to: names,
    label: fc.constantFrom("", "steel", "machine tools and spare parts", "y".repeat(90)),
    group: fc.constantFrom("happened", "ordered"),
  }),
  {minLength: 1, maxLength: 40},
);

// One way without branches, each party once.
const oneWay = fc
  .tuple(
    fc.shuffledSubarray(
      ["Mill", "שركة", "x".repeat(440), "A company with limited liability ".repeat(13), "B"],
      {minLength: 2},
    ),
    rows,
  )
  .map(([stations, given]) =>
    stations.slice(1).map((to, i) => ({...given[i % given.length], from: stations[i], to})),
  );

describe.each([
  ["drawAcross", drawAcross, [640, 960, 1200], rows],
  ["drawDown", drawDown, widths, rows],
  ["drawLine", drawLine, [560, 640, 960], oneWay],
  [
    "drawLanes",
    (input: ChainInput, width: number) => {
      const lanes = lanesOf(input.links, input.zoneOf, width);
      return lanes ? drawLanes(input, lanes, width) : drawLine(input, width);
    },
    [560, 640, 960],
    oneWay,
  ],
] as const)("%s(input, width)", (_name, draw, at, rows) => {
  it("ends links on their boxes, runs past other boxes and all labels, and lays no text on another", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...at), fc.boolean(), (drawn, width, hasZones) => {
        const zoneOf = (party: string): string | null => (hasZones ? `Zone ${party.length % 3}` : null);
        const input: ChainInput = {
          links: drawn,
          zoneOf,
          noteOf: (party) => (party === "B" ? "a note" : null),
          fontSize: 13,
        };
        const drawing = draw(input, width);
        const boxes = new Map(drawing.parties.map(({name, box}) => [name, box]));
        const texts = [
          ...drawing.parties.flatMap(({title, note}) => [title, note]),
          ...drawing.links.map(({label}) => label),
          ...drawing.zones.map(({title}) => title),
        ].flatMap((text) => {
          if (!text) return [];
          const x1 = text.x - {start: 0, middle: 0.5, end: 1}[text.anchor] * text.width;
          return {x1, x2: x1 + text.width, y1: text.y - text.height / 2, y2: text.y + text.height / 2};
        });
        texts.forEach((a, i) => {
          expect(a.x1).toBeGreaterThanOrEqual(-0.5);
          expect(a.x2).toBeLessThanOrEqual(width + 0.5);
          expect(a.y2).toBeLessThanOrEqual(drawing.height + 0.5);
          for (const b of texts.slice(i + 1)) expect(overlaps(widen(a, -0.5), b)).toBe(false);
        });
        drawing.links.forEach(({points}, i) => {
          const ends = [boxes.get(drawn[i].from)!, boxes.get(drawn[i].to)!];
          for (const [k, [x, y]] of [points[0], points.at(-1)!].entries()) {
            const {x1, x2, y1, y2} = ends[k];
            const onSide = (Math.abs(x - x1) < 0.01 || Math.abs(x - x2) < 0.01) && y > y1 && y < y2;
            const onEdge = Math.min(Math.abs(y - y1), Math.abs(y - y2)) < 0.01 && x > x1 && x < x2;
            expect(onSide || onEdge).toBe(true);
          }
          for (const box of boxes.values()) expect(strikes(points, widen(box, -0.5))).toBe(false);
          for (const text of texts) expect(strikes(points, text)).toBe(false);
          for (const [x, y] of points)
            expect(x >= 0 && x <= width && y >= 0 && y <= drawing.height).toBe(true);
        });
        const all = [...boxes.values()];
        all.forEach((a, i) => {
          for (const b of all.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
        });
      }),
      {seed: 1, numRuns: 40},
    );
  });
});

const waysOf = (...edges: string[]) => edges.map((edge) => ({from: edge[0], to: edge[2]}));

describe("stationsOf(links)", () => {
  it("returns the parties of one way in their order, in whichever order its links are given", () => {
    expect(stationsOf(waysOf("A B", "B C", "C D"))).toEqual(["A", "B", "C", "D"]);
    expect(stationsOf(waysOf("C D", "A B", "B C"))).toEqual(["A", "B", "C", "D"]);
  });

  it.each([
    ["branches", ["A B", "A C"]],
    ["meets", ["A C", "B C"]],
    ["is a circle", ["A B", "B A"]],
    ["has a circle beside it", ["A B", "C D", "D C"]],
    ["is in two pieces", ["A B", "C D"]],
    ["has two links between two parties", ["A B", "A B"]],
    ["leads to itself", ["A A"]],
  ])("is null where the way %s", (_what, edges) => {
    expect(stationsOf(waysOf(...edges))).toBeNull();
    expect(() =>
      drawLine(
        {
          links: waysOf(...edges).map((edge) => ({...edge, label: "", group: "happened"})),
          zoneOf: () => null,
          noteOf: () => null,
          fontSize: 13,
        },
        960,
      ),
    ).toThrow("no line");
  });

  it("has room for a line by the number of its stations", () => {
    const five = waysOf("A B", "B C", "C D", "D E");
    expect([360, 530, 560, 640].map((width) => lineSizeOf(five, width))).toEqual([null, null, 13, 15]);
  });
});

describe("lanes", () => {
  const zoneOf = (party: string): string =>
    ({A: "North", B: "South", C: "East", D: "East", E: "South"})[party]!;
  const way = waysOf("A B", "B C", "C D", "D E");

  it("are of a chain that is one way and comes back to a zone, where there is room", () => {
    expect(lanesOf(way, zoneOf, 640)).toEqual(["North", "South", "East"]);
    expect(lanesOf(way, zoneOf, 500)).toBeNull();
    expect(lanesOf(waysOf("A B", "B C", "C D"), zoneOf, 640)).toBeNull();
    expect(lanesOf(waysOf("A B", "A C"), zoneOf, 640)).toBeNull();
    expect(lanesOf(way, (party) => (party === "C" ? null : zoneOf(party)), 640)).toBeNull();
  });

  it("have each party in the lane of its zone, further right than the one before, and one lane for a zone", () => {
    const links = way.map((edge) => ({...edge, label: "goods", group: "happened"}));
    const {
      parties,
      zones,
      links: drawn,
    } = drawLanes({links, zoneOf, noteOf: () => null, fontSize: 13}, lanesOf(way, zoneOf, 640)!, 640);
    expect(zones.map(({name}) => name)).toEqual(["North", "South", "East"]);
    for (const {name, box} of parties) {
      const lane = zones.find((zone) => zone.name === zoneOf(name))!.box;
      expect([box.y1 > lane.y1, box.y2 < lane.y2], name).toEqual([true, true]);
    }
    const starts = parties.map(({box}) => box.x1);
    expect([...starts].sort((a, b) => a - b)).toEqual(starts);
    // Back to the lane above it comes from below.
    const [[, before], [, end]] = drawn[3].points.slice(-2);
    expect(end).toBeLessThan(before);
    expect(() =>
      drawLanes(
        {
          links: waysOf("A B", "A C").map((edge) => ({...edge, label: "", group: ""})),
          zoneOf,
          noteOf: () => null,
          fontSize: 13,
        },
        ["North"],
        640,
      ),
    ).toThrow("no lanes");
  });
});

describe("the spine", () => {
  const edges = ["A B", "B C", "C D", "X C", "A D", "B C"].map((edge, i) => {
    const [from, to] = edge.split(" ");
    return {from, to, label: `goods ${i}`, group: "happened", mayBeSpine: i !== 5};
  });

  it("is the longest way of the links that may be part of it, the first of each pair", () => {
    expect(spineOf(edges)).toEqual(new Set([0, 1, 2]));
    expect(spineOf(edges.map((edge) => ({...edge, mayBeSpine: true})))).toEqual(new Set([0, 1, 2]));
    expect(spineOf(edges.map((edge) => ({...edge, mayBeSpine: false})))).toEqual(new Set());
    const circle = ["A B", "B A", "A A"].map((edge) => ({from: edge[0], to: edge[2], mayBeSpine: true}));
    expect(spineOf(circle).size).toBe(1);
  });

  it("runs as one straight line, across and down", () => {
    const spine = spineOf(edges);
    const input: ChainInput = {
      links: edges.map((edge, i) => ({...edge, isSpine: spine.has(i)})),
      zoneOf: (party) => (party < "C" ? "Here" : "There"),
      noteOf: () => null,
      fontSize: 13,
    };
    const along = (drawing: ReturnType<typeof drawAcross>, axis: 0 | 1): Set<number> =>
      new Set(
        [...spine].flatMap((i) => drawing.links[i].points.map((point) => Math.round(point[axis] * 10) / 10)),
      );
    expect(along(drawAcross(input, 960), 1).size).toBe(1);
    expect(along(drawDown(input, 360), 0).size).toBe(1);
  });
});

describe("a drawn chain", () => {
  it("has all it draws within the plot, with 1, 3 and 40 links", () => {
    for (const count of [1, 3, 40])
      for (const width of widths) {
        const many = Array.from({length: count}, (_, i) => ({
          from: `Party ${i % 7}`,
          to: `Party ${(i * 5 + 3) % 11}`,
          label: `goods ${i}`,
          status: ["delivered", "ordered", "planned", "denied"][i % 4],
          qualifier: ["exactly", "more_than", "about", "up_to"][i % 4],
        }));
        const svg = plotOf(many, width, {});
        const frame = {x1: 0, y1: 0, x2: width, y2: Number(svg.getAttribute("height"))};
        expect(strays(svg, frame, 1.5), `${count} links, ${width} px`).toEqual([]);
        // A single link is a line with two stations, where there is room for one.
        expect([...svg.querySelectorAll("rect, circle")].map(boxOf).length).toBe(
          new Set(many.flatMap(({from, to}) => [from, to])).size,
        );
      }
  });
});
