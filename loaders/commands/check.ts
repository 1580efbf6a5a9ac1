import type {Verdict} from "../../src/waybill/check/findings.js";
import {articleNotes} from "../articles/articleNotes.js";
import {readArticle} from "../articles.js";
import {checkDraft, findingJson, findingText, summaryOf} from "../check.js";
import {InputError, readEach} from "../InputError.js";
import {progress} from "../progress.js";
import {loadTables} from "../tables.js";
import {run} from "./run.js";

await run({
  help: `
waybill check DRAFT... [--seeds FOLDER] [--strict] [--json]

Holds each figure of a draft (.md, .txt, .html) against the story's articles and
prints, a figure a line, what they say of it, the sentence that decides, and
in what both agree, differ, or could not be compared:

  supported          an article says so, or what it says implies it
  said otherwise     an article has the number with another hedge, unit, period
                     or state, or of one other party or thing
  contradicted       an article has another number of the same
  not in the tables  none has it; the nearest of the same, if there is one

Exits with 1 if a figure is contradicted or said otherwise.

  --strict         exits with 1 for figures that are not in the tables as well
  --json           prints one JSON object a figure
  --seeds FOLDER   where the articles are (default: seeds)
  -h, --help       this help`,
  options: {seeds: {type: "string"}, strict: {type: "boolean"}, json: {type: "boolean"}},
  files: true,
  main({seeds = "seeds", strict, json}, files) {
    if (files.length === 0) throw new InputError("DRAFT", null, "is missing: name the file to check");
    // All are read before the first line is printed: a broken file loses nothing.
    const drafts = readEach(files, (file) => readArticle(file));
    for (const note of articleNotes(drafts)) console.error(note);
    const tables = loadTables(String(seeds), {onProgress: progress()});
    const counts: Record<Verdict, number> = {
      supported: 0,
      unsure: 0,
      otherwise: 0,
      contradicted: 0,
      unknown: 0,
    };
    for (const draft of drafts)
      for (const finding of checkDraft(draft, tables)) {
        counts[finding.verdict]++;
        console.log(json ? findingJson(draft, finding, tables) : findingText(draft, finding, tables));
      }
    if (!json) console.error(summaryOf(counts));
    if (counts.contradicted + counts.otherwise + (strict ? counts.unknown + counts.unsure : 0) > 0)
      process.exitCode = 1;
  },
});
