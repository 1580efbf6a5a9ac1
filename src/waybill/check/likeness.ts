import type {Figure} from "../model/figure.js";
import {isAlike, measureAlike} from "../model/measured.js";

/** A text with the figures that are read in it. */
export interface Document<F extends Figure = Figure> {
  text: string;
  figures: readonly F[];
  /** Who publishes it, and whom it relays. */
  voices?: readonly string[];
}

/** What figures have to be compared by. */
export interface LikenessOptions {
  /** Units that count the same: “batch” -> “shipment”. */
  sameUnits?: ReadonlyMap<string, string>;
  /** Nouns that say little of what is measured: “equipment”, “people”. */
  broad?: ReadonlySet<string>;
  /** Returns the word that stands for one in lower case: “norway” for “norwegian” and “oslo”; the word itself for others. */
  nameOf?: (word: string) => string;
}

/**
 * Says how far a figure of a draft speaks of the same as one that is known: by
 * what its passage has of the other's article, by the words near both, and by
 * what they are of and whose. Words that few articles have tell more than those
 * that many have.
 *
 *     const likeness = new Likeness(articles);
 *     likeness.of({document: draft, figure}, {document: articles[0], figure: articles[0].figures[0]})
 *     // from 0, for nothing in common, to about 6
 */
export class Likeness {
  private readonly texts = new Map<string, ReadonlySet<string>>();
  private readonly counts = new Map<string, number>();
  private readonly affinities = new Map<Figure, ReadonlyMap<Document, number>>();

  constructor(
    private readonly known: readonly Document[],
    private readonly options: LikenessOptions = {},
  ) {
    for (const {text} of known)
      for (const word of this.wordsOf(text)) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
  }

  /** Returns the unit in which a figure counts, by one name for all that count the same; a price has its own. */
  unitOf({unit, per}: Pick<Figure, "unit" | "per">): string {
    return `${this.options.sameUnits?.get(unit ?? "") ?? unit ?? ""}${per ? ` per ${per}` : ""}`;
  }

  /** Returns how far a figure speaks of the same as a known one; below zero where something is against it. */
  of(one: Told, known: Told): number {
    const [a, b] = [one.figure, known.figure];
    let score =
      3 * this.share(this.near(one, reach), this.around(known)) + 2 * this.affinity(one, known.document);
    const alike = measureAlike(this.measured(a), this.measured(b), this.options.broad ?? new Set());
    if (alike === true) score += 0.5;
    if (alike === false && a.goods !== b.goods) score -= 0.5;
    for (const role of ["supplier", "recipient", "via"] as const) {
      const [x, y] = [a[role], b[role]];
      if (x !== null && y !== null && /(?:^| )\p{Lu}\S*$/u.test(x) && isAlike(x, y)) score += 0.5;
      else if (this.isNamed(x) && this.isNamed(y)) score -= 0.5;
    }
    return score;
  }

  // How far the passage is about what the article is about: 1 for the article that has most of it,
  // if it has some of its words; one or two may be chance.
  private affinity({document, figure}: Told, article: Document): number {
    return this.affinitiesOf(document, figure).get(article) ?? 0;
  }

  // A passage is held against each article once, however many figures that has.
  private affinitiesOf(document: Document, figure: Figure): ReadonlyMap<Document, number> {
    const known = this.affinities.get(figure);
    if (known) return known;
    const passage = this.near({document, figure}, passageReach);
    const shares = this.known.map(({text}) => this.share(passage, this.wordsOf(text)));
    const best = Math.max(...shares, 0.4);
    const affinities = new Map(
      this.known.map((article, i) => {
        const words = this.wordsOf(article.text);
        const common = [...passage].filter((word) => words.has(word)).length;
        return [article, (shares[i] / best) * Math.min(1, common / 4)];
      }),
    );
    this.affinities.set(figure, affinities);
    return affinities;
  }

  // “Volmer Shipping” is a name; “a Norwegian firm” may be any, and Norway may stand for one.
  private isNamed(party: string | null): boolean {
    const last = party?.split(" ").at(-1) ?? "";
    return /^\p{Lu}/u.test(last) && this.nameOf(last.toLowerCase()) === last.toLowerCase();
  }

  private nameOf(word: string): string {
    return this.options.nameOf?.(word) ?? word;
  }

  private measured({kind, thing, unit}: Figure) {
    return {kind, thing, writtenUnit: unit, unit: this.options.sameUnits?.get(unit ?? "") ?? unit};
  }

  // How much the second has of what the first says, by the weight of the words.
  private share(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
    let [shared, all] = [0, 0];
    for (const word of words) {
      const weight = Math.log((1 + this.known.length) / (1 + (this.counts.get(word) ?? 0))) + 0.3;
      all += weight;
      if (others.has(word)) shared += weight;
    }
    return all === 0 ? 0 : shared / all;
  }

  private near({document: {text}, figure}: Told, reach: number): ReadonlySet<string> {
    const {start, end, thing} = figure;
    // A word that is cut in two is none.
    const before = text.slice(Math.max(0, start - reach), start).replace(start > reach ? /^\S*/ : "", "");
    const after = text.slice(end, end + reach).replace(end + reach < text.length ? /\S*$/ : "", "");
    return this.wordsOf(`${before} ${after} ${thing ?? ""}`);
  }

  // The sentence and the one that it goes on from, and what the article tells of the figure elsewhere.
  private around({document: {text}, figure}: Told): ReadonlySet<string> {
    const {start, end, sentence, thing, goods, supplier, recipient, via, origin, destination} = figure;
    const before = text.slice(Math.max(0, start - passageReach / 2), start);
    const after = text.slice(end, end + reach);
    return this.wordsOf(
      [before, after, sentence, thing, goods, supplier, recipient, via, origin, destination].join(" "),
    );
  }

  private wordsOf(text: string): ReadonlySet<string> {
    const known = this.texts.get(text);
    if (known) return known;
    const words = new Set(
      (text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [])
        .filter((word) => word.length > 2 && !little.has(word))
        .map((word) => stem(this.nameOf(word.replace(/['’]s?$/, "")))),
    );
    this.texts.set(text, words);
    return words;
  }
}

/** A figure and the text that states it. */
export interface Told<F extends Figure = Figure> {
  document: Document;
  figure: F;
}

// How many characters before and after a figure tell what it is of, and what the passage is about.
const reach = 70;
const passageReach = 400;

// Endings that a sentence's grammar adds: “shipments”, “shipped”, “shipping” are near enough to one word.
const stem = (word: string): string =>
  word.replace(/(?<=\p{L}{4})(?:ies|ied)$/u, "y").replace(/(?<=\p{L}{3}[^s])(?:e?s|e?d|ing)$/u, "");

const little = new Set(
  (
    "the and for from with that this its their his her was were are has have had been than more less about over under " +
    "into some which who whom what when where when said says say told tells tell according report reports reported " +
    "reporting hundred thousand million billion trillion per cent percent year years but not they will would also"
  ).split(" "),
);
