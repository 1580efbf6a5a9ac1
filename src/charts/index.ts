import type {Chart} from "../waybill/chart/Chart.js";
import {agreement} from "./agreement.js";
import {ceramics} from "./ceramics.js";
import {consignments} from "./consignments.js";
import {drones} from "./drones.js";
import {hands} from "./hands.js";
import {laserChain} from "./laser-chain.js";
import {machineTools} from "./machine-tools.js";
import {money} from "./money.js";
import {routes} from "./routes.js";
import {timeline} from "./timeline.js";

/** Every chart, in the order of the editors' desk. To add one, add its file and a line here. */
export const charts = [
  machineTools,
  drones,
  ceramics,
  laserChain,
  consignments,
  money,
  routes,
  timeline,
  hands,
  agreement,
] as unknown as readonly Chart[];

/** Returns the chart of the given id. Throws if there is none. */
export function chartOf(id: string): Chart {
  const chart = charts.find((c) => c.id === id);
  if (!chart) throw new Error(`unknown chart: ${id} (have: ${charts.map((c) => c.id).join(", ")})`);
  return chart;
}
