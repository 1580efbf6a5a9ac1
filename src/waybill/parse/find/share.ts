import {contextOf} from "../contexts.js";
import type {Doc} from "../document.js";
import {type Found, found} from "../Found.js";
import {isTold} from "../nounPhrase.js";
import {type Num, readNumber} from "../number.js";
import {matchForward} from "../phrases.js";
import {WORD} from "../scan.js";

/**
 * Returns the share that starts at the given token, as a fraction: “two-thirds
 * of”, “a quarter of”, “half of”, “one in five”, “three out of ten”, “almost all”.
 */
export function findShare(doc: Doc, i: number, num: Num | null): Found | null {
  return (
    ratio(doc, i, num) ??
    nounRatio(doc, i, num) ??
    fraction(doc, i, num) ??
    slash(doc, i, num) ??
    half(doc, i) ??
    all(doc, i)
  );
}

const share = (from: number, to: number, value: number, rest: Partial<Found> = {}): Found =>
  found({kind: "share", from, to, value: Number(value.toPrecision(15)), unit: "fraction", ...rest});

// "one in five", "three out of ten", "1 in every 4", "one of every three"
function ratio(doc: Doc, i: number, num: Num | null): Found | null {
  const {word} = doc;
  if (!num?.value || num.scale > 1000) return null;
  let j = num.to;
  if (word[j] === "out" && word[j + 1] === "of") j += 2;
  else if (word[j] === "in") j++;
  else if (word[j] === "of" && word[j + 1] === "every") j++;
  else return null;
  const every = word[j] === "every" || word[j] === "each";
  if (every) j++;
  const whole = readNumber(doc, j) ?? (every ? roundNumber(doc, j) : null);
  if (!whole?.value || whole.value <= num.value || whole.value > 1e9) return null;
  // "killed 3 in 2014", "two in 10 days": a ratio is of small round things, not of a year or a time.
  const plainIn = word[num.to] === "in" && !every;
  if (plainIn && whole.digits && whole.value >= 1500 && whole.value < 2100 && whole.scale === 1) return null;
  if (plainIn && num.value > 9) return null;
  const after = word[whole.to];
  if (plainIn && doc.vocab.lists.shareSpans.has(after ?? "")) return null;
  if (plainIn && doc.lexeme[whole.to]?.month) return null;
  return share(i, whole.to, num.value / whole.value);
}

// "three in every hundred"
function roundNumber(
  {word}: Doc,
  j: number,
): {value: number; to: number; digits: boolean; scale: number} | null {
  const value = word[j] === "hundred" ? 100 : word[j] === "thousand" ? 1000 : 0;
  return value ? {value, to: j + 1, digits: false, scale: 1} : null;
}

// "one flat in two", "nine mice out of ten"
function nounRatio(doc: Doc, i: number, num: Num | null): Found | null {
  const {word, type, lexeme} = doc;
  if (!num?.value || num.value > 9 || num.scale > 1 || type[num.to] !== WORD || lexeme[num.to]?.function)
    return null;
  const noun = word[num.to + 1] === "in" || word[num.to + 1] === "out" ? num.to + 1 : num.to + 2;
  const isOut = word[noun] === "out" && word[noun + 1] === "of";
  const tens = lexeme[noun + 1]?.number?.value === 10 && !num.digits;
  if (!isOut && !(word[noun] === "in" && (num.value === 1 || tens))) return null;
  const whole = readNumber(doc, isOut ? noun + 2 : word[noun + 1] === "every" ? noun + 2 : noun + 1);
  if (!whole?.value || whole.value <= num.value || whole.value > 1000 || whole.scale > 1) return null;
  // "one man in six cars", but "one patient in six takes out a loan"
  const after = whole.to;
  if (type[after] === WORD && !lexeme[after]?.function && !isOut) {
    const next = lexeme[after + 1]?.function;
    const isTelling =
      /[a-z]ed$/.test(word[after]) ||
      isTold(lexeme[after]?.verb) ||
      doc.vocab.lists.irregularPasts.has(word[after]);
    if (
      !isTelling &&
      !doc.vocab.lists.outOfVerbs.has(word[after]) &&
      (!/[a-z]s$/.test(word[after]) || !next || next === "auxiliary" || next === "conjunction")
    )
      return null;
  }
  if (word[after] === "-") return null;
  return share(i, whole.to, num.value / whole.value);
}

// "two-thirds", "a third of", "three quarters", "one-tenth of", "two and a half" is a number.
function fraction(doc: Doc, i: number, num: Num | null): Found | null {
  const {word, glued, lexeme} = doc;
  const role = lexeme[i]?.number?.role;
  const isArticle = word[i] === "a" || word[i] === "an";
  // "the other third"
  if (
    role === "fraction" &&
    /^(?:other|remaining)$/.test(word[i - 1] ?? "") &&
    word[i - 2] === "the" &&
    word[i] !== "half"
  )
    return doc.type[i + 1] !== WORD || lexeme[i + 1]?.function
      ? share(i, i + 1, lexeme[i]!.number!.value)
      : null;
  if (!isArticle && role !== "unit" && role !== "teen") return null;
  let j = i + 1;
  const hyphen = word[j] === "-" && glued[j] && glued[j + 1];
  if (hyphen) j++;
  if ((word[j] === "full" || word[j] === "mere") && isArticle) j++;
  const part = lexeme[j]?.number;
  if (part?.role !== "fraction" || word[j] === "second") return null;
  const top = isArticle ? 1 : (lexeme[i]?.number?.value ?? 0);
  // "four have left and a fifth is ill", "a fourth was bound over": one more
  if (isArticle && isOneMore(doc, i, j)) return null;
  if (isArticle && word[j] === "fourth" && word[j + 1] !== "of") return null;
  if (top === 0 || top * part.value >= 1) return null;
  // "a quarter of a million" is a number.
  if (num && num.to > j + 1 && num.scale > 1) return null;
  // "one-half inch"
  if (num?.value && num.value < 1 && num.to === j + 1) return null;
  const plural = word[j].endsWith("s");
  if (top === 1 ? plural : !plural) {
    if (!(top > 1 && hyphen)) return null;
  }
  let to = j + 1;
  if (/^(?:to|past|after)$/.test(word[to] ?? "") && doc.vocab.lists.clockNumbers.has(word[to + 1]))
    return null;
  if (word[to] === "-" && glued[to] && glued[to + 1] && !isArticle) return null;
  if (!doc.vocab.lists.partitiveWords.has(word[to]) && !(top > 1 && !hasMeasure(doc, to))) {
    if (isArticle || !hyphen)
      return contextOf(doc, "fraction", i, to) === "yes" ? share(i, to, top * part.value) : null;
  }
  if (
    word[to] === "of" &&
    (word[to + 1] === "a" || word[to + 1] === "an") &&
    (doc.vocab.lists.percentNouns.has(word[to + 2]) ||
      matchForward(doc, to + 2, doc.vocab.units)?.value.role === "word")
  )
    return null;
  if (word[to] === "-") to = j + 1;
  return share(i, to, top * part.value);
}

function isOneMore({word, lexeme}: Doc, i: number, j: number): boolean {
  if (!/^(?:is|was|has)$/.test(word[j + 1] ?? "")) return false;
  const others = Math.round(1 / (lexeme[j]?.number?.value ?? 1)) - 1;
  for (let k = i - 1; k > i - 20 && k >= 0; k--)
    if (lexeme[k]?.number?.role === "unit" && lexeme[k]?.number?.value === others) return true;
  return false;
}

function hasMeasure({word, vocab}: Doc, to: number): boolean {
  return vocab.lists.halfNouns.has(word[to]);
}

// "3/4 of", "2/3 of the seats"
function slash(doc: Doc, i: number, num: Num | null): Found | null {
  const {word, glued} = doc;
  if (!num?.digits || num.value === null || num.to !== i + 1) return null;
  if (word[i + 1] !== "/" || !glued[i + 1] || !glued[i + 2]) return null;
  const bottom = Number(word[i + 2]);
  if (!(bottom > num.value) || bottom > 20 || word[i + 3] !== "of") return null;
  return share(i, i + 3, num.value / bottom);
}

// "half of", "half the", "more than half", "in half" is none.
function half(doc: Doc, i: number): Found | null {
  const {word, glued} = doc;
  const j = word[i] === "a" && word[i + 1] === "half" && !glued[i + 1] ? i + 1 : i;
  if (word[j] !== "half" || (word[j + 1] === "-" && glued[j + 1])) return null;
  return contextOf(doc, "half", i, j + 1) === "yes" ? share(i, j + 1, 0.5) : null;
}

// "almost all", "nearly all", "virtually all": the hedge is what makes it a figure.
function all({word, vocab}: Doc, i: number): Found | null {
  if (word[i] !== "all" || i === 0) return null;
  if (!vocab.lists.nearAll.has(word[i - 1])) return null;
  if (vocab.lists.beforeAll.has(word[i + 1])) return null;
  return share(i, i + 1, 1, {confidence: 0.6});
}
