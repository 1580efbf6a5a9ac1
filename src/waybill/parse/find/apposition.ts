import {contextOf} from "../contexts.js";
import type {Doc} from "../document.js";
import {type Found, found} from "../Found.js";
import type {Num} from "../number.js";
import {matchForward} from "../phrases.js";
import {DIGITS} from "../scan.js";

/** Whether the word may be of a name of a person: known as nothing else. */
export function isPersonName(doc: Doc, k: number): boolean {
  const known = doc.lexeme[k];
  if (
    known?.function ||
    known?.month ||
    known?.number ||
    known?.scale ||
    known?.label ||
    (known && known.weekday >= 0)
  )
    return false;
  return matchForward(doc, k, doc.vocab.places) === null;
}

// "the woman, 66,": a noun for a person, by its ending.
export function isPersonNoun(doc: Doc, w: string): boolean {
  if (doc.vocab.lists.notPersons.has(w)) return false;
  return /(?:man|boy|girl|son|wife|husband|nurse|judge|king|queen|star|coach|captain|teen|pupil|victim|suspect|cook|clerk|guard|chef|er|or|ist|ian|ee|ant|ent)$/.test(
    w,
  );
}

/** Returns the age in “Maria Lopez, 45, said” and “Jan Novak (34)”. */
export function findAppositionAge(doc: Doc, i: number, num: Num | null): Found | null {
  const {word, type, vocab} = doc;
  if (type[i] !== DIGITS || num?.to !== i + 1 || num.value === null) return null;
  // "A man, about 40, was shot"
  const from = vocab.lists.ageHedges.has(word[i - 1]) && word[i - 2] === "," ? i - 1 : i;
  if (word[from - 1] !== "," && word[from - 1] !== "(") return null;
  const confidence = contextOf(doc, "apposition", from, i + 1, num.value, true);
  if (confidence === null) return null;
  const {value} = num;
  // "Contractor (41) and Burridge (37) took 71 off the Powerplay"
  if (word[from - 1] === "(" && isOfCricket(doc))
    return found({kind: "count", from: i, to: i + 1, value, unit: "run", confidence: 0.6});
  return found({kind: "age", from: i, to: i + 1, value, unit: "year", confidence: Number(confidence)});
}

const ofCricket = new WeakMap<Doc, boolean>();

// Whether the text tells of runs and wickets: what stands in brackets after a batter are runs.
function isOfCricket(doc: Doc): boolean {
  const known = ofCricket.get(doc);
  if (known !== undefined) return known;
  const isOf =
    /\b(?:wickets?|innings)\b/i.test(doc.text) && /\b(?:runs|overs|bowled|batting)\b/i.test(doc.text);
  ofCricket.set(doc, isOf);
  return isOf;
}
