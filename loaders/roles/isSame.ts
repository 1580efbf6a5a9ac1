const tails =
  /^(?:of|for|from|to|in|on|at|by|with|via|through|into|over|under|between|among|about|against|as|near|after|before|during|since|until|per|who|which|that|whose|called|named|made|worth|,)$/;

function wordsOf(wording: string): string[] {
  const plain = wording
    .toLowerCase()
    .replace(/["“”‘]/g, "")
    .replace(/['’]s?(?=\s|$)/g, "")
    .replace(/[.;:]+$/, "")
    .replaceAll(",", " , ")
    .trim();
  return plain.split(/\s+/).filter((word) => !/^(?:the|an?)$/.test(word));
}

const headOf = (words: readonly string[]): number => {
  const tail = words.findIndex((word, n) => n > 0 && tails.test(word));
  return (tail < 0 ? words.length : tail) - 1;
};

const prepositions =
  /^(?:in|on|at|by|during|over|for|since|until|from|within|throughout|through|between|after|before|to)\s+/i;

/** Whether two wordings of a time say the same, whatever preposition is before them. */
export const isSamePeriod = (a: string, b: string): boolean =>
  isSame(a.replace(prepositions, ""), b.replace(prepositions, ""));

/** Whether two wordings say the same, or one is the other made shorter around its head. */
export function isSame(a: string, b: string): boolean {
  const [longer, shorter] = [wordsOf(a), wordsOf(b)].sort((x, y) => y.length - x.length);
  if (shorter.length === 0) return longer.length === 0;
  const at = headOf(longer) - headOf(shorter);
  return at >= 0 && shorter.every((word, n) => word === longer[at + n]);
}
