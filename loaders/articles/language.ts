import type {Article} from "../../src/waybill/model/figure.js";
import {isEnglish} from "../../src/waybill/parse/language.js";
import {onDemand} from "../onDemand.js";

const detector = onDemand<typeof import("eld/extrasmall")>("eld/extrasmall");

/** The language of which nothing says what it is, as BCP 47 has it. */
const undetermined = "und";
const fewest = 80;
// The detector reads some 350 letters; what lies between the samples of a long article is not read.
const sampleLength = 400;
const mostSamples = 25;

/**
 * Returns the language that a text is written in, as BCP 47 has it: "en", "fr".
 * A text is English unless more than half of it says clearly that it is
 * another; so is one that says too little, in fewer than 80 letters, if English
 * uses its letters. Other letters without a language that is known are "und".
 * What a page states is believed where the text does not say otherwise: that it
 * is "en-GB", or what is not known.
 *
 * @example
 * languageOf("Le ministère a annoncé mardi un plan de 3,4 milliards d'euros pour les usines du nord du pays."); // "fr"
 */
export function languageOf(text: string, stated: string | null = null): string {
  const found = languageIn(text);
  const fits = stated !== null && (found === undetermined || stated.split("-")[0] === found);
  return fits ? stated : found;
}

function languageIn(text: string): string {
  const samples = samplesOf(text);
  const letters = samples.join("").match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  const isLatin = latin * 2 >= letters.length;
  if (isLatin && (letters.length < fewest || isPlainlyEnglish(samples))) return "en";
  const votes = new Map<string, number>();
  for (const sample of samples) {
    const found = detector().eld.detect(sample);
    const language = found.isReliable() ? found.language : isLatin ? "en" : found.language || undetermined;
    votes.set(language, (votes.get(language) ?? 0) + sample.length);
  }
  const [[language, length]] = [...votes].sort(([, a], [, b]) => b - a);
  if (length * 2 > samples.join("").length) return language;
  return isLatin ? "en" : undetermined;
}

// No word of these is one of another language's commonest, and of English prose they make a fifth.
const englishWords = new Set(
  "about after and been but by from has have his its more that the their they this were which with would".split(
    " ",
  ),
);

// So much of them leaves no room for a half that is of another language.
const plainShare = 0.12;

// The detector's tables take longer to load than a short article to read.
function isPlainlyEnglish(samples: readonly string[]): boolean {
  const words = samples.join(" ").toLowerCase().split(" ");
  return words.filter((word) => englishWords.has(word)).length > plainShare * words.length;
}

/** Returns what a language is called in English: "French" for "fr". */
export function languageName(language: string): string {
  if (language === undetermined) return "a language that is not recognised";
  return new Intl.DisplayNames(["en"], {type: "language"}).of(language) ?? language;
}

/** Returns a line for each article that is not English, and so is not read. */
export function languageNotes(articles: readonly Pick<Article, "file" | "language">[]): string[] {
  return articles
    .filter(({language}) => !isEnglish(language))
    .map(({file, language}) => `${file}: ${languageName(language)}: its numbers are listed, not read`);
}

/** Returns what is wrong with the name of a language; null if it is one in BCP 47. */
export function languageProblem(language: string): string | null {
  const known = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(language) && isKnown(language);
  return known ? null : `is unknown: "${language}" (write en, fr, pt-BR, …, as BCP 47 has it)`;
}

function isKnown(language: string): boolean {
  try {
    const [canonical] = Intl.getCanonicalLocales(language);
    return language === undetermined || languageName(canonical) !== canonical;
  } catch {
    return false;
  }
}

// Numbers say nothing of a language, and lists of them would fill the samples.
function samplesOf(text: string): string[] {
  const words = text.replace(/[\d\s\p{P}\p{S}]+/gu, " ");
  const step = Math.max(sampleLength, Math.ceil(words.length / mostSamples));
  const samples: string[] = [];
  for (let start = 0; start < words.length; start += step)
    samples.push(words.slice(start, start + sampleLength));
  return samples.filter((sample) => /\p{L}/u.test(sample));
}
