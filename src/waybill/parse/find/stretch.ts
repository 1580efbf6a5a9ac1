import {addMonths, type Calendar, formatMonth} from "../calendar.js";
import type {Doc} from "../document.js";
import {DIGITS} from "../scan.js";
import type {Span} from "./day.js";

type Point = (doc: Doc, i: number, published: Calendar | null) => Span | null;

const monthsOf = new Map([
  ["year", 12],
  ["years", 12],
  ["half", 6],
  ["quarter", 3],
  ["quarters", 3],
  ["month", 1],
  ["months", 1],
]);

/** Where the date stands that a stretch ends with, and its length: “six months to …”; null where none starts. */
function headAt({word, type, lexeme, vocab}: Doc, i: number): {at: number; months: number} | null {
  let j = i;
  if (word[j] === "the") j++;
  if (vocab.lists.stretchAdjectives.has(word[j])) j++;
  let count = 1;
  if (type[j] === DIGITS) count = Number(word[j++]);
  else if (lexeme[j]?.number?.role === "unit" || lexeme[j]?.number?.role === "teen")
    count = lexeme[j++]!.number!.value;
  // "the three days to Monday" counts its days.
  const months = monthsOf.get(word[j]);
  if (months === undefined) return null;
  if (!vocab.lists.stretchEnds.has(word[j + 1]) || !(count >= 1 && count <= 120)) return null;
  let at = j + 2;
  if (word[at] === "the") at++;
  if (word[at] === "end") at += word[at + 1] === "of" || word[at + 1] === "-" ? 2 : 1;
  return {at, months: count * months};
}

/** Whether a stretch that ends with a date may start here; cheap. */
export function mayStartStretch(doc: Doc, i: number): boolean {
  return headAt(doc, i) !== null;
}

/** Returns a stretch of time by its end: “the year to June 30”, “six months ended September”. */
export function stretchTo(doc: Doc, i: number, published: Calendar | null, point: Point): Span | null {
  const head = headAt(doc, i);
  if (!head || head.at >= doc.count) return null;
  const known = doc.lexeme[head.at];
  if (doc.type[head.at] !== DIGITS && !known?.month) return null;
  const last = point(doc, head.at, published);
  // "the year to 2023" may be any year.
  if (!last || last.start === null || last.start !== last.end) return last && {...last, start: null};
  return {
    to: last.to,
    start: startOf(last.start, head.months),
    end: last.end,
    inferred: last.inferred,
  };
}

function startOf(end: string, months: number): string {
  const [year, month] = end.split("-").map(Number);
  const first = addMonths({year, month, day: 1}, 1 - months);
  return formatMonth(first.year, first.month);
}
