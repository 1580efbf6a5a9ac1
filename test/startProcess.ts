import {spawn} from "node:child_process";
import {once} from "node:events";
import net, {type AddressInfo} from "node:net";
import {expect, onTestFinished} from "vitest";

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const {port} = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** A preview that runs until its test ends: where it listens, and all that it has printed. */
export interface Started {
  origin: string;
  printed: () => string;
}

/** Starts a preview with the given words for node, in a folder, at a free port, and waits until it says its address. */
export async function startProcess(words: readonly string[], cwd: string): Promise<Started> {
  const port = await freePort();
  const child = spawn(process.execPath, [...words, "--port", String(port)], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(async () => {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
  });
  let printed = "";
  for (const stream of [child.stderr, child.stdout])
    stream.on("data", (chunk) => {
      printed += chunk;
    });
  const origin = `http://127.0.0.1:${port}`;
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the preview ended with ${code}: ${printed}`);
  });
  ended.catch(() => {});
  await Promise.race([expect.poll(() => printed, {timeout: 600_000}).toContain(origin), ended]);
  return {origin, printed: () => printed};
}
