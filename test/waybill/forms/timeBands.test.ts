import {describe, expect, it} from "vitest";
import {boxOfPath} from "../../../loaders/graphics/pathBox.js";
import {widthOf} from "../../../src/waybill/forms/measure.js";
import {timeBands} from "../../../src/waybill/forms/timeBands.js";

const size = 13;

/** Returns bands over some moments in a frame of a width, with their names and grounds as drawn. */
function bandsOver(width: number, ...moments: string[]) {
  const {at, height, draw} = timeBands(
    moments.map((iso) => Date.parse(iso)),
    {
      left: 0,
      right: width,
      from: 10,
      to: width - 10,
      size,
    },
  );
  const [grounds, words] = draw(100, (name) => name);
  const names =
    words?.words?.map(({x, lines: [name]}) => ({name, x1: x, x2: x + widthOf([name], size)})) ?? [];
  return {
    at: (iso: string): number => at(Date.parse(iso)),
    height,
    names: names.map(({name}) => name),
    words: names,
    grounds: grounds?.strokes?.map(({d}) => boxOfPath(d)!) ?? [],
  };
}

describe("timeBands(times, options)", () => {
  it.each([
    [960, ["2022-02-11", "2025-01-01"], ["2022", "2023", "2024"]],
    [960, ["2022-02-11", "2024-01-01"], ["2022", "2023"]],
    [
      960,
      ["2022-01-01", "2023-01-01"],
      ["January 2022", "March 2022", "May 2022", "July 2022", "September 2022", "November 2022"],
    ],
    [300, ["2022-01-01", "2023-01-01"], ["January 2022", "July 2022"]],
    [640, ["2022-11-03", "2023-02-20"], ["November 2022", "December 2022", "January 2023", "February 2023"]],
    [640, ["2022-12-27", "2023-01-07"], ["27 December 2022", "3 January 2023"]],
    [640, ["2022-02-11", "2022-02-11"], ["11 February 2022"]],
    [300, ["1853-04-01", "1921-05-03"], ["1860", "1880", "1900", "1920"]],
    [
      960,
      ["1789-01-01", "2022-01-01"],
      [
        "1789",
        "1800",
        "1820",
        "1840",
        "1860",
        "1880",
        "1900",
        "1920",
        "1940",
        "1960",
        "1980",
        "2000",
        "2020",
      ],
    ],
    [640, ["0079-08-24", "0082-03-01"], ["0079", "0080", "0081", "0082"]],
  ])("in %d pixels has of %j the names %j", (width, moments, names) => {
    expect(bandsOver(width, ...moments).names).toEqual(names);
  });

  it("has a place for each moment, the first at the start, the last at the end or before it", () => {
    const {at} = bandsOver(640, "2022-02-11", "2024-12-31");
    expect(at("2022-02-11")).toBeCloseTo(10);
    expect(at("2024-12-31")).toBeLessThanOrEqual(630);
    expect(at("2023-07-02") - at("2023-01-01")).toBeCloseTo(at("2023-12-31") - at("2023-07-02"), 0);
    expect(at("2022-02-11")).toBeLessThan(at("2022-02-12"));
  });

  it("goes on where the last name needs room, and never into what comes after it", () => {
    const short = bandsOver(300, "2020-03-01", "2023-01-05");
    expect(short.names).toEqual(["2020", "2021", "2022", "2023"]);
    expect(short.at("2023-01-05")).toBeLessThan(280);
    const weeks = bandsOver(248, "2022-01-01", "2022-02-27");
    expect(weeks.at("2022-03-26")).toBeCloseTo(238);
  });

  it.each([280, 360, 640, 1200])(
    "has no name over another or beyond the frame, and none twice, in %d pixels",
    (width) => {
      for (const last of [
        "2020-03-01",
        "2020-03-02",
        "2020-03-20",
        "2020-07-01",
        "2021-02-01",
        "2022-03-05",
        "2031-01-01",
        "2900-05-05",
      ]) {
        const {words, names} = bandsOver(width, "2020-03-01", last);
        expect(names.length, last).toBeGreaterThan(0);
        expect(new Set(names).size, last).toBe(names.length);
        for (const [i, {x1, x2}] of words.entries()) {
          expect(x1, last).toBeGreaterThanOrEqual(i > 0 ? words[i - 1].x2 : 0);
          expect(x2, last).toBeLessThanOrEqual(width);
        }
      }
    },
  );

  it("draws every other band as a ground, from edge to edge", () => {
    const {grounds, at} = bandsOver(640, "2022-02-11", "2024-12-31");
    expect(grounds.map(({x1, x2}) => [x1, x2].map(Math.round))).toEqual([
      [0, Math.round(at("2023-01-01"))],
      [Math.round(at("2024-01-01")), 640],
    ]);
    expect(grounds.map(({y1, y2}) => [y1, y2])).toEqual([
      [0, 100],
      [0, 100],
    ]);
  });

  it("is nothing without moments", () => {
    expect(bandsOver(640)).toMatchObject({height: 0, names: [], grounds: []});
  });
});
