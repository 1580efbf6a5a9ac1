import type {Kind} from "../../model/figure.js";
import {smallerUnit} from "../../model/unitFactor.js";
import {contextOf} from "../contexts.js";
import {type Doc, isUpper} from "../document.js";
import {type Found, found, isMeasure} from "../Found.js";
import {isPlural, readNounPhrase, singularOf, stopsPhrase} from "../nounPhrase.js";
import {type Num, readNumber} from "../number.js";
import {matchForward} from "../phrases.js";
import {DIGITS, WORD} from "../scan.js";
import type {Unit} from "../vocab.js";

/**
 * Returns the measure that starts with the given number: mass, length, area,
 * volume, energy, rate, duration, age, or another unit (power, temperature).
 */
export function findMeasure(doc: Doc, i: number, num: Num | null): Found | null {
  if (!num) return null;
  return measure(doc, i, num);
}

const factors: Record<string, number | undefined> = {mt: 1e6, mcm: 1e6, bcm: 1e9, tcm: 1e12};

function measure(doc: Doc, i: number, num: Num): Found | null {
  const {word, glued, count} = doc;
  if (num.value === null && word[num.to] === "of") {
    const unit = unitAt(doc, num.to + 1, num, false);
    if (!unit) return null;
    return withRate(
      doc,
      found({
        kind: unit.kind,
        from: i,
        to: unit.to,
        low: num.low,
        unit: unit.unit,
        scale: num.scale,
        confidence: 0.8,
      }),
    );
  }
  // "1.2m bpd": with a unit behind it the letter is a scale.
  const scaled =
    num.scaleRole === "letter" && !glued[num.to] && num.to > num.baseTo
      ? unitAt(doc, num.to, num, false)
      : null;
  if (scaled && scaled.kind !== "duration" && num.value !== null)
    return withRate(
      doc,
      found({
        kind: scaled.kind,
        from: i,
        to: scaled.to,
        value: num.value,
        unit: scaled.unit,
        scale: num.scale,
      }),
    );
  // A letter may be a scale or a unit: "3m people" or "3m tall".
  const asUnit = num.scaleRole !== null && num.scaleRole !== "word" ? letterUnit(doc, num) : null;
  const _to = asUnit ? asUnit.to : num.to;
  const value = asUnit ? num.base : num.value;
  let unit: WrittenUnit | null = asUnit;
  if (!unit) {
    let j = num.to;
    const hyphen = j < count && word[j] === "-" && glued[j] && j + 1 < count && glued[j + 1];
    if (hyphen) j++;
    // "half a mile", "half an hour" are read as numbers by their own rule below.
    unit = unitAt(doc, j, num, Boolean(hyphen));
    // "weighs 0.6 of a gram"
    if (!unit && word[j] === "of" && /^an?$/.test(word[j + 1] ?? "") && Math.abs(num.value ?? 1) < 1)
      unit = unitAt(doc, j + 2, num, false);
    // "more consecutive days", "full years": one adjective may stand between.
    if (
      !unit &&
      !hyphen &&
      word[i] !== "." &&
      doc.type[j] === WORD &&
      doc.vocab.lists.measureAdjectives.has(word[j])
    ) {
      // "4.7 fewer such days"
      const later = unitAt(doc, word[j + 1] === "such" ? j + 2 : j + 1, num, false);
      if (later) unit = later;
    }
  }
  if (!unit || value === null) return null;
  // "400Nm" of torque is no nanometre.
  if (unit.unit === "nanometre" && doc.text.slice(doc.start[unit.to - 1], doc.end[unit.to - 1]) === "Nm")
    unit = {kind: "other", unit: "newton-metre", to: unit.to};
  // "6.4mt" is millions of tonnes, "50,000 mt" metric tons; "32 bcm" are billions of cubic metres.
  const written = word[unit.to - 1];
  const isMetricTon =
    written === "mt" && doc.text.slice(doc.start[unit.to - 1], doc.end[unit.to - 1]) === "MT";
  const factor = isMetricTon || (written === "mt" && Math.abs(value) >= 1000) ? 1 : (factors[written] ?? 1);
  const result = found({
    kind: unit.kind,
    from: i,
    to: unit.to,
    value: factor > 1 ? Number((value * factor).toPrecision(15)) : value,
    unit: unit.unit,
    scale: asUnit ? 1 : num.scale,
    ...(asUnit?.isDoubtful ? {confidence: 0.6, flags: ["metre_or_million"]} : {}),
  });
  return withRate(doc, inTwoUnits(doc, result));
}

interface WrittenUnit {
  kind: Kind;
  unit: string;
  to: number;
}

function unitAt(doc: Doc, j: number, num: Num, hyphen: boolean): WrittenUnit | null {
  const {text, start, end, word, glued, lexeme} = doc;
  const match = matchForward(doc, j, doc.vocab.units);
  if (!match) return null;
  const {value: unit, to} = match;
  const isInch = unit.form === "in" && num.digits && !glued[j] && isAfterInches(doc, num, to);
  if (unit.role === "glued" && !isInch && !(num.digits && glued[j] && !(glued[to] && doc.type[to] !== 3))) {
    if (
      !(
        unit.form.length === 1 &&
        num.digits &&
        /^[gmlCFVW]$/.test(text.slice(start[j], end[j])) &&
        isAlone(doc, to) &&
        unit.form === text.slice(start[j], end[j])
      )
    )
      return null;
    const isOpen = doc.type[to] !== WORD || Boolean(lexeme[to]?.function);
    // "saw 22 C on Sunday"
    if (unit.form === "m" || unit.form === "F" || (unit.form === "C" && !isOpen)) return null;
  }
  if (unit.role === "abbreviation" && !num.digits) return null;
  // "a 911 GT3"
  if (unit.role === "abbreviation" && !glued[j] && glued[to] && doc.type[to] === DIGITS) return null;
  const written = text.slice(start[j], end[to - 1]);
  const isMt = unit.form === "mt" && (written === "MT" || (written === "Mt" && Boolean(glued[j])));
  if (unit.role === "abbreviation" && !isMt && !caseFits(unit, written)) return null;
  // "one-day companies", "one day": an idiom more often than a length of time.
  if (
    unit.kind === "duration" &&
    num.value === 1 &&
    !num.digits &&
    (unit.unit === "day" || unit.unit === "night")
  )
    return null;
  if (unit.form === "second" && !(num.value === 1 || hyphen)) return null;
  if (unit.form === "second" && num.value === 1 && !hyphen) return null;
  if (
    (unit.form === "degrees" || unit.form === "degree") &&
    /^(?:in|from)$/.test(word[to] ?? "") &&
    // "two degrees from Oxford", but "minus 31 degrees in Yakutsk"
    !(num.digits && Math.abs(num.value ?? 0) > 9) &&
    word[num.from - 1] !== "minus"
  )
    return null;
  // "Flat 12c" is no temperature.
  if (unit.form.toLowerCase() === "c" && text.slice(start[j], end[to - 1]) === "c") return null;
  if (unit.form === "knots" && word[to] === "in" && !(num.digits && (num.value ?? 0) > 4)) return null;
  // "twenty thousand night-vision goggles"
  if (
    !hyphen &&
    unit.role === "word" &&
    word[to] === "-" &&
    glued[to] &&
    glued[to + 1] &&
    doc.type[to + 1] === WORD &&
    !doc.vocab.lists.afterUnit.has(word[to + 1])
  )
    return null;
  return {kind: unit.kind, unit: unit.unit, to};
}

// "3 1/2 in thick,", "12 in wide and", "4 in of rain", but not "3 in high spirits" or "3 1/2 in the heat"
function isAfterInches({word, type, lexeme, vocab}: Doc, num: Num, to: number): boolean {
  if (word[to] === "of") return true;
  if (type[to] !== WORD) return word[num.to - 2] === "/" && type[to] !== DIGITS;
  const isEnd = type[to + 1] !== WORD || lexeme[to + 1]?.function != null;
  return isEnd && vocab.lists.dimensionWords.has(word[to]);
}

function isAlone({glued, type}: Doc, to: number): boolean {
  return !glued[to] || type[to] === 3;
}

// MW is not mW and GB is not Gb; small words such as KM or KG are written either way.
function caseFits({form}: Unit, written: string): boolean {
  if (form === written) return true;
  if (form.toLowerCase() !== written.toLowerCase()) return true;
  return !/^(?:in|mi|gal|cl|mt|ms|sec|min)$/i.test(written) || written === written.toLowerCase();
}

// "3m tall" is a length, "3m people" and "3m of them" are millions; "10k run" stays a scale.
function letterUnit(doc: Doc, num: Num): (WrittenUnit & {isDoubtful?: boolean}) | null {
  const {word, type, count} = doc;
  const j = num.baseTo;
  const letter = word[j];
  if (letter === "m" && contextOf(doc, "priced", num.from, num.to)) return null;
  if (letter === "ml") return num.digits ? {kind: "volume", unit: "millilitre", to: j + 1} : null;
  if (letter === "mm" && num.digits) return {kind: "length", unit: "millimetre", to: j + 1};
  if (letter !== "m" && letter !== "t") return null;
  if (letter === "t") {
    const open = num.to >= count || type[num.to] !== WORD || doc.lexeme[num.to]?.function !== null;
    return num.digits && open && !isUpper(doc.text, doc.start[j])
      ? {kind: "mass", unit: "tonne", to: j + 1}
      : null;
  }
  if (isUpper(doc.text, doc.start[j])) return null;
  const next = num.to;
  if (isMillionToo(doc, next)) return null;
  const metre = {kind: "length" as const, unit: "metre", to: j + 1};
  // "the 30m between", "climbs 640m in 3km", "30m-high"
  const told = contextOf(doc, "metre", num.from, next);
  if (told === "yes" || told === "none") return told === "yes" ? metre : null;
  const isOpen = type[next] !== WORD || Boolean(doc.lexeme[next]?.function);
  if (isOpen && num.base < 500 && isOfExtent(doc, j) && !isNear(doc, j)) return metre;
  if (type[next] !== WORD)
    return num.base >= 20 && Number.isInteger(num.base) && !isNear(doc, j)
      ? {...metre, isDoubtful: true}
      : null;
  if (doc.vocab.lists.metreFollowers.has(word[next])) return metre;
  // "30m of fencing"
  const of = word[next] === "of" && type[next + 1] === WORD && !doc.lexeme[next + 1]?.function;
  if (of && !readNounPhrase(doc, next + 1)) return metre;
  if (isPlural(doc, next) || readNounPhrase(doc, next)) return null;
  if (doc.vocab.lists.millionFollowers.has(word[next])) return null;
  return stopsPhrase(doc, next) || isNear(doc, j) ? null : {...metre, isDoubtful: true};
}

// "43m-44m tonnes": what the second number counts in millions the first does.
function isMillionToo({word, type, glued, lexeme}: Doc, dash: number): boolean {
  if (!/^[-–—]$/.test(word[dash] ?? "") || type[dash + 1] !== DIGITS) return false;
  const isDecimal = word[dash + 2] === "." && type[dash + 3] === DIGITS;
  const letter = isDecimal ? dash + 4 : dash + 2;
  const isGlued = glued[letter] && !glued[letter + 1];
  return (
    word[letter] === "m" && Boolean(isGlued) && type[letter + 1] === WORD && !lexeme[letter + 1]?.function
  );
}

// "The river rose 1.4m in six hours", "drifts reached 2m", "waves of 5m"
function isOfExtent({word, vocab}: Doc, j: number): boolean {
  for (let k = j; k > j - 13 && k >= 0 && word[k] !== ";"; k--)
    if (vocab.lists.extents.has(word[k])) return true;
  for (let k = j + 1; k < j + 4 && k < word.length; k++) if (vocab.lists.extents.has(word[k])) return true;
  return false;
}

function isNear(doc: Doc, j: number): boolean {
  const {word, lexeme, type} = doc;
  // "220m rand and the second 310m"
  for (let k = Math.max(0, j - 14); k < j - 1; k++)
    if (
      /^[$€£¥₹]$/.test(word[k]) ||
      (type[k - 1] === DIGITS && /^(?:m|bn)$/.test(word[k]) && matchForward(doc, k + 1, doc.vocab.currencies))
    )
      return true;
  for (let k = Math.max(0, j - 6); k < j; k++)
    if (doc.vocab.lists.millionSubjects.has(word[k]) || lexeme[k]?.scale?.role === "word") return true;
  return false;
}

/** Widens “eight years” by the “and six months” after it, “5ft” by “10in”, “2hr” by “6min 44sec”, “the 6-foot” by the “-5”. */
export function inTwoUnits(doc: Doc, result: Found): Found {
  const [unit, most] = smallerUnit[result.unit ?? ""] ?? [];
  if (!unit || !most || result.value === null) return result;
  const {word, glued, type} = doc;
  const {to, value} = result;
  const whole = (rest: number, end: number): Found => ({
    ...result,
    to: end,
    coreTo: end,
    value: Number((value + rest / most).toPrecision(12)),
  });
  const isHyphened = word[to] === "-" && word[to - 2] === "-" && glued[to] && glued[to + 1];
  if (isHyphened && type[to + 1] === DIGITS && Number(word[to + 1]) < most)
    return whole(Number(word[to + 1]), to + 2);
  const at = word[to] === "and" ? to + 1 : to;
  const rest = type[at] === WORD || type[at] === DIGITS ? readNumber(doc, at) : null;
  const part = rest && matchForward(doc, rest.to, doc.vocab.units);
  if (part?.value.unit !== unit || rest?.value == null || rest.value >= most) return result;
  // "2hr 6min 44sec"
  const smaller = inTwoUnits(doc, {...result, to: part.to, value: rest.value, unit});
  return whole(smaller.value ?? rest.value, smaller.to);
}

const adverbs: Record<string, string | undefined> = {
  annually: "year",
  yearly: "year",
  monthly: "month",
  weekly: "week",
  daily: "day",
  hourly: "hour",
};

/** Widens a count or measure by what it is reckoned per: “barrels a day”, “/km”, “per 100,000 people”. */
export function withRate(doc: Doc, figure: Found): Found {
  const per =
    ratePer(doc, figure.to) ??
    (figure.kind === "count" ? null : (ratePerUnit(doc, figure) ?? ratePastThing(doc, figure.to)));
  if (!per || figure.unit === null) return figure;
  return {...figure, kind: "rate", unit: `${figure.unit} per ${per.unit}`, to: per.to, coreTo: per.to};
}

// "211 bushels an acre", "30 miles a gallon"
function ratePerUnit(doc: Doc, {kind, to}: Found): {unit: string; to: number} | null {
  const article = doc.word[to] === "a" || doc.word[to] === "an";
  if (!article || !isMeasure(kind)) return null;
  const unit = matchForward(doc, to + 1, doc.vocab.units);
  const isWhole = unit?.value.role === "word" && isMeasure(unit.value.kind);
  return isWhole && unit.value.kind !== kind ? {unit: unit.value.unit, to: unit.to} : null;
}

// "60 million litres of milk a year", "620 kg of corn per mu"
function ratePastThing(doc: Doc, at: number): {unit: string; to: number} | null {
  const {word, type, lexeme} = doc;
  if (word[at] !== "of") return null;
  let j = at + 1;
  while (j < at + 5 && j < doc.count && type[j] === WORD && !lexeme[j]?.function) j++;
  if (j === at + 1) return null;
  if (word[j] === "per" && doc.type[j + 1] === WORD) return ratePer(doc, j);
  const article = word[j] === "a" || word[j] === "an";
  return article && doc.vocab.lists.ratePeriods.has(word[j + 1]) ? ratePer(doc, j) : null;
}

/** Returns what a price is for, as ratePer does: “a barrel”, “per kilo”, “-a-year”, “an ounce”, “a share”. */
export function pricePer(doc: Doc, j: number): {unit: string; to: number} | null {
  const {word, glued, vocab} = doc;
  const at = word[j] === "-" && glued[j] ? j + 1 : j;
  const per = ratePer(doc, at);
  if (per || (word[at] !== "a" && word[at] !== "an")) return per;
  const next = word[at + 1] === "-" ? at + 2 : at + 1;
  const unit = matchForward(doc, next, vocab.units);
  const to = unit?.value.role === "word" ? unit.to : next + 1;
  if (
    vocab.lists.whenAfter.has(word[to]) ||
    !(to > next + 1 || unit?.value.role === "word" || vocab.lists.pricedUnits.has(word[next]))
  )
    return null;
  return {unit: unit?.value.unit ?? word[next], to};
}

/** Returns what follows as “per …”: its unit in the singular and the token after it, or null. */
export function ratePer(doc: Doc, j: number): {unit: string; to: number} | null {
  const {word, glued, count, type} = doc;
  if (j >= count) return null;
  const w = word[j];
  const next = word[j + 1] ?? "";
  if (
    (w === "a" || w === "an" || w === "each" || w === "every") &&
    (doc.vocab.lists.ratePeriods.has(next) || (w === "a" && next === "head"))
  ) {
    const then = word[j + 2] ?? "";
    if (doc.vocab.lists.whenAfter.has(then)) return null;
    if (then === "on" && word[j + 3] !== "average") return null;
    return {unit: next, to: j + 2};
  }
  if (w === "per") {
    const whole = readNumber(doc, j + 1);
    if (whole?.value != null) {
      const unit = matchForward(doc, whole.to, doc.vocab.units);
      if (unit) return {unit: `${word[j + 1]} ${unit.value.unit}`, to: unit.to};
      const phrase = readNounPhrase(doc, whole.to);
      const to = phrase ? phrase.to : whole.to;
      return {unit: doc.text.slice(doc.start[j + 1], doc.end[to - 1]).replace(/\s+/g, " "), to};
    }
    if (next === "cent") return null;
    const unit = matchForward(doc, j + 1, doc.vocab.units);
    if (unit) return {unit: unit.value.unit, to: unit.to};
    if (type[j + 1] === WORD) return {unit: singularOf(doc, j + 1), to: j + 2};
  }
  if (w === "/" && glued[j] && type[j + 1] === WORD && glued[j + 1]) {
    const unit = matchForward(doc, j + 1, doc.vocab.units);
    if (unit) return {unit: unit.value.unit, to: unit.to};
    return {unit: singularOf(doc, j + 1), to: j + 2};
  }
  // "18.4kWh/100km"
  if (w === "/" && glued[j] && type[j + 1] === DIGITS && glued[j + 1] && glued[j + 2]) {
    const unit = matchForward(doc, j + 2, doc.vocab.units);
    if (unit) return {unit: `${word[j + 1]} ${unit.value.unit}`, to: unit.to};
  }
  const adverb = adverbs[w];
  if (adverb && !(type[j + 1] === WORD && !doc.lexeme[j + 1]?.function)) return {unit: adverb, to: j + 1};
  return null;
}
