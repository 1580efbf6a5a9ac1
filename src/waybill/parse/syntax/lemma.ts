import {irregularNouns, irregularVerbs} from "./irregular.js";
import {bases, type Lexicon} from "./wordForms.js";

const auxiliaries: Record<string, string> = {
  am: "be",
  is: "be",
  are: "be",
  was: "be",
  were: "be",
  been: "be",
  being: "be",
  "'m": "be",
  "'re": "be",
  has: "have",
  had: "have",
  having: "have",
  "'ve": "have",
  does: "do",
  did: "do",
  doing: "do",
  wo: "will",
  "'ll": "will",
  ca: "can",
  sha: "shall",
  "'d": "would",
};

/**
 * Returns the base form of a word of the given part of speech, in lower case:
 * the singular of a noun, the infinitive of a verb. Names keep their form.
 *
 * @example
 * lemmaOf("batteries", "NOUN", "NNS", lexicon); // "battery"
 */
export function lemmaOf(form: string, pos: string, tag: string, lexicon: Lexicon): string {
  if (pos === "PROPN") return form;
  const word = form.toLowerCase().replace(/’/g, "'");
  if (pos === "AUX" || pos === "VERB") {
    if (word === "'s") return tag === "VBZ" && pos === "AUX" ? "be" : "have";
    if (word in auxiliaries) return auxiliaries[word];
    if (tag === "VB" || tag === "VBP" || tag === "MD") return word;
    const irregular = irregularVerbs.get(word);
    if (irregular && tag !== "VBZ" && tag !== "VBG") return irregular.lemma;
    return baseOf(
      word,
      tag === "VBZ" ? "s" : tag === "VBG" ? "ing" : "ed",
      (base) => lexicon.get(base)?.verb,
    );
  }
  if (pos === "NOUN" && (tag === "NNS" || tag === "NNPS")) {
    const singular = irregularNouns.get(word);
    if (singular) return singular;
    return word.endsWith("men") && word.length > 4
      ? word.slice(0, -2) + "an"
      : baseOf(word, "s", (base) => lexicon.get(base)?.noun);
  }
  if (word === "n't" || word === "n’t") return "not";
  return word;
}

// The first base that the lexicon knows; else the one that spelling speaks for.
function baseOf(word: string, ending: string, known: (base: string) => number | undefined): string {
  const candidates = bases(word)
    .filter(([, of]) => of === ending)
    .map(([base]) => base);
  const found = candidates.find((base) => known(base));
  if (found) return found;
  if (candidates.length === 0) return word;
  if (ending === "s") return /(s|x|z|ch|sh|o)es$/.test(word) ? word.slice(0, -2) : candidates[0];
  // After one consonant that follows one vowel, a silent e is likelier than none.
  const stem = word.replace(/(ed|ing)$/, "");
  return /[aeiou][cgsuvz]$|[^aeiou]l$|[aiou]t$|[^aeiou][aeiou][kr]$/.test(stem) ? stem + "e" : candidates[0];
}
