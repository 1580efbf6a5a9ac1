import type {Article, Caveat, FigureRow} from "../../src/waybill/model/figure.js";
import type {Row} from "../../src/waybill/model/tables.js";
import type {Vocab} from "../../src/waybill/parse/vocab.js";
import {InputError, readEach} from "../InputError.js";
import {positionOf} from "./quote.js";
import {sentencesOf} from "./sentence.js";
import {joined} from "./slug.js";

/**
 * Returns the rows of `caveats` for one article: what it says against its own
 * figures and relations, or for those whom they concern, with the ids of those
 * that it is about: all of the article, or those of the goods that are noted.
 * Throws what is wrong, all at once, with file and line: words that are not the
 * article's, goods of which it has no figure.
 */
export function caveatsOf(
  article: Article,
  figures: readonly FigureRow[],
  relations: readonly Row[],
  vocab: Vocab,
): Row[] {
  const {article_id, file, text, caveats = []} = article;
  if (caveats.length === 0) return [];
  const sentenceAt = sentencesOf(text, vocab);
  const isAbout = ({goods}: Caveat, row: {goods?: unknown}): boolean => goods === null || row.goods === goods;
  return readEach(caveats, (caveat) => {
    const {quote, what, goods, party, line} = caveat;
    const span = positionOf(article, caveat, {file, line, what: "caveat"});
    const sentence = sentenceAt(span);
    if (sentence === null)
      throw new InputError(file, line, `caveat matches words of two sentences: "${quote}"`);
    const about = figures.filter((figure) => isAbout(caveat, figure));
    const noted = relations.filter((row) => row.kind === "supplies" && isAbout(caveat, row));
    if (goods !== null && about.length + noted.length === 0) {
      const known = [...new Set([...figures, ...relations].map((row) => row.goods))].filter(Boolean).sort();
      throw new InputError(file, line, `caveat is about nothing: "${goods}" (have: ${known.join(", ")})`);
    }
    return {
      caveat_id: `${article_id}@${span.start}`,
      article_id,
      what,
      goods,
      party,
      figures: joined(about.map(({figure_id}) => figure_id)),
      relations: joined(noted.map(({relation_id}) => String(relation_id))),
      ...span,
      exact: text.slice(span.start, span.end),
      sentence,
    };
  });
}

/** Throws the caveats that are the word of a party whom none, in all articles, is called. */
export function knownSpeakers(
  articles: readonly Article[],
  {parties, places}: {parties: readonly Row[]; places: readonly Row[]},
): void {
  const known = new Set([...parties.map(({name}) => name), ...places.map(({place}) => place)]);
  readEach(articles, ({file, caveats = []}) => {
    readEach(caveats, ({party, line}) => {
      if (party === null || known.has(party)) return;
      const help = "write a name of the tables parties or places";
      throw new InputError(file, line, `caveat is the word of nobody: "${party}" (${help})`);
    });
  });
}
