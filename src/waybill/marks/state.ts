import type {Status} from "../model/figure.js";

/** How far a matter has got, by what is reported of it. */
export type State = "happened" | "ordered" | "planned" | "alleged" | "denied";

/** What the paint of a mark is made of. */
export interface Paint {
  /** Opacity of the fill, 0 to 1. */
  fill: number;
  /** Whether the outline is drawn, and its dashes. */
  outline: boolean;
  dash: string | null;
  /** Slanted lines in place of the fill: the number was worked out. */
  hatched: boolean;
  /** A line through the mark: it is denied. */
  struck: boolean;
}

const paints: Record<State, Paint> = {
  happened: {fill: 1, outline: false, dash: null, hatched: false, struck: false},
  ordered: {fill: 0.28, outline: true, dash: null, hatched: false, struck: false},
  planned: {fill: 0.12, outline: true, dash: "5 3", hatched: false, struck: false},
  alleged: {fill: 0.5, outline: true, dash: "1.5 2.5", hatched: false, struck: false},
  denied: {fill: 0, outline: true, dash: "5 3", hatched: false, struck: true},
};

/** Returns how far a matter with the given status has got; without one it happened, as reported. */
export function stateOf(status: Status | null | undefined): State {
  switch (status) {
    case "ordered":
    case "contracted":
      return "ordered";
    case "planned":
    case "forecast":
      return "planned";
    case "alleged":
    case "denied":
      return status;
    default:
      return "happened";
  }
}

/** Returns the paint of a state; hatched where the number was worked out, which says more than any state. */
export function paintOf(state: State, derived = false): Paint {
  const paint = paints[state];
  return derived ? {...paint, fill: 0, outline: true, hatched: true} : paint;
}
