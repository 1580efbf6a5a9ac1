import path from "node:path";
import type {Plugin} from "esbuild";
import type {Definition} from "./definitions.js";

const namespace = "chart";

/** What an import of a chart's module is written as: its definition, exported as `chart`. */
export const chartModule = (id: string): string => `${namespace}:${id}`;

/** Returns the plugin that finds the modules of charts. */
export function chartModules(definitions: readonly Definition[]): Plugin {
  const modules = new Map(definitions.map(({chart: {id}, module}) => [id, module]));
  return {
    name: namespace,
    setup(api) {
      api.onResolve({filter: new RegExp(`^${namespace}:`)}, ({path: name}) => ({
        path: name.slice(namespace.length + 1),
        namespace,
      }));
      api.onLoad({filter: /.*/, namespace}, ({path: id}) => ({
        contents: modules.get(id)!,
        loader: "ts",
        resolveDir: path.resolve("src"),
      }));
    },
  };
}
