import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {citationOf} from "../../loaders/graphics/citation.js";
import {oembedFile} from "../../loaders/graphics/oembedFile.js";
import {heightsOf} from "../../loaders/site/embed/embedHtml.js";
import {statementsOf} from "../../loaders/site/statements.js";
import {loadTables} from "../../loaders/tables.js";
import {heightAt} from "../../src/waybill/embed/heights.js";
import {charts} from "../charts/everyChart.js";
import {queryCharts} from "../charts/queryCharts.js";

const root = "https://example.org/news";
const tables = loadTables();
const statements = statementsOf(tables);
const rowsOf = await queryCharts(tables);

describe.each(charts.map((chart) => ({id: chart.id, chart})))("oembedFile({chart: $id})", ({id, chart}) => {
  const rows = rowsOf.get(id)!;
  const citation = citationOf({chart, rows, tables, statements, site: root});
  const told = JSON.parse(oembedFile({chart, rows, statements, citation, root}));
  const {document} = parseHTML(`<body>${told.html}</body>`);
  const frame = document.querySelector("iframe")!;

  it("has the height that the embed needs at the width it tells, in its code too", () => {
    const heights = heightsOf(chart, rows, statements);
    expect(told).toMatchObject({type: "rich", version: "1.0", width: 640, height: heightAt(heights, 640)});
    expect(heightAt(heights, 360)).not.toBe(told.height);
    expect(frame.getAttribute("height")).toBe(String(told.height));
  });

  it("has the chart's own title, frame and picture", () => {
    expect(told.title).toBe(chart.title(rows));
    expect(frame.getAttribute("title")).toBe(told.title);
    expect(frame.getAttribute("src")).toBe(`${root}/embed/${id}.html`);
    expect(told.thumbnail_url).toBe(`${root}/graphics/${id}-card.png`);
  });
});
