/**
 * Returns a text with the lines of each paragraph joined, where they were broken
 * to a width: a sentence must not end in its middle, nor a word. Lines of a list,
 * a table, a heading or a verse, which end well before the width, stay.
 *
 * @example
 * joinLines("It imported goods worth more\nthan $20 million, in 63 ship-\nments."); // one line
 */
export function joinLines(text: string): string {
  return text
    .split(/(\n[^\S\n]*\n\s*)/)
    .map((part) => (part.includes("\n") && part.trim() !== "" ? joinParagraph(part) : part))
    .join("");
}

const isMarked = (line: string): boolean => /^\s*(?:[-*•–|>#]|\d+[.)]\s|```|~~~|\w+:\s|---)/.test(line);

const ends = /[.!?:;…][”"’')\]]*$/;

// Most lines of running text end within a long word of the width.
const narrowest = 40;
const longestWord = 20;

function joinParagraph(paragraph: string): string {
  const lines = paragraph.split("\n");
  const width = Math.max(...lines.map(({length}) => length));
  const isFull = (line: string): boolean => width >= narrowest && line.length >= width - longestWord;
  let joined = lines[0];
  for (const [n, line] of lines.slice(1).entries()) {
    const before = lines[n];
    const goesOn =
      !isMarked(line) &&
      !/^\s*(?:#|\|)/.test(before) &&
      line.trim() !== "" &&
      (isFull(before) || (/^\s*[\p{Ll}$€£]/u.test(line) && !ends.test(before.trimEnd())));
    joined = goesOn ? joinWords(joined, line) : `${joined}\n${line}`;
  }
  return joined;
}

/** Returns two lines as one: a word that is parted at the end of the first is one again; a number range and a compound of capitals are not. */
export const joinWords = (text: string, next: string): string => {
  const [before, after] = [text.trimEnd(), next.trimStart()];
  return /\p{Ll}[-\u00ad\u2010]$/u.test(before) && /^\p{Ll}/u.test(after)
    ? before.slice(0, -1) + after
    : `${before} ${after}`;
};
