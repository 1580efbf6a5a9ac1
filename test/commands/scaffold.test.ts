import {spawnSync} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {beginStory, newChart, newPage} from "../../loaders/scaffold.js";
import {readSettings} from "../../loaders/story.js";
import {waybill} from "../engine.js";
import {temporaryFolder} from "../temporary.js";

const home = process.cwd();
afterEach(() => process.chdir(home));

const read = (folder: string, file: string): string => readFileSync(path.join(folder, file), "utf8");

describe("beginStory(folder, name)", () => {
  it("writes a story that is called as it should be, in quotes where YAML would read another name", () => {
    const folder = path.join(temporaryFolder(), "cold-water");
    expect(beginStory(folder).made).toEqual([
      ".gitignore",
      "README.md",
      "package.json",
      "seeds/example.md",
      "seeds/story.yaml",
      "src/index.md",
    ]);
    expect(readSettings(path.join(folder, "seeds/story.yaml"))).toEqual({
      name: "Cold water",
      byline: "Cold water",
      licence: "not stated",
      address: null,
      published: null,
      corrections: null,
      numbers: "en",
      contents: true,
    });
    expect(JSON.parse(read(folder, "package.json"))).toMatchObject({
      name: "cold-water",
      scripts: {start: "waybill start"},
    });
    const other = temporaryFolder();
    beginStory(other, 'Water: "cold"');
    expect(readSettings(path.join(other, "seeds/story.yaml")).name).toBe('Water: "cold"');
    expect(read(other, "src/index.md")).toContain('# Water: "cold"\n');
  });

  it("leaves what is there, and adds to package.json what it lacks", () => {
    const own = {name: "mine", scripts: {start: "mine"}, dependencies: {waybill: "file:../w.tgz"}};
    const folder = temporaryFolder({"package.json": JSON.stringify(own), "README.md": "mine"});
    expect(beginStory(folder).left).toEqual(["README.md"]);
    expect(read(folder, "README.md")).toBe("mine");
    expect(JSON.parse(read(folder, "package.json"))).toMatchObject({
      ...own,
      scripts: {start: "mine", build: "waybill build"},
    });
    expect(beginStory(folder).made).toEqual([]);
  });
});

describe("newChart(id, facts) and newPage(name, facts)", () => {
  const facts = [
    {kind: "mass", unit: "tonne"},
    {kind: "money", unit: "NOK"},
    {kind: "mass", unit: "tonne"},
  ];

  it("draw what there is most of, and list every chart", () => {
    const folder = temporaryFolder();
    process.chdir(folder);
    expect(newChart("catch", facts)).toEqual({
      files: ["src/charts/catch.ts", "src/charts/index.ts"],
      address: "/charts/catch",
    });
    expect(read(folder, "src/charts/catch.ts")).toContain("WHERE kind = 'mass' AND unit = 'tonne'");
    newChart("by-port", facts);
    expect(read(folder, "src/charts/index.ts")).toBe(
      'import {byPort} from "./by-port.js";\nimport {catchChart} from "./catch.js";\n\nexport const charts = [catchChart, byPort];\n',
    );
    expect(newPage("catch/ports", facts)).toEqual({files: ["src/catch/ports.md"], address: "/catch/ports"});
    expect(read(folder, "src/catch/ports.md")).toContain(
      "id: catch-ports-figures\nform: bars\nof: kind = 'mass' AND unit = 'tonne'",
    );
    expect(newPage("index", []).address).toBe("/");
  });

  it("say what is wrong with a name, and what is there already", () => {
    const folder = temporaryFolder();
    process.chdir(folder);
    expect(() => newChart("By Port", facts)).toThrow(
      'new chart: id is not lower-case words joined by hyphens: "By Port"',
    );
    expect(() => newPage("../x", facts)).toThrow(
      'new page: name is not lower-case words joined by hyphens: "../x"',
    );
    newPage("ports", facts);
    expect(() => newPage("ports", facts)).toThrow("src/ports.md: is there already");
    mkdirSync("src/charts");
    writeFileSync("src/charts/index.ts", "export default [];\n");
    expect(() => newChart("catch", facts)).toThrow(
      'src/charts/index.ts: has no line "export const charts = ["',
    );
  });
});

describe("readSettings(file)", () => {
  it("tells all that is wrong at once", () => {
    const folder = temporaryFolder({"seeds/story.yaml": "name: [a]\nbylin: B\naddress: example\n"});
    const file = path.join(folder, "seeds/story.yaml");
    expect(() => readSettings(file)).toThrow(
      [
        `${file}:1: name is no text`,
        `${file}:2: unknown setting: "bylin" (have: name, byline, licence, address, published, corrections, numbers, contents)`,
        `${file}:3: address is no web address: "example" (for example: https://example.org/story)`,
      ].join("\n"),
    );
  });

  it("takes a day and an address for corrections, and nothing near them", () => {
    const read = (text: string) =>
      readSettings(
        path.join(temporaryFolder({"seeds/story.yaml": `name: A\n${text}\n`}), "seeds/story.yaml"),
      );
    expect(read("published: 2026-02-03\ncorrections: desk@example.org")).toMatchObject({
      published: "2026-02-03",
      corrections: "mailto:desk@example.org",
    });
    for (const address of ["mailto:desk@example.org", "https://example.org/report"])
      expect(read(`corrections: ${address}`).corrections).toBe(address);
    for (const wrong of [
      "desk",
      "desk@example",
      "mailto:a@example.org?cc=b@example.org",
      "javascript:alert(1)",
    ])
      expect(() => read(`corrections: "${wrong}"`), wrong).toThrow("neither a mail nor a web address");
    for (const wrong of ["2026-02-30", "3 February 2026", "2026-2-3"])
      expect(() => read(`published: ${wrong}`), wrong).toThrow("published is not a date");
  });

  it("takes a language for its numbers, and names some where it is none", () => {
    const file = (text: string) =>
      path.join(temporaryFolder({"seeds/story.yaml": `name: A\n${text}\n`}), "seeds/story.yaml");
    for (const code of ["de", "fr-FR", "en-IN", "sv"])
      expect(readSettings(file(`numbers: ${code}`)).numbers).toBe(code);
    for (const wrong of ["german", "xx", "de_DE", "1.000,5"]) {
      const written = file(`numbers: "${wrong}"`);
      expect(() => readSettings(written), wrong).toThrow(
        `${written}:2: numbers is no language whose numbers are known: "${wrong}" (for example: de, de-CH, fr; have: `,
      );
      expect(() => readSettings(written)).not.toThrow(/\n/);
    }
  });

  it("names a story after its folder without a file", () => {
    const folder = temporaryFolder();
    expect(readSettings(path.join(folder, "seeds/story.yaml")).name).toBe(path.basename(folder));
  });
});

describe("waybill", () => {
  const run = (...words: string[]) => spawnSync(process.execPath, [...waybill, ...words], {encoding: "utf8"});

  it("names its commands, and each has its help", {timeout: 120_000}, () => {
    const {stdout} = run("--help");
    const names = [...stdout.matchAll(/^ {2}(\w+) {2,}\w/gm)].map(([, name]) => name);
    expect(names).toEqual([
      "init",
      "start",
      "build",
      "add",
      "review",
      "import",
      "new",
      "data",
      "figures",
      "check",
      "diff",
      "cite",
    ]);
    for (const name of names) {
      const help = run(name, "--help");
      expect(help.stdout, name).toMatch(new RegExp(`^waybill ${name}\\b[\\s\\S]*--help`));
      expect(help.status, name).toBe(0);
    }
  });

  it.each([
    [["buld"], 'waybill: unknown command: "buld" (have: init, start,'],
    [["--story", "nowhere", "build"], "nowhere: is no folder (waybill init FOLDER makes a new story)"],
    [["--story"], "--story: names no folder"],
    [["new", "chart"], "new chart: takes one name"],
    [["new", "map", "x"], 'new: makes a chart or a page, not "map"'],
    [["add"], "add: names no file (waybill add FILE)"],
    [
      ["add", "a", "b", "--published", "May", "--url", "x", "--id", "c"],
      "--id: is for one file\n--published: is not a date",
    ],
    [["import"], "import: takes one file of readings, a line each"],
  ])("%j says what is wrong in a line each", (words, problem) => {
    const {status, stderr} = run(...words);
    expect(stderr.startsWith(problem), stderr).toBe(true);
    expect(status).toBe(1);
  });
});
