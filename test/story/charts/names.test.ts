import {checkNames} from "../../charts/checkNames.js";
import {everyChart} from "../../charts/everyChart.js";
import {queryCharts} from "../../charts/queryCharts.js";

checkNames(everyChart, await queryCharts(), ["routes", "timeline"]);
