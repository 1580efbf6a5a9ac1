import {readPrintedAddress} from "../citation.js";
import {decodeEntities, textsOf} from "./fileTexts.js";

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
    const [, title] =
      /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)</.exec(text) ?? /<title[^>]*>([^<]*)</.exec(text) ?? [];
    const [, keywords] = /<pdf:Keywords>([^<]*)</.exec(text) ?? [];
    const credit = keywords?.split("; ").slice(0, -1).join("; ");
    return [title, credit]
      .flatMap((line) => (line ? [decodeEntities(line).trim()] : []))
      .concat(`chart ${printed.identifier}, version ${printed.version}`);
  }
  return [];
}
