import {describe, expect, it} from "vitest";
import {timeline} from "../../../src/waybill/forms/index.js";
import {timeAxis} from "../../../src/waybill/forms/timeAxis.js";

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

  it("draws in a small picture what is in emphasis alone, whichever row that is", () => {
    const svg = timeline(dam, {document, emphasis: 3, mostHeight: 200, theme: "light"});
    expect([...svg.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual(["/d"]);
    expect(svg.outerHTML).toContain("#8f2213");
  });

  it("has spans above the line, and their words with their dates on poles", () => {
    const rows = [
      {date_start: "2022-01-10", date_end: "2022-09-30", label: "The ferry runs", href: "/a"},
      {date_start: "2022-11-05", label: "It is painted", href: "/b"},
    ];
    const links = linksOf(timeline(rows, {document, width: 640, emphasis: () => true}));
    const [span, day] = [0, 1].map((i) => drawnShapes(links.get(i)!, "path")[0]);
    expect(span.y2).toBeLessThan((day.y1 + day.y2) / 2);
    expect(wordsOf(links.get(0)!)).toEqual(["10 January to 30 September 2022", "The ferry runs"]);
    for (const words of drawnTexts(links.get(0)!)) expect(words.y2).toBeLessThan(span.y1);
  });

  it("has what lies somewhere in a month as a band on the line, dashed where it is denied", () => {
    const drawn = (status: "denied" | null): Element[] => {
      const months = [
        {date_start: "2023-03", label: "The dam cracks", status, href: "/a"},
        ...dam.slice(1, 3),
      ];
      return [
        ...linksOf(timeline(months, {document, width: 640}))
          .get(0)!
          .querySelectorAll("path"),
      ];
    };
    const isDashed = (path: Element): boolean => path.getAttribute("stroke-dasharray") !== null;
    expect(drawn(null).some(isDashed)).toBe(false);
    expect(drawn("denied").some(isDashed)).toBe(true);
  });

  it("has words below the line where it is told so", () => {
    const sidesOf = (own: object): boolean[] => {
      const links = linksOf(timeline(dam.slice(1, 4), {document, width: 960, ...own}));
      const line = drawnShapes(links.get(0)!, "path")[0];
      return [...links.values()].map((link) => drawnTexts(link)[0].y1 > line.y2);
    };
    expect(sidesOf({})).toEqual([false, true, false]);
    expect(sidesOf({below: () => true})).toEqual([true, true, true]);
    expect(sidesOf({below: 0})).toEqual([true, false, false]);
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

  it("says a part of a year or of a month where the report says no more", () => {
    const season = {precision: "season"};
    expect(wordsFor({...season, date_start: "2022-01", date_end: "2022-04"})).toBe("Early 2022");
    expect(wordsFor({...season, date_start: "2022-10", date_end: "2022-12"})).toBe("Late 2022");
    expect(wordsFor({...season, date_start: "2024-02-11", date_end: "2024-02-20"})).toBe("Mid February 2024");
    expect(wordsFor({...season, date_start: "2022-01", date_end: null})).toBe("Since early 2022");
    expect(wordsFor({...season, date_start: "2022", date_end: "2022"})).toBe("2022");
    expect(wordsFor({...season, date_start: null, date_end: "2022-04"})).toBe("By April 2022");
  });

  it("may have been at any time of its date, where a beginning is not known", () => {
    const [from, until] = eventsOf([{date_start: null, date_end: "2022"}])[0][1].interval!;
    expect([from, until]).toEqual(["2022-01-01", "2023-01-01"].map((iso) => Date.parse(iso)));
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
