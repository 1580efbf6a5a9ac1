import {expect, it} from "vitest";
import {caveatsOf} from "../../../src/waybill/chart/caveats.js";
import {everyChart} from "../../charts/everyChart.js";
import {queryCharts} from "../../charts/queryCharts.js";

const rowsOf = await queryCharts();

it("what articles say against their figures is said in most charts of the story", () => {
  const said = everyChart.filter(([id]) => caveatsOf(rowsOf.get(id)!).length > 0);
  expect(said.length).toBeGreaterThan(4);
});
