import {createReadStream, existsSync, readFileSync, statSync} from "node:fs";
import http from "node:http";
import type {AddressInfo} from "node:net";
import path from "node:path";
import {brotliCompressSync} from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

export interface ServeOptions {
  /** Where the site is on its server, as /news/waybill. */
  prefix?: string;
  headers?: (pathname: string) => Record<string, string>;
  /** How long the answer takes, in milliseconds. */
  delay?: (pathname: string) => number;
  /** Whether text is sent compressed, as web hosts do. */
  compress?: boolean;
}

export interface Served {
  origin: string;
  close: () => void;
}

/** Serves a folder the way a plain web host does: /a is a.html, / is index.html. */
export async function serveFolder(
  folder: string,
  {prefix = "", headers = () => ({}), delay = () => 0, compress = false}: ServeOptions = {},
): Promise<Served> {
  const compressed = new Map<string, Buffer>();
  return listen(async (request, response) => {
    const address = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    if (!address.startsWith(prefix)) {
      response.writeHead(404, {"content-type": "text/plain"}).end("not found");
      return;
    }
    const pathname = address.slice(prefix.length);
    const wait = delay(pathname);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const base = path.join(folder, path.normalize(pathname));
    const file = [base, `${base}.html`, path.join(base, "index.html")].find(
      (f) => existsSync(f) && statSync(f).isFile(),
    );
    if (!file || !base.startsWith(path.normalize(folder))) {
      response.writeHead(404, {"content-type": "text/plain"}).end("not found");
      return;
    }
    const answer = {
      "content-type": types[path.extname(file)] ?? "application/octet-stream",
      ...headers(pathname),
    };
    if (compress && path.extname(file) !== ".woff2") {
      const bytes = compressed.get(file) ?? brotliCompressSync(readFileSync(file));
      compressed.set(file, bytes);
      response.writeHead(200, {...answer, "content-encoding": "br"}).end(bytes);
      return;
    }
    response.writeHead(200, answer);
    createReadStream(file).pipe(response);
  });
}

/** Serves pages from memory, by their address; the map may change while it is served. */
export function servePages(
  pages: ReadonlyMap<string, {html: string; headers?: Record<string, string>}>,
): Promise<Served> {
  return listen((request, response) => {
    const page = pages.get(new URL(request.url ?? "/", "http://localhost").pathname);
    if (page)
      response.writeHead(200, {"content-type": "text/html; charset=utf-8", ...page.headers}).end(page.html);
    else response.writeHead(404, {"content-type": "text/plain"}).end("not found");
  });
}

async function listen(answer: http.RequestListener): Promise<Served> {
  const server = http.createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
