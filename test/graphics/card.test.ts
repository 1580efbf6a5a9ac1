import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {cardSize, cardSvg} from "../../loaders/graphics/cardSvg.js";
import {creditOf} from "../../loaders/graphics/citation.js";
import {faceOf, openFaces} from "../../loaders/graphics/faces.js";
import {Typesetter} from "../../loaders/graphics/Typesetter.js";
import type {Chart, ChartDocument, ChartRow} from "../../src/waybill/chart/Chart.js";
import {caveatsOf} from "../../src/waybill/chart/caveats.js";
import {bars} from "../../src/waybill/forms/index.js";
import {everyChart} from "../charts/everyChart.js";
import {queryCharts} from "../charts/queryCharts.js";

const document = parseHTML("<!doctype html><html><body></body></html>").document as unknown as ChartDocument;
const typesetter = new Typesetter(await openFaces([]));
const rowsOf = await queryCharts();

const cardOf = (chart: Chart, rows: ChartRow[], credit = creditOf(rows)): SVGSVGElement =>
  cardSvg({chart, rows, document, measure: typesetter.measure, credit, theme: "light"});

const scaleOf = (element: Element): number => {
  const transform = element.closest('g[transform*="scale"]')?.getAttribute("transform") ?? "";
  return Number(/scale\(([\d.]+)\)/.exec(transform)?.[1] ?? 1);
};
/** The size of a text on the card, in pixels. */
const sizeOf = (text: Element): number =>
  Number(text.closest("[font-size]")!.getAttribute("font-size")) * scaleOf(text);

describe.each(everyChart)("the card of %s", (id, chart) => {
  const rows = rowsOf.get(id)!;
  const svg = cardOf(chart, rows);
  const own = [...svg.children].filter(({localName}) => localName === "text");

  it("has the whole title and the whole credit", () => {
    const words = own.map((text) => text.textContent).join(" ");
    for (const said of [chart.headline(rows), creditOf(rows)])
      expect(words.replace(/\s+/g, " ")).toContain(said.replace(/\s+/g, " "));
    expect(words).not.toContain("…");
  });

  it("has a drawing, and no word so small that it is lost", () => {
    expect(svg.querySelectorAll("g text").length).toBeGreaterThan(0);
    for (const text of svg.querySelectorAll("text"))
      expect(sizeOf(text), text.textContent ?? "").toBeGreaterThanOrEqual(13.5);
    const title = own.filter((text) => text.getAttribute("font-weight") === "700");
    for (const line of title) expect(sizeOf(line)).toBeGreaterThanOrEqual(42);
  });

  it("has in one short line what is said against it, if anything is, and says it once", () => {
    const words = [...svg.querySelectorAll("text")].map((text) => text.textContent).join(" ");
    const said = caveatsOf(rows)
      .map(({text}) => text)
      .filter((text) => words.includes(text));
    expect(said).toHaveLength(caveatsOf(rows).length > 0 ? 1 : 0);
    for (const text of said) expect(words.split(text)).toHaveLength(2);
    if (said.length === 0) expect(words).toContain(chart.notes(rows)[0] ?? "");
  });

  it("leads nowhere, and nothing of it fades", () => {
    expect(svg.querySelectorAll("a, linearGradient").length).toBe(0);
    for (const text of own)
      expect(Number(text.getAttribute("y")), text.textContent ?? "").toBeLessThan(cardSize.height);
  });
});

describe("a card", () => {
  const rows = Array.from({length: 60}, (_, i) => ({label: `Port ${i}`, value: 60 - i})) as never[];
  const chart = {
    id: "ports",
    kicker: () => "The Gazette reports",
    headline: () => "Sixty ports are shut",
    title: () => "Sixty ports are shut",
    subtitle: () => "",
    notes: () => [],
    key: () => [],
    describe: () => ({short: "", long: ""}),
    draw: (given: ChartRow[], options: object) => bars(given as never[], options),
  } as unknown as Chart;

  it("is its words alone, larger, where the drawing could not be read", () => {
    const [full, few] = [rows, rows.slice(0, 3)].map((own) => {
      const svg = cardOf(chart, own, "The Gazette");
      const title = [...svg.querySelectorAll('text[font-weight="700"]')].map(sizeOf);
      return {paths: svg.querySelectorAll("path").length, size: Math.max(...title)};
    });
    expect(full.paths).toBe(0);
    expect(few.paths).toBeGreaterThan(2);
    expect(full.size).toBeGreaterThan(few.size);
  });

  it("has the key of its marks", () => {
    const key = () => [{text: "no delivery is reported", swatch: () => [{d: "M2,1h40v12h-40Z"}]}];
    const words = (own: Chart): string[] =>
      [...cardOf(own, rows.slice(0, 3)).querySelectorAll("text")].map((text) => text.textContent ?? "");
    expect(words({...chart, key})).toContain("no delivery is reported");
    expect(words(chart)).not.toContain("no delivery is reported");
  });

  it("says what most of its rows have against them, in two lines if it must, and not what stands at a mark", () => {
    const against = (caveats: (string | null)[], draw = chart.draw): string => {
      const own = caveats.map((each, i) => ({label: `Port ${i}`, value: 3 - i, caveats: each})) as never[];
      return [...cardOf({...chart, draw} as Chart, own).querySelectorAll("text")]
        .map((text) => text.textContent)
        .join(" ");
    };
    const [one, two] = ["a@1|The Gazette|The owner denies it", "a@2|The Gazette|The port is open"];
    expect(against([one, `${one}\n${two}`, two])).toContain("The other side: The owner denies it.");
    expect(against([one, two, two])).toContain("The other side: The port is open.");
    expect(against([null, null, null])).not.toContain("The other side");
    const long = `a@3|The Gazette|The owner ${"denies every word of it and ".repeat(5)}is to sue`;
    expect(against([long, null, null])).toContain("is to sue.");
    const atMark: Chart["draw"] = (given, options) => {
      const drawing = chart.draw(given, options);
      const text = drawing.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "text");
      text.textContent = "The owner denies it.";
      drawing.append(text);
      return drawing;
    };
    expect(against([one, null, null], atMark).match(/The owner denies it/g)).toHaveLength(1);
  });

  it("has letters that faces know", () => {
    for (const text of cardOf(chart, rows.slice(0, 3)).querySelectorAll("text")) faceOf(text);
    expect([...typesetter.missing]).toEqual([]);
  });
});
