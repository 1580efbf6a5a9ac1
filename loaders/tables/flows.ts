import type {Row} from "../../src/model/tables.js";
import {joined, slugOf} from "./slug.js";

const lists = ["figures", "articles"] as const;

interface Flow {
  row: Row;
  /** Numbers of its facts: their ids would fill the memory of a corpus. */
  facts: number[];
}

/** Gathers the facts with a supplier or a recipient to one row for each way that goods went. */
export class FlowIndex {
  private readonly flows = new Map<string, Flow>();

  /** Adds a fact and its number. */
  add(fact: Row, n: number): void {
    const {supplier, recipient, via, goods, origin, destination, status} = fact;
    if (supplier === null && recipient === null) return;
    const parts = [supplier ?? "unnamed", "to", recipient ?? "unnamed", ...(via ? ["via", via] : [])];
    const flow_id = slugOf([...parts, goods ?? "", status ?? ""].join(" "));
    let flow = this.flows.get(flow_id);
    if (!flow) {
      flow = {
        row: {flow_id, supplier, recipient, via, goods, origin, destination, status},
        facts: [],
      };
      this.flows.set(flow_id, flow);
    }
    flow.row.origin ??= origin;
    flow.row.destination ??= destination;
    flow.facts.push(n);
  }

  /** Yields the rows of `flows`, in the order of their ids; `factOf` returns a fact's row by its number. */
  *rows(factOf: (n: number) => Row): Generator<Row> {
    for (const [, {row, facts}] of [...this.flows].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const ids = facts.map(factOf);
      const all = (list: (typeof lists)[number]): string | null =>
        joined(ids.flatMap((fact) => String(fact[list]).split(" ")));
      yield {
        ...row,
        facts: joined(ids.map(({fact_id}) => String(fact_id))),
        ...Object.fromEntries(lists.map((list) => [list, all(list)])),
      };
    }
  }
}
