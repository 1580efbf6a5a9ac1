import {contextOf} from "../contexts.js";
import {type Doc, sentenceTokens} from "../document.js";
import {BREAK, DIGITS, MARK, WORD} from "../scan.js";
import type {Verb} from "../vocab.js";
import {introduced, labels, paperOpening, signature} from "./labels.js";
import {isName} from "./party.js";
import {type Quotation, quotationAt} from "./quotation.js";
import {
  canSpeak,
  hasName,
  headEnd,
  isPronoun,
  openingSubject,
  type Speaker,
  sourceEnd,
  speakerAfter,
  speakerBefore,
} from "./speaker.js";

/** One “X said”: the speaker or document, tokens [from, to), and what of the sentence is theirs. */
export interface Attribution extends Speaker {
  /** The verb or preposition that attributes. */
  at: number;
  /** Theirs is what follows (“X said that …”), all of it (“…, X said”), all beside another voice (“according to”), or the figure before it (“the 2% forecast by analysts”). */
  reach: "after" | "all" | "source" | "near";
  /** Whether it closes direct speech: what the sentence tells outside the marks is not theirs. */
  isDirect?: boolean;
  /** Whether they bind themselves or others to it, “agreed to pay”: who tells of that comes before. */
  isCommitment?: boolean;
}

/** Returns who speaks in a sentence, in the order of the words that tell so. */
export function attributionsIn(doc: Doc, quotations: readonly Quotation[], s: number): Attribution[] {
  const {word, type} = doc;
  const {from, to} = sentenceTokens(doc, s);
  const signed = signature(doc, quotations, from, to);
  if (signed) return [signed];
  const found: Attribution[] = labels(doc, from, to);
  const open = quotationAt(quotations, from);
  for (let k = open ? Math.min(to, open.to) : from; k < to; k++) {
    if (type[k] === MARK) {
      const quotation = word[k] !== "," && word[k] !== "." ? quotationAt(quotations, k) : null;
      if (quotation) k = Math.min(to, quotation.to) - 1;
      continue;
    }
    if (type[k] !== WORD) continue;
    const source = sourceAt(doc, k, to);
    if (source) {
      found.push(source);
      if (word[k + 1] !== "by" && word[k] !== "citing") k = source.to - 1;
      continue;
    }
    const verb = verbAt(doc, k, from);
    if (isOwnForecast(doc, k)) {
      const speaker = speakerBefore(doc, k - 2, from);
      if (speaker && canSpeak(doc, speaker)) found.push({...speaker, at: k, reach: "after"});
    } else if (verb?.frame === "say" && !(isName(doc, k) && k !== from)) {
      const attribution = spokenAt(doc, k, verb, from, to, found);
      const isDirect = open !== null && attribution?.reach === "all" && open.to < k + 8;
      if (attribution) found.push(isDirect ? {...attribution, isDirect} : attribution);
    }
  }
  if (found.length > 0) return found;
  const paper = paperOpening(doc, from, to);
  return paper ? [paper] : introduced(doc, from, to);
}

function verbAt(doc: Doc, k: number, from: number): Verb | null | undefined {
  const {word, lexeme, vocab} = doc;
  // "Rabat points out that": "points" alone is no verb here.
  if (word[k + 1] === "out" && vocab.lists.pointForms.has(word[k])) return pointOut;
  // "called for a levy", "ordered the firm to pay"
  if (contextOf(doc, "commits", k, k)) return commit;
  if (vocab.lists.pollingVerbs.has(word[k]) && isPoll(doc, k, from)) return pointOut;
  const known = lexeme[k]?.verb;
  return known?.frame !== "say" && isQuoteVerb(doc, k) ? pointOut : known;
}

const pointOut: Verb = {lemma: "say", frame: "say", status: null, tense: "past"};
const commit: Verb = {lemma: "pledge", frame: "say", status: null, tense: "past"};

// "A March survey by Orla Research had Denn ahead"
function isPoll(doc: Doc, k: number, from: number): boolean {
  const subject = speakerBefore(doc, k, from);
  return subject !== null && doc.vocab.lists.polls.has(doc.word[headEnd(doc, subject) - 1]);
}

// "“And nine nurses,” grumbled her deputy": whatever is done right after direct speech is a way to speak.
function isQuoteVerb({word, type, lexeme, glued}: Doc, k: number): boolean {
  if (!/^[”"’'»]$/.test(word[k - 1] ?? "") || !/^[,!?…—–-]$/.test(word[k - 2] ?? "") || !glued[k - 1])
    return false;
  if (type[k + 1] !== WORD || lexeme[k + 1]?.function === "preposition") return false;
  return lexeme[k]?.verb?.tense === "past" || /[a-z]{2}ed$/.test(word[k]);
}

// "according to X", "citing X", "as per X", "compiled by X"
function sourceAt(doc: Doc, k: number, limit: number): Attribution | null {
  const {word, lexeme} = doc;
  let start = -1;
  let reach: Attribution["reach"] = "source";
  if (word[k] === "according" && word[k + 1] === "to") start = k + 2;
  else if (word[k] === "with" && word[k + 1] === "reference" && word[k + 2] === "to") start = k + 3;
  else if (word[k] === "citing" || word[k] === "quoting" || (word[k] === "per" && word[k - 1] === "as"))
    start = k + 1;
  else if (word[k + 1] === "by") {
    if (doc.vocab.lists.foreseen.has(word[k])) reach = "near";
    else if (!doc.vocab.lists.passedOn.has(word[k])) return null;
    start = k + 2;
    while (lexeme[start]?.function === "determiner") start++;
    if (!isName(doc, start) && !doc.vocab.sources.has(word[start])) return null;
  }
  if (start < 0) return null;
  // "according to what the chief told the assembly"
  if (/^(?:what|how)$/.test(word[start] ?? "")) start++;
  const end = sourceEnd(doc, start, limit);
  while (start < end && lexeme[start]?.function === "determiner" && !isName(doc, start)) start++;
  return end > start ? {from: start, to: end, at: k, reach} : null;
}

function spokenAt(
  doc: Doc,
  k: number,
  verb: Verb,
  from: number,
  to: number,
  before: readonly Attribution[],
): Attribution | null {
  const {word} = doc;
  if (verb.tense === "gerund") return trailing(doc, k, from, before);
  if (word[k - 1] === "to" || isPassive(doc, k, verb, from) || isNoun(doc, k, verb) || isDenied(doc, k, from))
    return null;
  if (verb.lemma === "post" && !postsResult(doc, k, to)) return null;
  // "analysts put the cost at", but not "put its name to a contract".
  if (verb.lemma === "put" && !putsAt(doc, k, to)) return null;
  const inverted = invertedSpeaker(doc, k, from, to);
  if (inverted) return {...inverted, at: k, reach: "all"};
  const joined = isJoined(doc, k);
  const speaker = joined ? (before.at(-1) ?? openingSubject(doc, from, k)) : speakerBefore(doc, k, from);
  if (
    !speaker ||
    isDoubtful(doc, speaker, k, verb) ||
    (verb.tense === "base" && !takesPlural(doc, k, speaker))
  )
    return null;
  const isLast = !joined && isPostposed(doc, speaker, k, from, to);
  // "the firm added 40 jobs" says nothing.
  if (!isLast && doc.vocab.lists.weakSayVerbs.has(verb.lemma) && !introduces(doc, k, speaker)) return null;
  if (
    doc.vocab.lists.tellingVerbs.has(verb.lemma) &&
    word[k + 1] !== "that" &&
    !tells(doc, speaker, verb.lemma)
  )
    return null;
  return {
    from: speaker.from,
    to: speaker.to,
    at: k,
    reach: isLast ? "all" : "after",
    isCommitment: verb === commit,
  };
}

function putsAt({word}: Doc, k: number, to: number): boolean {
  for (let j = k + 1; j < Math.min(to, k + 14); j++) if (word[j] === "at") return true;
  return false;
}

// "posted a net profit of", but not "posted 40 parcels"
function postsResult({word, vocab}: Doc, k: number, to: number): boolean {
  for (let j = k + 1; j < Math.min(to, k + 8); j++) if (vocab.lists.results.has(word[j])) return true;
  return false;
}

// "has sold its barn and expects to"
function isJoined({word, lexeme, type}: Doc, k: number): boolean {
  let b = k - 1;
  while (
    b > 0 &&
    type[b] === WORD &&
    (lexeme[b]?.function === "adverb" || lexeme[b]?.function === "auxiliary")
  )
    b--;
  return word[b] === "and" || word[b] === "but";
}

// "the deal announced on Friday" announces nothing itself.
function isDoubtful(doc: Doc, speaker: Speaker, _k: number, {lemma, tense}: Verb): boolean {
  if (
    doc.vocab.lists.plainSayVerbs.has(lemma) ||
    (tense !== "past" && tense !== "participle" && lemma !== "forecast")
  )
    return false;
  return !isPronoun(doc, doc.word[speaker.from]) && !canSpeak(doc, speaker);
}

// ", adding that", "a report showing", "…, saying it cost"
function trailing(doc: Doc, k: number, from: number, before: readonly Attribution[]): Attribution | null {
  const {word, lexeme} = doc;
  if (word[k - 1] !== ",") {
    if (!doc.vocab.sources.has(word[k - 1] ?? "")) return null;
    const speaker = speakerBefore(doc, k, from);
    return speaker && {...speaker, at: k, reach: "after"};
  }
  const verb = lexeme[k]!.verb!;
  if (
    doc.vocab.lists.tellingVerbs.has(verb.lemma) ||
    (doc.vocab.lists.weakSayVerbs.has(verb.lemma) && !/^(?:that|:|"|“)$/.test(word[k + 1] ?? ""))
  )
    return null;
  const speaker = before.at(-1) ?? openingSubject(doc, from, k);
  return speaker && {from: speaker.from, to: speaker.to, at: k, reach: "after"};
}

// "is expected", "was found", "men said to be"; and "would say" says nothing yet.
function isPassive({lexeme, word, vocab}: Doc, k: number, {tense, lemma}: Verb, from: number): boolean {
  let b = k - 1;
  while (b >= from && (lexeme[b]?.function === "adverb" || word[b].endsWith("ly"))) b--;
  if (vocab.lists.modals.has(word[b])) return true;
  if (tense !== "participle" && tense !== "past" && lemma !== "forecast" && lemma !== "put") return false;
  return (
    vocab.lists.beForms.has(word[b]) || (word[k + 1] === "to" && /^(?:be|have)$/.test(word[k + 2] ?? ""))
  );
}

// "police records show", "a new report", "the claims of"
const isNoun = (doc: Doc, k: number, {tense}: Verb): boolean =>
  contextOf(doc, tense === "past" || tense === "participle" ? "spoke" : "speaks", k, k + 1) === "noun";

function isDenied({word}: Doc, k: number, from: number): boolean {
  for (let b = k - 1; b >= Math.max(from, k - 3); b--)
    if (word[b] === "not" || word[b] === "never" || word[b].endsWith("n't")) return true;
  return false;
}

// "analysts say", "data show", "has said", but not "a customs report" or "the state".
function takesPlural(doc: Doc, k: number, speaker: Speaker): boolean {
  const {word, lexeme} = doc;
  if (word[k] === "put" || word[k] === "forecast" || lexeme[k - 1]?.function === "auxiliary") return true;
  return [headEnd(doc, speaker) - 1, speaker.to - 1].some(
    (at) =>
      doc.vocab.lists.pluralSpeakers.has(word[at]) ||
      lexeme[at]?.singular != null ||
      (word[at].endsWith("s") && !word[at].endsWith("'s")),
  );
}

// "said Ada Okoro", "explains the chemist", "show records of the customs" after a quotation or a comma
function invertedSpeaker(doc: Doc, k: number, from: number, to: number): Speaker | null {
  const {word, type, lexeme} = doc;
  if (k === from || k + 1 >= to || type[k + 1] !== WORD) return null;
  let b = k - 1;
  const isQuoted =
    /^[”"’'»]$/.test(word[b]) || (word[b] === "," && b > from && /^[”"’'»]$/.test(word[b - 1]));
  if (!isQuoted && word[b] !== "," && word[b] !== "—" && word[b] !== "–") return null;
  // "grumbled her deputy, Tom Ros"
  const isOwned = word[k + 1] === "her" && type[k + 2] === WORD && !lexeme[k + 2]?.function;
  if (isPronoun(doc, word[k + 1]) && !isName(doc, k + 1) && !isOwned)
    return isQuoted ? {from: k + 1, to: k + 2} : null;
  const speaker = speakerAfter(doc, isOwned ? k + 2 : k + 1, to);
  if (!speaker || !canSpeak(doc, speaker)) return null;
  b = speaker.to;
  const isOver =
    b >= to ||
    type[b] === MARK ||
    type[b] === BREAK ||
    doc.vocab.lists.passedOn.has(word[b]) ||
    doc.vocab.lists.afterInversion.has(word[b]) ||
    (lexeme[b]?.weekday !== undefined && lexeme[b]!.weekday >= 0);
  if (isQuoted) return isOver || !lexeme[b]?.function ? speaker : null;
  // ", cited figures that": only verbs that follow a comma before their subject
  if (!isOver || !doc.vocab.lists.invertingVerbs.has(lexeme[k]?.verb?.lemma ?? "")) return null;
  const subject = speakerBefore(doc, k, from);
  return subject && isFirst(doc, subject, from) && canSpeak(doc, subject) ? null : speaker;
}

const isFirst = ({lexeme}: Doc, {from: at}: Speaker, from: number): boolean =>
  at === from || (at === from + 1 && lexeme[from]?.function === "determiner");

function tells(doc: Doc, {from, to}: Speaker, lemma: string): boolean {
  for (let k = from; k < to; k++) {
    const kind = doc.vocab.sources.get(doc.word[k]);
    if (kind === undefined) continue;
    if (lemma !== "find" || kind !== "voice") return true;
  }
  if (lemma === "count" && hasName(doc, {from, to})) return true;
  return isPronoun(doc, doc.word[from]) && lemma !== "find" && lemma !== "record";
}

// "the minister added that", "she added:", and of persons "he noted the fleet would grow"
function introduces(doc: Doc, k: number, speaker: Speaker): boolean {
  const {word, type} = doc;
  if (
    /^(?:that|:|"|“|how|”)$/.test(word[k + 1] ?? "") ||
    (word[k + 1] === "," && /^["“‘]$/.test(word[k + 2] ?? ""))
  )
    return true;
  return isPronoun(doc, word[speaker.from]) && word[k] !== "added" && type[k + 1] === WORD;
}

// "…, the ministry said on Monday.": what is said stands before.
function isPostposed(doc: Doc, speaker: Speaker, k: number, from: number, to: number): boolean {
  const {word, lexeme} = doc;
  let b = speaker.from - 1;
  while (b >= from && (lexeme[b]?.function === "determiner" || lexeme[b]?.number)) b--;
  if (b < from) return false;
  if (/^[”"’'»]$/.test(word[b])) return true;
  if (!/^[,—–)]$/.test(word[b])) return false;
  return isOverAfter(doc, k, to);
}

function isOverAfter(doc: Doc, k: number, to: number): boolean {
  const {word, type, lexeme} = doc;
  for (let j = k + 1; j < to && j - k < 14; j++) {
    if (type[j] === MARK)
      return !/^[:"“‘($€£¥]$/.test(word[j]) && !(word[j] === "," && /^["“‘]$/.test(word[j + 1] ?? ""));
    if (type[j] === DIGITS) {
      if (!(lexeme[j - 1]?.month || lexeme[j + 1]?.month || word[j - 1] === "in" || isName(doc, j - 1)))
        return false;
      continue;
    }
    const kind = lexeme[j]?.function;
    if (
      kind === "auxiliary" ||
      word[j] === "that" ||
      (kind === "pronoun" && !/^(?:us|me|them)$/.test(word[j]))
    )
      return false;
    if (lexeme[j]?.changeBefore || (lexeme[j]?.number && word[j] !== "one")) return false;
  }
  return true;
}

// "the bank trimmed its forecast for growth"
const isOwnForecast = ({word, vocab}: Doc, k: number): boolean =>
  vocab.lists.forecastWords.has(word[k]) && /^(?:its|their|his|her)$/.test(word[k - 1] ?? "");
