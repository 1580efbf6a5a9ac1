import type {Kind, Member} from "./Cast.js";

/** Nouns for firms and offices that stand for one whose name was told. */
export const firms = new Set(
  "builder yard shipyard lender utility broker dealer forwarder agency club chain brewer contractor producer plant factory works business charity owner seller vendor winner bidder".split(
    " ",
  ),
);

// For those who trade that are no groups in the lexicon.
export const bodies = new Set(
  "yard house works scrapyard dairy abattoir nursery inspectorate treasury exchange gendarmerie library trust agent maker chef acquaintance industry plant mill depot laboratory lab smelter refinery brewery winery foundry shipyard railway airline ministry council navy army".split(
    " ",
  ),
);

/** Whether a noun only counts things. */
export const isUnits = (noun: string): boolean =>
  /^(unit|pair|set|line|round|hull|head|teu|share|piece|crane|cell|car|item)$/.test(noun);

const fillers = new Set("the a an of in for its their his her and & mr mrs ms dr".split(" "));

/** Returns the words of a name or noun that tell it from others, in lower case. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/['’]s?(?=\s|$)/g, "")
    .split(/[^\p{L}\p{N}&-]+/u)
    .filter((word) => word !== "" && !fillers.has(word));
}

// "Daejin" is Daejin Precision, "Volmer" Anna Volmer; Peru is not the Bank of Peru.
export function isOne({words, kind, isNamed}: Member, other: readonly string[], otherKind: Kind): boolean {
  if (!isNamed) return false;
  const [shorter, longer] = words.length < other.length ? [words, other] : [other, words];
  if (shorter.length === 0) return false;
  if (shorter.length === longer.length || kind === "place" || otherKind === "place")
    return shorter.length === longer.length && shorter.every((word, n) => word === longer[n]);
  const last = longer.length - shorter.length;
  // Mr Ligocki is not Ligocki Agro.
  const isPerson = (shorter === words ? kind : otherKind) === "person";
  return (
    (!isPerson && shorter.every((word, n) => word === longer[n])) ||
    (shorter.every((word, n) => word === longer[n + last]) && otherKind !== "body" && kind !== "body")
  );
}
