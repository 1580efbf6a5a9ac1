import {textWidth, wrapText} from "../textWidth.js";
import {evenly} from "./measure.js";

/** A stretch of a line that is set in one weight, and how far the next one stands from its start. */
export interface Run {
  text: string;
  strong: boolean;
  advance: number;
}

const number =
  /[$€£¥]?\s?\d(?:[.,'\u2009\u202f\u00a0]?\d)*(?:\s?(?:%|(?:percent|thousand|million|billion|trillion|tonnes?|tons?|times)\b))?/g;
const weightOf = (strong: boolean): 400 | 600 => (strong ? 600 : 400);

/**
 * Returns a text in lines, each in runs, so that the numbers in it are strong; a
 * number and its unit stay in one line.
 */
export function runsOf(text: string, width: number, {size, most}: {size: number; most: number}): Run[][] {
  const tied = text.replace(number, (words) =>
    words.startsWith(" ") ? ` ${tie(words.trim())}` : tie(words),
  );
  const linesAt = (room: number): string[] => wrapText(tied, room, {size, weight: 600, most});
  return evenly(linesAt, width).map((line) => {
    const runs: {text: string; strong: boolean}[] = [];
    let last = 0;
    for (const {index, 0: words} of line.matchAll(number)) {
      const start = index + words.length - words.trimStart().length;
      runs.push({text: line.slice(last, start), strong: false}, {text: words.trim(), strong: true});
      last = start + words.trim().length;
    }
    runs.push({text: line.slice(last), strong: false});
    return spaced(
      runs.filter(({text}) => text !== ""),
      size,
    );
  });
}

// A text that begins with a space would lose it: the text before is so much longer.
const spaced = (runs: readonly {text: string; strong: boolean}[], size: number): Run[] =>
  runs.map(({text, strong}, i) => {
    const own = text.trim();
    const next = runs[i + 1]?.text ?? "";
    const space = text.endsWith(" ") || next.startsWith(" ") ? textWidth(" ", size) : 0;
    // Letters are measured one by one, and stand closer, for pairs of them are kerned.
    const width = textWidth(own, size, weightOf(strong)) - (space > 0 ? 0.1 * size : 0);
    return {text: own, strong, advance: width + space};
  });

const tie = (words: string): string => words.replace(/\s/g, "\u00a0");
