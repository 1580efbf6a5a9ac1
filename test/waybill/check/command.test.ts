import {spawnSync} from "node:child_process";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {waybill} from "../../engine.js";
import {temporaryFolder} from "../../temporary.js";

function check(...args: string[]) {
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    [...waybill, "check", "--seeds", "test/input/grain/seeds", ...args],
    {encoding: "utf8"},
  );
  return {status, lines: stdout.split("\n").filter(Boolean), stderr: stderr.trim()};
}

const drafts = {
  "right.md": "---\ntitle: A draft\npublisher: Ours\n---\n\nRye: Tarn Malt ordered 120 tonnes of rye.\n",
  "wrong.txt":
    "A draft.\n\nMerrin Grain of Brazil sold 5,200 tonnes of barley to Tarn Malt of Peru in May 2023. The town has 12 pools.\n",
  "new.txt": "The town of Ondal has 12 swimming pools.\n",
};

function written(): (name: keyof typeof drafts) => string {
  const folder = temporaryFolder(drafts);
  return (name) => path.join(folder, name);
}

describe("npm run check", () => {
  it("names file and line of each figure, and the sentence that decides", () => {
    const draft = written();
    const {status, lines, stderr} = check(draft("right.md"), draft("wrong.txt"));
    expect(status).toBe(1);
    expect(lines[0]).toBe(`${draft("right.md")}:6: supported         “120 tonnes”`);
    expect(lines[2]).toBe("    Agrees in number, thing, recipient and state.");
    expect(lines[4]).toBe(`${draft("wrong.txt")}:3: contradicted      “5,200 tonnes”`);
    // The paper itself is not at hand: no quotation marks.
    expect(lines[5]).toMatch(
      /^ {4}Otherwise, in a text credited to The Ledger \(quay\): [^“]+4,500 tonnes[^”]+$/,
    );
    expect(lines[6]).toBe("    Differs in number (tables: 4,500 tonnes).");
    // Above it may stand how far a slow machine had come.
    expect(stderr.split("\n").at(-1)).toBe(
      "1 supported, 0 number found, 0 said otherwise, 1 contradicted, 1 not in the tables",
    );
  });

  it("fails on what is not found only if it is asked to be strict", () => {
    const draft = written();
    expect(check(draft("new.txt")).status).toBe(0);
    expect(check("--strict", draft("new.txt")).status).toBe(1);
  });

  it("prints JSON, a figure a line", () => {
    const draft = written();
    const {lines} = check("--json", draft("wrong.txt"));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {exact: "5,200 tonnes", verdict: "contradicted", sentence: expect.stringContaining("4,500 tonnes")},
      {verdict: "not in the tables", against: null},
    ]);
  });

  it("says in one line what is missing", () => {
    expect(check()).toMatchObject({status: 1, stderr: "DRAFT: is missing: name the file to check"});
    expect(check("none.txt").stderr).toMatch(/^none\.txt: .+$/);
  });
});
