import {execFileSync} from "node:child_process";
import {mkdirSync, writeFileSync} from "node:fs";
import path from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {commitsOf, lastChange} from "../loaders/history.js";
import {changesSince} from "../loaders/site/corrections.js";
import {temporaryFolder} from "./temporary.js";

const home = process.cwd();
afterEach(() => process.chdir(home));

/** A folder with a repository, and what commits to it on a given day. */
function repository(): (day: string, files: Record<string, string>) => void {
  const folder = temporaryFolder();
  process.chdir(folder);
  const git = (words: string[], day = "2026-01-01"): void => {
    const date = `${day}T12:00:00Z`;
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...words], {
      stdio: "ignore",
      env: {...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date},
    });
  };
  git(["init", "-q"]);
  return (day, files) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(name), {recursive: true});
      writeFileSync(name, text);
    }
    git(["add", "-A"]);
    git(["commit", "-q", "-m", "x"], day);
  };
}

const head = "figure_id,article_id,exact,sentence,kind,value,low,high,unit,qualifier,supplier";
const row = (value: number, supplier = ""): string =>
  `a-40,a,${value} crates,The yard sold ${value} crates of bolts to the mill,count,${value},${value},${value},crate,,${supplier}`;
const figures = (...rows: string[]): Record<string, string> => ({
  "data/figures.csv": `${[head, ...rows].join("\n")}\n`,
});

describe("lastChange(articles)", () => {
  it("is the day of the last commit of seeds or tables, not of other files", () => {
    const commit = repository();
    commit("2026-02-03", {"seeds/a.md": "x"});
    commit("2026-02-05", {"src/index.md": "x"});
    expect(lastChange([{published: "2026-01-01"}])).toBe("2026-02-03");
  });

  it("is the date of the newest article without a history, and nothing without a date", () => {
    process.chdir(temporaryFolder());
    expect(lastChange([{published: "2024-02-01"}, {published: null}, {published: "2024-03-01"}])).toBe(
      "2024-03-01",
    );
    expect(lastChange([{published: null}])).toBeNull();
    expect(commitsOf(["seeds"])).toEqual([]);
  });
});

describe("changesSince(published)", () => {
  it("tells what figures claim otherwise, a day at once, the newest first", () => {
    const commit = repository();
    commit("2026-02-03", figures(row(40)));
    commit("2026-02-04", figures(row(40, "yard")));
    commit("2026-02-04", figures(row(40, "the yard")));
    commit("2026-02-06", figures(row(41, "the yard")));
    const days = changesSince(null)!;
    expect(days.map(({day}) => day)).toEqual(["2026-02-06", "2026-02-04"]);
    const cellsOf = (n: number) => days[n].difference.changed.flatMap(({cells}) => cells);
    expect(cellsOf(1)).toEqual([{cell: "supplier", before: "", after: "the yard"}]);
    expect(cellsOf(0).map(({cell}) => cell)).toContain("value");
  });

  it("passes over a sentence that was edited, and days before the story was published", () => {
    const commit = repository();
    commit("2026-02-03", figures(row(40)));
    commit("2026-02-04", figures(row(41)));
    commit("2026-02-05", figures(row(41).replace("sold", "has sold")));
    expect(changesSince("2026-02-05")).toEqual([]);
    expect(changesSince("2026-02-04")!.map(({day}) => day)).toEqual(["2026-02-04"]);
  });

  it("is null without a history", () => {
    process.chdir(temporaryFolder());
    expect(changesSince(null)).toBeNull();
  });
});
