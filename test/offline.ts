import {type SpawnSyncReturns, spawnSync} from "node:child_process";
import {pathToFileURL} from "node:url";

/** Whether a process may have a network namespace of its own: one without even a loopback that is up. */
const isolated = spawnSync("unshare", ["-rn", "true"]).status === 0;

/**
 * Runs a command that reaches no other machine. Each node process in it refuses
 * to connect or to look a name up beyond this machine, prints "the network is
 * off" and the host's name if it tries; where the system allows it, the command
 * has no network either.
 */
export function runOffline(
  [program, ...args]: readonly string[],
  {cwd = ".", isolate = isolated} = {},
): SpawnSyncReturns<string> {
  const [first, ...rest] = isolate ? ["unshare", "-rn", program, ...args] : [program, ...args];
  const preload = pathToFileURL("test/noNetwork.mjs").href;
  const options = `${process.env.NODE_OPTIONS ?? ""} --import=${preload}`.trim();
  return spawnSync(first, rest, {cwd, encoding: "utf8", env: {...process.env, NODE_OPTIONS: options}});
}
