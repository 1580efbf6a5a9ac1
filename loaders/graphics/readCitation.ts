import {csvParse} from "d3";
import {parseHTML} from "linkedom";
import {asWritten} from "../../src/waybill/model/spreadsheet.js";
import {type Citation, citedAs} from "./citation.js";
import {readPdfCitation} from "./pdfFile.js";
import {readTexts} from "./pngFile.js";

/** What an exported file says of itself. */
export type FoundCitation = Pick<Citation, "name" | "creditText" | "license" | "citation"> &
  Partial<Pick<Citation, "url" | "isBasedOn">>;

/**
 * Returns the citation in an exported file, by its bytes alone: SVG, PNG, PDF,
 * CSV, JSON, HTML or oEmbed, whatever it is called. null if it holds none.
 */
export function readCitation(bytes: Buffer): FoundCitation | null {
  const start = bytes.toString("latin1", 0, 8);
  if (start.startsWith("\x89PNG")) return parse(readTexts(bytes).get("Citation"));
  if (start.startsWith("%PDF")) return parse(readPdfCitation(bytes));
  const text = bytes.toString("utf8").trimStart();
  if (text.startsWith("<")) {
    const {document} = parseHTML(text);
    return parse(document.querySelector('script[type="application/ld+json"]')?.textContent);
  }
  if (text.startsWith("{")) {
    const {citation} = (parse(text) ?? {}) as {citation?: FoundCitation};
    return citation ?? null;
  }
  return readCsv(text);
}

function readCsv(text: string): FoundCitation | null {
  const rows = csvParse(text, (row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, asWritten(cell)])),
  );
  if (!rows.columns.includes("sentences") || rows.length === 0) return null;
  const [{chart, credit, licence}] = rows;
  const citation = rows.flatMap(({sentences, sentences_by, exact, publisher, source, stands_on}) =>
    sentences.split("\n").map((sentence, i) => ({
      "@type": citedAs(sentences_by?.split("\n")[i] === publisher ? "report" : null),
      creditText: sentences_by?.split("\n")[i] ?? publisher,
      identifier: stands_on.split(" ")[0],
      text: sentence,
      abstract: exact,
      isPartOf: publisher,
      url: source,
    })),
  );
  return {name: chart, creditText: credit, license: licence, citation};
}

function parse(json: string | null | undefined): FoundCitation | null {
  if (!json) return null;
  try {
    return JSON.parse(json) as FoundCitation;
  } catch {
    return null;
  }
}
