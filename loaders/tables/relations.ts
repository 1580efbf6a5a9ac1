import {type Article, type NotedRelation, statuses} from "../../src/waybill/model/figure.js";
import {partyKinds, type Row, relationKinds} from "../../src/waybill/model/tables.js";
import {toDoc} from "../../src/waybill/parse/document.js";
import {goodsIn} from "../../src/waybill/parse/refine/goods.js";
import type {Vocab} from "../../src/waybill/parse/vocab.js";
import {InputError, readEach} from "../InputError.js";
import type {Party, PartyRegistry} from "./parties.js";
import {positionOf} from "./quote.js";
import {sentencesOf} from "./sentence.js";

/** Makes the rows of `relations` from what journalists noted in the articles' front matter. */
export class RelationReader {
  private readonly ids = new Set<string>();

  constructor(
    private readonly vocab: Vocab,
    private readonly parties: PartyRegistry,
  ) {}

  /**
   * Returns the rows of one article, in the order in which they are noted, and
   * enters their parties. Throws what is wrong, all at once, with file and line:
   * words that are not the article's, a kind or status that is not known.
   */
  rowsOf(article: Article): Row[] {
    const {relations = [], text} = article;
    if (relations.length === 0) return [];
    const sentenceAt = sentencesOf(text, this.vocab);
    return readEach(relations, (relation) => this.rowOf(article, relation, sentenceAt));
  }

  private rowOf(
    {article_id, file, text}: Article,
    relation: NotedRelation,
    sentenceAt: ReturnType<typeof sentencesOf>,
  ): Row {
    const {quote, kind, via, thing, line} = relation;
    const from = {file, line};
    checkWord("kind of relation", kind, relationKinds, from);
    if (relation.status) checkWord("status", relation.status, statuses, from);
    const span = positionOf({text}, relation, {...from, what: "relation"});
    const sentence = sentenceAt(span);
    if (sentence === null)
      throw new InputError(file, line, `relation matches words of two sentences: "${quote}"`);
    const giver = this.party("from", relation.from, relation.from_kind, article_id, from);
    const taker = this.party("to", relation.to, relation.to_kind, article_id, from);
    const isTrade = kind === "supplies";
    return {
      relation_id: this.name(
        [article_id, giver.party_id, kind.replaceAll("_", "-"), taker.party_id].join("-"),
      ),
      article_id,
      kind,
      from_party: giver.party_id,
      to_party: taker.party_id,
      via: via ? this.party("via", via, null, article_id, from).party_id : null,
      thing: thing || null,
      goods: (relation.goods ?? this.goodsOf(thing)) || null,
      origin: (relation.origin ?? (isTrade ? giver.country : null)) || null,
      destination: (relation.destination ?? (isTrade ? taker.country : null)) || null,
      status: relation.status || null,
      ...span,
      exact: text.slice(span.start, span.end),
      sentence,
    };
  }

  private party(
    field: "from" | "to" | "via",
    wording: string,
    kind: string | null,
    article_id: string,
    {file, line}: {file: string; line: number},
  ): Party {
    if (kind) checkWord(`${field}_kind`, kind, partyKinds, {file, line});
    const id = this.parties.idOf(wording, article_id, kind === "document" ? kind : undefined);
    const party = id === null ? undefined : this.parties.get(id);
    if (!party) throw new InputError(file, line, `${field} names nobody: "${wording}"`);
    if (kind && !this.parties.declareKind(party.party_id, kind))
      throw new InputError(
        file,
        line,
        `${field}_kind is ${kind}, but "${wording}" is known as ${party.name}, ${party.kind}`,
      );
    return party;
  }

  private goodsOf(thing: string | null): string | null {
    if (!thing) return null;
    const doc = toDoc(thing, this.vocab, null);
    return goodsIn(doc, 0, doc.count);
  }

  private name(id: string): string {
    let unique = id;
    for (let n = 2; this.ids.has(unique); n++) unique = `${id}-${n}`;
    this.ids.add(unique);
    return unique;
  }
}

function checkWord(
  what: string,
  word: string,
  known: readonly string[],
  {file, line}: {file: string; line: number},
): void {
  if (!known.includes(word))
    throw new InputError(file, line, `unknown ${what}: "${word}" (have: ${known.join(", ")})`);
}
