import {inflateSync} from "node:zlib";

const mostInflated = 64 * 1024 * 1024;

export const isPng = (bytes: Buffer): boolean => bytes.toString("latin1", 0, 4) === "\x89PNG";
export const isPdf = (bytes: Buffer): boolean => bytes.toString("latin1", 0, 4) === "%PDF";

/**
 * Returns the texts in which a file may say something of itself: its bytes as
 * they are, and what a program packed when it wrote the file anew: the text
 * chunks of a PNG, the streams of a PDF.
 */
export function* textsOf(bytes: Buffer): Generator<string> {
  yield textOf(bytes);
  if (isPng(bytes)) yield* packedInPng(bytes);
  else if (isPdf(bytes)) yield* packedInPdf(bytes);
}

/** Returns the text of a file by the mark at its start: UTF-16 where it has that of one, else UTF-8. */
export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le", 2);
  return bytes.toString("utf8").replace(/^\ufeff/, "");
}

/** The letters from 0x80 on in PDF's own encoding; after them it is that of Latin-1. */
const pdfLetters = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";
const escaped: Record<string, string> = {n: "\n", r: "\r", t: "\t", b: "\b", f: "\f"};

/**
 * Returns the title or the keywords in the dictionary of a PDF; null if it has
 * none. Ghostscript spoils in XMP every letter that is not ASCII, and writes it right there.
 */
export function entryOfPdf(pdf: Buffer, name: "Title" | "Keywords"): string | null {
  const entry = new RegExp(`/${name}\\s*\\(((?:\\\\[\\s\\S]|[^\\\\)])*)\\)`);
  const [, written] = entry.exec(pdf.toString("latin1")) ?? [];
  if (written === undefined) return null;
  const plain = written.replace(/\\(?:([0-7]{1,3})|(\r?\n)|([\s\S]))/g, (_, octal, lineEnd, sign) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8)) : lineEnd ? "" : (escaped[sign] ?? sign),
  );
  if (plain.startsWith("\xfe\xff")) return Buffer.from(plain.slice(2), "latin1").swap16().toString("utf16le");
  return plain.replace(/[\x80-\x9e]/g, (letter) => pdfLetters[letter.charCodeAt(0) - 0x80]);
}

function* packedInPng(png: Buffer): Generator<string> {
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    const name = data.indexOf(0);
    if (type === "zTXt") yield unpackedProfile(inflated(data.subarray(name + 2)));
    if (type === "iTXt" && data[name + 1] === 1) {
      const language = data.indexOf(0, name + 3);
      yield inflated(data.subarray(data.indexOf(0, language + 1) + 1)).toString("utf8");
    }
    at += length + 12;
  }
}

/** ImageMagick keeps XMP as a name, a length and the bytes in hexadecimal. */
function unpackedProfile(data: Buffer): string {
  const [, digits] = /^\s*\w+\s+\d+\s+([\da-fA-F\s]+)$/.exec(data.toString("latin1")) ?? [];
  return (digits ? Buffer.from(digits.replace(/\s+/g, ""), "hex") : data).toString("utf8");
}

function* packedInPdf(pdf: Buffer): Generator<string> {
  for (let at = pdf.indexOf("stream"); at >= 0; at = pdf.indexOf("stream", at + 6)) {
    const start = at + 6 + (pdf[at + 6] === 13 ? 2 : 1);
    if (pdf.toString("latin1", at - 3, at) !== "end") yield inflated(pdf.subarray(start)).toString("utf8");
  }
}

/** Returns what was packed; nothing where it is no packed text, or one made to fill the memory. */
function inflated(data: Buffer): Buffer {
  try {
    return inflateSync(data, {maxOutputLength: mostInflated});
  } catch {
    return Buffer.alloc(0);
  }
}

const named: Record<string, string> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"};

/** Returns text with the entities of XML as what they stand for. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_, hex, digits, name) =>
    name ? named[name.toLowerCase()] : String.fromCodePoint(Number.parseInt(hex ?? digits, hex ? 16 : 10)),
  );
}
