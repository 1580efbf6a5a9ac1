import {spawnSync} from "node:child_process";
import {readFileSync, statSync, writeFileSync} from "node:fs";
import path from "node:path";
import {describe, expect, it} from "vitest";
import {tables} from "../../../src/waybill/model/tables.js";
import {temporaryFolder} from "../../temporary.js";

function figures(args: string[], input = "") {
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    ["loaders/commands/compiled.mjs", "figures", ...args],
    {encoding: "utf8", input},
  );
  return {
    status,
    stderr: stderr.trim(),
    rows: stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

describe("npm run figures", () => {
  it("prints the figures of each file, one JSON object a line, with the columns of the table", () => {
    const folder = temporaryFolder({
      "a.txt": "It sold 40 crates last year.",
      "b.md": "---\ntitle: T\npublisher: P\n---\nIt paid more than $3 million.\n",
      "c.html": "<p>Prices rose <b>12%</b>.</p>",
    });
    const files = ["a.txt", "b.md", "c.html"].map((name) => path.join(folder, name));
    const {status, rows} = figures(["--published", "2024-02-01", ...files]);
    expect(status).toBe(0);
    expect(rows.map(({file, exact}) => [path.basename(file), exact])).toEqual([
      ["a.txt", "40 crates"],
      ["b.md", "more than $3 million"],
      ["c.html", "12%"],
    ]);
    expect(rows[0].period_start).toBe("2023-01");
    const columns = tables.figures.columns
      .map(({name}) => name)
      .filter((name) => !/_id$|^(?:equivalent_of|reviewed|imported|imported_from)$/.test(name));
    for (const row of rows) expect(Object.keys(row)).toEqual(["file", ...columns]);
  });

  it("reads JSON articles from standard input, one a line, each with its own date", () => {
    const input = [
      {id: "x", text: "It sold 40 crates last year.", published: "2020-05-05"},
      {id: "y", text: "Nothing to count."},
      {id: "z", text: "Two vans arrived."},
    ];
    const {status, rows} = figures([], input.map((article) => JSON.stringify(article)).join("\n"));
    expect(status).toBe(0);
    expect(rows.map(({id, exact, period_start}) => [id, exact, period_start])).toEqual([
      ["x", "40 crates", "2019-01"],
      ["z", "Two vans", null],
    ]);
  });

  it("says in one line what is wrong with its input, and where", () => {
    const folder = temporaryFolder({"empty.txt": "", "good.txt": "40 crates"});
    const empty = path.join(folder, "empty.txt");
    expect(figures([path.join(folder, "good.txt"), empty])).toEqual({
      status: 1,
      stderr: `${empty}:1: is empty`,
      rows: [],
    });
    expect(figures([path.join(folder, "none.txt")])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/none\.txt: cannot be read: it is not there$/),
    });
    expect(figures(["--published", "May"])).toMatchObject({
      status: 1,
      stderr: '--published: is not a date: "May" (write YYYY-MM-DD)',
    });
    expect(figures([], '{"text": "40 crates"}\nnot json\n')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^standard input:2: is not JSON: /),
    });
    expect(figures([], '{"id": 1}\n')).toMatchObject({status: 1, stderr: 'standard input:1: lacks "text"'});
  });
});

describe("the compiled command", () => {
  const compiled = ".waybill/commands/figures.cjs";
  const start = () => expect(figures([]).status).toBe(0);

  it("holds no package that most runs do without: it must start at once", () => {
    start();
    const kB = statSync(compiled).size / 1000;
    console.log(`the figures command: ${kB.toFixed(0)} kB`);
    expect(kB).toBeLessThan(405);
    expect(
      figures(
        [],
        '{"text": "Il a vendu 40 caisses de vis et 30 tonnes de ciment aux usines du nord, selon la direction du port."}',
      ).status,
    ).toBe(0);
  });

  it("is made anew once a source is another than it was made of", () => {
    const file = ".waybill/commands/figures.sources.json";
    const sources = JSON.parse(readFileSync(file, "utf8"));
    expect(Object.keys(sources)).toContain("src/waybill/parse/find/money.ts");
    const made = statSync(compiled).mtimeMs;
    start();
    expect(statSync(compiled).mtimeMs).toBe(made);
    const cache = readFileSync(".waybill/commands/figures.cache");
    writeFileSync(file, JSON.stringify({...sources, "src/waybill/parse/find/money.ts": "0 1"}));
    start();
    expect(statSync(compiled).mtimeMs).toBeGreaterThan(made);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(sources);
    // What V8 made of the older file is not used for the newer one, though they are of one length.
    expect(readFileSync(".waybill/commands/figures.cache").subarray(0, 64)).not.toEqual(
      cache.subarray(0, 64),
    );
  });
});
