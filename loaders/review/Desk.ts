import {createHash} from "node:crypto";
import {existsSync, readdirSync, writeFileSync} from "node:fs";
import path from "node:path";
import {group} from "d3";
import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import type {
  Act,
  Acted,
  Candidate,
  Derivation,
  DeskView,
  Place,
  Reference,
} from "../../src/waybill/model/reviewDesk.js";
import {type Edited, editSeed, readSource, replaceIf} from "../articles/editSeed.js";
import {idOf} from "../articles/id.js";
import {formatOf, toArticle} from "../articles/readArticle.js";
import {textIn} from "../articles/readText.js";
import {readCached} from "../site/cache.js";
import {addDerived, derivedHead, type Input} from "./addDerived.js";
import {type DeskFigure, type DeskRows, readDeskRows} from "./deskRows.js";
import {type Edit, editFor, Refused, type Writing} from "./editFor.js";
import {findPlace, onlyQuote} from "./place.js";
import {ArticleReader} from "./reading.js";
import {takeBack} from "./takeBack.js";
import {viewOf} from "./view.js";

/** An article with how many of its figures nobody has looked at. */
export interface Listed {
  article_id: string;
  title: string;
  publisher: string;
  figures: number;
  open: number;
}

interface Done extends Edited {
  file: string;
  says: string;
  at: Place;
}

/** How many acts on an article can be taken back. */
const mostDone = 200;

const mostCandidates = 40;
const mostInputs = 400;

/**
 * The review desk's side that knows the seeds: shows an article, and writes what
 * a journalist does into its front matter, at once. What was done while it runs
 * can be taken back, the last first.
 */
export class Desk {
  private readonly reader: ArticleReader;
  private readonly done = new Map<string, Done[]>();

  constructor(private readonly root = "seeds") {
    this.reader = new ArticleReader(root);
  }

  /** Returns every article of the tables as they were made last, those with the most to look at first. */
  list(): Listed[] {
    const rows = readDeskRows();
    const figures = group(rows.figures, ({article_id}) => article_id);
    const listed = rows.articles.map(({article_id, title, publisher}) => {
      const own = figures.get(article_id) ?? [];
      const open = own.filter(({reviewed}) => reviewed === null).length;
      return {article_id, title, publisher, figures: own.length, open};
    });
    return listed.sort((a, b) => b.open - a.open || (a.article_id < b.article_id ? -1 : 1));
  }

  /** Returns an article as it is now; throws a Refused if there is none, InputErrors with what is wrong in it. */
  view(article_id: string): DeskView {
    const file = this.fileOf(article_id);
    const source = readSource(file);
    const article = this.articleIn(source, file);
    return viewOf(
      {article, reading: this.reader.read(article)},
      {
        version: versionOf(source),
        undo: this.doneTo(article_id).at(-1)?.says ?? null,
        charts: chartsOn(article_id),
      },
    );
  }

  /** Returns what tells whether an article's file has changed. */
  version(article_id: string): string {
    return versionOf(readSource(this.fileOf(article_id)));
  }

  /** Writes an act into the article's file. Throws as `view` does, and a Refused if the act does not fit the article. */
  act(article_id: string, act: Act): Acted {
    const done = act.act === "undo" ? this.undo(article_id) : this.write(article_id, act);
    return {...done, view: this.view(article_id)};
  }

  /** Returns the figures of other articles that may state the same fact: those of its kind and unit, the nearest values first. */
  candidates(article_id: string, at: Place): Candidate[] {
    const {figure} = this.figureAt(article_id, at);
    const rows = readDeskRows();
    return toCandidates(
      rows.figures
        .filter((other) => other.article_id !== article_id && isComparable(figure, other))
        .map((other) => ({other, distance: distanceOf(figure, other)}))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, mostCandidates)
        .map(({other}) => other),
      rows,
    );
  }

  /** Returns the figures that a number may be worked out of: those of the article, then those of others. */
  inputs(article_id: string): Candidate[] {
    const {figures} = this.reader.read(this.article(article_id));
    const rows = readDeskRows();
    const others = rows.figures.filter((other) => other.article_id !== article_id);
    return toCandidates([...figures, ...others].slice(0, mostInputs), rows);
  }

  private write(article_id: string, act: Exclude<Act, {act: "undo"}>): Omit<Acted, "view"> {
    const file = act.act === "derive" ? this.derivedFile() : this.fileOf(article_id);
    const edit = act.act === "derive" ? this.deriving(act.derived, file) : this.reviewing(article_id, act);
    let last: Edit | undefined;
    const edited = editSeed({...this.article(article_id), file}, (source) => {
      last = edit(source);
      return last.source;
    });
    const {says} = last!;
    const {at} = act;
    if (edited.after !== edited.before)
      this.done.set(article_id, [...this.doneTo(article_id), {...edited, file, says, at}].slice(-mostDone));
    return {says, at};
  }

  private reviewing(article_id: string, act: Writing): (source: string) => Edit {
    const file = this.fileOf(article_id);
    const same = act.act === "same" ? this.sameAs(act.other, this.figureAt(article_id, act.at).figure) : null;
    return (source) => {
      const article = this.articleIn(source, file);
      const edit = editFor(source, {article, reading: this.reader.read(article)}, act, same);
      if (edit.source !== source) this.check(edit.source, article);
      return edit;
    };
  }

  private deriving(derived: Derivation, file: string): (source: string) => Edit {
    const inputs = Object.entries(derived.inputs).map(
      ([name, reference]) => [name, this.input(reference)] as const,
    );
    return (source) => addDerived(source, file, derived, new Map(inputs));
  }

  private derivedFile(): string {
    const file = path.posix.join(this.root, "derived.yaml");
    if (!existsSync(file)) writeFileSync(file, derivedHead, {flag: "wx"});
    return file;
  }

  // What does not fit is told, and not written.
  private check(source: string, before: Article): void {
    const article = this.articleIn(source, before.file);
    if (article.text !== before.text) throw new Refused(422, "the review would change the article’s text");
    this.reader.read(article);
  }

  private doneTo(article_id: string): Done[] {
    return this.done.get(article_id) ?? [];
  }

  private undo(article_id: string): Omit<Acted, "view"> {
    const done = this.doneTo(article_id);
    const last = done.at(-1);
    if (!last) throw new Refused(409, "there is nothing to take back");
    const {file, says, at} = last;
    const now = readSource(file);
    const mended = takeBack(last, now);
    if (mended !== null && !replaceIf(file, now, mended)) return this.undo(article_id);
    this.done.set(article_id, done.slice(0, -1));
    if (mended === null)
      throw new Refused(409, `${file} was changed there since, and is left as it is (${says})`);
    return {says: `took back: ${says}`, at};
  }

  private figureAt(article_id: string, at: Place): {figure: FigureRow} {
    const article = this.article(article_id);
    const span = findPlace(article.text, at);
    const {figures} = this.reader.read(article);
    const figure = span && figures.find(({start, end}) => start === span.start && end === span.end);
    if (!figure) throw new Refused(409, `the article no longer has the figure “${at.exact}”`);
    return {figure};
  }

  // “article: words”, which mean the other figure and no other.
  private sameAs(other: Reference, own: FigureRow): string {
    const {figure, reference} = this.input(other);
    if (!isComparable(own, figure))
      throw new Refused(422, `“${figure.exact}” is of another kind or unit than “${own.exact}”`);
    return reference;
  }

  private input({article_id, figure_id}: Reference): Input & {figure: FigureRow} {
    const article = this.article(article_id);
    const {figures} = this.reader.read(article);
    const figure = figures.find((one) => one.figure_id === figure_id);
    if (!figure) throw new Refused(409, `${article_id} no longer has that figure`);
    const quote = onlyQuote(article.text, figure, figures);
    if (quote === null) throw new Refused(422, `no words of ${article_id} mean “${figure.exact}” alone`);
    return {reference: `${article_id}: ${quote}`, article, figures, figure};
  }

  private article(article_id: string): Article {
    const file = this.fileOf(article_id);
    return this.articleIn(readSource(file), file);
  }

  private articleIn(source: string, file: string): Article {
    return toArticle(textIn(Buffer.from(source), file), file, this.root);
  }

  // Only what stands in the folder is an article, whatever is asked for.
  private fileOf(article_id: string): string {
    const name = readdirSync(this.root).find((each) => formatOf(each) !== null && idOf(each) === article_id);
    if (name === undefined) throw new Refused(404, `no such article: “${article_id}”`);
    return path.posix.join(this.root, name);
  }
}

const versionOf = (source: string): string => createHash("sha256").update(source).digest("hex").slice(0, 16);

function chartsOn(article_id: string): DeskView["charts"] {
  try {
    return JSON.parse(readCached(`sources/${article_id}.charts`));
  } catch {
    // Its page was not made yet.
    return [];
  }
}

function toCandidates(figures: readonly DeskFigure[], rows: DeskRows): Candidate[] {
  const articles = new Map(rows.articles.map((article) => [article.article_id, article]));
  return figures.map(({article_id, figure_id, exact, sentence}) => {
    const {title = article_id, publisher = ""} = articles.get(article_id) ?? {};
    return {article_id, figure_id, exact, sentence, title, publisher};
  });
}

const isComparable = (a: DeskFigure, b: DeskFigure): boolean =>
  a.kind === b.kind && a.unit === b.unit && (a.kind !== "money" || a.per === b.per);

// How many times one is the other, as a logarithm.
function distanceOf(a: DeskFigure, b: DeskFigure): number {
  const [x, y] = [a, b].map(({value, low, high}) => value ?? low ?? high ?? 0);
  if (x === y) return 0;
  return x > 0 && y > 0 ? Math.abs(Math.log(x / y)) : Number.MAX_VALUE;
}
