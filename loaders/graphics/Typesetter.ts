import type {Font, GlyphRun} from "fontkit";
import {type CutFace, drawnStandIn, type Face, type OpenFaces, partName} from "./faces.js";
import {inVisualOrder, isIgnorable, mirrored, type Run, runsOf} from "./runs.js";

/** Letters as they are drawn, in one font. */
export interface SetRun {
  /** Name of the part of a face that it is set in. */
  part: string;
  font: Font;
  /** The letters, so ordered that the font sets them as they are seen. */
  text: string;
  shaped: GlyphRun;
  /** Where it starts and how wide it is, in ems. */
  x: number;
  width: number;
}

export interface SetLine {
  runs: SetRun[];
  /** In ems. */
  width: number;
}

export type Measure = (text: string, face: {name: string; weight: number}, size: number) => number;

/**
 * Sets lines of text with given fonts: finds the font of each letter, the order
 * in which they are seen, and their shapes. All files of a chart are drawn by it,
 * so that they agree.
 */
export class Typesetter {
  /** The letters met so far that no font has. */
  readonly missing = new Set<string>();
  private readonly lines = new Map<string, SetLine>();

  constructor(private readonly faces: OpenFaces) {}

  get cutFaces(): readonly CutFace[] {
    return this.faces.cutFaces;
  }

  /** Families in which letters are looked for after a face's own. */
  get families(): readonly string[] {
    return this.faces.families;
  }

  /** Returns a line as it is drawn, from left to right. */
  set(text: string, face: Face): SetLine {
    const key = `${face.name} ${face.weight} ${text}`;
    const known = this.lines.get(key);
    if (known) return known;
    const line: SetLine = {runs: [], width: 0};
    for (const run of inVisualOrder(this.drawable(text, face))) {
      const set = this.setRun(run, face);
      line.runs.push({...set, x: line.width});
      line.width += set.width;
    }
    this.lines.set(key, line);
    return line;
  }

  /** Returns the width of a line in pixels. */
  readonly measure: Measure = (text, {name, weight}, size) => {
    const face = this.faces.cutFaces.find(
      (cut) => cut.face.name === name && cut.face.weight === weight,
    )!.face;
    // Word for word: lines are measured again and again while text is wrapped, and hold the same words.
    return text.split(/(?<= )/).reduce((sum, word) => sum + this.set(word, face).width * size, 0);
  };

  private setRun({file, text, level}: Run, face: Face): SetRun {
    const part = partName(face, file!);
    const font = this.faces.fonts.get(part)!;
    const letters = [...(level % 2 ? mirrored(text) : text)].filter(
      (letter) => !isIgnorable(letter) || has(font, letter),
    );
    // A font sets a script the way it is read; what is to run the other way is handed over turned.
    let shaped = font.layout(letters.join(""));
    if (shaped.direction !== (level % 2 ? "rtl" : "ltr")) shaped = font.layout(letters.reverse().join(""));
    return {part, font, text: letters.join(""), shaped, x: 0, width: shaped.advanceWidth / font.unitsPerEm};
  }

  /** Returns a line in runs whose letters the fonts have: its own, or the stand-in. */
  private drawable(text: string, face: Face): Run[] {
    const families = [face.folder, ...this.faces.families];
    const runs = runsOf(text, families);
    const missing = new Set<string>();
    for (const {file, text: letters} of runs) {
      const font = file && this.faces.fonts.get(partName(face, file));
      for (const letter of letters)
        if (!isIgnorable(letter) && !(font && has(font, letter))) missing.add(letter);
    }
    if (missing.size === 0) return runs;
    for (const letter of missing) this.missing.add(letter);
    return runsOf(
      [...text].map((letter) => (missing.has(letter) ? drawnStandIn : letter)).join(""),
      families,
    );
  }
}

function has(font: Font, letter: string): boolean {
  return font.hasGlyphForCodePoint(letter.codePointAt(0)!);
}
