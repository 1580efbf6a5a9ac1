/*
 * The tables of a story, in Node:
 *
 *   import {loadTables} from "waybill/tables";
 *   loadTables("seeds").figures.length;
 */
export {
  type Row,
  type TableName,
  type TableRows,
  tableNames,
  tables,
} from "../../src/waybill/model/tables.js";
export {readArticle, readArticles} from "../articles.js";
export {InputError, InputErrors} from "../InputError.js";
export {type LoadOptions, loadTables, readOptions, type Tables, tabulate} from "../tables.js";
export {formats, formatTable, writeTables} from "../write.js";
