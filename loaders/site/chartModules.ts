import type {Plugin} from "esbuild";
import type {Definition} from "./definitions.js";
import {madeModules} from "./madeModules.js";

const namespace = "chart";

/** What an import of a chart's module is written as: its definition, exported as `chart`. */
export const chartModule = (id: string): string => `${namespace}:${id}`;

/** Returns the plugin that finds the modules of charts. */
export function chartModules(definitions: readonly Definition[]): Plugin {
  const modules = new Map(definitions.map(({chart: {id}, module}) => [id, module]));
  return madeModules(namespace, "src", (id) => modules.get(id)!);
}
