import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {packageFolder} from "../engine.js";
import {cacheFolder, readCached, writeCached} from "./cache.js";

interface Face {
  file: string;
  family: string;
  style: "normal" | "italic";
  /** As in CSS: one weight, or the least and the greatest. */
  weights: string;
  /** The woff2 that the face is cut from. */
  source: string;
  characters: string;
  /** OpenType features that are kept. */
  features: readonly string[];
  /** Whether a browser asks for it only where a page has one of its characters. */
  isExtended?: boolean;
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

/** The signs of Latin-1 that English prose and our numbers use. */
const common = "\u00a0£¥§©«°·»½×÷";

/** The characters of `characters` that few English pages have: letters with accents, and rare signs. */
const extended = characters.replace(/[^\u00a0-\u00ff]/g, "").replace(new RegExp(`[${common}]`, "g"), "");
const basic = characters.replace(new RegExp(`[${extended}]`, "g"), "");

/** Returns a family as two faces: what every page has, and what few pages have. */
function family(name: string, file: string, source: string, features: readonly string[]): Face[] {
  const common = {family: name, style: "normal", weights: "400 700", source, features} as const;
  return [
    {...common, file: `${file}.woff2`, characters: basic},
    {...common, file: `${file}-extended.woff2`, characters: extended, isExtended: true},
  ];
}

/** The faces of the site. */
export const faces: readonly Face[] = [
  // Tables set their numbers in figures of one width.
  ...family("Inter", "inter", inter, ["kern", "tnum"]),
  ...family("Source Serif 4", "source-serif-4", sourceSerif, ["kern", "liga"]),
];

/** Returns the files of the fonts that a page needs at once: those for rare characters only where it has one. */
export function fontsFor(html: string): string[] {
  const hasExtended = new RegExp(`[${extended}]`).test(html);
  return faces.filter(({isExtended}) => hasExtended || !isExtended).map(({file}) => file);
}

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

const recipesFile = "fonts.json";

/** Cuts the fonts to the characters in use, into the cache, unless they are there as they are to be; their licences stand beside them. Returns whether it cut any. */
export async function makeFonts(): Promise<boolean> {
  let changed = false;
  for (const folder of faceSources())
    writeCached(`fonts/${path.basename(folder)}-OFL.txt`, readFileSync(path.join(folder, "LICENSE")));
  const recipes = JSON.stringify([...faces, ...embedFaces]);
  const isAsBefore = existsSync(path.join(cacheFolder, recipesFile)) && readCached(recipesFile) === recipes;
  for (const {file, source, characters, weights, features} of [...faces, ...embedFaces]) {
    const name = `fonts/${file}`;
    if (isAsBefore && existsSync(path.join(cacheFolder, name))) continue;
    const [min, max = min] = weights.split(" ").map(Number);
    const {default: subsetFont} = await import("subset-font");
    const subset = await subsetFont(readFileSync(source), characters, {
      targetFormat: "woff2",
      variationAxes: {wght: min === max ? min : {min, max}},
      keepFeatures: features,
    } as Parameters<typeof subsetFont>[2]);
    if (writeCached(name, subset)) changed = true;
  }
  writeCached(recipesFile, recipes);
  return changed;
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
      ({file, family, style, weights, characters, isExtended}) =>
        `@font-face{font-family:"${family}";font-style:${style};font-weight:${weights};font-display:${display};src:url(${root}fonts/${file}) format("woff2")${isExtended ? `;unicode-range:${rangeOf(characters)}` : ""}}`,
    )
    .join("");
}

/** Returns letters as the ranges of CSS: “U+a1-a2,U+a4”. */
export function rangeOf(letters: string): string {
  const codes = [...letters].map((letter) => letter.codePointAt(0)!).sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges
    .map(([from, to]) =>
      from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`,
    )
    .join(",");
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
