import {existsSync, linkSync, mkdirSync, readdirSync, rmSync, statSync} from "node:fs";
import path from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {InputError} from "./InputError.js";
import {reasonOf} from "./systemProblem.js";

/** What runs or waits in this process, by the file of its lock: the system tells processes apart, no more. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Runs something while nothing else holds the lock of the given file, here or in
 * another process; waits for its turn, and says once for which process. Returns
 * what it returns. Throws an InputError if the file cannot be written.
 *
 * The lock is the system's own on an open file, by way of the database, which
 * has it on every platform. It goes when its process does, however that ends: no
 * lock is ever stale. Whoever holds it removes the file before letting go; who has
 * opened that very file meanwhile finds another in its place, or none, and tries
 * again. What a killed process left is taken over by the next.
 */
export async function withLock<T>(
  file: string,
  what: string,
  run: () => Promise<T> | T,
  onWait: (message: string) => void = (message) => console.error(message),
): Promise<T> {
  const key = path.resolve(file);
  const turn = (queues.get(key) ?? Promise.resolve()).then(async () => {
    const held = await acquire(key, what, onWait);
    try {
      return await run();
    } finally {
      remove(key);
      held.closeSync();
    }
  });
  const settled = turn.catch(() => {});
  queues.set(key, settled);
  try {
    return await turn;
  } finally {
    if (queues.get(key) === settled) queues.delete(key);
  }
}

async function acquire(
  file: string,
  what: string,
  onWait: (message: string) => void,
): Promise<DuckDBInstance> {
  for (let waits = 0; ; ) {
    try {
      await makeWhole(file);
      const before = inodeOf(file);
      const held = await DuckDBInstance.create(file);
      if (before !== null && before === inodeOf(file)) return held;
      held.closeSync();
    } catch (cause) {
      const {message} = cause as Error;
      if (/Conflicting lock|being used by another process/.test(message)) {
        const [, pid] = /\(PID (\d+)\)/i.exec(message) ?? [];
        if (waits++ === 0)
          onWait(`${what} is being written by ${pid ? `process ${pid}` : "another process"}: waiting`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      } else if (/No such file|cannot find the file/i.test(message)) continue;
      else if (/not a valid|enough bytes|corrupt|checksum|version number/i.test(message))
        rmSync(file, {force: true});
      else {
        const reason = reasonOf(cause) ?? message.split("\n")[0].replace(/^(?:\w+ )?Error: /, "");
        const name = path.relative(process.cwd(), path.dirname(file)) || ".";
        throw new InputError(name, null, `cannot be written: ${reason}`, {cause});
      }
    }
  }
}

const inodeOf = (file: string): bigint | null =>
  statSync(file, {bigint: true, throwIfNoEntry: false})?.ino ?? null;

function remove(file: string): void {
  try {
    for (const left of leftOf(file)) rmSync(left, {force: true});
    rmSync(file, {force: true});
  } catch {
    // Some systems remove no file that is open: there it stays, and is taken by the next.
  }
}

/** Returns what processes that were killed left of their making of a lock. */
function leftOf(file: string): string[] {
  const start = `${path.basename(file)}.`;
  return readdirSync(path.dirname(file)).flatMap((name) => {
    const pid = name.startsWith(start) ? Number(/^\d+/.exec(name.slice(start.length))?.[0] ?? 0) : 0;
    return pid > 0 && !isRunning(pid) ? [path.join(path.dirname(file), name)] : [];
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

// Made beside its place, so that no half of one is ever found there.
async function makeWhole(file: string): Promise<void> {
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), {recursive: true});
  const beside = `${file}.${process.pid}`;
  try {
    (await DuckDBInstance.create(beside)).closeSync();
    linkSync(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(beside, {force: true});
  }
}
