import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {group} from "d3";
import type {BuildResult} from "esbuild";
import {escapeHtml} from "../../src/waybill/model/escape.js";
import {enginePackage, installedPackages, packageFolder} from "../engine.js";
import {InputError} from "../InputError.js";
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

/** What is in every site, and is seen in no file's name: Framework's client with what it bundles, and shapes of countries. */
const always = [
  "@observablehq/framework",
  "@observablehq/inputs",
  "@observablehq/inspector",
  "@observablehq/runtime",
  "isoformat",
  "world-atlas",
];

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

/** Returns the packages that the files in folders of a site come from, by name. Throws an InputError for a licence that is not allowed. */
export function shippedIn(...site: string[]): Shipped[] {
  const folders = new Set([...always.map(packageFolder), ...faceSources()]);
  const installed = installedPackages();
  const {name, version} = enginePackage();
  for (const file of site.flatMap(filesIn)) {
    const served = /\/_npm\/((?:@[^/]+\/)?[^/@]+@[^/]+)\//.exec(file)?.[1];
    const code = file.endsWith(".js") ? readFileSync(file, "utf8") : "";
    const bundled = [...code.matchAll(notice)].flatMap(([, names]) => names.split(", "));
    for (const id of served ? [served, ...bundled] : bundled) {
      // The page says of Waybill itself above the list.
      if (id === `${name}@${version}`) continue;
      const folder = installed.get(id)?.folder;
      if (!folder) throw new Error(`${file} is of a package that is not installed: ${id}`);
      folders.add(folder);
    }
  }
  return [...folders].map(describe).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).replaceAll("\\", "/"));
}

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
  const words =
    licence === "MIT"
      ? readFileSync(path.join(enginePackage().folder, "LICENSE"), "utf8").split("\n\n").slice(2).join("\n\n")
      : "";
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
    return `<li><details><summary>${escapeHtml(names)} <span class="quiet">${escapeHtml(licence)}</span></summary><div class="licence">${escapeHtml(text)}</div></details></li>`;
  });
  return `<ul class="source-list" id="licences">${items.join("\n")}</ul>`;
}
