import {parseFigures} from "../../waybill/parse/parseFigures.js";
import {Checker} from "./Checker.js";
import {loadParser, type Parser} from "./loadParser.js";
import type {Asked, Heard} from "./ParserThread.js";

/*
 * The parser in a thread of its own: a long text takes seconds, in which the page
 * goes on. It is told its site in its address, and reads one text at a time.
 */

// Of lib/parser.js.
const root = new URL("../", location.href);
const version = new URL(location.href).searchParams.get("v") ?? "";

// More often than this nobody sees how far it is.
const step = 2000;

const say = (heard: Heard): void => postMessage(heard);

let parser: Promise<Parser> | null = null;
let told = 0;

function load(): Promise<Parser> {
  parser ??= loadParser(root, version, (characters) => {
    if (characters < told + step) return;
    told = characters;
    say({read: characters});
  });
  return parser;
}

addEventListener("message", async ({data: {task, text}}: MessageEvent<Asked>) => {
  try {
    const loaded = await load();
    told = 0;
    say({read: 0});
    const {vocab, grammar} = loaded;
    say({
      done:
        task === "check"
          ? new Checker(loaded).check(text)
          : parseFigures(text, {vocab, published: null, language: "en", grammar}),
    });
  } catch (error) {
    parser = null;
    say({failed: (error as Error).message});
  }
});
