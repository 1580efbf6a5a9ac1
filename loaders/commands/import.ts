import path from "node:path";
import type {Article} from "../../src/waybill/model/figure.js";
import {addReviews, type Cells} from "../articles/editReviews.js";
import {editSeed} from "../articles/editSeed.js";
import {readText} from "../articles/readText.js";
import {readArticles} from "../articles.js";
import {InputError, InputErrors, problemsOf} from "../InputError.js";
import {takeReading} from "../importReadings.js";
import {progress} from "../progress.js";
import {readVocab} from "../vocab.js";
import {run} from "./run.js";

await run({
  help: `
waybill import FILE.jsonl [--by NAME] [--dry-run]

Takes readings of figures that were made elsewhere: by a colleague, another tool,
a language model. Each line is an object: "article" (its id), "quote" (the words
that state one figure), "nth" (which occurrence of them), and cells of it: kind,
value, low, high, unit, per, qualifier, change, thing, goods, holder, supplier,
recipient, via, origin, destination, period_text, period_start, period_end, status,
said_by.

A reading is taken only where the quote stands in the article, its numbers are
those that we read in the quote, and the parties, things and places that it names
stand in the article; the rest is refused, a line each. What is taken is noted in
the article's front matter, under review, with "by"; the columns imported and
imported_from of the tables say which cells came so. A review of the story's own
goes before it.

  --by NAME    whose readings they are (default: the file's name)
  --dry-run    tells, and writes nothing
  -h, --help   this help`,
  options: {by: {type: "string"}, "dry-run": {type: "boolean"}},
  files: true,
  main({by, "dry-run": isDry}, files) {
    if (files.length !== 1) throw new InputError("import", null, "takes one file of readings, a line each");
    const [file] = files;
    const articles = readArticles();
    const options = {articles, vocab: readVocab(), by: String(by ?? path.parse(file).name), file};
    const problems: InputError[] = [];
    const notes = new Map<Article, Cells[]>();
    let agreed = 0;
    const lines = readText(file, "it has a reading a line, in JSON").split("\n");
    const report = progress();
    for (const [n, text] of lines.entries()) {
      if (text.trim() === "") continue;
      report(n, lines.length);
      try {
        const {article, note} = takeReading(text, {...options, line: n + 1});
        if (note) notes.set(article, [...(notes.get(article) ?? []), note]);
        else agreed++;
      } catch (error) {
        problems.push(...problemsOf(error));
      }
    }
    if (!isDry)
      for (const [article, own] of notes)
        editSeed(article, (source) => addReviews(source, own, article.file));
    const taken = [...notes.values()].reduce((sum, own) => sum + own.length, 0);
    console.log(
      `${file}: ${taken} taken${isDry ? " (not written)" : ""}, ${agreed} that say what we read as well, ${problems.length} refused`,
    );
    if (problems.length > 0) throw problems.length === 1 ? problems[0] : new InputErrors(problems);
  },
});
