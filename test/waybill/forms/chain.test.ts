import {describe, expect, it} from "vitest";
import {descentOf} from "../../../src/waybill/forms/descentTree.js";
import {chain} from "../../../src/waybill/forms/index.js";
import {expectDrawing} from "../marks/expectDrawing.js";
import {document, linksOf, wordsOf} from "./drawnForm.js";

const timber = [
  {
    supplier: "Upland Forestry",
    recipient: "State Timber",
    label: "birch logs",
    from_zone: "Upland",
    to_zone: "Upland",
    href: "/a",
  },
  {
    supplier: "State Timber",
    recipient: "Valley Wood Trade",
    label: "14,000 m³ of plywood",
    from_zone: "Upland",
    to_zone: "The Valley",
    href: "/b",
  },
  {
    supplier: "Valley Wood Trade",
    recipient: "Coast Veneer",
    label: "plywood under another name",
    from_zone: "The Valley",
    to_zone: "The Coast",
    href: "/c",
  },
  {
    supplier: "Coast Veneer",
    recipient: "furniture makers",
    label: "plywood",
    from_zone: "The Coast",
    to_zone: "The Islands",
    href: "/d",
  },
  {
    supplier: "State Timber",
    recipient: "Valley Wood Trade",
    label: "6,000 m³",
    status: "ordered" as const,
    from_zone: "Upland",
    to_zone: "The Valley",
    href: "/e",
  },
  {
    supplier: "Cape Panels",
    recipient: "Coast Veneer",
    label: "3,000 m³ of larch",
    status: "contracted" as const,
    from_zone: "The Cape",
    to_zone: "The Coast",
    href: "/f",
  },
];
const who = {"State Timber": "exporter under sanctions", "Valley Wood Trade": "founded in 2022"};

const reports = [
  {supplier: "leaked customs records", recipient: "The Courier", is_document: true, href: "/a"},
  {supplier: "The Courier", recipient: "Radio North", href: "/b"},
  {supplier: "The Courier", recipient: "The Daily of the East", href: "/c"},
  {supplier: "Radio North", recipient: "newsportal.example", href: "/d"},
  {supplier: "Le Matin", recipient: "The Harbour Post", href: "/e"},
  {supplier: "Le Matin", recipient: "Tidings", href: "/f"},
  {supplier: null, recipient: "The Evening", label: "its own reporting", href: "/g"},
];

const sizeOf = (svg: Element, words: string): number =>
  Number(
    [...svg.querySelectorAll("text")].find((text) => text.textContent === words)!.getAttribute("font-size"),
  );

describe("chain(rows, options)", () => {
  it.each([360, 640, 960])("draws as it did, %d pixels wide", (width) => {
    expectDrawing(
      `chain-${width}`,
      chain(timber, {document, width, theme: "light", who}),
      "test/output/forms",
    );
  });

  it("reads parties and zones from the columns that it is told", () => {
    const rows = [{giver: "A", taker: "B", here: "North", there: "South", label: "rope"}];
    const words = wordsOf(
      chain(rows, {document, from: "giver", to: "taker", fromZone: "here", toZone: ({there}) => there}),
    );
    expect(words.toSorted()).toEqual(["A", "B", "North", "South", "rope"]);
  });

  it("writes a row without both parties below, with its link", () => {
    const svg = chain(
      [...timber, {supplier: "The Mill", recipient: null, label: "an unknown number", href: "/x"}],
      {document},
    );
    const link = linksOf(svg).get(timber.length)!;
    expect(link.getAttribute("href")).toBe("/x");
    expect(wordsOf(link)).toEqual(["The Mill: an unknown number"]);
  });

  it("draws lines without heads if it is told to", () => {
    const closed = (heads: boolean): number =>
      [...chain(timber.slice(0, 4), {document, heads}).querySelectorAll("a path")].filter((path) =>
        /Z$/.test(path.getAttribute("d")!),
      ).length;
    expect(closed(true)).toBe(4);
    expect(closed(false)).toBe(0);
  });
});

describe("chain(rows, {shape: descent})", () => {
  it.each([360, 640, 960])("draws as it did, %d pixels wide", (width) => {
    expectDrawing(
      `descent-${width}`,
      chain(reports, {document, width, theme: "light", shape: "descent"}),
      "test/output/forms",
    );
  });

  it.each([360, 960])(
    "has each origin in a colour of its own, larger than all who pass it on, %d pixels wide",
    (width) => {
      const svg = chain(reports, {document, width, theme: "light", shape: "descent"});
      for (const origin of ["The Courier", "Le Matin"])
        for (const other of ["Radio North", "Tidings", "leaked customs records"])
          expect(sizeOf(svg, origin)).toBeGreaterThan(sizeOf(svg, other));
      const strokes = [...linksOf(svg).values()].map(
        (link) => link.querySelector("path")?.getAttribute("stroke") ?? null,
      );
      expect(strokes).toEqual(["#8f2213", "#8f2213", "#8f2213", "#8f2213", "#3d5a80", "#3d5a80", null]);
    },
  );

  it("has the colours of a column's values if it names one", () => {
    const rows = reports.map((row) => ({...row, house: row.href < "/e" ? "a" : "b"}));
    const svg = chain(rows, {document, theme: "light", shape: "descent", color: "house" as "red"});
    const fillOf = (row: number): string =>
      linksOf(svg)
        .get(row)!
        .outerHTML.match(/#8f2213|#3d5a80/)![0];
    expect([1, 4, 6].map(fillOf)).toEqual(["#8f2213", "#3d5a80", "#3d5a80"]);
  });

  it("keeps one link a row where reports go in a circle or come from two", () => {
    const rows = [
      {supplier: "A", recipient: "B"},
      {supplier: "B", recipient: "A"},
      {supplier: "C", recipient: "B"},
      {supplier: "A", recipient: "A"},
      {supplier: null, recipient: null, label: "nobody"},
    ].map((row, i) => ({...row, href: `/${i}`}));
    for (const width of [280, 960])
      expect([...linksOf(chain(rows, {document, width, shape: "descent"})).keys()].toSorted()).toEqual([
        0, 1, 2, 3, 4,
      ]);
  });
});

describe("descentOf(rows)", () => {
  it("has each party once, below the first that it has a report from, and never in a circle", () => {
    const nodes = descentOf(
      ["A B", "B C", "C A", "D C"].map((row) => {
        const [from, to] = row.split(" ");
        return {from, to, isDocument: false};
      }),
    );
    expect(nodes.map(({name, parent, depth}) => [name, parent?.name ?? null, depth])).toEqual([
      ["A", null, 0],
      ["B", "A", 1],
      ["C", "B", 2],
      ["D", null, 0],
    ]);
  });

  it("draws no land around a country that hands on itself", () => {
    const rows = [
      {
        supplier: "Upland",
        recipient: "Valley Wood",
        label: "logs",
        from_zone: "Upland",
        to_zone: "The Valley",
        href: "/a",
      },
    ];
    const words = wordsOf(chain(rows, {document, width: 640}));
    expect(words.filter((word) => /^upland$/i.test(word))).toHaveLength(1);
    expect(words.some((word) => /^the valley$/i.test(word))).toBe(true);
  });
});
