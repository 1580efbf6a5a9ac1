import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";

const load = createRequire(import.meta.url);

/**
 * Returns a function that returns a package, which is loaded when it is first
 * asked for: most runs of a command do without, and would start the slower for it.
 */
export function onDemand<T>(name: string): () => T {
  let loaded: T | undefined;
  // Found as an import finds it: some packages name no file for those who require them.
  return () => (loaded ??= load(fileURLToPath(import.meta.resolve(name))) as T);
}
