import type {Statement} from "./facts.js";
import {apart} from "./WordStore.js";

const numbers = ["value", "low", "high", "usd", "saying", "sentenceStart"] as const;
const words = [
  "article_id",
  "kind",
  "qualifier",
  "change",
  "goods",
  "thing",
  "holder",
  "origin",
  "destination",
  "period_start",
  "period_end",
  "status",
  "unit",
  "writtenUnit",
  "supplier",
  "recipient",
  "via",
  "publisher",
  "equivalents",
  "usdFigure",
] as const;

export type Word = (typeof words)[number];
const columnOf = Object.fromEntries(words.map((word, n) => [word, n])) as Record<Word, number>;

/**
 * Statements by number, in columns: a corpus has millions, and as objects they
 * would not fit. Words are kept once each; -1 stands for null.
 */
export class StatementStore {
  size = 0;
  private readonly ids: string[] = [];
  private readonly wordColumns = words.map(() => new Int32Array(1024));
  private readonly numberColumns = numbers.map(() => new Float64Array(1024));
  private readonly pool: string[] = [];
  private readonly numberOf = new Map<string, number>();

  /** Adds a statement and returns its number, from 0. */
  add(statement: Statement): number {
    const at = this.size++;
    if (at === this.wordColumns[0].length) this.grow();
    this.ids.push(apart(statement.figure_id));
    for (let n = 0; n < words.length; n++) this.wordColumns[n][at] = this.intern(statement[words[n]]);
    for (let n = 0; n < numbers.length; n++) this.numberColumns[n][at] = statement[numbers[n]] ?? Number.NaN;
    return at;
  }

  /** Returns the statement of the given number. */
  get(at: number): Statement {
    const statement: Record<string, string | number | null> = {figure_id: this.ids[at]};
    for (let n = 0; n < words.length; n++) statement[words[n]] = this.textAt(n, at);
    for (let n = 0; n < numbers.length; n++) {
      const value = this.numberColumns[n][at];
      statement[numbers[n]] = Number.isNaN(value) ? null : value;
    }
    return statement as unknown as Statement;
  }

  /** Fills the cells that a statement leaves empty with those of another. */
  fill(at: number, from: number): void {
    for (const column of this.wordColumns) if (column[at] < 0) column[at] = column[from];
  }

  /** Gives a statement the word that another has. */
  copy(word: Word, at: number, from: number): void {
    const column = this.wordColumns[columnOf[word]];
    column[at] = column[from];
  }

  figureId(at: number): string {
    return this.ids[at];
  }

  /** Returns a word of a statement, or null. */
  text(word: Word, at: number): string | null {
    return this.textAt(columnOf[word], at);
  }

  /** Whether two statements have the same word, and have one. */
  agree(word: Word, a: number, b: number): boolean {
    const column = this.wordColumns[columnOf[word]];
    return column[a] >= 0 && column[a] === column[b];
  }

  /** Whether two statements have a word each, and not the same. */
  differ(word: Word, a: number, b: number): boolean {
    const column = this.wordColumns[columnOf[word]];
    return column[a] >= 0 && column[b] >= 0 && column[a] !== column[b];
  }

  /** Whether two statements have the same number, or none. */
  agreeInNumber(number: (typeof numbers)[number], a: number, b: number): boolean {
    return Object.is(this.number(number, a), this.number(number, b));
  }

  /** Returns a number of a statement; NaN for null. */
  number(number: (typeof numbers)[number], at: number): number {
    return this.numberColumns[numbers.indexOf(number)][at];
  }

  private textAt(column: number, at: number): string | null {
    const known = this.wordColumns[column][at];
    return known < 0 ? null : this.pool[known];
  }

  private intern(word: string | null): number {
    if (word === null) return -1;
    let known = this.numberOf.get(word);
    if (known === undefined) {
      known = this.pool.length;
      const own = apart(word);
      this.pool.push(own);
      this.numberOf.set(own, known);
    }
    return known;
  }

  private grow(): void {
    for (const columns of [this.wordColumns, this.numberColumns])
      columns.forEach((column, n) => {
        const larger =
          column instanceof Int32Array
            ? new Int32Array(column.length * 2)
            : new Float64Array(column.length * 2);
        larger.set(column);
        (columns as (Int32Array | Float64Array)[])[n] = larger;
      });
  }
}
