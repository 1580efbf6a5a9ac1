import {existsSync} from "node:fs";
import path from "node:path";
import {pathToFileURL} from "node:url";
import type {Plugin} from "esbuild";
import {engineModule} from "../engine.js";

/**
 * Returns the plugin that finds what a story's charts import of the engine by its
 * package's name, `waybill/charts`: in this engine, wherever the story is.
 * `external` leaves it as the address of a module that node reads.
 */
export function engineImports({external = false} = {}): Plugin {
  return {
    name: "engine-imports",
    setup(api) {
      api.onResolve({filter: /^waybill\//}, ({path: name}) => {
        const module = path.resolve(engineModule(`src/${name}`));
        if (!existsSync(module))
          return {
            errors: [
              {text: `"${name}" is nothing that a chart can import (have: waybill/charts, waybill/marks)`},
            ],
          };
        return external ? {path: pathToFileURL(module).href, external} : {path: module};
      });
    },
  };
}
