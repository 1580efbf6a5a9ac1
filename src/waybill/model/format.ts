import type {Figure, Qualifier} from "./figure.js";
import {formatDigits} from "./numbers.js";

// Signs that the fonts of charts have.
const symbols: Record<string, string> = {USD: "$", EUR: "€", GBP: "£", JPY: "¥"};
const names: Record<string, string> = {
  CNY: "yuan",
  RUB: "roubles",
  CHF: "francs",
  TRY: "lira",
  UAH: "hryvnias",
  INR: "rupees",
  KRW: "won",
};

const hedges: Record<Qualifier, string> = {
  exactly: "exactly",
  more_than: "more than",
  at_least: "at least",
  less_than: "less than",
  at_most: "at most",
  about: "about",
  almost: "almost",
  up_to: "up to",
};

/** Returns a figure's words in two: its hedge, which a chart sets small, and its number: “more than” and “$20m”. */
export function splitHedge(text: string): {hedge: string; number: string} {
  const hedge = Object.values(hedges).find((words) => text.startsWith(`${words} `)) ?? "";
  return {hedge, number: hedge ? text.slice(hedge.length + 1) : text};
}

/** How a number is written: in a sentence (“$20 million”) or in a chart (“$20m”). */
export type Style = "prose" | "chart";

/** Returns the number with its unit: `formatValue(2e7, "USD", "chart")` is “$20m”. */
export function formatValue(value: number, unit: string | null, style: Style): string {
  const rate = /^(.+?) (per .+)$/.exec(unit ?? "");
  if (rate) return `${formatValue(value, rate[1], style)} ${rate[2]}`;
  const sign = value < 0 ? "−" : "";
  const amount = Math.abs(value);
  if (unit !== null && /^[A-Z]{3}$/.test(unit)) {
    const number = formatScaled(amount, style);
    const symbol = symbols[unit];
    return symbol ? `${sign}${symbol}${number}` : `${sign}${number} ${names[unit] ?? unit}`;
  }
  if (unit === "percent") return `${sign}${formatNumber(amount)}${style === "chart" ? "%" : " percent"}`;
  if (unit === "fraction") return `${sign}${formatNumber(amount * 100)}%`;
  if (unit === "times") return `${sign}${formatNumber(amount)} times`;
  const number = formatNumber(amount);
  return unit === null ? `${sign}${number}` : `${sign}${number} ${amount === 1 ? unit : plural(unit)}`;
}

/**
 * Returns the figure as its article states it, hedge included: “more than $20 million”, “more than
 * $20m”. A share that the article has in words stays in them: “almost all”, “half”.
 */
export function formatFigure(
  figure: Pick<Figure, "value" | "low" | "high" | "unit" | "qualifier"> & {
    per?: string | null;
    exact?: string;
  },
  style: Style,
): string {
  if (isWorded(figure)) return uncapitalize(figure.exact!);
  const {value, low, high, qualifier, per} = figure;
  const unit = per && /^[A-Z]{3}$/.test(figure.unit ?? "") ? `${figure.unit} per ${per}` : figure.unit;
  // In a chart every number without a hedge is exact.
  const hedge = qualifier && !(qualifier === "exactly" && style === "chart") ? `${hedges[qualifier]} ` : "";
  if (value !== null) return hedge + formatValue(value, unit, style);
  if (low !== null && high !== null)
    return `${formatValue(low, unit, style)} to ${formatValue(high, unit, style)}`;
  if (low !== null) return `at least ${formatValue(low, unit, style)}`;
  return "an unknown number";
}

/** Whether a figure is a share that its article has in words, without a digit. */
export const isWorded = ({unit, exact}: {unit: string | null; exact?: string}): boolean =>
  unit === "fraction" && exact !== undefined && /\p{L}/u.test(exact) && !/\d/.test(exact);

const uncapitalize = (words: string): string => words.replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase());

/** Returns the number with marks at its thousands, as the story's language has them, and with three significant digits if it is below a thousand. */
export function formatNumber(value: number): string {
  const amount = Math.abs(value);
  const rounded = amount >= 1000 ? Math.round(amount) : Number(amount.toPrecision(3));
  return `${value < 0 ? "−" : ""}${formatDigits(rounded)}`;
}

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** Returns a year, month or day as words: “July 2023”, “1 February 2024”. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split("-");
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

const small = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Returns a small whole number as a word, as a sentence has it: “three”; from 13 on as digits. */
export function formatCount(count: number): string {
  return small[count] ?? formatNumber(count);
}

/** Returns the text with a capital, to open a sentence. */
export function capitalize(text: string): string {
  return text.replace(/^./u, (c) => c.toUpperCase());
}

function formatScaled(value: number, style: Style): string {
  for (const [factor, long, short] of [
    [1e12, "trillion", "tn"],
    [1e9, "billion", "bn"],
    [1e6, "million", "m"],
  ] as const)
    if (value >= factor) return `${formatNumber(value / factor)}${style === "prose" ? ` ${long}` : short}`;
  return formatNumber(value);
}

function plural(noun: string): string {
  if (noun === "people" || noun === "aircraft" || noun === "series") return noun;
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return `${noun}s`;
}
