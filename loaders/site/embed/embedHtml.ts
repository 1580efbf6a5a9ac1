import {parseHTML} from "linkedom";
import type {Chart, ChartDocument, ChartRow} from "../../../src/waybill/chart/Chart.js";
import {caveatsHead, notesOf} from "../../../src/waybill/chart/caveats.js";
import {drawSwatch} from "../../../src/waybill/chart/drawSwatch.js";
import type {EmbedTheme} from "../../../src/waybill/embed/codes.js";
import type {EmbedHeights} from "../../../src/waybill/embed/heights.js";
import {chartHref, escapeHtml, sourceHref} from "../../../src/waybill/model/escape.js";
import {formatNumber} from "../../../src/waybill/model/format.js";
import {textWidth} from "../../../src/waybill/textWidth.js";
import {versionOf} from "../../graphics/citation.js";
import {toXml} from "../../graphics/xml.js";
import {story} from "../../story.js";
import {beforeReports, mostReports, reportsOf} from "../figureHtml.js";
import {lighten, mostMarks} from "../lighten.js";
import {marksHtml} from "../marksHtml.js";
import type {Statement} from "../statements.js";
import {replaceTags} from "../tags.js";
import {earlierVersions, versionHref, versionLine} from "../versions.js";
import {type Broken, breakLines, type Measure, type Run} from "./breakLines.js";
import {coarsen} from "./coarsen.js";
import {drawingWidths, fixedHeight, keyIndent, ranges, subtitleSize, textSize, titleSize} from "./layout.js";
import {titleWidth} from "./titleWidth.js";

/** Lines of the table that stand in an embed; the rest is on the chart's page. */
export const mostEmbedRows = 100;

export interface Embed {
  /** The figure as HTML, with addresses relative to a folder of the site's root. */
  figure: string;
  heights: EmbedHeights;
  /** The finding alone, which stands in the figure under who says so. */
  headline: string;
  title: string;
  subtitle: string;
  alt: string;
}

/** Returns the figure of a chart for embeds, and how tall it is at every width. */
export function embedOf<Row extends ChartRow>(
  chart: Chart<Row>,
  rows: Row[],
  statements: ReadonlyMap<string, Statement>,
): Embed {
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const drawingDocument = document as unknown as ChartDocument;
  const {short} = chart.describe(rows);
  const [headline, title, subtitle] = [chart.headline(rows), chart.title(rows), chart.subtitle(rows)];

  const titleLines = breakLines(
    [{text: headline}],
    measures(),
    (text) => titleWidth(text, titleSize),
    "balanced",
  );
  const kicker = chart.kicker(rows);
  const kickerLines = kicker === "" ? null : sansLines([{text: kicker}], 0, 600);
  const subtitleLines =
    subtitle === ""
      ? null
      : breakLines([{text: subtitle}], measures(), (text) => textWidth(text, subtitleSize), "balanced");
  const keys = chart.key(rows);
  const keyLines = keys.map(({text}) => sansLines([{text}], keyIndent));
  const notes = notesOf(chart, rows).map((text) => sansLines(runsOf(text)));
  const source = sansLines(sourceRuns(chart, rows, statements));

  const drawings = drawingWidths.map((width) => {
    const svg = chart.draw(rows, {width, document: drawingDocument, theme: "auto"});
    return {width, svg: coarsen(rows.length > mostMarks ? lighten(svg) : svg)};
  });
  const heights = ranges.map(({from, name, drawing, grow, most}) => {
    const {svg} = drawings.find(({width}) => width === drawing)!;
    const count = ({lines}: Broken): number => lines.get(name)!;
    const fixed = fixedHeight({
      kicker: kickerLines ? count(kickerLines) : 0,
      title: count(titleLines),
      subtitle: subtitleLines ? count(subtitleLines) : 0,
      key: keyLines.map(count),
      paragraphs: [...notes, source].map(count),
    });
    return {from, fixed, ratio: Number(svg.getAttribute("height")) / drawing, grow, most};
  });

  const keyItems = keys.map(({swatch}, i) => {
    const svg = drawSwatch(swatch, {document: drawingDocument, theme: "auto"});
    return `<li>${toXml(svg)}<span>${keyLines[i].html}</span></li>`;
  });
  const figure = [
    `<figure aria-labelledby="${kickerLines ? "kicker " : ""}title">`,
    `<figcaption>${kickerLines ? `<p class="kicker" id="kicker">${kickerLines.html}</p>` : ""}<p class="title" id="title">${titleLines.html}</p>${subtitleLines ? `<p class="subtitle">${subtitleLines.html}</p>` : ""}</figcaption>`,
    keyItems.length > 0 ? `<ul class="key" aria-label="Key">${keyItems.join("")}</ul>` : "",
    `<div class="drawings">${drawings.map(({width, svg}) => `<div class="drawing drawing-${width}">${toXml(svg)}</div>`).join("")}</div>`,
    ...notes.map(({html}) => `<p>${html}</p>`),
    `<p class="source">${source.html}</p>`,
    `<details><summary>Figures and their sentences</summary>${marksHtml(chart as unknown as Chart, rows, statements, mostEmbedRows)}</details>`,
    "</figure>",
  ].join("");
  return {figure: leadOut(withoutHooks(figure)), heights, headline, title, subtitle, alt: short};
}

/** Returns how tall a chart's embed is at every width, for the codes that reserve its room. */
export function heightsOf<Row extends ChartRow>(
  chart: Chart<Row>,
  rows: Row[],
  statements: ReadonlyMap<string, Statement>,
): EmbedHeights {
  return embedOf(chart, rows, statements).heights;
}

const measures = (indent = 0): Measure[] => [
  ...new Map(ranges.map(({name, text}) => [name, {name, width: text - indent}])).values(),
];

const sansLines = (runs: Run[], indent = 0, weight = 400): Broken =>
  breakLines(runs, measures(indent), (text) => textWidth(text, textSize, weight));

const runsOf = (note: string): Run[] =>
  note.startsWith(`${caveatsHead} `)
    ? [{text: caveatsHead, strong: true}, {text: note.slice(caveatsHead.length)}]
    : [{text: note}];

function sourceRuns<Row extends ChartRow>(
  chart: Chart<Row>,
  rows: Row[],
  statements: ReadonlyMap<string, Statement>,
): Run[] {
  const all = reportsOf(rows, statements);
  const more = all.length > mostReports ? `; and ${formatNumber(all.length - mostReports)} more` : "";
  const reports = all
    .slice(0, mostReports)
    .flatMap(({article_id, publisher, through}, i): Run[] => [
      {text: i === 0 ? beforeReports : "; "},
      {text: publisher, href: sourceHref(article_id)},
      {text: through},
    ]);
  const runs = reports.length > 0 ? [...reports, {text: `${more}. `}] : [];
  const earlier = earlierVersions(chart.id, versionOf(chart, rows)).at(-1);
  const change: Run[] = earlier
    ? [
        {text: "Changed "},
        {text: `since version ${earlier}`, href: versionHref(chart.id, earlier)},
        {text: ". "},
      ]
    : [];
  return [...runs, ...change, {text: `Full chart and data at ${story().name}`, href: chartHref(chart.id)}];
}

/** What the site's own scripts look for; no script looks here. */
const withoutHooks = (html: string): string =>
  replaceTags(html, (tag) => tag.replace(/ data-(?:against|facts|row|stands-on|topics)="[^"]*"/g, ""));

/*
 * Links lead out of the frame into a new tab: in the frame they would put a whole
 * page into a chart's place, and a host's sandbox rarely lets a frame take the
 * reader's page away from it.
 */
function leadOut(html: string): string {
  return replaceTags(html, (tag) => tag.replace(' href="/', ' target="_blank" rel="noopener" href="../'));
}

export interface PageOptions {
  id: string;
  theme: EmbedTheme;
  /** Address of the site with a slash at its end, or null if it is not known. */
  site: string | null;
  /** The version, on the page where it stays as it was published. */
  version?: string;
}

/**
 * Returns the page for iframes: the figure and nothing else. It needs no script;
 * the one it names only tells a host how tall the figure is. Without the site's
 * address the canonical and oEmbed links are relative, and og:url and og:image,
 * which must not be, are left out.
 */
export function embedPage(embed: Embed, {id, theme, site, version}: PageOptions): string {
  const {title, subtitle} = embed;
  const way = version ? "../../" : "../";
  const figure = version ? pinned(embed.figure, id, version) : embed.figure;
  const root = site ?? way;
  const og = [
    ["og:type", "article"],
    ["og:site_name", story().name],
    ["og:title", title],
    ["og:description", subtitle || embed.alt],
    ...(site
      ? [
          ["og:url", site + chartHref(id).slice(1)],
          ["og:image", `${site}graphics/${id}-card.png`],
        ]
      : []),
  ].map(([property, content]) => `<meta property="${property}" content="${escapeHtml(content)}">`);
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<meta name="color-scheme" content="${theme === "auto" ? "light dark" : theme}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<link rel="canonical" href="${escapeHtml(root + chartHref(id).slice(1))}">`,
    `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(`${root}graphics/${id}.oembed.json`)}" title="${escapeHtml(title)}">`,
    ...og,
    `<link rel="icon" type="image/svg+xml" href="${way}lib/icon.svg">`,
    ...["serif", "sans"].map(
      (face) =>
        `<link rel="preload" href="${way}fonts/embed-${face}.woff2" as="font" type="font/woff2" crossorigin>`,
    ),
    `<link rel="stylesheet" href="embed.css"><script src="${version ? `${way}embed/` : ""}frame.js" defer></script></head>`,
    `<body class="waybill-page"><main class="waybill${theme === "auto" ? "" : ` ${theme}`}">${figure}</main></body></html>\n`,
  ].join("");
}

/** Returns a figure for a folder one deeper, with the line that names its version. */
const pinned = (figure: string, id: string, version: string): string =>
  replaceTags(figure, (tag) => tag.replace(' href="../', ' href="../../')).replace(
    /(?=<details><summary>)/,
    () => versionLine(id, version, true),
  );
