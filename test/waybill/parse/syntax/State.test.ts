import {describe, expect, it} from "vitest";
import {LEFT, RIGHT, SHIFT, State} from "../../../../src/waybill/parse/syntax/State.js";

// Runs moves of a sentence of so many words; every arc has the relation 1.
function run(count: number, moves: number[]): State {
  const state = new State();
  state.reset(count);
  for (const move of moves) {
    expect(state.allows(move)).toBe(true);
    if (move === SHIFT) state.shift();
    else state.attach(move, 1, false, 2);
  }
  return state;
}

describe("State", () => {
  it("builds a tree from moves", () => {
    // Ondal sold boats: both hang on the verb, and the verb on the root.
    const state = run(3, [SHIFT, LEFT, SHIFT, SHIFT, RIGHT, LEFT]);
    expect(state.done).toBe(true);
    expect([...state.head.subarray(0, 3)]).toEqual([1, 3, 1]);
    expect([state.left[1], state.right[1]]).toEqual([0, 2]);
  });

  it("allows no move that leaves no tree", () => {
    expect(run(2, []).allows(LEFT)).toBe(false);
    expect(run(2, []).allows(RIGHT)).toBe(false);
    expect(run(2, [SHIFT]).allows(RIGHT)).toBe(false);
    // With all words read, only the last one left hangs on the root.
    const full = run(2, [SHIFT, SHIFT]);
    expect([SHIFT, LEFT, RIGHT].map((move) => full.allows(move))).toEqual([false, false, true]);
    const last = run(2, [SHIFT, SHIFT, RIGHT]);
    expect([SHIFT, LEFT, RIGHT].map((move) => last.allows(move))).toEqual([false, true, false]);
  });

  it("remembers the two outermost words on each side", () => {
    const state = run(4, [SHIFT, SHIFT, SHIFT, LEFT, LEFT, LEFT]);
    expect([state.left[3], state.left2[3], state.leftCount[3]]).toEqual([0, 1, 3]);
    expect(state.held[3]).toBe(2);
  });

  it("is as new after a reset", () => {
    const state = run(3, [SHIFT, LEFT, SHIFT, SHIFT, RIGHT, LEFT]);
    state.reset(3);
    expect(state.done).toBe(false);
    expect([...state.head.subarray(0, 3)]).toEqual([-1, -1, -1]);
    expect(state.held[1]).toBe(0);
  });
});
