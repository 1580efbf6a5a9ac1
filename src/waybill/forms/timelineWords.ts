import {wrapText} from "../textWidth.js";
import {textSize} from "../theme.js";
import {widthOf} from "./measure.js";
import type {Sketch} from "./sketch.js";

/** What is said of an event. */
export interface Said {
  date: string;
  label: string;
  note: string;
  /** Whether its words are larger. */
  isStrong: boolean;
}

/** The words of an event in lines. */
export interface Block {
  date: string[];
  label: string[];
  note: string[];
  size: number;
  weight: 400 | 600;
  height: number;
  /** How far below its top the middle of its first line is. */
  first: number;
}

/** The words of all events: dates in a column of their own where there is room, else above their labels. */
export interface Blocks {
  blocks: Block[];
  /** Least distance from one to the next. */
  gap: number;
  /** Returns the words of an event whose top left corner is there. */
  drawAt: (
    i: number,
    corner: {x: number; y: number},
    colors: {date: string; label: string; note: string},
  ) => Sketch[];
}

const leading = 1.28;

// What is small on a wide page is not read, what is large fills it.
const sizesOf = (width: number) =>
  width >= 800
    ? {date: 15, label: 18, strong: 26, note: 15, gap: 26}
    : {
        date: textSize.body,
        label: textSize.value,
        strong: width < 560 ? 17 : textSize.large,
        note: textSize.body,
        gap: 18,
      };

/** Returns the words of events in lines for a drawing of a width, in which they have some room. */
export function wordsFor(said: readonly Said[], {width, room}: {width: number; room: number}): Blocks {
  const sizes = sizesOf(width);
  const dates = said.map(({date}) => date);
  const beside = width >= 560 ? Math.min(16 * sizes.date, widthOf(dates, sizes.date, 600) + 24) : 0;
  const blocks = said.map(({date, label, note, isStrong}): Block => {
    const size = isStrong ? sizes.strong : sizes.label;
    const weight = isStrong ? 600 : 400;
    const wide = Math.min(room - beside, 40 * size);
    const lines = {
      date: wrapText(date, beside > 0 ? beside - 16 : room, {size: sizes.date, weight: 600}),
      label: wrapText(label, wide, {size, weight, most: 4}),
      note: wrapText(note, wide, {size: sizes.note, most: 5}),
    };
    const tall = (lines.label.length * size + lines.note.length * sizes.note) * leading;
    const dated = lines.date.length * sizes.date * leading;
    return {
      ...lines,
      size,
      weight,
      height: beside > 0 ? Math.max(tall, dated) : tall + dated + 1,
      first: ((beside > 0 ? Math.max(size, sizes.date) : sizes.date) * leading) / 2,
    };
  });
  return {blocks, gap: sizes.gap, drawAt};

  function drawAt(
    i: number,
    {x, y}: {x: number; y: number},
    colors: {date: string; label: string; note: string},
  ) {
    const {date, label, note, size, weight, first} = blocks[i];
    const top = y + first;
    const below = (sizes.date * (date.length - 0.5) + size / 2) * leading + 1;
    const labelTop = beside > 0 ? top : top + below;
    const noteTop = labelTop + (size * (label.length - 0.5) + sizes.note / 2) * leading;
    const text = (lines: string[], at: {x: number; y: number; size: number; weight: number}) => ({
      ...at,
      y: at.y + ((lines.length - 1) * at.size * leading) / 2,
      lines,
      anchor: "start" as const,
      lineHeight: leading,
    });
    return [
      {color: colors.date, words: [text(date, {x, y: top, size: sizes.date, weight: 600})]},
      {color: colors.label, words: [text(label, {x: x + beside, y: labelTop, size, weight})]},
      {color: colors.note, words: [text(note, {x: x + beside, y: noteTop, size: sizes.note, weight: 400})]},
    ];
  }
}
