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
  /** How many facts they state. */
  facts: number;
  counts: Counts;
}

/** Of each filter, how many rows (facts, where each is shown once) have each value among those that all other filters leave, most first. They are counted when they are asked for. */
export type Counts = Pick<ReadonlyMap<keyof ExploreRow, [value: string | null, count: number][]>, "get">;

/** A column: its distinct values, in order; of each distinct cell the numbers of the values that stand in it; and which cell stands in each row. */
interface Indexed {
  values: (string | null)[];
  cells: number[][];
  cellOf: Uint32Array;
}

const searched = ["sentence", "thing", "from", "to", "via", "holder", "said_by", "publisher"] as const;

/**
 * Answers filters and searches over rows, fast enough to follow each key: cells
 * are compared once, when the index is made, and from then on their numbers. A
 * question over 100,000 rows and ten filters takes some milliseconds.
 */
export class FigureIndex {
  /** How many facts all rows state. */
  readonly facts: number;
  private readonly indexed = new Map<keyof ExploreRow, Indexed>();
  private readonly orders = new Map<string, Uint32Array>();
  private readonly factOf: Uint32Array;
  /** All rows, those of a fact one after another. */
  private readonly byFact: Uint32Array;
  private words: string[] | null = null;
  private measures: ReturnType<FigureIndex["measuresOfRows"]> | null = null;
  private last: {query: string; holds: Uint8Array} | null = null;

  /** Takes the number of rows, the column of each key, and the keys of the filters. */
  constructor(
    readonly length: number,
    private readonly column: (key: keyof ExploreRow) => Cells,
    filters: readonly (keyof ExploreRow)[],
  ) {
    for (const key of filters) this.indexed.set(key, indexOf(column(key), length));
    const cells = column("fact");
    this.factOf = new Uint32Array(length);
    for (let row = 0; row < length; row++) this.factOf[row] = cells.at(row) as number;
    const places = new Uint32Array(length + 1);
    for (const fact of this.factOf) places[fact + 1]++;
    this.facts = places.filter((count) => count > 0).length;
    for (let fact = 0; fact < length; fact++) places[fact + 1] += places[fact];
    this.byFact = new Uint32Array(length);
    for (let row = 0; row < length; row++) this.byFact[places[this.factOf[row]]++] = row;
  }

  /** Makes ready what the first search needs, while nobody waits for it. */
  warm(): void {
    this.words ??= this.textOfRows();
  }

  /** Returns the rows that hold, and what each filter would leave. */
  answer({query, chosen, sort, once}: Question): Answer {
    const {length, factOf} = this;
    const misses = new Uint8Array(length);
    // Of a row that one filter alone shuts out, that filter.
    const shutBy = new Uint8Array(length);
    const keys = [...this.indexed.keys()];
    keys.forEach((key, place) => {
      const wanted = chosen.get(key);
      if (!wanted?.size) return;
      const {values, cells, cellOf} = this.indexed.get(key)!;
      const isWanted = values.map((value) => wanted.has(value));
      const holds = cells.map((ids) => ids.some((id) => isWanted[id]));
      for (let row = 0; row < length; row++) {
        if (holds[cellOf[row]]) continue;
        misses[row]++;
        shutBy[row] = place;
      }
    });
    const found = this.search(query);
    if (found) for (let row = 0; row < length; row++) if (!found[row]) misses[row] = 255;
    const seen = new Uint8Array(this.facts);
    let facts = 0;
    const rows = kept(this.order(sort), (row) => {
      if (misses[row] > 0) return false;
      const isFirst = seen[factOf[row]] === 0;
      seen[factOf[row]] = 1;
      facts += Number(isFirst);
      return isFirst || !once;
    });
    const counted = new Map<keyof ExploreRow, [string | null, number][]>();
    let left: Uint32Array | null = null;
    const count = (key: keyof ExploreRow): [string | null, number][] => {
      const place = keys.indexOf(key);
      if (chosen.get(key)?.size) {
        const isLeft = (row: number): boolean =>
          misses[row] === 0 || (misses[row] === 1 && shutBy[row] === place);
        return this.count(key, kept(this.byFact, isLeft), once);
      }
      left ??= once ? kept(this.byFact, (row) => misses[row] === 0) : rows;
      return this.count(key, left, once);
    };
    const get: Counts["get"] = (key) => {
      if (!counted.has(key) && this.indexed.has(key)) counted.set(key, count(key));
      return counted.get(key);
    };
    return {rows, facts, counts: {get}};
  }

  /**
   * Returns, of the unit that most facts of the rows are told in, the rows with
   * the largest values, each fact once, and how many facts have a value at all.
   */
  largest(rows: Uint32Array, most: number): {rows: number[]; facts: number} {
    this.measures ??= this.measuresOfRows();
    const {values, unitOf, units} = this.measures;
    const seen = new Uint8Array(this.facts);
    const told = kept(rows, (row) => {
      const fact = this.factOf[row];
      if (seen[fact] === 1 || Number.isNaN(values[row])) return false;
      seen[fact] = 1;
      return true;
    });
    const counts = new Uint32Array(units);
    for (const row of told) counts[unitOf[row]]++;
    const commonest = counts.indexOf(counts.reduce((a, b) => Math.max(a, b), 0));
    const largest: number[] = [];
    for (const row of told) {
      if (unitOf[row] !== commonest) continue;
      const isFull = largest.length === most;
      if (isFull && values[row] <= values[largest[most - 1]]) continue;
      if (isFull) largest.pop();
      const at = largest.findIndex((other) => values[other] < values[row]);
      largest.splice(at < 0 ? largest.length : at, 0, row);
    }
    return {rows: largest, facts: told.length};
  }

  /** Counts a filter's values in rows; where each fact is counted once, they stand in the order of their facts. */
  private count(key: keyof ExploreRow, rows: Uint32Array, once: boolean): [string | null, number][] {
    const {values, cells, cellOf} = this.indexed.get(key)!;
    const counts = new Uint32Array(values.length);
    if (once) {
      // What each value was counted for last: a fact has it once, however many figures state it.
      const last = new Int32Array(values.length).fill(-1);
      for (const row of rows)
        for (const id of cells[cellOf[row]]) {
          if (last[id] !== this.factOf[row]) counts[id]++;
          last[id] = this.factOf[row];
        }
    } else {
      const perCell = new Uint32Array(cells.length);
      for (const row of rows) perCell[cellOf[row]]++;
      cells.forEach((ids, cell) => {
        for (const id of ids) counts[id] += perCell[cell];
      });
    }
    return [...values.keys()]
      .sort((a, b) => counts[b] - counts[a] || a - b)
      .map((id) => [values[id], counts[id]]);
  }

  /** Returns which rows have all words; null where there are none to look for. Goes on from the last search if it only became narrower. */
  private search(query: string): Uint8Array | null {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return null;
    this.words ??= this.textOfRows();
    const before = this.last && query.startsWith(this.last.query) ? this.last.holds : null;
    const texts = this.words;
    const holds = new Uint8Array(this.length);
    for (let row = 0; row < this.length; row++) {
      if (before && !before[row]) continue;
      let found = 0;
      while (found < words.length && texts[row].includes(words[found])) found++;
      holds[row] = Number(found === words.length);
    }
    this.last = {query, holds};
    return holds;
  }

  private measuresOfRows(): {values: Float64Array; unitOf: Uint32Array; units: number} {
    const [value, unit] = [this.column("value"), this.column("unit")];
    const numbers = new Map<unknown, number>();
    const values = Float64Array.from({length: this.length}, (_, row) => (value.at(row) as number) ?? NaN);
    const unitOf = Uint32Array.from({length: this.length}, (_, row) =>
      numbered(numbers, unit.at(row) ?? null),
    );
    return {values, unitOf, units: numbers.size};
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

/** Returns the rows for which a test holds. An array's own filter takes some times as long. */
function kept(rows: Uint32Array, holds: (row: number) => boolean): Uint32Array {
  const left = new Uint32Array(rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place];
    if (holds(row)) left[count++] = row;
  }
  return left.subarray(0, count);
}

/** Reads a column: each distinct cell is taken apart once. */
function indexOf(column: Cells, length: number): Indexed {
  const numberOf = new Map<string | null, number>();
  const cellNumbers = new Map<unknown, number>();
  const cells: number[][] = [];
  const cellOf = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const cell = column.at(row) ?? null;
    const number = numbered(cellNumbers, cell);
    cellOf[row] = number;
    if (number === cells.length)
      cells.push(
        (cell === null ? [null] : String(cell).split("\n")).map((value) => numbered(numberOf, value)),
      );
  }
  const met = [...numberOf.keys()];
  const values = met.toSorted(compare);
  const places = new Map(values.map((value, place) => [value, place]));
  const placeOf = met.map((value) => places.get(value)!);
  return {values, cells: cells.map((numbers) => numbers.map((number) => placeOf[number])), cellOf};
}

/** Returns a value's number: the next one, where it is new. */
function numbered<T>(numbers: Map<T, number>, value: T): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  numbers.set(value, numbers.size);
  return numbers.size - 1;
}

const collator = new Intl.Collator("en", {numeric: true});

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return collator.compare(String(a), String(b));
}
