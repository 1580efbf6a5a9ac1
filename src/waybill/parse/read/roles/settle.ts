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
 * Returns the sides that were chosen; nobody has two. In a sentence or two by
 * themselves, `few`, what the grammar of the figure's own clause tells goes
 * before that, and what it shares with another figure behind it.
 */
export function settle(
  chosen: readonly (Choice | null)[] | null,
  few: {own: Sides; shared: Sides} | null,
): Settled {
  const told: Partial<Record<SideRole, Side>> = {};
  for (const role of sideRoles) {
    const side = few?.shared[role];
    if (side && few?.own[role] && isAlike(side, few.own[role])) told[role] = side;
  }
  const settled: Settled = {supplier: null, recipient: null, via: null, isUnsure: false};
  const guesses = sideRoles
    .map((role, n) => ({role, guess: chosen?.[n] ?? null}))
    .sort((a, b) => (b.guess?.chance ?? 0) - (a.guess?.chance ?? 0));
  for (const {role} of guesses) settled[role] = told[role] ?? null;
  const isTaken = (side: Side, role: SideRole) =>
    sideRoles.some((other) => other !== role && settled[other] !== null && isAlike(settled[other], side));
  for (const {role, guess} of guesses) {
    if (settled[role] || !guess || isTaken(guess, role)) continue;
    settled[role] = {text: guess.text, basis: guess.basis};
    if (!guess.isTold && guess.chance < sure) settled.isUnsure = true;
  }
  for (const role of sideRoles) {
    const side = few?.shared[role];
    if (!settled[role] && side && !isTaken(side, role)) settled[role] = side;
  }
  return settled;
}
