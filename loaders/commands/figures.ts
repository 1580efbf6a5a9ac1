import type {Article, Figure} from "../../src/waybill/model/figure.js";
import {parseFigures} from "../../src/waybill/parse/parseFigures.js";
import {readArticleLines} from "../articleLines.js";
import {articleNotes} from "../articles/articleNotes.js";
import {dateProblem} from "../articles/date.js";
import {readArticle} from "../articles.js";
import {grammar} from "../grammar.js";
import {InputError, readEach} from "../InputError.js";
import {readVocab} from "../vocab.js";
import {run} from "./run.js";

// Not awaited: a compiled command is no module, which alone could wait.
void run({
  help: `
waybill figures [--published YYYY-MM-DD] [FILE...]

Prints the figures that each .txt, .md or .html file states, one JSON object a
line, with the columns of data/figures.csv and the file's name. Without FILE,
reads JSON articles {"id", "text", "published", "language"}, one a line, from
standard input. Only English is read; of which language a text is, is found out
where "language" does not say.

  --published DATE   the articles' date, for "last year" and the like; a file's
                     own date goes before it
  -h, --help         this help`,
  options: {published: {type: "string"}},
  files: true,
  async main({published}, files) {
    const date = published === undefined ? null : String(published);
    const problem = date === null ? null : dateProblem(date);
    if (problem) throw new InputError("--published", null, problem);
    const vocab = readVocab();
    const read = ({text, published, language}: Article): Figure[] =>
      parseFigures(text, {vocab, published: published ?? date, language, grammar});
    if (files.length > 0) {
      // All are read before the first line is printed: a broken file loses nothing.
      const articles = readEach(files, (file) => readArticle(file));
      const dated = articles.map((article) => ({...article, published: article.published ?? date}));
      for (const note of articleNotes(dated)) console.error(note);
      for (const article of articles) await print({file: article.file}, read(article));
      return;
    }
    for await (const article of readArticleLines(process.stdin, "standard input"))
      await print({id: article.article_id}, read(article));
  },
});

// Waits where the reader is slower than we are, so that memory stays flat.
async function print(name: object, figures: object[]): Promise<void> {
  if (figures.length === 0) return;
  const lines = figures.map((figure) => `${JSON.stringify({...name, ...figure})}\n`).join("");
  if (!process.stdout.write(lines)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}
