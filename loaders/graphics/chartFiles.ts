import {parseHTML} from "linkedom";
import {type Chart, type ChartDocument, type ChartRow, sentenceHref} from "../../src/waybill/chart/Chart.js";
import {notesOf} from "../../src/waybill/chart/caveats.js";
import {chartCsv, plainCsv} from "../../src/waybill/chart/csv.js";
import {wordsBy} from "../../src/waybill/model/article.js";
import {forExcel} from "../../src/waybill/model/spreadsheet.js";
import type {TableRows} from "../../src/waybill/model/tables.js";
import type {Statement} from "../site/statements.js";
import {cardSvg} from "./cardSvg.js";
import {type Citation, citationOf, creditOf, printedAddress} from "./citation.js";
import {faceOf, openFaces} from "./faces.js";
import {figureSvg} from "./figureSvg.js";
import {fitFigure} from "./fitFigure.js";
import {htmlFile} from "./htmlFile.js";
import {schemaName} from "./jsonSchema.js";
import {oembedFile} from "./oembedFile.js";
import {pdfFile} from "./pdfFile.js";
import {pngFile} from "./pngFile.js";
import {outlinedSvgFile, svgFile} from "./svgFile.js";
import {Typesetter} from "./Typesetter.js";
import {toXml} from "./xml.js";

export interface ChartFilesOptions {
  chart: Chart;
  rows: ChartRow[];
  tables: Pick<TableRows, "articles">;
  statements: ReadonlyMap<string, Statement>;
  /** Absolute address of the site, without a slash at its end; "" if it is not known. */
  site: string;
}

export interface PreparedChart {
  /** All that the files are made from, as one text: equal texts make equal files. */
  source: string;
  /** The letters of the drawings that no font has. */
  missing: string[];
  /** Makes the files, by their names. */
  make: () => Promise<Map<string, string | Buffer>>;
}

/**
 * Widths of the PDFs in millimetres, for one and for two columns of a page, with
 * the widths of the drawing that are tried: at the last its smallest words are 6 points high.
 */
export const columns = [
  {suffix: "", millimetres: 185, widths: [640, 800, 960]},
  {suffix: "-90mm", millimetres: 90, widths: [360, 420, 480]},
] as const;

/** How high a PDF may be in millimetres: a page of A4 less a centimetre above and below. */
export const mostMillimetres = 277;

/** Returns a chart drawn, ready to be made into files. */
export async function prepareChart(options: ChartFilesOptions): Promise<PreparedChart> {
  const {chart, rows, statements, site} = options;
  const {id} = chart;
  const citation = citationOf(options);
  const root = site || "..";
  const typesetter = new Typesetter(await openFaces(textsOf(chart, rows)));
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const common = {
    chart,
    rows,
    document: document as unknown as ChartDocument,
    measure: typesetter.measure,
    credit: creditOf(rows),
    address: printedAddress(citation),
    root,
  };
  const light = figureSvg({...common, width: 640, theme: "light"});
  const dark = figureSvg({...common, width: 640, theme: "dark"});
  const card = cardSvg({...common, theme: "light"});
  const pages = columns.map(({suffix, millimetres, widths}) => ({
    suffix,
    millimetres,
    svg: fitFigure(
      rows,
      // Drawing takes longer than all else.
      (how) =>
        how.width === 640 && how.most === undefined ? light : figureSvg({...common, ...how, theme: "light"}),
      {widths, most: mostMillimetres / millimetres},
    ),
  }));
  const drawings = [light, dark, card, ...pages.map(({svg}) => svg)];
  for (const text of drawings.flatMap((svg) => [...svg.querySelectorAll("text")]))
    typesetter.set(text.textContent ?? "", faceOf(text));

  const alt = chart.describe(rows).long;
  const png = (svg: SVGSVGElement, scale: number): Promise<Buffer> =>
    pngFile(svg, {citation, scale, typesetter, alt});
  return {
    source: [...drawings.map(toXml), JSON.stringify([citation, rows])].join("\0"),
    missing: [...typesetter.missing].sort(),
    async make() {
      // Drawn at once: the drawing of pixels runs beside this thread.
      const drawn: [string, string | Promise<string | Buffer>][] = [
        [`${id}.svg`, svgFile(light, {citation, alt, families: typesetter.families})],
        [`${id}-dark.svg`, svgFile(dark, {citation, alt, families: typesetter.families})],
        [`${id}-outlines.svg`, outlinedSvgFile(light, {citation, alt, typesetter})],
        [`${id}.png`, png(light, 1)],
        [`${id}@2x.png`, png(light, 2)],
        [`${id}-dark.png`, png(dark, 1)],
        [`${id}-dark@2x.png`, png(dark, 2)],
        [`${id}-card.png`, png(card, 1)],
        ...pages.map(({suffix, millimetres, svg}): [string, Promise<Buffer>] => [
          `${id}${suffix}.pdf`,
          pdfFile(svg, {citation, width: millimetres, typesetter, alt}),
        ]),
        [`${id}.html`, htmlFile({chart, rows, statements, citation, root})],
      ];
      const files = new Map<string, string | Buffer>();
      for (const [name, content] of drawn) files.set(name, await content);
      files.set(`${id}-plain.csv`, plainCsvFile(chart, rows, {...options, citation}));
      const csv = csvFile(chart, rows, {...options, citation});
      files.set(`${id}.csv`, csv);
      files.set(`${id}-excel.csv`, Buffer.from(forExcel(csv)));
      files.set(`${id}.json`, jsonFile(chart, rows, {statements, citation, root}));
      files.set(`${id}.oembed.json`, oembedFile({chart, rows, statements, citation, root}));
      return files;
    },
  };
}

/** Returns all that may be written in a chart's drawings. */
function textsOf(chart: Chart, rows: ChartRow[]): string[] {
  return [
    ...rows.flatMap((row) => Object.values(row).map(String)),
    chart.kicker(rows),
    chart.headline(rows),
    chart.subtitle(rows),
    ...notesOf(chart, rows),
    ...chart.key(rows).map(({text}) => text),
    chart.describe(rows).long,
    creditOf(rows),
  ];
}

type CsvFileOptions = Pick<ChartFilesOptions, "statements" | "site"> & {citation: Citation};

function plainCsvFile(chart: Chart, rows: ChartRow[], {statements, site, citation}: CsvFileOptions): string {
  return plainCsv(chart, rows, {
    root: site,
    more: (row) => ({
      sentences: sentencesOf(row, statements)
        .map(([sentence]) => sentence)
        .join("\n"),
      chart: citation.name,
      credit: citation.creditText,
    }),
  });
}

/** Returns the sentences that a row stands on, each once, by whoever says it. */
function sentencesOf(
  row: ChartRow,
  statements: ReadonlyMap<string, Statement>,
): [sentence: string, by: string][] {
  const stated = statementsIn(row, statements);
  return [...new Map(stated.map((one) => [one.sentence.replace(/\s+/g, " ").trim(), wordsBy(one)]))];
}

function csvFile(chart: Chart, rows: ChartRow[], {statements, site, citation}: CsvFileOptions): string {
  return chartCsv(chart, rows, {
    root: site,
    more: (row) => ({
      // A line each: a sentence has no line break of its own.
      sentences: sentencesOf(row, statements)
        .map(([sentence]) => sentence)
        .join("\n"),
      // Of each line, whose words it is in.
      sentences_by: sentencesOf(row, statements)
        .map(([, by]) => by)
        .join("\n"),
      chart: citation.name,
      credit: citation.creditText,
      licence: citation.license,
    }),
  });
}

const statementsIn = ({stands_on}: ChartRow, statements: ReadonlyMap<string, Statement>): Statement[] =>
  stands_on.split(" ").flatMap((id) => statements.get(id) ?? []);

function jsonFile(
  chart: Chart,
  rows: ChartRow[],
  {statements, citation, root}: Pick<ChartFilesOptions, "statements"> & {citation: Citation; root: string},
): string {
  const {short, long} = chart.describe(rows);
  return `${JSON.stringify({
    $schema: `${root}/graphics/${schemaName}`,
    id: chart.id,
    title: chart.title(rows),
    kicker: chart.kicker(rows),
    headline: chart.headline(rows),
    subtitle: chart.subtitle(rows),
    notes: notesOf(chart, rows),
    alt: short,
    description: long,
    credit: citation.creditText,
    rows: rows.map((row) => ({
      ...row,
      // Whose words its sentence is in.
      sentence_by: statementsIn(row, statements)[0] ? wordsBy(statementsIn(row, statements)[0]) : null,
      mark: chart.name(row, rows),
      source: sentenceHref(row),
    })),
    citation,
  })}\n`;
}
