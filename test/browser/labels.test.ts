import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {widths} from "../../src/waybill/chart/widths.js";
import {textWidth} from "../../src/waybill/textWidth.js";
import {fontFamily, textSize} from "../../src/waybill/theme.js";
import {charts} from "../charts/everyChart.js";
import {queryCharts} from "../charts/queryCharts.js";
import {launchBrowser} from "./launch.js";
import {serveFolder} from "./serve.js";

let browser: Browser;
let site: {origin: string; close: () => void};
let page: Page;
const rows = await queryCharts();

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder("dist");
  page = await browser.newPage();
  // A page does without a font that is late; here its letters are measured.
  await page.route("**/lib/site.css*", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll("font-display:optional", "font-display:block");
    await route.fulfill({response: answer, body});
  });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** Opens a page of the site at a width in pixels, and waits for its letters. */
async function open(path: string, width: number): Promise<void> {
  await page.setViewportSize({width, height: 900});
  if (page.url() !== site.origin + path) await page.goto(site.origin + path);
  await page.evaluate(async () => {
    for (const weight of [400, 600]) await document.fonts.load(`${weight} 13px Inter`);
    await document.fonts.ready;
  });
}

interface Line {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Font size in pixels of the screen. */
  size: number;
}

/** Returns every line of text in the drawing that is shown, with its box in the drawing, and the drawing's own. */
function linesShown(): Promise<{width: number; drawing: Omit<Line, "text" | "size">; lines: Line[]}> {
  return page.evaluate(() => {
    const svg = [...document.querySelectorAll<SVGSVGElement>(".drawing svg")].find(
      (drawing) => drawing.getClientRects().length > 0,
    )!;
    const box = svg.getBoundingClientRect();
    const scale = box.width / svg.viewBox.baseVal.width;
    const lines = [];
    for (const element of svg.querySelectorAll("text, tspan"))
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const {left, top, right, bottom} = range.getBoundingClientRect();
        const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
        lines.push({text: node.textContent, left, top, right, bottom, size});
      }
    const {left, top, right, bottom} = box;
    return {width: svg.viewBox.baseVal.width, drawing: {left, top, right, bottom}, lines};
  });
}

const slack = 1;
/** How much of a line's size lies between the top of its font's box and that of its highest letters. */
const aboveLetters = 0.2;

const isOver = (a: Line, b: Line): boolean =>
  a.left + slack < b.right - slack &&
  b.left + slack < a.right - slack &&
  a.top + aboveLetters * a.size + slack < b.bottom - slack &&
  b.top + aboveLetters * b.size + slack < a.bottom - slack;

describe("the labels of a chart, in a browser", () => {
  for (const [viewport, width] of [360, 768, 1280].map((v, i) => [v, widths[i]] as const))
    it.each(charts.map((chart) => chart.id))(
      `%s at ${viewport} px: no two cover each other, none is cut off, none is below ${textSize.small} px`,
      async (id) => {
        await open(`/charts/${id}`, viewport);
        const {width: shown, drawing, lines} = await linesShown();
        expect(shown).toBe(width);
        expect(lines.length).toBeGreaterThan(2);
        const problems = [
          ...lines.flatMap((a, i) =>
            lines.slice(i + 1).flatMap((b) => (isOver(a, b) ? [`“${a.text}” covers “${b.text}”`] : [])),
          ),
          ...lines.flatMap((line) => {
            const right = Math.min(drawing.right, viewport);
            const out = [
              line.left < drawing.left - 0.5 && `${(drawing.left - line.left).toFixed(1)} px on the left`,
              line.right > right + 0.5 && `${(line.right - right).toFixed(1)} px on the right`,
              line.top + Math.max(3, line.size * aboveLetters) < drawing.top &&
                `${(drawing.top - line.top).toFixed(1)} px at the top`,
              line.bottom > drawing.bottom + 3 &&
                `${(line.bottom - drawing.bottom).toFixed(1)} px at the foot`,
            ].filter(Boolean);
            return out.length > 0 ? [`“${line.text}” is cut off: ${out.join(", ")}`] : [];
          }),
          ...lines.flatMap(({text, size}) =>
            size < textSize.small - 0.05 ? [`“${text}” is ${size.toFixed(2)} px`] : [],
          ),
        ];
        expect(problems).toEqual([]);
      },
    );
});

const strings = [
  ...new Set([
    ...charts.flatMap((chart) => {
      const own = rows.get(chart.id)!;
      return [chart.title(own), ...own.flatMap((row) => [chart.name(row, own), row.publisher, row.exact])];
    }),
    "$20m",
    "more than $100m ÷ 30",
    "≥$3.33m",
    "about $133m",
    "1,000 crates",
    "0123456789",
    "— – “quoted” ‘so’ …",
    "iiiiiillllll",
    "WWWWMMMM@@",
    "“rye”, 114,000 yuan",
  ]),
].filter((text) => text.length > 1);

const characters = [
  ...Array.from({length: 95}, (_, i) => String.fromCharCode(32 + i)).filter((c) => c !== " "),
  ..."–—‘’“”…€£¥×÷−",
];

describe("textWidth(text, size, weight)", () => {
  it.each([
    [400, 12],
    [400, 13],
    [400, 15],
    [400, 20],
    [600, 12],
    [600, 13],
    [600, 15],
    [600, 20],
  ])(
    "at weight %i and %i px is never narrower than a browser's by 1 percent, nor wider by 6",
    async (weight, size) => {
      await open(`/charts/${charts[0].id}`, 1280);
      const texts = [...strings, ...characters];
      const measured = await page.evaluate(
        ({texts, weight, size, fontFamily}) => {
          const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
          svg.setAttribute("style", `font-family:${fontFamily};font-size:${size}px;font-weight:${weight}`);
          const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
          svg.append(text);
          document.body.append(svg);
          const isInter = document.fonts.check(`${weight} ${size}px Inter`);
          const lengths = texts.map((string) => {
            text.textContent = string;
            return text.getComputedTextLength();
          });
          svg.remove();
          return {isInter, lengths};
        },
        {texts, weight, size, fontFamily},
      );
      expect(measured.isInter).toBe(true);
      expect(strings.length).toBeGreaterThan(100);
      const off = strings.flatMap((text, i) => {
        const ratio = textWidth(text, size, weight) / measured.lengths[i];
        return ratio < 0.99 || ratio > 1.06 ? [`${ratio.toFixed(3)} ${text}`] : [];
      });
      expect(off).toEqual([]);
    },
  );
});
