import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {WORD} from "../scan.js";

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
        !isChange(doc, first.from)) ||
      (link === "and" && between) ||
      (link === "or" && first.unit === null);
    const lender = lend(doc, first, next, link);
    const low = lender.value;
    const high = next.value;
    if (isRange && low !== null && high !== null && low < high && next.qualifier === null) {
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
    } else if (first.unit === null && next.unit !== null && (link !== "or" || true)) {
      result.push(link === "comma" && word[first.to] !== "," ? first : lender);
    } else result.push(first);
  }
  return inherit(doc, result.reverse()).map((figure) => toAge(doc, figure));
}

// "fell 4p to 148p" is an amount and a result, no range.
function isChange({lexeme, word}: Doc, from: number): boolean {
  return (
    lexeme[from - 1]?.changeBefore != null ||
    (word[from - 1] === "by" && lexeme[from - 2]?.changeBefore != null)
  );
}

// "risen to 31,000 units from 4,000": what the second number counts stands with the first.
function inherit({word, type}: Doc, figures: Found[]): Found[] {
  return figures.map((figure, n) => {
    const before = figures[n - 1];
    if (
      !before ||
      figure.unit !== null ||
      figure.kind !== "count" ||
      before.unit === null ||
      figure.from - before.to > 5
    )
      return figure;
    const link = word[figure.from - 1];
    if (!/^(?:from|to|against)$/.test(link) && !(link === "with" && word[figure.from - 2] === "compared"))
      return figure;
    for (let k = before.to; k < figure.from - 1; k++) if (type[k] !== WORD && word[k] !== ",") return figure;
    if (!(link === "from" || link === "to" || link === "against" || link === "with")) return figure;
    if (before.kind === "percent" || before.kind === "multiple") return figure;
    return {...figure, kind: before.kind, unit: before.unit};
  });
}

// "aged between 25 and 30", "ages 5 to 11"
function toAge({word}: Doc, figure: Found): Found {
  if (figure.kind !== "count" || figure.unit !== null || figure.low === null || figure.high === null)
    return figure;
  const before = word[figure.from - 1];
  if (before !== "aged" && before !== "ages" && before !== "age") return figure;
  return {...figure, kind: "age", unit: "year", from: before === "aged" ? figure.from - 1 : figure.from};
}

type Link = "dash" | "to" | "and" | "or" | "comma";

function linkBetween({word, type}: Doc, first: Found, next: Found): Link | null {
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
  void type;
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
