import type {IncomingMessage} from "node:http";
import {isIP} from "node:net";

/** Where the preview listens. */
export interface Listening {
  host: string;
  port: number;
}

export interface Refusal {
  status: 400 | 403;
  reason: string;
}

/**
 * Returns why the preview does not answer a request, or null if it does. Any
 * page on the web can have a reader's browser ask the preview for something, and
 * by a name of its own that leads here even read the answer: so the address must
 * be one that a browser asks a server of its own for, the Host one of ours, and
 * whoever says where they come from is of this machine. A socket is opened for
 * the preview's own pages alone.
 */
export function refusalOf(
  {url = "", headers: {host = "", origin}}: Pick<IncomingMessage, "url" | "headers">,
  at: Listening,
  isSocket = false,
): Refusal | null {
  if (!isAddress(url)) return {status: 400, reason: `not an address of this site: ${JSON.stringify(url)}`};
  const asked = partsOf(`http://${host}`);
  if (!asked || asked.port !== at.port || !isOwnName(asked.hostname, at))
    return {status: 403, reason: `not the host of this preview: ${JSON.stringify(host)}`};
  if (origin === undefined) return null;
  const from = partsOf(origin);
  if (!from || !isOwnName(from.hostname, at) || (isSocket && from.port !== at.port))
    return {status: 403, reason: `not for pages of other sites: ${JSON.stringify(origin)}`};
  return null;
}

/** Whether a request's target is a path on this site, and one that every server reads alike. */
function isAddress(target: string): boolean {
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(target) || target.includes("\\")) return false;
  try {
    const path = decodeURIComponent(target.replace(/[?#].*$/, ""));
    return !/[\0-\x1f\\]/.test(path) && !path.split("/").some((segment) => segment === "..");
  } catch {
    return false;
  }
}

function partsOf(origin: string): {hostname: string; port: number} | null {
  if (!URL.canParse(origin)) return null;
  const {protocol, hostname, port, pathname, search, hash, username} = new URL(origin);
  if (protocol !== "http:" || pathname !== "/" || search || hash || username) return null;
  return {hostname: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 80)};
}

// Where every address of the machine is listened at, others in its network come by one of them: no foreign name can look like that.
function isOwnName(hostname: string, {host}: Listening): boolean {
  if (["127.0.0.1", "localhost", "::1", host].includes(hostname)) return true;
  return (host === "0.0.0.0" || host === "::") && isIP(hostname) !== 0;
}
