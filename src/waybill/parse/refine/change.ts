import type {Change} from "../../model/figure.js";
import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {BREAK, MARK, WORD} from "../scan.js";

/** Marks the figures that are the amount of a rise or fall: “rose by 69%”, “a 12% cut”, “$3m more”. */
export function applyChanges(doc: Doc, figures: Found[]): Found[] {
  let before: Found | null = null;
  return figures.map((figure) => {
    const change =
      figure.change ??
      (figure.kind === "age"
        ? null
        : (changeOf(doc, figure) ?? (before && sharedChange(doc, before, figure))));
    const marked = change ? {...figure, change} : figure;
    before = marked;
    return marked;
  });
}

const isAmountByItself = ({kind}: Found): boolean =>
  kind === "percent" || kind === "percentage_points" || kind === "multiple";

function changeOf(doc: Doc, figure: Found): Change | null {
  const by = changedBy(doc, figure);
  if (figure.kind === "duration") return by;
  // "the contract settled 1.1% higher": the word after tells more surely.
  const isTold = isAmountByItself(figure) && /^(?:higher|lower)$/.test(doc.word[figure.to] ?? "");
  const after = isTold ? changeAfter(doc, figure) : null;
  return by ?? movedBy(doc, figure) ?? after ?? changeBefore(doc, figure) ?? changeAfter(doc, figure);
}

// "Nurses make up 28%", "putting up £9,000", "shot down 36 drones"
const isPhrasal = ({word, vocab}: Doc, k: number): boolean =>
  (word[k] === "up" || word[k] === "down") && vocab.lists.phrasalVerbs.has(word[k - 1]);

const farthestBy = 12;

// "cut the loss of steam by almost half"
function changedBy(doc: Doc, figure: Found): Change | null {
  const {word, lexeme, type} = doc;
  if (word[figure.from - 1] !== "by") return null;
  for (let k = figure.from - 2; k >= 0 && figure.from - k < farthestBy; k--) {
    if (type[k] === BREAK || /^[.;:]$/.test(word[k])) return null;
    const known = lexeme[k];
    if (isPhrasal(doc, k)) return null;
    if (known?.changeBefore) return known.changeBefore;
    if (known?.verb?.tense === "past" && known.verb.frame !== "say") return null;
  }
  return null;
}

const standing = /^(?:to|from|on|at|in|over|since|for|a|per|,|\.|;|:|\)|”|"|\/)$/;

// "Petrol fell 3p to 151p", "up $2 at $90", but not "fell to 151p" or "dropped 40 crates"
function movedBy(doc: Doc, figure: Found): Change | null {
  const {word, count} = doc;
  const {kind, from, to} = figure;
  if (kind !== "money" && kind !== "other" && kind !== "count") return null;
  // "adding £60 a year to a bill"
  if (kind === "money" && doc.vocab.lists.addForms.has(word[from - 1]) && adds(word, to)) return "increase";
  if (!doc.vocab.lists.movers.has(word[from - 1]) || isPhrasal(doc, from - 1)) return null;
  if (kind === "count" && !(to < count && (/^(?:to|from|on)$/.test(word[to]) || isOr(word, to)))) return null;
  if (to < count && !standing.test(word[to]) && !isOr(word, to)) return null;
  const mover = word[from - 1];
  return /^(?:up|ris|rose|climb|jump|edged|soar|surge|gain)/.test(mover) ? "increase" : "decrease";
}

function adds(word: readonly string[], to: number): boolean {
  for (let k = to; k < to + 4; k++) if (word[k] === "to") return true;
  return false;
}

const isOr = (word: readonly string[], k: number): boolean =>
  word[k] === "or" || (word[k] === "," && word[k + 1] === "or");

function changeBefore(doc: Doc, figure: Found): Change | null {
  const {word, lexeme, type} = doc;
  let k = figure.from - 1;
  const isOwn = isAmountByItself(figure);
  if (word[k] === "of" && isOwn) return lexeme[k - 1]?.changeAfter ?? null;
  // "a cut of 1.5 cent", but not "a loss of $3m"
  if (word[k] === "of" && figure.kind === "money" && doc.vocab.lists.changeNouns.has(word[k - 1]))
    return lexeme[k - 1]?.changeAfter ?? null;
  if (!isOwn) return null;
  if (word[k] === "off" && (type[k - 1] === WORD || type[k - 1] === 2)) return "decrease";
  for (let n = 0; n < 2 && k >= 0; n++, k--) {
    if (type[k] === BREAK || /^[.;:,]$/.test(word[k])) return null;
    if (word[k] === "to" || word[k] === "from" || word[k] === "at" || isPhrasal(doc, k)) return null;
    const change = lexeme[k]?.changeBefore;
    if (change) return change;
  }
  return null;
}

function changeAfter(doc: Doc, figure: Found): Change | null {
  const {word, lexeme, type, glued} = doc;
  let k = figure.to;
  if (doc.vocab.lists.dearer.has(word[k])) return compared(doc, figure, k);
  if (figure.kind === "multiple") return null;
  if (word[k] === "-" && glued[k]) k++;
  k = afterInterval(word, k);
  for (let n = 0; n < 3 && type[k] === WORD; n++, k++) {
    const change = lexeme[k]?.changeAfter;
    if (
      change &&
      !doc.vocab.lists.dearer.has(word[k]) &&
      (isAmountByItself(figure) || (n <= 1 && doc.vocab.lists.changeNouns.has(word[k])))
    )
      return change;
    if (change && isAmountByItself(figure)) return change;
    if (lexeme[k]?.function && !doc.vocab.lists.comparingWords.has(word[k])) return null;
  }
  return null;
}

// "$87 more", "105,000 fewer than", "31% up", "25 times higher"; but "40 more people" and "a 20% down payment"
function compared({word, lexeme, vocab}: Doc, {kind}: Found, k: number): Change | null {
  const next = word[k + 1] ?? "";
  if ((word[k] === "up" || word[k] === "down") && vocab.lists.downFollowers.has(next)) return null;
  if (kind === "count" && word[k] !== "fewer" && word[k] !== "less" && next !== "than") return null;
  if (kind === "duration") return null;
  return lexeme[k]?.changeAfter ?? lexeme[k]?.changeBefore ?? null;
}

// "a 9.5 per cent year-on-year fall"
function afterInterval(word: readonly string[], k: number): number {
  return word[k + 1] === "-" && word[k + 3] === "-" && word[k] === word[k + 4] ? k + 5 : k;
}

// "rose 20 cents, or 0.4%", "bulk and coal down 8% and 2%"
function sharedChange({word, lexeme, type}: Doc, before: Found, figure: Found): Change | null {
  const gap = figure.from - before.to;
  if (gap < 1 || gap > 12) return null;
  if (isOr(word, before.to) && gap <= 2)
    return isAmountByItself(figure) ? (before.change ?? lexeme[before.from - 1]?.changeBefore ?? null) : null;
  if (!before.change || before.kind !== figure.kind || !isAmountByItself(figure)) return null;
  let isJoined = false;
  for (let k = before.to; k < figure.from; k++) {
    if (type[k] === BREAK || (type[k] === MARK && word[k] !== ",")) return null;
    const known = lexeme[k];
    if (
      known?.verb ||
      known?.function === "auxiliary" ||
      known?.changeBefore ||
      /^(?:to|from|of|than|at)$/.test(word[k])
    )
      return null;
    isJoined ||= word[k] === "and" || (word[k] === "," && gap === 1);
  }
  return isJoined ? before.change : null;
}
