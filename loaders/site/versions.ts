import {cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import path from "node:path";
import {chartHref, escapeHtml} from "../../src/waybill/model/escape.js";
import {InputError} from "../InputError.js";
import {isCached, listCached, publicFolder, readCached, writeCached} from "./cache.js";

/*
 * Versions of graphics as they were published: each stands for good in v/<version>/,
 * a folder named by the seven digits that its citation has, with the embed pages,
 * their style sheet and the pictures. What a host serves is one folder of files, so
 * the published site itself is the archive: a build is given it (--keep) and takes
 * over what stands in its v/.
 */

export const versionsFolder = "v";

/** The list of all that was published, in the site: of each chart its versions, the oldest first. */
const listName = "versions.json";

/** Of each chart the versions that were published, the oldest first. */
type Versions = Record<string, string[]>;

/**
 * Makes the versions known that a published site has, for what is made from here
 * on; with null, that there are none. Returns how many. Throws an InputError if the
 * folder is not there or its list cannot be read.
 */
export function rememberVersions(published: string | null): number {
  const versions = published === null ? {} : versionsIn(published);
  writeCached(listName, JSON.stringify(versions));
  return Object.values(versions).flat().length;
}

function versionsIn(published: string): Versions {
  if (!existsSync(published) || !statSync(published).isDirectory())
    throw new InputError(published, null, "is no folder (--keep takes the site as it was last published)");
  const list = path.join(published, versionsFolder, listName);
  if (!existsSync(list)) return {};
  try {
    const versions: unknown = JSON.parse(readFileSync(list, "utf8"));
    if (isVersions(versions)) return versions;
  } catch (cause) {
    throw new InputError(list, null, "cannot be read: no JSON", {cause});
  }
  throw new InputError(list, null, 'cannot be read: not {"<chart>": ["<version>", …], …}');
}

const isVersions = (value: unknown): value is Versions =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every(
    (list) => Array.isArray(list) && list.every((version) => /^[0-9a-f]{7}$/.test(String(version))),
  );

const known = (): Versions => (isCached(listName) ? (JSON.parse(readCached(listName)) as Versions) : {});

/** Returns the versions of a chart that were published before the given one, the oldest first. */
export const earlierVersions = (id: string, version: string): string[] =>
  (known()[id] ?? []).filter((each) => each !== version);

/** Returns the address from the site's root of a version's embed page. */
export const versionHref = (id: string, version: string): string =>
  `/${versionsFolder}/${version}/${encodeURIComponent(id)}.html`;

/** What stands in a version's embed page, and a page that has been replaced by another says so. */
export function versionLine(id: string, version: string, isCurrent: boolean): string {
  const since = isCurrent
    ? "."
    : `; <a target="_blank" rel="noopener" href="../..${escapeHtml(chartHref(id))}">changed since</a>.`;
  return `<p class="version">As printed, version ${version}${since}</p>`;
}

/** Endings of a chart's files that stand in the folder of its version. */
const endings = [
  ".svg",
  "-dark.svg",
  ".png",
  "@2x.png",
  "-dark.png",
  "-dark@2x.png",
  ".pdf",
  ".csv",
  ".json",
] as const;

/** Puts a chart's files beside the embed pages of its version, from the cache's graphics. */
export function keepGraphics(id: string, version: string, read: (name: string) => Buffer): void {
  const made = new Set(listCached("graphics"));
  for (const name of endings.map((ending) => id + ending))
    if (made.has(name)) writeCached(`${publicFolder}/${versionsFolder}/${version}/${name}`, read(name));
}

const pagesOf = (id: string): string[] => ["", "-light", "-dark"].map((theme) => `${id}${theme}.html`);

/**
 * Finishes the versions of a site: takes over those that a published site has, each
 * file as it was published, and lists them. A page of a version that is no longer
 * the current one says that it was changed. `current` has the version of each chart.
 */
export function finishVersions(
  output: string,
  current: ReadonlyMap<string, string>,
  published: string | null,
): void {
  const folder = path.join(output, versionsFolder);
  const before = published === null ? {} : versionsIn(published);
  const versions: Versions = {...before};
  for (const [id, version] of current)
    versions[id] = [...(before[id] ?? []).filter((each) => each !== version), version];
  // All first, for seven digits can be those of two charts, whose files share a folder.
  for (const version of new Set(Object.values(before).flat())) {
    const from = path.join(published!, versionsFolder, version);
    if (existsSync(from)) cpSync(from, path.join(folder, version), {recursive: true});
  }
  for (const [id, all] of Object.entries(before))
    for (const version of all)
      for (const page of pagesOf(id)
        .map((name) => path.join(folder, version, name))
        .filter(existsSync)) {
        const line = versionLine(id, version, current.get(id) === version);
        const html = readFileSync(page, "utf8");
        writeFileSync(
          page,
          html.replace(/<p class="version">.*?<\/p>/, () => line),
        );
      }
  if (Object.keys(versions).length === 0) return;
  mkdirSync(folder, {recursive: true});
  writeFileSync(path.join(folder, listName), `${JSON.stringify(versions, null, 2)}\n`);
}
