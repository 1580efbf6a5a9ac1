import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it, onTestFinished} from "vitest";
import {fingerprint, ingredients} from "../../loaders/site/freshness.js";
import {temporaryFolder} from "../temporary.js";

const isIngredient = (file: string): boolean =>
  ingredients.some((ingredient) => file === ingredient || file.startsWith(`${ingredient}/`));

/** Returns the files of the project that a file imports, or names as one that it reads. */
function usedBy(file: string): string[] {
  const code = readFileSync(file, "utf8");
  const imported = [...code.matchAll(/\bfrom "(\.[^"]+)"/g)].map(([, specifier]) =>
    path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, ".ts"),
  );
  const named = [...code.matchAll(/"((?:src|seeds)\/[^"]+\.\w+)"/g)].map(([, name]) => name);
  return [...imported, ...named].filter((name) => existsSync(name));
}

describe("the ingredients", () => {
  it("are all that loaders use, and what that uses in its turn", () => {
    const open = readdirSync("loaders", {recursive: true, encoding: "utf8"})
      .filter((name) => name.endsWith(".ts"))
      .map((name) => path.posix.join("loaders", name.replaceAll("\\", "/")));
    const used = new Set(open);
    for (let file = open.pop(); file; file = open.pop())
      for (const name of usedBy(file))
        if (!used.has(name)) {
          used.add(name);
          open.push(name);
        }
    for (const file of ["src/waybill/model/tables.ts", "src/lib/icon.svg", "src/style.css"])
      expect(used).toContain(file);
    // Pages are copied as they are.
    expect([...used].filter((file) => !isIngredient(file) && !file.endsWith(".md"))).toEqual([]);
  });
});

describe("fingerprint()", () => {
  it("differs when a file of any ingredient does, and not for an original", () => {
    const file = (ingredient: string): string =>
      path.extname(ingredient) ? ingredient : `${ingredient}/a.txt`;
    const folder = temporaryFolder(Object.fromEntries(ingredients.map((name) => [file(name), "as it was"])));
    const home = process.cwd();
    onTestFinished(() => process.chdir(home));
    process.chdir(folder);
    const known = new Set([fingerprint()]);
    expect(known).toContain(fingerprint());
    for (const ingredient of ingredients) {
      writeFileSync(file(ingredient), "changed");
      expect(known, ingredient).not.toContain(fingerprint());
      known.add(fingerprint());
    }
    writeFileSync("seeds/originals.txt", "");
    known.add(fingerprint());
    expect(known.size).toBe(ingredients.length + 2);
  });
});
