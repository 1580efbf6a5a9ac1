import type {FigureRow} from "../model/figure.js";
import {formatFigure} from "../model/format.js";
import type {ChartRow} from "./Chart.js";

/** A figure with what a chart says of its article. */
export type StatedRow = ChartRow &
  Pick<
    FigureRow,
    "kind" | "value" | "low" | "high" | "unit" | "qualifier" | "thing" | "supplier" | "recipient" | "status"
  > & {
    relays: string | null;
  };

/** SQL for the columns of a StatedRow. */
export const statedColumns =
  "f.figure_id, f.article_id, f.kind, f.value, f.low, f.high, f.unit, f.qualifier, f.thing, f.supplier, f.recipient, f.status, f.exact, f.sentence, a.publisher, a.relays";

/** Returns the name of a mark for assistive technology: value, hedge, thing and who reports it. */
export function nameOf(row: StatedRow): string {
  const parties = [row.supplier && `from ${row.supplier}`, row.recipient && `to ${row.recipient}`]
    .filter(Boolean)
    .join(" ");
  return [
    formatFigure(row, "prose"),
    row.thing && row.kind === "money" ? `of ${row.thing}` : row.kind === "count" ? "" : row.thing,
    parties,
    `reported by ${row.publisher}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** Returns the long description of a chart: what it shows, its notes, and each figure in its article's words. */
export function describeAtLength(short: string, notes: string[], rows: ChartRow[]): string {
  return [short, ...notes, ...rows.map((row) => `${row.publisher}: “${row.exact}”.`)]
    .filter(Boolean)
    .join(" ");
}
