import {readFileSync, statSync} from "node:fs";
import {InputError} from "../InputError.js";
import {reasonOf} from "../systemProblem.js";
import {toText} from "./characters.js";

const largest = 20_000_000;

/** How files begin that are no text, whatever their name says. */
const signatures = [
  ["PDF file", "%PDF-"],
  ["Word, OpenDocument or other zipped file", "PK\x03\x04"],
  ["Word or other Office file", "\xd0\xcf\x11\xe0"],
  ["rich text file", "{\\rtf"],
  ["picture", "\x89PNG"],
  ["picture", "\xff\xd8\xff"],
  ["picture", "GIF8"],
  ["gzipped file", "\x1f\x8b"],
] as const;

/**
 * Returns the text of a file in UTF-8, or in UTF-16 with its byte-order mark,
 * without marks and without characters that are no text. Throws an InputError
 * that says what would be right for a folder, a picture, another encoding, or a
 * file with nothing in it, where one finds what is `expected`.
 */
export function readText(file: string, expected?: string): string {
  return textIn(readBytes(file), file, expected);
}

/** Returns the text in the bytes of a file, as readText does. */
export function textIn(bytes: Buffer, file: string, expected?: string): string {
  const head = bytes.toString("latin1", 0, 8);
  const [kind] = signatures.find(([, start]) => head.startsWith(start)) ?? [];
  if (kind) throw new InputError(file, null, `is a ${kind}, not text (save what it says as .txt, in UTF-8)`);
  const text = decode(bytes, file).replace(/^\ufeff+/, "");
  const nul = text.indexOf("\0");
  if (nul >= 0)
    throw new InputError(
      file,
      lineAt(text, nul),
      "holds bytes that are no text (save it as text, in UTF-8; pictures and programs are no articles)",
    );
  if (text.trim() === "") throw new InputError(file, 1, `is empty${expected ? ` (${expected})` : ""}`);
  return toText(text.includes("\n") ? text : text.replaceAll("\r", "\n"));
}

/** Returns the bytes of a file. Throws an InputError if it is a folder, no plain file, huge or unreadable. */
export function readBytes(file: string): Buffer {
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw new InputError(file, null, "is a folder, where a file is expected");
    if (!stats.isFile()) throw new InputError(file, null, "is no plain file");
    if (stats.size > largest)
      throw new InputError(file, null, `is larger than ${largest / 1e6} MB (an article is a text)`);
    return readFileSync(file);
  } catch (cause) {
    const reason = reasonOf(cause);
    if (reason === null) throw cause;
    throw new InputError(file, null, `cannot be read: ${reason}`, {cause});
  }
}

function decode(bytes: Buffer, file: string): string {
  const encoding = encodingOf(bytes);
  if (encoding === "utf-16")
    throw new InputError(file, null, "is UTF-16 without a byte-order mark (save it as UTF-8)");
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes);
  } catch (cause) {
    const line = encoding === "utf-8" ? lineOfInvalidByte(bytes) : null;
    throw new InputError(file, line, `is not ${encoding.slice(0, 6).toUpperCase()} text (save it as UTF-8)`, {
      cause,
    });
  }
}

// Of a text in UTF-16 that is mostly Latin, every other byte is 0.
function encodingOf(bytes: Buffer): "utf-8" | "utf-16le" | "utf-16be" | "utf-16" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 1000);
  const zeros = [0, 0];
  for (const [n, byte] of sample.entries()) if (byte === 0) zeros[n % 2]++;
  const most = Math.max(...zeros);
  return most > sample.length / 8 && most > 20 * Math.min(...zeros) ? "utf-16" : "utf-8";
}

function lineOfInvalidByte(bytes: Buffer): number {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
    line++;
  }
  return line;
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}
