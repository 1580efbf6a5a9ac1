import type {Basis} from "../../model/figure.js";
import {type Doc, sentenceOf, sentenceTokens} from "../document.js";
import {type Found, isMeasure} from "../Found.js";
import type {Said} from "../refine/attribution.js";
import {trimStart} from "../refine/nounSpan.js";
import {isName} from "../refine/party.js";
import {phraseStart, type Stretch} from "../refine/predicate.js";
import type {Roles} from "../refine/roles.js";
import type {Thing} from "../refine/thing.js";
import {MARK, WORD} from "../scan.js";
import {isList} from "../within.js";
import {isHolding, isMovedIn, isTraded, subjectOf, verbBefore} from "./holding.js";
import {isBodyNoun, isDemonym, isPlaceName, isProper, Names, nameEnd, nameInCommas} from "./names.js";
import {isHarmed, isSubjectOfClause, openingPlace, placeBehind} from "./place.js";
import {standsFor} from "./referent.js";
import {coreEnd, isDated, isPossessive, nounEnd, wordingOf} from "./wording.js";

/** Whose quantity a figure is. */
export interface Holder {
  text: string;
  basis: Exclude<Basis, "reviewed">;
}

/** What is known of the figures by then, in their order. */
export interface Known {
  things: readonly (Thing | null)[];
  roles: readonly Roles[];
  said: readonly (Said | null)[];
}

/**
 * Returns whose quantity each figure is: “Facebook” of “Facebook has 2.2 billion
 * users”, “BA” of “BA's profit of £75m”, “Sudan” of “deaths in Sudan”; null where
 * something is handed over, which has a supplier and a recipient, and where the
 * text does not say. A pronoun, and “the company”, are told by the name that they
 * stand for, and are inferred then. Sides that were only carried over from
 * another sentence do not count where a figure's own words say whose it is.
 */
export function findHolders(doc: Doc, figures: readonly Found[], known: Known): (Holder | null)[] {
  const reader = new Reader(doc, figures, known);
  return figures.map((_, n) => reader.of(n));
}

const placing = /^(?:in|at|on|among|across|aboard|of|off|near|within|throughout|inside|around|outside|into)$/;

class Reader {
  readonly #names: Names;
  readonly #done: (Holder | null)[] = [];
  /** The figure that is read, by its place in the list. */
  #n = 0;
  /** Its sentence, tokens [floor, limit). */
  #floor = 0;
  #limit = 0;

  constructor(
    private readonly doc: Doc,
    private readonly figures: readonly Found[],
    private readonly known: Known,
  ) {
    this.#names = new Names(doc);
  }

  of(n: number): Holder | null {
    const holder = this.#read(n);
    this.#done.push(holder);
    return holder;
  }

  #read(n: number): Holder | null {
    const {doc, figures} = this;
    const figure = figures[n];
    const {supplier, recipient, after} = this.known.roles[n];
    const thing = this.known.things[n];
    if (figure.kind === "age") return null;
    const {from, to} = sentenceTokens(doc, sentenceOf(doc, figure.from));
    if (isList(figures, from, to)) return null;
    [this.#n, this.#floor, this.#limit] = [n, from, to];
    if (thing && isTraded(doc, thing)) return null;
    if ((supplier || recipient) && after < 0)
      // "Its order book" is no order.
      return thing && this.#isOwned(thing) && this.#isHere(thing) ? this.#possessor(thing.from) : null;
    const own = this.#ofPhrase(figure, thing) ?? this.#openingPlace();
    if (own || supplier || recipient || figure.kind === "duration") return own;
    // "up from 13.9 million": of the figure before that it goes on from.
    const before = thing?.after === undefined ? null : inferred(this.#done[thing.after]);
    const isGoingOn = thing?.after !== undefined && figures[thing.after].from >= from;
    return (
      (isGoingOn ? before : this.#ofSubject(figure, thing)) ??
      this.#placeBehind(figure) ??
      this.#ofTopic(thing) ??
      before
    );
  }

  #isHere = ({from, to}: Stretch): boolean => from >= this.#floor && to <= this.#limit;

  #isOwned({from, to}: Stretch): boolean {
    const {word, vocab} = this.doc;
    return vocab.lists.ownedNouns.has(word[coreEnd(this.doc, from, to) - 1]);
  }

  // What the figure's own noun phrase says: "its 300 workers", "BA's profit of £75m", "deaths in Sudan".
  #ofPhrase(figure: Found, thing: Thing | null): Holder | null {
    // "put the province's needs at $900m"
    if (thing && this.#isHere(thing) && isPossessive(this.doc, thing.to - 1))
      return this.#told(thing.from, thing.to);
    const isHere = thing !== null && this.#isHere(thing);
    const isFirst = isHere && thing.to <= figure.from;
    const end = Math.max(figure.to, figure.nounTo);
    const own =
      this.#possessor(figure.from) ??
      (isFirst ? this.#ofNoun(thing, false) : null) ??
      this.#listed(figure, thing);
    if (own) return own;
    const owner = isHere && thing.from >= end ? this.#ownerOf(thing) : null;
    if (owner) return owner;
    const company = figure.kind === "multiple" ? null : this.#ofCompany(figure, thing);
    if (company) return company;
    if (figure.kind === "duration") return null;
    return this.#behind(end, figure, false) ?? (isHere && !isFirst ? this.#ofNoun(thing, false) : null);
  }

  // "1,500 people and 40 excavators"
  #listed(figure: Found, thing: Thing | null): Holder | null {
    const {doc} = this;
    const before = this.#n > 0 ? this.figures[this.#n - 1] : null;
    const from = this.#phraseStart(figure, thing);
    if (!before || before.from < this.#floor || doc.word[from - 1] !== "and" || from - before.to > 4)
      return null;
    for (let k = before.to; k < from - 1; k++)
      if (doc.type[k] !== WORD || doc.lexeme[k]?.function) return null;
    return this.#done[this.#n - 1];
  }

  // "Volmer's shares", "its shares", "the animal's weight"
  #ownerOf({from, to}: Stretch): Holder | null {
    const {doc} = this;
    let core = from + 1;
    while (core < to && doc.lexeme[core]?.function !== "preposition") core++;
    // "six pallets of children's clothes" are not the children's.
    const isGoods = from >= this.figures[this.#n].from;
    for (let k = core - 1; k >= from; k--)
      if (isPossessive(doc, k) && !doc.vocab.lists.timeNouns.has(doc.word[k].replace(/'s$/, "")))
        return isGoods && !isName(doc, k) && doc.word[from - 1] !== "the"
          ? null
          : this.#told(from, doc.word[k] === "'" ? k : k + 1);
    // "US inflation"
    const isLed = from - 1 >= this.#floor && isName(doc, from - 1) && isPlaceName(doc, from - 1);
    return isLed ? {text: wordingOf(doc, from - 1, from), basis: "stated"} : this.#possessor(from);
  }

  // Of "Ridership on the Orla line" the line, of "Volmer's shares" and "Volmer shares" Volmer.
  #ofNoun({from, to}: Stretch, isWide: boolean): Holder | null {
    const {doc} = this;
    const {lexeme} = doc;
    const figure = this.figures[this.#n];
    let core = from + 1;
    while (core < to && lexeme[core]?.function !== "preposition") core++;
    const owner = this.#ownerOf({from, to});
    if (owner) return owner;
    for (let k = core; k <= to; k++) {
      const behind = this.#behind(k, figure, isWide);
      if (behind) return behind;
    }
    if (!isProper(doc, from, this.#floor)) return null;
    const named = nameEnd(doc, from, core);
    if (named >= core || doc.word[named] === "-") return null;
    // "Volmer shares", "Swedish unemployment", but not "26 cases of Belgian beer", "LNG cargoes"
    const isChange = /^(?:percent|percentage_points|multiple)$/.test(figure.kind);
    const isOf = isChange ? from < figure.from : this.#isOwned({from, to: core});
    return isOf ? this.#told(from, named) : null;
  }

  // The owner right before a noun phrase that starts, or goes on, at the given token.
  #possessor(at: number): Holder | null {
    const {doc} = this;
    const {word, lexeme, type, vocab} = doc;
    for (let k = at - 1; k >= this.#floor && at - k < 6; k--) {
      if (vocab.lists.possessivesAll.has(word[k])) return this.#stoodFor(k);
      if (isPossessive(doc, k)) {
        if (vocab.lists.timeNouns.has(word[k].replace(/'s$/, "")) || isDated(doc, k)) return null;
        return this.#toldBefore(word[k] === "'" ? k : k + 1);
      }
      if (type[k] === MARK ? word[k] !== "-" : type[k] === WORD && lexeme[k]?.function) return null;
    }
    return null;
  }

  // "deaths in Sudan", "turnout at Denn", "rates among adults": who or where stands behind the noun.
  #behind(at: number, figure: Found, isWide: boolean): Holder | null {
    const {doc} = this;
    const {word, lexeme} = doc;
    if (!placing.test(word[at] ?? "") || isDated(doc, at + 1)) return null;
    // "9 barrels of Venezuelan oil"
    if (word[at] === "of" && at === Math.max(figure.to, figure.nounTo) && figure.kind !== "count")
      return null;
    let from = at + 1;
    // "in some of our villages"
    if (word[at + 2] === "of" && lexeme[at + 1]?.function === "determiner") from += 2;
    while (from < this.#limit && lexeme[from]?.function === "determiner" && !isName(doc, from)) from++;
    if (from >= this.#limit) return null;
    if (lexeme[at - 1]?.function === "determiner") return null;
    if (doc.vocab.lists.possessivesAll.has(word[at + 1]) && word[at] !== "among")
      return this.#stoodFor(at + 1);
    const name = isName(doc, from) ? nameEnd(doc, from, this.#limit) : from;
    // "on the Orla line", "among Andean adults", but "in Sudan rose"
    const isMore = name === from || from > at + 1 || word[at] === "among" || isDemonym(doc, from, name);
    const end = isMore ? nounEnd(doc, name, this.#limit) : name;
    if (end <= from) return null;
    // "in Houthi missiles": what describes is no place.
    if (
      name > from &&
      from === at + 1 &&
      word[at] !== "among" &&
      nounEnd(doc, name, this.#limit) > name &&
      !isPlaceName(doc, name - 1)
    )
      return null;
    const isBody = from > at + 1 && isBodyNoun(doc, end - 1);
    if (name > from || isName(doc, end - 1) || isBody) {
      const isGoods = word[at] === "of" && figure.kind === "count" && figure.nounTo === at && !isBody;
      return isGoods ? null : this.#told(from, end);
    }
    const isOf = word[at] === "of" ? isMeasure(figure.kind) : true;
    return (isWide && isOf) || word[at] === "among" ? this.#told(from, end) : null;
  }

  // Whose company it keeps: "a dairy with 84 cows", "Cryonet has a staff of 26", "a chain of 130 shops".
  #ofCompany(figure: Found, thing: Thing | null): Holder | null {
    const {doc} = this;
    const {word, lexeme} = doc;
    const isOf = word[figure.from - 1] === "of";
    if (isOf && figure.nounFrom >= 0 && lexeme[figure.from - 2]?.party)
      return this.#toldBefore(figure.from - 1);
    const at = this.#phraseStart(figure, thing);
    if (word[at - 1] === "with" && at - 1 > this.#floor) {
      let from = at - 1;
      while (
        from > this.#floor &&
        doc.type[from - 1] === WORD &&
        (!lexeme[from - 1]?.function || isName(doc, from - 1))
      )
        from--;
      const isNew = /^(?:an?|another)$/.test(word[from - 1] ?? "");
      if (isNew && doc.vocab.lists.beForms.has(word[from - 2])) return this.#whoDoes(from - 2);
      if (from < at - 1 && (isNew || isName(doc, at - 2))) return this.#told(from, at - 1);
      // "finished the season with 41 points"
      const verb = verbBefore(doc, at - 1, this.#floor);
      return verb < 0 || lexeme[verb]?.verb ? null : this.#whoDoes(verb);
    }
    const verb = verbBefore(doc, at, this.#floor);
    if (verb < 0 || !isHolding(doc, verb, at)) return null;
    if (figure.kind === "duration" && !doc.vocab.lists.lastingVerbs.has(word[verb])) return null;
    const frame = lexeme[verb]?.verb?.frame ?? "say";
    return frame === "say" || word[verb + 1] === "on" ? this.#whoDoes(verb) : null;
  }

  // Where "a staff of 26" starts.
  #phraseStart({from}: Found, thing: Thing | null): number {
    const {word, lexeme} = this.doc;
    let at = word[from - 1] === "of" && thing?.to === from - 1 ? thing.from : from;
    while (at > this.#floor && lexeme[at - 1]?.function === "determiner") at--;
    return at;
  }

  #whoDoes(verb: number): Holder | null {
    const subject = subjectOf(this.doc, verb, this.#floor);
    if (subject === null) return null;
    return "pronoun" in subject ? this.#stoodFor(subject.pronoun) : this.#told(subject.from, subject.to);
  }

  // What the verb tells of: "The bridge is 300 metres long", "Ridership on the Orla line rose 4%".
  #ofSubject(figure: Found, thing: Thing | null): Holder | null {
    const {doc} = this;
    const verb = verbBefore(doc, figure.from, this.#floor);
    if (verb < 0) return null;
    const isMoved = isMovedIn(doc, verb, figure);
    if (doc.lexeme[verb]?.verb && !isMoved) return null;
    // "has crashed 16 times"
    if (figure.unit === "time") return this.#whoDoes(verb);
    // "Poland plans to lift spending to 4.7 percent"
    if (thing && thing.from > verb && thing.to <= figure.from)
      return doc.lexeme[verb]?.changeBefore ? this.#whoDoes(verb) : null;
    const subject = subjectOf(doc, verb, this.#floor);
    if (subject === null) return null;
    if ("pronoun" in subject) return isMoved ? this.#stoodFor(subject.pronoun) : null;
    const isIn = thing && thing.from >= subject.from && thing.to <= subject.to;
    if (!isIn && (thing || !isMoved)) return null;
    const of = this.#ofNoun(subject, true);
    if (of) return of;
    const head = coreEnd(doc, subject.from, subject.to) - 1;
    if (doc.vocab.lists.ownedNouns.has(doc.word[head])) return null;
    const isNamed = isProper(doc, head, this.#floor) || isBodyNoun(doc, head);
    // "The bridge is 300 metres long", but of "Rainfall reached 40 millimetres" nobody's.
    const isThat = isMeasure(figure.kind) && doc.lexeme[subject.from - 1]?.function === "determiner";
    return (isThat || isNamed) && figure.kind !== "money" ? this.#told(subject.from, subject.to) : null;
  }

  #openingPlace(): Holder | null {
    const place = openingPlace(this.doc, this.figures[this.#n], this.#floor);
    return place && this.#told(place.from, place.to);
  }

  // "412 people died in Sindh": where it happened to them, or the place that was named last.
  #placeBehind(figure: Found): Holder | null {
    const {doc} = this;
    if (figure.kind === "money") return null;
    const verb = verbBefore(doc, figure.from, this.#floor);
    const harmed = isHarmed(doc, figure, verb, this.#limit);
    if (!harmed && !isSubjectOfClause(doc, figure, verb)) return null;
    const place = placeBehind(doc, figure.to, this.#limit);
    if (place) return this.#told(place.from, place.to);
    const name = harmed ? this.#names.before(figure.from, ["place"], 2, true) : null;
    return name && {text: wordingOf(doc, name.from, name.to), basis: "inferred"};
  }

  // "Revenue climbed": that of the company which the text is about.
  #ofTopic(thing: Thing | null): Holder | null {
    const {doc} = this;
    if (!thing || !this.#isHere(thing) || !this.#isOwned(thing)) return null;
    const name = this.#names.topic(thing.from);
    return name && {text: wordingOf(doc, name.from, name.to), basis: "inferred"};
  }

  #stoodFor(at: number): Holder | null {
    const text = standsFor(this.doc, this.#names, at, this.#floor, this.known.said[this.#n]);
    return text === null ? null : {text, basis: "inferred"};
  }

  #toldBefore(to: number): Holder | null {
    const {doc} = this;
    let from = trimStart(doc, phraseStart(doc, to, this.#floor), to);
    // "will see Italy's"
    const last = doc.word[to - 1] === "'" ? to - 2 : to - 1;
    if (isName(doc, last)) {
      let name = last;
      while (name > from && (isName(doc, name - 1) || /^[-&]$/.test(doc.word[name - 1]))) name--;
      from = Math.max(from, name);
    }
    // Of "the head of Volmer's 300 workers" Volmer.
    let own = to - 1;
    while (own > from && doc.lexeme[own - 1]?.function !== "preposition") own--;
    return from < to ? this.#told(isName(doc, own) ? Math.max(from, own) : from, to) : null;
  }

  // The words of a noun phrase up to what hangs on it; “the company” is told by its name, and so is who is described.
  #told(from: number, to: number): Holder | null {
    const {doc} = this;
    const {word, lexeme, vocab} = doc;
    let start = trimStart(doc, from, to);
    while (start < to && (isDated(doc, start) || vocab.lists.calendarNouns.has(word[start]))) start++;
    const end = coreEnd(doc, start, to);
    // "Before the first frost the snail"
    for (let k = start + 1; k < end; k++)
      if (lexeme[k]?.function === "determiner" && !isName(doc, k)) start = k + 1;
    if (end <= start) return null;
    const head = word[end - 1].replace(/'s$/, "");
    const opener = lexeme[start - 1]?.function === "determiner" ? start - 2 : start - 1;
    if (!isName(doc, end - 1)) {
      // "Pedro Salinas, a physiologist in Valdivia who", "Cryonet, a biotech company with"
      if (word[opener] === "," && isName(doc, opener - 1) && word[start - 1] !== "the")
        return this.#toldBefore(opener);
      // "The winner, Malin Stenmark, is"
      const name = nameInCommas(doc, end, this.#limit);
      if (name) return {text: wordingOf(doc, name.from, name.to), basis: "stated"};
      if (end - start === 1 && word[start - 1] === "the" && vocab.lists.firmNouns.has(head)) {
        const name = this.#names.before(start, ["other"]);
        if (name) return {text: wordingOf(doc, name.from, name.to), basis: "inferred"};
      }
    }
    if (lexeme[start]?.function === "pronoun" || lexeme[start]?.number || lexeme[end - 1]?.scale) return null;
    // "Eurofreight's order book stands at 87 ships"
    const isSomebody =
      isName(doc, end - 1) ||
      isBodyNoun(doc, end - 1) ||
      vocab.lists.kin.has(head) ||
      vocab.lists.officerNouns.has(head);
    for (let k = start; k < end - 1 && !isSomebody; k++)
      if (isPossessive(doc, k)) return this.#told(start, word[k] === "'" ? k : k + 1);
    // "Her main pledge is to cut": hers, where it is nobody that has it.
    if (/^(?:his|her|its)$/.test(word[start - 1] ?? "") && !isSomebody && !isName(doc, end - 1))
      return this.#stoodFor(start - 1);
    const text = wordingOf(doc, start, end);
    return text === "" ? null : {text, basis: "stated"};
  }
}

const inferred = (holder: Holder | null): Holder | null => holder && {...holder, basis: "inferred"};
