import type {Article} from "../../src/waybill/model/figure.js";
import type {InputError} from "../InputError.js";
import type {Declaration} from "./derived.js";

/**
 * Returns the articles that are not left out, without what their front matter
 * says of those that are: it points at what is there, but cannot be read.
 */
export function articlesWithout(articles: readonly Article[], out: ReadonlySet<string>): Article[] {
  if (out.size === 0) return [...articles];
  return articles
    .filter(({article_id}) => !out.has(article_id))
    .map((article) => (doesPoint(article, out) ? without(article, out) : article));
}

/** An article that does not is to stay the same object: what was made of it is known by that. */
const doesPoint = ({review = [], remarks = []}: Article, out: ReadonlySet<string>): boolean =>
  review.some(({cells}) => pointsAt(cells.same_as, out)) ||
  remarks.some(({against}) => pointsAt(against, out));

function without(article: Article, out: ReadonlySet<string>): Article {
  return {
    ...article,
    ...(article.review && {
      review: article.review.flatMap((review) => {
        if (!pointsAt(review.cells.same_as, out)) return [review];
        const {same_as: _, ...cells} = review.cells;
        return Object.keys(cells).length > 0 ? [{...review, cells}] : [];
      }),
    }),
    ...(article.remarks && {remarks: article.remarks.filter(({against}) => !pointsAt(against, out))}),
  };
}

/** Returns the derived numbers none of whose inputs stands in an article that is left out. */
export function derivedWithout(derived: readonly Declaration[], out: ReadonlySet<string>): Declaration[] {
  return derived.filter(({inputs}) => !Object.values(inputs).some((input) => pointsAt(input, out)));
}

// “article: quote”
function pointsAt(reference: unknown, articles: ReadonlySet<string>): boolean {
  return typeof reference === "string" && articles.has(reference.split(":")[0]);
}

const noteLists = ["review", "remarks", "relations", "captions", "caveats"] as const;

/** Returns an article without the notes that problems are told of; the article itself if there are none. */
export function withoutNotes(article: Article, problems: readonly InputError[]): Article {
  const lines = new Set(problems.flatMap(({file, line}) => (file === article.file ? [line] : [])));
  const isSound = ({line}: {line: number}): boolean => !lines.has(line);
  if (lines.size === 0 || noteLists.every((name) => article[name]?.every(isSound) ?? true)) return article;
  return {
    ...article,
    ...Object.fromEntries(
      noteLists.flatMap((name) => {
        const notes: readonly {line: number}[] | undefined = article[name];
        return notes ? [[name, notes.filter(isSound)]] : [];
      }),
    ),
  };
}
