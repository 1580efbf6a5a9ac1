/*
 * Runs a command of this folder as one compiled file of the cache:
 *
 *   node loaders/commands/compiled.mjs figures [ARGUMENT...]
 *
 * Reading TypeScript at each start takes many times as long as the command. The
 * file is made anew once one of its sources is another than it was made of. What
 * V8 made of it is kept beside it after a first run: a start spends a quarter
 * of its time on that otherwise.
 */
import {mkdirSync, readFileSync, renameSync, statSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {Script} from "node:vm";

// Not where a build keeps what it makes: packages must be found from here.
const folder = path.resolve(".waybill/commands");
const [command] = process.argv.splice(2, 1);
// What is compiled stands elsewhere than what it was made of.
process.env.WAYBILL_ENGINE ??= path.resolve(fileURLToPath(import.meta.url), "../../..");
const compiled = path.join(folder, `${command}.cjs`);
const sourcesFile = path.join(folder, `${command}.sources.json`);
const cacheFile = path.join(folder, `${command}.cache`);

if (!isCurrent()) await compile();
// The command finds its own name and arguments where it would without this file.
process.argv[1] = compiled;
run();

function run() {
  const state = stateOf(compiled);
  const cachedData = readCache(state);
  const script = new Script(readFileSync(compiled, "utf8"), {filename: compiled, cachedData});
  // Another version of Node rejects what this one made.
  if (cachedData === undefined || script.cachedDataRejected)
    process.once("exit", () => keepCache(state, script));
  const meta = {url: pathToFileURL(compiled).href, resolve: (name) => import.meta.resolve(name)};
  script.runInThisContext()(createRequire(compiled), {exports: {}}, {}, meta);
}

// V8 looks at the length of a file only: the cache starts with the state of the one that it was made of.
const headLength = 64;

function readCache(state) {
  try {
    const bytes = readFileSync(cacheFile);
    return bytes.toString("latin1", 0, headLength).trim() === state ? bytes.subarray(headLength) : undefined;
  } catch {
    return undefined;
  }
}

// A run that printed its help, or stopped at a mistake, has hardly used the command.
function keepCache(state, script) {
  if (process.exitCode || /^(?:-h|--help)$/.test(process.argv[2] ?? "")) return;
  try {
    write(cacheFile, Buffer.concat([Buffer.from(state.padEnd(headLength)), script.createCachedData()]));
  } catch {
    // Nothing is lost but time.
  }
}

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
    format: "cjs",
    target: "node20",
    minify: true,
    metafile: true,
    write: false,
    outfile: compiled,
    banner: {js: "(function (require, module, exports, meta) {"},
    footer: {js: "})"},
    define: {"import.meta.url": "meta.url", "import.meta.resolve": "meta.resolve"},
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
