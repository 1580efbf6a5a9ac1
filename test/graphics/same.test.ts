import {spawnSync} from "node:child_process";
import {describe, expect, it} from "vitest";
import {tableNames} from "../../src/waybill/model/tables.js";
import {charts} from "../charts/everyChart.js";
import {temporaryProject} from "../temporary.js";

const {id} = charts.at(-1)!;

/** Returns the hashes of graphics and tables, made by a process of its own in the given folder and surroundings. */
function hashesIn(folder: string, env: Record<string, string>): Record<string, string> {
  const {stdout, stderr, status} = spawnSync(
    process.execPath,
    ["--import", "tsx", "test/graphics/printHashes.ts", id],
    {cwd: folder, encoding: "utf8", env: {...process.env, ...env}},
  );
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

describe("graphics and tables", () => {
  it("are the same bytes in any folder, time zone and locale, at any time", () => {
    const elsewhere = temporaryProject();
    const here = hashesIn(".", {TZ: "UTC", LANG: "C", LC_ALL: "C"});
    const there = hashesIn(elsewhere, {TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8"});
    expect(Object.keys(here).filter((name) => here[name] !== there[name])).toEqual([]);
    expect(Object.keys(there)).toEqual(Object.keys(here));
    expect(Object.keys(here)).toEqual(expect.arrayContaining([`${id}.pdf`, `${id}@2x.png`, "facts.parquet"]));
    expect(Object.keys(here)).toHaveLength(16 + 5 * tableNames.length);
  });
});
