import {spawnSync} from "node:child_process";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {temporaryFolder} from "../../temporary.js";

function check(...args: string[]) {
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    ["--import", "tsx", "loaders/commands/check.ts", ...args],
    {encoding: "utf8"},
  );
  return {status, lines: stdout.split("\n").filter(Boolean), stderr: stderr.trim()};
}

const drafts = {
  "right.md": "---\ntitle: A draft\npublisher: Ours\n---\n\nRifles: 1,000 CQ-A rifles went to Tekhkrim.\n",
  "wrong.txt": "A draft.\n\nChina’s exports of ceramics to Russia rose by 50%. The town has 12 pools.\n",
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
    expect(lines[0]).toBe(`${draft("right.md")}:6: supported         “1,000 CQ-A rifles”`);
    expect(lines[2]).toBe("    Agrees in number, thing, recipient and state.");
    expect(lines[4]).toBe(`${draft("wrong.txt")}:3: contradicted      “50%”`);
    // The text is our note: no quotation marks.
    expect(lines[5]).toMatch(
      /^ {4}(?:Stands|Otherwise,) in our note on a report by Euromaidan Press \(euromaidan-drones\): [^“]+69%[^”]+$/,
    );
    expect(lines[6]).toBe("    Differs in number (tables: 69%).");
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
      {exact: "50%", verdict: "contradicted", sentence: expect.stringContaining("69%")},
      {verdict: "not in the tables", against: null},
    ]);
  });

  it("says in one line what is missing", () => {
    expect(check()).toMatchObject({status: 1, stderr: "DRAFT: is missing: name the file to check"});
    expect(check("none.txt").stderr).toMatch(/^none\.txt: .+$/);
  });
});
