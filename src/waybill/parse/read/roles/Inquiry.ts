import type {Basis} from "../../../model/figure.js";
import type {Doc} from "../../document.js";
import type {Lexicon} from "../../syntax/wordForms.js";
import type {Told} from "../../Told.js";
import type {Sparse} from "../Sparse.js";
import type {Part} from "../shared.js";
import type {Sides} from "../sides.js";
import {type Ask, askOf} from "./Ask.js";
import type {Cast, Spoken} from "./Cast.js";
import {nobodyFeatures, pairFeatures} from "./features.js";
import {type Profile, profileOf} from "./Profile.js";
import {type Place, plainFeatures} from "./plain.js";
import {type Stand, standOf} from "./Stand.js";
import {type Heard, Voices} from "./Voices.js";

/** What is asked about one figure: whom the article speaks of that may have a part in it. */
export interface Question {
  ask: Ask;
  /** Places in the cast, in its order. */
  candidates: readonly number[];
  /** By role, whom words and grammar name. */
  told: readonly (Named | null)[];
}

/** Whom words and grammar name. */
export interface Named {
  text: string;
  basis: Basis;
  /** The place in the candidates, -1 where it is none of the cast. */
  candidate: number;
  /** Whether it goes before whatever the learnt reader says. */
  isFirm: boolean;
}

/** The roles in which somebody may have a part in a figure, in the order of all numbers that are kept for them. */
export const roles = ["supplier", "recipient", "via", "holder", "speaker"] as const;

// "Reuters > ministry"
const innermost = (chain: string): string => chain.split(" > ").pop()!;

const sides = ["supplier", "recipient", "via"] as const;
const speaker = roles.indexOf("speaker");
// So many of those who are spoken of most are asked for with every figure, and whoever stands this near.
const mostSpokenOf = 20;
const farBack = 4;
const farAhead = 1;
const mostHere = 60;

/** All that an article's figures are asked for, and what is known of those who may be the answer. */
export class Inquiry {
  readonly cast: Cast;
  readonly questions: readonly (Question | null)[];
  readonly #stands = new Map<Spoken, Stand>();
  readonly #profiles: readonly Profile[];
  readonly #answers: readonly (readonly Sides[])[];
  readonly #isTrade: boolean;
  readonly #voices: Voices;
  readonly #heard: readonly (Heard | null)[];
  readonly #top: readonly number[];

  /** `answers` are the sides that the grammar of each figure's own clause tells, and those with what it shares with other figures. */
  constructor(
    doc: Doc,
    cast: Cast,
    lexicon: Lexicon,
    parts: readonly Part[],
    answers: readonly (readonly Sides[])[],
    told: readonly Pick<Told, "said">[],
  ) {
    this.cast = cast;
    this.#answers = answers;
    for (const {spoken} of cast.members)
      for (const one of spoken) this.#stands.set(one, standOf(one, doc.vocab, lexicon));
    this.#voices = new Voices(doc, cast, this.#stands);
    this.#profiles = cast.members.map((member) => profileOf(member, this.#stands));
    this.#isTrade = answers[0].some(({supplier, recipient}) => supplier && recipient);
    const order = cast.members
      .map((_, who) => who)
      .filter((who) => cast.members[who].kind !== "thing")
      .sort((a, b) => cast.members[b].spoken.length - cast.members[a].spoken.length || a - b);
    order.forEach((who, n) => {
      this.#profiles[who].rank = n;
    });
    this.#top = order.slice(0, mostSpokenOf);
    this.questions = parts.map((part, n) => {
      const ask = askOf(part, lexicon, doc.vocab.lists.peopleNouns);
      if (!ask) return null;
      const named = this.#named(n, told[n].said);
      const whom = named.map((one) => (one ? cast.find(one.text) : -1));
      const candidates = this.#candidates(ask, whom);
      return {
        ask,
        candidates,
        told: named.map((one, role) => one && {...one, candidate: candidates.indexOf(whom[role])}),
      };
    });
    this.#heard = this.questions.map((question) => question && this.#voices.around(question.ask));
  }

  #candidates({sentence}: Ask, whom: readonly number[]): number[] {
    const found = new Set<number>([...whom.filter((who) => who >= 0), ...this.#top]);
    for (let n = sentence + farAhead; n >= sentence - farBack; n--)
      for (const {who} of this.cast.in(n)) {
        if (found.size >= mostHere) break;
        if (this.cast.members[who].kind !== "thing" || n === sentence || n === sentence - 1) found.add(who);
      }
    return [...found].sort((a, b) => a - b);
  }

  // Lots are from whom and to whom what they hold is.
  #named(n: number, said: Told["said"]): (Omit<Named, "candidate"> | null)[] {
    const shared = this.#answers[this.#answers.length - 1];
    const named = sides.map((side) => {
      const one = shared[n][side];
      if (!one) return null;
      return {text: one.text, basis: one.basis, isFirm: shared[n].isLot === true};
    });
    return [...named, null, said && {text: innermost(said.chain), basis: said.basis, isFirm: false}];
  }

  // What the grammar answers of somebody: 1 to 3 for the sides of its clause, 4 to 6 with what is shared.
  #saidOf(n: number, who: number): number[] {
    return this.#answers.flatMap((answers, source) =>
      sides.flatMap((side, role) => {
        const text = answers[n][side]?.text;
        return text && this.cast.find(text) === who ? [1 + 3 * source + role] : [];
      }),
    );
  }

  /** Fills in what speaks for nobody having a role in the figure. */
  nobody(n: number, to: Sparse): void {
    const sides = this.#answers[this.#answers.length - 1][n];
    nobodyFeatures(
      this.questions[n]!.ask,
      this.#isTrade,
      sides,
      this.#heard[n]!,
      this.questions[n]!.told[speaker] ? 1 : 0,
      to,
    );
  }

  /** Returns what is known of the figure in plain numbers, whoever is asked for. */
  shared(n: number): number[] {
    const {quoted, isOver, back, isSame, opens, ahead, closes} = this.#heard[n]!;
    const spoke = this.questions[n]!.told[speaker];
    return [
      ...this.#tells(n),
      !spoke ? 0 : spoke.candidate < 0 ? 1 : 2,
      quoted,
      isOver,
      back,
      isSame,
      opens,
      ahead,
      closes,
    ];
  }

  // For each side whether the grammar names anybody.
  #tells(n: number): number[] {
    return this.#answers.flatMap((answers) => sides.map((side) => (answers[n][side] ? 1 : 0)));
  }

  /** Fills in what speaks for the candidate, and returns what is known of it in plain numbers. */
  pair(n: number, c: number, to: Sparse): number[] {
    const {ask, candidates} = this.questions[n]!;
    const who = candidates[c];
    const here = this.cast.in(ask.sentence).filter((one) => one.who === who);
    const heard = this.#heard[n]!;
    const place: Place = {
      ask,
      heard,
      spoke: this.questions[n]!.told[speaker]?.candidate === c,
      over: this.#voices.over(ask, here),
      isLast: heard.last === who,
      isNext: heard.next === who,
      member: this.cast.members[who],
      profile: this.#profiles[who],
      here,
      stands: this.#stands,
      said: this.#saidOf(n, who),
      shared: this.shared(n),
      ...this.#apart(ask.sentence, who),
      isTrade: this.#isTrade,
    };
    pairFeatures(place, to);
    return plainFeatures(place);
  }

  #apart(sentence: number, who: number): {back: number; ahead: number; before: Spoken | null} {
    const {spoken} = this.cast.members[who];
    const at = firstFrom(spoken, sentence);
    const before = spoken[at - 1] ?? null;
    const next = spoken[firstFrom(spoken, sentence + 1)];
    return {
      back: before ? Math.min(9, sentence - before.passage.number) : 9,
      ahead: next ? Math.min(9, next.passage.number - sentence) : 9,
      before,
    };
  }

  /** Returns the words for one of the cast that stand nearest before the figure, a name where there is one. */
  wording(n: number, who: number): string {
    const {sentence} = this.questions[n]!.ask;
    const {names, text} = this.cast.members[who];
    const near = names[firstFrom(names, sentence + 1) - 1] ?? names[0];
    return near ? this.cast.textOf(near) : text;
  }

  /** Whether the figure's own sentence names them right behind "via", where nobody gives or gets. */
  isWay(n: number, who: number): boolean {
    return this.cast
      .in(this.questions[n]!.ask.sentence)
      .some(
        (one) =>
          one.who === who && /^(via|through)$/i.test(one.passage.tokens[one.chunk.from - 1]?.form ?? ""),
      );
  }

  /** Whether the figure's own sentence speaks of them. */
  isHere(n: number, who: number): boolean {
    return this.cast.in(this.questions[n]!.ask.sentence).some((one) => one.who === who);
  }
}

// The first mention of the sentence or one behind it.
function firstFrom(spoken: readonly Spoken[], sentence: number): number {
  let low = 0;
  let high = spoken.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (spoken[mid].passage.number < sentence) low = mid + 1;
    else high = mid;
  }
  return low;
}
