import {checkEdges} from "./checkEdges.js";
import {everyInvented, inventedRows} from "./invented.js";

checkEdges(everyInvented, await inventedRows());
