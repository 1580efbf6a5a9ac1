import {wrapText} from "../../src/waybill/textWidth.js";
import {colorsOf, fontFamily} from "../../src/waybill/theme.js";
import {tieWords} from "../../src/waybill/tieWords.js";
import type {FigureOptions} from "./figureSvg.js";
import {create} from "./svgElement.js";

/** Size of a picture for social media, in pixels. */
export const cardSize = {width: 1200, height: 630} as const;

/**
 * Returns a picture for social media: who says so, the title large, below it as much of the
 * drawing as fits, fading where it is cut, and the credit.
 */
export function cardSvg(options: Omit<FigureOptions, "width" | "root">): SVGSVGElement {
  const {chart, rows, theme, document, measure, credit} = options;
  const color = colorsOf(theme);
  const {width, height} = cardSize;
  const pad = 56;
  const svg = create(document, "svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-family": fontFamily,
    "font-size": 13,
    fill: color("ink"),
  });
  svg.append(create(document, "rect", {width, height, fill: color("paper")}));
  const write = (text: string, attributes: Record<string, string | number>): void => {
    const element = create(document, "text", attributes);
    element.append(document.createTextNode(text));
    svg.append(element);
  };

  const size = 46;
  const serif = {name: "Source Serif 4", weight: 700};
  const title = wrapText(tieWords(chart.headline(rows)), width - 2 * pad, {
    size,
    most: 3,
    balanced: true,
    measure: (line) => measure(line, serif, size),
  });
  const sayerSize = 24;
  const [sayer = ""] = wrapText(chart.kicker(rows), width - 2 * pad, {
    size: sayerSize,
    most: 1,
    measure: (line) => measure(line, {name: "Inter", weight: 600}, sayerSize),
  });
  const head = sayer ? pad + sayerSize + 12 : pad;
  const foot = 74;
  const top = head + title.length * size * 1.2 + 18;

  const room = {width: width - 2 * pad, height: height - foot - top};
  const fits = ([640, 960] as const).map((own) => {
    const drawing = chart.draw(rows, {width: own, document, theme});
    const ownHeight = Number(drawing.getAttribute("height"));
    return {drawing, ownHeight, scale: Math.min(room.width / own, room.height / ownHeight)};
  });
  // The larger one if all of it can be read, else the top of the wide one.
  const whole = fits.reduce((a, b) => (b.scale > a.scale ? b : a));
  const {drawing, ownHeight, scale} = whole.scale >= 0.6 ? whole : {...fits[1], scale: room.width / 960};
  for (const link of [...drawing.querySelectorAll("a")]) link.replaceWith(...link.childNodes);
  const group = create(document, "g", {transform: `translate(${pad},${top}) scale(${scale})`});
  group.append(...drawing.childNodes);
  svg.append(group);
  if (ownHeight * scale > room.height + 1) {
    const fade = create(document, "linearGradient", {id: "card-fade", x1: 0, y1: 0, x2: 0, y2: 1});
    fade.append(
      create(document, "stop", {offset: 0, "stop-color": color("paper"), "stop-opacity": 0}),
      create(document, "stop", {offset: 1, "stop-color": color("paper"), "stop-opacity": 1}),
    );
    const defs = create(document, "defs", {});
    defs.append(fade);
    svg.append(
      defs,
      create(document, "rect", {x: 0, y: height - foot - 90, width, height: 90, fill: "url(#card-fade)"}),
    );
  }
  svg.append(
    create(document, "rect", {x: 0, y: height - foot, width, height: foot, fill: color("paper")}),
    create(document, "rect", {x: 0, y: 0, width, height: 10, fill: color("red")}),
  );
  if (sayer)
    write(sayer, {
      x: pad,
      y: pad + sayerSize * 0.8,
      "font-size": sayerSize,
      "font-weight": 600,
      fill: color("muted"),
    });
  title.forEach((line, i) => {
    write(line, {
      x: pad,
      y: head + size * 0.9 + i * size * 1.2,
      "font-family": "'Source Serif 4', Georgia, serif",
      "font-size": size,
      "font-weight": 700,
    });
  });
  const [line] = wrapText(credit, width - 2 * pad, {
    size: 20,
    most: 1,
    measure: (text) => measure(text, {name: "Inter", weight: 400}, 20),
  });
  write(line ?? "", {x: pad, y: height - 30, "font-size": 20, fill: color("muted")});
  return svg as SVGSVGElement;
}
