import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";

// The arrows of the house: who may import whom. Anything that is not listed is
// entered from outside and may import what it needs.
const rules: {from: RegExp; may: RegExp}[] = [
  {from: /^src\/waybill\/model\//, may: /^src\/waybill\/model\//},
  {from: /^src\/waybill\/parse\//, may: /^src\/waybill\/(?:model|parse)\//},
  {from: /^src\/waybill\/marks\//, may: /^src\/waybill\/(?:model|marks)\/|^src\/waybill\/[^/]+\.ts$/},
  {
    from: /^src\/waybill\/forms\//,
    may: /^src\/waybill\/(?:model|marks|forms)\/|^src\/waybill\/[^/]+\.ts$/,
  },
  {from: /^src\/waybill\/check\//, may: /^src\/waybill\/(?:(?:model|parse|check)\/|standing\.ts$)/},
  // Readers never load the parser: charts and marks do without it.
  {from: /^src\/waybill\//, may: /^src\/waybill\/(?!parse\/)/},
  {from: /^src\/charts\//, may: /^src\/(?:charts|waybill)\//},
  {from: /^src\/lib\//, may: /^src\/(?:waybill|lib)\//},
  // The engine knows no story: whose charts and pages it makes, it finds in the folder that it works on.
  {from: /^loaders\//, may: /^(?:src\/waybill|loaders)\//},
  {from: /^observablehq\.config\.ts$/, may: /^(?:src\/waybill|loaders)\//},
];

function filesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(?:ts|md)$/.test(entry.name))
    .map((entry) => path.posix.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(".observablehq"));
}

function importsOf(file: string): string[] {
  const code = readFileSync(file, "utf8");
  return [
    ...code.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;"'`=]*?["']([^"'`]+)["']|import\(["']([^"']+)["']\)/g),
  ].map((match) => match[1] ?? match[2]);
}

const resolve = (file: string, specifier: string): string =>
  path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, ".ts");

describe("imports run one way", () => {
  const files = [...filesIn("src"), ...filesIn("loaders"), "observablehq.config.ts"];

  it("finds imports to check", () => {
    expect(files.length).toBeGreaterThan(30);
    expect(importsOf("loaders/tables.ts")).toContain("./articles.js");
  });

  it.each(files.filter((file) => rules.some(({from}) => from.test(file))))("%s", (file) => {
    const rule = rules.find(({from}) => from.test(file))!;
    for (const specifier of importsOf(file).filter((s) => s.startsWith(".")))
      expect(resolve(file, specifier), specifier).toMatch(rule.may);
  });

  it("pages import nothing from loaders/", () => {
    for (const file of files.filter((f) => f.endsWith(".md")))
      expect(importsOf(file).filter((specifier) => specifier.includes("loaders/"))).toEqual([]);
  });

  it("the parser, the model and the charts use nothing of Node's", () => {
    for (const file of files.filter((f) => /^src\/(?:charts|waybill)\//.test(f)))
      for (const specifier of importsOf(file)) expect(specifier, file).not.toMatch(/^node:/);
  });
});
