import type {Form, FormOptions, FormRow} from "../forms/Form.js";
import {keyOf} from "../forms/key.js";
import {capitalize} from "../model/format.js";
import {type Chart, type ChartRow, type Description, type DrawOptions, sentenceHref} from "./Chart.js";
import {allNotesOf, caveatsAtMarks} from "./caveats.js";
import type {FactRow, ShownRow} from "./facts.js";
import {drawn, list, undrawnNotes} from "./many.js";
import {amountOf, kickerOf, nameOfShown, originsOf, reportersOf, reportsIn, sourceOf} from "./words.js";

/** Words of a chart: the same for all rows, or made from them. */
export type Words<Row> = string | ((rows: Row[]) => string);

/** Options of a form as a chart gives them, those of the form's own among them; what the chart itself knows is left out. */
export type GivenOptions<Row extends FormRow> = Omit<
  FormOptions<Row>,
  "width" | "mostHeight" | "document" | "theme" | "name" | "href" | "ariaLabel"
> & {readonly [option: string]: unknown};

/** A chart as it is written: a query and a form; all the rest has a default made from the rows. */
export interface ChartSpec<Row extends ChartRow & FormRow>
  extends Partial<Pick<Chart<Row>, "name" | "key" | "switches">> {
  id: string;
  /** The tag of the articles that it is about; all by default. */
  articles?: string | undefined;
  /** DuckDB SQL over the tables; each row of the result is a mark. */
  query: string;
  // biome-ignore lint/suspicious/noExplicitAny: any form, whatever options it has
  form: Form<Row, any>;
  /** The form's options; or a function of the rows, the reader's choices and the width. */
  options?:
    | GivenOptions<Row>
    | ((rows: Row[], drawing: Pick<DrawOptions, "choices" | "width">) => GivenOptions<Row>);
  /** Who says so; by default made from whose reports the rows stand on, and "" for none. */
  kicker?: Words<Row> | undefined;
  /** Whether what is said against one row alone stands at its mark, if the form has a place for it; if not, it stands below the drawing with all else. True by default. */
  hasCaveatsAtMarks?: boolean | undefined;
  /** The headline. */
  title?: Words<Row> | undefined;
  subtitle?: Words<Row> | undefined;
  notes?: readonly string[] | ((rows: Row[]) => string[]) | undefined;
  /** The alternative text: one sentence with what the chart shows. */
  alt?: Words<Row> | undefined;
}

/**
 * Returns a chart, complete: with who says so, a title, a name for each mark, an alternative
 * text and a long description made from the rows where the spec has none of its
 * own. What the articles say against its figures follows the notes in every edition.
 *
 * ```ts
 * defineChart({
 *   id: "grain",
 *   query: `WITH ${shown} SELECT * FROM shown WHERE goods = 'grain'`,
 *   form: bars,
 *   title: "Grain exports fell by half",
 * })
 * ```
 */
export function defineChart<Row extends ChartRow & FormRow>(spec: ChartSpec<Row>): Chart<Row> {
  const {
    id,
    articles,
    query,
    form,
    options = {},
    kicker,
    title,
    subtitle = "",
    notes = [],
    alt,
    switches,
    hasCaveatsAtMarks = form.against ?? false,
  } = spec;
  const say = (words: Words<Row>, rows: Row[]): string => (typeof words === "string" ? words : words(rows));
  const optionsOf = (rows: Row[], drawing: Pick<DrawOptions, "choices" | "width">): GivenOptions<Row> =>
    typeof options === "function" ? options(rows, drawing) : options;
  const chart: Chart<Row> = {
    id,
    ...(articles === undefined ? {} : {articles}),
    ...(switches === undefined ? {} : {switches}),
    ...(hasCaveatsAtMarks ? {hasCaveatsAtMarks} : {}),
    query,
    kicker: (rows) => say(kicker ?? kickerOf, rows),
    headline: (rows) => say(title ?? defaultTitle, rows),
    title: (rows) => [chart.kicker(rows), chart.headline(rows)].filter(Boolean).join(": "),
    subtitle: (rows) => say(subtitle, rows),
    notes: (rows) => [
      ...(typeof notes === "function" ? notes(rows) : notes).filter(Boolean),
      ...undrawnNotes(rows),
    ],
    key: spec.key ?? ((rows) => keyOf(form, drawn(rows), optionsOf(rows, {width: 640}))),
    name: spec.name ?? nameOfAny,
    draw(rows, {width, document, theme, choices, mostHeight}) {
      return form(drawn(rows), {
        ...(mostHeight === undefined ? atMarks(drawn(rows), form, hasCaveatsAtMarks) : {mostHeight}),
        ...optionsOf(rows, {width, ...(choices && {choices})}),
        width,
        document,
        theme,
        name: (row: Row) => chart.name(row, rows),
        href: (row: Row) => sentenceHref(row),
        ariaLabel: chart.describe(rows).short,
      });
    },
    describe(rows): Description {
      const short = withReporters(say(alt ?? ((all) => altOf(chart, all)), rows), rows);
      const names = drawn(rows).map((row) => `${capitalize(chart.name(row, rows))}.`);
      return {short, long: [short, ...allNotesOf(chart, rows), ...names].filter(Boolean).join(" ")};
    },
  };
  return chart;
}

/** The name of any row: that of its fact, or of what was worked out; its label where a query leaves out the rest. */
function nameOfAny(row: ChartRow & FormRow): string {
  if ("kind" in row) return nameOfShown(row as unknown as ShownRow);
  return [row.label ?? row.thing ?? row.goods, row.exact].filter(Boolean).join(", ");
}

/** What stands at marks where a form has a place for it: what is said against a row alone, and whose report it is, where rows have several. */
function atMarks<Row extends ChartRow & FormRow>(
  rows: Row[],
  // biome-ignore lint/suspicious/noExplicitAny: any form, whatever options it has
  {against}: Form<Row, any>,
  hasCaveats: boolean,
): Pick<FormOptions<Row>, "by" | "against"> {
  if (!against) return {};
  const caveats = caveatsAtMarks(hasCaveats ? rows : []);
  const isMixed = new Set(rows.map((row) => originsOf([row]).join())).size > 1;
  return {
    // What was worked out is nobody's report.
    ...(isMixed && {by: (row: Row) => (row.derived ? "" : sourceOf(row))}),
    against: (row: Row) =>
      caveats
        .get(row)
        ?.map(({text}) => text)
        .join(" ") ?? null,
  };
}

const reachOf = ({value, low, high}: FormRow): number => value ?? high ?? low ?? Number.NEGATIVE_INFINITY;

function defaultTitle(rows: (ChartRow & FormRow)[]): string {
  const [most] = [...rows].sort((a, b) => reachOf(b) - reachOf(a));
  return most ? capitalize(amountIn(most)) : "No figures yet";
}

function amountIn(row: ChartRow & FormRow): string {
  if (row.value == null && row.low == null) return row.label ?? row.exact;
  return amountOf(row as unknown as FactRow, "prose");
}

/**
 * Returns an alternative text with whose reports it rests on: who cannot see the
 * chart does not see its sources either, and what is reported is not proven.
 */
function withReporters(text: string, rows: readonly (ChartRow & FormRow)[]): string {
  if (rows.length === 0) return text;
  const whose = reportersOf({...rows[0], reports: reportsIn(rows).join("\n")});
  return `${text} ${rows.some(({derived}) => derived) ? "Figures reported" : "Reported"} by ${whose}.`;
}

/** One sentence with what each mark says, without who reports it. */
function altOf<Row extends ChartRow & FormRow>({name}: Pick<Chart<Row>, "name">, rows: Row[]): string {
  if (rows.length === 0) return "No figures.";
  const said = rows.map((row) =>
    name(row, rows)
      .split(/, (?:from figures )?reported by /)[0]
      .replace(/, our calculation: (.*)$/, " (our calculation: $1)"),
  );
  return `${capitalize(list(said))}.`;
}
