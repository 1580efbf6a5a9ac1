import {type TableSchema, tables} from "../../src/waybill/model/tables.js";
import {reviewCells} from "../tables/review.js";

/** A cell of a figure as the desk names it and lets it be set. */
export interface CellField {
  name: string;
  label: string;
  about: string;
  /** The values that it may have; null for any. */
  values: readonly string[] | null;
  /** Whether it is seen at once, or only by whoever asks for more. */
  isMain: boolean;
}

const main: Readonly<Record<string, string>> = {
  qualifier: "Hedge",
  value: "Number",
  unit: "Unit",
  per: "Per",
  thing: "Of what",
  holder: "Whose",
  supplier: "From",
  recipient: "To",
  via: "Via",
  period_text: "When",
  status: "State",
  said_by: "Who says so",
};

const more: Readonly<Record<string, string>> = {
  kind: "Kind",
  low: "At least",
  high: "At most",
  change: "Rise or fall",
  goods: "Class of goods",
  origin: "From country",
  destination: "To country",
  period_start: "First day",
  period_end: "Last day",
};

const {columns}: TableSchema = tables.figures;

/** The cells that a review can set, in the order of the desk. A cell that has no label there yet stands last, by its name. */
export const cellFields: readonly CellField[] = [
  ...new Set([...Object.keys(main), ...Object.keys(more), ...reviewCells]),
].map((name) => {
  const column = columns.find((one) => one.name === name);
  return {
    name,
    label: main[name] ?? more[name] ?? name,
    about: column?.about ?? "",
    values: column?.values ?? null,
    isMain: name in main,
  };
});
