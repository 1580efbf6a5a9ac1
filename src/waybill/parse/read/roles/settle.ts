import {isAlike} from "../shared.js";
import type {Side} from "../sides.js";
import type {Choice} from "./choose.js";

const sideRoles = ["supplier", "recipient", "via"] as const;

/** The sides of a figure, and whether one of them was guessed that may well be another. */
export interface Settled {
  supplier: Side | null;
  recipient: Side | null;
  via: Side | null;
  isUnsure: boolean;
}

// A guess that is less sure than this asks for a look.
const sure = 0.6;

/** Returns the sides that were chosen, in the order of roles; nobody has two, and the likelier goes first. */
export function settle(chosen: readonly (Choice | null)[]): Settled {
  const settled: Settled = {supplier: null, recipient: null, via: null, isUnsure: false};
  const guesses = sideRoles
    .map((role, n) => ({role, guess: chosen[n] ?? null}))
    .sort((a, b) => (b.guess?.chance ?? 0) - (a.guess?.chance ?? 0));
  for (const {role, guess} of guesses) {
    if (!guess || sideRoles.some((other) => settled[other] && isAlike(settled[other], guess))) continue;
    settled[role] = {text: guess.text, basis: guess.basis};
    if (!guess.isTold && guess.chance < sure) settled.isUnsure = true;
  }
  return settled;
}
