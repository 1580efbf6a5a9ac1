import {describe, expect, it} from "vitest";
import {bars, chain, journeys, numbers, stack, units} from "../../../src/waybill/forms/index.js";
import {newDocument} from "./drawForms.js";
import {drawnTexts} from "./drawnBoxes.js";
import {wordsOf} from "./drawnForm.js";

const document = newDocument();

describe("words that fit", () => {
  it("sets a value among blocks in one line, if it need not be much smaller for that", () => {
    const rows = [
      {label: "larger", value: 1e8, unit: "USD", qualifier: "more_than" as const},
      {label: "smaller", value: 1e8 / 30, unit: "USD", qualifier: "at_least" as const},
    ];
    for (const width of [360, 640, 960])
      expect(wordsOf(units(rows, {document, width, unit: 1e8 / 30})), String(width)).toContain("$3.33m");
  });

  it("sets the hedge of a large number small above it, and that of a small one before it", () => {
    const row = {label: "Wheat", value: 2e7, unit: "USD", qualifier: "more_than" as const};
    const at = (svg: Element, words: string) => drawnTexts(svg).find(({text}) => text === words);
    const large = bars([row], {document});
    const [hedge, number] = ["more than", "$20m"].map((words) => at(large, words)!);
    expect(hedge.y2).toBeLessThan(number.y2);
    expect(hedge.y2 - hedge.y1).toBeLessThan((number.y2 - number.y1) / 2);
    const many = Array.from({length: 9}, (_, i) => ({...row, label: `Wheat ${i}`}));
    expect(at(bars(many, {document}), "more than $20m")).toBeDefined();
  });

  it.each([280, 360, 640, 960])(
    "names at %d px what the parts of a bar leave of it, and no line to a part strikes a word",
    (width) => {
      const rows = [
        {label: "Wheat in all", value: 100, qualifier: "more_than" as const},
        {label: "to the north, by sea and in the holds of others", value: 15, whole: 0},
        {label: "to the south", value: 25, whole: 0},
      ];
      const svg = bars(rows, {document, width, within: "whole", rest: "The rest: nobody says where to"});
      expect(wordsOf(svg).join(" ")).toMatch(/The rest: nobody says\s+where to/);
      const lines = [...svg.querySelectorAll("line")].map((line) =>
        ["x1", "y1", "y2"].map((name) => Number(line.getAttribute(name))),
      );
      expect(lines.length).toBeGreaterThanOrEqual(3);
      for (const [x, y1, y2] of lines)
        for (const text of drawnTexts(svg))
          expect(x > text.x1 && x < text.x2 && text.y1 < y2 - 1 && text.y2 > y1 + 1, text.text).toBe(false);
    },
  );

  it("tells of a small block in the space that a large one leaves", () => {
    const rows = [
      {label: "larger", value: 30},
      {label: "smaller", value: 1},
    ];
    const at = (svg: Element, words: string) => drawnTexts(svg).find(({text}) => text === words)!;
    const wide = units(rows, {document, width: 640});
    expect(at(wide, "larger").x1).toBeCloseTo(at(wide, "smaller").x1, 0);
    expect(at(wide, "larger").y2).toBeLessThan(at(wide, "smaller").y1);
    const phone = units(rows, {document, width: 360});
    expect(at(phone, "smaller").x1).toBeGreaterThan(at(phone, "larger").x1 + 40);
    expect(at(phone, "smaller").y1).toBeGreaterThan(at(phone, "larger").y2 + 100);
  });

  it("wraps the head of a stack's part", () => {
    const head = "Also ordered or contracted; no delivery of any of it is reported";
    const svg = stack([{form: bars, head}])([{label: "Wheat", value: 3}], {document, width: 280});
    const lines = drawnTexts(svg).filter(({text}) => head.includes(text) && text.length > 5);
    expect(lines.map(({text}) => text).join(" ")).toBe(head);
    for (const {x2} of lines) expect(x2).toBeLessThanOrEqual(280 - 16);
  });

  it("lists three numerals on a phone, words beside them, where two lines would leave a hole", () => {
    const rows = [1000, 12, 200].map((value) => ({value, label: `things ${value}`}));
    const svg = numbers(rows, {document, width: 360});
    const at = (text: string) => drawnTexts(svg).find((drawn) => drawn.text === text)!;
    expect(new Set(["1,000", "12", "200"].map((text) => at(text).x1)).size).toBe(1);
    for (const value of ["1,000", "12", "200"]) {
      const [numeral, words] = [at(value), at(`things ${value.replace(",", "")}`)];
      expect(words.x1).toBeGreaterThan(numeral.x2);
      expect(words.y1).toBeLessThan(numeral.y2);
    }
  });

  it("says the end of every journey, and a start that several share once", () => {
    const rows = ["soy", "coffee"].map((label) => ({origin: "Brazil", destination: "Poland", label}));
    const words = wordsOf(journeys(rows, {document}));
    expect(words.filter((word) => word === "Poland").length).toBe(2);
    expect(words.filter((word) => word === "Brazil").length).toBe(1);
    expect(words).toContain("Soy");
  });

  it("breaks no name in a descent that a smaller size keeps whole", () => {
    const rows = [
      {supplier: "archive", recipient: "The Courier", is_document: true},
      {supplier: "The Courier", recipient: "Radio North"},
      {supplier: "Radio North", recipient: "newsportal.example"},
    ];
    expect(wordsOf(chain(rows, {document, width: 640, shape: "descent"}))).toContain("newsportal.example");
  });

  it("keeps the colour of an origin on the whole way to what is in emphasis", () => {
    const rows = [
      {supplier: "The Courier", recipient: "Radio North", href: "/a"},
      {supplier: "Radio North", recipient: "Tidings", href: "/b"},
      {supplier: "The Courier", recipient: "The Post", href: "/c"},
    ];
    const svg = chain(rows, {document, theme: "light", shape: "descent", emphasis: 1});
    const red = [...svg.querySelectorAll("a")].filter(({outerHTML}) => outerHTML.includes("#8f2213"));
    expect(red.map((link) => link.getAttribute("href"))).toEqual(["/a", "/b"]);
  });
});
