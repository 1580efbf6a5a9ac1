/*
 * Makes the graphics and the desk in a process of its own, behind the preview:
 * drawing them takes seconds, and an open page must not wait for it.
 */
import {makeGraphics} from "../graphics/makeGraphics.js";
import {tablesAbout} from "../scope.js";
import {loadTables} from "../tables.js";
import {makeDesk} from "./desk.js";
import {queryCharts} from "./queryCharts.js";
import {statementsOf} from "./statements.js";

const tables = loadTables();
const options = {
  tables,
  statements: statementsOf(tables),
  charts: await queryCharts((tag) => tablesAbout(tables, tag)),
  site: "",
};
await makeGraphics(options);
makeDesk(options);
