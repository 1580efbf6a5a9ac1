import {checkNames} from "./checkNames.js";
import {everyInvented, inventedRows} from "./invented.js";

checkNames(everyInvented, await inventedRows());
