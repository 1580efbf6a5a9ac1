import type {Doc} from "../document.js";
import {type Found, found} from "../Found.js";
import type {Num} from "../number.js";
import {DIGITS, MARK} from "../scan.js";
import {ratePer} from "./measure.js";

const verbs: Record<string, number> = {
  doubled: 2,
  doubles: 2,
  doubling: 2,
  tripled: 3,
  triples: 3,
  tripling: 3,
  trebled: 3,
  trebling: 3,
  trebles: 3,
  quadrupled: 4,
  quadruples: 4,
  quadrupling: 4,
  quintupled: 5,
  quintupling: 5,
  halved: 0.5,
  halving: 0.5,
  halves: 0.5,
};
const bases: Record<string, number> = {
  double: 2,
  triple: 3,
  treble: 3,
  quadruple: 4,
  quintuple: 5,
  halve: 0.5,
};
const foldWords =
  "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const folds: Record<string, number> = {
  ...Object.fromEntries(foldWords.map((word, n) => [`${word}fold`, n + 2])),
  thirtyfold: 30,
  fortyfold: 40,
  fiftyfold: 50,
  sixtyfold: 60,
  seventyfold: 70,
  eightyfold: 80,
  ninetyfold: 90,
  hundredfold: 100,
  thousandfold: 1000,
};
const comparatives = new Set(
  "those more less fewer higher lower larger greater smaller bigger faster slower heavier lighter longer shorter stronger weaker cheaper costlier wider deeper taller older younger worse better likelier likely quicker denser hotter colder richer poorer thicker thinner brighter louder that the what its their his her as earnings revenue gdp annual trailing forward".split(
    " ",
  ),
);

/**
 * Returns the multiple that starts at the given token, with unit “times”: “30
 * times more”, “three times as many”, “tripled”, “fivefold”, “twice the”, “10x”.
 */
export function findMultiple(doc: Doc, i: number, num: Num | null): Found | null {
  const {word, glued, count} = doc;
  if (num?.value != null) {
    let j = num.to;
    if (word[j] === "-" && glued[j]) j++;
    if (j >= count) return null;
    const w = word[j];
    if (w === "fold") return multiple(i, j + 1, num.value);
    if (w === "x" && doc.type[j + 1] === DIGITS) return null;
    if (w === "x" && (glued[j] || j === num.to) && !(glued[j + 1] && doc.type[j + 1] !== MARK))
      return multiple(i, j + 1, num.value);
    if (w === "×" && !glued[j + 1]) return multiple(i, j + 1, num.value);
    if ((w === "times" || w === "time") && j < count) {
      const next = word[j + 1];
      if (next !== undefined && comparatives.has(next) && !(next === "that" && w === "time")) {
        const to =
          next === "as"
            ? endOfAs(doc, j + 1)
            : /^(?:more|less|fewer)$/.test(next) || next.endsWith("er")
              ? j + 2
              : j + 1;
        return multiple(i, to, num.value);
      }
      // "three times over the limit"
      if (w === "times" && /^(?:over|above)$/.test(next ?? "") && word[j + 2] === "the")
        return multiple(i, j + 1, num.value);
      // "2.4 times Ebitda", "1.7 times oversubscribed"
      const name =
        next !== undefined &&
        doc.type[j + 1] === 1 &&
        /^\p{Lu}/u.test(doc.text[doc.start[j + 1]]) &&
        !doc.lexeme[j + 1]?.month;
      if (w === "times" && (name || next === "oversubscribed" || !Number.isInteger(num.value)))
        return multiple(i, j + 1, num.value);
      return null;
    }
  }
  const w = word[i];
  if (w in verbs && isVerbPlace(doc, i))
    return multiple(i, i + 1, verbs[w], {change: verbs[w] > 1 ? "increase" : "decrease"});
  if (w in folds) return multiple(i, i + 1, folds[w]);
  if (w in bases && isBaseVerb(doc, i))
    return multiple(i, i + 1, bases[w], {change: bases[w] > 1 ? "increase" : "decrease"});
  if (w in bases && /^(?:the|that|its|their|what|last|his|her)$/.test(word[i + 1] ?? ""))
    return multiple(i, i + 1, bases[w]);
  if (
    (w === "twice" || w === "thrice") &&
    /^(?:as|last|the|that|its|their|what|his|her)$/.test(word[i + 1] ?? "")
  )
    return multiple(i, word[i + 1] === "as" ? endOfAs(doc, i + 1) : i + 1, w === "twice" ? 2 : 3);
  // "twice a day"
  if (w === "twice" || w === "thrice") {
    const per = ratePer(doc, i + 1);
    if (per)
      return found({
        kind: "rate",
        from: i,
        to: per.to,
        value: w === "twice" ? 2 : 3,
        unit: `time per ${per.unit}`,
      });
  }
  if (w === "half" && word[i + 1] === "as" && isAs(doc, i + 1)) return multiple(i, endOfAs(doc, i + 1), 0.5);
  if (w === "half" && word[i + 1] === "again" && word[i + 2] === "as") return multiple(i, i + 2, 1.5);
  return null;
}

const multiple = (from: number, to: number, value: number, rest: Partial<Found> = {}): Found =>
  found({kind: "multiple", from, to, value, unit: "times", ...rest});

function isAs({word}: Doc, j: number): boolean {
  return /^(?:many|much|large|big|likely|high|long|fast|old|tall|expensive|heavy|often|deep|wide|strong|good|bad|dear|costly)$/.test(
    word[j + 1] ?? "",
  );
}

function endOfAs(doc: Doc, j: number): number {
  return isAs(doc, j) ? j + 2 : j;
}

// "tripled output" and "has doubled", but not "doubled over in pain", "a doubled-up figure", "the halved fruit".
function isVerbPlace({word, glued}: Doc, i: number): boolean {
  const next = word[i + 1];
  if (next === "," && (i === 0 || word[i - 1] === ":")) return false;
  if (next === "over" || next === "back" || next === "as" || next === "up" || next === "down") return false;
  if (next === "-" && glued[i + 1]) return false;
  const before = word[i - 1];
  if (word[i] === "halves" || word[i] === "doubles" || word[i] === "triples" || word[i] === "trebles")
    return !/^(?:both|two|the|a|mixed|men's|women's|in|into|of|s|and|'s|three|four|five|hit|his|her|their|back|centre|wing)$/.test(
      before ?? "the",
    );
  return before !== "the" && before !== "a";
}

function isBaseVerb({word}: Doc, i: number): boolean {
  return (
    /^(?:to|will|would|could|may|might|should|can|must|shall|not|than|nearly|almost|roughly|about)$/.test(
      word[i - 1] ?? "",
    ) &&
    !/^(?:digit|figure|time|check|glazing|agent|room|rooms|standard|standards|down|up|-|act|bill|decker|murder|fault|bogey|as)$/.test(
      word[i + 1] ?? "",
    )
  );
}
