import {sayPlace} from "./follow.js";
import {type Mark, marksIn} from "./marks.js";

/** The mark that the reader went to last. */
let last: Mark | null = null;

/**
 * Goes to the next mark of the page that stands, or to the one before, from
 * where the reader is; at the ends it stays. Returns it, or null if none stands.
 */
export function stepTo(from: Mark | null, by: number): Mark | null {
  const standing = [...document.querySelectorAll(".drawing")]
    .filter((drawing) => drawing.getClientRects().length > 0)
    .flatMap(marksIn)
    .filter((mark) => !mark.classList.contains("is-dim"));
  const at = standing.indexOf((from ?? last)!);
  const place = at < 0 ? (by < 0 ? standing.length - 1 : 0) : at + by;
  const to = standing[Math.max(0, Math.min(standing.length - 1, place))];
  if (!to) return null;
  last = to;
  to.scrollIntoView({block: "center"});
  to.focus({preventScroll: true});
  sayPlace(standing.indexOf(to) + 1, standing.length);
  return to;
}
