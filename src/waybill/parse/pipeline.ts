/*
 * THE order in which a text is read, and why.
 *
 *  1. scan        cuts the text into tokens; everything after works on tokens.
 *  2. chrome      page furniture goes first: what stands in a share counter is
 *                 not said by the article, however much it looks like a figure.
 *  3. at each token that may start a number, the finders below are asked in
 *     turn and the first answer wins. Whatever names, dates or numbers a thing
 *     comes before whatever measures one: “May 12” is no count of anything.
 *  4. ranges      before hedges, for “between 3 and 5 tonnes” is one figure and
 *                 only its second number carries the unit.
 *  5. qualifiers  before everything that looks at a figure's neighbours: they
 *                 widen the figure's span. Two bounds of one thing are joined then.
 *  6. bare        after ranges, which lend units: a number that still names
 *                 nothing must be marked as a quantity by the words around it.
 *  7. settling    last of what makes figures: after it no two overlap, and every
 *                 number is finite.
 *  8. roles       how far, when, who says so: over the whole sentence. What a figure
 *                 is a quantity of and whose is asked of grammar, in read/.
 */
import {contextOf} from "./contexts.js";
import type {Doc} from "./document.js";
import type {Found} from "./Found.js";
import {findAge} from "./find/age.js";
import {findAppositionAge} from "./find/apposition.js";
import {findChrome} from "./find/chrome.js";
import {findClock} from "./find/clock.js";
import {findContact} from "./find/contact.js";
import {findCount} from "./find/count.js";
import {findDate, mayStartDate, type Period} from "./find/date.js";
import {findHalfMeasure, isAndHalf} from "./find/halfMeasure.js";
import {findMeasure, pricePer} from "./find/measure.js";
import {findMoney} from "./find/money.js";
import {findMultiple} from "./find/multiple.js";
import {findName, type Reason, type SetAside} from "./find/name.js";
import {findOrdinal} from "./find/ordinal.js";
import {findPercent} from "./find/percent.js";
import {findScore} from "./find/score.js";
import {findShare} from "./find/share.js";
import {withSign} from "./find/sign.js";
import {isPlural} from "./nounPhrase.js";
import {isLeadingPoint, type Num, readNumber} from "./number.js";
import {matchForward} from "./phrases.js";
import {dropBare} from "./refine/bare.js";
import {tellCents} from "./refine/cents.js";
import {applyChanges} from "./refine/change.js";
import {tellDegrees} from "./refine/degrees.js";
import {nameTheCounted} from "./refine/ellipsis.js";
import {tellFiscalQuarters} from "./refine/fiscal.js";
import {lendPer} from "./refine/per.js";
import {applyQualifiers} from "./refine/qualifier.js";
import {joinBounds, mergeRanges} from "./refine/range.js";
import {settleFigures, settlePeriod} from "./refine/settle.js";
import {DIGITS, MARK, WORD} from "./scan.js";
import {CURRENCY, DATE, IDIOM, NUMBER, UNIT} from "./vocab.js";

/** A number of the text that is no figure, in tokens [from, to), and why. */
export interface Aside {
  from: number;
  to: number;
  reason: Reason;
}

export interface Reading {
  figures: Found[];
  asides: Aside[];
  periods: Period[];
}

type FigureFinder = (doc: Doc, i: number, num: Num | null) => Found | null;
type AsideFinder = (doc: Doc, i: number, num: Num | null) => SetAside | null;

const idiom: AsideFinder = (doc, i) => {
  const match = matchForward(doc, i, doc.vocab.idioms);
  // "only one of the 14 was brought out" counts.
  if (doc.word[i] === "one" && /^(?:only|just|least)$/.test(doc.word[i - 1] ?? "")) return null;
  // "one of every 35,000 births"
  if (match && /^(?:every|each)$/.test(doc.word[match.to] ?? "") && doc.word[match.to - 1] === "of")
    return null;
  // "estimated that one in nine households"
  if (
    match &&
    doc.word[match.to - 1] === "one" &&
    doc.word[match.to] === "in" &&
    isNumberAt(doc, match.to + 1)
  )
    return null;
  // "a gang of four men"
  if (match && doc.word[match.to - 2] === "of" && doc.lexeme[match.to - 1]?.number && isPlural(doc, match.to))
    return null;
  // "the top 10 per cent of earners"
  if (match && doc.type[match.to - 1] === DIGITS && doc.vocab.percents.next.has(doc.word[match.to]))
    return null;
  return match ? {to: match.to, reason: "idiom"} : null;
};

// "22 minutes past two", "a six out of ten": what the words around make of a number.
const context: AsideFinder = (doc, i, num) => {
  const to = num?.to ?? i + 1;
  const reason = contextOf(doc, "aside", i, to, num?.value ?? null, num?.digits ?? false);
  return reason === null || reason === "none" ? null : {to, reason: reason as Reason};
};

const isNumberAt = ({type, lexeme}: Doc, i: number): boolean =>
  type[i] === DIGITS || lexeme[i]?.number != null || lexeme[i]?.scale != null;

const asideFinders: AsideFinder[] = [
  findContact, // an address may hold anything, dates too
  idiom, // “24/7” is no date, “six-figure sum” no count
  context,
  findClock, // before scores and dates: “10.30 pm”, “5pm”
  findScore, // before ranges can be made of “3-1”
  findName, // before figures: “Boeing 747”, “LAD-21T”
  findOrdinal, // “21st”; “a third of” is asked for as a share before
];

const figureFinders: FigureFinder[] = [
  findMoney, // a currency makes the reading of “5m” certain
  findPercent,
  findShare, // “two-thirds of”, “one in five”, before counts
  findMultiple, // “three times as many”, before counts
  findHalfMeasure,
  findAge, // “aged 34”, before years can be a length of time
  findMeasure, // a unit, before any noun
  findAppositionAge,
  findCount, // whatever noun follows
];

/** Returns what the text holds: its figures, its other numbers with reasons, and its dates. */
export function read(doc: Doc): Reading {
  const {count, type, lexeme} = doc;
  const figures: Found[] = [];
  const asides: Aside[] = [];
  const periods: Period[] = [];
  const chrome = findChrome(doc);
  let line = 0;
  for (let i = 0; i < count; ) {
    while (line < chrome.length && chrome[line].to <= i) line++;
    if (line < chrome.length && chrome[line].from <= i) {
      addNumbers(doc, i, chrome[line].to, "page_furniture", asides);
      i = chrome[line].to;
      continue;
    }
    // Nine words in ten can start nothing.
    if (type[i] === WORD) {
      const known = lexeme[i];
      if (known === null || (known.starts & (NUMBER | DATE | CURRENCY | IDIOM)) === 0) {
        i++;
        continue;
      }
    }
    i = readAt(doc, i, figures, asides, periods);
  }
  const merged = joinBounds(doc, applyQualifiers(doc, mergeRanges(doc, figures)));
  const sure = dropBare(doc, merged, ({from, to}) => asides.push({from, to, reason: "bare"}));
  const named = nameTheCounted(doc, lendPer(doc, tellDegrees(doc, tellCents(doc, sure))));
  const settled = settleFigures(applyChanges(doc, named), ({from, to}) =>
    addNumbers(doc, from, to, "unread", asides),
  );
  return {figures: settled, asides, periods: tellFiscalQuarters(doc, periods.map(settlePeriod))};
}

function readAt(doc: Doc, i: number, figures: Found[], asides: Aside[], periods: Period[]): number {
  const isNumber = mayStartNumber(doc, i);
  if (mayStartDate(doc, i)) {
    const period = findDate(doc, i);
    if (period && !isFigureRather(doc, i, period)) {
      periods.push(period);
      addNumbers(doc, i, period.to, "date", asides);
      return period.to;
    }
  }
  if (!isNumber) return i + 1;
  if (doc.type[i] === MARK && doc.vocab.currencies.next.has(doc.word[i])) {
    // "the $64,000 question"
    const isNone = contextOf(doc, "symbol", i, i + 1) !== null;
    const money = isNone ? null : findMoney(doc, i, null);
    if (!money) return i + 1;
    return add(doc, i, money, figures);
  }
  const num = readNumber(doc, i);
  const hedged = num && withInnerHedge(doc, num);
  // An idiom or a name may start with what would be read as a share: asides first, but shares before ordinals.
  for (const find of asideFinders) {
    if (find === findOrdinal) {
      const share = findShare(doc, i, num);
      if (share) break;
    }
    const aside = find(doc, i, num);
    if (aside) {
      asides.push({from: i, to: aside.to, reason: aside.reason});
      return Math.max(aside.to, i + 1);
    }
  }
  for (const find of figureFinders) {
    const figure = find(doc, i, hedged?.num ?? num);
    if (!figure) continue;
    if (hedged?.qualifier) figure.qualifier = hedged.qualifier;
    return add(doc, i, figure, figures);
  }
  if (doc.type[i] !== WORD || doc.lexeme[i]?.number || doc.lexeme[i]?.scale) {
    const to = num ? Math.max(num.to, i + 1) : i + 1;
    // "a .22 rifle"
    const rest = doc.type[i] === MARK ? "name" : "unread";
    if (doc.type[i] !== WORD || isNumberWord(doc, i))
      asides.push({from: i, to, reason: doc.word[i] === "one" ? "determiner" : rest});
    return to;
  }
  return i + 1;
}

// "2022 people", "1,500 in May": a year-like number with a unit is a figure; findDate looks at what follows.
function isFigureRather(doc: Doc, i: number, period: Period): boolean {
  if (period.to !== i + 1 || doc.type[i] !== DIGITS) return false;
  return i > 0 && matchForward(doc, i - 1, doc.vocab.currencies) !== null && doc.glued[i] === 1;
}

function add(doc: Doc, i: number, figure: Found, figures: Found[]): number {
  // "$58 a barrel", "1,150 a night"
  const isPrice = figure.kind === "money" || (figure.kind === "count" && figure.unit === null);
  const price = isPrice ? pricePer(doc, figure.to) : null;
  const signed = withSign(doc, figure);
  // It is nobody's yet but the finder's, who is done with it.
  signed.per = price?.unit ?? null;
  figures.push(signed);
  if (figure.kind !== "money") return Math.max(figure.to, i + 1);
  // "200 billion yen a quarter" holds no quarter.
  const per = doc.type[figure.to + 1] === DIGITS ? null : price;
  return Math.max(per?.to ?? 0, figure.to, i + 1);
}

const vulgar = /[¼½¾⅓⅔⅕⅖⅗⅘⅙⅛⅜⅝⅞]/;

function mayStartNumber(doc: Doc, i: number): boolean {
  const {type, word, lexeme, vocab} = doc;
  if (type[i] === DIGITS) return true;
  if (type[i] === WORD) {
    const known = lexeme[i];
    if (known === null || !(known.starts & (NUMBER | CURRENCY | IDIOM))) return false;
    if (known.starts & NUMBER) {
      if (word[i] === "a" || word[i] === "an") {
        const next = lexeme[i + 1];
        if (next && (next.number || next.scale || next.starts & (UNIT | NUMBER | CURRENCY))) return true;
        if (word[i + 1] === "-" || isAndHalf(doc, i)) return true;
      } else if (word[i] === "all") {
        if (i > 0 && lexeme[i - 1]?.function === "adverb") return true;
      } else return true;
    }
    if (known.starts & IDIOM && matchForward(doc, i, vocab.idioms)) return true;
    return (
      (known.starts & CURRENCY) > 0 && (type[i + 1] === DIGITS || (type[i + 1] === MARK && i + 2 < doc.count))
    );
  }
  if (type[i] !== MARK) return false;
  if (word[i] === ".") return isLeadingPoint(doc, i);
  if (vocab.currencies.next.has(word[i]))
    return (
      type[i + 1] !== MARK ||
      isLeadingPoint(doc, i + 1) ||
      /^[-−]$/.test(word[i + 1]) ||
      vulgar.test(word[i + 1])
    );
  return word[i].charCodeAt(0) > 127 && vulgar.test(word[i]);
}

function isNumberWord({lexeme}: Doc, i: number): boolean {
  const role = lexeme[i]?.number?.role;
  return role !== undefined || lexeme[i]?.scale?.role === "word" || lexeme[i]?.scale?.role === "plural";
}

// "100+ firms", "300-odd residents", "20 or so people", "40-plus countries": the hedge stands inside.
function withInnerHedge(doc: Doc, num: Num) {
  const {word, glued} = doc;
  let j = num.to;
  const isNamed = doc.type[j + 2] === WORD && !doc.lexeme[j + 2]?.function;
  if (word[j] === "-" && glued[j] && glued[j + 1] && isNamed && /^(?:odd|plus)$/.test(word[j + 1]))
    return {
      num: {...num, to: j + 2},
      qualifier: word[j + 1] === "odd" ? ("about" as const) : ("more_than" as const),
    };
  if (word[j] === "odd" && !glued[j]) return {num: {...num, to: j + 1}, qualifier: "about" as const};
  if (word[j] === "+" && glued[j]) return {num: {...num, to: j + 1}, qualifier: "more_than" as const};
  if (word[j] === "or") {
    const match = matchForward(doc, j, doc.vocab.hedgesAfter);
    if (match && doc.type[match.to] === WORD) return {num: {...num, to: match.to}, qualifier: match.value};
  }
  if (word[j] === "plus" && !glued[j] && doc.type[j + 1] === WORD && !doc.lexeme[j + 1]?.function) {
    j++;
    return {num: {...num, to: j}, qualifier: "more_than" as const};
  }
  return null;
}

/** Adds every number and number word in tokens [from, to), set aside for one reason. */
function addNumbers(doc: Doc, from: number, to: number, reason: Reason, asides: Aside[]): void {
  for (let i = from; i < to; i++)
    if (doc.type[i] === DIGITS || (doc.type[i] === WORD && doc.lexeme[i]?.number))
      asides.push({from: i, to: i + 1, reason});
}
