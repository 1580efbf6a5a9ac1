import {formatFigure} from "../model/format.js";
import {defineChart} from "../waybill/chart/defineChart.js";
import {type FactRow, told} from "../waybill/chart/facts.js";
import {nameOf} from "../waybill/chart/words.js";
import {bars} from "../waybill/forms/index.js";
import {story} from "./story.js";

type Row = FactRow & {id: string; whole: string | null};

// A sum is part of a larger one if the same buyer paid it for the same goods.
const query = `
WITH ${told}, sums AS (SELECT * FROM told WHERE kind = 'money' AND value IS NOT NULL)
SELECT *, facts AS id, (
  SELECT max(w.facts) FROM sums w
  WHERE w.recipient = s.recipient AND w.goods = s.goods AND w.origin = s.origin AND w.usd > s.usd
) AS whole
FROM sums s
ORDER BY usd DESC NULLS LAST, value DESC, facts`;

export const money = defineChart<Row>({
  id: "money",
  articles: story,
  query,
  name: nameOf,
  form: bars,
  options: (rows, {choices}) => ({
    label: ({thing, goods, supplier, recipient, status}) =>
      [
        goods ?? thing,
        [supplier, recipient].filter(Boolean).join(" to "),
        status === "delivered" ? "" : status,
      ]
        .filter(Boolean)
        .join(", "),
    within: "whole",
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
    if (!most) return "No sums of money are reported";
    const what = most.goods ?? most.thing;
    return `The largest sum reported is ${what ? `for ${what}: ` : ""}${formatFigure(most, "prose")}`;
  },
  subtitle: "Sums in US dollars; repeats counted once. They overlap: none of them is added up",
});
