import type {VocabRows} from "../vocabRows.js";

/** The engine's own words: the CSV files beside this one, as the package is made (loaders/package/compile.ts). */
export declare const rows: VocabRows;
