import {capitalize} from "../../model/format.js";
import type {Form, FormOptions, FormRow} from "../forms/Form.js";
import {type Chart, type ChartRow, type Description, type DrawOptions, sentenceHref} from "./Chart.js";
import {notesOf} from "./caveats.js";
import type {MixedRow} from "./facts.js";
import {list} from "./many.js";
import {amountOf, formatMixed, nameOfMixed} from "./words.js";

/** Words of a chart: the same for all rows, or made from them. */
export type Words<Row> = string | ((rows: Row[]) => string);

/** Options of a form as a chart gives them: what the chart itself knows is left out. */
type Given<Options> = Omit<Options, "width" | "document" | "theme" | "name" | "href" | "ariaLabel">;

/** A chart as it is written: a query and a form; all the rest has a default made from the rows. */
export interface ChartSpec<Row extends ChartRow & FormRow, Options extends FormOptions<Row>>
  extends Partial<Pick<Chart<Row>, "name" | "key" | "switches">> {
  id: string;
  /** The tag of the articles that it is about; all by default. */
  articles?: string | undefined;
  /** DuckDB SQL over the tables; each row of the result is a mark. */
  query: string;
  form: Form<Row, Options>;
  /** The form's options; or a function of the rows, the reader's choices and the width. */
  options?:
    | Given<Options>
    | ((rows: Row[], drawing: Pick<DrawOptions, "choices" | "width">) => Given<Options>);
  title?: Words<Row> | undefined;
  subtitle?: Words<Row> | undefined;
  notes?: readonly string[] | ((rows: Row[]) => string[]) | undefined;
  /** The alternative text: one sentence with what the chart shows. */
  alt?: Words<Row> | undefined;
}

/**
 * Returns a chart, complete: with a title, a name for each mark, an alternative
 * text and a long description made from the rows where the spec has none of its
 * own. What the articles say against its figures follows the notes in every edition.
 *
 * ```ts
 * defineChart({id: "grain", query: factsWhere("goods = 'grain'"), form: bars, title: "Grain exports fell by half"})
 * ```
 */
export function defineChart<Row extends ChartRow & FormRow, Options extends FormOptions<Row>>(
  spec: ChartSpec<Row, Options>,
): Chart<Row> {
  const {id, articles, query, form, options = {}, title, subtitle = "", notes = [], alt, switches} = spec;
  const say = (words: Words<Row>, rows: Row[]): string => (typeof words === "string" ? words : words(rows));
  const chart: Chart<Row> = {
    id,
    ...(articles === undefined ? {} : {articles}),
    ...(switches === undefined ? {} : {switches}),
    query,
    title: (rows) => say(title ?? defaultTitle, rows),
    subtitle: (rows) => say(subtitle, rows),
    notes: (rows) => (typeof notes === "function" ? notes(rows) : notes).filter(Boolean),
    key: spec.key ?? (() => []),
    name: spec.name ?? nameOfAny,
    draw(rows, {width, document, theme, choices}) {
      const given = typeof options === "function" ? options(rows, {choices, width}) : options;
      return form(rows, {
        ...given,
        width,
        document,
        theme,
        name: (row: Row) => chart.name(row, rows),
        href: (row: Row) => sentenceHref(row),
        ariaLabel: chart.describe(rows).short,
      } as unknown as Options);
    },
    describe(rows): Description {
      const short = say(alt ?? defaultAlt, rows);
      const names = rows.slice(0, mostNamed).map((row) => `${capitalize(chart.name(row, rows))}.`);
      return {short, long: [short, ...notesOf(chart, rows), ...names].filter(Boolean).join(" ")};
    },
  };
  return chart;
}

/** Marks that a long description names; the table and the data file have all. */
const mostNamed = 120;

/** The name of any row: that of its fact, or of what was worked out; its label where a query leaves out the rest. */
function nameOfAny(row: ChartRow & FormRow): string {
  if ("kind" in row || "derived_id" in row) return nameOfMixed(row as MixedRow);
  return [row.label ?? row.thing ?? row.goods, row.exact].filter(Boolean).join(", ");
}

const reachOf = ({value, low, high}: FormRow): number => value ?? high ?? low ?? Number.NEGATIVE_INFINITY;

function defaultTitle(rows: (ChartRow & FormRow)[]): string {
  const [most] = [...rows].sort((a, b) => reachOf(b) - reachOf(a));
  return most ? capitalize(amountIn(most)) : "No figures yet";
}

const amountIn = (row: ChartRow & FormRow): string => {
  const mixed = row as unknown as MixedRow;
  if (mixed.derived_id) return formatMixed(mixed, "prose");
  return row.value != null || row.low != null ? amountOf(mixed, "prose") : (row.label ?? row.exact);
};

function defaultAlt(rows: (ChartRow & FormRow)[]): string {
  if (rows.length === 0) return "No figures.";
  const said = rows.map((row) => {
    const amount = amountIn(row);
    return row.label && !amount.includes(row.label) ? `${row.label}: ${amount}` : amount;
  });
  return `${capitalize(list(said))}.`;
}
