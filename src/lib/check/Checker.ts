import type {CheckFile} from "../../waybill/check/CheckFile.js";
import {checkText} from "../../waybill/check/checkText.js";
import type {Finding} from "../../waybill/check/findings.js";
import {grammarReader} from "../../waybill/parse/read/grammarReader.js";
import {readModel} from "../../waybill/parse/syntax/modelFile.js";
import {Grammar} from "../../waybill/parse/syntax/Syntax.js";
import {toVocab, type Vocab} from "../../waybill/parse/vocab.js";

/** A figure of a draft, with what the articles say of it, and who. */
export interface Told extends Finding {
  publisher: string | null;
}

/** Holds drafts against a story's articles, in the reader's browser: with the words and the grammar that the build has. */
export class Checker {
  private readonly vocab: Vocab;
  private readonly publishers: ReadonlyMap<string, string>;

  private constructor(
    private readonly file: CheckFile,
    private readonly grammar: Grammar,
  ) {
    this.vocab = toVocab(file.words);
    this.publishers = new Map(file.articles.map(({article_id, publisher}) => [article_id, publisher]));
  }

  /** Loads what it needs: the articles with the parser's words, and the model of its grammar. Throws which of them is not there. */
  static async load(file: URL, model: URL): Promise<Checker> {
    const [articles, packed] = await Promise.all([file, model].map(get));
    const bytes = await new Response(packed.body!.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    return new Checker((await articles.json()) as CheckFile, new Grammar(readModel(new Uint8Array(bytes))));
  }

  /** Returns what the articles say of each figure of a draft, in its order; [] if it has none. */
  check(text: string): Told[] {
    const {articles, sameUnits} = this.file;
    const findings = checkText(
      {text, published: null, language: "en"},
      {
        articles,
        sameUnits: new Map(sameUnits),
        vocab: this.vocab,
        grammar: grammarReader(() => this.grammar),
      },
    );
    return findings.map((finding) => ({
      ...finding,
      publisher: finding.against ? (this.publishers.get(finding.against.article_id) ?? null) : null,
    }));
  }
}

async function get(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status} ${response.statusText}`);
  return response;
}
