import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";

interface Locked {
  version: string;
  integrity?: string;
  resolved?: string;
  /** It comes inside the archive of the package that bundles it, and is covered by that one's hash. */
  inBundle?: boolean;
  os?: string[];
  cpu?: string[];
}

const {packages} = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Locked>;
};
const {"": root, ...locked} = packages;

describe("the lock file", () => {
  // npm leaves the hash out for packages of other platforms when it writes the lock from an installed
  // node_modules. Without them there: delete their entries, then npm install --package-lock-only.
  it("has the hash of every package, for every platform", () => {
    const without = Object.entries(locked).filter(
      ([, {integrity, inBundle}]) => !inBundle && !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""),
    );
    expect(without.map(([folder]) => folder)).toEqual([]);
  });

  it("holds what npm ci takes on macOS and on ARM", () => {
    for (const platform of ["darwin arm64", "darwin x64", "linux arm64", "linux x64", "win32 x64"])
      for (const name of ["@biomejs", "@duckdb", "@esbuild", "@resvg", "@rolldown"]) {
        const found = Object.entries(locked).filter(
          ([folder, {os, cpu}]) => folder.includes(`${name}/`) && `${os} ${cpu}` === platform,
        );
        expect(found, `${name} for ${platform}`).not.toEqual([]);
      }
  });

  it("names no host", () => {
    expect(Object.entries(locked).filter(([, {resolved}]) => resolved)).toEqual([]);
    expect(readFileSync(".npmrc", "utf8")).toContain("omit-lockfile-registry-resolved=true");
  });

  it("pins what package.json asks for, to the digit", () => {
    const asked = JSON.parse(readFileSync("package.json", "utf8"));
    const {dependencies, devDependencies} = root as unknown as Record<string, Record<string, string>>;
    expect({dependencies, devDependencies}).toEqual({
      dependencies: asked.dependencies,
      devDependencies: asked.devDependencies,
    });
    for (const [name, version] of Object.entries({...dependencies, ...devDependencies}))
      expect(`${name}@${version}`).toBe(`${name}@${locked[`node_modules/${name}`].version}`);
  });
});
