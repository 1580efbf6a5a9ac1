import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {parseHTML} from "linkedom";
import {type Chart, type ChartDocument, type ChartRow, sentenceHref} from "../../src/charts/Chart.js";
import {chartCsv} from "../../src/charts/csv.js";
import {cacheFolder, keepCached, writeCached} from "../site/cache.js";
import type {QueriedChart} from "../site/queryCharts.js";
import type {Statement} from "../site/statements.js";
import {cardSvg} from "./cardSvg.js";
import {type Citation, type CitationOptions, citationOf, creditOf} from "./citation.js";
import {createMeasure, cutAllFaces} from "./faces.js";
import {figureSvg} from "./figureSvg.js";
import {htmlFile} from "./htmlFile.js";
import {oembedFile} from "./oembedFile.js";
import {pdfFile} from "./pdfFile.js";
import {pngFile} from "./pngFile.js";
import {svgFile} from "./svgFile.js";
import {toXml} from "./xml.js";

export interface GraphicsOptions {
  tables: CitationOptions["tables"];
  statements: ReadonlyMap<string, Statement>;
  charts: readonly QueriedChart[];
  /** Absolute address of the site, without a slash at its end; "" if it is not known. */
  site: string;
  onProgress?: (done: number, of: number, files: number) => void;
}

/** Widths of the PDFs in millimetres, for one and for two columns of a page, with the drawing each holds. */
export const columns = [
  {suffix: "", millimetres: 185, drawing: 640},
  {suffix: "-90mm", millimetres: 90, drawing: 360},
] as const;

const folder = "graphics";

/**
 * Makes all files of every chart in the cache's folder of graphics, and
 * removes those of charts that are gone. What a chart's files are made from is
 * kept beside them, so that only what differs is made anew. Returns how many
 * files were made.
 */
export async function makeGraphics(options: GraphicsOptions): Promise<number> {
  const {charts, onProgress} = options;
  const code = codeFingerprint();
  const text = charts.map(({rows}) => JSON.stringify(rows)).join("");
  const fonts = await cutAllFaces(text);
  const measure = createMeasure(fonts);
  const fontFiles = fonts.map(({face, script, font}) => {
    const name = `faces/${face.folder}-${face.weight}-${script}.ttf`;
    writeCached(name, font);
    return path.join(cacheFolder, name);
  });
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const keys = readKeys();
  const kept = new Map<string, {key: string; files: string[]}>();
  let made = 0;
  for (const [n, {chart, rows}] of charts.entries()) {
    const citation = citationOf({...options, chart, rows});
    const common = {
      chart,
      rows,
      document: document as unknown as ChartDocument,
      measure,
      credit: creditOf(rows),
      root: options.site || "..",
    };
    const light = figureSvg({...common, width: 640, theme: "light"});
    const dark = figureSvg({...common, width: 640, theme: "dark"});
    const narrow = figureSvg({...common, width: 360, theme: "light"});
    const card = cardSvg({...common, theme: "light"});
    const key = createHash("sha256")
      .update([code, ...[light, dark, narrow, card].map(toXml), JSON.stringify([citation, rows])].join("\0"))
      .digest("hex");
    const before = keys.get(chart.id);
    if (before?.key === key && before.files.every((file) => existsSync(path.join(cacheFolder, folder, file))))
      kept.set(chart.id, before);
    else {
      const files = new Map<string, string | Buffer>();
      const png = (svg: SVGSVGElement, scale: number): Promise<Buffer> =>
        pngFile(svg, {citation, scale, fontFiles});
      const alt = chart.describe(rows).long;
      const {id} = chart;
      // Drawn at once: the drawing of pixels runs beside this thread.
      const images: [string, Promise<string | Buffer>][] = [
        [`${id}.svg`, svgFile(light, citation)],
        [`${id}-dark.svg`, svgFile(dark, citation)],
        [`${id}.png`, png(light, 1)],
        [`${id}@2x.png`, png(light, 2)],
        [`${id}-dark.png`, png(dark, 1)],
        [`${id}-dark@2x.png`, png(dark, 2)],
        [`${id}-card.png`, png(card, 1)],
        ...columns.map(({suffix, millimetres, drawing}): [string, Promise<Buffer>] => [
          `${id}${suffix}.pdf`,
          pdfFile(drawing === 360 ? narrow : light, {citation, width: millimetres, fonts, alt}),
        ]),
        [`${id}.html`, htmlFile({chart, rows, statements: options.statements, citation, root: common.root})],
      ];
      for (const [name, content] of images) files.set(name, await content);
      files.set(`${id}.csv`, csvFile(chart, rows, {...options, citation}));
      files.set(`${id}.json`, jsonFile(chart, rows, citation));
      const {statements} = options;
      files.set(`${id}.oembed.json`, oembedFile({chart, rows, statements, citation, root: common.root}));
      for (const [name, content] of files) writeCached(`${folder}/${name}`, content);
      kept.set(id, {key, files: [...files.keys()]});
      made += files.size;
    }
    onProgress?.(n + 1, charts.length, made);
  }
  keepCached(folder, new Set([...kept.values()].flatMap(({files}) => files)));
  writeCached("graphics.json", JSON.stringify(Object.fromEntries(kept)));
  return made;
}

function csvFile(
  chart: Chart,
  rows: ChartRow[],
  {statements, site, citation}: Pick<GraphicsOptions, "statements" | "site"> & {citation: Citation},
): string {
  const sentencesOf = ({stands_on}: ChartRow): string[] =>
    stands_on.split(" ").flatMap((id) => statements.get(id)?.sentence.replace(/\s+/g, " ").trim() ?? []);
  return chartCsv(chart, rows, {
    root: site,
    more: (row) => ({
      sentences: [...new Set(sentencesOf(row))].join(" | "),
      chart: citation.name,
      credit: citation.creditText,
      licence: citation.license,
    }),
  });
}

function jsonFile(chart: Chart, rows: ChartRow[], citation: Citation): string {
  const {short, long} = chart.describe(rows);
  return `${JSON.stringify({
    id: chart.id,
    title: chart.title(rows),
    subtitle: chart.subtitle(rows),
    notes: chart.notes(rows),
    alt: short,
    description: long,
    credit: citation.creditText,
    rows: rows.map((row) => ({...row, mark: chart.name(row, rows), source: sentenceHref(row)})),
    citation,
  })}\n`;
}

function readKeys(): Map<string, {key: string; files: string[]}> {
  const file = path.join(cacheFolder, "graphics.json");
  return existsSync(file) ? new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")))) : new Map();
}

// What is in the drawings is in the key already; this is what makes files of them.
function codeFingerprint(): string {
  const hash = createHash("sha256");
  for (const folder of ["loaders/graphics", "loaders/site"])
    for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true}))
      if (entry.isFile()) hash.update(readFileSync(path.join(entry.parentPath, entry.name)));
  for (const file of ["src/style.css", "package-lock.json"])
    if (existsSync(file)) hash.update(readFileSync(file));
  return hash.digest("hex");
}
