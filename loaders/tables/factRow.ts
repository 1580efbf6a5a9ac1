import type {Row} from "../../src/waybill/model/tables.js";
import {closest} from "./closest.js";
import {type Fact, quantityOf, type Statement} from "./facts.js";
import {hull, type Interval, intervalOf} from "./interval.js";
import {countOrigins} from "./origin.js";
import type {PartyRegistry} from "./parties.js";
import {type Rate, rateFor} from "./rates.js";
import {joined} from "./slug.js";

/** Returns how well the figures of a fact agree. */
export function agreementOf({statements}: Fact): string {
  if (statements.length === 1) return "single";
  const statuses = new Set(statements.map(({status}) => status).filter(Boolean));
  const values = new Set(statements.map((s) => quantityOf(s)));
  const known = statements.map(intervalOf).filter((interval) => interval.known);
  const [low, high] = [Math.max(...known.map((i) => i.low)), Math.min(...known.map((i) => i.high))];
  const opposite =
    statements.some(({qualifier}) => qualifier === "less_than") &&
    statements.some(({qualifier}) => qualifier === "at_least" || qualifier === "more_than");
  if (low > high || (opposite && low >= high)) return "in conflict";
  if (values.size > 1 || (statuses.has("denied") && statuses.size > 1)) return "in conflict";
  const hedges = new Set(statements.map(({qualifier}) => qualifier ?? "exactly"));
  return hedges.size > 1 ? "hedged differently" : "same";
}

/** Returns the id of a fact: that of its first figure, with “fact-” before it. */
export const factId = ({statements}: Fact): string => `fact-${statements[0].figure_id}`;

/** Returns the id of a fact, and those of its figures and articles. */
export const namesOf = (fact: Fact): {fact_id: string; figures: string[]; articles: string[]} => ({
  fact_id: factId(fact),
  figures: fact.statements.map(({figure_id}) => figure_id),
  articles: fact.statements.map(({article_id}) => article_id),
});

/** Returns the row of `facts` for a fact. */
export function factRow(fact: Fact, parties: PartyRegistry, rates: readonly Rate[] = []): Row {
  const {statements} = fact;
  const [first] = statements;
  const bounds: Interval = hull(statements.map(intervalOf));
  const isExact = bounds.known && bounds.low === bounds.high;
  return {
    fact_id: factId(fact),
    kind: first.kind,
    unit: first.unit,
    value: first.value,
    low: !bounds.known || isExact || !Number.isFinite(bounds.low) ? null : bounds.low,
    high: !bounds.known || isExact || !Number.isFinite(bounds.high) ? null : bounds.high,
    stated_equivalent: joined(
      statements.flatMap(({equivalents}) => equivalents?.split(" | ")),
      " | ",
    ),
    ...inDollars(statements, some(statements, "period_start"), rates),
    change: some(statements, "change"),
    thing: longest(statements.map(({thing}) => thing)),
    goods:
      some(
        statements.filter(({thing}) => thing !== null),
        "goods",
      ) ?? some(statements, "goods"),
    holder: some(statements, "holder"),
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
    ...countOrigins(fact.origins),
    agreement: agreementOf(fact),
  };
}

function inDollars(
  statements: readonly Statement[],
  when: string | null,
  rates: readonly Rate[],
): Pick<Row, "usd" | "rate"> {
  const [{kind, unit, value}] = statements;
  if (kind !== "money" || value === null || unit === null) return {usd: null, rate: null};
  if (unit === "USD") return {usd: value, rate: null};
  const told = statements.find(({usd}) => usd !== null);
  if (told) return {usd: told.usd, rate: `as stated by ${told.publisher}: ${told.usdFigure}`};
  const rate = rateFor(rates, unit, when);
  if (!rate) return {usd: null, rate: null};
  return {
    usd: Number((value * rate.usd).toPrecision(12)),
    rate: `${rate.usd} USD per ${unit}, ${rate.date}, ${rate.source}`,
  };
}

function some<K extends keyof Statement>(statements: readonly Statement[], cell: K): Statement[K] | null {
  return statements.find((statement) => statement[cell] !== null)?.[cell] ?? null;
}

function longest(texts: readonly (string | null)[]): string | null {
  return texts.reduce((best, text) => ((text?.length ?? 0) > (best?.length ?? 0) ? text : best), null);
}
