import type {Qualifier} from "../../model/figure.js";
import {contextOf} from "../contexts.js";
import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {matchBackward, matchForward} from "../phrases.js";
import {DIGITS, WORD} from "../scan.js";

/**
 * Widens each figure by its hedge and sets the bounds that the hedge implies:
 * “more than $20 million” has value and low 20000000 and no high.
 */
export function applyQualifiers(doc: Doc, figures: Found[]): Found[] {
  let before = 0;
  return figures.map((figure) => {
    const widened = qualify(doc, figure, before);
    before = widened.to;
    return widened;
  });
}

function qualify(doc: Doc, figure: Found, floor: number): Found {
  const {word} = doc;
  if (figure.qualifier) return withBounds(figure, figure.qualifier);
  let at = figure.from - 1;
  if (
    at >= floor &&
    doc.vocab.lists.fillers.has(word[at]) &&
    matchBackward(doc, at - 1, doc.vocab.hedgesBefore) &&
    word[at] !== "well" &&
    word[at] !== "just"
  )
    at--;
  // "fewer than a 20% rise", "around a 100", but not "under a 10-year deal"
  const isOfArticle = doc.type[figure.coreFrom] === DIGITS && /^an?$/.test(word[at] ?? "") && at > floor;
  const isRound = /^1(?:0{2,3}|,000)$/.test(
    doc.text.slice(doc.start[at + 1], doc.end[figure.coreTo - 1]).split(" ")[0],
  );
  if (isOfArticle && (word[at - 1] === "than" || isRound)) at--;
  const match = at >= floor ? matchBackward(doc, at, doc.vocab.hedgesBefore) : null;
  if (match && match.to + 1 >= floor && isHedge(doc, figure, match.to + 1))
    return withBounds({...figure, from: match.to + 1}, match.value);
  const after = matchForward(doc, figure.to, doc.vocab.hedgesAfter);
  if (after && isHedgeAfter(doc, figure, after.to)) return withBounds({...figure, to: after.to}, after.value);
  return figure;
}

// "spread over three years" tells how long, "for over three years" is a hedge.
function isHedge(doc: Doc, figure: Found, from: number): boolean {
  const {word, glued, vocab} = doc;
  const w = word[from];
  const single = from === figure.from - 1;
  // "a four-under 68"
  if (word[from - 1] === "-" && glued[from] && glued[from - 1]) return false;
  const previous = word[from - 1] ?? "";
  const told = contextOf(doc, figure.kind === "duration" ? "hedgeOfTime" : "hedge", figure.from, figure.to);
  if (told !== null) return told === "yes";
  if (single && w === "some" && figure.kind === "share") return false;
  // "$20 million over 63 shipments": spread across them, unless a verb stands before.
  if (
    single &&
    w === "over" &&
    figure.kind === "count" &&
    vocab.lists.partNouns.has(figure.unit ?? "") &&
    !vocab.lists.fewLeads.has(previous)
  )
    return false;
  return true;
}

function isHedgeAfter({word, type, vocab}: Doc, figure: Found, to: number): boolean {
  // "$1,500 plus $300 costs"
  if (word[figure.to] === "plus")
    return type[to] !== WORD && type[to] !== DIGITS && !vocab.currencies.next.has(word[to]);
  return true;
}

/** Returns the figure with a qualifier and the bounds it implies. */
export function withBounds(figure: Found, qualifier: Qualifier): Found {
  const {value} = figure;
  if (value === null) return {...figure, qualifier};
  const lower = qualifier === "more_than" || qualifier === "at_least";
  const upper =
    qualifier === "less_than" || qualifier === "at_most" || qualifier === "up_to" || qualifier === "almost";
  const exact = qualifier === "exactly";
  return {...figure, qualifier, low: lower || exact ? value : null, high: upper || exact ? value : null};
}

/** Returns where a figure starts with the hedge before it: “more than 60”. */
export function hedgeStart(doc: Doc, from: number): number {
  const hedge = matchBackward(doc, from - 1, doc.vocab.hedgesBefore);
  return hedge ? hedge.to + 1 : from;
}
