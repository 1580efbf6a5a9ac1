import {grammarReader} from "../src/waybill/parse/read/grammarReader.js";
import {readGrammar} from "./readGrammar.js";

/** Reads grammar with the engine's model, which is loaded once a text has a figure. */
export const grammar = grammarReader(() => readGrammar());
