import type {ChartRow} from "../waybill/chart/Chart.js";
import {defineChart} from "../waybill/chart/defineChart.js";
import {noted, told} from "../waybill/chart/facts.js";
import {reportedBy} from "../waybill/chart/words.js";
import {routes as form} from "../waybill/forms/index.js";
import {capitalize} from "../waybill/model/format.js";
import {inland, story} from "./story.js";

type Row = ChartRow & {
  origin: string | null;
  via: string | null;
  destination: string;
  goods: string | null;
  /** Whether it came from one country through a third. */
  strong: boolean;
  /** What speaks against the figures themselves. */
  doubt: string | null;
};

// One row for each route, with all that is reported to have gone it; parts of goods are not the goods, and a route through a company goes through its country. An order has gone no route.
const query = `
WITH ${told}, ${noted}, links AS (
  SELECT * FROM told WHERE kind IN ('money', 'count', 'mass')
  UNION ALL BY NAME
  SELECT * REPLACE (coalesce(goods, thing) AS goods) FROM noted WHERE kind = 'supplies'
), placed AS (
  SELECT l.* REPLACE (coalesce(v.country, l.via) AS via,
      if(contains(l.thing, 'parts'), regexp_replace(l.goods, 's$', '') || ' parts', l.goods) AS goods),
    (SELECT min(d.what) FROM disagreements d WHERE d.kind = 'implausible' AND list_has_any(string_split(d.figures, ' '), string_split(l.stands_on, ' '))) AS doubt
  FROM links l LEFT JOIN parties v ON v.name = l.via
  WHERE l.destination = 'Russia' AND l.origin IS DISTINCT FROM l.destination AND coalesce(l.origin, l.via) IS NOT NULL
    AND coalesce(l.status, 'delivered') = 'delivered'
), ways AS (
  SELECT origin, via, destination, doubt,
    string_agg(stands_on, ' ' ORDER BY facts IS NULL, stands_on) AS stands_on, string_agg(facts, ' ' ORDER BY facts) AS facts,
    string_agg(DISTINCT goods, ', ' ORDER BY goods) AS goods,
    string_agg(DISTINCT concat_ws('|', publisher, relays), chr(10) ORDER BY concat_ws('|', publisher, relays)) AS reports,
    string_agg(DISTINCT caveats, chr(10) ORDER BY caveats) AS caveats
  FROM placed GROUP BY ALL
)
SELECT o.longitude AS origin_x, o.latitude AS origin_y, v.longitude AS via_x, v.latitude AS via_y,
  d.longitude AS destination_x, d.latitude AS destination_y, w.stands_on, w.facts, p.article_id, p.figure_id, p.publisher, p.relays, w.reports, p.sentence, p.exact,
  w.origin, w.via, w.destination, w.goods, w.doubt, w.caveats,
  w.doubt IS NULL AND w.via IS NOT NULL AND w.origin IS NOT NULL AS strong
FROM ways w JOIN placed p ON p.stands_on = w.stands_on OR starts_with(w.stands_on, p.stands_on || ' ')
LEFT JOIN places o ON o.place = w.origin LEFT JOIN places v ON v.place = w.via LEFT JOIN places d ON d.place = w.destination
QUALIFY row_number() OVER (PARTITION BY w.origin, w.via, w.doubt ORDER BY length(p.stands_on) DESC) = 1
ORDER BY strong DESC, w.origin IS NULL, w.origin, w.via NULLS LAST`;

const and = (words: readonly string[]): string =>
  [...new Set(words)].join(", ").replace(/, ([^,]*)$/, " and $1");
// Of many goods those are named of which the other side speaks.
const goodsOf = ({goods, caveats}: Row): string => {
  const isSpokenOf = (word: string): number => Number(String(caveats).includes(word.replace(/s$/, "")));
  const words = goods?.split(", ").toSorted((a, b) => isSpokenOf(b) - isSpokenOf(a)) ?? [];
  return capitalize(words.length > 4 ? `${words.slice(0, 2).join(", ")} and other goods` : and(words));
};
const the = (place: string): string => (/^United /.test(place) ? `the ${place}` : place);

export const routes = defineChart<Row>({
  id: "routes",
  articles: story,
  query,
  name: (row) =>
    [
      `${row.origin ? `${row.origin} to ` : "To "}${the(row.destination)}${row.via ? ` through ${the(row.via)}` : ""}${row.origin ? "" : ", origin not stated"}`,
      row.goods,
      row.doubt ? "in doubt" : "",
      reportedBy(row),
    ]
      .filter(Boolean)
      .join(", "),
  form,
  options: {
    emphasis: "strong",
    inset: false,
    places: {Russia: inland},
    label: (row) => `${goodsOf(row)}${row.doubt ? ", in doubt" : ""}`,
  },
  key: () => [],
  title(rows) {
    const detours = rows.filter(({strong, via}) => strong && via);
    const goods = and(detours.flatMap((row) => row.goods?.split(", ") ?? []));
    if (!goods) return "How the goods reached Russia";
    const [{origin: from}] = detours;
    return `${capitalize(goods)} are reported to reach Russia${from ? ` from ${from}` : ""} by way of ${and(detours.flatMap(({via}) => (via ? the(via) : [])))}`;
  },
  subtitle: "What is reported delivered; orders are left out. Routes are schematic",
});
