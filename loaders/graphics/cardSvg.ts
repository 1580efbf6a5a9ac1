import {caveatsHead, foremostCaveat} from "../../src/waybill/chart/caveats.js";
import {drawSwatch, swatchSize} from "../../src/waybill/chart/drawSwatch.js";
import type {KeyItem} from "../../src/waybill/forms/key.js";
import {wrapText} from "../../src/waybill/textWidth.js";
import {type Color, colorsOf, fontFamily} from "../../src/waybill/theme.js";
import {tieWords} from "../../src/waybill/tieWords.js";
import type {FigureOptions} from "./figureSvg.js";
import {create} from "./svgElement.js";

/** Size of a picture for social media, in pixels. */
export const cardSize = {width: 1200, height: 630} as const;

type CardOptions = Omit<FigureOptions, "width" | "root">;

const pad = 56;
const sans = "Inter";
const serif = "Source Serif 4";
/** Widths at which a drawing is tried: the narrower, the larger its words on the card. */
const tried = [500, 560, 640, 760, 960] as const;
/** Smaller than this a drawing cannot be read: the words stand alone. */
const leastScale = 0.6;
/** The width of the words where the drawing stands beside them. */
const column = 470;
const apart = 44;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A drawing in its place. */
interface Placed {
  drawing: SVGSVGElement;
  scale: number;
  /** How much of the card it fills, and how large its words are. */
  worth: number;
  box: Box;
}

/** Words in lines. */
interface Lines {
  lines: string[];
  size: number;
  height: number;
}

/**
 * Returns a picture for social media, a composition of its own that can be read
 * at a quarter of its size: who says so, the title, what the title is about
 * drawn large below or beside it, with its key, what is said against it in one
 * short line, and the whole credit.
 */
export function cardSvg(options: CardOptions): SVGSVGElement {
  const {chart, rows, theme, document, credit, measure} = options;
  const color = colorsOf(theme);
  const {width, height} = cardSize;
  const svg = create(document, "svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-family": fontFamily,
    "font-size": 13,
    fill: color("ink"),
  });
  svg.append(
    create(document, "rect", {width, height, fill: color("paper")}),
    create(document, "rect", {width, height: 10, fill: color("red")}),
  );
  const write = (
    {lines, size}: Lines,
    {x, y, lead = "", ...attributes}: {x: number; y: number; lead?: string} & Record<string, string | number>,
  ): void => {
    const put = (words: string, x: number, i: number, more: Record<string, string | number>): void => {
      const text = create(document, "text", {
        x,
        y: Math.round(y + size * (0.92 + 1.2 * i)),
        "font-size": size,
        ...more,
      });
      text.append(document.createTextNode(words));
      svg.append(text);
    };
    lines.forEach((line, i) => {
      const led = i === 0 ? lead : "";
      if (led) put(led, x, i, {...attributes, "font-weight": 600});
      const after = led ? measure(`${led} `, {name: sans, weight: 600}, size) : 0;
      put(line.slice(led.length).trimStart(), x + after, i, attributes);
    });
  };
  const full = width - 2 * pad;
  const foot = setWords(credit, full, {sizes: [20, 18, 16, 14], most: 2, weight: 400, measure});
  const footTop = height - 34 - foot.height;
  write(foot, {x: pad, y: footTop, fill: color("muted")});
  const against = setAgainst(options, full);
  const bottom = against ? footTop - 12 - against.height : footTop;

  const words = (room: number, sizes: readonly number[], most: number) => {
    const sayer = setWords(chart.kicker(rows), room, {sizes: [24, 20], most: 1, weight: 600, measure});
    const title = setWords(tieWords(chart.headline(rows)), room, {
      sizes,
      most,
      weight: 700,
      measure,
      family: serif,
    });
    return {sayer, title, height: sayer.height + (sayer.height > 0 ? 12 : 0) + title.height};
  };
  // A title of one line leaves more to the drawing.
  const large =
    [1, 2, 3].map((most) => words(full, most === 2 ? [52, 46] : [46], most)).find(isWhole) ??
    words(full, [46], 3);
  const beside = words(column, [46, 42], 7);
  const top = pad + large.height + 26;
  const below = place(options, {x: pad, y: top, width: full, height: bottom - 22 - top});
  const x = pad + column + apart;
  const aside = place(options, {x, y: pad, width: width - pad - x, height: bottom - 22 - pad});
  const isBeside = aside !== null && beside.height < bottom - pad - 20 && aside.worth > (below?.worth ?? 0);
  const found = isBeside ? aside : below;
  const {sayer, title} = found ? (isBeside ? beside : large) : words(full, [72, 60, 46], 5);
  if (sayer.height > 0) write(sayer, {x: pad, y: pad, "font-weight": 600, fill: color("muted")});
  write(title, {
    x: pad,
    y: pad + (sayer.height > 0 ? sayer.height + 12 : 0),
    "font-family": `'${serif}', Georgia, serif`,
    "font-weight": 700,
  });
  if (isBeside) {
    const head = pad + beside.height + 18;
    const more = setWords(tieWords(chart.subtitle(rows)), column, {
      sizes: [24],
      most: 4,
      weight: 400,
      measure,
    });
    if (more.height < bottom - 22 - head) write(more, {x: pad, y: head, fill: color("muted")});
  }
  // A form may have it at the mark already.
  if (against && !wordsIn(found?.drawing).includes(against.text))
    write(against, {x: pad, y: bottom, lead: against.lead});
  if (found) svg.append(...drawnAt(found, options, color));
  return svg as SVGSVGElement;
}

/**
 * Returns what is said against the chart's figures, set in one line if it fits: an
 * accusation does not go about without it. Where no row has a word against it, the first
 * of the notes stands there, in which a chart of events says who denies what. Null if
 * there is neither.
 */
function setAgainst(
  {chart, rows, measure}: CardOptions,
  width: number,
): (Lines & {lead: string; text: string}) | null {
  const caveat = foremostCaveat(rows);
  const [note = ""] = chart.notes(rows);
  const words = caveat ? `${caveatsHead} ${caveat.text}` : note;
  if (!words) return null;
  // The lead is set bold, which is wider.
  const lines = (sizes: readonly number[], most: number): Lines =>
    setWords(words, width - (caveat ? 12 : 0), {sizes, most, weight: 400, measure});
  const line = lines([22, 20, 18], 1);
  const set = isCut(line) ? lines([20, 18, 16], 2) : line;
  return {...set, lead: caveat ? caveatsHead : "", text: caveat?.text ?? note};
}

const wordsIn = (drawing: Element | undefined): string =>
  [...(drawing?.querySelectorAll("text") ?? [])].map(({textContent}) => textContent).join(" ");

const isCut = ({lines}: Lines): boolean => lines.at(-1)?.endsWith("…") ?? false;

const isWhole = ({title}: {title: Lines}): boolean => !isCut(title);

/** Returns words in as few lines as they may have, in the largest of the given sizes at which none is cut. */
function setWords(
  text: string,
  width: number,
  {
    sizes,
    most,
    weight,
    measure,
    family = sans,
  }: {
    sizes: readonly number[];
    most: number;
    weight: 400 | 600 | 700;
    measure: CardOptions["measure"];
    family?: string;
  },
): Lines {
  const set = (size: number, most: number): Lines => {
    const lines = wrapText(text, width, {
      size,
      most,
      balanced: true,
      measure: (line) => measure(line, {name: family, weight}, size),
    });
    return {lines, size, height: lines.length * size * 1.2};
  };
  const found = sizes.map((size) => set(size, most)).find((lines) => !isCut(lines));
  return found ?? set(sizes[sizes.length - 1], most);
}

/** Returns the drawing at the width that makes most of a room, with its key above it; null if none can be read there. */
function place(options: CardOptions, room: Box): Placed | null {
  const {chart, rows, document, theme} = options;
  const above = keyHeight(layOutKey(options, room.width));
  const box = {...room, y: room.y + above, height: room.height - above};
  const placed = tried.flatMap((own): Placed[] => {
    const mostHeight = Math.floor((box.height * own) / box.width);
    if (mostHeight < 60) return [];
    const drawing = chart.draw(rows, {width: own, document, theme, mostHeight});
    const tall = Number(drawing.getAttribute("height"));
    const scale = Math.min(2.2, box.width / own, box.height / Math.max(1, tall));
    return scale < leastScale ? [] : [{drawing, scale, worth: scale * own * scale * tall * scale, box}];
  });
  return placed.reduce<Placed | null>((a, b) => (a === null || b.worth > a.worth ? b : a), null);
}

const keyScale = 1.5;
const keyLine = 38;
const keySize = 20;

/** Returns the words of a key with their places: one after the other, in as many lines as they need. */
function layOutKey(
  {chart, rows, measure}: Pick<CardOptions, "chart" | "rows" | "measure">,
  width: number,
): {swatch: KeyItem["swatch"]; line: string; x: number; y: number}[] {
  const measured = (words: string): number => measure(words, {name: sans, weight: 400}, keySize);
  const indent = swatchSize.width * keyScale + 12;
  let [x, y] = [0, 0];
  return chart.key(rows).map(({text, swatch}) => {
    const [line = ""] = wrapText(text, width - indent, {size: keySize, most: 1, measure: measured});
    const wide = indent + measured(line);
    if (x > 0 && x + wide > width) [x, y] = [0, y + keyLine];
    const placed = {swatch, line, x, y};
    x += wide + 30;
    return placed;
  });
}

/** Returns a drawing without its links, and its key above it. */
function drawnAt({drawing, scale, box}: Placed, options: CardOptions, color: Color): Element[] {
  const {document, theme} = options;
  for (const link of [...drawing.querySelectorAll("a")]) link.replaceWith(...link.childNodes);
  const group = create(document, "g", {transform: `translate(${box.x},${box.y}) scale(${scale})`});
  group.append(...drawing.childNodes);
  const items = layOutKey(options, box.width);
  const top = box.y - keyHeight(items);
  const key = items.flatMap(({swatch, line, x, y}) => {
    const small = create(document, "g", {
      transform: `translate(${box.x + x},${top + y}) scale(${keyScale})`,
    });
    small.append(...drawSwatch(swatch, {document, theme}).childNodes);
    const label = create(document, "text", {
      x: box.x + x + swatchSize.width * keyScale + 12,
      y: top + y + 17,
      "font-size": keySize,
      fill: color("muted"),
    });
    label.append(document.createTextNode(line));
    return [small, label];
  });
  return [...key, group];
}

const keyHeight = (items: readonly {y: number}[]): number => {
  const last = items.at(-1);
  return last === undefined ? 0 : last.y + keyLine + 4;
};
