import {readFileSync, statSync} from "node:fs";
import {findOnSite} from "../graphics/cite/findOnSite.js";
import {type FoundCitation, readCitation} from "../graphics/cite/readCitation.js";
import {readRemains} from "../graphics/cite/readRemains.js";
import {InputError} from "../InputError.js";
import {reasonOf} from "../systemProblem.js";
import {run} from "./run.js";

await run({
  help: `
waybill cite [--site FOLDER] FILE...

Prints where an exported graphic comes from, by the file alone, however it was
renamed: its title, its credit and licence, and the sentences that its figures
stand on. Reads SVG, PNG, JPEG, WebP, PDF, CSV, JSON, HTML and oEmbed files.

  --site FOLDER  a built site, such as dist: what a file has lost is looked for
                 there, by the address printed in it, its cells or its look
  -h, --help     this help`,
  options: {site: {type: "string"}},
  files: true,
  main({site}, files) {
    if (files.length === 0) throw new InputError("cite", null, "names no file (waybill cite FILE)");
    // All are read before the first line is printed: a file without a citation loses nothing.
    const found = files.map((file) => ({file, lines: linesOf(file, site as string | undefined)}));
    for (const [i, {file, lines}] of found.entries()) {
      if (i > 0) console.log("");
      if (files.length > 1) console.log(`${file}:`);
      console.log(lines.join("\n"));
    }
  },
});

/** Returns what is printed of a file. Throws if nothing is found. */
function linesOf(file: string, site: string | undefined): string[] {
  const bytes = read(file);
  const citation = readCitation(bytes);
  if (citation) return linesOfCitation(citation);
  if (site !== undefined) {
    const found = findOnSite(bytes, site);
    if (!found) throw new InputError(file, null, `holds no citation, and is like no graphic in ${site}`);
    const {how, otherVersion} = found;
    return [
      ...linesOfCitation(found.citation),
      `found in ${site} ${how}`,
      ...(otherVersion ? [`the file is of version ${otherVersion}; it was changed since`] : []),
    ];
  }
  const remains = readRemains(bytes);
  if (remains.length === 0)
    throw new InputError(
      file,
      null,
      "holds no citation (--site FOLDER looks for it among a site’s graphics)",
    );
  return [...remains, "the sentences are lost; --site FOLDER finds them among a site’s graphics"];
}

function linesOfCitation({
  name,
  creditText,
  license,
  version,
  url,
  isBasedOn = [],
  citation,
}: FoundCitation): string[] {
  return [
    name,
    creditText,
    `licence: ${license}`,
    ...(version ? [`version: ${version}`] : []),
    ...(url ? [url] : []),
    ...isBasedOn.map(
      ({headline, publisher, datePublished}) =>
        `report: ${publisher}: ${headline}${datePublished ? ` (${datePublished})` : ""}`,
    ),
    ...citation.map(({text, isPartOf, creditText: by}) => `- ${text} [${by ?? isPartOf}]`),
  ];
}

function read(file: string): Buffer {
  if (statSync(file, {throwIfNoEntry: false})?.isDirectory())
    throw new InputError(file, null, "is a folder, where a file is expected");
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new InputError(file, null, `cannot be read: ${reasonOf(cause)}`, {cause});
  }
}
