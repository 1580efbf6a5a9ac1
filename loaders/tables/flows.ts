import type {Row} from "../../src/waybill/model/tables.js";
import {joined, slugOf} from "./slug.js";

interface Flow {
  row: Row;
  /** Numbers of its facts: their ids would fill the memory of a corpus. */
  facts: number[];
  relations: Row[];
}

/** Gathers the facts with a supplier or a recipient, and the noted relations, to one row for each way that goods went. */
export class FlowIndex {
  private readonly flows = new Map<string, Flow>();

  /** Adds a fact and its number. */
  add(fact: Row, n: number): void {
    if (fact.supplier === null && fact.recipient === null) return;
    this.flowOf(fact).facts.push(n);
  }

  /** Adds a row of `relations` of the kind `supplies`, to the flow of the facts that say the same. */
  addRelation(relation: Row): void {
    const {from_party: supplier, to_party: recipient} = relation;
    this.flowOf({...relation, supplier, recipient}).relations.push(relation);
  }

  /** Yields the rows of `flows`, in the order of their ids; `factOf` returns a fact's row by its number. */
  *rows(factOf: (n: number) => Row): Generator<Row> {
    for (const [, {row, facts, relations}] of [...this.flows].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const ids = facts.map(factOf);
      const all = (list: "figures" | "articles"): string[] =>
        ids.flatMap((fact) => String(fact[list]).split(" "));
      yield {
        ...row,
        facts: joined(ids.map(({fact_id}) => String(fact_id))),
        figures: joined(all("figures")),
        relations: joined(relations.map(({relation_id}) => String(relation_id))),
        articles: joined([...all("articles"), ...relations.map(({article_id}) => String(article_id))]),
      };
    }
  }

  private flowOf({supplier, recipient, via, goods, origin, destination, status}: Row): Flow {
    const parts = [supplier ?? "unnamed", "to", recipient ?? "unnamed", ...(via ? ["via", via] : [])];
    const flow_id = slugOf([...parts, goods ?? "", status ?? ""].join(" "));
    let flow = this.flows.get(flow_id);
    if (!flow) {
      flow = {
        row: {flow_id, supplier, recipient, via, goods, origin, destination, status},
        facts: [],
        relations: [],
      };
      this.flows.set(flow_id, flow);
    }
    flow.row.origin ??= origin;
    flow.row.destination ??= destination;
    return flow;
  }
}
