import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {group} from "d3";
import type {BuildResult} from "esbuild";
import {InputError} from "../InputError.js";
import {escapeHtml} from "./escapeHtml.js";
import {faceSources} from "./fonts.js";

/** A package of which something is in what the site ships. */
export interface Shipped {
  name: string;
  version: string;
  licence: string;
  /** Its licence and notices, in full. */
  text: string;
}

type Bundled = BuildResult<{write: false; metafile: true}>;

/** Licences under which a package may be shipped, by their SPDX ids. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "Unlicense",
]);

/** What Framework's own client has in it, by the file that has it: it bundles these without a word. */
const client: Record<string, readonly string[]> = {
  "client.js": ["@observablehq/framework"],
  "runtime.js": ["@observablehq/runtime", "@observablehq/inspector", "isoformat"],
  "stdlib/inputs.js": ["@observablehq/inputs", "isoformat"],
  "search.js": ["minisearch"],
};

/** Packages whose data is drawn: shapes of countries from Natural Earth, which are in the public domain. */
const drawn = ["world-atlas"];

const notice = /\/\*! Has ([^*]*); see \/licences\. \*\//g;

/**
 * Returns the files of one of esbuild's results with their names and code, at
 * whose end a comment names the packages in it, each with its version. The page
 * /licences is made from these comments.
 */
export function noticedFiles({outputFiles, metafile}: Bundled): [name: string, code: string][] {
  const {outputs} = metafile;
  return outputFiles.map(({path: file, text}) => {
    const key = path.relative(process.cwd(), file).replaceAll("\\", "/");
    // Where a single file goes nowhere, its path is <stdout>.
    const {inputs} = outputs[key] ?? Object.values(outputs)[0];
    const folders = Object.entries(inputs).flatMap(([input, {bytesInOutput}]) =>
      bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []) : [],
    );
    const names = [...new Set(folders)].map(describe).map(({name, version}) => `${name}@${version}`);
    const comment = names.length > 0 ? `/*! Has ${[...names].sort().join(", ")}; see /licences. */\n` : "";
    return [path.basename(file), text + comment];
  });
}

/** Returns the packages that the files of a built site come from, by name. Throws an InputError for a licence that is not allowed. */
export function shippedIn(site: string): Shipped[] {
  const folders = new Set([...drawn.map(atTop), ...faceSources()]);
  const lock = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
  const places = new Map(
    Object.entries<{version: string}>(lock).map(([folder, {version}]) => [
      `${folder.replace(/^.*node_modules\//, "")}@${version}`,
      folder,
    ]),
  );
  const add = (id: string): void => {
    const folder = places.get(id);
    if (!folder) throw new Error(`the site ships a package that is not installed: ${id}`);
    folders.add(folder);
  };
  for (const file of readdirSync(site, {recursive: true, encoding: "utf8"})) {
    const [, own, id] =
      /(?:^|\/)(?:_observablehq\/(.*)|_npm\/((?:@[^/]+\/)?[^/@]+@[^/]+)\/.*)$/.exec(file.replaceAll("\\", "/")) ??
      [];
    if (id) add(id);
    for (const name of client[own?.replace(/\.[0-9a-f]{8}(?=\.js$)/, "") ?? ""] ?? [])
      folders.add(atTop(name));
    if (!file.endsWith(".js")) continue;
    for (const [, names] of readFileSync(path.join(site, file), "utf8").matchAll(notice))
      for (const name of names.split(", ")) add(name);
  }
  return [...folders].map(describe).sort((a, b) => (a.name < b.name ? -1 : 1));
}

const atTop = (name: string): string => `node_modules/${name}`;

/** Returns the package in a folder, with the text of its licence files; without any, what it declares of itself. */
export function describe(folder: string): Shipped {
  const {name, version, license, repository} = JSON.parse(
    readFileSync(path.join(folder, "package.json"), "utf8"),
  );
  const licence = String(license?.type ?? license);
  if (!licence.split(" OR ").some((one) => allowed.has(one.replace(/[()]/g, ""))))
    throw new InputError(
      `node_modules/${name}`,
      null,
      `licence may not be shipped: "${licence}" (have: ${[...allowed].join(", ")})`,
    );
  const files = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|copying|copyright)/i.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(path.join(folder, file), "utf8").trim());
  const source = String(repository?.url ?? repository ?? "").replace(/^git\+|\.git$/g, "");
  const text = texts.join("\n\n") || standard(licence, name, source);
  return {name, version, licence, text};
}

// A package without a licence file: what package.json declares, and the licence's own words.
function standard(licence: string, name: string, source: string): string {
  const words = licence === "MIT" ? readFileSync("LICENSE", "utf8").split("\n\n").slice(2).join("\n\n") : "";
  if (!words) throw new InputError(`node_modules/${name}`, null, `has no licence file: "${licence}"`);
  return `Copyright (c) the authors of ${name}, ${source}\n\n${words.trim()}`;
}

/** Returns the page /licences with the given packages listed. */
export function fillLicences(html: string, packages: readonly Shipped[]): string {
  return html.replace('<div id="licences"></div>', () => licencesHtml(packages));
}

/** Returns the list of packages, those with one text together. */
function licencesHtml(packages: readonly Shipped[]): string {
  const byText = group(packages, ({licence, text}) => `${licence}\n${text}`);
  const items = [...byText.values()].map((alike) => {
    const names = alike.map(({name, version}) => `${name} ${version}`).join(", ");
    const [{licence, text}] = alike;
    return `<li><details><summary>${escapeHtml(names)} <span class="quiet">${escapeHtml(licence)}</span></summary><pre class="licence">${escapeHtml(text)}</pre></details></li>`;
  });
  return `<ul class="source-list" id="licences">${items.join("\n")}</ul>`;
}
