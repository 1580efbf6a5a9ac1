import type {Figure, FigureRow} from "../model/figure.js";
import {isAlike, measureAlike} from "../model/measured.js";

/** What figures have to be compared by. */
export interface LikenessOptions {
  /** Units that count the same: “batch” -> “shipment”. */
  sameUnits?: ReadonlyMap<string, string>;
  /** Nouns that say little of what is measured: “equipment”, “people”. */
  broad?: ReadonlySet<string>;
  /** Returns the word that stands for one in lower case: “norway” for “norwegian” and “oslo”; the word itself for others. */
  nameOf?: (word: string) => string;
  /** Returns what stands around a known figure in its article, where one sentence leaves the next to be understood. */
  contextOf?: (known: FigureRow) => string;
}

/**
 * Says how far a figure speaks of the same as a known one, by the words near it,
 * what they are of, and whose. Rare words tell more than common ones, so it is
 * made with the sentences that are known.
 *
 *     const likeness = new Likeness(known);
 *     likeness.of(figure, known[0])  // 0 for nothing in common, from about 2 on for the same
 */
export class Likeness {
  private readonly words = new Map<Figure, Set<string>>();
  private readonly near = new Map<Figure, Set<string>>();
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly known: readonly FigureRow[],
    private readonly options: LikenessOptions = {},
  ) {
    for (const figure of known)
      for (const word of this.wordsOf(figure)) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
  }

  /** Returns the unit in which a figure counts, by one name for all that count the same; a price has its own. */
  unitOf({unit, per}: Pick<Figure, "unit" | "per">): string {
    return `${this.options.sameUnits?.get(unit ?? "") ?? unit ?? ""}${per ? ` per ${per}` : ""}`;
  }

  /** Returns how far a figure speaks of the same as a known one; below zero where something is against it. */
  of(a: Figure, b: FigureRow): number {
    let score = 3 * this.shared(a, b);
    const alike = measureAlike(this.measured(a), this.measured(b), this.options.broad ?? new Set());
    if (alike === true) score += 1;
    if (alike === false && a.goods !== b.goods) score -= 1.5;
    if (a.goods !== null && a.goods === b.goods) score += 0.5;
    for (const role of ["supplier", "recipient", "via"] as const) {
      const [x, y] = [a[role], b[role]];
      if (x !== null && y !== null && /(?:^| )\p{Lu}\S*$/u.test(x) && isAlike(x, y)) score += 0.5;
      else if (this.isNamed(x) && this.isNamed(y)) score -= 1;
    }
    return score;
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

  // How much of what stands near the one the other knows of; the rest of a long sentence may be of other figures.
  private shared(a: Figure, b: FigureRow): number {
    const [near, known] = [this.wordsNear(a), this.wordsOf(b)];
    let [shared, all] = [0, 0];
    for (const word of near) {
      const weight = this.weightOf(word);
      all += weight;
      if (known.has(word)) shared += weight;
    }
    return all === 0 ? 0 : shared / all;
  }

  private weightOf(word: string): number {
    return Math.log((1 + this.known.length) / (1 + (this.counts.get(word) ?? 0))) + 0.5;
  }

  private wordsNear(figure: Figure): Set<string> {
    return keep(this.near, figure, () => {
      const {sentence, exact, prefix} = figure;
      const at = Math.max(0, sentence.indexOf(exact, Math.max(0, sentence.indexOf(prefix.trim()))));
      const before = sentence
        .slice(0, at)
        .slice(-reach)
        .replace(/^\S*\s/, (cut) => (at > reach ? "" : cut));
      const after = sentence.slice(at + exact.length, at + exact.length + reach);
      return this.namesIn(
        `${before} ${after.length < reach ? after : after.replace(/\S*$/, "")} ${figure.thing ?? ""}`,
      );
    });
  }

  // Of the sentence, and of what its article tells of the figure elsewhere.
  private wordsOf(figure: FigureRow): Set<string> {
    return keep(this.words, figure, () => {
      const {sentence, exact, thing, goods, supplier, recipient, via, origin, destination} = figure;
      const around = sentence.replace(exact, " ");
      const context = this.options.contextOf?.(figure) ?? "";
      return this.namesIn(
        [context, around, thing, goods, supplier, recipient, via, origin, destination].join(" "),
      );
    });
  }

  private namesIn(text: string): Set<string> {
    return new Set(
      (text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [])
        .filter((word) => word.length > 2 && !little.has(word))
        .map((word) => stem(this.nameOf(word.replace(/['’]s?$/, "")))),
    );
  }
}

// How many characters before and after a figure tell what it is of.
const reach = 70;

function keep(words: Map<Figure, Set<string>>, figure: Figure, read: () => Set<string>): Set<string> {
  const known = words.get(figure) ?? read();
  words.set(figure, known);
  return known;
}

// Endings that a sentence's grammar adds: “shipments”, “shipped”, “shipping” are near enough to one word.
const stem = (word: string): string =>
  word.replace(/(?<=\p{L}{4})(?:ies|ied)$/u, "y").replace(/(?<=\p{L}{3}[^s])(?:e?s|e?d|ing)$/u, "");

const little = new Set(
  (
    "the and for from with that this its their his her was were are has have had been than more less about over under " +
    "into some which who whom what when where said says say told tells tell according report reports reported reporting"
  ).split(" "),
);
