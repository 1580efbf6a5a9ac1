import type {Doc} from "../document.js";
import {type Found, found} from "../Found.js";
import {isTold} from "../nounPhrase.js";
import {type Num, readNumber} from "../number.js";
import {matchForward} from "../phrases.js";
import {DIGITS, WORD} from "../scan.js";

/**
 * Returns the share that starts at the given token, as a fraction: “two-thirds
 * of”, “a quarter of”, “half of”, “one in five”, “three out of ten”, “almost all”.
 */
export function findShare(doc: Doc, i: number, num: Num | null): Found | null {
  return (
    ratio(doc, i, num) ??
    nounRatio(doc, i, num) ??
    fraction(doc, i) ??
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
  if (
    plainIn &&
    /^(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|decades?|games?|matches|-)$/.test(after ?? "")
  )
    return null;
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
  if (!isOut && !(word[noun] === "in" && num.value === 1)) return null;
  const whole = readNumber(doc, isOut ? noun + 2 : word[noun + 1] === "every" ? noun + 2 : noun + 1);
  if (!whole?.value || whole.value <= num.value || whole.value > 1000 || whole.scale > 1) return null;
  // "one man in six cars", but "one patient in six takes out a loan"
  const after = whole.to;
  if (type[after] === WORD && !lexeme[after]?.function && !isOut) {
    const next = lexeme[after + 1]?.function;
    const isTelling = /[a-z]ed$/.test(word[after]) || isTold(lexeme[after]?.verb);
    if (
      !isTelling &&
      !/^(?:goes|has|is|lives|says|wants|does|gets)$/.test(word[after]) &&
      (!/[a-z]s$/.test(word[after]) || !next || next === "auxiliary" || next === "conjunction")
    )
      return null;
  }
  if (word[after] === "-") return null;
  return share(i, whole.to, num.value / whole.value);
}

// "two-thirds", "a third of", "three quarters", "one-tenth of", "two and a half" is a number.
function fraction(doc: Doc, i: number): Found | null {
  const {word, glued, lexeme} = doc;
  const role = lexeme[i]?.number?.role;
  const isArticle = word[i] === "a" || word[i] === "an";
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
  const plural = word[j].endsWith("s") || word[j] === "halves";
  if (top === 1 ? plural : !plural) {
    if (!(top > 1 && hyphen)) return null;
  }
  let to = j + 1;
  if (
    /^(?:to|past|after)$/.test(word[to] ?? "") &&
    /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)$/.test(
      word[to + 1] ?? "",
    )
  )
    return null;
  if (word[to] === "-" && glued[to] && glued[to + 1] && !isArticle) return null;
  if (!ofWhole(doc, to) && !(top > 1 && !hasMeasure(doc, to))) {
    if (isArticle || !hyphen)
      return comparative(doc, to) || isVerbNext(doc, to) || isHedged(doc, i) || isChange(doc, i, to)
        ? share(i, to, top * part.value)
        : null;
  }
  // "a quarter of a million" is a number, read before.
  if (word[to] === "of" && (word[to + 1] === "a" || word[to + 1] === "an") && lexeme[to + 2]?.scale)
    return null;
  if (
    word[to] === "of" &&
    (word[to + 1] === "a" || word[to + 1] === "an") &&
    (/^(?:point|percent|percentage)$/.test(word[to + 2] ?? "") ||
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

function ofWhole({word}: Doc, to: number): boolean {
  return (
    word[to] === "of" ||
    word[to] === "the" ||
    word[to] === "its" ||
    word[to] === "their" ||
    word[to] === "his" ||
    word[to] === "her"
  );
}

// "a third more", "a quarter lower", "by a fifth"
function comparative({word, count}: Doc, to: number): boolean {
  const w = word[to];
  return (
    to >= count ||
    /^(?:more|less|fewer|higher|lower|below|above|larger|smaller|cheaper|lighter|heavier|shorter|longer|older|younger|up|down|stronger|weaker|thinner|thicker|taller|deeper|hotter|colder|faster|slower|bigger|from|since|to|[.,;:!?)—–])$/.test(
      w,
    ) ||
    w === "\n"
  );
}

function hasMeasure({word}: Doc, to: number): boolean {
  return /^(?:time|times|place|round|quarter)$/.test(word[to] ?? "");
}

// "down a fifth on 2018", "dropped by a quarter in May"
function isChange({word, lexeme, type}: Doc, i: number, to: number): boolean {
  const verb = word[i - 1] === "by" ? i - 2 : i - 1;
  const changes = lexeme[verb]?.changeBefore != null || /^(?:down|up)$/.test(word[verb] ?? "");
  return changes && (type[to] !== WORD || Boolean(lexeme[to]?.function));
}

// "a third were children", "half said they would move"
function isVerbNext({lexeme, word}: Doc, to: number): boolean {
  return (
    lexeme[to]?.function === "auxiliary" ||
    (lexeme[to]?.verb?.frame === "say" && lexeme[to]?.verb?.tense === "past") ||
    /^(?:live|lived|came|come|voted|work|worked|backed|want|wanted|believe|think|expect)$/.test(
      word[to] ?? "",
    )
  );
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

const wholes = new Set([
  "of",
  "the",
  "its",
  "their",
  "his",
  "her",
  "our",
  "my",
  "all",
  "that",
  "those",
  "these",
]);

// "half of", "half the", "more than half", "in half" is none.
function half(doc: Doc, i: number): Found | null {
  const {word, glued} = doc;
  let j = i;
  if (word[j] === "a" && word[j + 1] === "half" && !glued[j + 1]) j++;
  if (word[j] !== "half") return null;
  const next = word[j + 1];
  if (next === "-" && glued[j + 1]) return null;
  if (
    i > 0 &&
    /^(?:first|second|other|latter|better|this|that|last|next|and|each|former|the|in|-)$/.test(word[i - 1]) &&
    !(word[i - 1] === "and" && (doc.lexeme[j + 1]?.function === "auxiliary" || next === "of"))
  )
    return null;
  if (wholes.has(next)) {
    if (next === "the" && (word[j + 2] === "time" || word[j + 2] === "battle")) return null;
    return share(i, j + 1, 0.5);
  }
  if (
    isVerbNext(doc, j + 1) &&
    (i === 0 || doc.type[i - 1] !== WORD || doc.lexeme[i - 1]?.function === "conjunction")
  )
    return share(i, j + 1, 0.5);
  if (word[i - 1] === "against" && next === "in" && doc.type[j + 2] === DIGITS) return share(i, j + 1, 0.5);
  if (isHedged(doc, i)) {
    if (next === "a" || next === "an") return null;
    return share(i, j + 1, 0.5);
  }
  if (
    i > 0 &&
    (word[i - 1] === "by" || word[i - 1] === "only" || word[i - 1] === "against") &&
    (comparative(doc, j + 1) ||
      (word[i - 1] === "by" && /^(?:in|over|on|within|this|last|when)$/.test(next ?? "")))
  )
    return share(i, j + 1, 0.5);
  return null;
}

function isHedged({word}: Doc, i: number): boolean {
  const w = word[i - 1];
  return (
    /^(?:about|nearly|almost|roughly|around|over|under|approximately|some)$/.test(w ?? "") ||
    (w === "than" && /^(?:more|less|fewer)$/.test(word[i - 2] ?? "")) ||
    (w === "least" && word[i - 2] === "at")
  );
}

// "almost all", "nearly all", "virtually all": the hedge is what makes it a figure.
function all({word}: Doc, i: number): Found | null {
  if (word[i] !== "all" || i === 0) return null;
  if (!/^(?:almost|nearly|virtually|practically)$/.test(word[i - 1])) return null;
  if (/^(?:over|day|night|along|about|right)$/.test(word[i + 1] ?? "")) return null;
  return share(i, i + 1, 1, {confidence: 0.6});
}
