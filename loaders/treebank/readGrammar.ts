import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {readModel} from "../../src/waybill/parse/syntax/modelFile.js";
import {Grammar} from "../../src/waybill/parse/syntax/Syntax.js";

/** Returns the grammar in a model file, which is the engine's own where none is named. */
export function readGrammar(
  file: string | URL = new URL("../../src/waybill/parse/syntax/model/english.bin.gz", import.meta.url),
): Grammar {
  return new Grammar(readModel(gunzipSync(readFileSync(file))));
}
