import path from "node:path";
import {InputError} from "./InputError.js";

/** What the system refuses, in words, by its names for it. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "it is not there",
  ENOTDIR: "a part of its path is a file, not a folder",
  EISDIR: "it is a folder, where a file is expected",
  ENOTEMPTY: "the folder is not empty",
  EEXIST: "it is there already",
  EACCES: "it may not be read or written by you",
  EPERM: "it may not be read or written by you",
  EROFS: "the disk is for reading alone",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is full",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "it is a link that leads in a circle",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EBUSY: "another program uses it",
  EADDRINUSE: "the port is taken",
  EADDRNOTAVAIL: "it is no address of this machine",
  ENOTFOUND: "it is no address that is found",
};

/** Returns in words why the system refused something; null if it was not the system. */
export function reasonOf(error: unknown): string | null {
  const {code} = (error ?? {}) as NodeJS.ErrnoException;
  return typeof code === "string" ? (reasons[code] ?? (/^E[A-Z]+$/.test(code) ? code : null)) : null;
}

/**
 * Returns an error of the system as one of a person's: a line that names the file
 * and says why it cannot be read or written. Null for any other error.
 */
export function systemProblem(error: unknown): InputError | null {
  const reason = reasonOf(error);
  if (reason === null) return null;
  const {path: file, syscall = ""} = error as NodeJS.ErrnoException;
  if (file === undefined) return null;
  const own = path.relative(process.cwd(), file);
  const name = own === "" ? "." : own.startsWith("..") ? file : own;
  // Of a file that is opened, node does not say what for.
  const reads = /^(?:read|stat|lstat|scandir|access|readlink)$/.test(syscall);
  const what = reads ? "cannot be read" : syscall === "open" ? "cannot be opened" : "cannot be written";
  return new InputError(name, null, `${what}: ${reason}`, {cause: error});
}
