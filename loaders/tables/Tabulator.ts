import {natureOf} from "../../src/waybill/model/article.js";
import type {Article, FigureRow} from "../../src/waybill/model/figure.js";
import type {Row, TableName, TableRows} from "../../src/waybill/model/tables.js";
import {parseText, type TextReading} from "../../src/waybill/parse/parseFigures.js";
import type {Vocab} from "../../src/waybill/parse/vocab.js";
import {grammar} from "../grammar.js";
import {type Attempt, InputError, together} from "../InputError.js";
import {type AloneFigure, readAlone} from "./alone.js";
import {caveatsOf} from "./caveats.js";
import type {Point} from "./coordinates.js";
import {CopyIndex} from "./copies.js";
import {type Declaration, deriveRows} from "./derived.js";
import {amongParties, copyRow, remarked, withinFact} from "./disagreements.js";
import {factRow, namesOf} from "./factRow.js";
import {FactIndex} from "./facts.js";
import {withFlag} from "./flags.js";
import {FlowIndex} from "./flows.js";
import type {Kept} from "./Kept.js";
import {isNamed, originOf} from "./origin.js";
import {type PartyForm, PartyRegistry} from "./parties.js";
import {PlaceIndex} from "./places.js";
import {figureAt, findQuote, positionOf, splitReference} from "./quote.js";
import type {Rate} from "./rates.js";
import {RelationReader} from "./relations.js";
import {joined} from "./slug.js";
import {WordStore} from "./WordStore.js";

export interface TabulatorOptions {
  vocab: Vocab;
  parties?: readonly PartyForm[];
  /** Words that count the same: “batch” -> “shipment”. */
  sameUnits?: ReadonlyMap<string, string>;
  derived?: readonly Declaration[];
  rates?: readonly Rate[];
  /** The point that stands for a place, by its name. */
  coordinates?: ReadonlyMap<string, Point>;
  /** What was read in articles, by their ids: an article that is there is not read again, and one that is not is entered. */
  readings?: Map<string, TextReading>;
  /** What earlier tables of the same vocabulary and parties have made of articles; what is made now is entered. */
  kept?: Kept;
  /** Whether texts are kept for derived numbers, reviews and remarks to point at; false for a corpus. */
  keepTexts?: boolean;
}

/** The tables in which each article has rows to itself. */
export const ownTables = [
  "articles",
  "figures",
  "numerals",
  "relations",
  "events",
  "caveats",
  "disagreements",
] as const satisfies readonly TableName[];

/** Rows that an article has to itself. */
export type ArticleRows = Pick<TableRows, (typeof ownTables)[number]>;

/** Takes a row of one of the tables that stand on all articles. */
export type WriteRow = (table: Exclude<TableName, "figures">, row: Row) => void;

/**
 * Makes the tables, one article at a time: `add` returns the rows that are the
 * article's own, `finish` hands over those that stand on all articles. Both may
 * be written and forgotten. With keepTexts false a corpus need not fit in
 * memory; then only what derived numbers name can be pointed at.
 */
export class Tabulator {
  private readonly parties: PartyRegistry;
  private readonly words = new WordStore();
  private readonly facts: FactIndex;
  private readonly copies = new CopyIndex();
  private readonly relations: RelationReader;
  private readonly supplies: Row[] = [];
  private readonly goods = new Map<string, {terms: Set<string>; figures: number; articles: Set<string>}>();
  private readonly kept = new Map<string, Article>();
  private readonly keptFigures = new Map<string, readonly FigureRow[]>();
  private readonly pointedAt: Set<string>;
  private readonly sameAs: {figure: FigureRow; target: string; article: Article; line: number}[] = [];

  constructor(private readonly options: TabulatorOptions) {
    this.parties = new PartyRegistry(options.vocab, options.parties ?? [], options.kept);
    this.facts = new FactIndex(this.parties, options.vocab.lists.broadNouns);
    this.relations = new RelationReader(options.vocab, this.parties);
    this.pointedAt = new Set(
      (options.derived ?? []).flatMap(({inputs}) =>
        Object.values(inputs).map((input) => String(input).split(":")[0]),
      ),
    );
  }

  /**
   * Reads an article and returns its own rows. Throws what is wrong, all at once,
   * if what its front matter notes does not fit; the tables are then to be made
   * again without it.
   */
  add(article: Article): ArticleRows {
    return together((attempt) => this.enter(article, attempt));
  }

  private enter(article: Article, attempt: Attempt): ArticleRows {
    const {vocab} = this.options;
    const {article_id, text, published, publisher, language} = article;
    const read =
      this.options.readings?.get(article_id) ?? parseText(text, {vocab, published, language, grammar});
    this.options.readings?.set(article_id, read);
    const {value: alone, problems} = this.aloneOf(article, read);
    for (const problem of problems)
      attempt(() => {
        throw problem;
      });
    const figures = alone.figures.map(({row}) => row);
    const nameOf = (wording: string): string => this.canonical(wording, article_id);
    const origin = originOf(article, nameOf);
    const copied = this.copies.add({
      article_id,
      file: article.file,
      publisher: isNamed(publisher) ? nameOf(publisher) : null,
      text,
      print: alone.print,
      origin,
    });
    this.facts.setOrigin(article_id, copied?.origin ?? origin);
    this.parties.findIn(article);
    if (isNamed(publisher)) this.parties.idOf(publisher, article_id, "media");
    for (const relay of article.relays?.split(" > ") ?? []) this.parties.idOf(relay, article_id, "media");
    for (const [n, figure] of alone.figures.entries())
      if (this.addFigure(figure, publisher)) figures[n] = withFlag(figure.row, "told_twice");
    const relations = attempt(() => this.relations.rowsOf(article)) ?? [];
    const caveats = attempt(() => caveatsOf(article, figures, relations, vocab)) ?? [];
    this.supplies.push(...relations.filter(({kind}) => kind === "supplies"));
    for (const {cells, quote, nth, line} of article.review ?? [])
      if (cells.same_as) {
        const at = findQuote(text, quote, nth);
        const figure = at && figureAt(figures, at);
        if (figure && figure !== "several") this.sameAs.push({figure, target: cells.same_as, article, line});
      }
    if (this.options.keepTexts !== false || this.pointedAt.has(article_id)) {
      this.kept.set(article_id, article);
      this.keptFigures.set(article_id, figures);
    }
    const {
      text: _text,
      review: _review,
      remarks: _remarks,
      relations: _relations,
      captions: _captions,
      caveats: _caveats,
      ...row
    } = article;
    return {
      articles: [{...row, nature: natureOf(article), copy_of: copied?.article_id ?? null}],
      figures,
      numerals: alone.numerals,
      relations,
      events: alone.events,
      caveats,
      disagreements: [...(copied ? [copyRow(article, copied)] : []), ...alone.disagreements],
    };
  }

  private aloneOf(article: Article, read: TextReading): ReturnType<typeof readAlone> {
    const {vocab, kept} = this.options;
    const known = kept?.alone.get(article);
    if (known?.read === read) return {value: known.alone, problems: []};
    const {value, problems} = readAlone(article, read, vocab);
    if (problems.length === 0) kept?.alone.set(article, {read, alone: value});
    return {value, problems};
  }

  /**
   * Hands over the rows that stand on all articles, one by one. Throws what is
   * wrong, all at once, if derived numbers, reviews or remarks point nowhere.
   */
  finish(write: WriteRow): void {
    const {parties} = this;
    const {rates} = this.options;
    const pointing = together((attempt) => {
      for (const same of this.sameAs) attempt(() => this.mergeSame(same));
      return {
        derived: attempt(() => deriveRows(this.options.derived ?? [], this.kept, this.keptFigures)),
        disagreements: attempt(() => remarked(this.kept, this.keptFigures)),
      };
    });
    for (const row of pointing.derived ?? []) write("derived", row);
    for (const row of pointing.disagreements ?? []) write("disagreements", row);
    const flows = new FlowIndex();
    const places = new PlaceIndex(parties, this.options.coordinates);
    for (let n = 0; n < this.facts.size; n++) {
      const fact = this.facts.get(n);
      const row = factRow(fact, parties, rates);
      write("facts", row);
      flows.add(row, n);
      places.add(row);
      for (const difference of withinFact(fact, parties)) write("disagreements", difference);
    }
    for (const relation of this.supplies) {
      flows.addRelation(relation);
      places.add(relation);
    }
    const partyRows = parties.rows();
    for (const row of partyRows) write("parties", row);
    for (const row of amongParties(parties, partyRows)) write("disagreements", row);
    for (const row of flows.rows((n) => namesOf(this.facts.get(n)))) write("flows", row);
    for (const row of places.rows()) write("places", row);
    for (const [goods, {terms, figures, articles}] of [...this.goods].sort(([a], [b]) => (a < b ? -1 : 1)))
      write("goods", {goods, terms: joined(terms, " | ") ?? goods, figures, articles: joined(articles)});
  }

  private mergeSame(same: (typeof this.sameAs)[number]): void {
    const other = this.figureAt(same);
    this.checkSame(same, other);
    if (same.figure.equivalent_of === null && other.equivalent_of === null)
      this.facts.merge(same.figure.figure_id, other.figure_id);
  }

  // The figure that “article: quote” names.
  private figureAt({target, article, line}: (typeof this.sameAs)[number]): FigureRow {
    const other = splitReference(target, this.kept);
    if (!other)
      throw new InputError(
        article.file,
        line,
        `unknown article in same_as: "${target}" (write article: quote)`,
      );
    const {start, end} = positionOf(other.article, other, {file: article.file, line, what: "same_as"});
    const figure = figureAt(this.keptFigures.get(other.article.article_id) ?? [], {start, end});
    if (figure === null || figure === "several")
      throw new InputError(
        article.file,
        line,
        `same_as matches ${figure === null ? "no figure" : "more than one figure"}: "${target}"`,
      );
    return figure;
  }

  // A fact has one unit; an amount and its conversion by the article itself are one already.
  private checkSame({figure, target, article, line}: (typeof this.sameAs)[number], other: FigureRow): void {
    const fail = (what: string): never => {
      throw new InputError(article.file, line, `${what}: "${target}"`);
    };
    if (figure.kind !== other.kind) fail("same_as names a figure of another kind");
    if (figure.equivalent_of === other.figure_id || other.equivalent_of === figure.figure_id) return;
    if (figure.equivalent_of !== null || other.equivalent_of !== null)
      fail("same_as joins what restates another figure, and has no fact of its own");
    const [unit, known] = [this.unitOf(other), this.unitOf(figure)];
    const advice =
      figure.kind === "count"
        ? "set unit, or put both in seeds/vocab/same-units.csv"
        : "write equivalent_of where the article converts one to the other";
    if (unit !== known)
      throw new InputError(
        article.file,
        line,
        `same_as names a figure in another unit: "${target}" (${unit}, not ${known}; ${advice})`,
      );
  }

  // A price is no sum: 58 dollars a barrel are in another unit than 58 dollars.
  private unitOf({kind, unit, per}: FigureRow): string | null {
    if (unit === null) return null;
    return kind === "money" && per ? `${unit} per ${per}` : (this.options.sameUnits?.get(unit) ?? unit);
  }

  private canonical(name: string, article_id: string): string {
    const id = this.parties.idOf(name, article_id, "media");
    return (id === null ? undefined : this.parties.get(id)?.name) ?? name;
  }

  // Adds a figure to the facts; returns whether its article has told the same before.
  private addFigure({row: figure, told, isApart}: AloneFigure, publisher: string): boolean {
    const {article_id, goods, thing} = figure;
    const id = (wording: string | null): string | null => this.parties.idOf(wording, article_id);
    for (const speaker of figure.said_by?.split(" > ") ?? []) this.speaker(speaker, article_id);
    if (goods !== null) {
      const known = this.goods.get(goods) ?? {terms: new Set(), figures: 0, articles: new Set()};
      if (thing !== null && known.terms.size < 40) known.terms.add(this.words.copy(thing));
      known.figures++;
      known.articles.add(article_id);
      this.goods.set(goods, known);
    }
    const supplier = id(figure.supplier);
    const recipient = id(figure.recipient);
    const via = id(figure.via);
    if (figure.equivalent_of !== null) return false;
    return this.facts.add(
      {
        ...told,
        unit: this.unitOf(figure),
        supplier,
        recipient,
        via,
        origin: figure.origin ?? this.countryOf(supplier),
        destination: figure.destination ?? this.countryOf(recipient),
        publisher,
      },
      {apart: isApart},
    );
  }

  private countryOf(id: string | null): string | null {
    return id === null ? null : (this.parties.get(id)?.country ?? null);
  }

  // A name that speaks is a party; “records” and “the report” are none.
  private speaker(wording: string, article_id: string): void {
    if (/\p{Lu}/u.test(wording) && !/\b(?:text|data|records|documents|report)\b/i.test(wording))
      this.parties.idOf(wording, article_id, "person");
  }
}
