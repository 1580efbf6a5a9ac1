import {nameOfPublisher} from "../model/article.js";
import type {Change, Qualifier} from "../model/figure.js";
import {capitalize, formatCount, formatDate, formatFigure, type Style} from "../model/format.js";
import type {ChartRow} from "./Chart.js";
import type {FactRow, ShownRow} from "./facts.js";

/** Returns the parties of a fact in words: “from Norway to Northern Mills”, or "". */
export function partiesOf({
  supplier,
  recipient,
  via,
}: Pick<FactRow, "supplier" | "recipient" | "via">): string {
  return [supplier && `from ${supplier}`, recipient && `to ${recipient}`, via && `via ${via}`]
    .filter(Boolean)
    .join(" ");
}

/** Returns the period of a fact: “since January 2023”, “as of July 2023”, or "" if none is known. */
export function periodOf({period_start, period_end}: Pick<FactRow, "period_start" | "period_end">): string {
  const [start, end] = [period_start, period_end].map((iso) => (iso ? formatDate(iso) : null));
  if (start && end) return start === end ? `in ${start}` : `from ${start} to ${end}`;
  return start ? `since ${start}` : end ? `as of ${end}` : "";
}

/** Returns whose reports they are, each with whose it passes on: “The Gazette and The Ledger, relaying The Courier”. */
export function reportersOf(row: Reported): string {
  const byOrigin = new Map<string, string[]>();
  for (const line of linesOf(row)) {
    const [name, passedOn = ""] = line.split("|");
    byOrigin.set(passedOn, [...(byOrigin.get(passedOn) ?? []), name]);
  }
  const groups = [...byOrigin].map(
    ([passedOn, names]) =>
      `${listed([...new Set(names)])}${passedOn && `, relaying ${passedOn.replaceAll(" > ", ", relaying ")}`}`,
  );
  return groups.length > 2 ? groups.join("; ") : groups.join(", and ");
}

/** Who reports a row: its own article, or all that tell it, a line each. */
export type Reported = Pick<ChartRow, "publisher" | "relays"> & {reports?: string | null};

/** Returns who reports it: “reported by The Gazette and The Ledger, relaying The Courier”. */
export const reportedBy = (row: Reported): string => `reported by ${reportersOf(row)}`;

/** Returns whose report it is, and who passes it on, in few words for beside a mark: “The Courier, via The Gazette and The Ledger”. */
export function sourceOf(row: Reported): string {
  const byOrigin = new Map<string, string[]>();
  for (const line of linesOf(row)) {
    const [name, passedOn] = line.split("|");
    const origin = passedOn?.split(" > ").at(-1) || name;
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), ...(origin === name ? [] : [name])]);
  }
  return [...byOrigin]
    .map(([origin, names]) => [origin, listed([...new Set(names)])].filter(Boolean).join(", via "))
    .join("; ");
}

/**
 * Returns who says it, and who tells us so, as a line above a headline: “The Gazette
 * reports”, “The Courier reports, as told by The Gazette and The Ledger”, “What five articles
 * say”; "" for no rows. Who passes on another's report does not say it, the other does; but
 * what we read is what was passed on.
 */
export function kickerOf(rows: readonly Reported[]): string {
  const reports = reportsIn(rows).map(partsOf);
  const origins = [...new Set(reports.map(({origin}) => origin))];
  if (origins.length > 2) return `What ${formatCount(reports.length)} articles say`;
  if (origins.length === 0) return "";
  const [first, ...others] = origins.map(nameOfPublisher);
  return `${listed([capitalize(first), ...others])} report${origins.length > 1 ? "" : "s"}${toldBy(rows)}`;
}

/** Returns who passes on what the rows say, as words behind whom it is from: “, as told by The Gazette and The Ledger”; "" where nobody does. */
export function toldBy(rows: readonly Reported[]): string {
  const tellers = reportsIn(rows)
    .map(partsOf)
    .flatMap(({publisher, isRelayed}) => (isRelayed ? nameOfPublisher(publisher) : []));
  return tellers.length > 0 ? `, as told by ${listed([...new Set(tellers)])}` : "";
}

/** Returns whose reports they are in the end, each once. */
export function originsOf(rows: readonly Reported[]): string[] {
  return [...new Set(rows.flatMap(linesOf).map((line) => partsOf(line).origin))];
}

function partsOf(line: string): {publisher: string; origin: string; isRelayed: boolean} {
  const [publisher, passedOn] = line.split("|");
  return {publisher, origin: passedOn?.split(" > ").at(-1) || publisher, isRelayed: Boolean(passedOn)};
}

/** Returns whose reports the rows rest on, each once, as lines “publisher|relays”. */
export const reportsIn = (rows: readonly Reported[]): string[] => [...new Set(rows.flatMap(linesOf))];

const linesOf = ({publisher, relays, reports}: Reported): string[] =>
  reports ? reports.split("\n") : [[publisher, relays].filter(Boolean).join("|")];

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");

/** Returns what a figure is of, in its article's words, without the capital that opened their sentence. */
export function thingOf({
  thing,
  goods,
  sentence,
}: Pick<FactRow, "thing" | "goods" | "sentence">): string | null {
  if (thing === null) return goods;
  return sentence.startsWith(thing) && /^\p{Lu}\p{Ll}/u.test(thing)
    ? thing[0].toLowerCase() + thing.slice(1)
    : thing;
}

/** Returns how much of what, hedge included: “more than $20 million of timber”, “100,000 tents and blankets”. */
export function amountOf(
  row: Pick<
    FactRow,
    "kind" | "value" | "low" | "high" | "unit" | "stated_unit" | "qualifier" | "thing" | "goods" | "sentence"
  >,
  style: Style,
): string {
  const {kind, stated_unit: unit} = row;
  const amount = formatFigure(row, style);
  const thing = thingOf(row);
  if (thing === null) return amount;
  // The thing that is counted names the unit again: “63 shipments”, “1,000 CQ-A rifles”.
  if (kind === "count" && unit !== null && thing.toLowerCase().includes(unit.toLowerCase()))
    return `${formatFigure({...row, unit: null}, style)} ${thing}`;
  if (kind === "percent" || kind === "multiple" || kind === "share") return `${amount}, ${thing}`;
  return `${amount} of ${thing}`;
}

const changes: Record<Change, string> = {increase: "an increase", decrease: "a decrease"};

/** Returns the name of a fact's mark: value, hedge, thing, change, status, parties and who reports it. */
export function nameOf(row: FactRow): string {
  const status = row.status === "delivered" ? "" : row.status;
  const change = row.change ? changes[row.change] : "";
  return [amountOf(row, "prose"), change, status, partiesOf(row), reportedBy(row)].filter(Boolean).join(", ");
}

/** Returns how a derived number was worked out, with the figures in place of their names: “more than $100m ÷ 30”. */
export function workingOf(
  {formula, inputs}: Pick<ShownRow, "formula" | "inputs">,
  style: Style = "chart",
): string {
  const values = new Map(
    (inputs ?? "").split("\n").map((input) => {
      const [name, value, unit = "", qualifier = null] = input.split("|");
      const figure = {value: Number(value), low: null, high: null, qualifier: qualifier as Qualifier | null};
      return [name, formatFigure({...figure, unit: /^[A-Z]{3}$/.test(unit) ? unit : null}, style)] as const;
    }),
  );
  return (formula ?? "")
    .replace(/[a-z_]\w*/gi, (name) => values.get(name) ?? name)
    .replaceAll(" / ", " ÷ ")
    .replaceAll(" * ", " × ")
    .replaceAll(" - ", " − ");
}

/** Returns the name of the mark of a fact, or of what was worked out: that is never put in a publisher's mouth. */
export function nameOfShown(row: ShownRow): string {
  if (!row.derived) return nameOf(row as FactRow);
  const amount = formatFigure(row, "prose");
  const what = row.thing ? `${row.thing}: ${amount}` : amount;
  return `${what}, our calculation: ${workingOf(row, "prose")}, from figures ${reportedBy(row)}`;
}

/** Returns the row that has a role in its chart and a value, or undefined. */
export function rowOf<Row extends {role: string; value: number | null}>(
  rows: readonly Row[],
  role: Row["role"],
): Row | undefined {
  return rows.find((row) => row.role === role && row.value !== null);
}
