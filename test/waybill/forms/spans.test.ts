import {describe, expect, it} from "vitest";
import {spans} from "../../../src/waybill/forms/index.js";
import type {SpanRow} from "../../../src/waybill/forms/spans.js";
import {nameAlone} from "../../../src/waybill/markName.js";
import {type DrawnBox, drawnShapes, drawnTexts} from "./drawnBoxes.js";
import {document, linksOf, wordsOf} from "./drawnForm.js";

const canal = [
  {label: "Dredging", date_start: "2023-02", date_end: "2023-11", who: "The state", href: "/dredging"},
  {label: "The permit", date_start: "2021-05-04", date_end: "2021-05-04", who: "The town", href: "/permit"},
  {label: "The lock leaks", date_start: null, date_end: "2022-06", who: "The state", href: "/leak"},
  {label: "Tolls", date_start: "2022-08-01", date_end: null, who: "The town", href: "/tolls"},
  {label: "A marina", date_start: null, date_end: null, who: null, href: "/marina"},
];
const narrow = 360;
const widths = [narrow, 640, 960];

const draw = (rows: readonly SpanRow[], options: object = {}): SVGSVGElement =>
  spans(rows, {document, theme: "light", href: ({href}) => (href as string | null) ?? "/it", ...options});
const hrefsOf = (svg: Element): (string | null)[] =>
  [...svg.querySelectorAll("a")].map((link) => link.getAttribute("href"));
const linkOf = (svg: Element, label: string): Element =>
  [...linksOf(svg).values()].find((link) => wordsOf(link)[0] === label)!;
/** What is drawn of one row, without its words. */
const markOf = (svg: Element, label: string): DrawnBox => {
  const boxes = drawnShapes(linkOf(svg, label), "path");
  return {
    text: label,
    x1: Math.min(...boxes.map(({x1}) => x1)),
    x2: Math.max(...boxes.map(({x2}) => x2)),
    y1: Math.min(...boxes.map(({y1}) => y1)),
    y2: Math.max(...boxes.map(({y2}) => y2)),
  };
};
const pathsOf = (svg: Element, label: string): Element[] => [...linkOf(svg, label).querySelectorAll("path")];
const isPale = (path: Element): boolean => path.getAttribute("fill-opacity") !== null;
/** The words of no row: the names of bands above, of groups, and what is said below. */
const loose = (svg: Element): DrawnBox[] =>
  drawnTexts(svg).filter((_box, i) => !svg.querySelectorAll("text")[i].closest("a"));

describe("spans(rows, options)", () => {
  it("stand by their beginning, whatever the order of the rows, with what has no date last", () => {
    const inOrder = ["/permit", "/leak", "/tolls", "/dredging", "/marina"];
    expect(hrefsOf(draw(canal))).toEqual(inOrder);
    expect(hrefsOf(draw([...canal].reverse()))).toEqual(inOrder);
    const svg = draw(canal);
    const tops = canal.map(({label}) => drawnTexts(linkOf(svg, label))[0].y1);
    expect([1, 2, 3, 0, 4].map((i) => tops[i])).toEqual(tops.toSorted((a, b) => a - b));
  });

  it.each(widths)(
    "stand below the heading of their group, those without one above all, %d px wide",
    (width) => {
      const svg = draw(canal, {group: "who", width});
      expect(hrefsOf(svg)).toEqual(["/marina", "/permit", "/tolls", "/leak", "/dredging"]);
      const topOf = (text: string): number => loose(svg).find((box) => box.text === text)!.y1;
      const nameAt = (label: string): number => drawnTexts(linkOf(svg, label))[0].y1;
      const order = [
        nameAt("A marina"),
        topOf("The town"),
        nameAt("The permit"),
        nameAt("Tolls"),
        topOf("The state"),
        nameAt("The lock leaks"),
        nameAt("Dredging"),
      ];
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(topOf("The town") - nameAt("A marina")).toBeGreaterThan(40);
    },
  );

  it("stand further from the group above than from each other", () => {
    const svg = draw(canal, {group: "who", width: 640});
    const [permit, tolls, leak] = ["The permit", "Tolls", "The lock leaks"].map((label) =>
      markOf(svg, label),
    );
    const [head, space] = [leak.y1 - tolls.y2, tolls.y1 - permit.y2];
    const heading = loose(svg).find(({text}) => text === "The state")!;
    expect(head - 1.3 * (heading.y2 - heading.y1)).toBeGreaterThan(space + 8);
  });

  it("show a day as a dot, and nothing of what has no date", () => {
    const svg = draw(canal, {width: 640});
    const {x1, x2, y1, y2} = markOf(svg, "The permit");
    expect(x2 - x1).toBeCloseTo(y2 - y1, 1);
    expect(pathsOf(svg, "The permit")[0].getAttribute("d")).toContain("a");
    expect(pathsOf(svg, "A marina")).toEqual([]);
    expect(wordsOf(linkOf(svg, "A marina"))).toEqual(["A marina", "No date"]);
  });

  it("say by dashes that a beginning is not known, up to where it had come to that", () => {
    const [dashes, span] = pathsOf(draw(canal, {width: 640}), "The lock leaks");
    expect(dashes.getAttribute("stroke-dasharray")).toBeTruthy();
    expect(span.getAttribute("stroke-dasharray")).toBeNull();
    for (const label of ["Dredging", "Tolls"])
      for (const path of pathsOf(draw(canal), label))
        expect(path.getAttribute("stroke-dasharray")).toBeNull();
  });

  it.each(["2022", "2022-06", "2022-06-11"])(
    "have room for the dashes where all there is is “by %s”",
    (end) => {
      for (const width of widths) {
        const svg = draw([{label: "The lock leaks", date_start: null, date_end: end}], {width});
        const [dashes, span] = drawnShapes(linkOf(svg, "The lock leaks"), "path");
        expect(dashes.x2 - dashes.x1).toBeGreaterThan(12);
        expect(dashes.x2).toBeCloseTo(span.x1, 0);
        expect(dashes.x1).toBeGreaterThanOrEqual(width === narrow ? 0 : width * 0.36);
        expect(span.x2).toBeLessThanOrEqual(width);
      }
    },
  );

  it("begin at the edge of the frame where something else precedes the dashes", () => {
    const svg = draw(canal, {width: 640});
    expect(markOf(svg, "The permit").x1 - markOf(svg, "The lock leaks").x1).toBeLessThan(4);
  });

  it("go on to the edge of the frame in a point where they have not ended", () => {
    const svg = draw(canal, {width: 640});
    expect(markOf(svg, "Tolls").x2).toBeCloseTo(640, 0);
    expect(markOf(svg, "Dredging").x2).toBeLessThan(635);
  });

  it("are paler where a date is a year wide, and sharp where it is a day", () => {
    const palesOf = (date_start: string, date_end: string): number =>
      pathsOf(draw([{label: "It", date_start, date_end}]), "It").filter(isPale).length;
    expect(palesOf("2021", "2023")).toBe(2);
    expect(palesOf("2021-03-02", "2023")).toBe(1);
    expect(palesOf("2021-03-02", "2023-04-05")).toBe(0);
    // A month is a year's twelfth, and a hair of four.
    expect(palesOf("2021-03", "2021-12")).toBe(2);
    expect(palesOf("2018-03", "2021-12")).toBe(0);
    expect(palesOf("2022-03-02", "2022-03-05")).toBe(0);
  });

  it("are to scale, and seen even where they last a day of many years", () => {
    const svg = draw(
      [
        {label: "Long", date_start: "1901-01-01", date_end: "1920-12-31"},
        {label: "Half of it", date_start: "1911-01-01", date_end: "1920-12-31"},
        {label: "Two days", date_start: "1905-01-01", date_end: "1905-01-02"},
      ],
      {width: 960},
    );
    const lengthOf = (label: string): number => markOf(svg, label).x2 - markOf(svg, label).x1;
    expect(lengthOf("Half of it") / lengthOf("Long")).toBeCloseTo(0.5, 2);
    expect(lengthOf("Two days")).toBeGreaterThanOrEqual(6);
  });

  it.each(widths)("have their words beside them, on a phone above them, %d px wide", (width) => {
    const svg = draw(canal, {width});
    for (const {label} of canal.slice(0, 4)) {
      const mark = markOf(svg, label);
      for (const words of drawnTexts(linkOf(svg, label)))
        if (width === narrow) expect(words.y2).toBeLessThan(mark.y1);
        else expect(words.x2).toBeLessThan(mark.x1);
    }
  });

  it("have on a phone no empty line where there is no span", () => {
    const rows = ["A", "B"].map((label) => ({label, date_start: null, date_end: null}));
    const [a, b] = [...linksOf(draw(rows, {width: narrow})).values()].map((link) => drawnTexts(link));
    expect(b[0].y1 - a[1].y2).toBeLessThan(30);
  });

  it("say below the dates what is to stand under them, but for a small picture", () => {
    const options = {under: "who", width: 640};
    expect(wordsOf(linkOf(draw(canal, options), "Tolls"))).toEqual([
      "Tolls",
      "Since 1 August 2022",
      "The town",
    ]);
    expect(wordsOf(linkOf(draw(canal, {...options, width: narrow}), "Tolls"))).toEqual([
      "Tolls",
      "Since 1 August 2022, The town",
    ]);
    expect(wordsOf(draw(canal, {...options, mostHeight: 300})).join(" ")).not.toContain("The town");
  });

  it("have a day from which all is seen as a line through all rows, with its words above, struck by no name on a phone", () => {
    const since = "2021-12-24 The river is in flood";
    for (const width of widths) {
      const svg = draw(canal, {width, since});
      const plain = draw(canal, {width});
      expect(drawnTexts(svg).map(({text}) => text)).toEqual(
        expect.arrayContaining(["The river is in flood", "24 December 2021"]),
      );
      const lines = [...svg.querySelectorAll("path")]
        .filter((path) => !path.closest("[data-row]") && path.getAttribute("fill") === "none")
        .map((path) => path.getAttribute("d")!);
      expect(lines).toHaveLength(1);
      const [x] = [...lines[0].matchAll(/M([\d.]+),/g)].map(([, at]) => Number(at));
      // Between the permit of May and the leak of June.
      expect(x).toBeGreaterThan(markOf(svg, "The permit").x2);
      expect(x).toBeLessThan(markOf(svg, "Tolls").x1);
      const names = canal.map(({label}) => drawnTexts(linkOf(svg, label))[0]);
      const pieces = [...lines[0].matchAll(/M([\d.]+),([\d.]+)([Vv])(-?[\d.]+)/g)].map(
        ([, , from, how, to]) => ({
          y1: Number(from),
          y2: how === "V" ? Number(to) : Number(from) + Number(to),
        }),
      );
      for (const {text, x1, x2, y1, y2} of names)
        if (x1 < x && x < x2)
          expect(
            pieces.every((piece) => piece.y2 < y1 + 2 || piece.y1 > y2 - 2),
            `${text} at ${width}`,
          ).toBe(true);
      expect(drawnTexts(plain).map(({text}) => text)).not.toContain("The river is in flood");
    }
    expect(draw(canal, {since: ""}).outerHTML).toBe(draw(canal).outerHTML);
    for (const wrong of ["in 2021 The river", "2021-12-24", "2021-02-30 The river"])
      expect(() => draw(canal, {since: wrong})).toThrow(`since is no day with words`);
  });

  it("are hatched where their year was worked out", () => {
    const svg = draw([{...canal[0], year_basis: "worked_out"}, canal[3]], {width: 640});
    const isFilled = (label: string): boolean =>
      [...linkOf(svg, label).querySelectorAll("path")].some(
        (path) =>
          (path.closest("[fill]")?.getAttribute("fill") ?? "none") !== "none" &&
          path.getAttribute("fill") !== "none",
      );
    expect([isFilled("Dredging"), isFilled("Tolls")]).toEqual([false, true]);
  });

  it("say a season in words, and once that a year was worked out", () => {
    const rows = [
      {
        label: "Ice",
        date_start: "2022-01",
        date_end: "2022-03",
        precision: "season",
        year_basis: "worked_out",
      },
      {label: "Flood", date_start: "2022-04", date_end: "2022-04", year_basis: "worked_out"},
      {label: "Drought", date_start: "2022-07", date_end: "2022-08", year_basis: "stated"},
    ];
    for (const width of widths) {
      const words = wordsOf(draw(rows, {width}));
      expect(words).toEqual(expect.arrayContaining(["Early 2022*", "April 2022*", "July to August 2022"]));
      expect(words.filter((line) => line.startsWith("*")).join(" ")).toMatch(
        /^\* The year is our calculation/,
      );
      expect(wordsOf(draw(rows, {width, yearNote: "* ours"}))).toContain("* ours");
    }
    expect(wordsOf(draw(rows.slice(2))).join(" ")).not.toContain("*");
  });

  it("have a name with their dates for who does not see them", () => {
    const nameIn = (options: object): string =>
      nameAlone(linkOf(draw(canal, options), "Dredging").getAttribute("aria-label")!);
    expect(nameIn({})).toBe("February to November 2023: Dredging");
    expect(nameIn({name: () => "Its own"})).toBe("Its own");
  });

  it("are few in a small picture, what is in emphasis among them, whichever row that is", () => {
    const rows = Array.from({length: 9}, (_, i) => ({
      label: `Row ${i}`,
      date_start: `20${10 + i}`,
      href: `/${i}`,
    }));
    const svg = draw(rows, {mostHeight: 300, emphasis: 7, annotations: [{at: 7, text: "The last one"}]});
    expect(hrefsOf(svg)).toEqual(["/0", "/1", "/2", "/7"]);
    expect(linkOf(svg, "Row 7").outerHTML).toContain("#8f2213");
    expect(wordsOf(linkOf(svg, "Row 7"))).toContain("The last one");
    expect(hrefsOf(draw(rows, {mostHeight: 300}))).toEqual(["/0", "/1", "/2", "/3"]);
  });

  it("draw nothing of no rows, and words alone where none has a date", () => {
    expect(draw([]).querySelectorAll("text, path")).toHaveLength(0);
    const svg = draw([{label: "A marina"}, {label: "A bridge", period_start: "soon"}], {width: 640});
    expect(svg.querySelectorAll("path")).toHaveLength(0);
    expect(wordsOf(svg)).toEqual(expect.arrayContaining(["A marina", "A bridge", "No date"]));
  });
});
