import type {FigureRow, Kind} from "../../src/waybill/model/figure.js";
import {isAlike, isTelling, measureAlike} from "../../src/waybill/model/measured.js";
import {isPeriodApart, type Period} from "../../src/waybill/model/period.js";
import {closest} from "./closest.js";
import type {Origin} from "./origin.js";
import type {PartyRegistry} from "./parties.js";
import {StatementStore, type Word} from "./StatementStore.js";

/** What facts need to know of a figure; texts are left out, so that a corpus fits in memory. */
export interface Statement
  extends Pick<
    FigureRow,
    | "figure_id"
    | "article_id"
    | "kind"
    | "value"
    | "low"
    | "high"
    | "qualifier"
    | "change"
    | "goods"
    | "thing"
    | "holder"
    | "origin"
    | "destination"
    | "period_start"
    | "period_end"
    | "status"
  > {
  /** Unit in the sense of seeds/vocab/same-units.csv, and as written. */
  unit: string | null;
  writtenUnit: string | null;
  supplier: string | null;
  recipient: string | null;
  via: string | null;
  publisher: string;
  /** Where its sentence starts; null where that is not known. */
  sentenceStart: number | null;
  /** A hash of the sentence and the figure's place in it; null for a short one. */
  saying: number | null;
  /** The amount in other units as the article states it: “141000000 USD | 120000000 EUR”. */
  equivalents: string | null;
  /** The amount in US dollars as the article states it, and the figure that does. */
  usd: number | null;
  usdFigure: string | null;
}

export interface Fact {
  statements: Statement[];
  /** Whose reporting its articles are. */
  origins: Origin[];
}

/**
 * Groups figures that state the same thing: the same quantity in the same unit
 * and of the same, nothing in their parties or periods against it, and enough
 * that speaks for it. Time is linear: a figure is compared with the latest facts of its number.
 */
export class FactIndex {
  private readonly statements = new StatementStore();
  /** Of each fact its first statement; of each statement the next one of its fact. */
  private readonly firsts: number[] = [];
  private readonly next = new Map<number, number>();
  private readonly lasts = new Map<number, number>();
  /** Of each fact with more than one figure a statement that says what they say together. */
  private readonly summaries = new Map<number, number>();
  private readonly origins = new Map<string, Origin>();
  private readonly byQuantity = new Map<number, number | number[]>();

  /** `broad` holds nouns that say little of what is measured: “equipment”, “people”. */
  constructor(
    private readonly parties: PartyRegistry,
    private readonly broad: ReadonlySet<string>,
  ) {}

  /**
   * Adds a figure to the fact it states, or to a new one; `apart` where it says itself that it is another.
   * Returns whether its article has told the fact before.
   */
  add(statement: Statement, {apart = false} = {}): boolean {
    const key = hashOf(quantityOf(statement));
    const known = this.byQuantity.get(key);
    const candidates = known === undefined ? [] : typeof known === "number" ? [known] : known;
    const at = this.statements.add(statement);
    for (let i = candidates.length - 1; !apart && i >= 0 && i >= candidates.length - latest; i--) {
      if (!this.isSame(candidates[i], at)) continue;
      const isTold = this.isToldBy(candidates[i], at);
      this.append(candidates[i], at);
      return isTold;
    }
    this.firsts.push(at);
    // Most numbers have one fact, and then no list.
    if (known === undefined) this.byQuantity.set(key, at);
    else if (typeof known === "number") this.byQuantity.set(key, [known, at]);
    else known.push(at);
    return false;
  }

  // Articles come one after another: those of a fact's latest figure are the latest.
  private isToldBy(first: number, at: number): boolean {
    return this.statements.agree("article_id", this.lastOf(first), at);
  }

  private lastOf(first: number): number {
    let last = this.lasts.get(first) ?? first;
    for (let n = this.next.get(last); n !== undefined; n = this.next.get(last)) last = n;
    return last;
  }

  /** Says whose reporting an article is, before its figures are added. What is told of it later counts as well. */
  setOrigin(article_id: string, origin: Origin): void {
    this.origins.set(article_id, origin);
  }

  /** How many facts there are. */
  get size(): number {
    return this.firsts.length;
  }

  /** Returns the n-th fact, in the order of their first figures. */
  get(n: number): Fact {
    return this.factAt(this.firsts[n]);
  }

  /**
   * Makes one fact of those that two figures of one kind and unit state, as a
   * review says. Looks at all facts: reviews are few.
   */
  merge(figure_id: string, other_id: string): void {
    const [one, other] = [figure_id, other_id].map(
      (id) =>
        this.firsts.find((first) => this.numbersOf(first).some((at) => this.statements.figureId(at) === id))!,
    );
    if (one === other) return;
    const second = Math.max(one, other);
    this.append(Math.min(one, other), second);
    this.firsts.splice(this.firsts.indexOf(second), 1);
  }

  private factAt(first: number): Fact {
    const statements = this.numbersOf(first).map((at) => this.statements.get(at));
    const origins = statements.flatMap(({article_id}) => this.origins.get(article_id) ?? []);
    return {statements, origins};
  }

  private numbersOf(first: number): number[] {
    const numbers = [first];
    for (let at = this.next.get(first); at !== undefined; at = this.next.get(at)) numbers.push(at);
    return numbers;
  }

  private append(first: number, at: number): void {
    this.next.set(this.lastOf(first), at);
    this.lasts.set(first, at);
    let summary = this.summaries.get(first);
    if (summary === undefined) {
      summary = this.statements.add(this.statements.get(first));
      this.summaries.set(first, summary);
    }
    for (let own: number | undefined = at; own !== undefined; own = this.next.get(own))
      this.sumUp(summary, own);
  }

  // What is said most closely stays: the company, not “Danish companies”; “CQ-A rifles”, not “rifles”.
  private sumUp(summary: number, at: number): void {
    const {statements, parties} = this;
    statements.fill(summary, at);
    for (const role of ["supplier", "recipient"] as const) {
      const ids = [summary, at].map((n) => statements.text(role, n));
      if (closest(ids, parties) !== ids[0]) statements.copy(role, summary, at);
    }
    const [known, told] = [summary, at].map((n) => statements.text("thing", n) ?? "");
    if (!/\p{Lu}/u.test(known) && /\p{Lu}/u.test(told)) statements.copy("thing", summary, at);
  }

  private isSame(first: number, at: number): boolean {
    const {statements} = this;
    // What its figures say together must not be against it, however many they are.
    if (!this.isCompatible(this.summaries.get(first) ?? first, at)) return false;
    let best = 0;
    for (
      let other: number | undefined = first, n = 0;
      other !== undefined && n < latest;
      other = this.next.get(other), n++
    ) {
      const sameNumber =
        statements.agree("kind", other, at) &&
        statements.text("unit", other) === statements.text("unit", at) &&
        statements.agreeInNumber("value", other, at) &&
        // A range has no value; of other numbers the bounds are those of the hedge.
        (!Number.isNaN(statements.number("value", at)) ||
          (statements.agreeInNumber("low", other, at) && statements.agreeInNumber("high", other, at)));
      if (!sameNumber) return false;
      const alike = this.measureAlike(other, at);
      if (alike === false || this.isInOneSentence(other, at)) return false;
      if (alike) best = Math.max(best, this.evidence(other, at));
    }
    return best >= enough;
  }

  // Whether two statements measure the same: by their words, or where those leave it open by their goods,
  // by the two sides of one deal, or by a number that one article hardly has of two things. Null if nothing tells.
  private measureAlike(a: number, b: number): boolean | null {
    const {statements} = this;
    if (this.isRepeated(a, b)) return true;
    const [one, other] = [a, b].map((at) => ({
      kind: statements.text("kind", at) ?? "",
      thing: statements.text("thing", at),
      unit: statements.text("unit", at),
      writtenUnit: statements.text("writtenUnit", at),
    }));
    const alike = measureAlike(one, other, this.broad);
    if (alike !== null) return alike;
    const hasSides = [a, b].every(
      (at) => statements.text("supplier", at) !== null && statements.text("recipient", at) !== null,
    );
    const isToldAgain =
      one.kind === "count" &&
      statements.agree("article_id", a, b) &&
      isTelling(statements.number("value", a));
    return hasSides || isToldAgain || statements.agree("goods", a, b) ? true : null;
  }

  // “$5m on roads and $5m on rails”: who tells a number twice in one sentence means two.
  private isInOneSentence(a: number, b: number): boolean {
    const {statements} = this;
    return (
      statements.agree("article_id", a, b) &&
      statements.number("sentenceStart", a) === statements.number("sentenceStart", b)
    );
  }

  private isRepeated(a: number, b: number): boolean {
    const saying = this.statements.number("saying", a);
    return !Number.isNaN(saying) && saying === this.statements.number("saying", b);
  }

  private isCompatible(a: number, b: number): boolean {
    const {statements} = this;
    return (
      statements.text("change", a) === statements.text("change", b) &&
      !statements.differ("via", a, b) &&
      !isNamedApart(statements.text("thing", a), statements.text("thing", b)) &&
      !isNamedApart(statements.text("holder", a), statements.text("holder", b)) &&
      !statements.differ("origin", a, b) &&
      !statements.differ("destination", a, b) &&
      (!statements.differ("goods", a, b) || statements.agree("article_id", a, b)) &&
      (!statements.differ("supplier", a, b) || this.mayBe("supplier", a, b)) &&
      (!statements.differ("recipient", a, b) || this.mayBe("recipient", a, b)) &&
      !isPeriodApart(this.periodOf(a), this.periodOf(b))
    );
  }

  private periodOf(at: number): Period {
    return {
      period_start: this.statements.text("period_start", at),
      period_end: this.statements.text("period_end", at),
    };
  }

  // A company of a country may be what “Danish companies” or “Denmark” stands for; two companies are two.
  private mayBe(role: "supplier" | "recipient", a: number, b: number): boolean {
    const [one, other] = [a, b].map((at) => this.parties.get(this.statements.text(role, at)!));
    if (!one || !other) return true;
    const isBroad = (kind: string): boolean => kind === "state" || kind === "group" || kind === "place";
    if (!isBroad(one.kind) && !isBroad(other.kind)) return false;
    return one.country === null || other.country === null || one.country === other.country;
  }

  private evidence(a: number, b: number): number {
    if (this.isRepeated(a, b)) return enough;
    const {statements} = this;
    const agree = (word: Word): boolean => statements.agree(word, a, b);
    let score = agree("article_id") ? 1 : this.haveOneOrigin(a, b) ? 0.5 : 0;
    if (agree("goods")) score += 1;
    if (agree("supplier")) score += 1;
    else if (agree("origin")) score += 0.5;
    if (agree("recipient")) score += 1;
    else if (agree("destination")) score += 0.5;
    if (agree("period_start")) score += 0.5;
    const [x, y] = [statements.text("thing", a), statements.text("thing", b)];
    if (x !== null && y !== null && isAlike(x, y)) score += 1;
    const number = statements.number("value", a);
    if (
      !common.has(statements.text("kind", a) as Kind) &&
      isTelling(Number.isNaN(number) ? statements.number("low", a) : number)
    )
      score += 0.5;
    return score;
  }

  private haveOneOrigin(a: number, b: number): boolean {
    const [one, other] = [a, b].map((at) => this.origins.get(this.statements.text("article_id", at)!));
    return one !== undefined && one.name !== null && one.name === other?.name;
  }
}

// A number that a whole corpus repeats must not be compared with all of it.
const latest = 8;
const enough = 2;

/** Returns a statement's quantity as a text that is the same for the same one. */
export function quantityOf({kind, unit, value, low, high}: Statement): string {
  return value !== null ? `${kind} ${unit} ${value}` : `${kind} ${unit} ${low}..${high}`;
}

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

// Kinds of which the number alone says little: “two years” is in every other article.
const common: ReadonlySet<Kind> = new Set<Kind>(["duration", "age", "share", "other"]);

// “Kinzhal missiles” and “Iskander missiles”, but not “rifles” and “CQ-A rifles”
function isNamedApart(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return false;
  const [x, y] = [a, b].map((text) => text.match(/\p{Lu}[\p{L}\p{N}-]+/gu) ?? ([] as string[]));
  return x.length > 0 && y.length > 0 && !x.some((name) => y.includes(name));
}
