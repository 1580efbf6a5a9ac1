import {createReadStream, existsSync, statSync} from "node:fs";
import http from "node:http";
import type {AddressInfo} from "node:net";
import path from "node:path";

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

/** Serves a folder the way a plain web host does: /a is a.html, / is index.html. */
export async function serveFolder(folder: string): Promise<{origin: string; close: () => void}> {
  const server = http.createServer((request, response) => {
    const pathname = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const base = path.join(folder, path.normalize(pathname));
    const file = [base, `${base}.html`, path.join(base, "index.html")].find(
      (f) => existsSync(f) && statSync(f).isFile(),
    );
    if (!file || !base.startsWith(path.normalize(folder))) {
      response.writeHead(404, {"content-type": "text/plain"}).end("not found");
      return;
    }
    response.writeHead(200, {"content-type": types[path.extname(file)] ?? "application/octet-stream"});
    createReadStream(file).pipe(response);
  });
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
