import type {Doc} from "../document.js";
import {type Found, found} from "../Found.js";
import {matchForward} from "../phrases.js";
import {withRate} from "./measure.js";

const hedges = /^(?:almost|nearly|about|around|roughly|over|approximately|under)$/;

/**
 * Returns the measure that is written without a number: “half a mile”, “half an
 * hour”, “a quarter of a century”, and, with a hedge before it, “almost a year”.
 */
export function findHalfMeasure(doc: Doc, i: number): Found | null {
  const {word, lexeme} = doc;
  // "raised rates by a quarter point", "a half-point cut"
  if (word[i] === "a" && (word[i + 1] === "quarter" || word[i + 1] === "half")) {
    const point = word[i + 2] === "-" ? i + 3 : i + 2;
    if (word[point] === "point")
      return found({
        kind: "percentage_points",
        from: i,
        to: point + 1,
        value: word[i + 1] === "half" ? 0.5 : 0.25,
        unit: "percentage_point",
      });
  }
  // "a half-hour show", "the half-mile walk"
  if (
    word[i] === "half" &&
    word[i + 1] === "-" &&
    doc.glued[i + 1] &&
    doc.glued[i + 2] &&
    /^(?:hour|mile|acre|pound|litre|tonne|ton|metre|inch)$/.test(word[i + 2] ?? "")
  ) {
    const unit = matchForward(doc, i + 2, doc.vocab.units);
    if (unit) return found({kind: unit.value.kind, from: i, to: unit.to, value: 0.5, unit: unit.value.unit});
  }
  let j = i;
  let value = 1;
  if (
    word[i] === "half" ||
    ((word[i] === "a" || word[i] === "three") && lexeme[i + 1]?.number?.role === "fraction")
  ) {
    const part = word[i] === "half" ? 0.5 : lexeme[i + 1]!.number!.value * (word[i] === "three" ? 3 : 1);
    j = word[i] === "half" ? i + 1 : i + 2;
    if (word[i] !== "half" && word[j] === "of") j++;
    else if (word[i] !== "half") return null;
    value = part;
    if (word[j] !== "a" && word[j] !== "an") return null;
  } else {
    if (word[i] !== "a" && word[i] !== "an") return null;
    const before = word[i - 1] ?? "";
    const than = before === "than" && /^(?:more|less|longer)$/.test(word[i - 2] ?? "");
    const least = before === "least" && word[i - 2] === "at";
    const unit = matchForward(doc, i + 1, doc.vocab.units);
    // "a year and a half", "an hour and a quarter"
    if (
      unit?.value.role === "word" &&
      word[unit.to] === "and" &&
      word[unit.to + 1] === "a" &&
      /^(?:half|quarter)$/.test(word[unit.to + 2] ?? "")
    )
      return found({
        kind: unit.value.kind,
        from: i,
        to: unit.to + 3,
        value: word[unit.to + 2] === "half" ? 1.5 : 1.25,
        unit: unit.value.unit,
      });
    const extent = unit && /^(?:deep|long|high|wide|tall|thick|apart|away)$/.test(word[unit.to] ?? "");
    // "the slowest pace in a decade", "within a year"
    const span =
      unit?.value.kind === "duration" &&
      (before === "within" ||
        (/^(?:in|for|over)$/.test(before) && /^(?:decade|century|generation|fortnight)$/.test(word[i + 1])) ||
        (/^(?:for|lasted|took|spent|lasting|takes|last|after)$/.test(before) &&
          /^(?:week|month|year|hour)$/.test(word[i + 1] ?? "")));
    if (!hedges.test(before) && !than && !least && !span && !(extent && unit.value.kind === "length"))
      return null;
  }
  if (value !== 1 && word[j + 1] === "percentage" && word[j + 2] === "point")
    return found({kind: "percentage_points", from: i, to: j + 3, value, unit: "percentage_point"});
  const unit = matchForward(doc, j + 1, doc.vocab.units);
  if (unit?.value.role !== "word") return null;
  if (/^(?:ago|later|earlier|before|after|since)$/.test(word[unit.to] ?? "")) return null;
  if (value === 1 && unit.value.kind !== "duration" && !/^(?:mass|volume|length|area)$/.test(unit.value.kind))
    return null;
  if (unit.value.form === "second" && value === 1) return null;
  return withRate(
    doc,
    found({kind: unit.value.kind, from: i, to: unit.to, value, unit: unit.value.unit, confidence: 0.6}),
  );
}
