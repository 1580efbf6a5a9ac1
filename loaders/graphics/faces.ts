import {readFileSync} from "node:fs";
import PDFDocument from "pdfkit";
import subsetFont from "subset-font";
import {characters} from "../site/fonts.js";

/** The faces of exported graphics: a family at one weight, as they are written in a drawing. */
export const faces = [
  {name: "Inter", weight: 400, folder: "inter"},
  {name: "Inter", weight: 600, folder: "inter"},
  {name: "Source Serif 4", weight: 700, folder: "source-serif-4"},
] as const;

export type Face = (typeof faces)[number];

/** The files that a family comes in, each with the characters that it is asked for. */
const scripts = [
  {name: "latin-ext", has: /[\u0100-\u02ff\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20cf]/u},
  {name: "cyrillic", has: /[\u0400-\u04ff]/u},
  {name: "greek", has: /[\u0370-\u03ff]/u},
  {name: "latin", has: /./su},
] as const;

export type Script = (typeof scripts)[number]["name"];

/** Returns the script in whose file a character is looked for. */
export function scriptOf(character: string): Script {
  return scripts.find(({has}) => has.test(character))!.name;
}

/** Returns text in runs of one script each. */
export function runsOf(text: string): {script: Script; text: string}[] {
  const runs: {script: Script; text: string}[] = [];
  for (const character of text) {
    const script = scriptOf(character);
    const last = runs.at(-1);
    // A space takes the font of what it follows.
    if (last && (last.script === script || character === " ")) last.text += character;
    else runs.push({script, text: character});
  }
  return runs;
}

export interface CutFace {
  face: Face;
  script: Script;
  font: Buffer;
}

const sources = new Map<string, Buffer>();
const cuts = new Map<string, Promise<Buffer>>();

function cut(face: Face, script: Script, text: string, targetFormat: "truetype" | "woff2"): Promise<Buffer> {
  const used = [...new Set(text)].sort().join("");
  const key = [face.name, face.weight, script, targetFormat, used].join("\0");
  let made = cuts.get(key);
  if (!made) {
    const file = `node_modules/@fontsource-variable/${face.folder}/files/${face.folder}-${script}-wght-normal.woff2`;
    const source = sources.get(file) ?? readFileSync(file);
    sources.set(file, source);
    made = subsetFont(source, used, {targetFormat, variationAxes: {wght: face.weight}} as Parameters<
      typeof subsetFont
    >[2]);
    cuts.set(key, made);
  }
  return made;
}

/** Returns a face cut to the glyphs of a text, at its one weight: one file for each script in it. */
export async function cutFace(face: Face, text: string, format: "truetype" | "woff2"): Promise<CutFace[]> {
  const byScript = new Map<Script, string>();
  for (const run of runsOf(text)) byScript.set(run.script, (byScript.get(run.script) ?? "") + run.text);
  return Promise.all(
    [...byScript].map(async ([script, part]) => ({
      face,
      script,
      font: await cut(face, script, part, format),
    })),
  );
}

/** Returns all faces as TrueType, with the site's characters and those of the given text. */
export async function cutAllFaces(text = ""): Promise<CutFace[]> {
  return (await Promise.all(faces.map((face) => cutFace(face, characters + text, "truetype")))).flat();
}

export const faceName = (name: string, weight: number | string, script: Script): string =>
  `${name} ${weight} ${script}`;

/** Registers cut faces with a PDF, by their names. */
export function registerFaces(
  document: InstanceType<typeof PDFDocument>,
  cutFaces: readonly CutFace[],
): void {
  for (const {face, script, font} of cutFaces)
    document.registerFont(faceName(face.name, face.weight, script), font);
}

export type Measure = (text: string, face: {name: string; weight: number}, size: number) => number;

/** Returns a function that measures a line of text in pixels, by the fonts themselves. */
export function createMeasure(cutFaces: readonly CutFace[]): Measure {
  const document = new PDFDocument({autoFirstPage: false});
  registerFaces(document, cutFaces);
  return (text, {name, weight}, size) =>
    runsOf(text).reduce(
      (sum, run) =>
        sum +
        document
          .font(faceName(name, weight, run.script))
          .fontSize(size)
          .widthOfString(run.text),
      0,
    );
}
