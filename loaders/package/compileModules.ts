import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import {build, transform} from "esbuild";
import {readEngine} from "../vocab.js";

/** What is made in the repository alone: the parser's model, and this. */
const left =
  /^loaders\/(?:treebank|roles|package)\/|^loaders\/commands\/(?:compiled\.mjs|measureSyntax|train(?:Syntax|Roles))/;

/** Modules whose packages come with them, for the engine needs a small part of a large one. */
const withPackages = new Map([["loaders/articles/pdfText.ts", ["pdfjs-dist"]]]);

/**
 * Makes the engine's modules in a folder, as JavaScript at the same places, with
 * the other files that they read beside them. Returns how many files that took.
 */
export async function compileModules(out: string): Promise<number> {
  rmSync(out, {recursive: true, force: true});
  const files = ["loaders", "src/lib", "src/waybill"]
    .flatMap((folder) =>
      readdirSync(folder, {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name).replaceAll("\\", "/")),
    )
    .concat("observablehq.config.ts", "src/style.css")
    .filter((file) => !left.test(file) && !/(?<!template)\/README\.md$/.test(file));
  for (const file of files) await ship(file, out);
  const rows = `export const rows = ${JSON.stringify(readEngine())};\n`;
  write(path.join(out, "src/waybill/parse/lexicon/rows.js"), rows);
  chmodSync(path.join(out, "loaders/commands/waybill.js"), 0o755);
  return files.length;
}

async function ship(file: string, out: string): Promise<void> {
  if (file.endsWith(".d.ts")) return write(path.join(out, file), readFileSync(file));
  if (!file.endsWith(".ts")) {
    mkdirSync(path.dirname(path.join(out, file)), {recursive: true});
    copyFileSync(file, path.join(out, file));
    return;
  }
  const target = path.join(out, file.replace(/\.ts$/, ".js"));
  if (withPackages.has(file)) return write(target, await bundled(file));
  const {code} = await transform(readFileSync(file, "utf8"), {
    loader: "ts",
    format: "esm",
    target: "es2022",
    tsconfigRaw: {compilerOptions: {verbatimModuleSyntax: true}},
  });
  write(target, withJson(code, file, out));
}

async function bundled(file: string): Promise<Uint8Array> {
  const {outputFiles} = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    minify: true,
    legalComments: "inline",
    logLevel: "silent",
    plugins: [
      {
        name: "only-these",
        setup(api) {
          api.onResolve({filter: /.*/}, ({path: name, kind, importer}) => {
            const isOwn = withPackages.get(file)!.some((one) => name === one || name.startsWith(`${one}/`));
            return kind === "entry-point" || isOwn || importer.includes("node_modules")
              ? undefined
              : {external: true};
          });
        },
      },
    ],
  });
  return outputFiles[0].contents;
}

/** Node asks for an attribute where JSON is imported, and browsers do not all know it: it becomes a module. */
function withJson(code: string, file: string, out: string): string {
  return code.replace(/from "([^".][^"]*)\.json"/g, (_, name: string) => {
    const own = `json/${name.replaceAll("/", "-")}.js`;
    if (!existsSync(path.join(out, own)))
      write(
        path.join(out, own),
        `export default ${readFileSync(path.join("node_modules", `${name}.json`), "utf8").trim()};\n`,
      );
    return `from "${path.posix.relative(path.posix.dirname(file), own)}"`;
  });
}

function write(target: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(target), {recursive: true});
  writeFileSync(target, content);
}
