import type {Figure} from "../src/waybill/model/figure.js";
import {formatFigure} from "../src/waybill/model/format.js";

/**
 * Returns figures as a table for a terminal: the words that state each, what they
 * were read as, of what, when, and what is doubtful of it.
 *
 * @example
 *   words                read as             of what  when  doubts
 *   more than 40 tonnes  more than 40 tonnes  wheat   2023  thing is far
 */
export function figureTable(figures: readonly Figure[]): string {
  if (figures.length === 0) return "  no figure was read";
  const rows = [
    ["words", "read as", "of what", "when", "doubts"],
    ...figures.map((figure) => [
      figure.exact,
      formatFigure(figure, "prose"),
      figure.thing ?? figure.goods ?? "",
      figure.period_text ?? "",
      doubtsOf(figure),
    ]),
  ].map((row) => row.map((cell) => shorten(cell.replace(/\s+/g, " "))));
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => [...row[column]].length)));
  const lines = rows.map((row) =>
    `  ${row.map((cell, column) => cell + " ".repeat(widths[column] - [...cell].length)).join("  ")}`.trimEnd(),
  );
  const doubtful = figures.filter((figure) => doubtsOf(figure) !== "").length;
  return `${lines.join("\n")}\n  ${figures.length} ${figures.length === 1 ? "figure" : "figures"}, ${doubtful} of them doubtful`;
}

/** Returns what is doubtful of a figure, in words; "" for nothing. */
export function doubtsOf({flags, confidence, thing, kind}: Figure): string {
  const doubts = flags ? flags.split(" ").map((flag) => flag.replaceAll("_", " ")) : [];
  if (thing === null && kind === "count") doubts.push("of what is not read");
  if (confidence < 0.8) doubts.push(`read with ${Math.round(confidence * 100)}% confidence`);
  return doubts.join(", ");
}

const longest = 32;
const shorten = (cell: string): string =>
  [...cell].length > longest ? `${[...cell].slice(0, longest - 1).join("")}…` : cell;
