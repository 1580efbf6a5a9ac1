/*
 * Makes the graphics and the desk in a process of its own, behind the preview:
 * drawing them takes seconds, and an open page must not wait for it.
 */
import {openDatabase} from "../database.js";
import {makeGraphics} from "../graphics/makeGraphics.js";
import {loadTables} from "../tables.js";
import {makeDesk} from "./desk.js";
import {queryCharts} from "./queryCharts.js";
import {statementsOf} from "./statements.js";

const tables = loadTables();
const database = await openDatabase(tables);
try {
  const options = {tables, statements: statementsOf(tables), charts: await queryCharts(database), site: ""};
  await makeGraphics(options);
  makeDesk(options);
} finally {
  database.close();
}
