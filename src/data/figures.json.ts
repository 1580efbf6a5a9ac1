import {printTable} from "../../loaders/printTable.js";

printTable("figures", "json");
