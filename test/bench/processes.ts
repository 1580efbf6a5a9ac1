import {existsSync, readdirSync, readFileSync} from "node:fs";

/** What a process and all that it started have used. */
export interface Used {
  /** Milliseconds of a processor, in the process and in the system for it. */
  processor: number;
  /** Bytes in memory now. */
  memory: number;
}

// As Linux counts, on every machine.
const [tick, page] = [10, 4096];

/** Returns what a process and those below it have used so far, of those that still run; null where the system does not tell. */
export function usedBy(pid: number): Used | null {
  if (!existsSync("/proc/self/stat")) return null;
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []));
  const below = new Set([pid]);
  for (let size = 0; size < below.size; ) {
    size = below.size;
    for (const {id, parent} of all) if (below.has(parent)) below.add(id);
  }
  const own = all.filter(({id}) => below.has(id));
  return {
    processor: own.reduce((sum, {processor}) => sum + processor, 0),
    memory: own.reduce((sum, {memory}) => sum + memory, 0),
  };
}

function statOf(name: string): ({id: number; parent: number} & Used) | null {
  try {
    const text = readFileSync(`/proc/${name}/stat`, "utf8");
    // A process may be called anything, brackets and all.
    const cells = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return {
      id: Number(name),
      parent: Number(cells[1]),
      processor: (Number(cells[11]) + Number(cells[12])) * tick,
      memory: Number(cells[21]) * page,
    };
  } catch {
    // It ended meanwhile.
    return null;
  }
}
