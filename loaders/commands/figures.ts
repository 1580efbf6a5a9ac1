import {readArticleLines} from "../articleLines.js";
import {readArticle} from "../articles.js";
import {parseFigures} from "../figures/parseFigures.js";
import {InputError} from "../InputError.js";
import {readVocab} from "../vocab.js";
import {run} from "./run.js";

await run({
  help: `
npm run --silent figures -- [--published YYYY-MM-DD] [FILE...]

Prints the figures that each .txt, .md or .html file states, one JSON object a
line, with the columns of data/figures.csv and the file's name. Without FILE,
reads JSON articles {"id", "text", "published"}, one a line, from standard input.

  --published DATE   the articles' date, for "last year" and the like; a file's
                     own date goes before it
  -h, --help         this help`,
  options: {published: {type: "string"}},
  files: true,
  async main({published}, files) {
    const date = published === undefined ? null : String(published);
    if (date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(date))
      throw new InputError("--published", null, `is not a date: "${date}" (write YYYY-MM-DD)`);
    const vocab = readVocab();
    if (files.length > 0) {
      // All are read before the first line is printed: a broken file loses nothing.
      const articles = files.map((file) => readArticle(file));
      for (const article of articles)
        await print(
          {file: article.file},
          parseFigures(article.text, {vocab, published: article.published ?? date}),
        );
      return;
    }
    for await (const {article_id, text, published: own} of readArticleLines(process.stdin, "standard input"))
      await print({id: article_id}, parseFigures(text, {vocab, published: own ?? date}));
  },
});

// Waits where the reader is slower than we are, so that memory stays flat.
async function print(name: object, figures: object[]): Promise<void> {
  if (figures.length === 0) return;
  const lines = figures.map((figure) => `${JSON.stringify({...name, ...figure})}\n`).join("");
  if (!process.stdout.write(lines)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}
