import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import type {disagreementKinds, Row} from "../../src/waybill/model/tables.js";
import {findQuote, splitReference} from "../tables/quote.js";
import type {Tables} from "../tables.js";

/** What is to be known of some words of an article. */
export interface MarginNote {
  /** Position in the article's text behind the words; null where it is about all of it. */
  at: number | null;
  /** What kind of note it is: “Hedged differently”. */
  label: string;
  text: string;
}

/** What each kind of disagreement is called in a margin. */
const labels: Record<(typeof disagreementKinds)[number], string> = {
  hedge: "Hedged differently",
  value: "Numbers differ",
  status: "Told differently",
  scope: "One number, several things",
  wording: "Worded differently",
  told_twice: "Told twice",
  relative_date: "Date worked out",
  date_without_year: "Year worked out",
  spelling: "Spelling",
  similar_names: "Similar names",
  currency_names: "One currency",
  typing_slip: "Typing slip",
  joint_count: "Counted together",
  no_base: "A rise from what?",
  date_conflict: "Dates conflict",
  description: "Described differently",
  garbled: "Garbled",
  implausible: "Implausible",
  missing_date: "Date missing",
  source: "Source",
  copy: "Copy",
  page_furniture: "Repeated on the page",
};

const otherSide = "The other side";

/**
 * Returns what is to be known of each article's words, by the article's id, in the
 * order of its text; what is about all of it comes last. A note stands behind the
 * words that a journalist quoted, else behind the first figure of the article that it is about.
 */
export function marginNotes(
  tables: Pick<Tables, "texts" | "figures" | "caveats" | "disagreements">,
): Map<string, MarginNote[]> {
  const notes = new Map<string, MarginNote[]>(tables.texts.map(({article_id}) => [article_id, []]));
  const figures = new Map(tables.figures.map((figure) => [figure.figure_id, figure]));
  const quoted = quotedIn(tables.texts);
  for (const {article_id, what, end} of tables.caveats)
    notes.get(String(article_id))?.push({at: Number(end), label: otherSide, text: String(what)});
  for (const row of tables.disagreements)
    for (const article_id of idsIn(row.articles))
      notes.get(article_id)?.push({
        at: quoted.get(`${row.disagreement_id} ${article_id}`) ?? firstOf(row, article_id, figures),
        label: labels[row.kind as keyof typeof labels],
        text: String(row.what),
      });
  for (const own of notes.values())
    own.sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY) || 0);
  return notes;
}

const idsIn = (cell: Row[string]): string[] =>
  String(cell ?? "")
    .split(" ")
    .filter(Boolean);

function firstOf(row: Row, article_id: string, figures: ReadonlyMap<string, FigureRow>): number | null {
  const ends = idsIn(row.figures).flatMap((id) => {
    const figure = figures.get(id);
    return figure?.article_id === article_id ? figure.end : [];
  });
  return ends.length > 0 ? Math.min(...ends) : null;
}

/** Returns where the words end that journalists quoted in their remarks, by the id of the remark's row and the article. */
function quotedIn(texts: readonly Article[]): Map<string, number> {
  const articles = new Map(texts.map((article) => [article.article_id, article]));
  const found = new Map<string, number>();
  for (const article of texts)
    for (const [n, {kind, quote, against}] of (article.remarks ?? []).entries()) {
      const other = against === null ? null : splitReference(against, articles);
      for (const {article: of, quote: words} of [{article, quote}, ...(other ? [other] : [])]) {
        const span = findQuote(of.text, words);
        if (span) found.set(`${kind}-${article.article_id}@${n + 1} ${of.article_id}`, span.end);
      }
    }
  return found;
}

/** Returns the sign of the nth note of an article, from 0: a, b, … z, aa, ab. */
export function signOf(n: number): string {
  const letter = String.fromCharCode(97 + (n % 26));
  return n < 26 ? letter : signOf(Math.floor(n / 26) - 1) + letter;
}
