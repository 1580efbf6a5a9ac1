import * as fontkit from "fontkit";
import subsetFont from "subset-font";
import {characters, rangeOf} from "../site/fonts.js";
import {type FontFile, familiesFor, nameOf, readFontFile} from "./fontFiles.js";
import {runsOf} from "./runs.js";

/** The faces of exported graphics: a family at one weight, as they are written in a drawing. */
export const faces = [
  {name: "Inter", weight: 400, folder: "inter"},
  {name: "Inter", weight: 600, folder: "inter"},
  {name: "Source Serif 4", weight: 700, folder: "source-serif-4"},
] as const;

export type Face = (typeof faces)[number];

/** Returns the face that an element's text is set in. */
export function faceOf(text: Element): Face {
  const inherited = (name: string): string | null => text.closest(`[${name}]`)?.getAttribute(name) ?? null;
  const family = inherited("font-family") ?? "Inter";
  const weight = Number(inherited("font-weight") ?? 400);
  const ofFamily = faces.filter(({name}) => family.includes(name));
  return ofFamily.find((face) => face.weight === weight) ?? ofFamily[0] ?? faces[0];
}

/** Drawn in place of a letter that no font has. */
export const drawnStandIn = "□";

/** Part of a face: the letters of one of its files. */
export interface CutFace {
  face: Face;
  file: FontFile;
  letters: string;
  font: Buffer;
}

const cuts = new Map<string, Promise<Buffer>>();

function cut(
  face: Face,
  file: FontFile,
  letters: string,
  targetFormat: "truetype" | "woff2",
): Promise<Buffer> {
  const key = [face.weight, nameOf(file), targetFormat, letters].join("\0");
  let made = cuts.get(key);
  if (!made) {
    made = subsetFont(readFontFile(file), letters, {
      targetFormat,
      variationAxes: {wght: face.weight},
    } as Parameters<typeof subsetFont>[2]).then((font) =>
      // fontkit reads the size of an empty glyph even where it is the last of the file, and fails past its end.
      targetFormat === "truetype" ? Buffer.concat([font, Buffer.alloc(16)]) : font,
    );
    cuts.set(key, made);
  }
  return made;
}

/**
 * Returns a face cut to the letters of some texts, at its one weight: one part
 * for each file that they are found in, its own or of the given families. What
 * no font has is left out.
 */
export async function cutFace(
  face: Face,
  texts: readonly string[],
  families: readonly string[],
  format: "truetype" | "woff2",
): Promise<CutFace[]> {
  const byFile = new Map<FontFile, Set<string>>();
  for (const text of texts)
    for (const {file, text: run} of runsOf(text, [face.folder, ...families])) {
      if (!file) continue;
      const letters = byFile.get(file) ?? new Set();
      for (const letter of run) letters.add(letter);
      byFile.set(file, letters);
    }
  return Promise.all(
    [...byFile].map(async ([file, set]) => {
      const letters = [...set].sort().join("");
      return {face, file, letters, font: await cut(face, file, letters, format)};
    }),
  );
}

/** Returns the rules of CSS that set text in the given parts of faces, which they hold. */
export function fontRules(parts: readonly CutFace[]): string {
  const isOwn = ({face, file}: CutFace): boolean => face.folder === file.folder;
  // The last rule that has a letter sets it: a face's own last, or its blanks would be those of Arabic.
  return [...parts.filter((part) => !isOwn(part)), ...parts.filter(isOwn)]
    .map(
      ({face, letters, font}) =>
        `@font-face{font-family:"${face.name}";font-weight:${face.weight};src:url(data:font/woff2;base64,${font.toString("base64")}) format("woff2");unicode-range:${rangeOf(letters)}}`,
    )
    .join("");
}

export interface OpenFaces {
  cutFaces: CutFace[];
  /** Families in which letters are looked for after the face's own. */
  families: string[];
  fonts: ReadonlyMap<string, fontkit.Font>;
}

/** Returns all faces with the site's letters and those of the given texts, to lay out and draw them. */
export async function openFaces(texts: readonly string[]): Promise<OpenFaces> {
  const all = [characters, `${drawnStandIn} `, ...texts];
  const families = familiesFor(all.join("\n"));
  const cutFaces = (await Promise.all(faces.map((face) => cutFace(face, all, families, "truetype")))).flat();
  const fonts = cutFaces.map(({face, file, font}): [string, fontkit.Font] => [
    partName(face, file),
    fontkit.create(font) as fontkit.Font,
  ]);
  return {cutFaces, families, fonts: new Map(fonts)};
}

/** Returns the name of a part of a face, which no other has. */
export function partName(face: Face, file: FontFile): string {
  return `${face.name} ${face.weight} ${nameOf(file)}`;
}
