import {existsSync} from "node:fs";
import {brotliCompressSync, constants} from "node:zlib";
import * as Plot from "@observablehq/plot";
import {build} from "esbuild";
import {lighten, mostMarks} from "../../loaders/site/lighten.js";
import type {Chart, ChartRow} from "../../src/waybill/chart/Chart.js";
import {widths} from "../../src/waybill/chart/widths.js";
import {dots} from "../charts/dots.js";
import {drawChart} from "../charts/draw.js";
import {drawingsOf, drawNine, medianTimes} from "../charts/drawingTime.js";
import {charts} from "../charts/everyChart.js";
import {manyRows} from "../charts/manyRows.js";
import {queryCharts} from "../charts/queryCharts.js";
import {everyForm} from "../waybill/forms/drawForms.js";

/**
 * Prints how long each chart's nine drawings take beside a bare bar chart of
 * Plot's, in one run; and for some charts from how many marks on the drawings
 * in a page weigh more than the rows and the code that draws them.
 */
export async function benchCharts(): Promise<void> {
  timeForms();
  const rows = await queryCharts();
  timeDrawings(rows);
  await compareSizes(dots, rows.get(charts[0].id)!, "test/charts/dots.ts");
  for (const chart of charts) {
    const file = `src/charts/${chart.id}.ts`;
    if (existsSync(file)) await compareSizes(chart, rows.get(chart.id)!, file);
  }
}

// Ten rows that every form draws in full, beside a bare chart of Plot's.
export function timeForms(): void {
  const rows = Array.from({length: 10}, (_, i) => ({
    label: `Harbour ${String.fromCharCode(65 + i)}`,
    value: (i + 1) * 3e6,
    from: (i + 2) * 2e6,
    unit: "USD",
    qualifier: i % 3 === 0 ? ("more_than" as const) : null,
    href: `#${i}`,
    publisher: `Gazette ${i}`,
    exact: `some ${(i + 1) * 3} million dollars`,
    fact: `Harbour ${Math.floor(i / 2)}`,
    total: 3e7,
    period_start: `20${10 + i}`,
  }));
  const ten = rows.map(({label: name, value}) => ({name, value}));
  const plain = (mark: Plot.Markish) => (): void =>
    drawNine((width, _theme, document) => Plot.plot({document, width, marks: [mark]}));
  const named = everyForm.filter(([name]) => name !== "units, blocks");
  const works = named.map(
    ([, form]) =>
      (): void =>
        drawNine((width, theme, document) =>
          form(rows, {width, theme, document: document as unknown as Document}),
        ),
  );
  const [bar, dot, ...times] = medianTimes(
    [plain(Plot.barX(ten, {x: "value", y: "name"})), plain(Plot.dot(ten, {x: "value", y: "name"})), ...works],
    {warm: 6, rounds: 9},
  );
  console.log("forms of ten rows, beside Plot.barX and Plot.dot of ten values, bare; nine drawings each");
  named.forEach(([name], i) => {
    const [toBar, toDot] = [bar, dot].map((base) => (times[i] / base).toFixed(2));
    console.log(
      `${name.padEnd(30)} ${times[i].toFixed(1).padStart(7)} ms  ${toBar} times barX, ${toDot} times dot`,
    );
  });
}

function timeDrawings(rowsOf: Map<string, ChartRow[]>): void {
  const rounds = {warm: 30, rounds: 31};
  const ten = Array.from({length: 10}, (_, i) => ({name: String.fromCharCode(65 + i), value: (i + 1) * 3}));
  const bare = (): void =>
    drawNine((width, _theme, document) =>
      Plot.plot({document, width, marks: [Plot.barX(ten, {x: "value", y: "name"})]}),
    );
  const works = charts.map((chart) => drawingsOf(chart, rowsOf.get(chart.id)!));
  const [base, ...times] = medianTimes([bare, ...works], rounds);
  console.log(
    `median of ${rounds.rounds} rounds, in ms of a processor, each of nine drawings: three widths, three themes`,
  );
  console.log(`${"Plot.barX of 10 values, bare".padEnd(30)} ${base.toFixed(1).padStart(7)} ms`);
  for (const [i, {id}] of charts.entries())
    console.log(
      `${`${id}, ${rowsOf.get(id)!.length} marks`.padEnd(30)} ${times[i].toFixed(1).padStart(7)} ms  ${(times[i] / base).toFixed(2)} times the bare chart`,
    );
}

const weigh = (text: string | Uint8Array): number =>
  brotliCompressSync(text, {params: {[constants.BROTLI_PARAM_QUALITY]: 9}}).length / 1000;

async function compareSizes(chart: Chart, own: ChartRow[], file: string): Promise<void> {
  const renderer = await weighRenderer(file);
  const kB = (size: number): string => `${size.toFixed(1).padStart(8)} kB`;
  console.log(
    `\n${chart.id}: brotli sizes; the code that draws it, with Plot and d3, is ${renderer.toFixed(1)} kB`,
  );
  console.log("  marks   drawings        rows   rows + code    light drawings");
  let before: {n: number; lead: number} | null = null;
  let crossing: number | null = null;
  for (const n of [100, 200, 300, 400, 500, 700, 1000, 1500, 2000, 3000, 5000]) {
    const rows = manyRows(own, n);
    const svgs = widths.map((width) => drawChart(chart, rows, width));
    const drawings = weigh(svgs.map((svg) => svg.outerHTML).join(""));
    const data = weigh(JSON.stringify(rows));
    const light = weigh(svgs.map((svg) => lighten(svg).outerHTML).join(""));
    console.log(
      `${String(n).padStart(7)}${kB(drawings)} ${kB(data)}  ${kB(data + renderer)}    ${kB(light)}`,
    );
    const lead = drawings - data - renderer;
    if (lead >= 0 && crossing === null)
      crossing = before ? before.n + ((n - before.n) * -before.lead) / (lead - before.lead) : n;
    before = {n, lead};
  }
  console.log(
    crossing === null
      ? `up to ${before?.n} marks the drawings stay lighter (mostMarks is ${mostMarks})`
      : `from about ${Math.round(crossing)} marks on the drawings are heavier (mostMarks is ${mostMarks})`,
  );
}

async function weighRenderer(file: string): Promise<number> {
  const {outputFiles} = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return weigh(outputFiles[0].contents);
}
