import {parseHTML} from "linkedom";
import {type Citation, citedAs} from "../citation.js";
import {decodeEntities, isPdf, isPng, textOf, textsOf} from "./fileTexts.js";
import {readCells} from "./readCells.js";

/** What an exported file says of itself. */
export type FoundCitation = Pick<Citation, "name" | "creditText" | "license" | "citation"> &
  Partial<Pick<Citation, "identifier" | "version" | "url" | "isBasedOn">>;

/**
 * Returns the citation in an exported file, by its bytes alone: SVG, PNG, JPEG,
 * WebP, PDF, CSV, JSON, HTML or oEmbed, whatever it is called. null if it holds none.
 */
export function readCitation(bytes: Buffer): FoundCitation | null {
  for (const text of textsOf(bytes)) {
    const found = citationIn(text);
    if (found) return found;
  }
  if (isPng(bytes) || isPdf(bytes)) return null;
  const text = textOf(bytes).trimStart();
  if (text.startsWith("<")) {
    const {document} = parseHTML(text);
    // A drawing program writes signs that are XML's own as entities; in HTML a script has none.
    const json = document.querySelector('script[type="application/ld+json"]')?.textContent;
    return parse(json) ?? parse(json && decodeEntities(json));
  }
  if (text.startsWith("{")) {
    const {citation} = (parse(text) ?? {}) as {citation?: FoundCitation};
    return citation ?? null;
  }
  return citationInCells(text);
}

/** Returns the citation that a file's metadata hold, as an element of XMP or an attribute. */
function citationIn(text: string): FoundCitation | null {
  for (const pattern of [
    /<waybill:citation>(.*?)<\/waybill:citation>/s,
    /(?:waybill:|data-)citation='([^']*)'/,
    /(?:waybill:|data-)citation="([^"]*)"/,
  ]) {
    const [, json] = pattern.exec(text) ?? [];
    const found = parse(json) ?? parse(json && decodeEntities(json));
    if (found) return found;
  }
  return null;
}

function citationInCells(text: string): FoundCitation | null {
  const rows = readCells(text);
  if (!["sentences", "chart", "credit"].every((name) => rows.columns.includes(name)) || rows.length === 0)
    return null;
  const [{chart, credit, licence = "not stated"}] = rows;
  const citation = rows.flatMap(
    ({sentences, sentences_by = "", exact = "", publisher = "", source = "", stands_on = ""}) =>
      sentences.split("\n").map((sentence, i) => ({
        "@type": citedAs(sentences_by.split("\n")[i] === publisher ? "report" : null),
        creditText: sentences_by.split("\n")[i] || publisher,
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
