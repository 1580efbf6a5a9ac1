import {tablesAbout} from "../../loaders/scope.js";
import {queryCharts} from "../../loaders/site/queryCharts.js";
import {loadTables} from "../../loaders/tables.js";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {chartOfFields} from "../../src/waybill/chart/chartFields.js";
import {defineChart} from "../../src/waybill/chart/defineChart.js";
import {type FactRow, told} from "../../src/waybill/chart/facts.js";
import {nameOf, periodOf} from "../../src/waybill/chart/words.js";
import {bars, chain, dots, numbers, routes} from "../../src/waybill/forms/index.js";
import {grain} from "../temporary.js";

const sums = defineChart<FactRow>({
  id: "sums",
  query: `WITH ${told} SELECT * FROM told WHERE kind = 'money' AND usd IS NOT NULL ORDER BY usd DESC, facts`,
  name: nameOf,
  form: bars,
  options: (rows, {choices}) => ({
    label: ({goods, thing}: FactRow) => goods ?? thing ?? "",
    under: (row: FactRow) => periodOf(row) || "period not stated",
    emphasis: (row: FactRow) => row === rows[0],
    scale: choices?.scale ?? "linear",
  }),
  switches: [
    {
      name: "scale",
      label: "Scale",
      values: [
        {value: "linear", label: "linear"},
        {value: "log", label: "logarithmic"},
      ],
    },
  ],
  title: "What was paid for grain",
}) as unknown as Chart;

const between = "supplier IS NOT NULL AND recipient IS NOT NULL AND kind = 'mass'";

/** Charts of an invented story, by themselves and as pages write them, in forms that are read in different ways. */
export const invented: readonly Chart[] = [
  sums,
  chartOfFields(
    {id: "loads", form: "bars", of: "kind = 'mass'", label: "thing", title: "What was shipped"},
    bars,
  ),
  chartOfFields({id: "spread", form: "dots", of: "kind = 'mass'", title: "How much at a time"}, dots),
  chartOfFields({id: "counted", form: "numbers", of: "kind <> 'money'", title: "What is counted"}, numbers),
  chartOfFields({id: "deals", form: "chain", of: between, title: "Who sold grain to whom"}, chain),
  chartOfFields({id: "ways", form: "routes", of: between, title: "Which way the grain went"}, routes),
];

/** Returns the invented chart of the given id. */
export const inventedChart = (id: string): Chart => invented.find((chart) => chart.id === id)!;

/** Returns the rows of every invented chart by its id. */
export async function inventedRows(): Promise<Map<string, ChartRow[]>> {
  const tables = loadTables(grain);
  const queried = await queryCharts(
    (tag) => tablesAbout(tables, tag),
    invented.map((chart) => ({chart})),
  );
  return new Map(queried.map(({chart, rows}) => [chart.id, rows]));
}

/** The invented charts as rows of a table of tests. */
export const everyInvented = invented.map((chart) => [chart.id, chart] as const);
