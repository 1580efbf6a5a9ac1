import {contextOf} from "../contexts.js";
import {type Doc, isUpper, sentenceOf, sentenceTokens} from "../document.js";
import {type Found, found} from "../Found.js";
import {isPlural, isTold, type NounPhrase, readNounPhrase, singularOf} from "../nounPhrase.js";
import {type Num, readNumber} from "../number.js";
import {matchForward} from "../phrases.js";
import {DIGITS, WORD} from "../scan.js";
import {withRate} from "./measure.js";
import {isProse} from "./title.js";

/**
 * Returns the count that starts with the given number, with the noun it
 * counts: “63 separate batches”, “a 12-member panel”, “dozens of homes”, and
 * with unit null where no noun is named, “40 were released”.
 */
export function findCount(doc: Doc, i: number, num: Num | null): Found | null {
  const {word, glued, type, count} = doc;
  // "drops to zero", but not "zero tolerance" or "from zero to two"
  const isNought = num?.value === 0 && !num.digits;
  if (!num || (isNought && !(word[i - 1] === "to" && contextOf(doc, "nought", i, num.to)))) return null;
  // "hit .298 last year", but "a .22 rifle"
  if (word[i] === "." && num.scale === 1)
    return contextOf(doc, "average", i, num.to)
      ? found({kind: "count", from: i, to: num.to, value: num.value})
      : null;
  const plain =
    num.scaleRole === "money" || num.scaleRole === "slip"
      ? {...num, to: num.baseTo, value: num.base, scale: 1}
      : num;
  if (plain.value === 1 && !isCountedOne(doc, i, plain)) return null;
  let j = plain.to;
  if (word[j] === "+" && glued[j]) j++;
  // "18- to 24-year-olds", "two- and three-bedroom flats", "the 16-to-24 group"
  const isOpen = !glued[j + 1] || type[j + 3] === DIGITS;
  if (word[j] === "-" && glued[j] && isOpen && /^(?:to|or|and)$/.test(word[j + 1] ?? ""))
    return found({
      kind: "count",
      from: i,
      to: glued[j + 1] ? j : j + 1,
      coreTo: plain.to,
      value: plain.value,
      scale: plain.scale,
      confidence: 0.6,
    });
  const hyphen = j + 1 < count && word[j] === "-" && glued[j] && glued[j + 1] && type[j + 1] === WORD;
  if (hyphen) return compound(doc, i, plain, j + 1);
  // "four out of the 12 jurors"
  if (word[j] === "out" && word[j + 1] === "of") j++;
  if (word[j] === "of") {
    const vague =
      plain.value === null ||
      word[plain.to - 1] === "pair" ||
      word[plain.to - 1] === "couple" ||
      word[plain.to - 1] === "score" ||
      word[plain.to - 1] === "dozen";
    const determined = skipDeterminer(doc, j + 1);
    // "11 of his last 14 penalties"
    const after =
      doc.vocab.lists.sequenceWords.has(word[determined]) &&
      (type[determined + 1] === DIGITS || doc.lexeme[determined + 1]?.number)
        ? determined + 1
        : determined;
    // "nine of the 12 jurors"
    const whole = type[after] === DIGITS || doc.lexeme[after]?.number ? readNumber(doc, after) : null;
    const owner = possessed(doc, after);
    const held = owner > after && (type[owner] === DIGITS || doc.lexeme[owner]?.number);
    const owned = held ? readNumber(doc, owner) : null;
    const phrase = readNounPhrase(doc, owned ? owned.to : whole ? whole.to : after);
    if (vague) {
      if (!phrase)
        return doc.vocab.lists.countPronouns.has(word[j + 1])
          ? found({
              kind: "count",
              from: i,
              to: plain.to,
              value: plain.value,
              low: plain.low,
              scale: plain.scale,
              confidence: 0.6,
            })
          : null;
      return make(
        doc,
        i,
        plain,
        phrase,
        plain.to - 1 > i && word[plain.to - 1] === "couple" ? {qualifier: "about"} : {},
      );
    }
    // "113 of the district's 140 tanks" counts tanks.
    const measure = phrase && matchForward(doc, phrase.from, doc.vocab.units)?.value;
    if (phrase && (after > j + 1 || whole || owned) && plain.scale < 1e6)
      return withRate(
        doc,
        found({
          kind: measure?.role === "word" ? measure.kind : "count",
          from: i,
          to: plain.to,
          value: plain.value,
          low: plain.low,
          unit: phrase.head,
          scale: plain.scale,
          nounFrom: phrase.from,
          nounTo: phrase.to,
        }),
      );
  }
  // "an 8 member panel"
  if (isAttributive(doc, i, plain))
    return found({
      kind: "count",
      from: i,
      to: j + 1,
      value: plain.value,
      unit: word[j],
      nounFrom: j,
      nounTo: j + 1,
      confidence: 0.75,
    });
  // "against 0.63 last year" tells no year.
  const isPart = plain.value !== null && Math.abs(plain.value) <= 1 && !doc.vocab.lists.deictics.has(word[j]);
  const phrase = readNounPhrase(doc, j, {singular: isPart});
  // "three dead, nine hurt": how many, but of what is not said
  // "a family of four pays 3,000"
  const isVerb =
    phrase !== null &&
    word[i - 1] === "of" &&
    doc.vocab.lists.groupsOfPeople.has(word[i - 2]) &&
    phrase.to === phrase.from + 1 &&
    (type[phrase.to] === DIGITS || /^(?:the|a|an|its|their)$/.test(word[phrase.to] ?? ""));
  if (phrase && !isVerb && !doc.vocab.lists.harmedStates.has(phrase.head)) return make(doc, i, plain, phrase);
  if (
    !plain.digits &&
    plain.value !== null &&
    plain.value < 10 &&
    plain.scale === 1 &&
    // Not where it points back ("the two agreed") or tells how ("in two").
    contextOf(doc, "weak", i, plain.to) === "yes"
  )
    return null;
  const people =
    word[plain.to] === "of" && /^(?:us|you)$/.test(word[plain.to + 1] ?? "")
      ? "people"
      : demonymAt(doc, plain.to);
  const result = found({
    kind: "count",
    from: i,
    to: people === null || people === "people" ? plain.to : plain.to + 1,
    value: plain.value,
    low: plain.low,
    unit: people,
    scale: plain.scale,
    confidence: 0.6,
  });
  return result;
}

// "134,000 Congolese", "the three Swiss": people whose name knows no plural
function demonymAt({word, type, text, start, end, lexeme, vocab}: Doc, at: number): string | null {
  if (type[at] !== WORD || !/(?:ese|ish|ch|ss)$/.test(word[at]) || !vocab.places.next.has(word[at]))
    return null;
  if (type[at + 1] === WORD && !lexeme[at + 1]?.function && !isTold(lexeme[at + 1]?.verb)) return null;
  // "four Chinese and Polish builders"
  if (word[at + 1] === "and" && vocab.places.next.has(word[at + 2])) return null;
  return text.slice(start[at], end[at]);
}

function make(doc: Doc, i: number, num: Num, phrase: NounPhrase, rest: Partial<Found> = {}): Found {
  // "31 rainless days" is a length of time.
  const time = phrase.to - phrase.from > 1 ? matchForward(doc, phrase.to - 1, doc.vocab.units) : null;
  if (time?.value.kind === "duration" && time.value.role === "word" && time.value.unit !== "second")
    return withRate(
      doc,
      found({
        kind: "duration",
        from: i,
        to: phrase.to,
        value: num.value,
        low: num.low,
        unit: time.value.unit,
        scale: num.scale,
      }),
    );
  // "five 97-metre ships" and "five yellow 97-metre ships" are five, and 97 metres long.
  const isSized =
    (doc.type[phrase.from] !== WORD && !/^(?:st|nd|rd|th)$/.test(doc.word[phrase.from + 1])) ||
    isSizedWithin(doc, phrase);
  return withRate(
    doc,
    found({
      kind: "count",
      from: i,
      to: isSized ? num.to : phrase.to,
      value: num.value,
      low: num.low,
      unit: phrase.head,
      scale: num.scale,
      nounFrom: phrase.from,
      nounTo: phrase.to,
      confidence: num.value === null ? 0.7 : 0.9,
      ...rest,
    }),
  );
}

function isSizedWithin({word, type, glued}: Doc, {from, to}: NounPhrase): boolean {
  for (let k = from + 1; k < to - 2; k++)
    if (type[k] === DIGITS && !glued[k] && word[k + 1] === "-" && type[k + 2] === WORD)
      return word[k + 2].length > 2;
  return false;
}

// "the 12 page report", but not "the 27 member states"
function isAttributive(doc: Doc, i: number, {digits, to, scale}: Num): boolean {
  const {word, type, lexeme, glued, vocab} = doc;
  if (!digits || scale > 1 || glued[to] || lexeme[i - 1]?.function !== "determiner") return false;
  const isBefore = type[to + 1] === WORD && !lexeme[to + 1]?.function && !isPlural(doc, to + 1);
  return isBefore && vocab.lists.attributiveNouns.has(word[to]);
}

// "a 12-member panel", "a 10-strong crew", "four-bedroom houses"
function compound(doc: Doc, i: number, num: Num, at: number): Found | null {
  const {word, glued} = doc;
  if (num.value === 1 && !num.digits) return null;
  // "Seven-Eleven", "Two-Face"
  if (!num.digits && isUpper(doc.text, doc.start[i]) && isUpper(doc.text, doc.start[at]) && isProse(doc, i))
    return null;
  // "the 3-series", "a perfect nine-darter", "three-putted the 14th"
  if (contextOf(doc, "compound", i, at, num.value, num.digits) === "none") return null;
  if (/^(?:odd|plus)$/.test(word[at])) {
    const phrase = readNounPhrase(doc, at + 1);
    return phrase
      ? make(doc, i, num, phrase)
      : word[at] === "odd"
        ? found({kind: "count", from: i, to: num.to, value: num.value, scale: num.scale})
        : null;
  }
  if (word[at] === "strong") {
    const phrase = readNounPhrase(doc, at + 1, {singular: true});
    return found({
      kind: "count",
      from: i,
      to: phrase?.to ?? at + 1,
      coreTo: at + 1,
      value: num.value,
      unit: phrase?.head ?? null,
      scale: num.scale,
    });
  }
  let to = at + 1;
  while (word[to] === "-" && glued[to] && glued[to + 1] && doc.type[to + 1] === WORD) to += 2;
  return found({
    kind: "count",
    from: i,
    to,
    value: num.value,
    unit: singularOf(doc, to - 1),
    scale: num.scale,
    nounFrom: at,
    nounTo: to,
    confidence: 0.75,
  });
}

// After "the district's" in "113 of the district's 140 tanks".
function possessed({word, type}: Doc, j: number): number {
  for (let k = j; k < j + 4 && type[k] === WORD; k++) if (/(?:'s|s')$/.test(word[k])) return k + 1;
  return j;
}

function skipDeterminer({word, vocab}: Doc, j: number): number {
  return vocab.lists.possessives.has(word[j]) ? j + 1 : j;
}

// "one" is a figure where the writer counts: "one man was killed", "found one
// lantern", "one was released"; not where it points ("the one", "one of them"),
// picks a voice ("one analyst said") or says what might be any ("one reason").
function isCountedOne(doc: Doc, i: number, num: Num): boolean {
  const {word, lexeme} = doc;
  if (num.digits || word[i] !== "one" || num.to !== i + 1) return true;
  const isSubject = lexeme[i + 1]?.function === "auxiliary" || doc.vocab.lists.harmedVerbs.has(word[i + 1]);
  if (isSubject && isOneOfCounted(doc, i)) return true;
  const told = contextOf(doc, "one", i, i + 1);
  if (told === "yes" || told === "none") return told === "yes";
  const phrase = readNounPhrase(doc, i + 1, {singular: true});
  if (phrase === null || phrase.plural) return false;
  if (told === "counted") return true;
  const {from, to} = sentenceTokens(doc, sentenceOf(doc, i));
  for (let k = Math.max(from, i - 25); k < Math.min(to, i + 25); k++) {
    if (doc.vocab.lists.harmedVerbs.has(word[k])) return true;
    const isList = word[k - 1] === "and" || word[k - 1] === ",";
    if (k !== i && isList && /^(?:unit|teen|tens)$/.test(lexeme[k]?.number?.role ?? "")) return true;
  }
  return !isVoice(doc, i, phrase.to) && !isPicture(doc, phrase.to);
}

// "Three were detained, and one was released": a number stands shortly before it.
function isOneOfCounted({word, lexeme, type}: Doc, i: number): boolean {
  if (!/^(?:and|but|while|least|[.,;:—–])$/.test(word[i - 1] ?? ".")) return false;
  for (let k = i - 2; k > i - 25 && k >= 0; k--) {
    const role = lexeme[k]?.number?.role;
    if (type[k] === DIGITS ? word[k].length < 4 : role === "unit" || role === "teen" || role === "tens")
      return type[k + 1] === WORD || role !== undefined;
  }
  return false;
}

// "one theft too many", "one harvest after another", "one place above the drop"
const isPicture = ({word, vocab}: Doc, to: number): boolean =>
  vocab.lists.pictureWords.has(word[to]) || (word[to] === "after" && word[to + 1] === "another");

// "one analyst said", "one told me", "said one official"
function isVoice({word, lexeme, type, text, start, vocab}: Doc, i: number, to: number): boolean {
  if (vocab.lists.quoteVerbs.has(word[i - 1])) return true;
  for (let k = to; k < to + 4 && type[k] === WORD; k++)
    if (lexeme[k]?.verb?.frame === "say" || vocab.lists.quoteVerbsPresent.has(word[k])) return true;
  // "one resident, who", "one company, Kestrel Tools,"
  if (!/^[,—–]$/.test(word[to] ?? "") || type[to + 1] !== WORD) return false;
  return vocab.lists.relativeWordsAll.has(word[to + 1]) || isUpper(text, start[to + 1]);
}
