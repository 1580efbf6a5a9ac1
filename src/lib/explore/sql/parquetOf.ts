import {parquetWriteBuffer} from "hyparquet-writer";
import type {ResultColumn} from "../../../waybill/page/sql/resultTable.js";
import {isNumber, rowsOf} from "./rowsOf.js";

/** Returns an Arrow stream as Parquet: numbers as doubles, true and false, and all else as words. */
export function parquetOf(stream: Uint8Array, columns: readonly ResultColumn[]): ArrayBuffer {
  const rows = rowsOf(stream, columns);
  return parquetWriteBuffer({
    columnData: columns.map(({name, type}) => {
      const cells = rows.map((row) => row[name]);
      if (isNumber(type))
        return {name, type: "DOUBLE", data: cells.map((cell) => (typeof cell === "number" ? cell : null))};
      if (type === "BOOLEAN") return {name, type: "BOOLEAN", data: cells};
      return {name, type: "STRING", data: cells.map((cell) => (cell === null ? null : String(cell)))};
    }),
  });
}
