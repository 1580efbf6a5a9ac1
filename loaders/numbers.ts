import {escapeHtml} from "../src/waybill/model/escape.js";
import {english, marksName, type NumberMarks, useMarks} from "../src/waybill/model/numbers.js";
import {InputError} from "./InputError.js";
import {marksOf} from "./numberMarks.js";
import {story} from "./story.js";

/** Returns the marks of the numbers that the story's readers see. */
export const marksOfStory = (): NumberMarks => marksOf(story().numbers) ?? english;

/** Has this process write numbers as the story says. What is wrong in its settings is told by whoever needs them. */
export function useStoryNumbers(): void {
  try {
    useMarks(marksOfStory());
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

/** Returns what tells the scripts of a page how numbers are written; "" where it is as in English. */
export function marksHtml(): string {
  const marks = marksOfStory();
  return JSON.stringify(marks) === JSON.stringify(english)
    ? ""
    : `<meta name="${marksName}" content="${escapeHtml(JSON.stringify(marks))}">`;
}
