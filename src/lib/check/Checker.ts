import {checkText} from "../../waybill/check/checkText.js";
import type {Finding} from "../../waybill/check/findings.js";
import type {Parser} from "./loadParser.js";

/** A figure of a draft, with what the articles say of it, and who. */
export interface Told extends Finding {
  article: {nature: string | null; publisher: string} | null;
}

/** Holds drafts against a story's articles. */
export class Checker {
  private readonly articles: ReadonlyMap<string, NonNullable<Told["article"]>>;

  constructor(private readonly parser: Parser) {
    this.articles = new Map(parser.file.articles.map((article) => [article.article_id, article]));
  }

  /** Returns what the articles say of each figure of a draft, in its order; [] if it has none. */
  check(text: string): Told[] {
    const {file, vocab, grammar} = this.parser;
    const sameUnits = new Map(file.sameUnits);
    const findings = checkText(
      {text, published: null, language: "en"},
      {articles: file.articles, parties: file.parties, sameUnits, vocab, grammar},
    );
    return findings.map((finding) => ({
      ...finding,
      article: finding.against ? (this.articles.get(finding.against.article_id) ?? null) : null,
    }));
  }
}
