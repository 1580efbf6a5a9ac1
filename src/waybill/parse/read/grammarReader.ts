import {type Doc, sentenceOf} from "../document.js";
import type {Found} from "../Found.js";
import {countryIn} from "../refine/place.js";
import type {Role, Roles} from "../refine/roles.js";
import type {Thing} from "../refine/thing.js";
import {type Grammar, Syntax} from "../syntax/Syntax.js";
import type {GrammarReader, Told} from "../Told.js";
import {eventOf} from "./events.js";
import {Focus} from "./Focus.js";
import {Passage} from "./Passage.js";
import {Parties} from "./parties.js";
import {SaidReader} from "./said.js";
import {isAlike, noSides, type Part, shareSides, sureSides} from "./shared.js";
import {type Sides, SidesReader} from "./sides.js";
import {stateOf} from "./state.js";
import {plainWordsOf, thingOf} from "./thing.js";

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
    read(doc, figures, told) {
      if (figures.length === 0) return [...told];
      known ??= grammar();
      return new DocReader(doc, known, figures).read(told);
    },
  };
}

const sideRoles = ["supplier", "recipient", "via"] as const;

/**
 * Whether the grammar of the figure's own clause names everybody whom its sentence
 * is said to name: on texts that nothing was tuned on, whom the order of words
 * alone names is wrong every second time. A side that was inferred says so itself.
 */
function isConfirmed(given: Pick<Roles, (typeof sideRoles)[number]>, own: Sides): boolean {
  return sideRoles.every((role) => {
    const side = given[role];
    const told = own[role];
    return side?.basis !== "stated" || (told !== null && isAlike(side, told));
  });
}

class DocReader {
  readonly #doc: Doc;
  readonly #figures: readonly Found[];
  readonly #syntax: Syntax;
  readonly #passages: (Passage | null | undefined)[] = [];
  readonly #sides: SidesReader;
  readonly #said: SaidReader;

  constructor(doc: Doc, grammar: Grammar, figures: readonly Found[]) {
    this.#doc = doc;
    this.#figures = figures;
    this.#syntax = new Syntax(doc, grammar, figures);
    const parties = new Parties(doc, grammar.lexicon);
    const focus = new Focus((n) => this.#passage(n), parties, doc.vocab.lists.firmNouns);
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

  read(told: readonly Told[]): Told[] {
    const parts = this.#figures.map((figure) => this.#part(figure));
    const ofGrammar = parts.map(({sides}) => sides);
    sureSides(parts).forEach((sides, n) => {
      parts[n].sides = this.#withOwn(sides, told[n], this.#figures[n]);
    });
    const sides = shareSides(parts);
    const statuses: Roles["status"][] = [];
    const read = parts.map((part, n) => {
      const {passage, root} = part;
      statuses.push(told[n].roles.status);
      if (!passage || root < 0) return told[n];
      const {supplier, recipient, via, after} = this.#likeItsThing(sides, told, n);
      const own = this.#status(part, {supplier, recipient, via}, told[n].roles);
      // What goes on about another figure has come as far as that.
      const other = after === undefined ? null : statuses[after];
      statuses[n] = own ?? (other && {...other, basis: "inferred"});
      return {
        ...told[n],
        roles: {
          ...told[n].roles,
          supplier,
          recipient,
          via,
          status: statuses[n],
        },
        thing: this.#isNoun(passage, told[n].thing) ? told[n].thing : this.#thing(part),
        said: told[n].said ?? this.#saidOf(passage, root),
      };
    });
    return read.map((one, n) => ({...one, isSideUnsure: !isConfirmed(one.roles, ofGrammar[n])}));
  }

  // "They came to €31m": of whom and to whom is as with the figure whose thing it shares.
  #likeItsThing(sides: readonly Sides[], told: readonly Told[], n: number): Sides {
    const after = told[n].thing?.after;
    const {supplier, recipient, via} = sides[n];
    const isLike = told[n].roles.supplier !== null && told[n].roles.recipient !== null;
    if (supplier || recipient || after === undefined || after >= n || !isLike) return sides[n];
    const inferred = (side: Sides["supplier"]) => side && {...side, basis: "inferred" as const};
    return {supplier: inferred(sides[after].supplier), recipient: inferred(sides[after].recipient), via};
  }

  // What the order of words tells goes on where the grammar tells nothing, if the sentence itself says it.
  #withOwn({supplier, recipient, via, isMade}: Sides, {roles, thing}: Told, figure: Found): Sides {
    const here = sentenceOf(this.#doc, figure.from);
    const isHere = (n: number | undefined) =>
      n === undefined || n < 0 || sentenceOf(this.#doc, this.#figures[n].from) === here;
    const own = (role: Role | null, other: Role | null) =>
      role &&
      (role.basis === "stated" || (isHere(roles.after) && isHere(thing?.after))) &&
      role.text !== other?.text
        ? role
        : null;
    const from = own(roles.supplier, recipient);
    // "from Danish companies, 12 shipments": who is named goes before whose goods they are.
    const isCountry = from !== null && supplier !== null && countryIn(this.#doc, supplier.text) === from.text;
    const isMaker = isMade && (isCountry || from?.text.startsWith(`${supplier?.text} `));
    const isSame = from !== null && (isMaker || supplier?.text.startsWith(`${from.text}-`));
    return {
      supplier: isSame ? from : (supplier ?? from),
      recipient: recipient ?? own(roles.recipient, supplier),
      via: via ?? roles.via,
    };
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

  // "slightly", "investing a": nothing is a quantity of that.
  #isNoun({tokens}: Passage, thing: Thing | null): boolean {
    if (!thing) return false;
    const last = tokens.findLast(({token}) => token >= thing.from && token < thing.to);
    const isJoined = last && tokens[tokens.indexOf(last) - 1]?.form === "-";
    return !last || isJoined === true || !/^(ADV|DET|ADP|PART)$/.test(last.pos);
  }

  #thing({passage, root, figure, event}: Part): Thing | null {
    const chunk = passage && thingOf(passage, root, figure, event);
    if (!passage || !chunk) return null;
    const {from, to} = plainWordsOf(passage, chunk);
    const {tokens} = passage;
    return {from: tokens[from].token, to: tokens[to - 1].token + 1, basis: "stated"};
  }

  #saidOf(passage: Passage, root: number): Told["said"] {
    const said = this.#said.of(passage, root);
    return said && {chain: said.text, basis: said.basis};
  }
}
