/** What an option of a form takes where a page writes it: a number, yes or no, words, or one of a list. */
export type PlainOption = "number" | "boolean" | "text" | readonly string[];

/** The options of each form's own that a page can write in a chart block. */
export const plainOptions: Readonly<Record<string, Readonly<Record<string, PlainOption>>>> = {
  bars: {},
  changes: {},
  claims: {},
  columns: {},
  dots: {scale: ["linear", "log"], fromZero: "boolean"},
  intervals: {},
  numbers: {},
  share: {},
  spans: {},
  squares: {side: "number"},
  units: {unit: "number"},
};
