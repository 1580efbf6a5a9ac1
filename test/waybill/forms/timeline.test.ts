import {describe, expect, it} from "vitest";
import {timeline} from "../../../src/waybill/forms/index.js";
import {timeAxis} from "../../../src/waybill/forms/timeAxis.js";
import type {TimelineRow} from "../../../src/waybill/forms/timeline.js";
import {eventsOf} from "../../../src/waybill/forms/timelineEvents.js";
import {expectDrawing} from "../marks/expectDrawing.js";
import {drawnShapes, drawnTexts} from "./drawnBoxes.js";
import {document, linksOf, wordsOf} from "./drawnForm.js";

const dam = [
  {
    date_start: "2022-10",
    year_basis: "worked_out",
    label: "Engineers warn of cracks in the spillway",
    note: "a letter that the ministry has confirmed",
    href: "/a",
  },
  {date_start: "2023-06-02", label: "The reservoir is at its highest in 30 years", href: "/b"},
  {
    date_start: "2023-06-06",
    label: "The dam breaks at 2:50 in the morning",
    note: "Pictures from space show the breach widening to 85 metres by noon",
    href: "/c",
  },
  {
    date_start: "2023-06-06",
    date_end: "2023-06-09",
    label: "About 17,000 people are brought out of 46 flooded towns",
    href: "/d",
  },
  {date_start: "2023-06-20", label: "The lake has lost three quarters of its water", href: "/e"},
  {date_start: "2023-07", date_end: "2023-08", label: "Wells run dry in four districts", href: "/f"},
  {date_start: "2023-09-12", label: "The builder denies all fault", status: "denied" as const, href: "/g"},
  {date_start: null, label: "Rebuilding is promised", href: "/h"},
];
const emphasis = ({href}: {href: string}): boolean => href === "/c";

describe("timeline(rows, options)", () => {
  it.each([360, 640, 960])("draws as it did, %d pixels wide", (width) => {
    expectDrawing(
      `timeline-${width}`,
      timeline(dam, {document, width, theme: "light", emphasis}),
      "test/output/forms",
    );
  });

  it("stands in the order of time, whatever the order of the rows, with what has no date last", () => {
    const svg = timeline([...dam].reverse(), {document});
    expect([...svg.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual(
      dam.map(({href}) => href),
    );
  });

  it("says once that years were worked out, and marks each", () => {
    const rows = dam.map((row) => ({...row, year_basis: row.href < "/d" ? "worked_out" : "stated"}));
    const words = wordsOf(timeline(rows, {document, width: 960}));
    expect(words.filter((line) => line.endsWith("*"))).toEqual([
      "October 2022*",
      "2 June 2023*",
      "6 June 2023*",
    ]);
    expect(words.filter((line) => line.startsWith("*")).length).toBe(1);
    expect(wordsOf(timeline(rows.slice(3), {document})).join()).not.toContain("*");
  });

  it("has the colour of what is in emphasis for nothing else, and words of one size", () => {
    const links = linksOf(timeline(dam, {document, theme: "light", emphasis}));
    expect([...links].filter(([, link]) => link.outerHTML.includes("#8f2213")).map(([row]) => row)).toEqual([
      2,
    ]);
    const sizes = [1, 2].map((row) =>
      [...links.get(row)!.querySelectorAll("text")].map((text) => text.getAttribute("font-size")),
    );
    expect(new Set(sizes[1])).toEqual(new Set(sizes[0]));
  });

  it("is a list on a phone: date, then words, one event after the other, without an axis", () => {
    const svg = timeline(dam, {document, width: 360});
    const [first, second] = [...linksOf(svg).values()].map((link) => wordsOf(link));
    expect(first[0]).toBe("October 2022*");
    expect(first.slice(1).join(" ")).toContain("Engineers warn of cracks");
    expect(second[0]).toBe("2 June 2023");
    expect(wordsOf(svg)).not.toContain("Oct");
    const tops = [...linksOf(svg).values()].map((link) => drawnShapes(link, "path")[0].y1);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  it("draws in a small picture what is in emphasis, and what turns it, alone", () => {
    const rows = [
      {date_start: "2022-01", date_end: null, label: "The ferry runs", href: "/a"},
      {date_start: "2022-09", label: "It is painted", href: "/b"},
      {date_start: "2023-02", label: "It runs on Sundays only", href: "/c"},
    ];
    const hrefsOf = (own: object): (string | null)[] =>
      [
        ...timeline(rows, {document, emphasis: 0, turns: [false, false, true], ...own}).querySelectorAll("a"),
      ].map((link) => link.getAttribute("href"));
    expect(hrefsOf({mostHeight: 200})).toEqual(["/a", "/c"]);
    expect(hrefsOf({})).toEqual(["/a", "/b", "/c"]);
  });

  it("has the words of all spans with their dates, or of none", () => {
    const repair = {date_start: "2023-06", date_end: "2023-06", label: "It is painted"};
    const [ferry, long] = ["The ferry runs", `The ferry is ${"always ".repeat(6)}late`].map((label) => ({
      date_start: "2022-01",
      date_end: null,
      label,
    }));
    const wordsAt = (...rows: TimelineRow[]): string =>
      wordsOf(
        timeline([...rows, repair], {document, emphasis: ({label}) => label !== repair.label, width: 640}),
      ).join("|");
    expect(wordsAt(ferry)).toContain("Since January 2022: The ferry runs");
    expect(wordsAt(ferry, long)).not.toContain(": The ferry");
    expect(wordsAt(ferry, long)).toContain("The ferry runs");
  });

  it("draws a span lighter from where an event says that it is lesser", () => {
    const rows = [
      {date_start: "2022-01", date_end: null, label: "The ferry runs", href: "/a"},
      {date_start: "2023-02", label: "It runs on Sundays only", href: "/b"},
    ];
    const fills = (turns: boolean[]): string[] =>
      [
        ...linksOf(timeline(rows, {document, width: 640, below: [true, true], turns}))
          .get(0)!
          .querySelectorAll("path"),
      ].flatMap((path) =>
        path.getAttribute("fill") === "none" ? [] : (path.getAttribute("fill-opacity") ?? "1"),
      );
    expect(fills([false, true]).length).toBe(fills([false, false]).length + 1);
    const [before, after] = fills([false, true]).slice(-2).map(Number);
    expect(after).toBeLessThan(before);
  });

  describe("on a ground", () => {
    const rows = [
      {date_start: "2022-03-01", date_end: "2023-03-01", label: "The ferry is free", href: "/rule"},
      {date_start: "2022-05-01", date_end: "2022-09-01", label: "It is full", href: "/span"},
      {date_start: "2022-11-05", label: "A child falls overboard", href: "/day"},
    ];
    const drawn = (own: object, width = 640) =>
      timeline(rows, {document, width, emphasis: [true, true, false], below: [true, true, true], ...own});
    const around = (boxes: ReturnType<typeof drawnShapes>) => ({
      x1: Math.min(...boxes.map(({x1}) => x1)),
      x2: Math.max(...boxes.map(({x2}) => x2)),
      y1: Math.min(...boxes.map(({y1}) => y1)),
      y2: Math.max(...boxes.map(({y2}) => y2)),
    });
    const shapesOf = (svg: SVGSVGElement) =>
      new Map(
        [...svg.querySelectorAll("a")].map((link) => [
          link.getAttribute("href"),
          {box: around(drawnShapes(link, "path")), link},
        ]),
      );

    it("has it behind all that happens meanwhile, from the top to the line, with its words at the top", () => {
      const svg = drawn({ground: 0});
      const shapes = shapesOf(svg);
      const [ground, span, day] = ["/rule", "/span", "/day"].map((href) => shapes.get(href)!);
      expect([...shapes.keys()][0]).toBe("/rule");
      expect(ground.box.y1).toBe(0);
      expect(ground.box.y2).toBeGreaterThanOrEqual(span.box.y2);
      expect(ground.box.x1).toBeLessThanOrEqual(span.box.x1);
      expect(ground.box.x2).toBeGreaterThan(day.box.x2);
      expect(wordsOf(ground.link)).toContain("The ferry is free");
      expect(Number(ground.link.querySelector("text")!.getAttribute("y"))).toBeLessThan(span.box.y1);
    });

    it("goes on to the end where no end is known, is seen to begin, and is a span like others without the option", () => {
      const open = rows.map((row, i) => (i === 0 ? {...row, date_end: null} : row));
      const [ground] = shapesOf(
        timeline(open, {document, width: 640, ground: 0, emphasis: [true, true, false]}),
      ).values();
      expect(ground.box.x2).toBeGreaterThan(630);
      expect(ground.box.x1).toBeGreaterThan(30);
      const plain = shapesOf(drawn({})).get("/rule")!.box;
      expect(plain.y1).toBeGreaterThan(0);
    });

    it("has the words of days in their order on a phone, none under the pole of another", () => {
      const more = [...rows, {date_start: "2022-12-20", label: "The ferry is sold for scrap", href: "/end"}];
      const svg = timeline(more, {
        document,
        width: 360,
        ground: 0,
        below: [true, true, true, true],
        emphasis: [true, true, false, false],
      });
      const [day, end] = ["/day", "/end"].map((href) => {
        const link = shapesOf(svg).get(href)!.link;
        return {
          top: Math.min(...[...link.querySelectorAll("text")].map((text) => Number(text.getAttribute("y")))),
          words: drawnTexts(link),
          pole: drawnShapes(link, "path").at(-1)!,
        };
      });
      expect(day.top).toBeLessThan(end.top);
      for (const {x1, x2} of day.words) expect(x1 > end.pole.x1 || x2 < end.pole.x1).toBe(true);
    });

    it("stands on a line on a phone too, if the events are few", () => {
      expect(wordsOf(drawn({ground: 0}, 360)).join(" ")).toMatch(/Mar 2022|2022/);
      expect(shapesOf(drawn({ground: 0}, 360)).get("/rule")!.box.y1).toBe(0);
      const many = [...rows, ...rows.map((row) => ({...row, label: `${row.label} again`}))];
      const list = timeline(many, {document, width: 360, ground: 0});
      expect(drawnShapes([...linksOf(list).values()][0], "path")[0].y1).toBeGreaterThan(0);
    });
  });

  it("takes a period's columns too, and other words for dates", () => {
    const svg = timeline([{period_start: "2022", period_end: "2023-04", label: "A"}], {
      document,
      text: () => "long ago",
    });
    expect(wordsOf(svg)).toContain("long ago");
  });
});

describe("eventsOf(rows)", () => {
  const wordsFor = (row: object): string => eventsOf([row])[0][1].words;

  it("says dates as sharply as they are known, and what both ends share once", () => {
    expect(wordsFor({date_start: "2023-06-06"})).toBe("6 June 2023");
    expect(wordsFor({date_start: "2023-06-06", date_end: "2023-06-09"})).toBe("6 to 9 June 2023");
    expect(wordsFor({date_start: "2023-06-06", date_end: "2023-07-01"})).toBe("6 June to 1 July 2023");
    expect(wordsFor({date_start: "2023-07", date_end: "2023-08"})).toBe("July to August 2023");
    expect(wordsFor({date_start: "2022", date_end: "2023-08"})).toBe("2022 to August 2023");
    expect(wordsFor({date_start: "2022", date_end: null})).toBe("Since 2022");
    expect(wordsFor({date_start: null, date_end: "2023-08"})).toBe("By August 2023");
    expect(wordsFor({})).toBe("No date");
  });

  it("stands where a day is, in the middle of a month, and at the start of what lasts", () => {
    const anchorOf = (row: object): string =>
      new Date(eventsOf([row])[0][1].anchor).toISOString().slice(0, 10);
    expect(anchorOf({date_start: "2023-06-06"})).toBe("2023-06-06");
    expect(anchorOf({date_start: "2023-06"})).toBe("2023-06-16");
    expect(anchorOf({date_start: "2023-06-06", date_end: "2023-09-01"})).toBe("2023-06-06");
  });
});

describe("timeAxis(intervals, options)", () => {
  const day = (iso: string): number => Date.parse(iso);
  const days = ["2010-05-01", "2023-06-02", "2023-06-06", "2023-06-20", "2023-07-09"].map(day);
  const intervals = days.map((time) => [time, time] as const);

  it("is to scale but for the gap that is cut out, and always goes on", () => {
    const {at, breaks, ticks} = timeAxis(intervals, {from: 0, to: 400});
    expect(breaks.length).toBe(1);
    expect((at(days[3]) - at(days[2])) / (at(days[2]) - at(days[1]))).toBeCloseTo(14 / 4);
    expect(days.map(at)).toEqual(days.map(at).toSorted((a, b) => a - b));
    expect([at(days[0]), at(days[4])]).toEqual([0, 400]);
    for (const [i, {y}] of ticks.slice(1).entries()) expect(y - ticks[i].y).toBeGreaterThanOrEqual(30);
  });

  it("cuts nothing out if it is told not to, or where few events are left", () => {
    expect(timeAxis(intervals, {from: 0, to: 400, fold: false}).breaks).toEqual([]);
    expect(timeAxis(intervals.slice(0, 3), {from: 0, to: 400}).breaks).toEqual([]);
  });

  it("says a year where it is another one", () => {
    const two = [[day("2022-11-03"), day("2023-02-20")] as const];
    expect(timeAxis(two, {from: 0, to: 300}).ticks.map(({lines}) => lines.join(" "))).toEqual([
      "Nov 2022",
      "Dec",
      "Jan 2023",
      "Feb",
    ]);
  });
});
