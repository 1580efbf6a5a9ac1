import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import path from "node:path";
import {InputError} from "../InputError.js";
import type {FrontMatter} from "./frontMatter.js";
import {readBytes} from "./readText.js";

/**
 * Checks the original that a note names, where `originals/` has it. Throws an
 * InputError if it is no file, or not the one that the note's SHA-256 tells.
 */
export function checkOriginal({values, lineOf}: FrontMatter, file: string, root: string): void {
  const {original, sha256} = values;
  if (!original) return;
  const originalFile = path.posix.join(root, "originals", original);
  if (!existsSync(originalFile)) return;
  const bytes = readOriginal(originalFile, file, lineOf("original"));
  if (!sha256) return;
  const actual = createHash("sha256").update(bytes).digest("hex");
  if (actual !== sha256)
    throw new InputError(
      file,
      lineOf("sha256"),
      `sha256 does not match ${originalFile}: note says ${sha256.slice(0, 12)}…, file has ${actual.slice(0, 12)}…`,
    );
}

function readOriginal(original: string, file: string, line: number): Buffer {
  try {
    return readBytes(original);
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new InputError(file, line, `original ${cause.problem}: ${original}`, {cause});
  }
}
