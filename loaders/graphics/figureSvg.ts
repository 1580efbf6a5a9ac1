import type {Chart, ChartDocument, ChartRow, Theme} from "../../src/waybill/chart/Chart.js";
import {caveatsHead, notesOf} from "../../src/waybill/chart/caveats.js";
import {drawSwatch, swatchSize} from "../../src/waybill/chart/drawSwatch.js";
import {undrawnNotes} from "../../src/waybill/chart/many.js";
import {formatNumber} from "../../src/waybill/model/format.js";
import {wrapText} from "../../src/waybill/textWidth.js";
import {type ColorName, colorsOf, fontFamily, textSize} from "../../src/waybill/theme.js";
import {tieWords} from "../../src/waybill/tieWords.js";
import {create, setAttributes} from "./svgElement.js";
import type {Measure} from "./Typesetter.js";

export interface FigureOptions {
  chart: Chart;
  rows: ChartRow[];
  /** Width of the drawing inside: 360, 640 or 960. */
  width: number;
  theme: Exclude<Theme, "auto">;
  document: ChartDocument;
  measure: Measure;
  credit: string;
  /** Where it is to be found, and which version it is, as it is printed below the credit. */
  address?: string;
  /** How many rows are drawn at most, the first; below the drawing it says how many are left out. */
  most?: number;
  /** What links start with: the address of the site, or the way to it from the file. */
  root: string;
}

interface Line {
  size: number;
  weight?: 400 | 600 | 700;
  color?: ColorName;
  serif?: boolean;
  balanced?: boolean;
  /** The words, in bold, with which the text begins. */
  lead?: string;
}

/**
 * Returns the whole figure of a chart as one SVG: kicker, title, subtitle, key,
 * drawing, notes and credit, on the ground of its theme, with no style and no
 * script. Its links lead to the sentences on the site.
 */
export function figureSvg(options: FigureOptions): SVGSVGElement {
  const {chart, rows, width, theme, document, measure, credit, address = "", most, root} = options;
  const color = colorsOf(theme);
  const narrow = width < 500;
  // A wide figure is shown small as often as large: its words keep their share of it.
  const larger = width >= 900 ? 1.2 : 1;
  const pad = narrow ? 16 : 24;
  const total = narrow ? width : width + 2 * pad;
  const inner = total - 2 * pad;
  const svg = create(document, "svg", {});
  const body: Element[] = [];
  let y = pad;

  const write = (
    text: string,
    {size, weight = 400, color: name = "ink", serif = false, balanced, lead = ""}: Line,
  ): void => {
    const face = {name: serif ? "Source Serif 4" : "Inter", weight};
    const leadWidth = lead ? measure(lead, {...face, weight: 600}, size) : 0;
    const wider = leadWidth - (lead ? measure(lead, face, size) : 0);
    // Programs that pass over the fonts inside, such as Inkscape, set a wider serif.
    const lines = wrapText(tieWords(text), serif ? inner * 0.94 : Math.min(inner, 660 * larger), {
      size,
      weight,
      balanced: balanced ?? false,
      measure: (line) => measure(line, face, size) + (lead && line.startsWith(lead) ? wider : 0),
    });
    const lineHeight = size * (serif ? 1.25 : 1.45);
    const put = (words: string, x: number, wordWeight: number): void => {
      const element = create(document, "text", {
        x: round(x),
        y: round(y - lineHeight * 0.26),
        fill: color(name),
        "font-size": size,
        "font-weight": wordWeight,
        ...(serif ? {"font-family": "'Source Serif 4', Georgia, serif"} : {}),
      });
      element.append(document.createTextNode(words));
      body.push(element);
    };
    for (const [i, line] of lines.entries()) {
      y += lineHeight;
      const isLed = i === 0 && lead !== "" && line.startsWith(lead);
      if (isLed) put(lead, pad, 600);
      const rest = isLed ? line.slice(lead.length).trimStart() : line;
      if (rest) put(rest, isLed ? pad + leadWidth + measure(" ", face, size) : pad, weight);
    }
  };

  const kicker = chart.kicker(rows);
  if (kicker) {
    write(kicker, {size: 13 * larger, weight: 600, color: "muted"});
    y += 2;
  }
  write(chart.headline(rows), {size: narrow ? 20 : 24 * larger, weight: 700, serif: true, balanced: true});
  const subtitle = chart.subtitle(rows);
  y += 4;
  if (subtitle) write(subtitle, {size: 13 * larger, color: "muted", balanced: true});
  y += 16;

  const measureKey = (line: string): number => measure(line, {name: "Inter", weight: 400}, textSize.small);
  let x = pad;
  chart.key(rows).forEach(({text, swatch}) => {
    const lines = wrapText(text, inner - swatchSize.width - 8, {size: textSize.small, measure: measureKey});
    const wide = swatchSize.width + 8 + Math.max(...lines.map(measureKey));
    if (x > pad && x + wide > pad + inner) {
      x = pad;
      y += 22;
    }
    const small = drawSwatch(swatch, {document, theme});
    const group = create(document, "g", {transform: `translate(${round(x)},${round(y)})`});
    group.append(...small.childNodes);
    body.push(group);
    lines.forEach((line, n) => {
      const label = create(document, "text", {
        x: round(x + swatchSize.width + 8),
        y: round(y + 11 + n * 16),
        fill: color("muted"),
        "font-size": textSize.small,
      });
      label.append(document.createTextNode(line));
      body.push(label);
    });
    if (lines.length > 1) y += (lines.length - 1) * 16;
    x += wide + 22;
  });
  if (x > pad) y += 34;

  const shown = rows.slice(0, most);
  const drawing = chart.draw(shown, {width, document, theme});
  const group = create(document, "g", {transform: `translate(${narrow ? 0 : pad},${round(y)})`});
  for (const link of drawing.querySelectorAll("a")) {
    link.setAttribute("href", root + link.getAttribute("href"));
    link.setAttribute("target", "_blank");
  }
  group.append(...drawing.childNodes);
  body.push(group);
  y += Number(drawing.getAttribute("height")) + 14;

  const left = rows.length - shown.length;
  if (left > 0) {
    write(`… and ${formatNumber(left)} more, in the chart’s data`, {size: 13 * larger, color: "muted"});
    y += 4;
  }
  // How many are drawn at most elsewhere is not what is drawn here.
  const elsewhere = left > 0 ? undrawnNotes(rows) : [];
  for (const note of notesOf(chart, rows).filter((line) => !elsewhere.includes(line))) {
    write(note, {size: 13 * larger, balanced: true, lead: note.startsWith(caveatsHead) ? caveatsHead : ""});
    y += 4;
  }
  y += 4;
  write(credit, {size: 12, color: "muted", balanced: true});
  if (address) write(address, {size: 12, color: "muted"});
  const height = Math.ceil(y + pad - 6);

  setAttributes(svg, {
    xmlns: "http://www.w3.org/2000/svg",
    width: total,
    height,
    viewBox: `0 0 ${total} ${height}`,
    role: "figure",
    "aria-labelledby": `${chart.id}-title`,
    "aria-describedby": `${chart.id}-description`,
    "font-family": fontFamily,
    "font-size": textSize.body,
    fill: color("ink"),
    lang: "en",
  });
  const title = create(document, "title", {id: `${chart.id}-title`});
  title.append(document.createTextNode(chart.title(rows)));
  const description = create(document, "desc", {id: `${chart.id}-description`});
  description.append(document.createTextNode(chart.describe(rows).long));
  svg.append(
    title,
    description,
    create(document, "rect", {width: total, height, fill: color("paper")}),
    ...body,
  );
  return svg as SVGSVGElement;
}

const round = (value: number): number => Math.round(value * 10) / 10;
