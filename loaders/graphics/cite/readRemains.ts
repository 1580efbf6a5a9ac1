import {readPrintedAddress} from "../citation.js";
import {decodeEntities, entryOfPdf, isPdf, textsOf} from "./fileTexts.js";

/**
 * Returns what a file still says of itself that has lost its citation: its
 * title and credit, as programs keep them that write a file anew, and the
 * address that was printed in it; [] if nothing is left.
 */
export function readRemains(bytes: Buffer): string[] {
  for (const text of textsOf(bytes)) {
    const words = decodeEntities(text);
    const printed = readPrintedAddress(words);
    if (!printed) continue;
    const read = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? "";
    const title = isPdf(bytes) ? entryOfPdf(bytes, "Title") : decodeEntities(read(/<title[^>]*>([^<]*)</));
    const keywords =
      (isPdf(bytes) ? entryOfPdf(bytes, "Keywords") : null) ?? decodeEntities(read(/<pdf:Keywords>([^<]*)</));
    const credit = keywords.split("; ").slice(0, -1).join("; ");
    return [
      ...[title ?? "", credit].map((line) => line.trim()).filter(Boolean),
      `chart ${printed.identifier}, version ${printed.version}`,
    ];
  }
  return [];
}
