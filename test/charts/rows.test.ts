import {loadTables} from "../../loaders/tables.js";
import {grain} from "../temporary.js";
import {checkRows} from "./checkRows.js";
import {everyInvented, inventedRows} from "./invented.js";

checkRows(everyInvented, await inventedRows(), loadTables(grain), {
  isLaidOut: (id) => id === "ways",
  goesAcross: (id, width) => id === "deals" && width >= 560,
});
