import {geoContains} from "d3";
import {describe, expect, it} from "vitest";
import {journeys, routes} from "../../../src/waybill/forms/index.js";
import {worldCountries} from "../../../src/waybill/forms/land.js";
import {type Position, projectPlaces} from "../../../src/waybill/forms/projectPlaces.js";
import {crowdIn} from "../../../src/waybill/forms/routePanel.js";
import {expectDrawing} from "../marks/expectDrawing.js";
import {document, linksOf, wordsOf} from "./drawnForm.js";

const places: Record<string, Position> = {
  Oslo: [10.7, 59.9],
  Gothenburg: [12, 57.7],
  Copenhagen: [12.6, 55.7],
  Lisbon: [-9.1, 38.7],
  Alexandria: [29.9, 31.2],
  Odesa: [30.7, 46.5],
};
const goods = [
  {origin: "Odesa", via: "Alexandria", destination: "Lisbon", label: "40,000 tonnes of wheat", href: "/a"},
  {origin: "Lisbon", destination: "Copenhagen", label: "cork", href: "/b"},
  {origin: "Oslo", destination: "Copenhagen", label: "herring", href: "/c"},
  {origin: "Gothenburg", destination: "Copenhagen", label: "paper", status: "ordered" as const, href: "/d"},
  {origin: "Alexandria", destination: "Oslo", label: "cotton", qualifier: "more_than" as const, href: "/e"},
  {origin: "Atlantis", destination: "Oslo", label: "gold", href: "/f"},
];
const framesOf = (svg: Element): number =>
  [...svg.querySelectorAll("path[fill=none]")].filter((path) =>
    /^M[-\d]+,[-\d]+(?:L[-\d]+,[-\d]+){3}Z$/.test(path.getAttribute("d")!),
  ).length;

describe("routes(rows, options)", () => {
  it.each([360, 560, 640, 960])("draws as it did, %d pixels wide", (width) => {
    expectDrawing(
      `routes-${width}`,
      routes(goods, {document, width, theme: "light", places}),
      "test/output/forms",
    );
  });

  it("writes a row whose place is not known below the map, with its link", () => {
    for (const width of [560, 960]) {
      const link = linksOf(routes(goods, {document, width, places})).get(5)!;
      expect(link.getAttribute("href")).toBe("/f");
      expect(wordsOf(link)).toEqual(["gold", "Atlantis to Oslo"]);
    }
    const svg = routes(goods, {document});
    expect([...linksOf(svg).keys()].length).toBe(goods.length);
    expect(svg.querySelectorAll("a path").length).toBe(0);
  });

  it("writes rows below the map that are to be listed, under a head of their own", () => {
    const listed = routes(goods, {
      document,
      width: 640,
      places,
      listed: ({label}) => label === "cork",
      listHead: "By sea",
    });
    expect(wordsOf(listed)).toContain("By sea");
    expect(wordsOf(linksOf(listed).get(1)!)).toEqual(["cork", "Lisbon to Copenhagen"]);
    expect(linksOf(listed).get(1)!.querySelector("path")).toBeNull();
  });

  it("ends a route soon after it comes to the land of a country that is a line", () => {
    const inland: Position[] = [
      [60, 60],
      [100, 60],
    ];
    const lines = {Russia: inland, Astana: [71.4, 51.1] as Position};
    const svg = routes([{origin: "Astana", destination: "Russia", label: "wheat", href: "/a"}], {
      document,
      width: 640,
      places: lines,
    });
    const head = linksOf(svg).get(0)!.querySelector('path[d$="Z"]')!;
    const bare = routes([{origin: "Astana", destination: "Russia", label: "wheat", href: "/a"}], {
      document,
      width: 640,
      places: lines,
      land: {type: "Sphere"},
    });
    const tip = (path: Element): number => Number(path.getAttribute("d")!.match(/L[-\d.]+,([-\d.]+)/)![1]);
    expect(tip(head)).toBeGreaterThan(tip(linksOf(bare).get(0)!.querySelector('path[d$="Z"]')!) + 10);
  });

  it("finds places in the columns of rows too", () => {
    const rows = [
      {
        origin: "A",
        origin_x: 2,
        origin_y: 48,
        destination: "B",
        destination_x: 9,
        destination_y: 51,
        label: "rope",
      },
    ];
    expect(
      linksOf(
        routes(
          rows.map((row) => ({...row, href: "/a"})),
          {document},
        ),
      )
        .get(0)!
        .querySelector("path"),
    ).not.toBeNull();
  });

  it("enlarges a crowded corner of itself, and as it is told, with each place named once", () => {
    const frames = (width: number, inset?: boolean): number =>
      framesOf(routes(goods, {document, width, places, ...(inset === undefined ? {} : {inset})}));
    expect(frames(560, true)).toBe(2);
    expect(frames(560, false)).toBe(0);
    expect(frames(1200)).toBe(0);
    expect(frames(1200, true)).toBe(2);
    for (const width of [560, 640, 960]) {
      const words = wordsOf(routes(goods, {document, width, places, inset: true}));
      for (const place of Object.keys(places))
        expect(
          words.filter((line) => line === place),
          place,
        ).toEqual([place]);
    }
  });

  it("has a number on the map for each number in the list", () => {
    const long = goods.map((row) => ({
      ...row,
      label: `${row.label}, ${"as the harbour office has it, ".repeat(4)}`,
    }));
    const words = wordsOf(routes(long, {document, width: 560, places}));
    const numbers = [...new Set(words.filter((line) => /^\d$/.test(line)))];
    expect(numbers.length).toBeGreaterThan(0);
    for (const n of numbers) expect(words.filter((line) => line === n).length, n).toBeGreaterThan(1);
  });

  it("is lines on a phone, as journeys are", () => {
    const rows = goods.map((row) => ({...row}));
    expect(routes(rows, {document, width: 360, places}).outerHTML).toBe(
      journeys(rows, {document, width: 360}).outerHTML,
    );
  });

  it("ends routes spread along a place that is a line, and names it once", () => {
    const coast: Position[] = [
      [0, 55],
      [20, 55],
      [40, 55],
    ];
    const rows = ["Lisbon", "Alexandria", "Odesa", "Odesa"].map((origin, i) => ({
      origin,
      destination: "The North",
      label: `goods ${i}`,
      href: `/${i}`,
    }));
    const svg = routes(rows, {document, width: 960, places: {...places, "The North": coast}});
    const tips = [...linksOf(svg).values()].map((link) => {
      const [, x, y] = /M[^M]*?L([\d.]+),([\d.]+)L[^L]*Z$/.exec(
        [...link.querySelectorAll("path")].at(-1)!.getAttribute("d")!,
      )!;
      return [Number(x), Number(y)];
    });
    tips.forEach(([x, y], i) => {
      for (const [otherX, otherY] of tips.slice(i + 1))
        expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(30);
    });
    expect(wordsOf(svg).filter((word) => word === "The North").length).toBe(1);
    // In the order of where they come from.
    expect(tips[0][0]).toBeLessThan(tips[1][0]);
  });

  it("draws other land if it is given", () => {
    const square = {
      type: "Polygon" as const,
      coordinates: [
        [
          [0, 40],
          [0, 50],
          [10, 50],
          [10, 40],
          [0, 40],
        ],
      ],
    };
    const lengthOf = (options: object): number =>
      routes(goods, {document, places, ...options}).outerHTML.length;
    expect(lengthOf({land: square})).toBeLessThan(lengthOf({}));
  });
});

describe("projectPlaces(positions)", () => {
  const frame = {x1: 0, y1: 0, x2: 600, y2: 400};
  const pad = {x: 60, y: 40};

  it.each<[string, Position[]]>([
    [
      "one region",
      [
        [10, 60],
        [12, 55],
      ],
    ],
    [
      "over the antimeridian",
      [
        [139.7, 35.7],
        [-122.3, 47.6],
        [174.8, -36.9],
      ],
    ],
    [
      "the world",
      [
        [-70, -50],
        [150, 60],
        [20, 0],
        [-120, 40],
      ],
    ],
    ["one place", [[5, 5]]],
  ])("shows all places within the frame: %s", (_what, positions) => {
    const projection = projectPlaces(positions)(frame, pad);
    for (const position of positions) {
      const [x, y] = projection([...position])!;
      expect(x).toBeGreaterThanOrEqual(pad.x - 0.5);
      expect(x).toBeLessThanOrEqual(600 - pad.x + 0.5);
      expect(y).toBeGreaterThanOrEqual(pad.y - 0.5);
      expect(y).toBeLessThanOrEqual(400 - pad.y + 0.5);
    }
  });

  it("has the Pacific in the middle where the places lie around it", () => {
    const projection = projectPlaces([
      [139.7, 35.7],
      [-122.3, 47.6],
    ])(frame, pad);
    expect(projection([139.7, 35.7])![0]).toBeLessThan(projection([-122.3, 47.6])![0]);
  });
});

describe("worldCountries", () => {
  it("has Crimea in Ukraine, and each other country's own land", () => {
    const isIn = (name: string, at: [number, number]): boolean => geoContains(worldCountries.get(name)!, at);
    expect([isIn("Ukraine", [34.2, 45.2]), isIn("Russia", [34.2, 45.2])]).toEqual([true, false]);
    expect([isIn("Russia", [60, 60]), isIn("Taiwan", [121, 23.8]), isIn("China", [121, 23.8])]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("crowdIn(points, near)", () => {
  it("returns the largest group of which each is near another, but not all there are", () => {
    const points = new Map<string, [number, number]>([
      ["A", [0, 0]],
      ["B", [20, 0]],
      ["C", [40, 0]],
      ["D", [200, 0]],
      ["E", [210, 0]],
    ]);
    expect(crowdIn(points, 30)).toEqual(new Set(["A", "B", "C"]));
    expect(crowdIn(points, 5)).toBeNull();
    expect(crowdIn(points, 500)).toBeNull();
  });
});
