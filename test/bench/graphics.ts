import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {median} from "d3";
import {parseHTML} from "linkedom";
import {citationOf, creditOf} from "../../loaders/graphics/citation.js";
import {openFaces} from "../../loaders/graphics/faces.js";
import {figureSvg} from "../../loaders/graphics/figureSvg.js";
import {htmlFile} from "../../loaders/graphics/htmlFile.js";
import {pdfFile} from "../../loaders/graphics/pdfFile.js";
import {pngFile} from "../../loaders/graphics/pngFile.js";
import {outlinedSvgFile, svgFile} from "../../loaders/graphics/svgFile.js";
import {Typesetter} from "../../loaders/graphics/Typesetter.js";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables} from "../../loaders/tables.js";
import type {ChartDocument} from "../../src/waybill/chart/Chart.js";
import {launchBrowser} from "../browser/launch.js";
import {charts} from "../charts/everyChart.js";
import {queryCharts} from "../charts/queryCharts.js";

const rounds = 5;

/** Prints the median time for each kind of file, beside headless Chromium drawing the same SVG to PNG, and that of all files from cold. */
export async function benchGraphics(): Promise<void> {
  const tables = loadTables();
  const statements = statementsOf(tables);
  const rowsOf = await queryCharts(tables);
  const folder = mkdtempSync(path.join(tmpdir(), "waybill-graphics-"));
  const typesetter = new Typesetter(await openFaces([]));
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const times = new Map<string, number[]>();
  const time = async (name: string, make: () => unknown): Promise<void> => {
    const start = performance.now();
    await make();
    times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
  };
  const browser = await launchBrowser();
  const page = await browser.newPage();
  for (let round = 0; round < rounds; round++)
    for (const chart of charts) {
      const rows = rowsOf.get(chart.id)!;
      const citation = citationOf({chart, rows, tables, statements, site: ""});
      const common = {
        chart,
        rows,
        document: document as unknown as ChartDocument,
        measure: typesetter.measure,
        credit: creditOf(rows),
        root: "..",
      };
      let svg = figureSvg({...common, width: 640, theme: "light"});
      await time("whole figure as SVG element", () => {
        svg = figureSvg({...common, width: 640, theme: "light"});
      });
      let file = "";
      await time("SVG file", async () => {
        file = await svgFile(svg, {citation, alt: "", families: typesetter.families});
      });
      await time("SVG with outlines", () => outlinedSvgFile(svg, {citation, alt: "", typesetter}));
      await time("PNG", () => pngFile(svg, {citation, scale: 1, typesetter, alt: ""}));
      await time("PNG, double", () => pngFile(svg, {citation, scale: 2, typesetter, alt: ""}));
      await time("PDF", () => pdfFile(svg, {citation, width: 185, typesetter, alt: ""}));
      await time("HTML", () => htmlFile({chart, rows, statements, citation, root: ".."}));
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(file)!;
      await page.setViewportSize({width: Number(width), height: Number(height)});
      await time("Chromium, SVG to PNG, warm page", async () => {
        const data = Buffer.from(file).toString("base64");
        await page.setContent(
          `<body style="margin:0"><img src="data:image/svg+xml;base64,${data}" style="display:block">`,
          {waitUntil: "load"},
        );
        await page.screenshot();
      });
    }
  await browser.close();
  const chromium = median(times.get("Chromium, SVG to PNG, warm page")!)!;
  console.log(
    `median of ${rounds} rounds over ${charts.length} charts, milliseconds, share of Chromium's PNG`,
  );
  for (const [name, list] of times) {
    const ms = median(list)!;
    console.log(`${name.padEnd(34)} ${ms.toFixed(1).padStart(8)} ${(ms / chromium).toFixed(2).padStart(7)}`);
  }
  const start = performance.now();
  const {status, stderr} = spawnSync(process.execPath, ["--import", "tsx", "test/bench/graphicsCold.ts"], {
    encoding: "utf8",
    env: {...process.env, WAYBILL_CACHE: path.join(folder, "cache")},
  });
  if (status !== 0) throw new Error(`making graphics failed:\n${stderr}`);
  console.log(
    `all files of ${charts.length} charts from cold: ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  rmSync(folder, {recursive: true, force: true});
}
