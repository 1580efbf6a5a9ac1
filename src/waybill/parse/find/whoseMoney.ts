import {type Doc, isUpper} from "../document.js";
import {matchForward} from "../phrases.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import type {Currency} from "../vocab.js";
import {within} from "../within.js";

/**
 * Returns the code of a currency at a token. Rupees, pesos, dinars and pounds are
 * money of many countries: the one that the text speaks of decides.
 */
export function nationalCode(doc: Doc, at: number, currency: Currency): string {
  const isDollar = currency.code === "USD" && doc.vocab.lists.dollarForms.has(currency.form);
  const near = nationalCountry(doc, at, currency);
  return near ?? (isDollar ? localDollar(doc) : mostNamedCode(doc, currency)) ?? currency.code;
}

// Of rupees and pesos that no country stands near: those of the country that the text names most.
function mostNamedCode(doc: Doc, {form}: Currency): string | null {
  const national = doc.vocab.nationalCurrencies.get(form.toLowerCase());
  if (!national || national.size < 3 || isOfPounds(form)) return null;
  for (const [country] of countriesByMentions(doc)) {
    const code = national.get(country);
    if (code !== undefined) return code;
  }
  return null;
}

const isOfPounds = (form: string): boolean => /^(?:pounds?|£)$/.test(form);

const mentions = new WeakMap<Doc, [string, number][]>();

/** Returns the countries of a text with how often they are named, the most named first. */
export function countriesByMentions(doc: Doc): readonly [string, number][] {
  const known = mentions.get(doc);
  if (known) return known;
  const counts = new Map<string, number>();
  let next = 0;
  for (const {from, country} of countriesNamed(doc)) {
    // The US of “US$40” is no place, and two words of one name are one mention.
    if (from < next || (doc.word[from + 1] === "$" && doc.glued[from + 1])) continue;
    next = matchForward(doc, from, doc.vocab.places)?.to ?? from + 1;
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  mentions.set(doc, sorted);
  return sorted;
}

const localDollars = new WeakMap<Doc, string | null>();

// A text that speaks of one country alone, or starts with its place, and has a dollar of its
// own, means that one: “Sydney's median price slipped to $1.38 million”. Agencies write for the world.
function localDollar(doc: Doc): string | null {
  const known = localDollars.get(doc);
  if (known !== undefined) return known;
  const written = writtenDollar(doc);
  // Who writes “A$220,000” beside “$6.8m” means neither America's nor Australia's where he writes in Singapore.
  const placed = written === null || written === "USD" ? placedDollar(doc) : null;
  const dollar = placed ?? (written === "USD" ? besideAmerican(doc) : null) ?? written;
  const own = dollar ?? countryDollar(doc);
  localDollars.set(doc, own === "USD" ? null : own);
  return own === "USD" ? null : own;
}

// “SINGAPORE – A former director”: the dollar of the place in capitals that a report starts with.
function placedDollar(doc: Doc): string | null {
  const {count, type, word, text, start, end} = doc;
  if (isForTheWorld(doc)) return null;
  for (let i = 0; i < Math.min(count, 200); i++) {
    if (type[i] !== WORD || (i > 0 && type[i - 1] !== BREAK)) continue;
    const place = matchForward(doc, i, doc.vocab.places);
    if (!place || !/^\p{Lu}{3}/u.test(text.slice(start[i], end[i]))) continue;
    // “SYDNEY, March 3 –”
    for (let k = place.to; k < place.to + 5 && type[k] !== BREAK; k++)
      if (/^[–—:-]$/.test(word[k])) return ownDollar(doc, place.value.country);
  }
  return null;
}

// Who writes “$9.25” first and “US$5.20” then means that of the country that the text speaks of most.
function besideAmerican(doc: Doc): string | null {
  const bare = /(?<![A-Za-z])\$/.exec(doc.text)?.index ?? Number.POSITIVE_INFINITY;
  const american = /\bUS ?\$/.exec(doc.text)?.index ?? -1;
  if (american < bare) return null;
  const [most] = countriesByMentions(doc);
  return most ? ownDollar(doc, most[0]) : null;
}

const ownDollar = ({vocab}: Doc, country: string): string | null =>
  vocab.nationalCurrencies.get("own dollar")?.get(country) ?? null;

function isForTheWorld({text, count, end}: Doc): boolean {
  const opening = text.slice(0, end[Math.min(count, 2000) - 1]);
  return /\b(?:US|USD|U\.S\.|American|Reuters|AP|AFP|Bloomberg)\b/.test(opening);
}

// Of "A$800m … at $660 a bale" the first says whose dollar the second is; "C$5m ($3.6m)" converts,
// and who has written "$9,489" first means another one by "A$3.21".
function writtenDollar(doc: Doc): string | null {
  const {word, glued, count, type, vocab} = doc;
  let code: string | null = null;
  let startsBare = false;
  for (let i = 0; i < count; i++) {
    if (word[i] !== "$" || type[i] !== MARK) continue;
    if (word[i - 1] === "(") return "USD";
    const before = glued[i] && type[i - 1] === WORD ? i - 1 : i;
    const match = matchForward(doc, before, vocab.currencyPrefixes);
    if (!match || match.to - before < 2 || !doc.glued[match.to - 1]) {
      if (code === null) startsBare = true;
      continue;
    }
    if (code !== null && code !== match.value.code) return "USD";
    code = match.value.code;
  }
  return startsBare && code !== null ? "USD" : code;
}

function countryDollar(doc: Doc): string | null {
  if (isForTheWorld(doc)) return null;
  const dollars = doc.vocab.nationalCurrencies.get("own dollar");
  let all = 0;
  let foreign = 0;
  const [most] = countriesByMentions(doc);
  for (const [country, times] of countriesByMentions(doc)) {
    all += times;
    if (country !== most[0] && !(dollars?.has(country) && dollars.has(most[0]))) foreign += times;
  }
  // A report from one country may name another in passing.
  const isOfOne = foreign === 0 || (most[1] > 3 && most[1] >= 0.75 * all);
  return most && isOfOne ? ownDollar(doc, most[0]) : null;
}

const written = new WeakMap<Doc, string | null>();

/** Returns the code of the money that a text writes most often before its numbers, or null where it writes none. */
export function moneyOfText(doc: Doc): string | null {
  const known = written.get(doc);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (let i = 0; i < doc.count; i++) {
    if (doc.type[i + 1] !== DIGITS || !doc.vocab.currencyPrefixes.next.has(doc.word[i])) continue;
    const match = matchForward(doc, i, doc.vocab.currencyPrefixes);
    if (!match || match.value.role === "letter" || match.value.role === "local") continue;
    const code = nationalCode(doc, i, match.value);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const most = [...counts].reduce<[string, number] | null>((a, b) => (a && a[1] >= b[1] ? a : b), null);
  written.set(doc, most?.[0] ?? null);
  return most?.[0] ?? null;
}

interface NamedCountry {
  from: number;
  to: number;
  country: string;
}

const countries = new WeakMap<Doc, NamedCountry[]>();

/** Returns the tokens that name a country or give it away, in order, worked out once where it is asked for. */
export function countriesNamed(doc: Doc): readonly NamedCountry[] {
  const known = countries.get(doc);
  if (known) return known;
  const named: NamedCountry[] = [];
  for (let i = 0; i < doc.count; i++) {
    const country = doc.type[i] === WORD ? countryNamed(doc, i) : null;
    if (country !== null) named.push({from: i, to: i + 1, country});
  }
  countries.set(doc, named);
  return named;
}

// The country of a place, or of a word that gives it away.
function countryNamed(doc: Doc, i: number): string | null {
  const {vocab, word, text, start} = doc;
  const isName = isUpper(text, start[i]);
  if (isName && vocab.places.next.has(word[i])) {
    const place = matchForward(doc, i, vocab.places);
    if (place) return place.value.country;
  }
  const cue = vocab.cues.next.has(word[i]) ? matchForward(doc, i, vocab.cues) : null;
  return cue && (isName || !cue.value.isName) ? cue.value.country : null;
}

/** Returns the code that the nearest country gives a currency's name, or null. */
export function nationalCountry(doc: Doc, at: number, {form, factor}: Currency): string | null {
  const national = doc.vocab.nationalCurrencies.get(form.toLowerCase());
  if (!national) return null;
  // "42 cent": the plural without an s is the euro's.
  if (
    form === "cent" &&
    factor < 1 &&
    doc.word[at] === "cent" &&
    !/^(?:one|half|quarter|-)$/.test(doc.word[at - 1]) &&
    // "0.4 cent"
    !(doc.word[at - 2] === "." && doc.word[at - 3] === "0") &&
    doc.word[at - 1] !== "1"
  )
    return "EUR";
  return nearestCountry(doc, at, (country) => national.get(country) ?? null);
}

const mostBefore = 79;
const mostAfter = 24;

/** Whether they are rupees, pesos or dinars of which no country tells whose. */
export const isOfMany = (doc: Doc, at: number, {form, factor}: Currency): boolean =>
  factor === 1 &&
  (doc.vocab.nationalCurrencies.get(form.toLowerCase())?.size ?? 0) > 2 &&
  !isOfPounds(form) &&
  nationalCountry(doc, at, {form, factor} as Currency) === null;

// What the nearest country around a token gives; of two as near, the one before it.
function nearestCountry(doc: Doc, at: number, given: (country: string) => string | null): string | null {
  let nearest: string | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const {from, country} of within(countriesNamed(doc), at - mostBefore, at + mostAfter + 1)) {
    const away = Math.abs(from - at);
    // "sold them to Nepal for Rs 18 lakh" is not paid in Nepal's.
    if (away === 0 || away >= distance || /^(?:to|from)$/.test(doc.word[from - 1] ?? "")) continue;
    const found = given(country);
    if (found === null) continue;
    nearest = found;
    distance = away;
  }
  return nearest;
}
