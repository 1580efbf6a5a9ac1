import {defineChart} from "../waybill/chart/defineChart.js";
import {type FactRow, told} from "../waybill/chart/facts.js";
import {nameOf, periodOf} from "../waybill/chart/words.js";
import {bars} from "../waybill/forms/index.js";
import {capitalize, formatFigure} from "../waybill/model/format.js";
import {story} from "./story.js";

// Sums that are given in dollars, without the parts: a sum is part of a larger one if the same buyer paid it for the same goods.
const query = `
WITH ${told}, sums AS (SELECT * FROM told WHERE kind = 'money' AND usd IS NOT NULL)
SELECT *
FROM sums s
WHERE NOT EXISTS (
  FROM sums w WHERE w.recipient = s.recipient AND w.goods = s.goods AND w.origin = s.origin AND w.usd > s.usd
)
ORDER BY usd DESC, facts`;

export const money = defineChart<FactRow>({
  id: "money",
  articles: story,
  query,
  name: nameOf,
  form: bars,
  options: (rows, {choices}) => ({
    label: ({thing, goods, origin, destination, recipient, supplier}) =>
      capitalize(
        [goods ?? thing, [origin ?? supplier, destination ?? recipient].filter(Boolean).join(" to ")]
          .filter(Boolean)
          .join(", "),
      ),
    by: () => "",
    under: (row: FactRow) =>
      [
        row.destination && row.recipient !== row.destination && "to one importer",
        (row.status === "ordered" || row.status === "contracted") && `only ${row.status}`,
        periodOf(row) || "period not stated",
      ]
        .filter(Boolean)
        .join(", "),
    emphasis: (row: FactRow) => row === rows[0],
    scale: choices?.scale ?? "linear",
  }),
  hasCaveatsAtMarks: false,
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
  title([most]) {
    return most
      ? `${most.goods === "ceramics" ? "Ceramics for body armor" : capitalize(most.goods ?? most.thing ?? "one sum")} are the largest sum reported: ${formatFigure(most, "prose")}`
      : "No sums of money are reported";
  },
  subtitle: "Sums in dollars. Periods and scope differ: a rough comparison, not to be added up",
});
