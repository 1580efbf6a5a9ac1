import {contextOf} from "../contexts.js";
import {type Doc, isUpper, sentenceOf, sentenceTokens} from "../document.js";
import {type Found, found} from "../Found.js";
import {type Num, readNumber} from "../number.js";
import {matchForward, type PhraseMatch} from "../phrases.js";
import {DIGITS, MARK, WORD} from "../scan.js";
import type {Currency} from "../vocab.js";
import {within} from "../within.js";
import {ratePer} from "./measure.js";

/**
 * Returns the sum of money that starts at the given token: “$4.47 million”,
 * “US$20m”, “114,000 yuan”, “half a billion euros”, “50 pence”.
 */
export function findMoney(doc: Doc, i: number, num: Num | null): Found | null {
  const amount = num ?? (isOneOfCurrency(doc, i) ? one(i) : null);
  return symbolFirst(doc, i) ?? (amount ? nameAfter(doc, amount) : null);
}

const one = (i: number): Num => ({
  from: i,
  to: i + 1,
  value: 1,
  low: null,
  digits: false,
  base: 1,
  baseTo: i + 1,
  scale: 1,
  scaleRole: null,
  article: true,
});

// "a dollar lower", "a euro more than last Easter"
function isOneOfCurrency({word, vocab}: Doc, i: number): boolean {
  if (word[i] !== "a" || !vocab.currencies.next.has(word[i + 1])) return false;
  return vocab.lists.dearer.has(word[i + 2]);
}

// The sum at the symbol itself, if what stands apart before it is no part of it.
function symbolFrom(doc: Doc, at: number): Found | null {
  return doc.type[at] === MARK ? symbolFirst(doc, at) : null;
}

function symbolFirst(doc: Doc, i: number): Found | null {
  const match = matchForward(doc, i, doc.vocab.currencyPrefixes);
  if (!match) return null;
  const {value: currency, to} = match;
  if (!isBefore(doc, i, to, currency)) return null;
  // "N1,482.50/$1" is a rate of exchange.
  if (doc.word[i - 1] === "/" && doc.glued[i] && doc.glued[i - 1]) return null;
  // "A$1" is Australian, "A $1 billion deal" is none.
  if (currency.role === "symbol")
    for (let k = i + 1; k < to; k++)
      // "HK $310 million" names its dollar, with a space.
      if (!doc.glued[k] && !/^\p{Lu}{2,}$/u.test(doc.text.slice(doc.start[i], doc.end[i])))
        return symbolFrom(doc, k);
  let at = to;
  if (doc.word[at] === "." && doc.glued[at] && currency.role === "before") at++;
  // "$-3.6bn"
  const isBelow =
    currency.role === "symbol" && /^[-−]$/.test(doc.word[at] ?? "") && Boolean(doc.glued[at + 1]);
  const num = readNumber(doc, isBelow ? at + 1 : at);
  if (!num || (num.value === null && num.low === null)) return null;
  if (!num.digits && currency.role !== "symbol") return null;
  // "N3714Q" is an aircraft.
  if (
    currency.role === "letter" &&
    doc.glued[num.to] &&
    doc.type[num.to] === WORD &&
    num.scale === 1 &&
    doc.word[num.to] !== "m"
  )
    return null;
  // "at COP29" is a meeting.
  if (currency.code === "COP" && doc.glued[at] && num.scale === 1 && (num.value ?? 0) < 1000) return null;
  // "S/2024/15" is a document.
  if (currency.role === "letter" && doc.word[num.to] === "/" && doc.type[num.to + 1] === DIGITS) return null;
  // "D38,000" is money where the text tells of the Gambia.
  if (currency.role === "local" && !(doc.glued[at] && nationalCountry(doc, i, currency) !== null))
    return null;
  // "N4.2bn" and "R1,200", but not "N95" or the road "R12".
  if (
    currency.role === "letter" &&
    !(
      doc.glued[at] &&
      (num.scale >= 1000 ||
        num.to > at + 2 ||
        (num.value ?? 0) >= 1000 ||
        isPriced(doc, i, num.to) ||
        (isSum(doc, i, num.to) && nationalCountry(doc, i, currency) !== null) ||
        isLetterNear(doc, i))
    )
  )
    return null;
  const found = sum(doc, i, num, {...currency, code: nationalCode(doc, i, currency)}, true);
  return isBelow && found.value ? {...found, value: -found.value} : found;
}

// "closed R38 up", but not "the R21 highway" or "a P3 offence"
function isSum({type, lexeme}: Doc, i: number, to: number): boolean {
  if (lexeme[i - 1]?.function === "determiner") return false;
  return type[to] !== WORD || Boolean(lexeme[to]?.function);
}

// "P42 a kilo in May, P45 in June": a letter that is money once is money throughout.
function isLetterNear(doc: Doc, i: number): boolean {
  const sure = sureLetters(doc);
  for (let k = Math.max(0, i - 80); k < Math.min(doc.count, i + 40); k++)
    if (sure[k] === 1 && k !== i && doc.word[k] === doc.word[i]) return true;
  return false;
}

const letters = new WeakMap<Doc, Uint8Array>();

// Marks each word before a number that what follows shows to be money, worked out once.
function sureLetters(doc: Doc): Uint8Array {
  const {word, glued, type, count, lexeme} = doc;
  const known = letters.get(doc);
  if (known) return known;
  const sure = new Uint8Array(count);
  for (let k = 0; k < count; k++) {
    if (type[k] !== WORD || type[k + 1] !== DIGITS || !glued[k + 1]) continue;
    // "R4 912/t": a space between the thousands
    const isSpaced = type[k + 2] === DIGITS && word[k + 2].length === 3 && word[k + 3] === "/";
    if (isSpaced || isPriced(doc, k, k + 2) || lexeme[k + 2]?.scale || /^[,/]$/.test(word[k + 2] ?? ""))
      sure[k] = 1;
  }
  letters.set(doc, sure);
  return sure;
}

// "P42 a kilo", "P20-a-kilo rice", "R15 each", "priced at R120", "a fine of R50"
const isPriced = (doc: Doc, from: number, to: number): boolean => contextOf(doc, "price", from, to) !== null;

// Rupees, pesos, dinars and pounds are money of many countries: the one that the text speaks of decides.
function nationalCode(doc: Doc, at: number, currency: Currency): string {
  const isDollar = currency.code === "USD" && doc.vocab.lists.dollarForms.has(currency.form);
  const country = nationalCountry(doc, at, currency) ?? (isDollar ? localDollar(doc) : null);
  if (country !== null) return country;
  // Beasts and wool are told in c/kg where they are Australian.
  if (currency.form === "c" && doc.word[at + 1] === "/" && doc.word[at + 2] === "kg") return "AUD";
  return currency.code;
}

const localDollars = new WeakMap<Doc, string | null>();

// A text that speaks of one country alone, and has a dollar of its own, means that one:
// “Sydney's median price slipped to $1.38 million”. Agencies write for the world.
function localDollar(doc: Doc): string | null {
  const known = localDollars.get(doc);
  if (known !== undefined) return known;
  const dollar = writtenDollar(doc) ?? countryDollar(doc);
  localDollars.set(doc, dollar === "USD" ? null : dollar);
  return dollar === "USD" ? null : dollar;
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
  const {count, text, end} = doc;
  const foreign = /\b(?:US|USD|U\.S\.|American|Reuters|AP|AFP|Bloomberg)\b/.test(
    text.slice(0, end[Math.min(count, 2000) - 1]),
  );
  if (foreign) return null;
  const dollars = doc.vocab.nationalCurrencies.get("own dollar");
  let country: string | null = null;
  let next = 0;
  for (const named of countriesNamed(doc)) {
    if (named.from < next) continue;
    // "Port of Spain" is not in Spain.
    const place = doc.vocab.places.next.has(doc.word[named.from])
      ? matchForward(doc, named.from, doc.vocab.places)
      : null;
    if (place) next = place.to;
    country ??= named.country;
    if (named.country !== country && !(dollars?.has(named.country) && dollars.has(country))) return null;
  }
  return country === null ? null : (dollars?.get(country) ?? null);
}

interface NamedCountry {
  from: number;
  to: number;
  country: string;
}

const countries = new WeakMap<Doc, NamedCountry[]>();

// The tokens that name a country or give it away, in order, worked out once where it is asked for.
function countriesNamed(doc: Doc): readonly NamedCountry[] {
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

function nationalCountry(doc: Doc, at: number, {form, factor}: Currency): string | null {
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

// Rupees, pesos or dinars where no country tells whose.
const isOfMany = (doc: Doc, at: number, {form, factor}: Currency): boolean =>
  factor === 1 &&
  (doc.vocab.nationalCurrencies.get(form.toLowerCase())?.size ?? 0) > 2 &&
  !/^(?:pounds?|£)$/.test(form) &&
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

function isBefore({text, start, end}: Doc, from: number, to: number, {form, role}: Currency): boolean {
  if (role === "symbol")
    return !/^[\p{Lu}]/u.test(form) || /^\p{Lu}/u.test(text.slice(start[from], start[from] + 1));
  if (role !== "code" && role !== "before" && role !== "letter" && role !== "local") return false;
  const written = text.slice(start[from], end[to - 1]);
  if (written === form) return true;
  // "Ksh" and "KSh", but no "sh"; "HR 3746" is a bill.
  const mixed = /^\p{Lu}.*\p{Ll}/u.test(written);
  return (role === "before" || form === "RMB") && mixed && written.toLowerCase() === form.toLowerCase();
}

// "Kenyan shillings", "South Korean won", "Ukrainian hryvnias": the country says which, where many use the name.
function countryMoney(doc: Doc, j: number): PhraseMatch<Currency> | null {
  const place = doc.vocab.places.next.has(doc.word[j]) ? matchForward(doc, j, doc.vocab.places) : null;
  const match = place ? matchForward(doc, place.to, doc.vocab.currencies) : null;
  if (!place || !match || !/^(?:name|weak|symbol)$/.test(match.value.role) || match.value.form === "$")
    return null;
  const {form, code, factor} = match.value;
  const national = doc.vocab.nationalCurrencies.get(form.toLowerCase())?.get(place.value.country);
  return {to: match.to, value: {form: "", code: national ?? code, role: "name", factor}};
}

function nameAfter(doc: Doc, num: Num): Found | null {
  const {word, glued, count, start, end, text, lexeme} = doc;
  let j = num.to;
  if (j < count && word[j] === "-" && glued[j]) j++;
  if (num.value === null && word[j] === "of") j++;
  const match = j < count ? (matchForward(doc, j, doc.vocab.currencies) ?? countryMoney(doc, j)) : null;
  if (!match) return null;
  const {value: currency, to} = match;
  if (currency.role === "before" || currency.role === "letter") return null;
  if (currency.role === "code" && text.slice(start[j], end[to - 1]) !== currency.form) return null;
  if (
    currency.role === "after" &&
    !(glued[j] && num.digits && text.slice(start[j], end[to - 1]) === currency.form)
  )
    return null;
  if (currency.role === "symbol" && word[to] !== undefined && doc.type[to] === DIGITS && glued[to])
    return null;
  if (
    currency.role === "weak" &&
    nationalCountry(doc, j, currency) === null &&
    !((num.scale >= 1000 && num.scaleRole) || (num.digits && ((num.value ?? 0) >= 1000 || ratePer(doc, to))))
  )
    return null;
  const isWeight = /^pounds?$/.test(currency.form) ? isMass(doc, num, to) : false;
  if (isWeight) return null;
  // "closed at 14c", but not "Flat 12c was" or "at 12c Mill Road"
  if (
    currency.form === "c" &&
    doc.type[to] === WORD &&
    !lexeme[to]?.function &&
    !doc.vocab.lists.dearer.has(word[to])
  )
    return null;
  if (glued[j] && num.scaleRole === null && currency.role === "name" && word[j - 1] !== "-") return null;
  const money = sum(doc, num.from, num, {...currency, code: nationalCode(doc, j, currency)}, false, to);
  return isWeight === null
    ? {...money, confidence: 0.6, flags: ["pound_unclear"]}
    : withSmallChange(doc, money, currency);
}

// "4 dollars 75 cents", "12 rupees and 50 paise"
function withSmallChange(doc: Doc, money: Found, {factor}: Currency): Found {
  const at = doc.word[money.to] === "and" ? money.to + 1 : money.to;
  const rest = factor === 1 && money.scale === 1 ? readNumber(doc, at) : null;
  if (rest?.value == null || rest.value >= 100 || money.value === null) return money;
  const part = matchForward(doc, rest.to, doc.vocab.currencies);
  if (part?.value.role !== "name" || part.value.factor !== 0.01) return money;
  return {...money, to: part.to, coreTo: part.to, value: round(money.value + rest.value * 0.01)};
}

// "30 pounds of flour" and "weighs 12 pounds" are not sterling; null where nothing tells.
function isMass(doc: Doc, num: Num, to: number): boolean | null {
  const {word, type, vocab} = doc;
  const told = contextOf(doc, "pounds", num.from, to, num.value, num.digits);
  if (told !== null) return told === "mass";
  // "a 250-pound lineman", but not "a 20-pound note"
  if (word[to - 2] === "-" && num.scale === 1 && type[to] === WORD)
    return !vocab.lists.moneyMatters.has(word[to]);
  const {from, to: end} = sentenceTokens(doc, sentenceOf(doc, to - 1));
  // Millions are landed, harvested, hauled: the verb is near.
  const reach = num.scale > 1000 ? 6 : 14;
  for (let k = Math.max(from, to - reach); k < Math.min(end, to + 5); k++)
    if (vocab.lists.weighing.has(word[k])) return true;
  return num.scale > 1 || isOfSterling(doc) ? false : null;
}

const ofSterling = new WeakMap<Doc, boolean>();

// Whether the text tells that its pounds are money.
function isOfSterling(doc: Doc): boolean {
  const known = ofSterling.get(doc);
  if (known !== undefined) return known;
  const isOf =
    /£|\b(?:[Ss]terling|GBP|pence|[Pp]rice|[Cc]osts?|[Pp]aid|[Pp]ay|[Ff]ined?)\b/.test(doc.text) ||
    countriesNamed(doc).some(
      ({country}) => doc.vocab.nationalCurrencies.get("pounds")?.has(country) || country === "United Kingdom",
    );
  ofSterling.set(doc, isOf);
  return isOf;
}

function sum(doc: Doc, from: number, num: Num, currency: Currency, symbolFirst: boolean, to = num.to): Found {
  const isUnclear = isOfMany(doc, from, currency);
  const slip = num.scaleRole === "slip";
  let end = to;
  // "$20 million US", "$5 billion dollars": the name repeats the symbol.
  if (symbolFirst) {
    const again = matchForward(doc, end, doc.vocab.currencies);
    if (again && /^(?:name|after)$/.test(again.value.role) && again.value.factor === 1) end = again.to;
    else if (
      again?.value.role === "code" &&
      doc.text.slice(doc.start[end], doc.end[again.to - 1]) === again.value.form
    )
      return {...sum(doc, from, num, again.value, false, again.to), symbolFirst: true};
  }
  const unit = num.value === null ? null : round(num.value * currency.factor);
  return found({
    kind: "money",
    from,
    to: end,
    value: unit,
    low: num.low,
    unit: currency.code,
    scale: num.scale,
    symbolFirst,
    confidence: slip ? 0.4 : currency.role === "weak" || isUnclear ? 0.7 : 0.95,
    flags: [...(slip ? ["scale_slip"] : []), ...(isUnclear ? ["currency_unclear"] : [])],
  });
}

function round(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));
}
