import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import {peopleOfAge} from "../find/age.js";
import {isPlural, readNounPhrase, singularOf} from "../nounPhrase.js";
import {matchBackward} from "../phrases.js";
import {BREAK, WORD} from "../scan.js";

const dashes = new Set(["-", "–", "—", "‑"]);

/**
 * Joins the two ends of a range to one figure (“between $3m and $5m”, “$2-3
 * million”, “three or four days”) and lends a list's unit to its members (“40,
 * 55 and 60 containers”). “from 120 to 350” stays two figures of one unit.
 */
export function mergeRanges(doc: Doc, figures: Found[]): Found[] {
  const {word} = doc;
  const result: Found[] = [];
  // From the right, so that a unit travels through a list.
  for (let n = figures.length - 1; n >= 0; n--) {
    const first = figures[n];
    const next = result.at(-1);
    const link = next ? linkBetween(doc, first, next) : null;
    if (next && !link && isSharedNoun(doc, first, next)) {
      result.push({...first, unit: next.unit});
      continue;
    }
    if (!next || !link || !isSameUnit(first, next)) {
      result.push(first);
      continue;
    }
    const between = isOpenedBy(doc, first.from, "between");
    const isRange =
      link === "dash" ||
      (link === "to" &&
        (!isOpenedBy(doc, first.from, "from") ||
          /^(?:range|ranges|ranged|ranging|vary|varies|varied|varying|anywhere|anything)$/.test(
            word[first.from - 2] ?? "",
          )) &&
        ((first.unit === null && next.unit !== null) || !isChange(doc, first.from))) ||
      (link === "and" && between) ||
      (link === "or" && first.unit === null);
    const lender = lend(doc, first, next, link);
    const low = lender.value;
    const high = next.value;
    // "cut by $15 to $335" is an amount and a result; "by 10 to 15 per cent" is a range.
    const isResult =
      low !== null &&
      high !== null &&
      ((word[first.from - 1] === "by" && high > low * 3) ||
        // "lost 6 cents to $11.92"
        (link === "to" && next.symbolFirst && !first.symbolFirst && first.kind === "money"));
    if (isRange && !isResult && low !== null && high !== null && low < high && next.qualifier === null) {
      const from = between ? first.from - 1 : first.from;
      result.pop();
      result.push({
        ...next,
        from,
        coreFrom: first.from,
        value: null,
        low,
        high,
        confidence: Math.min(first.confidence, next.confidence),
        flags: [...new Set([...first.flags, ...next.flags])],
        nounFrom: next.nounFrom,
        nounTo: next.nounTo,
      });
    } else if (first.unit === null && next.unit !== null && !(link === "comma" && isComparison(next))) {
      result.push(link === "comma" && word[first.to] !== "," ? first : lender);
    } else result.push(first);
  }
  return inherit(doc, result.reverse()).map((figure) => toAge(doc, figure));
}

// "numbered 6,000, twice last year's figure"
const isComparison = ({kind}: Found): boolean => kind === "multiple" || kind === "share";

// "14 fatal and 62 serious accidents", "five Belgian and two Dutch nationals"
function isSharedNoun({word, type, lexeme}: Doc, first: Found, next: Found): boolean {
  if (first.kind !== "count" || first.unit !== null || next.kind !== "count" || next.unit === null)
    return false;
  const between = next.from - first.to;
  if (between < 2 || between > 3 || !/^(?:and|or)$/.test(word[next.from - 1] ?? "")) return false;
  // The second has an adjective too.
  if (next.nounTo - next.nounFrom < 2) return false;
  for (let k = first.to; k < next.from - 1; k++)
    if (
      type[k] !== WORD ||
      lexeme[k]?.function ||
      lexeme[k]?.verb ||
      /ed$/.test(word[k]) ||
      notAdjective.test(word[k])
    )
      return false;
  return true;
}

const notAdjective =
  /^(?:dead|died|hurt|missing|more|others|people|went|came|fled|left|met|won|lost|ran|fell|rose|killing|times|percent)$/;

// "fell 4p to 148p" is an amount and a result, no range.
function isChange({lexeme, word}: Doc, from: number): boolean {
  return (
    lexeme[from - 1]?.changeBefore != null ||
    (word[from - 1] === "by" && lexeme[from - 2]?.changeBefore != null) ||
    (/^(?:some|about|around|nearly|almost|roughly)$/.test(word[from - 1] ?? "") &&
      word[from - 2] === "by" &&
      lexeme[from - 3]?.changeBefore != null)
  );
}

// What a bare number counts stands earlier in its sentence: "risen to 31,000 units
// from 4,000", "of the 61 people on board, 44 survived", "the other six".
function inherit(doc: Doc, figures: Found[]): Found[] {
  const result: Found[] = [];
  for (const figure of figures) {
    const before = result.at(-1);
    const bare = figure.kind === "count" && figure.unit === null;
    if (!bare) {
      result.push(figure);
      continue;
    }
    const large = largeBefore(doc, result, figure);
    if (large) {
      result.push({...figure, kind: large.kind, unit: large.unit});
      continue;
    }
    const unit =
      before &&
      before.unit !== null &&
      before.kind !== "multiple" &&
      before.kind !== "share" &&
      before.kind !== "age" &&
      (before.kind === "percent" ? isSecondPercent(doc, before, figure) : goesOn(doc, before, figure))
        ? before
        : null;
    if (unit) result.push({...figure, kind: unit.kind, unit: unit.unit});
    else {
      const noun = appositive(doc, figure) ?? countedSubject(doc, figure);
      const measure = noun === null ? null : doc.vocab.units.next.get(noun)?.value;
      if (measure) result.push({...figure, kind: measure.kind, unit: measure.unit});
      else result.push(noun ? {...figure, unit: noun} : figure);
    }
  }
  return result;
}

// "a loss of 31 million euros versus a profit of 9 million", "a build of 1.2 million barrels; stocks fell
// by 3.4 million": what runs to millions is of one kind throughout a sentence.
function largeBefore(doc: Doc, before: Found[], figure: Found): Found | null {
  if (figure.scale < 1e6 || !endsPhrase(doc, figure.to)) return null;
  for (let n = before.length - 1; n >= Math.max(0, before.length - 4); n--) {
    const other = before[n];
    if (isApart(doc, other.from, figure.from)) return null;
    if (other.scale < 1e6 || isInBrackets(doc, other)) continue;
    return /^(?:money|mass|volume|energy|length|area)$/.test(other.kind) ? other : null;
  }
  return null;
}

function isInBrackets({word}: Doc, {from}: Found): boolean {
  return word[from - 1] === "(" || word[from - 2] === "(";
}

function endsPhrase({word, type, lexeme}: Doc, k: number): boolean {
  return type[k] !== WORD || (Boolean(lexeme[k]?.function) && !/^(?:of|are|were|have|had)$/.test(word[k]));
}

// "3.4 percent, up from 3.1", but not "rose 5 percent from 350"; "on 41 percent, the others on 24"
function isSecondPercent(doc: Doc, before: Found, figure: Found): boolean {
  if ((before.value ?? 0) > 100 || figure.value === null || figure.value > 100) return false;
  const isFraction = !Number.isInteger(figure.value);
  if (doc.word[figure.from - 1] === "from" && isFraction) return true;
  return isParallel(doc, before, figure) || (isFraction && isNextInList(doc, before, figure));
}

// "The Front had 41.7 percent of the vote and its rival 39.9,"
function isNextInList(doc: Doc, before: Found, figure: Found): boolean {
  const {word, type} = doc;
  if (isApart(doc, before.from, figure.from) || figure.from - before.to > 12) return false;
  if (type[figure.from - 1] !== WORD || !/^(?:[,.;)]|and)$/.test(word[figure.to] ?? ".")) return false;
  for (let k = before.to; k < figure.from; k++) if (/^(?:and|while|[,;])$/.test(word[k])) return true;
  return false;
}

function isApart(doc: Doc, from: number, to: number): boolean {
  return sentenceOf(doc, from) !== sentenceOf(doc, to);
}

// Where a figure starts with the hedge before it: "more than 60".
function hedgeStart(doc: Doc, from: number): number {
  const hedge = matchBackward(doc, from - 1, doc.vocab.hedgesBefore);
  return hedge ? hedge.to + 1 : from;
}

// After "($1.07 billion)", which gives the same once more.
function endOfBrackets({word}: Doc, at: number): number {
  if (word[at] !== "(") return at;
  for (let k = at + 1; k < at + 10; k++) if (word[k] === ")") return k + 1;
  return at;
}

// "an option for five more years, the last one for two": the same preposition leads both.
function isParallel({word, type, lexeme}: Doc, before: Found, figure: Found): boolean {
  const link = word[figure.from - 1] ?? "";
  if (!/^(?:for|on|by|at|to|of|with)$/.test(link) || word[before.from - 1] !== link) return false;
  if (figure.from - before.to > 12 || before.kind === "money" || before.kind === "count") return false;
  return type[figure.to] !== WORD || Boolean(lexeme[figure.to]?.function);
}

function goesOn(doc: Doc, before: Found, figure: Found): boolean {
  const {word, type} = doc;
  if (isApart(doc, before.from, figure.from)) return false;
  const from = hedgeStart(doc, figure.from);
  const link = word[from - 1] ?? "";
  if (isParallel(doc, before, figure)) return true;
  const near = from - endOfBrackets(doc, before.to) <= 5;
  if (
    near &&
    (link === "from" ||
      link === "to" ||
      link === "against" ||
      (link === "of" && word[from - 2] === "instead") ||
      (link === "with" && word[from - 2] === "compared"))
  ) {
    for (let k = endOfBrackets(doc, before.to); k < from - 1; k++) if (type[k] !== WORD && word[k] !== ",") return false;
    return true;
  }
  // "rose to 217 in the year to June, from 183"
  if (link === "from" && word[from - 2] === "," && figure.from - before.to < 14)
    return before.kind === "count";
  // "had ten days and begged for another ten"
  if (link === "another" && before.kind === "duration" && type[figure.to] !== WORD) return true;
  const isAmount = before.kind === "mass" || before.kind === "volume" || before.kind === "energy";
  if (isAmount && /^(?:another|further|remaining|additional)$/.test(link)) return true;
  // "38C in Seville and 41 in Córdoba"
  const isPlaced =
    /^(?:,|and|but|or)$/.test(link) &&
    /^(?:in|at|on|for)$/.test(word[figure.to] ?? "") &&
    word[before.to] === word[figure.to];
  if (isPlaced && before.kind !== "money" && before.kind !== "duration") return true;
  if (before.kind !== "count") return false;
  if (/^(?:other|another|further|remaining|additional)$/.test(link)) return true;
  const next = word[figure.to] ?? "";
  if (/^(?:fewer|more|less)$/.test(next)) return true;
  // "14 pilgrims were killed and 32 injured"
  if (
    /^(?:killed|injured|wounded|hurt|missing|arrested|detained|dead|rescued|died|survived)$/.test(next) &&
    (link === "and" || link === "," || link === "least" || link === "about")
  )
    return true;
  if (word[figure.to] === "of" && /^(?:them|which|these|those|whom)$/.test(word[figure.to + 1] ?? ""))
    return true;
  if (word[figure.from - 2] === "of" && /^(?:which|whom|these|them|those)$/.test(link)) return true;
  // "40 in Uganda, 14 in Kenya": the same preposition follows both.
  if (
    /^(?:,|and|but|or)$/.test(link) &&
    /^(?:in|at|from|on|for|of|by|to)$/.test(next) &&
    word[before.to] === next
  )
    return true;
  // "Of the 61 people …, 44 …"
  const opener = word[before.from - 1] === "the" ? before.from - 2 : before.from - 1;
  return word[opener] === "of" && (opener === 0 || type[opener - 1] !== WORD);
}

// "Mourners, some 300 in all,", "Passengers, 14 of whom were treated", "Relief flights: 14 landed"
function appositive(doc: Doc, figure: Found): string | null {
  const {word, type, lexeme} = doc;
  const from = hedgeStart(doc, figure.from);
  const next = word[figure.to] ?? "";
  const after = word[figure.to + 1] ?? "";
  const whole =
    (next === "in" && /^(?:all|total)$/.test(after)) ||
    (next === "of" && /^(?:whom|which)$/.test(after)) ||
    (next === "all" && after === "told");
  const opens = word[from - 1] === ":" && sentenceOf(doc, from - 2) === sentenceOf(doc, from);
  if (!(word[from - 1] === "," && whole) && !(opens && isPast(doc, figure.to))) return null;
  const k = from - 2;
  if (k < 0 || type[k] !== WORD || !isPlural(doc, k) || lexeme[k]?.function) return null;
  return noCount.test(word[k]) ? null : singularOf(doc, k);
}

const isPast = ({word, lexeme, type}: Doc, k: number): boolean =>
  type[k] === WORD &&
  (/[a-z]ed$/.test(word[k]) || lexeme[k]?.verb?.tense === "past" || lexeme[k]?.function === "auxiliary");

const noCount =
  /^(?:shares|prices|sales|costs|stocks|exports|imports|revenues|profits|earnings|rates|yields|futures|wages|rents|taxes|scores|ratings|losses|fees|emissions|reserves|savings|margins|odds|temperatures|averages|indices|premiums|bonds|points)$/;

// "the number of ferrymen rose from 120", "complaints fell to 280"
function countedSubject(doc: Doc, figure: Found): string | null {
  const {word, lexeme, type} = doc;
  const start = hedgeStart(doc, figure.from);
  const link = word[start - 1];
  // "foreign residents topped 3.6 million", "visitors numbered 6,000"
  const reaches = /^(?:topped|numbered|number|totalled|totaled|exceeded|passed|surpassed)$/.test(link ?? "");
  if (!reaches && link !== "to" && link !== "from" && link !== "at") return null;
  for (let k = reaches ? start - 1 : start - 2; k >= Math.max(0, figure.from - 8) && type[k] !== BREAK; k--) {
    if (/^[.;:]$/.test(word[k])) return null;
    const goes = /^(?:gone|went)$/.test(word[k]) && word[k + 1] === "from";
    const puts = link === "at" && /^(?:put|puts|putting|stood|stands)$/.test(word[k]);
    if (
      puts &&
      word[k + 1] === "the" &&
      /^(?:number|total|toll)$/.test(word[k + 2] ?? "") &&
      word[k + 3] === "of"
    )
      return readNounPhrase(doc, k + 4)?.head ?? null;
    if (!(reaches && k === start - 1) && !lexeme[k]?.changeBefore && !goes && !puts) continue;
    let from = k;
    while (from > 0 && type[from - 1] !== BREAK && !/^[.,;:“"—]$/.test(word[from - 1]) && k - from < 14)
      from--;
    for (let j = from; j < k; j++) {
      if (/^(?:number|numbers)$/.test(word[j]) && word[j + 1] === "of")
        return readNounPhrase(doc, j + 2)?.head ?? null;
      if (type[j] === WORD && isPlural(doc, j) && !lexeme[j]?.function && !(reaches && lexeme[j]?.verb))
        // "ewe numbers fell to": of ewes
        return word[j] === "numbers" && j > from
          ? singularOf(doc, j - 1)
          : noCount.test(word[j]) || lexeme[j]?.verb
            ? null
            : singularOf(doc, j);
      if (lexeme[j]?.function === "preposition") return null;
    }
    return null;
  }
  return null;
}

// "aged between 25 and 30", "ages 5 to 11"
function toAge({word}: Doc, figure: Found): Found {
  // "aged eight to ten months"
  if (
    figure.kind === "duration" &&
    figure.low !== null &&
    figure.high !== null &&
    word[figure.from - 1] === "aged"
  )
    return {...figure, kind: "age", from: figure.from - 1};
  if (figure.kind !== "count" || figure.unit !== null || figure.low === null || figure.high === null)
    return figure;
  const before = word[figure.from - 1];
  if (before !== "aged" && before !== "ages" && before !== "age")
    return isOfPeople(word, figure) ? {...figure, kind: "age", unit: "year"} : figure;
  return {...figure, kind: "age", unit: "year", from: before === "aged" ? figure.from - 1 : figure.from};
}

// "The rest, all girls, were between 13 and 17."
function isOfPeople(word: string[], {from, to, low, high}: Found): boolean {
  if (!/^(?:were|are|was|is)$/.test(word[from - 1] ?? "") || !/^(?:[.,;]|and|when)$/.test(word[to] ?? "."))
    return false;
  if (low === null || high === null || low < 3 || high > 110) return false;
  for (let k = from - 2; k > from - 9 && k >= 0 && word[k] !== "."; k--)
    if (peopleOfAge.test(word[k])) return true;
  return false;
}

type Link = "dash" | "to" | "and" | "or" | "comma";

function linkBetween({word}: Doc, first: Found, next: Found): Link | null {
  const gap = next.from - first.to;
  const w = word[first.to];
  if (gap === 1) {
    if (dashes.has(w)) return "dash";
    if (w === "to" || w === "through") return "to";
    if (w === "and" || w === "&") return "and";
    if (w === "or") return "or";
    if (w === ",") return "comma";
  }
  if (gap === 2 && w === "," && (word[first.to + 1] === "and" || word[first.to + 1] === "or"))
    return word[first.to + 1] === "or" ? "comma" : "and";
  return null;
}

function isOpenedBy({word}: Doc, from: number, opener: string): boolean {
  return (
    word[from - 1] === opener ||
    (word[from - 2] === opener && /^(?:about|around|roughly|the|some)$/.test(word[from - 1] ?? ""))
  );
}

function isSameUnit(first: Found, next: Found): boolean {
  if (first.unit === null) return first.kind === "count";
  if (first.kind === "money" && next.kind === "count" && next.unit === null) return true;
  if (first.kind === "money" && next.kind === "money") return first.unit === next.unit;
  return first.unit === next.unit || (next.unit?.startsWith(`${first.unit} per `) ?? false);
}

// The first of a range takes unit and scale from the last: "$2-3 million", "1.2 to 1.5 million tonnes".
function lend(doc: Doc, first: Found, next: Found, link: Link): Found {
  const money = first.kind === "money" && next.kind === "count";
  if (money) {
    next.kind = "money";
    next.unit = first.unit;
    next.nounFrom = next.nounTo = -1;
  }
  // "between 30m and 50m": an m before metres is no million.
  if (
    next.unit === "metre" &&
    first.scale === 1e6 &&
    doc.word[first.coreTo - 1] === "m" &&
    first.value !== null
  )
    return {...first, kind: "length", unit: "metre", scale: 1, value: first.value / 1e6};
  if (first.unit !== null && first.scale > 1) return first;
  const scaled =
    link !== "and" || isOpenedBy(doc, first.from, "between")
      ? next.scale > 1 &&
        first.scale === 1 &&
        first.value !== null &&
        next.value !== null &&
        first.value < next.value / next.scale + 1000 &&
        first.value < 1000
      : false;
  const value =
    scaled && first.value !== null ? Number((first.value * next.scale).toPrecision(15)) : first.value;
  if (first.unit !== null) return {...first, value, scale: scaled ? next.scale : first.scale};
  return {
    ...first,
    kind: next.kind,
    unit: next.unit,
    value:
      next.unit !== null && next.kind === "money" && next.value !== null && next.value < 1 && value !== null
        ? value / 100
        : value,
    scale: scaled ? next.scale : first.scale,
    nounFrom: next.nounFrom,
    nounTo: next.nounTo,
  };
}
