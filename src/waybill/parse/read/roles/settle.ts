import {isAlike} from "../shared.js";
import type {Side, Sides} from "../sides.js";
import type {Choice} from "./choose.js";

const sideRoles = ["supplier", "recipient", "via"] as const;
type SideRole = (typeof sideRoles)[number];

/** The sides of a figure, and whether one of them was guessed that may well be another. */
export interface Settled {
  supplier: Side | null;
  recipient: Side | null;
  via: Side | null;
  isUnsure: boolean;
}

// A guess that is less sure than this asks for a look.
const sure = 0.6;

/**
 * Returns the sides that the grammar of the figure's own clause tells, or else
 * whom the learnt reader chose, or else whom the figure shares with another.
 * Nobody has two of them.
 */
export function settle(own: Sides, shared: Sides, chosen: readonly (Choice | null)[] | null): Settled {
  const told: Partial<Record<SideRole, Side>> = {};
  for (const role of sideRoles) {
    const side = shared[role];
    if (side && own[role] && isAlike(side, own[role])) told[role] = side;
  }
  const settled: Settled = {supplier: null, recipient: null, via: null, isUnsure: false};
  const guesses = sideRoles
    .map((role, n) => ({role, guess: chosen?.[n] ?? null}))
    .sort((a, b) => (b.guess?.chance ?? 0) - (a.guess?.chance ?? 0));
  for (const {role} of guesses) settled[role] = told[role] ?? null;
  const isTaken = (side: Side, role: SideRole) =>
    sideRoles.some((other) => other !== role && settled[other] !== null && isAlike(settled[other], side));
  for (const {role, guess} of guesses) {
    if (settled[role] || !guess || isTaken(guess, role) || isRatherHolder(guess, chosen?.[3] ?? null))
      continue;
    settled[role] = {text: guess.text, basis: guess.basis};
    if (guess.chance < sure) settled.isUnsure = true;
  }
  for (const role of sideRoles) {
    const side = shared[role];
    if (!settled[role] && side && !isTaken(side, role)) settled[role] = side;
  }
  return settled;
}

// "Facebook has 2.2 billion users": whose it is was surer than that it was handed to them.
const isRatherHolder = (guess: Choice, holder: Choice | null): boolean =>
  holder !== null && guess.text === holder.text && guess.chance < 0.5 && holder.chance > guess.chance;
