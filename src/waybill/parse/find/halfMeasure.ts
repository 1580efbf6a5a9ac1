import {contextOf} from "../contexts.js";
import type {Doc} from "../document.js";
import {type Found, found, isMeasure} from "../Found.js";
import {matchForward} from "../phrases.js";
import {DIGITS, WORD} from "../scan.js";
import {inTwoUnits, ratePer, withRate} from "./measure.js";

/**
 * Returns the measure that is written without a number: “half a mile”, “half an
 * hour”, “a quarter of a century”, and, with a hedge before it, “almost a year”.
 */
export function findHalfMeasure(doc: Doc, i: number): Found | null {
  const {word, lexeme} = doc;
  // "raised rates by a quarter point", "a month-long siege", "the half-mile walk"
  const spelt = matchForward(doc, i, doc.vocab.measuresInWords);
  if (spelt) return found({...spelt.value, from: i, to: spelt.to});
  let j = i;
  let value = 1;
  if (word[i] === "half" || partAt(doc, i) > i) {
    const at = partAt(doc, i);
    const tops = word[i] === "a" ? 1 : (lexeme[i]?.number?.value ?? 1);
    const part = word[i] === "half" ? 0.5 : lexeme[at]!.number!.value * tops;
    j = word[i] === "half" ? i + 1 : at + 1;
    if (word[i] !== "half" && word[j] === "of") j++;
    else if (word[i] !== "half") return null;
    value = part;
    if (word[j] !== "a" && word[j] !== "an") return null;
  } else {
    if (word[i] !== "a" && word[i] !== "an") return null;
    const before = word[i - 1] ?? "";
    const than = before === "than" && doc.vocab.lists.comparingWords.has(word[i - 2]);
    const least = (before === "least" && word[i - 2] === "at") || (before === "to" && word[i - 2] === "up");
    const unit = matchForward(doc, i + 1, doc.vocab.units);
    // "a year and a half", "an hour and a quarter"
    if (
      unit?.value.role === "word" &&
      word[unit.to] === "and" &&
      word[unit.to + 1] === "a" &&
      doc.vocab.lists.halves.has(word[unit.to + 2])
    )
      return found({
        kind: unit.value.kind,
        from: i,
        to: unit.to + 3,
        value: word[unit.to + 2] === "half" ? 1.5 : 1.25,
        unit: unit.value.unit,
      });
    // "losing a goal and a half a game"
    if (!unit && isAndHalf(doc, i))
      return withRate(
        doc,
        found({
          kind: "count",
          from: i,
          to: i + 5,
          value: 1.5,
          unit: word[i + 1],
          confidence: 0.6,
          coreTo: i + 5,
        }),
      );
    const extent = unit && doc.vocab.lists.dimensionWords.has(word[unit.to]);
    // "the slowest pace in a decade", "within a year"
    const span =
      (unit?.value.kind === "duration" && isSpan(doc, i, unit.to)) ||
      (unit?.value.kind === "length" && before === "within");
    const isRated = before === "by" && unit?.value.kind === "length" && ratePer(doc, unit.to) !== null;
    const longer =
      unit?.value.kind === "duration" && word[unit.to] === "and" && doc.type[unit.to + 1] === DIGITS;
    if (
      !doc.vocab.lists.halfHedges.has(before) &&
      !than &&
      !least &&
      !span &&
      !isRated &&
      // "40 phones and a kilo of heroin"
      !(unit?.value.kind === "mass" && contextOf(doc, "massAlone", i, unit.to)) &&
      !longer &&
      !(extent && unit.value.kind === "length")
    )
      return null;
  }
  if (value !== 1 && word[j + 1] === "percentage" && word[j + 2] === "point")
    return found({kind: "percentage_points", from: i, to: j + 3, value, unit: "percentage_point"});
  const unit = matchForward(doc, j + 1, doc.vocab.units);
  if (unit?.value.role !== "word") return null;
  // "in under half an hour before he fled" says how long.
  const isHow = value !== 1 && doc.vocab.lists.halfHedges.has(word[i - 1]) && word[i - 2] === "in";
  if (!isHow && doc.vocab.lists.whenAfter.has(word[unit.to])) return null;
  if (value === 1 && unit.value.kind !== "duration" && !isMeasure(unit.value.kind)) return null;
  if (unit.value.form === "second" && value === 1) return null;
  const measure = found({
    kind: unit.value.kind,
    from: i,
    to: unit.to,
    value,
    unit: unit.value.unit,
    confidence: 0.6,
  });
  return withRate(doc, inTwoUnits(doc, measure));
}

/** Whether “a goal and a half” starts at the token. */
export const isAndHalf = ({word, type, lexeme}: Doc, i: number): boolean =>
  word[i + 2] === "and" &&
  word[i + 3] === "a" &&
  word[i + 4] === "half" &&
  type[i + 1] === WORD &&
  !lexeme[i + 1]?.function &&
  !lexeme[i + 1]?.scale &&
  !lexeme[i + 1]?.number;

// The fraction in "a quarter of a mile", "three-quarters of a mile", "two-tenths of a point"; i where there is none.
function partAt({word, lexeme, glued}: Doc, i: number): number {
  const at = word[i + 1] === "-" && glued[i + 1] && glued[i + 2] ? i + 2 : i + 1;
  const isTop = word[i] === "a" || lexeme[i]?.number?.role === "unit";
  return isTop && lexeme[at]?.number?.role === "fraction" && word[at + 1] === "of" ? at : i;
}

// "within a year", "the slowest pace in a decade", "waited a month", "put back by a week"
function isSpan({word, type, lexeme, vocab}: Doc, i: number, to: number): boolean {
  const before = word[i - 1] ?? "";
  const noun = word[i + 1];
  if (!vocab.lists.lastingVerbs.has(before) || !vocab.lists.longSpans.has(noun)) return false;
  if (before === "within") return true;
  if (before === "in" && !vocab.lists.longPeriods.has(noun)) return false;
  // "in a year when", "for a day trip", "in a week of protests"
  if (/^(?:when|that|of|which|where|-)$/.test(word[to] ?? "")) return before === "after" && word[to] === "of";
  return type[to] !== WORD || Boolean(lexeme[to]?.function);
}
