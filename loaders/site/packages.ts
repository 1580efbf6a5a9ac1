import {mkdirSync, readdirSync, readFileSync, rmSync} from "node:fs";
import path from "node:path";
import {
  engineFolder,
  enginePackage,
  type Installed,
  installedPackages,
  packageFrom,
  sourceConditions,
} from "../engine.js";
import {siteFolder} from "./siteFolder.js";

/*
 * Framework asks a network for the code behind npm: specifiers, implicit names
 * (Plot, d3, Inputs, sql) and their versions. This module answers in its place,
 * from node_modules at the lock file's versions, by standing in for the fetch
 * of the process that Framework runs in. What is not installed is an error, and
 * so is any other request: the build asks no host for anything.
 */

/** Where Framework keeps what it was served. */
export const packageCache = (folder = siteFolder()): string => path.join(folder, ".observablehq/cache/_npm");

const javascript = "application/javascript; charset=utf-8";

/** Makes this process answer Framework's requests for packages from node_modules. Calling it twice does nothing more. */
export function serveInstalledPackages(): void {
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "true";
  dropOtherVersions();
  globalThis.fetch = answer as typeof fetch;
}

async function answer(input: string | URL | Request): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.hostname === "127.0.0.1" || url.hostname === "localhost")
    throw new Error(`the build does not fetch: ${url.pathname}`);
  const file = /^\/npm\/((?:@[^/]+\/)?[^/@]+)@([^/]+)\/(.*)$/.exec(decodeURIComponent(url.pathname));
  if (file) return servePackageFile(file[1], file[2], file[3]);
  const version = /^\/((?:@[^/]+\/)?[^/@]+)(\/latest)?$/.exec(decodeURIComponent(url.pathname));
  if (version) return serveVersion(version[1], version[2] !== undefined);
  throw new Error(`the build asks no other host, but something fetched ${url.pathname}`);
}

function serveVersion(name: string, latest: boolean): Response {
  const found = topLevel(name);
  // Framework's client names libraries that no page uses; it wants their version, never their code.
  const version = found?.version ?? "0.0.0";
  return Response.json(latest ? {version} : {versions: {[version]: {}}});
}

async function servePackageFile(name: string, version: string, file: string): Promise<Response> {
  const found = installedPackages().get(`${name}@${version}`);
  if (!found)
    throw new Error(`npm:${name} is not installed (npm install --save-exact ${name}, then start again)`);
  if (file === "package.json") return Response.json(pinned(found));
  const module = /^(?:(.*)\/)?\+esm$/.exec(file);
  if (module)
    return new Response(await bundle(found, module[1] ?? null), {headers: {"content-type": javascript}});
  const bytes = readFileSync(path.join(found.folder, file));
  const type = file.endsWith(".js") || file.endsWith(".mjs") ? javascript : "application/octet-stream";
  return new Response(bytes, {headers: {"content-type": type}});
}

/** A package's description with its dependencies at the very versions that are installed for it. */
function pinned(found: Installed): object {
  const description = JSON.parse(readFileSync(path.join(found.folder, "package.json"), "utf8"));
  const names = [
    description.dependencies,
    description.peerDependencies,
    description.optionalDependencies,
  ].flatMap((group) => Object.keys(group ?? {}));
  const dependencies = Object.fromEntries(
    names.flatMap((name) => {
      const dependency = packageFrom(found.folder, name);
      return dependency ? [[name, dependency.version]] : [];
    }),
  );
  return {...description, dependencies, devDependencies: {}, peerDependencies: {}};
}

/** One package, or one file of it, as an ES module that imports other packages from beside it. */
async function bundle({name, folder}: Installed, subpath: string | null): Promise<string> {
  // Most starts bundle nothing.
  const [{build}, {noticedFiles}] = await Promise.all([import("esbuild"), import("./licences.js")]);
  const entry = subpath === null ? name : `${name}/${subpath}`;
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "browser",
    mainFields: ["module", "browser", "main"],
    conditions: ["module", "import", "browser", ...sourceConditions],
    define: {"process.env.NODE_ENV": '"production"'},
    legalComments: "inline",
    metafile: true,
    logLevel: "silent",
    absWorkingDir: process.cwd(),
    // Paths stand in what is bundled, and in its hashes: the same wherever the packages really are.
    preserveSymlinks: true,
    plugins: [
      {
        name: "packages-from-beside",
        setup({onResolve, resolve}) {
          onResolve({filter: /^[^./]/}, async (args) => {
            if (args.pluginData === "asked") return undefined;
            if (args.kind === "entry-point") {
              const isOwn = folder === enginePackage().folder;
              const resolveDir = path.resolve(
                isOwn ? folder : folder.slice(0, folder.lastIndexOf("node_modules")),
              );
              return resolve(entry, {kind: "import-statement", resolveDir, pluginData: "asked"});
            }
            if (args.kind !== "import-statement" && args.kind !== "dynamic-import") return undefined;
            const [other, rest] = splitSpecifier(args.path);
            if (other === name) return undefined;
            const dependency = packageFrom(args.resolveDir || folder, other);
            if (!dependency)
              return resolve(args.path, {kind: args.kind, resolveDir: args.resolveDir, pluginData: "asked"});
            return {
              path: `/npm/${dependency.name}@${dependency.version}/${rest ? `${rest}/` : ""}+esm`,
              external: true,
            };
          });
        },
      },
    ],
  });
  const [[, code]] = noticedFiles(result);
  return code;
}

function splitSpecifier(specifier: string): [string, string | null] {
  const parts = specifier.split("/");
  const name = specifier.startsWith("@") ? parts.splice(0, 2).join("/") : parts.shift()!;
  return [name, parts.length > 0 ? parts.join("/") : null];
}

/** The package that pages get by a name: the story's own, else the engine's. */
function topLevel(name: string): Installed | null {
  const own = enginePackage();
  return own.name === name ? own : (packageFrom(".", name) ?? packageFrom(engineFolder, name));
}

// Framework prefers any version in its cache; after an upgrade only the installed
// ones may stay, and of our own package nothing, for its version stays while its code changes.
function dropOtherVersions(): void {
  const own = enginePackage();
  const cache = packageCache();
  mkdirSync(cache, {recursive: true});
  for (const entry of readdirSync(cache)) {
    const names = entry.startsWith("@")
      ? readdirSync(path.join(cache, entry)).map((n) => `${entry}/${n}`)
      : [entry];
    for (const name of names)
      if (!installedPackages().has(name) || name === `${own.name}@${own.version}`)
        rmSync(path.join(cache, name), {recursive: true, force: true});
  }
}
