import {kinds} from "./Cast.js";
import {type Likely, mayHave, type Rows} from "./firstPass.js";
import {type Question, roles} from "./Inquiry.js";

/** What a figure is asked by once all of the article's figures were answered: one row for whether, one for each of the likeliest. */
export interface Second {
  /** The row that tells whether a role is stated, the same for all roles. */
  whether: number[];
  /** By role, the likeliest candidates and their rows. */
  likeliest: number[][];
  which: number[][][];
}

const roleCount = roles.length;
const all = roles.map((_, role) => role);
const mostLikely = 8;

/** Sums and highest chances of a group of figures, each by member and role, so that one figure can be left out. */
class Group {
  readonly #sum = new Map<number, number>();
  readonly #most = new Map<number, [number, number]>();
  readonly #nobody = all.map(() => 0);
  readonly #least: [number, number][] = all.map(() => [2, 2]);
  count = 0;

  add({candidates}: Question, {chances, nobody}: Likely): void {
    this.count++;
    for (let role = 0; role < roleCount; role++) {
      this.#nobody[role] += nobody[role];
      const [least, second] = this.#least[role];
      if (nobody[role] < least) this.#least[role] = [nobody[role], least];
      else if (nobody[role] < second) this.#least[role] = [least, nobody[role]];
      candidates.forEach((who, c) => {
        const key = who * roleCount + role;
        const chance = chances[role][c];
        this.#sum.set(key, (this.#sum.get(key) ?? 0) + chance);
        const [first, next] = this.#most.get(key) ?? [0, 0];
        if (chance > first) this.#most.set(key, [chance, first]);
        else if (chance > next) this.#most.set(key, [first, chance]);
      });
    }
  }

  sum(who: number, role: number): number {
    return this.#sum.get(who * roleCount + role) ?? 0;
  }

  most(who: number, role: number, without = -1): number {
    const [first, next] = this.#most.get(who * roleCount + role) ?? [0, 0];
    return first === without ? next : first;
  }

  nobody(role: number): number {
    return this.#nobody[role];
  }

  least(role: number, without: number): number {
    const [first, next] = this.#least[role];
    return first === without ? next : first;
  }

  /** The member with the highest sum in a role, or -1. */
  leader(role: number): number {
    let best = -1;
    let most = 0;
    for (const [key, sum] of this.#sum)
      if (key % roleCount === role && sum > most) {
        most = sum;
        best = (key - role) / roleCount;
      }
    return best;
  }
}

const rounded = (score: number): number => Math.round(Math.max(-9, Math.min(9, score)) * 8) / 8;

interface Asked {
  question: Question;
  rows: Rows;
  likely: Likely;
}

/** Returns the rows of each figure's second asking; null for a figure that is not asked for. */
export function secondRows(
  questions: readonly (Question | null)[],
  rows: readonly (Rows | null)[],
  likely: readonly (Likely | null)[],
): (Second | null)[] {
  const asked = questions.flatMap((question, n): Asked[] =>
    question ? [{question, rows: rows[n]!, likely: likely[n]!}] : [],
  );
  const whole = new Group();
  const bySentence = new Map<number, Group>();
  const byNoun = new Map<number, Group>();
  const group = (groups: Map<number, Group>, key: number): Group => {
    let known = groups.get(key);
    if (!known) {
      known = new Group();
      groups.set(key, known);
    }
    return known;
  };
  for (const {question, likely} of asked) {
    whole.add(question, likely);
    group(bySentence, question.ask.sentence).add(question, likely);
    group(byNoun, question.ask.noun).add(question, likely);
  }
  const leaders = all.map((role) => whole.leader(role));
  const done = asked.map((one, n) =>
    secondOf(one, asked[n - 1], asked[n + 1], {
      whole,
      sentence: bySentence.get(one.question.ask.sentence)!,
      noun: byNoun.get(one.question.ask.noun)!,
      leaders,
    }),
  );
  let next = 0;
  return questions.map((question) => (question ? done[next++] : null));
}

interface Around {
  whole: Group;
  sentence: Group;
  noun: Group;
  leaders: readonly number[];
}

function secondOf(one: Asked, before: Asked | undefined, behind: Asked | undefined, around: Around): Second {
  const {question, rows, likely} = one;
  const {candidates} = question;
  const orders = likely.scores.map((scores) =>
    scores.map((_, c) => c).sort((a, b) => scores[b] - scores[a] || a - b),
  );
  const ranks = orders.map((order) => {
    const rank: number[] = [];
    order.forEach((c, n) => {
      rank[c] = n;
    });
    return rank;
  });
  const likeliest = orders.map((order, role) =>
    order
      .filter((c) => mayHave(role, rows.plain[c][1] === kinds.thing))
      .filter((c, n) => n < mostLikely || c === question.told[role]?.candidate),
  );
  // The rows of one candidate are the same for all roles.
  const known: number[][] = [];
  const rowOf = (c: number): number[] => {
    known[c] ??= whichRow(one, c, candidates[c], before, behind, around, orders, ranks);
    return known[c];
  };
  return {
    whether: whetherRow(one, before, behind, around, orders),
    likeliest,
    which: likeliest.map((kept) => kept.map(rowOf)),
  };
}

const chanceOf = (asked: Asked | undefined, role: number, who: number): number => {
  if (!asked) return -1;
  const c = asked.question.candidates.indexOf(who);
  return c < 0 ? 0 : asked.likely.chances[role][c];
};

function whichRow(
  {rows, likely}: Asked,
  c: number,
  who: number,
  before: Asked | undefined,
  behind: Asked | undefined,
  {whole, sentence, noun, leaders}: Around,
  orders: readonly number[][],
  ranks: readonly number[][],
): number[] {
  const row = [...rows.plain[c]];
  const others = whole.count - 1 || 1;
  for (let role = 0; role < roleCount; role++) {
    const scores = likely.scores[role];
    const chance = likely.chances[role][c];
    const rival = orders[role][ranks[role][c] === 0 ? 1 : 0];
    row.push(
      rounded(scores[c]),
      rounded(scores[c] - (rival === undefined ? -9 : scores[rival])),
      Math.min(ranks[role][c], 9),
      chanceOf(before, role, who),
      chanceOf(behind, role, who),
      (whole.sum(who, role) - chance) / others,
      whole.most(who, role, chance),
      leaders[role] === who ? 1 : 0,
      sentence.count > 1 ? sentence.most(who, role, chance) : -1,
      noun.count > 1 ? (noun.sum(who, role) - chance) / (noun.count - 1) : -1,
      likely.nobody[role],
    );
  }
  const [supplier, recipient, via, holder] = all.map((role) => whole.sum(who, role));
  const sum = supplier + recipient + via + holder + 0.1;
  row.push(supplier - recipient, supplier / sum, recipient / sum, holder / sum);
  return row;
}

function whetherRow(
  {question: {ask, candidates}, rows, likely}: Asked,
  before: Asked | undefined,
  behind: Asked | undefined,
  {whole, sentence, noun}: Around,
  orders: readonly number[][],
): number[] {
  const {event} = ask;
  const others = whole.count - 1 || 1;
  const row = [
    ask.sort,
    ask.sentence,
    whole.count,
    candidates.length,
    event ? (event.isNoun ? 2 : 1) : 0,
    event?.isPrice ? 1 : 0,
    ask.passive,
    ask.verbHint,
    ask.nounHint,
    ask.nounClass,
    ask.verbClass,
    ...rows.shared,
  ];
  for (let role = 0; role < roleCount; role++) {
    const [first, second] = orders[role];
    const scores = likely.scores[role];
    const top = first === undefined ? -9 : scores[first];
    const nobody = likely.nobody[role];
    row.push(
      nobody,
      rounded(top),
      rounded(top - (second === undefined ? -9 : scores[second])),
      before ? before.likely.nobody[role] : -1,
      behind ? behind.likely.nobody[role] : -1,
      (whole.nobody(role) - nobody) / others,
      sentence.count > 1 ? sentence.least(role, nobody) : -1,
      noun.count > 1 ? (noun.nobody(role) - nobody) / (noun.count - 1) : -1,
    );
  }
  return row;
}
