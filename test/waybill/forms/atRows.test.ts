import {describe, expect, it} from "vitest";
import {bars, dots, numbers} from "../../../src/waybill/forms/index.js";
import {drawnShapes, drawnTexts, inheritedOf, overlap} from "./drawnBoxes.js";
import {document, linksOf, wordsOf} from "./drawnForm.js";

const rows = [
  {label: "Wheat", value: 225e6, unit: "USD", qualifier: "more_than" as const, by: "The Gazette", href: "/a"},
  {
    label: "Maize from the northern and the western provinces",
    value: 1e8,
    unit: "USD",
    by: "The Courier, via The Ledger and The Herald",
    against: "The ministry says that no maize was ever sold, and that it has the books to show it.",
    href: "/b",
  },
  {label: "Rye", value: 2e6, unit: "USD", by: "The Gazette", href: "/c"},
];
const at = {by: "by", against: (row: {against?: string}) => row.against ?? null};
const forms: Record<string, (width: number, own?: object) => SVGSVGElement> = {
  bars: (width, own) => bars(rows, {document, width, emphasis: 0, ...at, ...own}),
  dots: (width, own) => dots(rows, {document, width, ...at, ...own}),
  numbers: (width, own) => numbers(rows, {document, width, ...at, ...own}),
  "numbers in a table": (width, own) =>
    numbers(rows, {document, width, as: "table", group: ({href}) => String(href < "/c"), ...at, ...own}),
};

describe.each(Object.entries(forms))("%s", (_name, draw) => {
  it.each([280, 360, 560, 640, 800, 960, 1200])(
    "has at each row who reports it and what is said against it, over nothing else, at %d px",
    (width) => {
      const svg = draw(width);
      const texts = drawnTexts(svg);
      for (const [i, a] of texts.entries()) {
        expect(a.x1, a.text).toBeGreaterThanOrEqual(-1);
        expect(a.x2, a.text).toBeLessThanOrEqual(width + 1);
        for (const b of texts.slice(i + 1)) expect(overlap(a, b), `${a.text} over ${b.text}`).toBe(false);
      }
      const said = [0, 1, 2].map((i) => wordsOf(linksOf(svg).get(i)!).join(" "));
      expect(said[0]).toContain("The Gazette");
      expect(said[1]).toContain("The Courier");
      expect(said[1].replace(/\s+/g, " ")).toContain("The ministry says");
      for (const other of [said[0], said[2]]) expect(other).not.toContain("ministry");
    },
  );
});

describe("bars(rows, options)", () => {
  const grain = [
    {label: "Bought", value: 20, whole: null, href: "/a"},
    {label: "from the union", value: 4, whole: 0, href: "/b"},
  ];
  const redIn = (own: object): string[] =>
    [
      ...bars(grain, {
        document,
        width: 640,
        theme: "light",
        within: "whole",
        rest: "Nobody says from whom",
        ...own,
      }).querySelectorAll("a"),
    ].map((link) => String(link.outerHTML.includes("#8f2213")));

  it("has what the parts leave of a whole in its colour where the whole is strong and they are not, and them grey", () => {
    expect(redIn({emphasis: 0})).toEqual(["true", "false"]);
    expect(redIn({})).toEqual(["false", "true"]);
  });

  it("hatches what the parts leave, if it is said what that is, and sets its first line large", () => {
    const drawn = (own: object) =>
      bars(grain, {document, theme: "light", within: "whole", width: 640, ...own});
    const isFilled = (path: Element): boolean => (inheritedOf(path, "fill") ?? "none") !== "none";
    const filledIn = (own: object): number[] =>
      [...linksOf(drawn(own)).values()].map((link) => drawnShapes(link, "path", isFilled).length);
    expect(filledIn({rest: "Nobody says"})).toEqual([0, 1]);
    expect(filledIn({})).toEqual([1, 1]);
    const sizeOf = (rest: string, words: RegExp): number =>
      Number(
        inheritedOf(
          [...drawn({rest}).querySelectorAll("text")].find((text) => words.test(text.textContent ?? ""))!,
          "font-size",
        ),
      );
    expect(sizeOf("77%\nNobody says", /^77%/)).toBeGreaterThan(sizeOf("Nobody says", /^Nobody/));
  });

  it("leaves all but names and values out of a small picture", () => {
    const words = wordsOf(bars(rows, {document, width: 640, under: () => "since May", mostHeight: 200}));
    expect(words).not.toContain("since May");
    expect(words).toContain("Wheat");
  });
});

describe("numbers(rows, {as: “table”})", () => {
  it("has of each group the first alone in a small picture, of two at most", () => {
    const hrefsOf = (group: (row: {href: string}) => string): (string | null)[] =>
      [
        ...numbers(rows, {document, width: 560, as: "table", group, mostHeight: 200}).querySelectorAll("a"),
      ].map((link) => link.getAttribute("href"));
    expect(hrefsOf(({href}) => String(href < "/c"))).toEqual(["/a", "/c"]);
    expect(hrefsOf(({href}) => href)).toEqual(["/a", "/b"]);
    expect(hrefsOf(() => "")).toEqual(["/a", "/b"]);
  });

  it("has in a small picture the same row in emphasis as in a large one", () => {
    const svg = numbers(rows, {
      document,
      width: 560,
      theme: "light",
      as: "table",
      group: ({href}) => String(href < "/c"),
      emphasis: 2,
      mostHeight: 200,
    });
    const reds = [...svg.querySelectorAll("a")].map((link) => link.outerHTML.includes("#8f2213"));
    expect(reds).toEqual([false, true]);
  });
});
