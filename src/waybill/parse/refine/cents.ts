import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import {readNumber} from "../number.js";
import {matchForward} from "../phrases.js";
import {WORD} from "../scan.js";

/**
 * Gives cents the currency of the sum they stand by: “€6.29 on average, 34 cents
 * more”, “by 25 cents, to C$3.50”. Without one, or where the text says whose
 * cents they are, they stay as they were read.
 */
export function tellCents(doc: Doc, figures: Found[]): Found[] {
  const common = only(doc, figures);
  return figures.map((figure, n) => {
    if (!isBareCents(doc, figure)) return figure;
    const sentence = sentenceOf(doc, figure.from);
    const isSum = (other: Found): boolean =>
      other.kind === "money" &&
      (!isCents(doc, other) || other.unit !== "USD") &&
      Math.abs(sentenceOf(doc, other.from) - sentence) <= 2;
    const before = figures.slice(Math.max(0, n - most), n).findLast(isSum);
    const after = figures.slice(n + 1, n + 1 + most).find(isSum);
    const isBeside = (other: Found | undefined): boolean =>
      other !== undefined && sentenceOf(doc, other.from) === sentence;
    // "flat at €1.15. Brent settled 25 cents higher at $89.90"
    const unit = (!isBeside(before) && isBeside(after) ? after : (before ?? after))?.unit ?? common;
    return unit ? {...figure, unit} : figure;
  });
}

const most = 12;

// The one currency that a text tells its sums in, if they are many.
function only(doc: Doc, figures: readonly Found[]): string | null {
  const units = new Set<string | null>();
  for (const figure of figures) if (figure.kind === "money" && !isCents(doc, figure)) units.add(figure.unit);
  const [unit] = units;
  return units.size === 1 ? unit : null;
}

const isCents = ({word}: Doc, {kind, coreTo}: Found): boolean =>
  kind === "money" && /^(?:cents?|c|¢)$/.test(word[coreTo - 1] ?? "");

function isSpeltOut(doc: Doc, {coreFrom, coreTo}: Found): boolean {
  const to = readNumber(doc, coreFrom)?.to ?? coreTo;
  return to < coreTo - 1 && matchForward(doc, to, doc.vocab.currencies) !== null;
}

const isBareCents = (doc: Doc, figure: Found): boolean =>
  isCents(doc, figure) &&
  // "two euros and 20 cents" has said it too.
  !isSpeltOut(doc, figure) &&
  // "42 cent" is the euro's plural, and who writes "Canadian cents" has said whose.
  doc.word[figure.coreTo - 1] !== "cent" &&
  doc.type[figure.coreTo - 2] !== WORD;
