import path from "node:path";
import type {Plugin} from "esbuild";

/** Returns the plugin that finds modules which are no files: those whose name begins with the namespace and a colon, as if they stood in the folder that `folderOf` says. */
export function madeModules(
  namespace: string,
  folderOf: (id: string) => string,
  contentsOf: (id: string) => string,
): Plugin {
  return {
    name: namespace,
    setup(api) {
      api.onResolve({filter: new RegExp(`^${namespace}:`)}, ({path: name}) => ({
        path: name.slice(namespace.length + 1),
        namespace,
      }));
      api.onLoad({filter: /.*/, namespace}, ({path: id}) => ({
        contents: contentsOf(id),
        loader: "ts",
        resolveDir: path.resolve(folderOf(id)),
      }));
    },
  };
}
