import http from "node:http";
import net, {type AddressInfo} from "node:net";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {startFront} from "../loaders/site/front.js";
import {refusalOf} from "../loaders/site/gate.js";

let front: http.Server;
let backend: http.Server;
let port: number;
const asked: string[] = [];

beforeAll(async () => {
  const started = await startFront({port: 0, host: "127.0.0.1"});
  front = started.server;
  port = (front.address() as AddressInfo).port;
  // What stands in for Framework's preview.
  backend = http.createServer((request, response) => {
    asked.push(request.url!);
    response.writeHead(200, {"content-type": "text/html"}).end("<html><head></head><body>page</body></html>");
  });
  backend.on("upgrade", (_request, socket) =>
    socket.end("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\nhello"),
  );
  await new Promise<void>((resolve) => backend.listen(started.backend, "127.0.0.1", resolve));
});
afterAll(() => {
  for (const server of [front, backend]) {
    server.close();
    server.closeAllConnections();
  }
});

it("waits for what is behind it without a listener more for each time it asks", async () => {
  const warnings: Error[] = [];
  const take = (warning: Error): void => void warnings.push(warning);
  process.on("warning", take);
  const late = await startFront({port: 0, host: "127.0.0.1"});
  const own = (late.server.address() as AddressInfo).port;
  const answer = fetch(`http://127.0.0.1:${own}/`);
  // More than ten tries, at the tenth of a second each, find nobody.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const behind = http.createServer((_request, response) => response.end("there"));
  await new Promise<void>((resolve) => behind.listen(late.backend, "127.0.0.1", resolve));
  expect(await (await answer).text()).toBe("there");
  process.off("warning", take);
  for (const server of [late.server, behind]) {
    server.close();
    server.closeAllConnections();
  }
  expect(warnings).toEqual([]);
});

it("waits for a font or a script that is still to be made, and for nothing else", async () => {
  let isMade = false;
  const early = await startFront({port: 0, host: "127.0.0.1", isMade: () => isMade});
  const behind = http.createServer((_request, response) => response.end("there"));
  await new Promise<void>((resolve) => behind.listen(early.backend, "127.0.0.1", resolve));
  const own = (early.server.address() as AddressInfo).port;
  const answered: string[] = [];
  const ask = (address: string): Promise<unknown> =>
    fetch(`http://127.0.0.1:${own}${address}`).then(() => answered.push(address));
  const waiting = [ask("/fonts/none.woff2"), ask("/lib/none.js")];
  for (const address of ["/", "/page", "/data/none.csv"]) await ask(address);
  expect(answered).toEqual(["/", "/page", "/data/none.csv"]);
  isMade = true;
  await Promise.all(waiting);
  expect(answered).toHaveLength(5);
  for (const server of [early.server, behind]) {
    server.close();
    server.closeAllConnections();
  }
});

it("says in a line that its port is taken", async () => {
  await expect(startFront({port, host: "127.0.0.1"})).rejects.toThrow(
    `port ${port}: is taken (choose another: waybill start --port NUMBER)`,
  );
});

/** Sends bytes as they are and returns all that comes back. */
function send(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(bytes, "latin1"));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

const request = (target: string, headers: Record<string, string> = {}): string =>
  [
    `GET ${target} HTTP/1.1`,
    ...Object.entries({host: `127.0.0.1:${port}`, connection: "close", ...headers}).map(
      ([n, v]) => `${n}: ${v}`,
    ),
    "",
    "",
  ].join("\r\n");

const statusOf = async (bytes: string): Promise<number> => Number((await send(bytes)).split(" ")[1]);

const socket = {connection: "Upgrade", upgrade: "websocket"};

describe("startFront({port, host})", () => {
  it.each([
    ["//"],
    ["//example.org/"],
    ["///"],
    ["*"],
    ["http://example.org/"],
    ["http://127.0.0.1/"],
    ["/%"],
    ["/%zz"],
    ["/%c3%28"],
    ["/%00"],
    ["/a%00.html"],
    ["/../seeds/x.md"],
    ["/lib/%2e%2e/%2e%2e/package.json"],
    ["/lib/..%2f..%2fpackage.json"],
    ["/lib\\..\\package.json"],
    ["/%5c..%5cx"],
    ["/caf\u00e9"],
  ])("answers %j with 400, asks nobody, and lives", async (target) => {
    asked.length = 0;
    expect(await statusOf(request(target))).toBe(400);
    expect(await statusOf(request(target, socket))).toBe(400);
    expect(asked).toEqual([]);
    expect(await statusOf(request("/"))).toBe(200);
  });

  it.each([["GET\r\n\r\n"], ["\0\r\n\r\n"], ["GET / HTTP/9.9\r\n\r\n"], ["GET / HTTP/1.1\r\n\r\n"]])(
    "answers %j, which is no request, with 400 and lives",
    async (bytes) => {
      expect(await statusOf(bytes)).toBe(400);
      expect(await statusOf(request("/"))).toBe(200);
    },
  );

  it("takes its own names as Host, and no other", async () => {
    for (const name of ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
      expect(await statusOf(request("/", {host: `${name}:${port}`})), name).toBe(200);
    for (const host of [
      "evil.example",
      `evil.example:${port}`,
      "127.0.0.1",
      `127.0.0.1:${port + 1}`,
      `10.0.0.1:${port}`,
    ])
      expect(await statusOf(request("/", {host})), host).toBe(403);
  });

  it("answers pages of this machine, and no others that say where they come from", async () => {
    for (const origin of [`http://127.0.0.1:${port}`, "http://localhost:8080", "http://[::1]:1"])
      expect(await statusOf(request("/", {origin})), origin).toBe(200);
    for (const origin of ["http://evil.example", "https://127.0.0.1.evil.example", "null", "file://", "x"])
      expect(await statusOf(request("/", {origin})), origin).toBe(403);
  });

  it("opens a socket for its own pages alone", async () => {
    for (const origin of [`http://127.0.0.1:${port}`, `http://localhost:${port}`])
      expect(await send(request("/_observablehq", {...socket, origin}))).toMatch(/^HTTP\/1.1 101.*hello$/s);
    for (const origin of ["http://evil.example", "http://localhost:8080", "null"])
      expect(await statusOf(request("/_observablehq", {...socket, origin})), origin).toBe(403);
    expect(await statusOf(request("/_observablehq", {...socket, host: `evil.example:${port}`}))).toBe(403);
  });
});

describe("refusalOf(request, {host, port})", () => {
  const refused = (host: string, listening: string): number | undefined =>
    refusalOf({url: "/", headers: {host}}, {host: listening, port: 3000})?.status;

  it("takes the host that was given, and every address but no name where all are listened at", () => {
    expect(refused("press.local:3000", "press.local")).toBeUndefined();
    expect(refused("press.local:3000", "127.0.0.1")).toBe(403);
    expect(refused("192.168.1.7:3000", "0.0.0.0")).toBeUndefined();
    expect(refused("[fe80::1]:3000", "::")).toBeUndefined();
    expect(refused("evil.example:3000", "0.0.0.0")).toBe(403);
    expect(refused("192.168.1.7:3000", "127.0.0.1")).toBe(403);
  });
});
