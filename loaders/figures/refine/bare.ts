import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import {groups} from "../find/count.js";
import {isGapped, listedNoun} from "../find/gapped.js";
import {readNumber} from "../number.js";
import {BREAK, DIGITS, WORD} from "../scan.js";

const harmed = new Set(
  "dead killed injured wounded missing hurt arrested detained hospitalised hospitalized rescued evacuated infected displaced unemployed others more fewer less died fled survived escaped voted attended alive positive homeless applied registered enrolled deaths each percent unaccounted stranded still had have went came remain remained live lived work worked belonged were was are is will would could turned took signed received joined left agreed said held returned".split(
    " ",
  ),
);
const verbs = new Set(
  "killed kill kills killing injured injuring injures wounded wounding hurt hurting arrested arresting detained detaining left leaving rescued rescuing sacked sacking hired hiring displaced displacing hire hires employ recruit recruited recruits injure saved freed freeing evacuated infected infecting reached reach reaches reaching totalled totaled totalling totaling total hit hits hitting numbered numbering number numbers averaged averaging average averages exceeded exceeds only just all another least counted made sold built shipped ordered bought sent delivered seized lost won found scored employs employed seats holds carried carries planted destroyed damaged shot launched intercepted downed recorded reported registered issued approved rejected received took cut added adds includes included including remaining following were are was claimed claiming opposed against favour favor backed with among of have has had and or but than to from at by for into".split(
    " ",
  ),
);
const pasts = new Set(
  "lost won ran met got saw became began chose drove ate felt flew gave heard kept led paid sat slept spoke spent stood wore wrote broke caught fought hid sought told taught swam sang cast came quit put set wept sank drank rode threw grew rang bore".split(
    " ",
  ),
);
const weak = new Set(
  "with among of have has had and or but than to from at by for into was are were number including following against left hit made found won took cut total".split(
    " ",
  ),
);

/**
 * Drops the numbers that name nothing and that nothing marks as a quantity:
 * “the clue for 14 across”, “a Transit 350”. Kept are “40 were released”, “rose
 * to 350”, “of which 12 went through the strait”, and whatever is hedged.
 */
export function dropBare(doc: Doc, figures: Found[], drop: (figure: Found) => void): Found[] {
  let counted: Found | null = null;
  let last: Found | null = null;
  return figures.filter((figure) => {
    const bare = figure.kind === "count" && figure.unit === null;
    if (
      bare &&
      !isMarked(doc, figure) &&
      ![counted, last].some(
        (from) => from !== null && (goesOn(doc, from, figure) || isGappedCount(doc, from, figure)),
      )
    ) {
      drop(figure);
      return false;
    }
    if (bare) last = figure;
    const isSet = (figure.kind === "count" && !bare) || (figure.kind === "rate" && figure.nounFrom >= 0);
    // "Of the 27 states, 19 back it": the 19 are of the set, not one of their own.
    const isPart = counted !== null && counted.unit === figure.unit && isOpening(doc, counted);
    if (isSet && !(isPart && sentenceOf(doc, counted!.from) === sentenceOf(doc, figure.from)))
      counted = figure;
    return true;
  });
}

// After a counted set in the same sentence less is needed: "had 112 members and now
// has 70, …", "all 22 flats had gone, nine to one buyer".
function goesOn(doc: Doc, counted: Found, figure: Found): boolean {
  const {word, lexeme, type} = doc;
  if (sentenceOf(doc, counted.from) !== sentenceOf(doc, figure.from)) return false;
  const before = word[figure.from - 1] ?? "";
  const next = figure.to;
  const ends =
    next >= doc.count || type[next] === BREAK || /^(?:[.,;:!?)—–]|where|when|while|though)$/.test(word[next]);
  if (/^(?:has|had|have|keeps|kept|leaves|saw|see|sees|with)$/.test(before)) return ends;
  // "double the 203 it took", "on top of the 95 announced in April", "joined the eight that came"
  if (
    before === "the" &&
    (/^(?:it|they|he|she|that|who|we|you)$/.test(word[next] ?? "") || /[a-z]ed$/.test(word[next] ?? ""))
  )
    return true;
  // "Fourteen people were detained and eight later released"
  if (/^(?:and|,|while)$/.test(before) && /^(?:later|then|still|already|also)$/.test(word[next] ?? ""))
    return true;
  // "240 deputies, 31 short of its full strength"
  if (before === "," && word[next] === "short" && word[next + 1] === "of") return true;
  // "1,200 dogs this year, up from 800 in 2022 and 650 the year before"
  if (isTimeNext(doc, next) && /^(?:,|and|from|to|with|against|after|in)$/.test(before)) return true;
  // "to open 30 stores, on top of its 112"
  if (/^(?:its|their|his|her)$/.test(before) && word[figure.from - 2] === "of" && ends) return true;
  // "owns 14 hotels and manages 22"
  if (/[a-z]s$/.test(before) && /^(?:and|but|it|he|she|which|who)$/.test(word[figure.from - 2] ?? "") && ends)
    return true;
  // "visited 1,460 restaurants and shut 37 for violations"
  const isDone =
    before.endsWith("ed") ||
    /^(?:shut|cut|sold|built|bought|sent|took|gave|held|made|lost|won|found|got)$/.test(before);
  if (isDone && (ends || lexeme[next]?.function === "preposition")) return true;
  // "Of the 27 states, 19 back it, five oppose it and three …"
  if (isOpening(doc, counted)) return /^(?:,|;|and)$/.test(before);
  return (
    /^(?:[,;:]|and|but)$/.test(before) &&
    lexeme[next]?.function === "preposition" &&
    word[next] !== "per" &&
    // "14 arrests, nine for theft": fewer than the set
    (counted.to < figure.from - 1 || (figure.value ?? 0) < (counted.value ?? 0))
  );
}

// "Labour holds 24 seats, the Conservatives 19 and the Greens eight"
function isGappedCount(doc: Doc, counted: Found, figure: Found): boolean {
  const num = readNumber(doc, figure.from);
  const apart = sentenceOf(doc, figure.from) - sentenceOf(doc, counted.from);
  return num !== null && apart === 0 && isGapped(doc, figure.from, num, true);
}

// "the year before", "a month ago", "last year"
function isTimeNext({word, type, lexeme}: Doc, at: number): boolean {
  const period = /^(?:year|month|week|quarter|season|day|time|night|weekend|summer|winter)$/;
  if (/^(?:last|this|next)$/.test(word[at] ?? "")) return period.test(word[at + 1] ?? "");
  if (word[at] === "in" && type[at + 1] === DIGITS) return word[at + 1].length === 4;
  if (word[at] === "in" || word[at] === "on")
    return (lexeme[at + 1]?.month ?? 0) > 0 || (lexeme[at + 1]?.weekday ?? -1) >= 0;
  return (
    /^(?:the|a)$/.test(word[at] ?? "") && (word[at + 1] === "previous" || period.test(word[at + 1] ?? ""))
  );
}

function isOpening({word, type}: Doc, {from}: Found): boolean {
  const opener = word[from - 1] === "the" ? from - 2 : from - 1;
  return word[opener] === "of" && (opener === 0 || type[opener - 1] !== WORD);
}

function isMarked(doc: Doc, figure: Found): boolean {
  const {word, lexeme, type, text, start, end} = doc;
  if (listedNoun(doc, figure.from) > 0) return true;
  if (figure.qualifier || figure.scale >= 1000 || figure.value === null) return true;
  const before = word[figure.from - 1] ?? "";
  const next = word[figure.to] ?? "";
  const isWord = type[figure.from] === WORD;
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text.slice(start[figure.from], end[figure.to - 1]));
  const ends = figure.to >= doc.count || type[figure.to] === BREAK || /^[.,;:!?)—–”"]$/.test(next);
  // "made 14 in 2021, 22 in 2022", "the first 180,000 arrive in June"
  if (next === "in" && !isCapital(doc, figure.from - 1) && /^(?:19|20)\d\d$/.test(word[figure.to + 1] ?? ""))
    return true;
  const isLeading = /^(?:first|last|next|final)$/.test(before) && !isCapital(doc, figure.to);
  if (
    isLeading &&
    (grouped || (!isWord && /^(?:through|to|past|in|who|arrive|come|go|will|are|were)$/.test(next)))
  )
    return true;
  // "twenty-two of the 30 said yes"
  if (next === "of" && word[figure.to + 1] === "the" && isNumber(doc, figure.to + 2)) return true;
  if (before === "the" && word[figure.from - 2] === "of" && isNumber(doc, figure.from - 3)) return true;
  // "Six held after raid", "14 injured", "40 were released", "12 went through Turkey"
  if (before.endsWith("'s") && isWord && (ends || lexeme[figure.to]?.function === "auxiliary")) return true;
  if (harmed.has(next) || lexeme[figure.to]?.function === "auxiliary")
    return isCountPlace(doc, figure, isWord);
  const isPast =
    next.endsWith("ed") ||
    lexeme[figure.to]?.verb?.tense === "past" ||
    lexeme[figure.to]?.changeBefore != null ||
    pasts.has(next);
  if (type[figure.to] === WORD && isPast && isCountPlace(doc, figure, isWord)) return true;
  if (type[figure.to] === WORD && next.endsWith("ly") && isCountPlace(doc, figure, isWord)) return true;
  // "the 13 whose families came", "sent to 41 who had died", "14 in all", "Of the 61 on board"
  if (/^(?:who|whose|whom)$/.test(next)) return true;
  // "Nineteen of the injured remain in hospital"
  if (
    next === "of" &&
    word[figure.to + 1] === "the" &&
    /^(?:injured|dead|wounded|missing|victims|detained|accused|sick|survivors)$/.test(
      word[figure.to + 2] ?? "",
    )
  )
    return true;
  // "212, fewer than the 300 first feared"
  if (before === "the" && word[figure.from - 2] === "than" && !isCapital(doc, figure.to)) return true;
  // "let five go"
  if (/^(?:let|lets|set)$/.test(before) && /^(?:go|off|free|out)$/.test(next)) return true;
  // "the hall seats 1,250"
  if (/^(?:seats|sleeps)$/.test(before) && (ends || next === "and")) return true;
  if (/^(?:aboard|onboard|inside|ashore|afloat|present)$/.test(next)) return true;
  if (next === "in" && /^(?:all|total)$/.test(word[figure.to + 1] ?? "")) return true;
  if (before === "the" && word[figure.from - 2] === "of" && type[figure.from - 3] !== WORD) return true;
  // "against a target of 30,000"
  if (before === "of" && aims.has(word[figure.from - 2] ?? "") && !isCapital(doc, figure.to)) return true;
  // "a crew of two", "a carton of 30"
  if (before === "of" && groups.test(word[figure.from - 2] ?? "")) return true;
  // "put the number of gunmen at 33"
  if (before === "at" && /^(?:number|toll|total|figure|tally)$/.test(nounBefore(doc, figure.from - 1)))
    return true;
  // "a cell built for 100", "the Liberals finished with 71", "there will be three"
  if (
    before === "for" &&
    /^(?:built|designed|meant|intended|room|space|seats|beds|food|enough|set|made)$/.test(
      word[figure.from - 2] ?? "",
    )
  )
    return true;
  if (
    before === "with" &&
    /^(?:finished|ended|left|remained|started|began)$/.test(word[figure.from - 2] ?? "")
  )
    return ends;
  if (/^(?:be|are|were|was|is)$/.test(before) && (ends || /^(?:in|on|at|aboard)$/.test(next)))
    for (let k = figure.from - 2; k > figure.from - 4; k--) if (word[k] === "there") return true;
  if (/^(?:got|gets|get|wants|wanted|needs|needed|sells|sells|buys|bought|takes)$/.test(before)) return ends;
  // "we tested six.", "the panel interviewed seven and liked none"
  if (isWord && before.endsWith("ed") && (ends || /^(?:and|but|or)$/.test(next))) return true;
  // "seven of her class of 29"
  if (next === "of" && /^(?:his|her|their|its|my|our)$/.test(word[figure.to + 1] ?? "")) return true;
  if (/^(?:another|further|other|additional|remaining)$/.test(before)) return true;
  if (
    (next === "of" || next === "in" || next === "on") &&
    /^(?:them|whom|which|those|these|us|hospital|court|custody|intensive)$/.test(word[figure.to + 1] ?? "")
  )
    return true;
  if (/^(?:which|whom|them)$/.test(before) && word[figure.from - 2] === "of") return true;
  // "rose to 350", "down from 120", "climbed by 14"
  if (/^(?:to|from|by|at)$/.test(before) && hasChange(doc, figure.from - 2)) return true;
  // "rose to 217 in the year to June, from 183"
  if (before === "from" && word[figure.from - 2] === "," && ends && hasChange(doc, figure.from - 8))
    return true;
  // "has gone from 120 to 350"
  if (before === "from" && /^(?:gone|went|goes|going)$/.test(word[figure.from - 2] ?? "")) return true;
  if (
    before === "to" &&
    word[figure.from - 3] === "from" &&
    /^(?:gone|went|goes|going)$/.test(word[figure.from - 4] ?? "")
  )
    return true;
  if (lexeme[figure.from - 1]?.changeBefore && !/^(?:up|down|cut)$/.test(before))
    return ends || next === "to" || next === "from" || next === "in";
  if (
    before === "at" &&
    /^(?:stood|stands|put|estimated|numbered|valued|remained|stayed)$/.test(word[figure.from - 2] ?? "")
  )
    return true;
  if (before === "to" && /^(?:total|toll|number|tally|count)$/.test(nounBefore(doc, figure.from)))
    return true;
  if (verbs.has(before) && !weak.has(before)) return true;
  if (
    /^(?:against|versus|vs|than)$/.test(before) ||
    (before === "with" && word[figure.from - 2] === "compared")
  )
    return !isCapital(doc, figure.to);
  if (
    weak.has(before) &&
    /^(?:hit|made|left|total|was|were)$/.test(before) &&
    /^(?:total|toll|number|tally|count|population|score|average|membership)$/.test(
      nounBefore(doc, figure.from - 1),
    )
  )
    return true;
  if (before === "left" && (next === "in" || next === "dead")) return true;
  return grouped && (ends || Boolean(lexeme[figure.to]?.function)) && !isCapital(doc, figure.from - 1);
}

const isNumber = ({type, lexeme}: Doc, k: number): boolean =>
  type[k] === DIGITS || Boolean(lexeme[k]?.number) || Boolean(lexeme[k]?.scale);

const aims = new Set(
  "target total maximum minimum peak high low average record estimate goal capacity quota figure population membership workforce majority attendance crowd audience circulation turnout limit threshold list backlog".split(
    " ",
  ),
);

// The head of a sentence or clause, or right after its conjunction: where a subject stands.
function isCountPlace({word, type, lexeme, text, start}: Doc, figure: Found, isWord: boolean): boolean {
  const at = figure.from - 1;
  if (at < 0 || type[at] !== WORD) return !/^[-/#№+.]$/.test(word[at] ?? "") || isWord;
  const first = text[start[at]];
  if (first !== first.toLowerCase() && !lexeme[at]?.function && !((lexeme[at]?.weekday ?? -1) >= 0))
    return false;
  return lexeme[at]?.label !== "strong" && !/^(?:the|page|number|no)$/.test(word[at]);
}

function hasChange({lexeme, word, type}: Doc, k: number): boolean {
  for (let n = 0; n < 7 && k >= 0 && type[k] !== BREAK && word[k] !== "."; n++, k--) {
    if (lexeme[k]?.changeBefore || lexeme[k]?.changeAfter) return true;
  }
  return false;
}

function nounBefore({word, lexeme, type}: Doc, at: number): string {
  let k = at - 1;
  while (k > 0 && type[k] === WORD && (lexeme[k]?.function === "auxiliary" || lexeme[k]?.changeBefore)) k--;
  // "the number of cases was 42": the noun before "of"
  for (let n = 0; n < 6 && k - n > 0; n++)
    if (/^(?:total|toll|number|tally|count|population|average|membership)$/.test(word[k - n]))
      return word[k - n];
  return word[k] ?? "";
}

function isCapital({type, text, start}: Doc, k: number): boolean {
  if (k < 0 || type[k] !== WORD) return false;
  const c = text[start[k]];
  return c !== c.toLowerCase();
}
