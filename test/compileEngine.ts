/*
 * Compiles the engine for the tests that start its commands, as a package of its own.
 *
 *   npx tsx test/compileEngine.ts
 */
import {copyFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {compileModules} from "../loaders/package/compileModules.js";
import {compiledFolder, stateFile, stateOfSources} from "./engine.js";

const state = stateOfSources();
rmSync(compiledFolder, {recursive: true, force: true});
await compileModules(path.join(compiledFolder, "lib"));
for (const name of ["package.json", "LICENSE"]) copyFileSync(name, path.join(compiledFolder, name));
writeFileSync(stateFile, state);
