import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import type {Found} from "../Found.js";
import {countriesByMentions} from "../find/whoseMoney.js";

type Scale = "degree celsius" | "degree fahrenheit";

/**
 * Gives degrees of heat that name no scale the one that the text uses elsewhere,
 * or else that of the country it speaks of most: “a top of 27 degrees” in a report
 * from Australia. Degrees of an angle, and of what nothing tells, stay degrees.
 */
export function tellDegrees(doc: Doc, figures: Found[]): Found[] {
  if (!figures.some(({unit}) => unit === "degree")) return figures;
  const told = new Set(figures.map(({unit}) => unit).filter((unit) => unit?.startsWith("degree ")));
  const scale = told.size === 1 ? ([...told][0] as Scale) : told.size === 0 ? scaleOfCountry(doc) : null;
  if (scale === null) return figures;
  let heated = -2;
  return figures.map((figure) => {
    if (figure.unit !== "degree") return figure;
    const sentence = sentenceOf(doc, figure.from);
    // "and minus 4 on Sunday": of the heat that was just told
    const isLent = !/^(?:degrees?|[°º])$/.test(doc.word[figure.coreTo - 1]) && sentence - heated < 2;
    if (!isLent && !isHeat(doc, figure)) return figure;
    heated = sentence;
    // “It hit 104 degrees” may be told in the other scale.
    if (told.size === 0 && scale === "degree celsius" && (figure.value ?? figure.high ?? 0) > 55)
      return figure;
    return {...figure, unit: scale, confidence: Math.min(figure.confidence, 0.8)};
  });
}

function scaleOfCountry(doc: Doc): Scale | null {
  const [most] = countriesByMentions(doc);
  if (!most) return null;
  const {lists, places} = doc.vocab;
  for (const word of lists.fahrenheitCountries)
    if (places.next.get(word)?.value?.country === most[0]) return "degree fahrenheit";
  return "degree celsius";
}

function isHeat(doc: Doc, figure: Found): boolean {
  // "It was 12 degrees in Oslo"
  if (/^(?:was|is)$/.test(doc.word[figure.from - 1] ?? "") && doc.word[figure.from - 2] === "it") return true;
  const {from, to} = sentenceTokens(doc, sentenceOf(doc, figure.from));
  for (let k = Math.max(from, figure.from - 30); k < Math.min(to, figure.to + 30); k++)
    if (doc.vocab.lists.heatWords.has(doc.word[k])) return true;
  return false;
}
