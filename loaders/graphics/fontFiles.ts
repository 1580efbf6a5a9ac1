import {readFileSync} from "node:fs";
import * as fontkit from "fontkit";
import {packageFolder} from "../engine.js";

/** One file of a font: a family comes in several, each with some of its letters. */
export interface FontFile {
  /** Name of the family's package, such as noto-sans-arabic. */
  folder: string;
  /** Its name within the package: latin, cyrillic, 42. */
  part: string;
}

/** Where letters are looked for that a face of our own lacks: in this order, the scripts of East Asia by the text. */
const fallbacks = ["noto-sans-hebrew", "noto-sans-arabic", "noto-sans-devanagari", "noto-sans-thai"];
const eastAsian = ["noto-sans-sc", "noto-sans-jp", "noto-sans-kr"];

/**
 * Returns the families in which the letters of a text are looked for, after a
 * face's own. Chinese, Japanese and Korean share letters that each draws in its
 * own way; which of them it is shows in the letters that they do not share.
 */
export function familiesFor(text: string): string[] {
  const first = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? "noto-sans-jp"
    : /\p{Script=Hangul}/u.test(text) && !/\p{Script=Han}/u.test(text)
      ? "noto-sans-kr"
      : "noto-sans-sc";
  return [...fallbacks, first, ...eastAsian.filter((folder) => folder !== first), "noto-emoji"];
}

interface Part extends FontFile {
  ranges: [number, number][];
}

const parts = new Map<string, Part[]>();
const found = new Map<string, FontFile | null>();
const letters = new Map<string, ReadonlySet<number>>();
const bytes = new Map<string, Buffer>();

const packageOf = (folder: string): string => packageFolder(`@fontsource-variable/${folder}`);

/** Returns the first file that has a letter, of the given families in their order; null if none has. */
export function fontFileOf(letter: string, families: readonly string[]): FontFile | null {
  for (const folder of families) {
    const file = fileIn(folder, letter);
    if (file) return file;
  }
  return null;
}

function fileIn(folder: string, letter: string): FontFile | null {
  const key = `${folder} ${letter}`;
  let file = found.get(key);
  if (file === undefined) {
    const code = letter.codePointAt(0)!;
    const declared = partsOf(folder).filter(({ranges}) =>
      ranges.some(([from, to]) => code >= from && code <= to),
    );
    file = declared.find((part) => hasLetter(part, letter)) ?? null;
    found.set(key, file);
  }
  return file;
}

/** Returns whether a file has a letter. */
export function hasLetter(file: FontFile, letter: string): boolean {
  const name = nameOf(file);
  let known = letters.get(name);
  if (!known) {
    const font = fontkit.create(readFontFile(file)) as fontkit.Font;
    known = new Set(font.characterSet);
    letters.set(name, known);
  }
  return known.has(letter.codePointAt(0)!);
}

/** Returns the bytes of a file, as woff2. */
export function readFontFile(file: FontFile): Buffer {
  const name = nameOf(file);
  const read = bytes.get(name) ?? readFileSync(`${packageOf(file.folder)}/files/${name}-wght-normal.woff2`);
  bytes.set(name, read);
  return read;
}

/** Returns the name of a file, which no other has. */
export function nameOf({folder, part}: FontFile): string {
  return `${folder}-${part}`;
}

// What a package says that its files are for: more than they hold, so that a file is opened only where it may help.
function partsOf(folder: string): Part[] {
  let list = parts.get(folder);
  if (!list) {
    const ranges = JSON.parse(readFileSync(`${packageOf(folder)}/unicode.json`, "utf8")) as Record<
      string,
      string
    >;
    list = Object.entries(ranges)
      .map(([key, text]) => ({folder, part: key.replace(/[[\]]/g, ""), ranges: rangesOf(text)}))
      // Latin first: nearly every letter is there.
      .sort((a, b) => Number(b.part === "latin") - Number(a.part === "latin"));
    parts.set(folder, list);
  }
  return list;
}

function rangesOf(text: string): [number, number][] {
  return [...text.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from, to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
}
