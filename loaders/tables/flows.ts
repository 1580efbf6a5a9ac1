import type {Row} from "../../src/model/tables.js";
import {joined, slugOf} from "./slug.js";

/** Returns the rows of `flows`: facts with a supplier or a recipient, one row for each way the goods went. */
export function flowsOf(facts: readonly Row[]): Row[] {
  const ways = new Map<string, Row[]>();
  for (const fact of facts) {
    if (fact.supplier === null && fact.recipient === null) continue;
    const name = slugOf(
      [
        fact.supplier ?? "unnamed",
        "to",
        fact.recipient ?? "unnamed",
        ...(fact.via ? ["via", fact.via] : []),
        fact.goods ?? "",
        fact.status ?? "",
      ].join(" "),
    );
    const way = ways.get(name);
    if (way) way.push(fact);
    else ways.set(name, [fact]);
  }
  return [...ways]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([flow_id, same]) => {
      const {supplier, recipient, via, goods, status} = same[0];
      const all = (cell: string): string | null =>
        joined(same.flatMap((fact) => String(fact[cell] ?? "").split(" ")));
      return {
        flow_id,
        supplier,
        recipient,
        via,
        goods,
        origin: same.find(({origin}) => origin !== null)?.origin ?? null,
        destination: same.find(({destination}) => destination !== null)?.destination ?? null,
        status,
        facts: joined(same.map(({fact_id}) => String(fact_id))),
        figures: all("figures"),
        articles: all("articles"),
      };
    });
}
