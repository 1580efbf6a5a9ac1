import {watch} from "chokidar";
import {ingredients} from "./freshness.js";

export interface Changes {
  /** Called when a file changes of which something is made. */
  onIngredient: (file: string) => void;
  /** Called when a file changes that the site has as it is: a page, or what stands beside it. */
  onPage: (file: string) => void;
}

/** Watches all that a site is made from, and returns, once nothing can be missed any more, what ends it. */
export async function watchStory({onIngredient, onPage}: Changes): Promise<() => Promise<void>> {
  const made = watch([...ingredients], {
    ignoreInitial: true,
    // What is on its way to its place is none yet.
    ignored: (file) => file.startsWith("seeds/originals") || /^src\/.*\.md$|\/\.[^/]*\.tmp$/.test(file),
  });
  const pages = watch("src", {
    ignoreInitial: true,
    ignored: (file) => file.includes(".observablehq"),
  });
  made.on("all", (_event, file) => onIngredient(file));
  pages.on("all", (_event, file) => onPage(file));
  await Promise.all([made, pages].map((each) => new Promise<void>((ready) => each.once("ready", ready))));
  return async () => {
    await Promise.all([made.close(), pages.close()]);
  };
}
