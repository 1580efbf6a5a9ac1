import {spawnSync} from "node:child_process";
import {copyFileSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {describe, expect, it} from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "waybill-cite-"));
const cite = (...files: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "loaders/commands/cite.ts", ...files], {encoding: "utf8"});

describe("npm run cite -- FILE", () => {
  it("prints title, credit, reports and sentences of a renamed file", () => {
    const file = path.join(folder, "picture.dat");
    copyFileSync("dist/graphics/drones@2x.png", file);
    const {status, stdout} = cite(file);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^Politico reports: Russia’s drone imports from China were worth 30 times Ukraine’s$/m,
    );
    expect(stdout).toMatch(/^Waybill, from reports by Euromaidan Press, relaying Politico$/m);
    expect(stdout).toMatch(/^licence: CC-BY-4\.0$/m);
    expect(stdout).toMatch(/^report: Euromaidan Press: /m);
    expect(stdout).toMatch(/^- As of July 2023.*\[Euromaidan Press\]$/m);
  });

  it("says in one line which file holds none, and prints nothing else", () => {
    const file = path.join(folder, "note.txt");
    writeFileSync(file, "no citation here\n");
    expect(cite("dist/graphics/drones.csv", file)).toMatchObject({
      status: 1,
      stdout: "",
      stderr: `${file}: holds no citation (--site FOLDER looks for it among a site’s graphics)\n`,
    });
  });

  it("says which file is not there, and what it takes", () => {
    expect(cite(path.join(folder, "none.png"))).toMatchObject({
      status: 1,
      stderr: `${folder}/none.png: cannot be read: ENOENT\n`,
    });
    expect(cite()).toMatchObject({status: 1, stderr: "cite: names no file (waybill cite FILE)\n"});
    expect(cite("--help").stdout).toContain("waybill cite FILE");
  });
});
