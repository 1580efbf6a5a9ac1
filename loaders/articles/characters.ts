// Control characters but tab and line breaks, characters that are for ever none, halves of characters.
const noText = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu;
// They turn the letters around them, also those of whoever quotes the name.
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** Returns a text with a space in place of each character that is no text and breaks what it is written into. */
export function toText(text: string): string {
  return text.replace(noText, " ");
}

/** Returns a name or a title as one line: nothing but text, each stretch of white space one space. */
export function toLine(text: string): string {
  return toText(text).replace(turning, "").replace(/\s+/g, " ").trim();
}

/** Returns the first letters of a line, with … where it was longer; no character is cut in two. */
export function shorten(line: string, most: number): string {
  if (line.length <= most) return line;
  return `${line
    .slice(0, most)
    .replace(/\p{Surrogate}$/u, "")
    .trimEnd()}…`;
}
