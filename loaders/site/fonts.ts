import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import subsetFont from "subset-font";
import {packageFolder} from "../engine.js";
import {cacheFolder, writeCached} from "./cache.js";

interface Face {
  file: string;
  family: string;
  style: "normal" | "italic";
  /** As in CSS: one weight, or the least and the greatest. */
  weights: string;
  /** The woff2 that the face is cut from. */
  source: string;
  characters: string;
  /** OpenType features that are kept; all where it is left out. */
  features?: readonly string[];
}

/** Printable ASCII, Latin-1, and the marks that news prose and our numbers use. */
export const characters =
  Array.from({length: 95}, (_, i) => String.fromCharCode(32 + i)).join("") +
  Array.from({length: 96}, (_, i) => String.fromCharCode(160 + i)).join("") +
  "–—‘’“”„…€−×÷•\u2009\u202f";

// What stands on other people's pages is cut closer: no signs of Latin-1 but those that figures and names need.
const embedded = characters.replace(/[\u00a1-\u00bf]/g, "").replace(/[„₴₽≈←↗•]/g, "") + "£¥§·°«»½";

const files = (name: string): string =>
  `${packageFolder(`@fontsource-variable/${name}`)}/files/${name}-latin-wght-normal.woff2`;
const inter = files("inter");
const sourceSerif = files("source-serif-4");

/** The faces of the site. */
export const faces: readonly Face[] = [
  {
    file: "inter.woff2",
    family: "Inter",
    style: "normal",
    weights: "400 700",
    source: inter,
    characters,
  },
  {
    file: "source-serif-4.woff2",
    family: "Source Serif 4",
    style: "normal",
    weights: "400 700",
    source: sourceSerif,
    characters,
  },
];

/** The faces of embeds, under names of their own: a host page may have another Inter. */
export const embedFaces: readonly Face[] = [
  {
    file: "embed-sans.woff2",
    family: "Waybill Sans",
    style: "normal",
    weights: "400 600",
    source: inter,
    characters: embedded,
    features: ["kern"],
  },
  {
    file: "embed-serif.woff2",
    family: "Waybill Serif",
    style: "normal",
    weights: "700",
    source: sourceSerif,
    characters: embedded,
    features: ["kern"],
  },
];

/** Returns the folders of the packages that the faces are cut from. */
export function faceSources(): string[] {
  return [...new Set([...faces, ...embedFaces].map(({source}) => path.dirname(path.dirname(source))))];
}

/** Cuts the fonts to the characters in use, into the cache, unless they are there; their licences stand beside them. */
export async function makeFonts(): Promise<void> {
  for (const folder of faceSources())
    writeCached(`fonts/${path.basename(folder)}-OFL.txt`, readFileSync(path.join(folder, "LICENSE")));
  for (const {file, source, characters, weights, features} of [...faces, ...embedFaces]) {
    const name = `fonts/${file}`;
    if (existsSync(path.join(cacheFolder, name))) continue;
    const [min, max = min] = weights.split(" ").map(Number);
    const subset = await subsetFont(readFileSync(source), characters, {
      targetFormat: "woff2",
      variationAxes: {wght: min === max ? min : {min, max}},
      ...(features ? {keepFeatures: features} : {}),
    } as Parameters<typeof subsetFont>[2]);
    writeCached(name, subset);
  }
}

/**
 * Returns the @font-face rules, with addresses that start with the given path to
 * the site's root. On the site's own pages a font that comes late is for the next
 * page (`optional`), so that no line breaks anew under a reader's eyes; in an embed
 * every line is broken beforehand, and the font is put in when it comes (`swap`).
 */
export function fontFaces(root: string, of = faces): string {
  const display = of === embedFaces ? "swap" : "optional";
  return of
    .map(
      ({file, family, style, weights}) =>
        `@font-face{font-family:"${family}";font-style:${style};font-weight:${weights};font-display:${display};src:url(${root}fonts/${file}) format("woff2")}`,
    )
    .join("");
}

/*
 * Fonts of the reader's machine, made as wide as those they stand in for, with
 * their letters at the same height. Widths are from running text, and rather too
 * narrow than too wide: a line that was broken beforehand must not break again.
 * Heights are the fonts' own, over size-adjust.
 */
const standIns = [
  {
    kind: "sans",
    weight: "400 500",
    local: ["Arial", "ArialMT", "Liberation Sans"],
    size: 106,
    ascent: 96.9,
    descent: 24.1,
  },
  {
    kind: "sans",
    weight: "600 700",
    local: ["Arial Bold", "Arial-BoldMT", "Liberation Sans Bold"],
    size: 101.5,
    ascent: 96.9,
    descent: 24.1,
  },
  {
    kind: "serif",
    weight: "400 500",
    local: ["Times New Roman", "TimesNewRomanPSMT", "Liberation Serif"],
    size: 116,
    ascent: 103.6,
    descent: 33.5,
  },
  {
    kind: "serif",
    weight: "600 700",
    local: ["Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold"],
    size: 112,
    ascent: 103.6,
    descent: 33.5,
  },
] as const;

/** Returns the @font-face rules of the stand-ins for a sans and a serif, under the names of those and “Stand-in”. */
export function standInFaces(names: {sans: string; serif: string}): string {
  return standIns
    .map(({kind, weight, local, size, ascent, descent}) => {
      const sources = local.map((name) => `local("${name}")`).join(",");
      const share = (value: number): string => `${((value / size) * 100).toFixed(1)}%`;
      return `@font-face{font-family:"${names[kind]} Stand-in";font-weight:${weight};src:${sources};size-adjust:${size}%;ascent-override:${share(ascent)};descent-override:${share(descent)};line-gap-override:0%}`;
    })
    .join("");
}
