/** Words between which no line breaks: those of a sum, a large number and what it counts, and a month and its year. */
export const together =
  /[$€£¥]?\d(?:[.,'\u00a0]?\d)* (?:million|billion|trillion|times|yuan|percent)|\d{1,3}(?:[.'\u00a0]\d{3}|,\d{2,3})+ [\w-]{1,14}\b|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/g;

/** Returns the text with no-break spaces between words that belong in one line. */
export function tieWords(text: string): string {
  return (
    text
      .replace(together, (words) => words.replaceAll(" ", "\u00a0"))
      // A divisor or factor stays with its sign.
      .replace(/ ([÷×]) /g, " $1\u00a0")
  );
}
