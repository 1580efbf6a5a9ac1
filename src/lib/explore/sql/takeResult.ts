import {forExcel} from "../../../waybill/model/spreadsheet.js";
import {create} from "../../create.js";
import {save} from "../downloads.js";
import type {Result} from "./Engine.js";

/** Returns buttons that take a result: as a file in each format, or as a cell for a page; what a button cannot do, it says. */
export function takeResult(result: Result): HTMLElement {
  const place = create("div", "explore-take-result");
  const add = (label: string, act: () => Promise<void>): void => {
    const button = create("button", "quiet", label);
    button.type = "button";
    button.addEventListener("click", () => {
      act().catch((error: Error) => {
        button.textContent = `${label}: ${error.message}`;
      });
    });
    place.append(button);
  };
  const {arrow, plainArrow, csv} = result;
  if (arrow && plainArrow && csv) {
    add("CSV", async () => save(new Blob([(await csv()) as BlobPart], {type: "text/csv"}), "result.csv"));
    add("CSV for Excel", async () =>
      save(
        new Blob([forExcel(new TextDecoder().decode(await csv()))], {type: "text/csv"}),
        "result-excel.csv",
      ),
    );
    add("JSON", async () => {
      const {rowsOf} = await import("./rowsOf.js");
      const json = JSON.stringify(rowsOf(await plainArrow(), result.columns), null, 1);
      save(new Blob([`${json}\n`], {type: "application/json"}), "result.json");
    });
    add("Parquet", async () => {
      const {parquetOf} = await import("./parquetOf.js");
      save(new Blob([parquetOf(await plainArrow(), result.columns)]), "result.parquet");
    });
    add("Arrow", async () => save(new Blob([(await arrow()) as BlobPart]), "result.arrow"));
  }
  add("Copy as SQL cell", async () => {
    await navigator.clipboard.writeText(`\`\`\`sql\n${result.statement}\n\`\`\`\n`);
    place.querySelector("button:last-of-type")!.textContent = "Copied";
  });
  return place;
}
