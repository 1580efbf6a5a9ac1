import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import {InputError} from "./InputError.js";
import {withLock} from "./lock.js";

export interface ReplaceOptions {
  /** Whether a file that stands in the folder, and is not made anew, stays there. All do where this is left out. */
  keeps?: (name: string) => boolean;
}

/**
 * Puts a folder in the place of the one of that name, whole or not at all: `fill`
 * is given a new folder beside it and fills it; files of the old one that are not
 * made anew are kept; then the two change places. Returns what `fill` returns; if
 * it throws, the old folder stands as it did. Two writers take turns.
 *
 * Whoever reads meanwhile sees all of the old or all of the new, and no folder
 * for the instant between two renamings. A process that is killed in that
 * instant leaves none: the next to come here, whatever becomes of it, puts the
 * old one back, and removes what else was left.
 */
export async function replaceFolder<T>(
  folder: string,
  fill: (next: string) => Promise<T> | T,
  {keeps = () => true}: ReplaceOptions = {},
): Promise<T> {
  const place = placeOf(folder);
  mkdirSync(path.dirname(place), {recursive: true});
  return withLock(beside(place, "lock"), `${folder}/`, async () => {
    const [next, previous] = [beside(place, "next"), beside(place, "previous")];
    if (!existsSync(place) && existsSync(previous)) renameSync(previous, place);
    remove(previous);
    remove(next);
    mkdirSync(next);
    try {
      const result = await fill(next);
      if (existsSync(place)) {
        keepOthers(place, next, keeps);
        renameSync(place, previous);
      }
      renameSync(next, place);
      // A name for what is to go: what stands under that of the old folder is always whole.
      if (existsSync(previous)) renameSync(previous, next);
      return result;
    } finally {
      remove(next);
    }
  });
}

function placeOf(folder: string): string {
  if (!existsSync(folder)) return path.resolve(folder);
  const place = realpathSync(folder);
  if (!lstatSync(place).isDirectory()) throw new InputError(folder, null, "is no folder");
  if (!path.relative(place, process.cwd()).startsWith(".."))
    throw new InputError(
      folder,
      null,
      "cannot be replaced: it holds the project (choose a folder of its own)",
    );
  return place;
}

const beside = (place: string, role: string): string =>
  path.join(path.dirname(place), `.${path.basename(place)}.${role}`);

const remove = (folder: string): void => rmSync(folder, {recursive: true, force: true});

function keepOthers(from: string, to: string, keeps: (name: string) => boolean, folder = ""): void {
  for (const entry of readdirSync(path.join(from, folder), {withFileTypes: true})) {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      keepOthers(from, to, keeps, name);
      continue;
    }
    const [old, kept] = [path.join(from, name), path.join(to, name)];
    if (existsSync(kept) || !keeps(name)) continue;
    mkdirSync(path.dirname(kept), {recursive: true});
    if (!entry.isFile()) cpSync(old, kept, {verbatimSymlinks: true});
    else
      try {
        linkSync(old, kept);
      } catch {
        copyFileSync(old, kept);
      }
  }
}
