/**
 * Copies wordings out of their texts: a slice of a string keeps the whole text
 * in memory. Wordings that come again and again are kept once.
 */
export class WordStore {
  private readonly copies = new Map<string, string>();

  /** Returns the same wording, apart from its text. */
  copy(wording: string): string {
    const known = this.copies.get(wording);
    if (known !== undefined) return known;
    const copy = apart(wording);
    if (this.copies.size < most) this.copies.set(copy, copy);
    return copy;
  }
}

const most = 100_000;

/** Returns the same string in memory of its own, whatever it was cut from or joined of. */
export function apart(text: string): string {
  const encoding = isNarrow(text) ? "latin1" : "utf16le";
  return Buffer.from(text, encoding).toString(encoding);
}

function isNarrow(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) return false;
  return true;
}
