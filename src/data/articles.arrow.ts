import {printTable} from "../../loaders/printTable.js";

printTable("articles", "arrow");
