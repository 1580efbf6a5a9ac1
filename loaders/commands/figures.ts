import {createInterface} from "node:readline";
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
    process.stdout.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
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
    let line = 0;
    for await (const text of createInterface({input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY})) {
      line++;
      if (text.trim() === "") continue;
      const article = toArticle(text, line);
      await print(
        {id: article.id},
        parseFigures(article.text, {vocab, published: article.published ?? date}),
      );
    }
  },
});

function toArticle(line: string, number: number): {id: string; text: string; published: string | null} {
  let article: unknown;
  try {
    article = JSON.parse(line);
  } catch (cause) {
    throw new InputError("standard input", number, `is not JSON: ${(cause as Error).message}`, {cause});
  }
  const {id, text, published} = (article ?? {}) as Record<string, unknown>;
  if (typeof text !== "string") throw new InputError("standard input", number, 'lacks "text"');
  return {id: String(id ?? number), text, published: typeof published === "string" ? published : null};
}

// Waits where the reader is slower than we are, so that memory stays flat.
async function print(name: object, figures: object[]): Promise<void> {
  if (figures.length === 0) return;
  const lines = figures.map((figure) => `${JSON.stringify({...name, ...figure})}\n`).join("");
  if (!process.stdout.write(lines)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}
