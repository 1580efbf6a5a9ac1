import {spawnSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {compareFigures} from "../loaders/diff.js";
import {loadTables} from "../loaders/tables.js";
import type {Row} from "../src/waybill/model/tables.js";
import {inventStory, temporaryProject, temporarySeeds} from "./temporary.js";

const note = (text: string): string => `---\ntitle: T\npublisher: P\n---\n${text}\n`;
const read = (text: string) => loadTables(temporarySeeds({"a.md": note(text)})).figures as unknown as Row[];

const first = "Ondal sold 40 crates of lathes to Kenya in May.\n\nIt employs 300 people.";

describe("compareFigures(before, after)", () => {
  it("is empty for the same figures, wherever they stand", () => {
    const after = read(
      "A new opening.\n\nOndal sold 40 crates of lathes to Kenya in May.\n\nIt employs 300 people.",
    );
    expect(compareFigures(read(first), after)).toEqual({
      appeared: [],
      vanished: [],
      reworded: [],
      changed: [],
    });
  });

  it("tells what appeared, vanished and was reworded", () => {
    const before = read(first);
    const after = read("Ondal sold 41 crates of lathes to Kenya in May.\n\nA fine of $7 million was paid.");
    const {appeared, vanished, reworded, changed} = compareFigures(before, after);
    expect(appeared.map(({exact}) => exact)).toEqual(["$7 million"]);
    expect(vanished.map(({exact}) => exact)).toEqual(["300 people"]);
    expect(reworded.map((pair) => [pair.before.exact, pair.after.exact])).toEqual([
      ["40 crates", "41 crates"],
    ]);
    expect(changed[0].cells).toContainEqual({cell: "value", before: "40", after: "41"});
  });
});

describe("npm run diff", () => {
  it("prints corrections against a revision, with the charts they touch", () => {
    const project = inventStory(temporaryProject());
    const make = ["--import", "tsx", "loaders/commands/data.ts"];
    expect(spawnSync(process.execPath, make, {cwd: project}).status).toBe(0);
    const git = (...args: string[]) => spawnSync("git", args, {cwd: project, encoding: "utf8"});
    git("init", "-q");
    git("add", "data");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "tables");
    const diff = (...args: string[]) =>
      spawnSync(process.execPath, ["--import", "tsx", "loaders/commands/diff.ts", ...args], {
        cwd: project,
        encoding: "utf8",
      });
    expect(diff()).toMatchObject({status: 0, stdout: "no figure differs from HEAD\n"});
    const seed = path.join(project, "seeds/mills.md");
    writeFileSync(seed, readFileSync(seed, "utf8").replace("$2.4 million", "$2.5 million"));
    const {stdout, status} = diff();
    expect(status).toBe(0);
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      "reworded  mills: “$2.4 million” is now “$2.5 million” [charts: sums]",
      "changed   mills: “$2.5 million”, value: 2400000 -> 2500000 [charts: sums]",
    ]);
    expect(diff("nowhere")).toMatchObject({
      status: 1,
      stderr: "nowhere: no such revision in this repository\n",
    });
    expect(diff("--help").stdout).toContain("waybill diff [REVISION]");
  });
});
