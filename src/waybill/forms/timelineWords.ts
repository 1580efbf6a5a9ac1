import {type Color, textSize} from "../theme.js";
import {sideOf, widthOf} from "./measure.js";
import type {Sketch} from "./sketch.js";
import {type TextBlock, type TextPart, textBlock} from "./textBlock.js";
import type {TimelineEvent} from "./timelineEvents.js";

/** What is said of an event, and in which colours. */
export interface Said {
  date: string;
  label: string;
  note: string;
  /** Whether its mark is larger. */
  isStrong: boolean;
  colors: {date: string; label: string; note: string};
}

// What is small on a wide page is not read, what is large fills it.
const sizesOf = (width: number) =>
  width >= 800
    ? {date: 15, label: 18, note: 15, gap: 30}
    : {date: textSize.body, label: textSize.value, note: textSize.body, gap: 24};

/** Returns the words of an event for a drawing of a width: its date, and what happened. */
export function partsOf({date, label, note, colors}: Said, width: number): [TextPart, ...TextPart[]] {
  const sizes = sizesOf(width);
  return [
    {text: date, size: sizes.date, weight: 600, color: colors.date},
    {
      text: label,
      size: sizes.label,
      color: colors.label,
      most: 6,
    },
    {text: note, size: sizes.note, color: colors.note, most: 5},
  ];
}

/** The words of an event from top to bottom. */
export interface Block {
  height: number;
  /** How far below its top the middle of its first line is. */
  first: number;
  /** Returns the words whose top left corner is there. */
  at: (x: number, y: number) => Sketch[];
}

/** Returns the words of events for a list: dates in a column of their own where there is room, else above their labels. */
export function wordsFor(
  said: readonly Said[],
  {width, room}: {width: number; room: number},
): {blocks: Block[]; gap: number} {
  const sizes = sizesOf(width);
  const dates = said.map(({date}) => date);
  const beside = width >= 560 ? Math.min(16 * sizes.date, widthOf(dates, sizes.date, 600) + 24) : 0;
  const blocks = said.map((own): Block => {
    const [date, ...words] = partsOf(own, width);
    if (beside === 0) return textBlock([date, ...words], room);
    const [left, right] = [
      textBlock([date], beside - 16),
      textBlock(words, Math.min(room - beside, 40 * words[0].size)),
    ];
    return sideBySide(left, right, beside);
  });
  return {blocks, gap: sizes.gap};
}

/** Returns two blocks beside each other, level in their first lines. */
function sideBySide(left: TextBlock, right: TextBlock, apart: number): Block {
  const first = Math.max(left.first, right.first);
  const topOf = (block: TextBlock): number => first - block.first;
  return {
    first,
    height: Math.max(...[left, right].map((block) => topOf(block) + block.height)),
    at: (x, y) => [...left.at(x, y + topOf(left)), ...right.at(x + apart, y + topOf(right))],
  };
}

/** Returns what is said once below a drawing of the years that were worked out; an empty block where none was. */
export function yearFoot(
  events: readonly TimelineEvent[],
  {
    yearNote = "* The year is our calculation: the report does not state it.",
    width,
    color,
  }: {yearNote: string | undefined; width: number; color: Color},
): TextBlock {
  const size = width >= 800 ? textSize.body + 1 : textSize.small;
  return textBlock(
    events.some(({isWorkedOut}) => isWorkedOut) ? [{text: yearNote, size, color: color("muted")}] : [],
    width - 2 * sideOf(width),
  );
}
