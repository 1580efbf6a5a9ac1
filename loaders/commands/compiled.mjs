/*
 * Runs a command of this folder as one compiled file of the cache:
 *
 *   node loaders/commands/compiled.mjs figures [ARGUMENT...]
 *
 * Reading TypeScript at each start takes many times as long as the command. The
 * file is made anew once one of its sources is another than it was made of.
 */
import {mkdirSync, readFileSync, renameSync, statSync, writeFileSync} from "node:fs";
import path from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

// Not where a build keeps what it makes: packages must be found from here.
const folder = path.resolve(".waybill/commands");
const [command] = process.argv.splice(2, 1);
// What is compiled stands elsewhere than what it was made of.
process.env.WAYBILL_ENGINE ??= path.resolve(fileURLToPath(import.meta.url), "../../..");
const compiled = path.join(folder, `${command}.mjs`);
const sourcesFile = path.join(folder, `${command}.sources.json`);

if (!isCurrent()) await compile();
// The command finds its own name and arguments where it would without this file.
process.argv[1] = compiled;
await import(pathToFileURL(compiled).href);

function isCurrent() {
  try {
    const sources = JSON.parse(readFileSync(sourcesFile, "utf8"));
    return statSync(compiled).isFile() && Object.keys(sources).every((file) => sources[file] === stateOf(file));
  } catch {
    return false;
  }
}

function stateOf(file) {
  const {mtimeMs, size} = statSync(file);
  return `${mtimeMs} ${size}`;
}

async function compile() {
  const {build} = await import("esbuild");
  const {metafile, outputFiles} = await build({
    entryPoints: [`loaders/commands/${command}.ts`],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    minify: true,
    metafile: true,
    write: false,
    outfile: compiled,
    // Packages of the older kind ask for one.
    banner: {js: `import {createRequire} from "node:module"; const require = createRequire(import.meta.url);`},
  });
  // A package changes with the list of them.
  const sources = Object.keys(metafile.inputs).filter((file) => !file.includes("node_modules/"));
  sources.push("package-lock.json", "loaders/commands/compiled.mjs");
  mkdirSync(folder, {recursive: true});
  // Last, and each in one step: whoever starts meanwhile finds all of it, or makes it too.
  write(compiled, outputFiles[0].contents);
  write(sourcesFile, JSON.stringify(Object.fromEntries(sources.map((file) => [file, stateOf(file)]))));
}

function write(file, content) {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}
