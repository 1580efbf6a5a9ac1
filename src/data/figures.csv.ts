import {printTable} from "../../loaders/printTable.js";

printTable("figures", "csv");
