/** What an option of a form takes where a page writes it: a number, yes or no, words, a day and words, SQL of a column, or one of a list. */
export type PlainOption = "number" | "boolean" | "text" | "day" | "sql" | readonly string[];

/** The options of each form's own that a page can write in a chart block. */
export const plainOptions: Readonly<Record<string, Readonly<Record<string, PlainOption>>>> = {
  bars: {scale: ["linear", "log"], within: "sql", under: "sql", rest: "text", by: "sql"},
  chain: {shape: ["links", "descent"], heads: "boolean", aside: "sql", asideHead: "text"},
  changes: {from: "sql", as: ["bars", "arrows"], before: "text", after: "text"},
  claims: {shared: "sql", among: "number", amongText: "text"},
  columns: {},
  dots: {scale: ["linear", "log"], fromZero: "boolean", by: "sql"},
  intervals: {},
  journeys: {},
  numbers: {as: ["list", "columns", "table"], under: "sql", by: "sql"},
  routes: {inset: "boolean", listGroup: "sql", listHead: "text"},
  share: {total: "sql"},
  slope: {from: "sql", before: "text", after: "text", fromZero: "boolean"},
  spans: {under: "sql", since: "day", yearNote: "text"},
  squares: {side: "number"},
  tally: {head: "sql", stages: "text", stage: "sql", versions: "sql"},
  timeline: {fold: "boolean", below: "sql", yearNote: "text"},
  units: {unit: "number", unitName: "text", head: "sql", as: ["blocks", "strips"]},
};
