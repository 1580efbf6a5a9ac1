import type {Article} from "../../src/waybill/model/figure.js";
import {parseFigures} from "../../src/waybill/parse/parseFigures.js";
import {addArticle} from "../addArticle.js";
import {dateProblem} from "../articles/date.js";
import {languageNotes} from "../articles/language.js";
import {addressProblem} from "../articles/webAddress.js";
import {collectArticles} from "../articles.js";
import {figureTable} from "../figureTable.js";
import {grammar} from "../grammar.js";
import {InputError, InputErrors, problemsOf} from "../InputError.js";
import {progress} from "../progress.js";
import {readVocab} from "../vocab.js";
import {run} from "./run.js";

// A saved page is somebody's work, and a file in seeds/ a page of the site.
const aboutRights =
  "what stands in seeds/ is published in full: add it if you have the right to; else keep it to yourself, and publish a note on it in your own words (waybill add --original FILE)";

await run({
  help: `
waybill add FILE... [--publisher NAME] [--published YYYY-MM-DD] [--url ADDRESS]

Puts articles into seeds/ and prints the figures that are read in them, with what
is doubtful. Takes text, Markdown, saved web pages, Word documents (.docx) and
PDF. Encodings are found out and written as UTF-8; what a page says of itself is
written into its front matter. An article that is there already is refused. What
is wrong is told, a line each; the other files are added.

  --title TEXT       of the article, where it does not say it itself
  --publisher NAME   whose report it is
  --published DATE   the day of the article, YYYY-MM-DD
  --url ADDRESS      where it stands in the web
  --author NAMES     joined by commas
  --original         keeps FILE in seeds/originals/, which is not published, and
                     begins a note on it, to be written in your own words
  --encoding NAME    of the file, as windows-1252, where it is not found out
  --id NAME          what its file is called, without the ending (one FILE)
  -h, --help         this help`,
  options: {
    title: {type: "string"},
    publisher: {type: "string"},
    published: {type: "string"},
    url: {type: "string"},
    author: {type: "string"},
    original: {type: "boolean"},
    encoding: {type: "string"},
    id: {type: "string"},
  },
  files: true,
  async main(options, files) {
    if (files.length === 0) throw new InputError("add", null, "names no file (waybill add FILE)");
    const {original: asOriginal = false, ...rest} = options;
    const said = rest as Record<string, string | undefined>;
    checkOptions(said, files.length);
    const {articles: known} = collectArticles("seeds", {mended: true});
    const problems: InputError[] = [];
    const added: Article[] = [];
    const report = progress();
    for (const [n, file] of files.entries()) {
      report(n, files.length);
      try {
        const {article, notes} = await addArticle(file, [...known, ...added], {
          ...said,
          asOriginal: asOriginal === true,
        });
        added.push(article);
        tell(article, notes);
      } catch (error) {
        problems.push(...problemsOf(error));
      }
    }
    if (added.length > 0 && !asOriginal) console.error(aboutRights);
    if (problems.length > 0) throw problems.length === 1 ? problems[0] : new InputErrors(problems);
  },
});

function checkOptions({published, url, id}: Record<string, string | undefined>, files: number): void {
  const wrong: [option: string, problem: string | null][] = [
    ["--published", published === undefined ? null : dateProblem(published)],
    ["--url", url === undefined ? null : addressProblem(url)],
    ["--id", id !== undefined && files > 1 ? "is for one file" : null],
    [
      "--id",
      id !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id)
        ? `is no name of a file: "${id}"`
        : null,
    ],
  ];
  const problems = wrong.flatMap(([option, problem]) =>
    problem ? [new InputError(option, null, problem)] : [],
  );
  if (problems.length > 0) throw problems.length === 1 ? problems[0] : new InputErrors(problems);
}

function tell(article: Article, notes: readonly string[]): void {
  const {file, title, publisher, published, text, language} = article;
  const figures = parseFigures(text, {vocab: readVocab(), published, language, grammar});
  console.log(`${file}: “${title}”, ${publisher}, ${published ?? "no date"}`);
  console.log(figureTable(figures));
  for (const note of [...notes, ...languageNotes([article])]) console.error(note);
  if (published === null)
    console.error(
      `${file}: says no date that is found: “last year” stays without one (--published YYYY-MM-DD, or published: in its front matter)`,
    );
}
