import {hashString} from "../../syntax/hash.js";
import type {Passage} from "../Passage.js";
import {nounClasses, verbClasses} from "./wordClasses.js";

/** The words of a sentence as what they hint at, for whoever does not trust the tree. */
export interface Surface {
  /** Verbs from 1 on, nouns from 101 on, small words from 201 on, 0 for any other. */
  codes: Int16Array;
  forms: Int32Array;
}

const small =
  "to from by for with of via through in at on into between among after before , ; and or but which who that whose 's said as than while against".split(
    " ",
  );
const codeOf = new Map(small.map((word, n) => [word, 201 + n]));
const known = new WeakMap<Passage, Surface>();

/** Returns the surface of a sentence. */
export function surfaceOf(passage: Passage): Surface {
  let surface = known.get(passage);
  if (!surface) {
    const {tokens} = passage;
    surface = {codes: new Int16Array(tokens.length), forms: new Int32Array(tokens.length)};
    for (let i = 0; i < tokens.length; i++) {
      const {form, lemma, pos, tag} = tokens[i];
      const lower = form.toLowerCase();
      surface.forms[i] = hashString(lower);
      const base = lemma.toLowerCase();
      surface.codes[i] =
        codeOf.get(lower) ??
        (tag === "POS"
          ? codeOf.get("'s")!
          : pos === "VERB"
            ? verbClasses.get(base) || 60 + (tag === "VBN" ? 1 : 0)
            : pos === "NOUN" && nounClasses.has(base)
              ? 100 + nounClasses.get(base)!
              : 0);
      // "was sold": who does what is turned round.
      if (surface.codes[i] > 0 && surface.codes[i] < 60 && tag === "VBN" && isPassive(passage, i))
        surface.codes[i] += 300;
    }
    known.set(passage, surface);
  }
  return surface;
}

function isPassive({tokens}: Passage, verb: number): boolean {
  for (let i = verb - 1; i >= 0 && i > verb - 4; i--) {
    const {lemma, pos} = tokens[i];
    if (lemma === "have") return false;
    if (lemma === "be" || lemma === "get") return true;
    if (pos !== "ADV" && pos !== "AUX" && pos !== "PART") break;
  }
  return true;
}

/** Returns the nearest code that a test holds for, from a word on in steps of 1 or -1, or 0. */
export function nearest(
  codes: Int16Array,
  from: number,
  step: 1 | -1,
  fits: (code: number) => boolean,
): number {
  for (let i = from, n = 0; i >= 0 && i < codes.length && n < 25; i += step, n++)
    if (fits(codes[i])) return codes[i];
  return 0;
}

export const isVerbCode = (code: number): boolean => (code > 0 && code < 100) || code > 300;
export const isNounCode = (code: number): boolean => code > 100 && code < 200;

/** Returns a hash of the telling words between two places, at most five of them, and how many there are. */
export function between(
  codes: Int16Array,
  from: number,
  to: number,
): {hash: number; short: number; count: number} {
  let hash = 7;
  let short = 7;
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = codes[i];
    if (code === 0) continue;
    count++;
    if (count <= 5) hash = Math.imul(hash ^ code, 0x01000193);
    if (isVerbCode(code) || isNounCode(code)) short = Math.imul(short ^ code, 0x01000193);
  }
  return {hash: count > 5 ? 1 : hash, short, count};
}
