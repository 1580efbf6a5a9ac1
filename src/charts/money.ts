import {defineChart} from "../waybill/chart/defineChart.js";
import {type FactRow, told} from "../waybill/chart/facts.js";
import {nameOf} from "../waybill/chart/words.js";
import {bars} from "../waybill/forms/index.js";
import {capitalize, formatCount, formatFigure} from "../waybill/model/format.js";
import {story} from "./story.js";

type Row = FactRow & {left_out: number};

// Without the parts: a sum is part of a larger one if the same buyer paid it for the same goods.
const query = `
WITH ${told}, sums AS (SELECT * FROM told WHERE kind = 'money' AND value IS NOT NULL)
SELECT *, (SELECT count(*) FROM sums WHERE usd IS NULL)::INTEGER AS left_out
FROM sums s
WHERE usd IS NOT NULL AND NOT EXISTS (
  FROM sums w WHERE w.recipient = s.recipient AND w.goods = s.goods AND w.origin = s.origin AND w.usd > s.usd
)
ORDER BY usd DESC, facts`;

export const money = defineChart<Row>({
  id: "money",
  articles: story,
  query,
  name: nameOf,
  form: bars,
  options: (rows, {choices}) => ({
    label: ({thing, goods, supplier, recipient}) =>
      capitalize(
        [goods ?? thing, [supplier, recipient].filter(Boolean).join(" to ")].filter(Boolean).join(", "),
      ),
    emphasis: (row: Row) => row === rows[0],
    scale: choices?.scale ?? "linear",
  }),
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
      ? `${most.goods === "ceramics" ? "Ceramics for body armor" : capitalize(most.goods ?? most.thing ?? "one purchase")} are the largest sum reported: ${formatFigure(most, "prose")}`
      : "No sums of money are reported";
  },
  subtitle: "Sums in US dollars, for different periods, first reported by Politico and The Washington Post",
  notes: ([row]) =>
    row?.left_out
      ? [
          `${capitalize(formatCount(row.left_out))} in another currency ${row.left_out > 1 ? "are" : "is"} not drawn: no exchange rate is reported.`,
        ]
      : [],
});
