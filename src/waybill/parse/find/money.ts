import {contextOf} from "../contexts.js";
import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import {type Found, found} from "../Found.js";
import {type Num, readNumber} from "../number.js";
import {matchForward, type PhraseMatch} from "../phrases.js";
import {DIGITS, MARK, WORD} from "../scan.js";
import type {Currency} from "../vocab.js";
import {ratePer} from "./measure.js";
import {countriesNamed, isOfMany, moneyOfText, nationalCode, nationalCountry} from "./whoseMoney.js";

/**
 * Returns the sum of money that starts at the given token: “$4.47 million”,
 * “US$20m”, “114,000 yuan”, “half a billion euros”, “50 pence”.
 */
export function findMoney(doc: Doc, i: number, num: Num | null): Found | null {
  const amount = num ?? (isOneOfCurrency(doc, i) ? one(i) : null);
  const first = symbolFirst(doc, i);
  if (first) return isGrand(doc, first.to) ? inThousands(first) : first;
  return amount ? (nameAfter(doc, amount) ?? grand(doc, amount)) : null;
}

// "fifty grand", "$50 grand", but not "two grand pianos" or "a grand for"
const isGrand = ({word, type, lexeme}: Doc, at: number): boolean =>
  word[at] === "grand" && (type[at + 1] !== WORD || Boolean(lexeme[at + 1]?.function));

const inThousands = (money: Found): Found => ({
  ...money,
  to: money.to + 1,
  coreTo: money.to + 1,
  value: round((money.value ?? 0) * 1000),
  scale: 1000,
});

function grand(doc: Doc, num: Num): Found | null {
  if (num.value === null || !isGrand(doc, num.to)) return null;
  const unit = moneyOfText(doc);
  const money = {kind: "money" as const, from: num.from, to: num.to, value: num.value, unit, confidence: 0.7};
  return unit === null ? null : inThousands(found(money));
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

// "a dollar lower", "a euro more than last Easter", "a dollar fifty"
function isOneOfCurrency({word, vocab, lexeme}: Doc, i: number): boolean {
  if (word[i] !== "a" || !vocab.currencies.next.has(word[i + 1])) return false;
  return vocab.lists.dearer.has(word[i + 2]) || lexeme[i + 2]?.number?.role === "tens";
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
  const whole = withSmallChange(doc, money, currency);
  return isWeight === null && whole === money ? {...money, confidence: 0.6, flags: ["pound_unclear"]} : whole;
}

// "4 dollars 75 cents", "12 rupees and 50 paise"
function withSmallChange(doc: Doc, money: Found, {factor}: Currency): Found {
  const at = doc.word[money.to] === "and" ? money.to + 1 : money.to;
  const rest = factor === 1 && money.scale === 1 ? readNumber(doc, at) : null;
  if (rest?.value == null || rest.value >= 100 || money.value === null) return money;
  const part = matchForward(doc, rest.to, doc.vocab.currencies);
  // "one pound fifty": what follows may not be told apart from what it counts.
  const isTens = at === money.to && doc.lexeme[at]?.number?.role === "tens" && !rest.digits;
  if (isTens && !part && (doc.type[rest.to] !== WORD || doc.lexeme[rest.to]?.function))
    return {...money, to: rest.to, coreTo: rest.to, value: round(money.value + rest.value * 0.01)};
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
  // Prices are told in dollars where the text writes them.
  const isOf =
    /£|\b(?:[Ss]terling|GBP|pence)\b/.test(doc.text) ||
    (!doc.text.includes("$") && /\b(?:[Pp]rice|[Cc]osts?|[Pp]aid|[Pp]ay|[Ff]ined?)\b/.test(doc.text)) ||
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
