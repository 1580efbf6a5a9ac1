import {describe, expect, it} from "vitest";
import {contrast, over} from "../waybill/contrast.js";
import {browser, site} from "./openSite.js";

/** Words of a mark that is pale, what they are painted in, and what lies below them, the lowest first. */
interface PaleWords {
  chart: string;
  words: string;
  paint: {color: string; opacity: number};
  below: {color: string; opacity: number; isGrey: boolean}[];
}

/** Of “rgb(170, 165, 155)” and of “color(srgb 0.66 0.64 0.6)”. */
const hex = (color: string): string =>
  `#${color
    .match(/[\d.]+/g)!
    .slice(0, 3)
    .map((channel) =>
      Math.round(Number(channel) * (color.startsWith("color(") ? 255 : 1))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

/** The filter grayscale(1), as browsers have it. */
function grey(color: string): string {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16));
  const light = Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b)
    .toString(16)
    .padStart(2, "0");
  return `#${light}${light}${light}`;
}

describe("the words of marks that a choice leaves out", () => {
  it.each([
    ["light", 360],
    ["light", 1280],
    ["dark", 360],
    ["dark", 1280],
  ] as const)("are read as well as any others, in the %s, at %i px", async (colorScheme, width) => {
    const page = await browser.newPage({colorScheme, viewport: {width, height: 900}});
    await page.goto(`${site.origin}/?country=taiwan`, {waitUntil: "networkidle"});
    const paper = hex(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    const pale = await page.evaluate((): PaleWords[] => {
      const opacityOf = (element: Element): number => {
        let opacity = 1;
        for (let at: Element | null = element; at && at.localName !== "svg"; at = at.parentElement)
          opacity *= Number(getComputedStyle(at).opacity);
        return opacity;
      };
      return [...document.querySelectorAll(".drawing a.is-dim text")].flatMap((text) => {
        if (text.getClientRects().length === 0 || !text.textContent!.trim()) return [];
        text.scrollIntoView({block: "center"});
        const style = getComputedStyle(text);
        const isOutline = style.fill === "none";
        const {x, y, width: across, height} = text.getBoundingClientRect();
        const below = document
          .elementsFromPoint(x + across / 2, y + height / 2)
          .filter((element) => element.matches("path, rect, circle"))
          .map((shape) => ({shape, style: getComputedStyle(shape)}))
          .filter(({style}) => style.fill.startsWith("rgb"))
          .map(({shape, style}) => ({
            color: style.fill,
            opacity: opacityOf(shape) * Number(style.fillOpacity),
            isGrey: style.filter !== "none",
          }))
          .reverse();
        return {
          chart: text.closest("figure")!.id,
          words: text.textContent!,
          // An outline is its stroke; of others that is a rim over lines.
          paint: {color: isOutline ? style.stroke : style.fill, opacity: opacityOf(text)},
          below:
            !isOutline && style.stroke.startsWith("rgb")
              ? [...below, {color: style.stroke, opacity: opacityOf(text), isGrey: false}]
              : below,
        };
      });
    });
    await page.close();
    expect(pale.length).toBeGreaterThan(20);
    expect(pale.some(({below}) => below.length > 0)).toBe(true);
    const faint = pale.flatMap(({chart, words, paint, below}) => {
      const ground = below.reduce(
        (under, {color, opacity, isGrey}) => over(isGrey ? grey(hex(color)) : hex(color), opacity, under),
        paper,
      );
      const found = contrast(over(hex(paint.color), paint.opacity, ground), ground);
      return found < 4.5 ? `${chart}: “${words}” ${found.toFixed(2)}` : [];
    });
    expect(faint).toEqual([]);
  });
});
