import type {Doc} from "../document.js";
import {matchForward} from "../phrases.js";
import {scan} from "../scan.js";

/** Returns the country that a party's name tells of, “Taiwan” of “Taiwan-based companies”, or null. */
export function countryIn({vocab}: Doc, name: string): string | null {
  const tokens = scan(name);
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.text[tokens.start[i]] === tokens.word[i][0] && /[a-z]/.test(tokens.word[i][0])) continue;
    const match = matchForward(tokens, i, vocab.places);
    if (match) return match.value.country;
  }
  return null;
}
