import {spawnSync} from "node:child_process";
import {copyFileSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {csvFormatRows, csvParseRows} from "d3";
import {describe, expect, it} from "vitest";
import {charts} from "../charts/everyChart.js";
import {waybill} from "../engine.js";

const [{id}] = charts;
const {citation} = JSON.parse(readFileSync(`dist/graphics/${id}.json`, "utf8"));
const [quoted] = citation.citation;
const folder = mkdtempSync(path.join(tmpdir(), "waybill-cite-"));
const cite = (...files: string[]) =>
  spawnSync(process.execPath, [...waybill, "cite", ...files], {encoding: "utf8"});

describe("npm run cite -- FILE", () => {
  it("prints title, credit, reports and sentences of a renamed file", () => {
    const file = path.join(folder, "picture.dat");
    copyFileSync(`dist/graphics/${id}@2x.png`, file);
    const {status, stdout} = cite(file);
    expect(status).toBe(0);
    const lines = stdout.split("\n");
    expect(lines).toEqual(expect.arrayContaining([citation.name, citation.creditText]));
    expect(stdout).toMatch(/^licence: \S/m);
    expect(stdout).toMatch(/^report: [^:]+: /m);
    expect(lines.some((line) => line.startsWith("- ") && line.includes(quoted.text))).toBe(true);
  });

  it("says in one line which file holds none, and prints nothing else", () => {
    const file = path.join(folder, "note.txt");
    writeFileSync(file, "no citation here\n");
    expect(cite(`dist/graphics/${id}.csv`, file)).toMatchObject({
      status: 1,
      stdout: "",
      stderr: `${file}: holds no citation (--site FOLDER looks for it among a site’s graphics)\n`,
    });
  });

  it("finds in a site what a file has lost, and says how", () => {
    const file = path.join(folder, "bare.csv");
    const [names, ...rows] = csvParseRows(readFileSync(`dist/graphics/${id}.csv`, "utf8"));
    const at = names.indexOf("mark");
    writeFileSync(file, csvFormatRows([[names[at]], ...rows.map((row) => [row[at]])]));
    expect(cite(file).status).toBe(1);
    const {status, stdout} = cite("--site", "dist", file);
    expect(status).toBe(0);
    expect(stdout.split("\n")).toContain(citation.creditText);
    expect(stdout).toMatch(/^version: [0-9a-f]{7}$/m);
    expect(stdout).toMatch(/^found in dist by its cells, of which 100% are the chart’s$/m);
    const other = path.join(folder, "other.txt");
    writeFileSync(other, "no citation here\n");
    expect(cite("--site", "dist", other).stderr).toBe(
      `${other}: holds no citation, and is like no graphic in dist\n`,
    );
    expect(cite("--site", folder, other).stderr).toBe(`${folder}: is no site: it has no folder graphics\n`);
  });

  it("says which file is not there, and what it takes", () => {
    expect(cite(path.join(folder, "none.png"))).toMatchObject({
      status: 1,
      stderr: `${folder}/none.png: cannot be read: it is not there\n`,
    });
    expect(cite()).toMatchObject({status: 1, stderr: "cite: names no file (waybill cite FILE)\n"});
    expect(cite("--help").stdout).toContain("waybill cite [--site FOLDER] FILE");
  });
});
