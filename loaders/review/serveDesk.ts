import {createHash, randomBytes, timingSafeEqual} from "node:crypto";
import {readFileSync} from "node:fs";
import type http from "node:http";
import path from "node:path";
import {build} from "esbuild";
import {engineFile, engineModule} from "../engine.js";
import {InputError} from "../InputError.js";
import {siteFolder} from "../site/siteFolder.js";
import {Desk} from "./Desk.js";
import {deskPage, listPage} from "./deskPage.js";
import {Refused} from "./editFor.js";
import {readAct, readPlace} from "./readAct.js";

/** An answer, in whole. */
interface Answer {
  status: number;
  type: string;
  body: string;
}

// An act is a few hundred bytes.
const largest = 64_000;

const policy =
  "default-src 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'";

const json = (status: number, value: unknown): Answer => ({
  status,
  type: "application/json; charset=utf-8",
  body: JSON.stringify(value),
});
const problem = (status: number, text: string): Answer => json(status, {problem: text});
const notHere = problem(404, "there is nothing at this address");

/**
 * Returns what answers the requests for the review desk, which the gate has let
 * pass: for its pages under /review/, and for what they ask under /_waybill/. The desk writes into the story's
 * files: so whoever asks must be on this machine, be a page of this very preview,
 * and have the token that the desk's page carries; a page of another site can
 * neither read that nor send it.
 */
export function serveDesk(): (request: http.IncomingMessage, response: http.ServerResponse) => void {
  const token = randomBytes(24).toString("hex");
  const desk = new Desk();
  return (request, response) => {
    const {pathname, searchParams} = new URL(`http://localhost${request.url}`);
    const [, first, second, id, more] = pathname.split("/").map(decodeURIComponent);
    answer()
      .catch(toAnswer)
      .then((given) => send(response, first === "review" ? readable(given) : given));

    async function answer(): Promise<Answer> {
      const {remoteAddress = ""} = request.socket;
      if (!/^(?:::ffff:)?127\.|^::1$/.test(remoteAddress))
        return problem(403, "the review desk is for the machine that the preview runs on");
      if (first === "review") return id ? notHere : page(second ?? "");
      if (second === "desk" && more === undefined) return asset(id ?? "");
      if (second !== "review" || !id) return notHere;
      const wrong = whyNot(request, token);
      if (wrong) return wrong;
      if (request.method === "GET" && more === undefined) {
        const isKnown = searchParams.get("version") === desk.version(id);
        return json(200, isKnown ? null : desk.view(id));
      }
      if (request.method !== "POST") return problem(405, "only GET and POST are answered");
      const body = await readBody(request);
      if (more === "same") {
        const at = readPlace(body);
        return at ? json(200, desk.candidates(id, at)) : problem(400, "this is no place in an article");
      }
      if (more === "inputs") return json(200, desk.inputs(id));
      const act = more === undefined ? readAct(body) : null;
      return act ? json(200, desk.act(id, act)) : problem(400, "this is no act of the review desk");
    }

    function page(article_id: string): Answer {
      if (request.method !== "GET" && request.method !== "HEAD") return problem(405, "only GET is answered");
      const html = article_id === "" ? listPage(desk.list()) : deskPage(desk.view(article_id), token);
      return {status: 200, type: "text/html; charset=utf-8", body: html};
    }
  };
}

/** Returns why a request is not answered; null if it comes from the desk's page. */
function whyNot({method, headers}: http.IncomingMessage, token: string): Answer | null {
  const {host, origin, "content-type": type = "", "x-waybill-token": given} = headers;
  if (!timingSafeEqual(digest(String(given ?? "")), digest(token)))
    return problem(403, "the token is not that of this preview (open the page again)");
  const site = headers["sec-fetch-site"];
  if ((site !== undefined && site !== "same-origin") || (origin !== undefined && origin !== `http://${host}`))
    return problem(403, "only the desk’s own page is answered");
  if (method === "GET") return null;
  // A browser says with each of these where it comes from.
  if (origin === undefined) return problem(403, "only the desk’s own page is answered");
  if (!/^application\/json(?:; ?charset=utf-8)?$/i.test(type)) return problem(415, "only JSON is taken");
  return Number(headers["content-length"] ?? 0) > largest
    ? problem(413, `more than ${largest} bytes are not taken`)
    : null;
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

// More than may be sent ends the connection.
async function readBody(request: http.IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largest) return null;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return null;
  }
}

/** Returns an answer as somebody reads it who opens a page: a problem in its words. */
function readable(answer: Answer): Answer {
  if (answer.status < 400) return answer;
  return {...answer, type: "text/plain; charset=utf-8", body: `${JSON.parse(answer.body).problem}\n`};
}

function toAnswer(error: unknown): Answer {
  if (error instanceof Refused) return problem(error.status, error.message);
  if (error instanceof InputError) return problem(422, error.message);
  console.error(error);
  return problem(500, "the preview failed at this (its terminal says where)");
}

/** What the page is made of, beside the files of the site. */
async function asset(name: string): Promise<Answer> {
  switch (name) {
    case "desk.css":
      return {
        status: 200,
        type: "text/css; charset=utf-8",
        body: readFileSync(engineFile("loaders/review/desk.css"), "utf8"),
      };
    case "style.css":
      return {
        status: 200,
        type: "text/css; charset=utf-8",
        body: readFileSync(path.join(siteFolder(), "style.css"), "utf8"),
      };
    case "desk.js":
      return {status: 200, type: "text/javascript; charset=utf-8", body: await script()};
    default:
      return notHere;
  }
}

// Made at each asking: it takes a few hundredths of a second, and is never stale.
async function script(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [engineModule("src/lib/review/main")],
    absWorkingDir: process.cwd(),
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
  });
  return outputFiles[0].text;
}

function send(response: http.ServerResponse, {status, type, body}: Answer): void {
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "content-security-policy": policy,
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    // What was not read of a request that is refused must not be taken for the next.
    ...(status >= 400 ? {connection: "close"} : {}),
  });
  response.end(body);
}
