import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {readRoles} from "../src/waybill/parse/read/roles/RoleModel.js";
import {type Model, readModel} from "../src/waybill/parse/syntax/modelFile.js";
import {Grammar} from "../src/waybill/parse/syntax/Syntax.js";
import {engineFile} from "./engine.js";

const engineModel = engineFile("src/waybill/parse/syntax/model/english.bin.gz");
const engineRoles = engineFile("src/waybill/parse/syntax/model/roles.bin.gz");

/** Returns the grammar in two model files, which are the engine's own where none are named. */
export function readGrammar(file: string = engineModel, roles: string = engineRoles): Grammar {
  return new Grammar(readSyntax(file), readRoles(gunzipSync(readFileSync(roles))));
}

/** Returns the syntax model in a packed file, the engine's own where none is named. Throws where it is none. */
export const readSyntax = (file: string = engineModel): Model => readModel(gunzipSync(readFileSync(file)));
