import {type GeoProjection, geoConicEqualArea, geoPath} from "d3";
import {formatNumber} from "../model/format.js";
import {worldLand} from "../waybill/forms/land.js";
import {wrapText} from "../waybill/textWidth.js";
import {textSize} from "../waybill/theme.js";
import type {Chart, ChartRow, DrawOptions} from "./Chart.js";
import {describeChart, noted, reportedBy, told} from "./facts.js";
import {type Label, lineHeight, type Mark, marginOf, mostLines, panels, startDrawing} from "./frame.js";
import type {KeyItem} from "./key.js";
import {circle, type Paints, pale, type Shape} from "./look.js";
import {drawn, list, undrawnNotes} from "./many.js";
import {around, type Box, boxOf, overlaps, placeLabel} from "./place.js";
import {listStandings, type Standing, wordsOf} from "./standing.js";
import {story} from "./story.js";

type Row = ChartRow & {
  origin: string | null;
  via: string | null;
  destination: string;
  /** Classes of goods, joined by “, ”. */
  goods: string | null;
  /** Whether anything on this way is said to have been delivered, or nothing more than ordered. */
  delivered: boolean;
  /** Where nothing is said to have been delivered: how far it has got, joined by spaces. */
  standings: string | null;
  origin_x: number | null;
  origin_y: number | null;
  via_x: number | null;
  via_y: number | null;
  destination_x: number;
  destination_y: number;
};

// One row for each way between countries, with all that is reported to have gone it.
const query = `
WITH ${told}, ${noted}, links AS (
  SELECT stands_on, facts, article_id, figure_id, publisher, relays, sentence, exact, goods, status,
    origin, destination, via FROM told WHERE kind IN ('money', 'count', 'mass', 'volume', 'length', 'area', 'energy')
  UNION ALL BY NAME
  SELECT stands_on, facts, article_id, figure_id, publisher, relays, sentence, exact, coalesce(goods, thing) AS goods,
    status, origin, destination, via FROM noted WHERE kind = 'supplies'
), placed AS (
  SELECT l.* REPLACE (coalesce(v.country, l.via) AS via), o.longitude AS origin_x, o.latitude AS origin_y,
    w.longitude AS via_x, w.latitude AS via_y, d.longitude AS destination_x, d.latitude AS destination_y
  FROM links l
  JOIN places d ON d.place = l.destination
  LEFT JOIN parties v ON v.name = l.via
  LEFT JOIN places w ON w.place = coalesce(v.country, l.via)
  LEFT JOIN places o ON o.place = l.origin
  WHERE l.destination IS DISTINCT FROM l.origin AND d.longitude IS NOT NULL
    AND (o.longitude IS NOT NULL OR w.longitude IS NOT NULL)
), first AS (
  SELECT * FROM placed
  QUALIFY row_number() OVER (PARTITION BY origin, via, destination ORDER BY facts IS NULL, stands_on) = 1
)
SELECT g.stands_on, g.facts, f.article_id, f.figure_id, f.publisher, f.relays, f.sentence, f.exact,
  f.origin, f.via, f.destination, g.goods, g.delivered, if(g.delivered, NULL, g.standings) AS standings,
  f.origin_x, f.origin_y, f.via_x, f.via_y, f.destination_x, f.destination_y
FROM first f JOIN (
  SELECT origin, via, destination,
    string_agg(stands_on, ' ' ORDER BY facts IS NULL, stands_on) AS stands_on,
    string_agg(facts, ' ' ORDER BY facts) AS facts,
    string_agg(DISTINCT goods, ', ' ORDER BY goods) AS goods,
    bool_or(coalesce(status, 'delivered') = 'delivered') AS delivered,
    string_agg(DISTINCT status, ' ' ORDER BY status) AS standings
  FROM placed GROUP BY ALL
) g ON f.origin IS NOT DISTINCT FROM g.origin AND f.via IS NOT DISTINCT FROM g.via AND f.destination = g.destination
ORDER BY f.via IS NOT NULL, f.destination = 'Russia' DESC, length(g.stands_on) DESC, f.origin, f.via`;

const articled = (place: string): string => (/^United /.test(place) ? `the ${place}` : place);

const standingsOf = ({standings}: Row): Standing[] =>
  (standings ?? "").split(" ").filter(Boolean) as Standing[];

const wayOf = ({origin, via, destination}: Row): string =>
  `${origin ? `${origin} to ` : "To "}${articled(destination)}${via ? ` through ${articled(via)}` : ""}${origin ? "" : ", origin not stated"}`;

/** Countries on the way: named as such, or both reached and left, other than where most goods end. */
function throughOf(rows: Row[]): string[] {
  const ends = new Map<string, number>();
  for (const {destination} of rows) ends.set(destination, (ends.get(destination) ?? 0) + 1);
  const [last] = [...ends].sort((a, b) => b[1] - a[1])[0] ?? [];
  const passed = rows.flatMap(({origin}) => (origin && origin !== last && ends.has(origin) ? origin : []));
  return [...new Set([...rows.flatMap(({via}) => via ?? []), ...passed])].sort();
}

// The land is the same in every theme, and the better part of the time that a map takes.
const drawnLand = new Map<string, string>();

function landPath(projection: GeoProjection, key: string): string {
  let path = drawnLand.get(key);
  if (path === undefined) {
    path = geoPath(projection).digits(1)(worldLand) ?? "";
    if (drawnLand.size > 20) drawnLand.clear();
    drawnLand.set(key, path);
  }
  return path;
}

export const routes: Chart<Row> = {
  id: "routes",
  articles: story,
  query,
  name: (row) =>
    [wayOf(row), row.goods, listStandings(standingsOf(row)), reportedBy(row)].filter(Boolean).join(", "),
  title(rows) {
    if (rows.length === 0) return "No ways are reported";
    const through = throughOf(rows).map(articled);
    const last = through.pop();
    if (!last) return "The goods are said to have gone straight from country to country";
    return `Some goods are said to have gone straight, others through ${through.length > 0 ? `${through.join(", ")} and ` : ""}${last}`;
  },
  subtitle: () => "Ways that goods are reported to have gone, or to have been meant to go, between countries",
  notes(rows) {
    return rows.length > 0
      ? [
          "A line joins two countries that a report connects; it is no ship's track, and its width says nothing about value. Dots stand on capitals. No borders are drawn.",
          ...undrawnNotes(rows, "routes of which most is reported"),
        ]
      : [];
  },
  key: (rows) =>
    rows.some(({delivered}) => !delivered)
      ? [
          {text: "said to have been supplied", swatch: swatch(true)},
          {text: wordsOf(rows.flatMap(standingsOf)), swatch: swatch(false)},
        ]
      : [],
  describe(rows) {
    const short =
      rows.length > 0
        ? `Map with ${formatNumber(rows.length, "prose")} ways: ${list(rows.map((row) => wayOf(row)))}.`
        : "No ways.";
    return describeChart(this, rows, short);
  },
  draw(all, options: DrawOptions) {
    const rows = drawn(all);
    const {width} = options;
    const {paints, color, finish} = startDrawing(this, rows, options);
    if (rows.length === 0) return finish({height: 24, marks: []});
    const margin = marginOf(width);
    const beside = width >= 800;
    const mapWidth = beside ? width * 0.62 : width - 2 * margin;
    const mapHeight = Math.round(mapWidth * (beside ? 0.68 : 0.74));
    const places = placesOf(rows);
    const pad = width < 500 ? 30 : 44;
    const labelPad = width < 500 ? 62 : 70;
    const projection = geoConicEqualArea()
      .parallels([25, 55])
      .rotate([-80, 0])
      .fitExtent(
        [
          [margin + labelPad * 0.8, pad],
          [margin + mapWidth - labelPad, mapHeight - pad],
        ],
        {type: "MultiPoint", coordinates: [...places.values()]},
      )
      .clipExtent([
        [margin, 0],
        [margin + mapWidth, mapHeight],
      ]);
    const at = (place: string): Point => projection(places.get(place)!)!;
    const ground = landPath(projection, `${width} ${[...places.values()].join(" ")}`);
    const bounds: Box = {x1: margin, y1: 0, x2: margin + mapWidth, y2: mapHeight};
    const paths = rows.map((row, i) => {
      const points = [row.origin, row.via, row.destination].flatMap((place) =>
        place && places.has(place) ? [at(place)] : [],
      );
      return points.slice(1).map((to, n) => arc(points[n], to, i));
    });
    const dots = [...places.keys()].map((place): Box => ({...around(...at(place), 6), weight: 100}));
    const lines = paths.flat().flatMap((curve) => sample(curve, 24).map((point) => around(...point, 2)));
    const taken = [...dots, ...lines];
    const labels: Label[] = [];
    for (const place of [...places.keys()].sort((a, b) => at(b)[0] - at(a)[0])) {
      const [x, y] = at(place);
      const [name, ...shorter] = [150, 110, 80, 55].flatMap((room) =>
        wrapText(place, room, {size: textSize.body, weight: 600, most: 1}),
      );
      const text = {text: name, weight: 600, size: textSize.body, halo: true} as const;
      labels.push(placeLabel({x, y, r: 4}, text, {taken, bounds, shorter}));
    }
    // A number may stand on lines, but on nothing else.
    const solid = [...dots, ...labels.map((label): Box => ({...boxOf(label), weight: 100}))];
    const listX = beside ? mapWidth + 32 : margin;
    let listY = beside ? 12 : mapHeight + 26;
    const badges: Point[] = [];
    const marks: Mark<Row>[] = rows.map((row, i) => {
      const path = paths[i];
      const badge = badgeAt(path, {taken: solid, bounds});
      badges.push(badge);
      solid.push({...around(...badge, 11), weight: 100});
      const head = wrapText(wayOf(row), width - margin - listX - 28, {
        size: textSize.body,
        weight: 600,
        most: mostLines.name,
      });
      const goods = wrapText(row.goods ?? "goods not named", width - margin - listX - 28, {
        size: textSize.body,
        most: mostLines.name,
      });
      const [headY, height] = [listY, textSize.body * lineHeight];
      listY += (head.length + goods.length) * height + 12;
      return {
        row,
        shapes: [
          ...path.flatMap((curve, n) =>
            curved(paints, curve, {delivered: row.delivered, last: n === path.length - 1}),
          ),
          badgeShape(paints, [listX + 10, headY]),
        ],
        labels: [
          badgeLabel(i, [listX + 10, headY]),
          {x: listX + 28, y: headY, text: head.join("\n"), weight: 600},
          {x: listX + 28, y: headY + head.length * height, text: goods.join("\n"), color: "muted"},
        ],
      };
    });
    const points = [...places.keys()].map((place) => circle(...at(place), 4));
    return finish({
      height: Math.max(mapHeight, listY - 8),
      marks,
      labels,
      over: {
        shapes: badges.map((point) => badgeShape(paints, point)),
        labels: badges.map((point, i) => badgeLabel(i, point)),
      },
      ground: [panels([ground], color("land")), panels(points, color("ink"))],
    });
  },
};

type Point = [number, number];
/** Start, the point that pulls, end. */
type Curve = [Point, Point, Point];

function swatch(delivered: boolean): KeyItem["swatch"] {
  return (paints) =>
    curved(
      paints,
      [
        [1, 11],
        [20, 2],
        [42, 7],
      ],
      {delivered, last: true},
    );
}

function placesOf(rows: Row[]): Map<string, Point> {
  const places = new Map<string, Point>();
  for (const row of rows)
    for (const [place, x, y] of [
      [row.origin, row.origin_x, row.origin_y],
      [row.via, row.via_x, row.via_y],
      [row.destination, row.destination_x, row.destination_y],
    ] as const)
      if (place && x !== null && y !== null) places.set(place, [x, y]);
  return places;
}

/** Returns a curve that bows to its left, each a little more than the one before, and keeps off both dots. */
function arc([x1, y1]: Point, [x2, y2]: Point, n: number): Curve {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const bow = length * (0.14 + 0.05 * (n % 3));
  const off = Math.min(8, length / 4);
  return [
    [x1 + ux * off, y1 + uy * off],
    [(x1 + x2) / 2 + uy * bow, (y1 + y2) / 2 - ux * bow],
    [x2 - ux * off, y2 - uy * off],
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;
const xy = ([x, y]: Point): string => `${round(x)},${round(y)}`;

function curved(
  paints: Paints,
  [from, pull, to]: Curve,
  {delivered, last}: {delivered: boolean; last: boolean},
): Shape[] {
  const d = `M${xy(from)}Q${xy(pull)} ${xy(to)}`;
  const [dx, dy] = [to[0] - pull[0], to[1] - pull[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const head = `M${xy(to)}L${xy([to[0] - ux * 9 - uy * 4.5, to[1] - uy * 9 + ux * 4.5])}L${xy([to[0] - ux * 9 + uy * 4.5, to[1] - uy * 9 - ux * 4.5])}z`;
  const red = paints.color("red");
  return [
    {d, stroke: red, strokeWidth: delivered ? 2 : 5},
    ...(delivered ? [] : [{d, stroke: paints.color(pale.red), strokeWidth: 2.5}]),
    ...(last ? [{d: head, fill: delivered ? red : paints.color(pale.red), stroke: red, strokeWidth: 1}] : []),
  ];
}

const badgeShape = ({color}: Paints, [x, y]: Point): Shape => ({
  d: circle(x, y, 10),
  fill: color("paper"),
  stroke: color("red"),
  strokeWidth: 1.5,
});

const badgeLabel = (i: number, [x, y]: Point): Label => ({
  x,
  y,
  text: String(i + 1),
  anchor: "middle",
  weight: 600,
  size: textSize.small,
  color: "red",
});

/** Returns points along a curve, from its start to its end. */
function sample([from, pull, to]: Curve, count: number): Point[] {
  return Array.from({length: count + 1}, (_, i): Point => {
    const t = i / count;
    const s = 1 - t;
    return [
      s * s * from[0] + 2 * s * t * pull[0] + t * t * to[0],
      s * s * from[1] + 2 * s * t * pull[1] + t * t * to[1],
    ];
  });
}

/** Returns where a way's number stands: near the middle of its line, or beside it, where it covers nothing that is taken. */
function badgeAt(path: Curve[], {taken, bounds}: {taken: Box[]; bounds: Box}): Point {
  const points = path.flatMap((curve) => sample(curve, 10).slice(2, -2));
  const middle = (points.length - 1) / 2;
  const onLine = points.map((point, i) => ({point, cost: Math.abs(i - middle)}));
  const beside = onLine.flatMap(({point: [x, y], cost}) =>
    [16, 24, 32].flatMap((away) =>
      [0, 60, 120, 180, 240, 300].map((angle) => ({
        point: [
          x + away * Math.cos((angle * Math.PI) / 180),
          y + away * Math.sin((angle * Math.PI) / 180),
        ] as Point,
        cost: cost + 10 + away,
      })),
    ),
  );
  const price = ({point, cost}: {point: Point; cost: number}): number => {
    const box = around(...point, 11);
    const outside = box.x1 < bounds.x1 || box.y1 < bounds.y1 || box.x2 > bounds.x2 || box.y2 > bounds.y2;
    return taken.reduce(
      (sum, other) => sum + (overlaps(box, other) ? 12 * (other.weight ?? 1) : 0),
      cost + (outside ? 10_000 : 0),
    );
  };
  return [...onLine, ...beside].reduce((a, b) => (price(b) < price(a) ? b : a)).point;
}
