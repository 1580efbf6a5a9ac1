import {existsSync, readFileSync} from "node:fs";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {type ChartFields, chartOfFields} from "../../src/waybill/chart/chartFields.js";
import type {Form, FormOptions, FormRow} from "../../src/waybill/forms/index.js";
import * as forms from "../../src/waybill/forms/index.js";
import {InputError} from "../InputError.js";
import {hasFields, readChartBlock} from "./chartBlock.js";
import {type Page, readPages} from "./readPage.js";
import {charts, chartsFile, chartsProblem, chartsVersion} from "./storyCharts.js";

/** A chart with the place where it is defined. */
export interface Definition {
  chart: Chart;
  file: string;
  /** Null for a file of its own. */
  line: number | null;
  /** A module that exports the chart as `chart`, to stand in src/. */
  module: string;
  /** If a page writes it: its fields, and the line of each. */
  written?: {fields: ChartFields; lineOf: (field: string) => number};
}

type Report = (problem: InputError) => void;

/**
 * Returns every chart: those that the story exports from src/charts/index.ts,
 * then those that pages write in blocks, in the order of the pages. Reports what
 * is wrong in them, and leaves those out.
 */
export function readDefinitions(
  pages: readonly Page[] = readPages(),
  report: Report = () => {},
): Definition[] {
  if (chartsProblem) report(chartsProblem);
  const definitions: Definition[] = charts.map((chart) => ({chart, line: null, ...placeOf(chart)}));
  const byId = new Map(definitions.map((definition) => [definition.chart.id, definition]));
  for (const {file, blocks, matter} of pages) {
    if (matter.draft === true) continue;
    for (const block of blocks) {
      if (block.tag !== "chart" || !hasFields(block.content)) continue;
      const written = readChartBlock(block, file, report);
      if (!written) continue;
      const {fields, lineOf} = written;
      const {id, form} = fields;
      const other = byId.get(id);
      if (other) {
        const place = other.line === null ? other.file : `${other.file}:${other.line}`;
        report(new InputError(file, lineOf("id"), `two charts have the id "${id}" (the other: ${place})`));
        continue;
      }
      const definition = {
        chart: chartOfFields(fields, formOf(form)),
        file,
        line: block.line,
        module: `import {chartOfFields} from "./waybill/chart/chartFields.js";
import {${form}} from "./waybill/forms/${form}.js";
export const chart = chartOfFields(${JSON.stringify(fields)}, ${form});
`,
        written,
      };
      byId.set(id, definition);
      definitions.push(definition);
    }
  }
  return definitions;
}

/** Returns what tells the code of charts from that of others: a chart of the story's from all of the story's code. */
export const stateOf = (definitions: readonly Definition[]): string =>
  JSON.stringify(
    definitions.map(({chart: {id}, module, written}) => [id, module, written ? null : chartsVersion]),
  );

const formOf = (name: string): Form<ChartRow & FormRow, FormOptions<ChartRow & FormRow>> =>
  (forms as unknown as Record<string, Form<ChartRow & FormRow, FormOptions<ChartRow & FormRow>>>)[name];

/** Returns where a chart of the story's stands: in a file of its own if one is called as it is, and else in the list of all, which then comes with it. */
function placeOf({id}: Chart): Pick<Definition, "file" | "module"> {
  const name = toCamelCase(id);
  const file = ["ts", "js"].map((ending) => `src/charts/${id}.${ending}`).find((own) => existsSync(own));
  if (file && new RegExp(`^export (?:const|let) ${name}\\b`, "m").test(readFileSync(file, "utf8")))
    return {file, module: `export {${name} as chart} from "./charts/${id}.js";\n`};
  return {
    file: file ?? chartsFile,
    module: `import {charts} from "./charts/index.js";
export const chart = charts.find(({id}) => id === ${JSON.stringify(id)});
`,
  };
}

const toCamelCase = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
