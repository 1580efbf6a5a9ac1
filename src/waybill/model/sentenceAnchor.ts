/**
 * Returns the id that a sentence has on its article's page: its first words and
 * a hash of all of them, so that edits elsewhere in the article do not change it.
 *
 *     sentenceAnchor("It was at the beginning of February that …") // "it-was-at-the-1x3f9k"
 */
export function sentenceAnchor(sentence: string): string {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...words.slice(0, 4), hash(words.join(" "))].join("-");
}

// FNV-1a, 32 bits: short, and the same in the browser as in Node.
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}
