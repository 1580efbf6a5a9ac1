import {createReadStream, existsSync, statSync} from "node:fs";
import http from "node:http";
import net from "node:net";
import path from "node:path";
import {pipeline} from "node:stream";
import {setTimeout} from "node:timers/promises";
import {InputError} from "../InputError.js";
import {withDeskLink} from "../review/deskLink.js";
import {story} from "../story.js";
import {siteUrl} from "./address.js";
import {cacheFolder, publicFolder} from "./cache.js";
import {addressOf, finishPage, publishedFolders, rootFrom} from "./finish.js";
import {freePort} from "./freePort.js";
import {type Refusal, refusalOf} from "./gate.js";
import {fillLicences, shippedIn} from "./licences.js";
import {addMetadata} from "./metadata.js";
import {packageCache} from "./packages.js";
import {readSiteFacts} from "./pageFacts.js";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

export interface FrontOptions {
  port: number;
  host: string;
  /** Port that Framework's preview uses; a free one where it is not given. */
  backend?: number;
  /** Requests wait for it. */
  ready?: Promise<void>;
  /** Whether all has been made that is made after the pages: until then fonts and scripts are waited for; always, by default. */
  isMade?: () => boolean;
}

/**
 * Starts the server that stands in front of Framework's preview, so that the
 * preview serves what the build writes: finished pages, and the files that
 * Framework does not know of. Returns it with the port that Framework is to use.
 */
export async function startFront({
  port,
  host,
  ready,
  isMade = () => true,
  backend: given,
}: FrontOptions): Promise<{server: http.Server; backend: number}> {
  const backend = given ?? (await freePort());
  const refuse = (request: http.IncomingMessage, isSocket = false): Refusal | null => {
    const {localPort = port} = request.socket;
    return refusalOf(request, {host, port: localPort}, isSocket);
  };
  let desk: Promise<http.RequestListener> | undefined;
  const server = http.createServer(async (request, response) => {
    const refusal = refuse(request);
    if (refusal) {
      response.writeHead(refusal.status, {"content-type": "text/plain; charset=utf-8"});
      response.end(`${refusal.reason}\n`);
      return;
    }
    await ready;
    if (/^\/(?:review|_waybill)(?:\/|$)/.test(pathOf(request))) {
      // It reads articles, and is loaded once somebody reviews one.
      desk ??= import("../review/serveDesk.js").then(({serveDesk}) => serveDesk());
      void desk.then((answer) => answer(request, response));
      return;
    }
    const {origin} = request.headers;
    const file = await whenMade(pathOf(request), isMade);
    if (file) {
      const type = types[path.extname(file)] ?? "application/octet-stream";
      // Host pages that are being written run on another port.
      const readers = origin ? {"access-control-allow-origin": origin} : {};
      response.writeHead(200, {"content-type": type, vary: "origin", ...readers});
      pipeline(createReadStream(file), response, () => {});
      return;
    }
    forward(request, response, backend, 600);
  });
  // What is no request at all.
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n");
    else socket.destroy();
  });
  server.on("upgrade", async (request, socket, head) => {
    const refusal = refuse(request, true);
    if (refusal) {
      socket.on("error", () => socket.destroy());
      socket.end(
        `HTTP/1.1 ${refusal.status} ${http.STATUS_CODES[refusal.status]}\r\nconnection: close\r\n\r\n`,
      );
      return;
    }
    await ready;
    const upstream = net.connect(backend, "127.0.0.1", () => {
      const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
      upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    const close = (): void => {
      upstream.destroy();
      socket.destroy();
    };
    upstream.on("error", close);
    socket.on("error", close);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new InputError(`port ${port}`, null, "is taken (choose another: waybill start --port NUMBER)")
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
  return {server, backend};
}

/** Returns the path that a request asks for. Its address has passed the gate. */
function pathOf({url}: http.IncomingMessage): string {
  return new URL(`http://localhost${url}`).pathname;
}

/** Returns the page's file that an address means, as a plain web host finds it. */
const pageOf = (pathname: string): string =>
  pathname.endsWith("/") || pathname.endsWith(".html") ? pathname : `${pathname}.html`;

/** Returns the file of the cache that the site publishes at an address, as a plain web host finds it; null if there is none. */
function publishedFile(pathname: string): string | null {
  if (!/^(?:\/[\w@-]+(?:\.[\w-]+)*)+$/.test(pathname)) return null;
  const folder = pathname.split("/")[1];
  const full = publishedFolders.some((f) => f === folder)
    ? path.join(cacheFolder, pathname)
    : path.join(cacheFolder, publicFolder, pathname);
  const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();
  return [full, `${full}.html`].find(isFile) ?? null;
}

/** Returns the published file at an address as publishedFile does; a font or a script that is still to be made, once it is. */
async function whenMade(pathname: string, isMade: () => boolean): Promise<string | null> {
  for (;;) {
    const isLast = isMade() || !/^\/(?:fonts|lib)\//.test(pathname);
    const file = publishedFile(pathname);
    if (file || isLast) return file;
    await setTimeout(50);
  }
}

// Framework's preview takes a moment to listen; until then the request waits.
function forward(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  backend: number,
  tries: number,
): void {
  const upstream = http.request(
    {
      host: "127.0.0.1",
      port: backend,
      method: request.method,
      path: request.url,
      headers: {...request.headers, "accept-encoding": "identity"},
    },
    (answer) => {
      if (!/^text\/html/.test(answer.headers["content-type"] ?? "")) {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        return;
      }
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => {
        const pathname = addressOf(pageOf(pathOf(request)));
        const described = addMetadata(
          finishPage(Buffer.concat(chunks).toString("utf8"), rootFrom(pathname)),
          {
            path: pathname,
            site: readSiteFacts(),
            settings: story(),
            url: siteUrl(),
          },
        );
        const page = withDeskLink(described, pathname);
        const isLicences = pathname === "/licences.html";
        const html = Buffer.from(
          isLicences ? fillLicences(page, shippedIn(packageCache(), cacheFolder)) : page,
        );
        const {etag, ...headers} = answer.headers;
        response.writeHead(answer.statusCode ?? 502, {...headers, "content-length": html.length});
        response.end(html);
      });
    },
  );
  const leave = (): void => void upstream.destroy();
  response.once("close", leave);
  upstream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "ECONNREFUSED" && tries > 0) {
      response.off("close", leave);
      void setTimeout(100).then(() => forward(request, response, backend, tries - 1));
      return;
    }
    if (!response.headersSent) response.writeHead(502, {"content-type": "text/plain"});
    response.end(`preview is not answering: ${error.message}\n`);
  });
  if (request.method === "GET" || request.method === "HEAD") upstream.end();
  else request.pipe(upstream);
}
