import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterAll, describe} from "vitest";

/** Returns a folder for what the programs write, which is gone after all tests of a file. */
export function programFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "waybill-programs-"));
  afterAll(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** Runs a program that nobody here wrote. Throws with what it printed if it fails. */
export function runProgram(name: string, ...words: string[]): Buffer {
  const {status, stdout, stderr, error} = spawnSync(name, words, {
    maxBuffer: 256 * 1024 * 1024,
    // Without a display, and with a home of their own, they read no settings of whoever runs the tests.
    env: {...process.env, DISPLAY: "", HOME: process.env.TMPDIR ?? "/tmp"},
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${name} ${words.join(" ")}: ${stderr || stdout}`);
  return stdout;
}

/** Whether a program is there. */
export const isThere = (name: string): boolean =>
  !(spawnSync(name, ["--version"]).error as NodeJS.ErrnoException | undefined);

/** Describes what holds with a program; where it is absent that is printed, and its tests are skipped. */
export function describeWith(name: string, what: string, tests: () => void): void {
  const there = isThere(name);
  if (!there) console.log(`skipped: ${name} ${what}: ${name} is not installed`);
  describe.skipIf(!there)(`${name} ${what}`, tests);
}
