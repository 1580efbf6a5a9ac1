import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import subsetFont from "subset-font";
import {cacheFolder, writeCached} from "./cache.js";

/** The faces of the site: their file, their family, and the woff2 they are cut from. */
export const faces = [
  {
    file: "inter.woff2",
    family: "Inter",
    style: "normal",
    weights: "400 700",
    source: "node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  },
  {
    file: "source-serif-4.woff2",
    family: "Source Serif 4",
    style: "normal",
    weights: "400 700",
    source: "node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  },
] as const;

/** Printable ASCII, Latin-1, and the marks that news prose and our numbers use. */
export const characters =
  Array.from({length: 95}, (_, i) => String.fromCharCode(32 + i)).join("") +
  Array.from({length: 96}, (_, i) => String.fromCharCode(160 + i)).join("") +
  "–—‘’“”„…€−×÷•\u2009\u202f";

/** Cuts the fonts to the characters in use, into the cache, unless they are there. */
export async function makeFonts(): Promise<void> {
  for (const {file, source} of faces) {
    const name = `fonts/${file}`;
    if (existsSync(path.join(cacheFolder, name))) continue;
    const subset = await subsetFont(readFileSync(source), characters, {
      targetFormat: "woff2",
      variationAxes: {wght: {min: 400, max: 700}},
    } as Parameters<typeof subsetFont>[2]);
    writeCached(name, subset);
  }
}

/** Returns the @font-face rules, with addresses that start with the given path to the site's root. */
export function fontFaces(root: string): string {
  return faces
    .map(
      ({file, family, style, weights}) =>
        `@font-face{font-family:"${family}";font-style:${style};font-weight:${weights};font-display:swap;src:url(${root}fonts/${file}) format("woff2")}`,
    )
    .join("");
}
