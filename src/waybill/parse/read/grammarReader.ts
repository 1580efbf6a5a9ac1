import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import type {Period} from "../find/date.js";
import {findOutlet} from "../refine/outlet.js";
import type {Roles} from "../refine/roles.js";
import {type Grammar, Syntax} from "../syntax/Syntax.js";
import type {FiguresRead, GrammarReader, Told} from "../Told.js";
import {type Asked, answer, askAgain} from "./answers/answer.js";
import {eventOf} from "./events.js";
import {Focus} from "./Focus.js";
import {Passage} from "./Passage.js";
import {Parties} from "./parties.js";
import {Cast} from "./roles/Cast.js";
import {type Choice, chosenFor} from "./roles/choose.js";
import {Inquiry} from "./roles/Inquiry.js";
import {settle} from "./roles/settle.js";
import {SaidReader} from "./said.js";
import {noSides, type Part, shareSides, sureSides} from "./shared.js";
import {type Side, type Sides, SidesReader} from "./sides.js";
import {stateOf} from "./state.js";
import {type Thing, thingsOf} from "./thing.js";

/**
 * Returns a reader of grammar for parseFigures. The model is asked for once, and
 * only where a text has a figure.
 *
 * @example
 * parseFigures("Dorex trucked 20 lathes to Peru.", {vocab, grammar: grammarReader(readGrammar)});
 * // [{exact: "20 lathes", supplier: "Dorex", recipient: "Peru", status: "delivered", …}]
 */
export function grammarReader(grammar: () => Grammar): GrammarReader {
  let known: Grammar | null = null;
  return {
    read(doc, reading, told) {
      if (reading.figures.length === 0) return [...told];
      known ??= grammar();
      return new DocReader(doc, known, reading).read(told);
    },
  };
}

/** Returns what is asked of each figure of a document before anybody answers; training asks the same. */
export const inquire = (doc: Doc, grammar: Grammar, reading: FiguresRead, told: readonly Told[]): Inquiry =>
  new DocReader(doc, grammar, reading).inquiry(told);

/** Returns what is asked of each figure once more, when it was answered by the grammar's model of roles; training asks the same. */
export const inquireAgain = (
  doc: Doc,
  grammar: Grammar,
  reading: FiguresRead,
  told: readonly Told[],
): Asked => new DocReader(doc, grammar, reading).questions(told);

// Who is spoken of this many sentences away from a figure has no part in it.
const farthest = 12;
const opening = 3;
// In a table there is nobody to ask for.
const mostInSentence = 12;

// The sides of each figure with those that it shares with another, as the grammar tells them.
function sharedBy(parts: readonly Part[], things: readonly (Thing | null)[]): Sides[] {
  const sure = sureSides(parts);
  const shared = shareSides(parts.map((part, n) => ({...part, sides: sure[n]})));
  shared.forEach((sides, n) => {
    const after = things[n]?.after;
    // "They came to €31m": of whom and to whom is as with the figure whose thing it shares.
    if (after !== undefined && !sides.supplier && !sides.recipient)
      shared[n] = {
        ...sides,
        supplier: asInferred(shared[after].supplier),
        recipient: asInferred(shared[after].recipient),
      };
  });
  return shared;
}

const asInferred = (side: Side | null): Side | null => side && {...side, basis: "inferred"};

const sidesOf = ({supplier, recipient, via}: Sides): Sides => ({supplier, recipient, via});

class DocReader {
  readonly #doc: Doc;
  readonly #figures: readonly Found[];
  readonly #periods: readonly Period[];
  #outlet: string | null | undefined;
  readonly #syntax: Syntax;
  readonly #passages: (Passage | null | undefined)[] = [];
  readonly #sides: SidesReader;
  readonly #said: SaidReader;
  readonly #parties: Parties;
  readonly #focus: Focus;
  readonly #grammar: Grammar;

  constructor(doc: Doc, grammar: Grammar, {figures, periods}: FiguresRead) {
    this.#doc = doc;
    this.#figures = figures;
    this.#periods = periods;
    this.#syntax = new Syntax(doc, grammar, figures);
    const parties = new Parties(doc, grammar.lexicon);
    const focus = new Focus((n) => this.#passage(n), parties, doc.vocab.lists.firmNouns);
    this.#parties = parties;
    this.#focus = focus;
    this.#grammar = grammar;
    this.#said = new SaidReader(doc.vocab, parties, focus);
    this.#sides = new SidesReader(parties, focus);
  }

  #passage(number: number): Passage | null {
    let known = this.#passages[number];
    if (known === undefined) {
      const sentence = number < 0 ? null : this.#syntax.sentence(number);
      known = sentence && new Passage(number, sentence);
      this.#passages[number] = known;
    }
    return known;
  }

  /** Returns what is asked of each figure: whom the article speaks of around it. */
  inquiry(told: readonly Told[]): Inquiry {
    const parts = this.#parts();
    return this.#inquiry(this.#heard(told, parts), parts, sharedBy(parts, thingsOf(this.#doc, parts)));
  }

  // Where the words name nobody who says so, the grammar may.
  #heard(told: readonly Told[], parts: readonly Part[]): Told[] {
    return told.map((one, n) => {
      const {passage, root} = parts[n];
      return one.said || !passage || root < 0 ? one : {...one, said: this.#saidOf(passage, root)};
    });
  }

  #inquiry(told: readonly Told[], parts: readonly Part[], shared: readonly Sides[]): Inquiry {
    const counts = new Map<number, number>();
    for (const {from} of this.#figures) {
      const n = sentenceOf(this.#doc, from);
      counts.set(n, (counts.get(n) ?? 0) + 1);
    }
    const isAsked = ({passage, figure}: Part) =>
      figure.kind !== "duration" && (counts.get(passage?.number ?? -1) ?? 0) <= mostInSentence;
    const asked = parts.map((part) => (isAsked(part) ? part : {...part, passage: null}));
    const {lexicon} = this.#grammar;
    const passages = this.#around([...counts.keys()].sort((a, b) => a - b));
    const cast = new Cast(this.#doc, this.#parties, this.#focus, lexicon, passages);
    const answers = [parts.map(({sides}) => sides), shared];
    return new Inquiry(this.#doc, cast, lexicon, asked, answers, told);
  }

  // The sentences that are near enough to those of figures.
  #around(sentences: readonly number[]): Passage[] {
    const passages: Passage[] = [];
    let next = 0;
    for (let n = 0; n < this.#doc.sentenceStart.length; n++) {
      while (next < sentences.length && sentences[next] < n) next++;
      const isNear = n < opening || sentences[next] - n <= farthest || n - sentences[next - 1] <= farthest;
      const passage = isNear ? this.#passage(n) : null;
      if (passage) passages.push(passage);
    }
    return passages;
  }

  #parts(): Part[] {
    return this.#figures.map((figure) => this.#part(figure));
  }

  /** Returns what is told of each figure, with what the grammar and what was learnt of it say. */
  read(told: readonly Told[]): Told[] {
    const {roles} = this.#grammar;
    const {inquiry, answered} = this.#first(told);
    return roles?.answers ? answer(answered, this.#again(inquiry, answered), roles.answers) : answered;
  }

  /** Returns what is asked of each figure once more. */
  questions(told: readonly Told[]): Asked {
    const {inquiry, answered} = this.#first(told);
    return this.#again(inquiry, answered);
  }

  #again(inquiry: Inquiry, told: readonly Told[]): Asked {
    const {lexicon} = this.#grammar;
    const passage = (number: number) => this.#passage(number);
    return askAgain({
      doc: this.#doc,
      lexicon,
      figures: this.#figures,
      periods: this.#periods,
      told,
      inquiry,
      passage,
    });
  }

  #first(toldByWords: readonly Told[]): {inquiry: Inquiry; answered: Told[]} {
    const parts = this.#parts();
    const told = this.#heard(toldByWords, parts);
    const things = thingsOf(this.#doc, parts);
    const shared = sharedBy(parts, things);
    const inquiry = this.#inquiry(told, parts, shared);
    return {inquiry, answered: this.#answers(told, parts, shared, things, inquiry)};
  }

  #answers(
    told: readonly Told[],
    parts: readonly Part[],
    shared: readonly Sides[],
    things: readonly (Thing | null)[],
    inquiry: Inquiry,
  ): Told[] {
    const {roles} = this.#grammar;
    const chosen = roles ? chosenFor(inquiry, roles) : [];
    const statuses: Roles["status"][] = [];
    const whens = told.map(({when}) => when);
    return parts.map((part, n): Told => {
      const {passage, root} = part;
      statuses.push(told[n].roles.status);
      const whom = chosen[n] ?? null;
      // Without what was learnt, the grammar's word stands.
      const {isUnsure: isSideUnsure, ...sides} = roles
        ? settle(whom ?? [])
        : {...sidesOf(shared[n]), isUnsure: false};
      const whose = whom?.[3] ?? null;
      const holder = whose && {text: whose.text, basis: whose.basis};
      if (!passage || root < 0)
        return {...told[n], thing: things[n], roles: {...told[n].roles, ...noSides}, holder, isSideUnsure};
      const ownStatus = this.#status(part, sides, told[n].roles);
      // What goes on about another figure has come as far as that.
      const {after} = shared[n];
      const other = after === undefined ? null : statuses[after];
      statuses[n] = ownStatus ?? (other && {...other, basis: "inferred"});
      const earlier = after === undefined ? null : whens[after];
      whens[n] ??= earlier && {...earlier, basis: "inferred"};
      return {
        ...told[n],
        roles: {...told[n].roles, ...sides, status: statuses[n]},
        thing: things[n],
        said: whom ? this.#spoken(told[n].said, whom[4]) : told[n].said,
        when: whens[n],
        holder,
        isSideUnsure,
      };
    });
  }

  #part(figure: Found): Part {
    const {start, end, vocab} = this.#doc;
    const part: Part = {
      figure,
      // Nobody hands over an age, plans it or foresees it.
      passage: figure.kind === "age" ? null : this.#passage(sentenceOf(this.#doc, figure.from)),
      root: -1,
      event: null,
      sides: noSides,
    };
    const {passage} = part;
    if (!passage) return part;
    part.root = passage.rootOf(start[figure.from], end[figure.to - 1]);
    if (part.root < 0 || /^(age|duration|length|percentage_points)$/.test(figure.kind)) return part;
    part.event = eventOf(
      vocab,
      passage,
      part.root,
      passage.wordAt(start[figure.from]),
      figure.kind === "money",
    );
    if (part.event && !this.#isNoGoods(part)) part.sides = this.#sides.of(part.event);
    return part;
  }

  // People are handed over by nobody; of what a change in percent is told stands as a noun, or behind "of".
  #isNoGoods({figure: {kind, unit}, event}: Part): boolean {
    if (kind === "percent") return event !== null && !event.isNoun && event.things.length < 2;
    return kind === "count" && unit !== null && this.#doc.vocab.lists.peopleNouns.has(unit);
  }

  #status(
    {event, passage, root, figure}: Part,
    {supplier, recipient}: Sides,
    {status}: Roles,
  ): Roles["status"] {
    const isHanded = supplier !== null || recipient !== null;
    const state =
      passage && stateOf(this.#doc.vocab, passage, root, event, isHanded, figure.kind === "count");
    if (status?.value === "contracted" && state === "planned") return status;
    // What is ordered or under contract has not come yet, though the sentence tells where it goes.
    if (
      status &&
      /^(ordered|contracted)$/.test(status.value) &&
      (state === "planned" || state === "delivered") &&
      isHanded
    )
      return status;
    if (state && state !== "fact") return state === status?.value ? status : {value: state, basis: "stated"};
    // Where the grammar tells nothing, the words do; a plain fact is no plan.
    const isKept = status && (state !== "fact" || isHanded || !/^(?:planned|forecast)$/.test(status.value));
    return isKept ? status : null;
  }

  // Whom the words name stands with all that they tell of them; where they name another, the learnt reader is believed.
  #spoken(told: Told["said"], choice: Choice | null): Told["said"] {
    // Looked for once: the whole text is walked through.
    if (this.#outlet === undefined) this.#outlet = findOutlet(this.#doc);
    const outlet = this.#outlet;
    if (!choice) return told?.chain === outlet ? told : null;
    if (choice.isTold) return told;
    const {text, basis} = choice;
    const isRelayed = outlet !== null && !text.includes(outlet) && !outlet.includes(text);
    return {chain: isRelayed ? `${outlet} > ${text}` : text, basis};
  }

  #saidOf(passage: Passage, root: number): Told["said"] {
    const said = this.#said.of(passage, root);
    return said && {chain: said.text, basis: said.basis};
  }
}
