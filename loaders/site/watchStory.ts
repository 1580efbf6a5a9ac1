import {watch} from "chokidar";
import {ingredients} from "./freshness.js";

export interface Changes {
  /** Called when a file changes of which something is made. */
  onIngredient: (file: string) => void;
  /** Called when a page changes. */
  onPage: () => void;
}

/** Watches all that a site is made from, and returns, once nothing can be missed any more, what ends it. */
export async function watchStory({onIngredient, onPage}: Changes): Promise<() => Promise<void>> {
  const made = watch([...ingredients], {
    ignoreInitial: true,
    // Framework watches the pages itself, and what is made is shown by touching them.
    ignored: (file) => file.startsWith("seeds/originals") || /^src\/.*\.md$/.test(file),
  });
  const pages = watch("src", {
    ignoreInitial: true,
    ignored: (file, stats) =>
      file.includes(".observablehq") || (stats?.isFile() === true && !file.endsWith(".md")),
  });
  made.on("all", (_event, file) => onIngredient(file));
  pages.on("all", onPage);
  await Promise.all([made, pages].map((each) => new Promise<void>((ready) => each.once("ready", ready))));
  return async () => {
    await Promise.all([made.close(), pages.close()]);
  };
}
