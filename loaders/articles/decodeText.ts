import {analyse} from "chardet";
import {InputError} from "../InputError.js";

/** A text with how its file wrote it. */
export interface Decoded {
  text: string;
  /** As the web calls it: utf-8, windows-1252. */
  encoding: string;
  /** What was mended, in a few words; null if nothing was. */
  mended: string | null;
}

/** Encodings that texts of English newsrooms and their sources come in, besides UTF-8 and UTF-16. */
const single = /^(?:windows-125\d|iso-8859-\d+)$/;

/**
 * Returns the text of a file whatever encoding it is in: by its byte-order mark,
 * by what it is as UTF-8, by what a page says of itself, else by its letters.
 * Text that was taken for another encoding once before (“â€™” for “’”) is mended.
 * Throws an InputError if the encoding that is asked for is none, or no text.
 */
export function decodeText(bytes: Buffer, file: string, asked?: string): Decoded {
  const {text, encoding} = read(bytes, file, asked);
  const mended = withoutMojibake(text);
  const repairs = [
    encoding === "utf-8" ? null : `is ${encoding}`,
    mended === text ? null : "had letters that were read in the wrong encoding",
  ].filter(Boolean);
  return {text: mended.replace(/^\ufeff+/, ""), encoding, mended: repairs.join(", and ") || null};
}

function read(bytes: Buffer, file: string, asked: string | undefined): Omit<Decoded, "mended"> {
  if (asked !== undefined)
    return {text: decoded(bytes, decoderOf(asked, file), file, asked), encoding: asked.toLowerCase()};
  const marked = markOf(bytes);
  if (marked) return {text: decoded(bytes, new TextDecoder(marked), file, marked), encoding: marked};
  try {
    return {text: new TextDecoder("utf-8", {fatal: true}).decode(bytes), encoding: "utf-8"};
  } catch {
    const encoding = declaredIn(bytes) ?? guessed(bytes);
    return {text: decoded(bytes, decoderOf(encoding, file), file, encoding), encoding};
  }
}

function decoderOf(encoding: string, file: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch (cause) {
    throw new InputError(
      file,
      null,
      `--encoding is unknown: "${encoding}" (for example: utf-8, utf-16le, windows-1252, iso-8859-1)`,
      {cause},
    );
  }
}

function decoded(bytes: Buffer, decoder: TextDecoder, file: string, encoding: string): string {
  const text = decoder.encoding === "windows-1252" ? fromWindows(bytes) : decoder.decode(bytes);
  if (text.includes("\0")) throw new InputError(file, null, `is no text in ${encoding}`);
  return text;
}

/** What windows-1252 has where Latin-1 has controls. */
const windowsLetters = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

// Node's own decoder takes it for Latin-1: https://github.com/nodejs/node/issues/56542
const fromWindows = (bytes: Buffer): string =>
  bytes.toString("latin1").replace(/[\x80-\x9f]/g, (letter) => windowsLetters[letter.charCodeAt(0) - 0x80]);

// Of a text in UTF-16 that is mostly Latin, every other byte is 0.
function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  for (const [n, byte] of bytes.subarray(0, 1000).entries()) if (byte === 0) zeros[n % 2]++;
  const few = Math.min(bytes.length, 1000) / 8;
  if (zeros[1] > few && zeros[1] > 20 * zeros[0]) return "utf-16le";
  if (zeros[0] > few && zeros[0] > 20 * zeros[1]) return "utf-16be";
  return null;
}

function declaredIn(bytes: Buffer): string | null {
  const [, name] = /<meta[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(bytes.toString("latin1", 0, 4096)) ?? [];
  // A page that says it is UTF-8, and is not, is wrong about itself.
  return name && !/^utf-?8$/i.test(name) ? name.toLowerCase() : null;
}

/** Returns the likeliest encoding of a byte a letter; bytes that ISO 8859 leaves to controls are letters of Windows. */
function guessed(bytes: Buffer): string {
  const [best] = analyse(bytes)
    .map(({name}) => name.toLowerCase())
    .filter((name) => single.test(name));
  const hasWindows = bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
  if (!best || best === "iso-8859-1") return "windows-1252";
  return hasWindows && best.startsWith("iso-8859") ? "windows-1252" : best;
}

/** Bytes by the letters that windows-1252 has for them. */
const byteOf = new Map(Array.from({length: 256}, (_, byte) => [fromWindows(Buffer.of(byte)), byte]));

/** Returns a text in which what is UTF-8 read as windows-1252 is read again as what it is. */
function withoutMojibake(text: string): string {
  return text.replace(
    /(?:[Â-Ã][\u0080-\u00bf\u0152-\u2122]|[â][\u0080-\u2122]{2}|ð[\u0080-\u2122]{3})+/gu,
    (garbled) => {
      const bytes = [...garbled].map((letter) => byteOf.get(letter));
      if (bytes.includes(undefined)) return garbled;
      try {
        return new TextDecoder("utf-8", {fatal: true}).decode(Uint8Array.from(bytes as number[]));
      } catch {
        return garbled;
      }
    },
  );
}
