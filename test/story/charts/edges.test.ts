import {checkEdges, rewrite, type WithoutParties, withoutAnyParty} from "../../charts/checkEdges.js";
import {everyChart} from "../../charts/everyChart.js";
import {queryCharts} from "../../charts/queryCharts.js";

const withoutParties: WithoutParties = (id, rows) => {
  switch (id) {
    case "laser-chain":
      return rewrite(rows, ["supplier_country", "recipient_country"], () => null);
    case "hands":
      // Where there is nothing to pass on, or nobody to pass it on to, there is no row.
      return [...rows];
    case "routes":
      return rows.map((row) =>
        (row as unknown as Record<string, unknown>).origin === null
          ? row
          : rewrite([row], ["via", "via_x", "via_y"], () => null)[0],
      );
    default:
      return withoutAnyParty(id, rows);
  }
};

checkEdges(everyChart, await queryCharts(), withoutParties);
