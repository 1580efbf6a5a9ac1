import type {Plugin} from "esbuild";
import {engineFile} from "../engine.js";
import type {Definition} from "./definitions.js";
import {madeModules} from "./madeModules.js";

const namespace = "chart";

/** What an import of a chart's module is written as: its definition, exported as `chart`. */
export const chartModule = (id: string): string => `${namespace}:${id}`;

/** Returns the plugin that finds the modules of charts. */
export function chartModules(definitions: readonly Definition[]): Plugin {
  const byId = new Map(definitions.map((definition) => [definition.chart.id, definition]));
  // What a page writes in fields, the engine draws; what has a file is the story's.
  const folderOf = (id: string): string => (byId.get(id)!.written ? engineFile("src") : "src");
  return madeModules(namespace, folderOf, (id) => byId.get(id)!.module);
}
