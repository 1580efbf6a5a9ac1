import {readFileSync, rmSync} from "node:fs";
import path from "node:path";
import {InputError} from "../InputError.js";
import {cacheFolder, writeCached} from "./cache.js";

/** Where a preview listens. */
export interface Preview {
  host: string;
  port: number;
}

const file = "preview.json";

/** Returns the port that an option names. Throws if it is none. */
export function portOf(option: string | boolean | undefined = "3000"): number {
  const port = Number(option);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new InputError("--port", null, `is no number from 1 to 65535: "${option}"`);
  return port;
}

/** Notes where this process's preview of the story listens, and returns what forgets it. */
export function notePreview(preview: Preview): () => void {
  writeCached(file, JSON.stringify({...preview, pid: process.pid}));
  return () => rmSync(path.join(cacheFolder, file), {force: true});
}

/** Returns the address of the story's preview, if one runs and answers; else null. */
export async function runningPreview(): Promise<string | null> {
  try {
    const {host, port} = JSON.parse(readFileSync(path.join(cacheFolder, file), "utf8")) as Preview;
    const address = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}/`;
    // Another server may have taken the port since.
    const {ok} = await fetch(`${address}_waybill/desk/desk.css`, {signal: AbortSignal.timeout(5000)});
    return ok ? address : null;
  } catch {
    return null;
  }
}
