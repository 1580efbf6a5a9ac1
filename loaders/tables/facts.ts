import type {FigureRow, Kind} from "../../src/model/figure.js";
import type {Row} from "../../src/model/tables.js";
import {hull, type Interval, intervalOf} from "./interval.js";
import type {PartyRegistry} from "./parties.js";
import {joined} from "./slug.js";

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
  source: string;
}

export interface Fact {
  statements: Statement[];
}

/**
 * Groups figures that state the same thing: the same quantity in the same unit,
 * nothing in their parties or periods against it, and enough that speaks for
 * it. Time is linear: a figure is compared with the latest facts of its number.
 */
export class FactIndex {
  readonly facts: Fact[] = [];
  private readonly byQuantity = new Map<string, Fact[]>();

  constructor(private readonly parties: PartyRegistry) {}

  /** Adds a figure to the fact it states, or to a new one. */
  add(statement: Statement): Fact {
    const key = quantityOf(statement);
    const candidates = this.byQuantity.get(key) ?? [];
    let fact: Fact | undefined;
    for (let i = candidates.length - 1; !fact && i >= 0 && i >= candidates.length - latest; i--)
      if (this.isSame(candidates[i], statement)) fact = candidates[i];
    if (!fact) {
      fact = {statements: []};
      this.facts.push(fact);
      candidates.push(fact);
      if (candidates.length === 1) this.byQuantity.set(key, candidates);
    }
    fact.statements.push(statement);
    return fact;
  }

  /** Makes one fact of those that two figures state, as a review says. Looks at all facts: reviews are few. */
  merge(figure_id: string, other_id: string): void {
    const [one, other] = [figure_id, other_id].map(
      (id) => this.facts.find(({statements}) => statements.some((s) => s.figure_id === id))!,
    );
    if (one === other) return;
    const [first, second] = this.facts.indexOf(one) < this.facts.indexOf(other) ? [one, other] : [other, one];
    first.statements.push(...second.statements);
    this.facts.splice(this.facts.indexOf(second), 1);
  }

  private isSame({statements}: Fact, statement: Statement): boolean {
    let best = 0;
    for (const other of statements.slice(-latest)) {
      if (!this.isCompatible(other, statement)) return false;
      best = Math.max(best, evidence(other, statement));
    }
    return best >= enough;
  }

  private isCompatible(a: Statement, b: Statement): boolean {
    return (
      (a.change === null || b.change === null || a.change === b.change) &&
      this.mayBe(a.supplier, b.supplier) &&
      this.mayBe(a.recipient, b.recipient) &&
      (a.origin === null || b.origin === null || a.origin === b.origin) &&
      (a.destination === null || b.destination === null || a.destination === b.destination) &&
      !isApart(a, b) &&
      (a.goods === null || b.goods === null || a.goods === b.goods || a.article_id === b.article_id)
    );
  }

  // A company of a country may be what “Chinese companies” or “China” stands for; two companies are two.
  private mayBe(a: string | null, b: string | null): boolean {
    if (a === null || b === null || a === b) return true;
    const [one, other] = [this.parties.get(a), this.parties.get(b)];
    if (!one || !other) return true;
    const isBroad = (kind: string): boolean => kind === "state" || kind === "group" || kind === "other";
    if (!isBroad(one.kind) && !isBroad(other.kind)) return false;
    return one.country === null || other.country === null || one.country === other.country;
  }
}

const latest = 24;
const enough = 2;

function quantityOf({kind, unit, value, low, high}: Statement): string {
  return value !== null ? `${kind} ${unit} ${value}` : `${kind} ${unit} ${low}..${high}`;
}

// Kinds of which the number alone says little: “two years” is in every other article.
const common: ReadonlySet<Kind> = new Set<Kind>(["duration", "age", "share", "other"]);

function evidence(a: Statement, b: Statement): number {
  let score = a.article_id === b.article_id ? 1 : a.source === b.source ? 0.5 : 0;
  if (a.goods !== null && a.goods === b.goods) score += 1;
  if (a.supplier !== null && a.supplier === b.supplier) score += 1;
  if (a.recipient !== null && a.recipient === b.recipient) score += 1;
  else if (a.destination !== null && a.destination === b.destination) score += 0.5;
  if (a.supplier !== b.supplier && a.origin !== null && a.origin === b.origin) score += 0.5;
  if (a.thing !== null && b.thing !== null && isAlike(a.thing, b.thing)) score += 1;
  if (a.period_start !== null && a.period_start === b.period_start) score += 0.5;
  if (!common.has(a.kind) && isTelling(a)) score += 0.5;
  return score;
}

// 63, 4,470,000 and 100,000 tell a fact from others; 3 and 12 do not.
function isTelling({value, low}: Statement): boolean {
  const number = Math.abs(value ?? low ?? 0);
  return number >= 100 || (number > 20 && number % 10 !== 0);
}

/** Whether two wordings of a thing share half of the words of the shorter one. */
export function isAlike(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared > 0 && shared >= Math.min(x.size, y.size) / 2;
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}-]{3,}/gu) ?? [];
  return new Set(
    words
      .filter((word) => !/^(?:the|and|from|for|with|its|their)$/.test(word))
      .map((word) => word.replace(/s$/, "")),
  );
}

function isApart(a: Statement, b: Statement): boolean {
  const before = (end: string | null, start: string | null): boolean =>
    end !== null && start !== null && end.slice(0, start.length) < start.slice(0, end.length);
  return before(a.period_end, b.period_start) || before(b.period_end, a.period_start);
}

/** Returns how well the figures of a fact agree. */
export function agreementOf({statements}: Fact): string {
  if (statements.length === 1) return "single";
  const statuses = new Set(statements.map(({status}) => status).filter(Boolean));
  const values = new Set(statements.map((s) => quantityOf(s)));
  if (values.size > 1 || (statuses.has("denied") && statuses.size > 1)) return "in conflict";
  const hedges = new Set(statements.map(({qualifier}) => qualifier ?? "exactly"));
  return hedges.size > 1 ? "hedged differently" : "same";
}

/** Returns the id of a fact: that of its first figure, with “fact-” before it. */
export const factId = ({statements}: Fact): string => `fact-${statements[0].figure_id}`;

/** Returns the row of `facts` for a fact. */
export function factRow(fact: Fact, parties: PartyRegistry): Row {
  const {statements} = fact;
  const [first] = statements;
  const origins = joined(
    statements.map(({source}) => source),
    " | ",
  )!;
  const bounds: Interval = hull(statements.map(intervalOf));
  const isExact = bounds.known && bounds.low === bounds.high;
  return {
    fact_id: factId(fact),
    kind: first.kind,
    unit: first.unit,
    value: first.value,
    low: !bounds.known || isExact || !Number.isFinite(bounds.low) ? null : bounds.low,
    high: !bounds.known || isExact || !Number.isFinite(bounds.high) ? null : bounds.high,
    change: some(statements, "change"),
    thing: longest(statements.map(({thing}) => thing)),
    goods:
      some(
        statements.filter(({thing}) => thing !== null),
        "goods",
      ) ?? some(statements, "goods"),
    supplier: closest(
      statements.map(({supplier}) => supplier),
      parties,
    ),
    recipient: closest(
      statements.map(({recipient}) => recipient),
      parties,
    ),
    via: some(statements, "via"),
    origin: some(statements, "origin"),
    destination: some(statements, "destination"),
    period_start: some(statements, "period_start"),
    period_end: some(statements, "period_end"),
    status: some(statements, "status"),
    figures: joined(statements.map(({figure_id}) => figure_id)),
    articles: joined(statements.map(({article_id}) => article_id)),
    publishers: new Set(statements.map(({publisher}) => publisher)).size,
    origins: new Set(statements.map(({source}) => source)).size,
    origin_names: origins,
    agreement: agreementOf(fact),
  };
}

function some<K extends keyof Statement>(statements: readonly Statement[], cell: K): Statement[K] | null {
  return statements.find((statement) => statement[cell] !== null)?.[cell] ?? null;
}

function longest(texts: readonly (string | null)[]): string | null {
  return texts.reduce((best, text) => ((text?.length ?? 0) > (best?.length ?? 0) ? text : best), null);
}

const closeness = ["person", "company", "media", "agency", "other", "group", "state"];

function closest(ids: readonly (string | null)[], parties: PartyRegistry): string | null {
  const rank = (id: string): number => closeness.indexOf(parties.get(id)?.kind ?? "state");
  return ids.reduce(
    (best, id) => (id !== null && (best === null || rank(id) < rank(best)) ? id : best),
    null,
  );
}
