import {type Box, overlaps} from "../marks/box.js";
import type {TextBlock} from "./textBlock.js";

/** Words that stand at a distance from a line, on a pole that begins there. */
export interface Flag {
  /** Where on the line its pole begins. */
  x: number;
  /** The words in a width, at most. */
  wordsIn: (width: number) => TextBlock;
}

/** A flag in its place. */
export interface PlacedFlag {
  words: TextBlock;
  /** How far the words are from the line, at their near edge. */
  away: number;
  /** On which side of its pole they stand. */
  anchor: "start" | "end";
}

/** Between a pole and its words. */
export const poleGap = 7;
const apart = {x: 14, y: 12} as const;
/** In less width than this no words are set. */
const narrowest = 64;

/**
 * Returns where flags stand along a line, each as near to it as it can without
 * covering another's words or pole. Words stand to the right of their poles;
 * where the frame ends, to the left. The flags are in the order of their x.
 */
export function placeFlags(
  flags: readonly Flag[],
  {from, to, least, most}: {from: number; to: number; least: number; most: number},
): PlacedFlag[] {
  const placed: (PlacedFlag & {x: number; box: Box})[] = [];
  let free = to;
  const poles = flags.map(({x}) => x);
  // From the right, so that a pole never has to pass words that began before it.
  for (const [k, {x, wordsIn}] of [...flags.entries()].reverse()) {
    const isTurned = to - x - poleGap < least && x - from > to - x;
    const edge = isTurned ? x : Math.max(free, x);
    const before = x - (poles[k - 1] ?? from) - poleGap;
    // Words that reach over the pole before them would be struck by it, wherever its own words stand.
    const reach = k > 0 && before - apart.x >= narrowest ? before - apart.x : x - from - poleGap;
    const room = isTurned
      ? Math.min(most, reach, Math.max(least, before * 0.5))
      : Math.min(most, to - x - poleGap, Math.max(least, edge - x - poleGap - apart.x));
    const words = wordsIn(room);
    const [x1, x2] = isTurned ? [x - poleGap - words.width, x] : [x, x + poleGap + words.width];
    const boxAt = (away: number): Box => ({x1, x2, y1: away, y2: away + words.height});
    const isFree = (away: number): boolean => {
      const box = boxAt(away);
      const pole = {x1: x - 1, x2: x + 1, y1: 0, y2: away};
      return placed.every((other) => {
        const wide = {
          x1: other.box.x1 - apart.x,
          x2: other.box.x2 + apart.x,
          y1: other.box.y1 - apart.y,
          y2: other.box.y2 + apart.y,
        };
        const otherPole = {x1: other.x - 4, x2: other.x + 4, y1: 0, y2: other.box.y2};
        return !overlaps(box, wide) && !overlaps(box, otherPole) && !overlaps(pole, other.box);
      });
    };
    const steps = [0, ...placed.map(({box}) => box.y2 + apart.y)].sort((a, b) => a - b);
    const away = steps.find(isFree) ?? steps[steps.length - 1];
    placed.push({words, away, anchor: isTurned ? "end" : "start", x, box: boxAt(away)});
    free = Math.min(free, x1);
  }
  return placed.reverse();
}
