import type {ExploreRow} from "./fields.js";

/** A column of a table: its cell in a row. */
export interface Cells {
  at: (row: number) => unknown;
}

/** What a reader asks for. */
export interface Question {
  /** Words that all have to stand in a row's sentence, parties or thing. */
  query: string;
  /** Of each filter, the values of which one has to hold; null is where nothing is said. */
  chosen: ReadonlyMap<keyof ExploreRow, ReadonlySet<string | null>>;
  sort: {key: keyof ExploreRow; descending: boolean} | null;
  /** Whether a fact that several figures state is shown once. */
  once: boolean;
}

export interface Answer {
  /** The rows that hold, in their order. */
  rows: Uint32Array;
  /** Of each filter, how many rows have each value among those that all other filters leave, most first. */
  counts: Map<keyof ExploreRow, [value: string | null, count: number][]>;
}

/** A filter's column: each distinct cell has a number, and each of those the values that stand in it. */
interface Indexed {
  groups: Uint32Array;
  values: (string | null)[][];
}

const searched = ["sentence", "thing", "from", "to", "via", "holder", "said_by", "publisher"] as const;

/**
 * Answers filters and searches over rows, fast enough to follow each key: cells
 * are compared once, when the index is made, and from then on their numbers. A
 * question over 100,000 rows and ten filters takes some milliseconds.
 */
export class FigureIndex {
  private readonly indexed = new Map<keyof ExploreRow, Indexed>();
  private readonly orders = new Map<string, Uint32Array>();
  private words: string[] | null = null;
  private last: {query: string; holds: Uint8Array} | null = null;

  /** Takes the number of rows, the column of each key, and the keys of the filters. */
  constructor(
    readonly length: number,
    private readonly column: (key: keyof ExploreRow) => Cells,
    facets: readonly (keyof ExploreRow)[],
  ) {
    for (const key of facets) this.indexed.set(key, indexOf(column(key), length));
  }

  /** Returns the rows that hold, and what each filter would leave. */
  answer({query, chosen, sort, once}: Question): Answer {
    const {length} = this;
    const misses = new Uint8Array(length);
    // Of a row that one filter alone shuts out, the place of that filter.
    const shutBy = new Uint8Array(length);
    const keys = [...this.indexed.keys()];
    keys.forEach((key, place) => {
      const wanted = chosen.get(key);
      if (!wanted?.size) return;
      const {groups, values} = this.indexed.get(key)!;
      const holds = values.map((own) => own.some((value) => wanted.has(value)));
      for (let row = 0; row < length; row++)
        if (!holds[groups[row]]) {
          misses[row]++;
          shutBy[row] = place;
        }
    });
    const found = this.search(query);
    if (found) for (let row = 0; row < length; row++) if (!found[row]) misses[row] = 255;
    const counts = new Map(keys.map((key, place) => [key, this.count(key, place, misses, shutBy)]));
    const order = this.order(sort);
    const rows = new Uint32Array(length);
    let n = 0;
    const facts = once ? this.column("fact_id") : null;
    const seen = new Set<unknown>();
    for (let i = 0; i < length; i++) {
      const row = order[i];
      if (misses[row] > 0) continue;
      if (facts) {
        const fact = facts.at(row);
        if (seen.has(fact)) continue;
        seen.add(fact);
      }
      rows[n++] = row;
    }
    return {rows: rows.slice(0, n), counts};
  }

  private count(
    key: keyof ExploreRow,
    place: number,
    misses: Uint8Array,
    shutBy: Uint8Array,
  ): [string | null, number][] {
    const {groups, values} = this.indexed.get(key)!;
    const perGroup = new Uint32Array(values.length);
    for (let row = 0; row < this.length; row++)
      if (misses[row] === 0 || (misses[row] === 1 && shutBy[row] === place)) perGroup[groups[row]]++;
    const counts = new Map<string | null, number>();
    values.forEach((own, group) => {
      for (const value of own) counts.set(value, (counts.get(value) ?? 0) + perGroup[group]);
    });
    return [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b));
  }

  /** Returns which rows have all words; null where there are none to look for. Goes on from the last search if it only became narrower. */
  private search(query: string): Uint8Array | null {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return null;
    this.words ??= this.textOfRows();
    const before = this.last && query.startsWith(this.last.query) ? this.last.holds : null;
    const holds = new Uint8Array(this.length);
    for (let row = 0; row < this.length; row++)
      if (!before || before[row]) holds[row] = Number(words.every((word) => this.words![row].includes(word)));
    this.last = {query, holds};
    return holds;
  }

  private textOfRows(): string[] {
    const cells = searched.map((key) => this.column(key));
    return Array.from({length: this.length}, (_, row) =>
      cells
        .map((column) => column.at(row) ?? "")
        .join("\n")
        .toLowerCase(),
    );
  }

  /** Returns all rows in an order; what has no value comes last either way, and equals stay as they are told. */
  private order(sort: Question["sort"]): Uint32Array {
    const name = sort ? `${sort.descending ? "-" : ""}${sort.key}` : "";
    const known = this.orders.get(name);
    if (known) return known;
    const order = Uint32Array.from({length: this.length}, (_, row) => row);
    if (sort) {
      const column = this.column(sort.key);
      const values = Array.from({length: this.length}, (_, row) => column.at(row) as string | number | null);
      const sign = sort.descending ? -1 : 1;
      order.sort((a, b) => {
        const [x, y] = [values[a], values[b]];
        if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
        return sign * compare(x, y) || a - b;
      });
    }
    this.orders.set(name, order);
    return order;
  }
}

function indexOf(column: Cells, length: number): Indexed {
  const numbers = new Map<unknown, number>();
  const groups = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const cell = column.at(row) ?? null;
    let group = numbers.get(cell);
    if (group === undefined) {
      group = numbers.size;
      numbers.set(cell, group);
    }
    groups[row] = group;
  }
  return {
    groups,
    values: [...numbers.keys()].map((cell) => (cell === null ? [null] : String(cell).split("\n"))),
  };
}

const collator = new Intl.Collator("en", {numeric: true});

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return collator.compare(String(a), String(b));
}
