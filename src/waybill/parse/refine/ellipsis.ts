import {contextOf} from "../contexts.js";
import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import {isPersonNoun} from "../find/apposition.js";
import {withRate} from "../find/measure.js";
import {isPlural, singularOf} from "../nounPhrase.js";
import {matchForward} from "../phrases.js";
import {BREAK, MARK, WORD} from "../scan.js";

/**
 * Lends its noun to a count that leaves it out, from what was counted before:
 * “of 120 applicants, … 14 were taken”, “the works sold 29 looms. The other
 * seven …”, “the lamps, 400 of them”. Runs last, when what nothing marks as a
 * quantity is gone. Where the text names no set the unit stays null.
 */
export function nameTheCounted(doc: Doc, figures: Found[]): Found[] {
  let counted: Found | null = null;
  let persons: Found | null = null;
  return figures.map((figure) => {
    if (counted && sentencesApart(doc, counted.from, figure.from) > 1) counted = null;
    if (persons && sentencesApart(doc, persons.from, figure.from) > 2) persons = null;
    if (figure.kind === "rate" && figure.nounFrom >= 0)
      counted = {...figure, unit: figure.unit?.split(" per ")[0] ?? null};
    if (figure.kind !== "count") return figure;
    // "wounded 65 others": of those that were just counted
    const others = figure.unit === "other";
    // "Three of the dead were children"
    if (figure.unit === "dead") return {...figure, unit: "people"};
    if (figure.unit !== null && !others) {
      if (isPerson(doc, figure.unit)) persons = figure;
      // "63 applications for the eight plots": the plots are told of, not counted.
      const isTold =
        counted !== null &&
        sentencesApart(doc, counted.from, figure.from) === 0 &&
        doc.vocab.lists.partitiveDeterminers.has(doc.word[figure.from - 1]);
      if (isSet(figure) && !isTold) counted = figure;
      return figure;
    }
    const harmed =
      (figure.unit === null || others) && isOfHarmed(doc, figure)
        ? victims(doc, counted, persons, figure)
        : null;
    if (harmed) {
      const people = {...figure, unit: harmed};
      persons = people;
      if (!counted || !isAnimal(doc, counted.unit ?? "")) counted = people;
      return people;
    }
    if (others) return {...figure, unit: counted && isOfSet(doc, counted, figure) ? counted.unit : null};
    // "45 people, 12 of them women": of the 45, whatever they are called after
    const isOfThem = doc.word[figure.to] === "of" && doc.word[figure.to + 1] === "them";
    if (isOfThem && counted && sentencesApart(doc, counted.from, figure.from) === 0)
      return {...figure, unit: counted.unit};
    const noun = ofThem(doc, figure);
    if (noun) return {...figure, ...noun};
    // A price or a level is of no set: "drew 1.2m visitors and cost 800m", "traded at 1.27".
    const isWhole = figure.scale > 1 || Number.isInteger(figure.value ?? 0) || counted?.unit === "point";
    if (!isWhole || contextOf(doc, "unitless", figure.from, figure.to)) return figure;
    // "Prosecutors had sought seven": years, where a term is told.
    if (contextOf(doc, "counterpart", figure.from, figure.to) === "term") return figure;
    if (figure.scale >= 1000 && contextOf(doc, "priced", figure.from, figure.to)) return figure;
    if (counted && isOfSet(doc, counted, figure)) return withRate(doc, {...figure, unit: counted.unit});
    return figure;
  });
}

const sentencesApart = (doc: Doc, from: number, to: number): number =>
  sentenceOf(doc, to) - sentenceOf(doc, from);

// "one thing" and "four times" name no set.
const isSet = ({unit}: Found): boolean => unit !== "thing" && unit !== "time";

// Within a sentence a bare count goes on with the set before it. Across a full
// stop it must not be people that were hurt where no people were counted.
function isOfSet(doc: Doc, counted: Found, figure: Found): boolean {
  // "destroyed 6,000 homes and killed 131"
  if (sentencesApart(doc, counted.from, figure.from) === 0)
    return !isHarmed(doc, figure) || isPerson(doc, counted.unit ?? "") || isHarmed(doc, counted);
  for (let k = counted.to; k < figure.from; k++) if (doc.type[k] === BREAK) return false;
  return isPerson(doc, counted.unit ?? "") || !isOfPeople(doc, figure);
}

// Who was killed, hurt or saved: those that were just counted, if they are no fewer; else people.
function victims(doc: Doc, counted: Found | null, persons: Found | null, figure: Found): string {
  const isWithin = (set: Found): boolean =>
    set.value === null || figure.value === null || figure.value <= set.value;
  if (counted && isAnimal(doc, counted.unit ?? "") && isWithin(counted)) return counted.unit ?? "people";
  // "200,000 copies were printed; about 100 survive"
  const {word} = doc;
  const {survivalWords} = doc.vocab.lists;
  const isOfThings = survivalWords.has(word[figure.to]) || survivalWords.has(word[figure.to + 1]);
  if (
    isOfThings &&
    counted?.unit &&
    sentencesApart(doc, counted.from, figure.from) === 0 &&
    isWithin(counted)
  )
    return counted.unit;
  // "seven policemen died and 13 others were hurt", but not "nine people, among them 12 children, …; 81 survived"
  const isSame = persons !== null && sentencesApart(doc, persons.from, figure.from) === 0;
  const isPart = persons !== null && doc.vocab.lists.befallenLeads.has(doc.word[persons.from - 1]);
  if (isSame && ((!isPart && persons?.value !== 1) || figure.unit === "other"))
    return persons?.unit ?? "people";
  if (!persons || !isWithin(persons)) return "people";
  for (let k = persons.to; k < figure.from; k++) if (doc.type[k] === BREAK) return "people";
  return persons.unit ?? "people";
}

// "179 killed", "Fifteen were hurt", "80 dead", "killed 35", "Of the 61 injured", "three more were arrested"
function isOfHarmed(doc: Doc, figure: Found): boolean {
  const {word, type, lexeme, vocab} = doc;
  if (figure.value !== null && !Number.isInteger(figure.value)) return false;
  // "Two of the injured remained in hospital"
  if (contextOf(doc, "harmed", figure.from, figure.to) === "yes") return true;
  let k = figure.to;
  for (let n = 0; n < 4 && type[k] === WORD && !vocab.lists.harmedVerbs.has(word[k]); n++, k++)
    if (lexeme[k]?.function !== "auxiliary" && !vocab.lists.harmedFillers.has(word[k])) break;
  const isPassive = type[k] === WORD && vocab.lists.harmedVerbs.has(word[k]) && isClauseEnd(k + 1);
  if (isPassive) return true;
  const before = hedged(figure.from - 1);
  return (
    vocab.lists.harmingForms.has(word[before]) &&
    (lexeme[before - 1]?.function !== "auxiliary" || /^(?:has|have|had)$/.test(word[before - 1])) &&
    isClauseEnd(figure.to)
  );

  // "killed 35", but not "killed 35 sheep", and "hurt", but not "hurt feelings"
  function isClauseEnd(at: number): boolean {
    return type[at] !== WORD || Boolean(lexeme[at]?.function) || (lexeme[at]?.weekday ?? -1) >= 0;
  }
  function hedged(at: number): number {
    let j = at;
    while (j > at - 3 && vocab.lists.hedgeEnds.has(word[j])) j--;
    return j;
  }
}

const isAnimal = (doc: Doc, noun: string): boolean => doc.vocab.lists.animals.has(noun);

function isOfPeople({word, type, vocab}: Doc, figure: Found): boolean {
  for (let k = figure.to; k < figure.to + 5 && type[k] === WORD; k++)
    if (vocab.lists.peopleVerbs.has(word[k])) return true;
  return vocab.lists.peopleVerbs.has(word[figure.from - 1]);
}

const isHarmed = ({word, vocab}: Doc, {from, to}: Found): boolean =>
  vocab.lists.harmingForms.has(word[from - 1]) || vocab.lists.harmingForms.has(word[to]);

const isPerson = (doc: Doc, noun: string): boolean =>
  doc.vocab.lists.persons.has(noun) ||
  // "84 Ethiopians"
  (/^[A-Z][a-z]/.test(noun) && /(?:an|ese|ian|er|i|sh|ch|ss|ne|ne|k|d|t)$/.test(noun)) ||
  isPersonNoun(doc, noun);

// "The rifles, 1,200 of them, were sold": the plural before the pronoun.
function ofThem(doc: Doc, figure: Found): Pick<Found, "kind" | "unit"> | null {
  const {word, type, lexeme} = doc;
  if (word[figure.to] !== "of" || word[figure.to + 1] !== "them") return null;
  const floor = doc.sentenceStart[Math.max(0, sentenceOf(doc, figure.from) - 1)];
  for (let k = figure.from - 1; k >= floor && type[k] !== BREAK; k--)
    if (
      type[k] === WORD &&
      isPlural(doc, k) &&
      !lexeme[k]?.function &&
      !lexeme[k]?.verb &&
      isNounPlace(doc, k)
    ) {
      const unit = matchForward(doc, k, doc.vocab.units)?.value;
      // "five years ago there were 9,000 of them"
      if (doc.vocab.lists.whenAfter.has(word[k + 1])) return null;
      return unit ? {kind: unit.kind, unit: unit.unit} : {kind: "count", unit: singularOf(doc, k)};
    }
  return null;
}

// What ends its phrase: a comma, a full stop or a function word follows.
function isNounPlace({type, lexeme}: Doc, k: number): boolean {
  return (
    k + 1 >= type.length || type[k + 1] === MARK || type[k + 1] === BREAK || Boolean(lexeme[k + 1]?.function)
  );
}
