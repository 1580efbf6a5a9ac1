import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {widths} from "../../../src/waybill/chart/widths.js";
import {drawChart} from "../../charts/draw.js";
import {everyChart} from "../../charts/everyChart.js";
import {normalizeSvg} from "../../charts/normalizeSvg.js";
import {queryCharts} from "../../charts/queryCharts.js";
import {changesPage} from "./changesPage.js";

/*
 * A drawing that differs from its file here is written beside it as
 * <name>-changed.svg, and changes.html shows the two side by side. If the new
 * ones are right, accept them: WAYBILL_UPDATE=1 npx vitest run
 * --config test/vitest.config.ts --root . test/story/charts/snapshots.test.ts
 */
const folder = "test/output/charts";
const accepts = process.env.WAYBILL_UPDATE === "1";
const rowsOf = await queryCharts();

const fileOf = (name: string): string => path.join(folder, `${name}.svg`);
const changedFileOf = (name: string): string => path.join(folder, `${name}-changed.svg`);

// Themes differ in colours alone: one width has them all.
const looks = [
  ...widths.map((width) => ({width, theme: "auto"}) as const),
  ...(["light", "dark"] as const).map((theme) => ({width: 640, theme})),
];

const drawings = everyChart.flatMap(([id, chart]) =>
  looks.map(({width, theme}) => ({name: `${id}-${width}-${theme}`, chart, width, theme})),
);

describe("a chart's drawing", () => {
  mkdirSync(folder, {recursive: true});
  const changed: string[] = [];

  afterAll(() => {
    const page = path.join(folder, "changes.html");
    if (changed.length > 0) writeFileSync(page, changesPage(changed));
    else rmSync(page, {force: true});
  });

  it.each(drawings)("$name is what it was", ({name, chart, width, theme}) => {
    const drawn = normalizeSvg(drawChart(chart, rowsOf.get(chart.id)!, width, {theme}).outerHTML);
    rmSync(changedFileOf(name), {force: true});
    if (accepts) writeFileSync(fileOf(name), drawn);
    const kept = existsSync(fileOf(name)) ? readFileSync(fileOf(name), "utf8") : null;
    if (kept !== drawn) {
      writeFileSync(changedFileOf(name), drawn);
      changed.push(name);
    }
    expect(kept, `no such file: ${fileOf(name)} (WAYBILL_UPDATE=1 makes it)`).not.toBeNull();
    expect(kept === drawn, `differs: ${fileOf(name)} (see ${folder}/changes.html)`).toBe(true);
  });

  it("no file is left of a chart, a width or a theme that is no more", () => {
    const known = new Set(drawings.flatMap(({name}) => [`${name}.svg`, `${name}-changed.svg`]));
    const strays = readdirSync(folder).filter((file) => file.endsWith(".svg") && !known.has(file));
    if (accepts) for (const file of strays) rmSync(path.join(folder, file));
    expect(accepts ? [] : strays).toEqual([]);
  });
});

describe("changesPage(names)", () => {
  it("shows old and new of each, side by side", () => {
    const page = changesPage(["money-360-dark"]);
    expect(page.indexOf('src="money-360-dark.svg"')).toBeGreaterThan(0);
    expect(page.indexOf('src="money-360-dark-changed.svg"')).toBeGreaterThan(
      page.indexOf('src="money-360-dark.svg"'),
    );
  });
});
