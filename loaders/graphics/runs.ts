import createBidi, {type Bidi} from "bidi-js";
import {type FontFile, fontFileOf, hasLetter} from "./fontFiles.js";

/** Letters of one font that follow each other, and run one way. */
export interface Run {
  /** null for what no font has. */
  file: FontFile | null;
  text: string;
  /** Odd where it runs from right to left. */
  level: number;
}

// Its types say that the function is the module's `default`; to Node it is the module.
const bidi = (createBidi as unknown as () => Bidi)();
const fromRight =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f\u202b\u202e\u2067]/u;
// What is drawn by the letter before it: its accents, the tone of an emoji; and a blank, where that font has one.
const joins = /[\p{M}\p{Emoji_Modifier} ]/u;

/** Whether a character is drawn as nothing, and only changes what is beside it. */
export const isIgnorable = (letter: string): boolean => /\p{Default_Ignorable_Code_Point}/u.test(letter);

/** Returns a line of text in runs, as it is read: each of one font, looked for in the given families, and one direction. */
export function runsOf(text: string, families: readonly string[]): Run[] {
  const line = text.replace(/[\t\n\r]/g, " ");
  const levels = fromRight.test(line) ? bidi.getEmbeddingLevels(line, "ltr").levels : null;
  const runs: Run[] = [];
  let at = 0;
  for (const letter of line) {
    const level = levels?.[at] ?? 0;
    at += letter.length;
    const last = runs.at(-1);
    const file = last?.file && joinsFile(letter, last.file) ? last.file : fontFileOf(letter, families);
    // What is drawn as nothing needs no font of its own.
    if (!file && isIgnorable(letter)) continue;
    if (last && last.file === file && last.level === level) last.text += letter;
    else runs.push({file, text: letter, level});
  }
  return runs;
}

function joinsFile(letter: string, file: FontFile): boolean {
  // The blank of Noto Emoji is as wide as its pictures.
  if (letter === " " && file.folder === "noto-emoji") return false;
  return (joins.test(letter) || isIgnorable(letter)) && hasLetter(file, letter);
}

/** Returns runs in the order in which they are seen, from left to right (rule L2 of Unicode's bidirectional algorithm). */
export function inVisualOrder(runs: readonly Run[]): Run[] {
  const seen = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--)
    for (let from = 0; from < seen.length; from++) {
      if (seen[from].level < level) continue;
      let to = from;
      while (to < seen.length && seen[to].level >= level) to++;
      seen.splice(from, to - from, ...seen.slice(from, to).reverse());
      from = to;
    }
  return seen;
}

/** Returns text with its brackets turned, as they stand in what runs from right to left. */
export function mirrored(text: string): string {
  return [...text].map((letter) => bidi.getMirroredCharacter(letter) ?? letter).join("");
}
