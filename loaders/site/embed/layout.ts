/*
 * The measures of an embed. src/lib/embed/embed.css has the same numbers: its
 * heights are known before any browser has laid it out.
 */

/** A range of widths over which an embed's lines are broken at the same places. */
export interface Range {
  from: number;
  /** Class of the line breaks that count in this range. */
  name: string;
  /** Width of its text at `from`. */
  text: number;
  /** Which drawing it shows. */
  drawing: number;
  /** How much wider than the embed the drawing is. */
  grow: number;
  /** The width past which the drawing does not grow. */
  most: number;
}

/*
 * A column of a phone is about 328 pixels wide: there the embed has no margins,
 * and most of the drawing's own are cut off, so that its letters keep their size.
 */
export const ranges: readonly Range[] = [
  {from: 320, name: "a", text: 320, drawing: 360, grow: 26, most: 360},
  {from: 360, name: "b", text: 344, drawing: 360, grow: 16, most: 448},
  {from: 480, name: "c", text: 464, drawing: 360, grow: 16, most: 448},
  {from: 640, name: "d", text: 624, drawing: 624, grow: -16, most: 760},
  {from: 960, name: "d", text: 624, drawing: 944, grow: -16, most: 944},
];

/** Widths of the drawings in an embed. */
export const drawingWidths = [...new Set(ranges.map(({drawing}) => drawing))];

export const titleSize = 20;
export const textSize = 13;
export const subtitleSize = 14;
/** Width of a key's picture and the gap after it. */
export const keyIndent = 52;

const line = {title: 26, subtitle: 20, text: 20};
// Margins that collapse count once.
const space = {
  // Border and padding.
  top: 2 + 10,
  kicker: 2,
  title: 4,
  subtitle: 12,
  keyItem: 2,
  key: 8,
  drawing: 6,
  paragraph: 6,
  // The closed table's line, its margin, and the padding and border below.
  bottom: 4 + 28 + 6 + 1,
};

export interface Lines {
  kicker: number;
  title: number;
  subtitle: number;
  /** Of each item of the key. */
  key: readonly number[];
  /** Of each paragraph below the drawing. */
  paragraphs: readonly number[];
}

/** Returns the height of all that is not the drawing, in pixels. */
export function fixedHeight({kicker, title, subtitle, key, paragraphs}: Lines): number {
  const sum = (values: readonly number[], extra: number): number =>
    values.reduce((total, lines) => total + lines * line.text + extra, 0);
  return (
    space.top +
    (kicker > 0 ? kicker * line.text + space.kicker : 0) +
    title * line.title +
    (subtitle > 0 ? space.title + subtitle * line.subtitle : 0) +
    space.subtitle +
    (key.length > 0 ? sum(key, space.keyItem) + space.key : 0) +
    space.drawing +
    sum(paragraphs, space.paragraph) +
    space.bottom
  );
}
