import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {onTestFinished} from "vitest";

/** Returns a folder that is removed when the test ends, with the given files in it. */
export function temporaryFolder(files: Record<string, string | Uint8Array> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), "waybill-"));
  // What a process that was just stopped still writes may come between.
  onTestFinished(() => {
    rmSync(folder, {recursive: true, force: true, maxRetries: 20});
    rmSync(path.join(path.dirname(folder), `.${path.basename(folder)}.lock`), {force: true});
  });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** The engine's own vocabulary. */
export const lexicon = "src/waybill/parse/lexicon";

/** Returns a copy of the engine's vocabulary, to be spoiled. */
export function temporaryLexicon(): string {
  const folder = temporaryFolder();
  cpSync(lexicon, folder, {recursive: true});
  return folder;
}

/** The articles of an invented story about grain. */
export const grain = "test/input/grain/seeds";

/** Returns a folder of seeds with the given articles, and a vocabulary of their own that has no words yet. */
export function temporarySeeds(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder(files);
  mkdirSync(path.join(folder, "vocab"), {recursive: true});
  return folder;
}

/** Returns a copy of the project, without what can be made again, that shares its node_modules. */
export function temporaryProject(): string {
  const folder = temporaryFolder();
  const left = new Set(["node_modules", "dist", ".git", ".waybill"]);
  for (const name of readdirSync("."))
    if (!left.has(name))
      cpSync(name, path.join(folder, name), {
        recursive: true,
        filter: (source) => !source.includes(".observablehq/") && !source.endsWith("/.observablehq"),
      });
  symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"), "dir");
  return folder;
}

const sums = `import {bars, defineChart, type FactRow, formatFigure, nameOf, told} from "../waybill/charts.js";

export const sums = defineChart<FactRow>({
  id: "sums",
  query: \`WITH \${told} SELECT * FROM told WHERE kind = 'money' ORDER BY usd DESC, facts\`,
  name: nameOf,
  form: bars,
  options: {label: "goods"},
  title: ([most]) => \`The largest sum reported is \${most ? formatFigure(most, "prose") : "not known"}\`,
});
`;

const page = `# What is paid for grain

\`\`\`chart
sums
\`\`\`

\`\`\`chart
id: loads
form: bars
of: goods = 'rye' AND kind = 'mass'
label: thing
title: Little rye was shipped
\`\`\`
`;

/** Puts the invented story of test/input/grain, with two charts of it, into a copy of the project in the place of the story that it holds. */
export function inventStory(project: string): string {
  for (const name of ["seeds", "src/charts", "src/index.md", "src/sources", "data"])
    rmSync(path.join(project, name), {recursive: true, force: true});
  cpSync("test/input/grain", project, {recursive: true});
  for (const [name, content] of Object.entries({
    "seeds/story.yaml": "name: Grain\n",
    "src/index.md": page,
    "src/charts/sums.ts": sums,
    "src/charts/index.ts": 'import {sums} from "./sums.js";\n\nexport const charts = [sums];\n',
  })) {
    mkdirSync(path.dirname(path.join(project, name)), {recursive: true});
    writeFileSync(path.join(project, name), content);
  }
  return project;
}

/** Returns a copy of the project as it is after a build, which does not begin from nothing. */
export function builtProject(): string {
  const folder = temporaryProject();
  for (const name of ["dist", ".waybill", "src/.observablehq"].filter((each) => existsSync(each)))
    cpSync(name, path.join(folder, name), {recursive: true});
  return folder;
}
