import type {Doc} from "../document.js";
import type {Found} from "../Found.js";
import {readNumber} from "../number.js";

/** Returns why a figure's reading is doubtful, beyond what its finder has said: its unit stands elsewhere, or nowhere. */
export function doubtsOf(doc: Doc, {kind, unit, coreFrom, coreTo, confidence, flags}: Found): string[] {
  if (confidence > 0.6 || flags.length > 0) return [];
  if (unit === null) return kind === "count" ? ["no_unit"] : [];
  return readNumber(doc, coreFrom)?.to === coreTo ? ["unit_lent"] : [];
}
