import type {Qualifier} from "../model/figure.js";

/** How a value ends in a drawing, by how firmly it is stated. */
export type End = "square" | "open" | "soft" | "capped";

/** Returns an end as a square has it whose words say “more than”: a point would make it another shape. */
export const endInWords = (end: End): End => (end === "open" ? "square" : end);

/**
 * Returns how a value with the given hedge ends: square if it is exact, open if
 * it may be more, soft if it is about that, capped if it may be less.
 */
export function endOf(qualifier: Qualifier | null | undefined): End {
  switch (qualifier) {
    case "more_than":
    case "at_least":
      return "open";
    case "about":
    case "almost":
      return "soft";
    case "less_than":
    case "at_most":
    case "up_to":
      return "capped";
    default:
      return "square";
  }
}
