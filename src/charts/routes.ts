import type {ChartRow} from "../waybill/chart/Chart.js";
import {defineChart} from "../waybill/chart/defineChart.js";
import {noted, told} from "../waybill/chart/facts.js";
import {originsOf, reportedBy} from "../waybill/chart/words.js";
import {routes as form} from "../waybill/forms/index.js";
import {capitalize} from "../waybill/model/format.js";
import {inland, story} from "./story.js";

type Row = ChartRow & {
  origin: string | null;
  via: string | null;
  destination: string;
  goods: string | null;
  /** Apart from what was delivered stands what was ordered or contracted. */
  status: "delivered" | "ordered";
  /** Whether it came from one country through a third. */
  strong: boolean;
  /** “ordered or contracted” */
  statuses: string | null;
  /** What speaks against the figures themselves. */
  doubt: string | null;
};

// One row for each route and state, with all that is reported to have gone it; parts of goods are not the goods, and a route through a company goes through its country.
const query = `
WITH ${told}, ${noted}, links AS (
  SELECT * FROM told WHERE kind IN ('money', 'count', 'mass')
  UNION ALL BY NAME
  SELECT * REPLACE (coalesce(goods, thing) AS goods) FROM noted WHERE kind = 'supplies'
), placed AS (
  SELECT l.* REPLACE (coalesce(v.country, l.via) AS via,
      if(contains(l.thing, 'parts'), regexp_replace(l.goods, 's$', '') || ' parts', l.goods) AS goods),
    if(coalesce(l.status, 'delivered') = 'delivered', 'delivered', 'ordered') AS state,
    (SELECT min(d.what) FROM disagreements d WHERE d.kind = 'implausible' AND list_has_any(string_split(d.figures, ' '), string_split(l.stands_on, ' '))) AS doubt
  FROM links l LEFT JOIN parties v ON v.name = l.via
  WHERE l.destination IS NOT NULL AND l.destination IS DISTINCT FROM l.origin AND coalesce(l.origin, l.via) IS NOT NULL
), ways AS (
  SELECT origin, via, destination, state, doubt,
    string_agg(stands_on, ' ' ORDER BY facts IS NULL, stands_on) AS stands_on, string_agg(facts, ' ' ORDER BY facts) AS facts,
    string_agg(DISTINCT goods, ', ' ORDER BY goods) AS goods,
    string_agg(DISTINCT status, ' or ' ORDER BY status DESC) AS statuses,
    string_agg(DISTINCT concat_ws('|', publisher, relays), chr(10) ORDER BY concat_ws('|', publisher, relays)) AS reports,
    string_agg(DISTINCT caveats, chr(10) ORDER BY caveats) AS caveats
  FROM placed GROUP BY ALL
)
SELECT o.longitude AS origin_x, o.latitude AS origin_y, v.longitude AS via_x, v.latitude AS via_y,
  d.longitude AS destination_x, d.latitude AS destination_y, w.stands_on, w.facts, p.article_id, p.figure_id, p.publisher, p.relays, w.reports, p.sentence, p.exact,
  w.origin, w.via, w.destination, w.goods, w.state AS status, w.statuses, w.doubt, w.caveats,
  w.state = 'delivered' AND w.doubt IS NULL AND w.via IS NOT NULL AND w.origin IS NOT NULL AND w.destination = 'Russia' AS strong
FROM ways w JOIN placed p ON p.stands_on = w.stands_on OR starts_with(w.stands_on, p.stands_on || ' ')
LEFT JOIN places o ON o.place = w.origin LEFT JOIN places v ON v.place = w.via LEFT JOIN places d ON d.place = w.destination
QUALIFY row_number() OVER (PARTITION BY w.origin, w.via, w.destination, w.state ORDER BY length(p.stands_on) DESC) = 1
ORDER BY strong DESC, w.origin IS NULL, count(*) OVER (PARTITION BY w.origin) DESC, w.origin, w.destination DESC, w.state, w.via NULLS LAST`;

const and = (words: readonly string[]): string =>
  [...new Set(words)].join(", ").replace(/, ([^,]*)$/, " and $1");
// Of many goods those are named of which the other side speaks.
const goodsOf = ({goods, caveats}: Row): string => {
  const isSpokenOf = (word: string): number => Number(String(caveats).includes(word.replace(/s$/, "")));
  const words = goods?.split(", ").toSorted((a, b) => isSpokenOf(b) - isSpokenOf(a)) ?? [];
  return capitalize(words.length > 4 ? `${words.slice(0, 2).join(", ")} and other goods` : and(words));
};
const apart = ({destination: to, status, doubt}: Row): string =>
  doubt ? "In doubt" : status === "ordered" ? "Only ordered" : to === "Russia" ? "" : `To ${to}`;
const the = (place: string): string => (/^United /.test(place) ? `the ${place}` : place);

export const routes = defineChart<Row>({
  id: "routes",
  articles: story,
  query,
  name: (row) =>
    [
      `${row.origin ? `${row.origin} to ` : "To "}${the(row.destination)}${row.via ? ` through ${the(row.via)}` : ""}${row.origin ? "" : ", origin not stated"}`,
      row.goods,
      row.doubt ? "in doubt" : row.status === "delivered" ? "" : row.statuses,
      reportedBy(row),
    ]
      .filter(Boolean)
      .join(", "),
  form,
  options: {
    emphasis: "strong",
    inset: false,
    listHead: "Not on the map",
    listGroup: apart,
    listLabel: (row: Row) => `${goodsOf(row)}${row.origin ? "" : ", origin not stated"}`,
    places: {Russia: inland},
    label: (row) => `${goodsOf(row)} (${and(originsOf([row])).replaceAll("The ", "")})`,
  },
  // Words at each line say it.
  key: () => [],
  title(rows) {
    const detours = rows.filter(({strong, via}) => strong && via);
    const goods = and(detours.flatMap((row) => row.goods?.split(", ") ?? []));
    if (!goods) return "How the goods reached Russia";
    const [from] = new Set(detours.map(({origin}) => origin));
    return `${capitalize(goods)} are reported to reach Russia${from ? ` from ${from}` : ""} by way of ${and(detours.flatMap(({via}) => (via ? the(via) : [])))}`;
  },
  subtitle: "What is reported to have gone to Russia. Routes are schematic",
});
