import {loadTables} from "../../../loaders/tables.js";
import {checkRows, wordsOfFact} from "../../charts/checkRows.js";
import {everyChart} from "../../charts/everyChart.js";
import {queryCharts} from "../../charts/queryCharts.js";

const tables = loadTables();

checkRows(everyChart, await queryCharts(tables), tables, {
  goesAcross: (id, width) => (id === "laser-chain" || id === "timeline") && width >= 560,
  isLaidOut: (id) => id === "routes" || id === "hands",
  isBeside: (id, row) =>
    id === "laser-chain" && /ordered|contracted/.test((row as {status?: string | null}).status ?? ""),
  standsInColumns: (id) => id === "consignments",
  wordsOf(id, row) {
    const {supplier, recipient, via, origin, destination, goods, what} = row as unknown as Record<
      string,
      string | null
    >;
    switch (id) {
      case "routes":
        return [origin, destination, via, goods, row.publisher];
      case "timeline":
        return [what, row.publisher];
      case "hands":
        return [supplier, recipient];
      default:
        return wordsOfFact(id, row);
    }
  },
});
