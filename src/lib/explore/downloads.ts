import {type ColumnTable, table as tableOf} from "arquero";
import {sourceHref} from "../../waybill/model/escape.js";
import {forExcel, harmless} from "../../waybill/model/spreadsheet.js";
import {columns, type ExploreRow} from "../../waybill/page/explore/fields.js";
import {create} from "../create.js";

/** Returns a button for each format in which the rows that are found can be taken, each with the address of its sentence. */
export function downloads(table: ColumnTable, rowsNow: () => Uint32Array, root: URL): HTMLElement[] {
  const picked = (isSafe: boolean): ColumnTable => {
    const rows = [...rowsNow()];
    const cells = (key: keyof ExploreRow): unknown[] =>
      rows.map((row) => (isSafe ? harmless(table.get(key, row)) : table.get(key, row)));
    const address = rows.map(
      (row) =>
        new URL(
          `.${sourceHref(String(table.get("article_id", row)), String(table.get("figure_id", row)))}`,
          root,
        ).href,
    );
    return tableOf({...Object.fromEntries(columns.map(({key}) => [key, cells(key)])), source: address});
  };
  const formats: [label: string, name: string, type: string, make: () => string | Uint8Array][] = [
    ["CSV", "figures.csv", "text/csv", () => picked(true).toCSV()],
    ["CSV for Excel", "figures-excel.csv", "text/csv", () => forExcel(picked(true).toCSV())],
    ["JSON", "figures.json", "application/json", () => picked(false).toJSON()],
    [
      "Arrow",
      "figures.arrow",
      "application/vnd.apache.arrow.stream",
      () => picked(false).toArrowIPC({format: "stream"}) as Uint8Array,
    ],
  ];
  return formats.map(([label, name, type, make]) => {
    const button = create("button", "quiet", label);
    button.type = "button";
    button.addEventListener("click", () => save(new Blob([make() as BlobPart], {type}), name));
    return button;
  });
}

/** Has the browser save a file. */
export function save(blob: Blob, name: string): void {
  const link = create("a", "");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
