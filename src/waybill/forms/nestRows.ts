import {channelOf} from "./channels.js";
import type {Channel, FormRow} from "./Form.js";
import type {Drawing} from "./startForm.js";
import {reachOf, unitOf} from "./values.js";

/** The row that a row is a part of: its index among the rows as given, its `id`, what it is called, or the row itself. */
export type Within<Row> = Channel<Row, unknown>;

/** Returns for each row the index of the row that it is a part of, or null: a part has the unit of its whole, and is not larger. */
export function nestRows<Row extends FormRow>(
  {rows, given, labelOf}: Pick<Drawing<Row>, "rows" | "given" | "labelOf">,
  within: Within<Row> | undefined,
): (number | null)[] {
  if (within === undefined) return rows.map(() => null);
  const wholeOf = channelOf(within, () => null);
  const named = new Map<unknown, Row>();
  for (const row of given) {
    for (const name of [labelOf(row), (row as {id?: unknown}).id]) if (name != null) named.set(name, row);
  }
  const found = rows.map((row): number | null => {
    const of = wholeOf(row);
    if (of == null || of === "") return null;
    const whole = typeof of === "object" ? (of as Row) : (named.get(of) ?? given[Number(of)]);
    if (whole === undefined || whole === row || unitOf(whole) !== unitOf(row)) return null;
    const [part, all] = [reachOf(row), reachOf(whole)];
    return part / all > 0 && part / all <= 1 ? rows.indexOf(whole) : null;
  });
  // A part of a part stands by itself.
  return found.map((whole) => (whole !== null && found[whole] === null ? whole : null));
}
