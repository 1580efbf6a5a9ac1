import type {Kind} from "../../src/waybill/model/figure.js";
import type {Row} from "../../src/waybill/model/tables.js";
import {handedOver} from "../../src/waybill/standing.js";
import type {namesOf as factNames} from "./factRow.js";
import {joined, slugOf} from "./slug.js";

interface Flow {
  row: Row;
  /** Numbers of its facts: their ids would fill the memory of a corpus. */
  facts: number[];
  relations: Row[];
  /** Whether goods go in it: a percentage of them alone is no way that goods went. */
  hasGoods: boolean;
}

const ways = ["supplier", "recipient", "via", "goods"] as const;

/** Gathers the facts with a supplier or a recipient, and the noted relations, to one row for each way that goods went. */
export class FlowIndex {
  private readonly flows = new Map<string, Flow>();

  /** Adds a fact and its number. */
  add(fact: Row, n: number): void {
    if (fact.supplier === null && fact.recipient === null) return;
    const flow = this.flowOf(fact);
    flow.facts.push(n);
    flow.hasGoods ||= handedOver.has(fact.kind as Kind) || fact.status !== null;
  }

  /** Adds a row of `relations` of the kind `supplies`, to the flow of the facts that say the same. */
  addRelation(relation: Row): void {
    const {from_party: supplier, to_party: recipient} = relation;
    const flow = this.flowOf({...relation, supplier, recipient});
    flow.relations.push(relation);
    flow.hasGoods = true;
  }

  /** Yields the rows of `flows`, in the order of their ids; `namesOf` returns the ids of a fact by its number. */
  *rows(namesOf: (n: number) => ReturnType<typeof factNames>): Generator<Row> {
    for (const {row, facts, relations} of this.joined()) {
      const ids = facts.map(namesOf);
      yield {
        ...row,
        facts: joined(ids.map(({fact_id}) => fact_id)),
        figures: joined(ids.flatMap(({figures}) => figures)),
        relations: joined(relations.map(({relation_id}) => String(relation_id))),
        articles: joined([
          ...ids.flatMap(({articles: own}) => own),
          ...relations.map(({article_id}) => String(article_id)),
        ]),
      };
    }
  }

  /** Returns the flows in the order of their ids; what is told of goods, and has no state, stands with the goods. */
  private joined(): Flow[] {
    const flows = [...this.flows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, flow]) => flow);
    const whole = flows.filter(({hasGoods}) => hasGoods);
    return flows.filter((flow) => {
      const same = flow.hasGoods
        ? undefined
        : whole.find(({row}) => ways.every((cell) => row[cell] === flow.row[cell]));
      if (same) same.facts = [...same.facts, ...flow.facts].sort((a, b) => a - b);
      return same === undefined;
    });
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
        hasGoods: false,
      };
      this.flows.set(flow_id, flow);
    }
    flow.row.origin ??= origin;
    flow.row.destination ??= destination;
    return flow;
  }
}
