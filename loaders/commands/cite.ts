import {readFileSync, statSync} from "node:fs";
import {readCitation} from "../graphics/readCitation.js";
import {InputError} from "../InputError.js";
import {reasonOf} from "../systemProblem.js";
import {run} from "./run.js";

await run({
  help: `
waybill cite FILE...

Prints where an exported graphic comes from, by the file alone, however it was
renamed: its title, its credit and licence, and the sentences that its figures
stand on. Reads SVG, PNG, PDF, CSV, JSON, HTML and oEmbed files.

  -h, --help   this help`,
  options: {},
  files: true,
  main(_options, files) {
    if (files.length === 0) throw new InputError("cite", null, "names no file (waybill cite FILE)");
    // All are read before the first line is printed: a file without a citation loses nothing.
    const found = files.map((file) => {
      const citation = readCitation(read(file));
      if (!citation) throw new InputError(file, null, "holds no citation");
      return {file, citation};
    });
    for (const [i, {file, citation}] of found.entries()) {
      if (i > 0) console.log("");
      if (files.length > 1) console.log(`${file}:`);
      console.log(citation.name);
      console.log(citation.creditText);
      console.log(`licence: ${citation.license}`);
      if (citation.url) console.log(citation.url);
      for (const {headline, publisher, datePublished} of citation.isBasedOn ?? [])
        console.log(`report: ${publisher}: ${headline}${datePublished ? ` (${datePublished})` : ""}`);
      for (const {text, isPartOf, creditText} of citation.citation)
        console.log(`- ${text} [${creditText ?? isPartOf}]`);
    }
  },
});

function read(file: string): Buffer {
  if (statSync(file, {throwIfNoEntry: false})?.isDirectory())
    throw new InputError(file, null, "is a folder, where a file is expected");
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new InputError(file, null, `cannot be read: ${reasonOf(cause)}`, {cause});
  }
}
