import {relationFeatures} from "../../src/waybill/parse/syntax/relationFeatures.js";
import {best} from "../../src/waybill/parse/syntax/Scorer.js";
import {LEFT, RIGHT, SHIFT, type State} from "../../src/waybill/parse/syntax/State.js";
import {type Learnt, TreeParser} from "../../src/waybill/parse/syntax/TreeParser.js";
import {Perceptron} from "./Perceptron.js";
import {randomOf, shuffle} from "./random.js";
import {type Course, hideNames, type Lesson} from "./trainTagger.js";

export interface ParserCourse extends Course {
  allowedRelations?: Set<number> | null;
  /** Called after each round with what was learnt so far, averaged. */
  onRound?(round: number, parser: TreeParser): void;
}

/** Returns the learners of moves and relations, from lessons whose tags were guessed by a tagger that had not seen them. */
export function trainParser(
  lessons: Lesson[],
  guessed: Uint8Array[],
  learnt: Omit<Learnt, "moves" | "relations">,
  {rounds, seed, mask, allowed = null, allowedRelations = null, onRound}: ParserCourse,
): {moves: Perceptron; relations: Perceptron} {
  const moves = new Perceptron(3, allowed);
  const relations = new Perceptron(learnt.names.relations.length, allowedRelations);
  const parser = new TreeParser({...learnt, moves, relations});
  const {state, features, scores} = parser;
  const root = parser.root;
  const random = randomOf(seed);
  const order = lessons.map((_, n) => n);
  const costs = [0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    moves.resume();
    relations.resume();
    for (const n of shuffle(order, random)) {
      const lesson = lessons[n];
      const words = hideNames(lesson, mask, random);
      const line = parser.lineOf(words, guessed[n], lesson.commas);
      state.reset(words.length);
      while (!state.done) {
        let move = SHIFT;
        if (state.depth > 0) {
          move = parser.nextMove(line);
          costOf(state, lesson.heads, costs);
          let right = -1;
          let least = 1e9;
          for (let m = SHIFT; m <= RIGHT; m++)
            if (state.allows(m) && (costs[m] < least || (costs[m] === least && scores[m] > scores[right]))) {
              right = m;
              least = costs[m];
            }
          moves.step();
          if (costs[move] > least) {
            moves.update(features, right, move);
            // Mistakes are followed, so that the parser learns what to do after them.
            if (round === 0 || random() < 0.1) move = right;
          }
        }
        if (move === SHIFT) {
          state.shift();
          continue;
        }
        const word = state.stack[state.depth - 1];
        const head = state.headFor(move);
        let relation = root;
        if (head < state.count) {
          relationFeatures(features, state, line, word, head);
          relations.score(features, scores);
          relation = best(scores, relations.classes);
          relations.step();
          if (lesson.heads[word] === head && relation !== lesson.relations[word])
            relations.update(features, lesson.relations[word], relation);
        }
        parser.attach(move, relation);
      }
    }
    moves.average();
    relations.average();
    onRound?.(round, parser);
  }
  return {moves, relations};
}

// How many right arcs each move makes impossible.
function costOf({stack, depth, next, count}: State, heads: Int16Array, costs: number[]): void {
  const top = stack[depth - 1];
  const below = depth > 1 ? stack[depth - 2] : -1;
  let left = 0;
  let right = 0;
  let shift = 0;
  const head = heads[top];
  if (head !== next && (head > next || head === below)) left++;
  if (head >= next) right++;
  for (let i = next; i < count; i++)
    if (heads[i] === top) {
      left++;
      right++;
    }
  if (next < count) {
    for (let i = 0; i < depth; i++) {
      if (heads[stack[i]] === next) shift++;
      if (i < depth - 1 && heads[next] === stack[i]) shift++;
    }
  }
  costs[SHIFT] = shift;
  costs[LEFT] = left;
  costs[RIGHT] = right;
}
