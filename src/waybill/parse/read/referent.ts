import type {Doc} from "../document.js";
import type {Said} from "../refine/attribution.js";
import {isName} from "../refine/party.js";
import {subjectOf, verbBefore} from "./holding.js";
import {isBodyNoun, type NameMention, type Names} from "./names.js";
import {coreEnd, wordingOf} from "./wording.js";

/**
 * Returns the words for whom the pronoun at the token stands, or null: for “it” a
 * body that the sentence names before it, else the nearest name; for “I” who
 * speaks, for “we” the firm that was named last. “They” may be anybody.
 */
export function standsFor(
  doc: Doc,
  names: Names,
  at: number,
  floor: number,
  said: Said | null,
): string | null {
  const w = doc.word[at].replace(/'(?:ve|d|ll|m|re|s)$/, "");
  const wording = (name: NameMention | null): string | null => name && wordingOf(doc, name.from, name.to);
  switch (w) {
    case "i":
    case "my": {
      const speaker = speakerOf(said);
      return names.isPerson(speaker) ? speaker : (wording(names.before(at, ["person"], 2)) ?? speaker);
    }
    case "we":
    case "our":
      return wording(names.before(at, ["other"], 3)) ?? speakerOf(said);
    case "he":
    case "his":
    case "she":
    case "her":
      return wording(names.before(at, ["person"]));
    case "it":
    case "its":
      return bodyBefore(doc, at, floor) ?? wording(names.before(at, ["other", "place"]));
    default:
      return null;
  }
}

const speakerOf = (said: Said | null): string | null => said?.chain.split(" > ").pop() ?? null;

// "The league counts 38 redundancies among its members"
function bodyBefore(doc: Doc, at: number, floor: number): string | null {
  for (let verb = verbBefore(doc, at, floor); verb >= 0; verb = verbBefore(doc, verb, floor)) {
    const subject = subjectOf(doc, verb, floor);
    if (!subject || "pronoun" in subject) continue;
    const end = coreEnd(doc, subject.from, subject.to);
    if (isBodyNoun(doc, end - 1) && !isName(doc, end - 1)) return wordingOf(doc, subject.from, end);
  }
  return null;
}
