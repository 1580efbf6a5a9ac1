import {type Column, cellText, type ExploreRow} from "../../waybill/page/explore/fields.js";
import {columnsOf, hrefOf, rowHtml} from "../../waybill/page/explore/html.js";
import {patchAnyway} from "./patch.js";

/** Rows that are shown at once, however few are in sight. */
const fewest = 10;

/** Rows in each turn of those that are out of sight. */
const inTurn = 15;

export interface RowsOptions {
  columns: readonly (keyof ExploreRow)[];
  cellsOf: (row: number) => (key: keyof ExploreRow) => unknown;
  /** How many rows a reader sees, or would see if they were there. */
  inSight: number;
}

/** What stands in a row. */
interface Written {
  columns: readonly (keyof ExploreRow)[];
  texts: string[];
}

/** The rows of the table: those that are there take what the next answer says. */
export class Rows {
  private readonly written = new WeakMap<HTMLTableRowElement, Written>();

  constructor(private readonly body: HTMLTableSectionElement) {}

  /** Returns how many rows begin above the lower edge of the window. To be asked before the page is changed, which would have to be laid out for it. */
  countInSight(): number {
    const {rows} = this.body;
    let [from, to] = [0, rows.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (rows[middle].getBoundingClientRect().top < innerHeight) from = middle + 1;
      else to = middle;
    }
    return Math.max(fewest, from);
  }

  /** Shows the rows that are in sight; the others are shown by the tasks that it returns, and until then the table says that it is busy. */
  show(shown: Uint32Array, {columns, cellsOf, inSight}: RowsOptions): (() => void)[] {
    const table = this.body.closest("table")!;
    const write = (from: number, to: number): void => {
      for (let n = from; n < Math.min(to, shown.length); n++) {
        const row = this.body.rows[n] ?? this.body.insertRow();
        this.write(row, columns, cellsOf(shown[n]));
      }
    };
    write(0, inSight);
    if (shown.length === 0) {
      const row = this.body.rows[0] ?? this.body.insertRow();
      this.written.delete(row);
      patchAnyway(
        row,
        `<td class="explore-nothing" colspan="${columns.length + 1}">No figure has all that is chosen. Take a filter away.</td>`,
      );
    }
    while (this.body.rows.length > Math.max(1, shown.length)) this.body.deleteRow(-1);
    const tasks: (() => void)[] = [];
    for (let from = inSight; from < shown.length; from += inTurn)
      tasks.push(() => {
        write(from, from + inTurn);
        if (from + inTurn >= shown.length) table.removeAttribute("aria-busy");
      });
    table.toggleAttribute("aria-busy", false);
    if (tasks.length > 0) table.setAttribute("aria-busy", "true");
    return tasks;
  }

  // A row of the same columns differs in its words alone.
  private write(
    row: HTMLTableRowElement,
    columns: RowsOptions["columns"],
    cell: ReturnType<RowsOptions["cellsOf"]>,
  ): void {
    const shown = columnsOf(columns);
    const texts = shown.map(({key}) => cellText(key, cell(key)));
    const before = this.written.get(row);
    this.written.set(row, {columns, texts});
    if (before?.columns !== columns) {
      patchAnyway(row, rowHtml(columns, cell));
      return;
    }
    shown.forEach(({key}: Column, n) => {
      const place = row.cells[n];
      const link = key === "exact" ? (place.firstElementChild as HTMLAnchorElement) : null;
      link?.setAttribute("href", hrefOf(cell));
      if (texts[n] === before.texts[n]) return;
      (link ?? place).textContent = texts[n];
      place.classList.toggle("is-empty", texts[n] === "");
    });
  }
}
