import {capitalize, formatFigure} from "../model/format.js";
import type {Chart, ChartRow, DrawOptions} from "../waybill/chart/Chart.js";
import {type FactRow, noted, told} from "../waybill/chart/facts.js";
import {drawn, list, undrawnNotes} from "../waybill/chart/many.js";
import type {Stated} from "../waybill/chart/standing.js";
import {amountOf, describeChart, nameOf, reportedBy} from "../waybill/chart/words.js";
import {wrapText} from "../waybill/textWidth.js";
import {textSize} from "../waybill/theme.js";
import {type Label, lineHeight, type Mark, marginOf, panels, startDrawing} from "./frame.js";
import {paintedAs} from "./key.js";
import {placeInLayers} from "./layers.js";
import {type Look, lookOf, type Paints, pale, rectangle, type Shape} from "./look.js";
import {story} from "./story.js";

type Row = ChartRow &
  Pick<
    FactRow,
    "value" | "low" | "high" | "unit" | "stated_unit" | "qualifier" | "thing" | "goods" | "status" | "change"
  > & {
    kind: FactRow["kind"] | "supplies" | "part_of";
    supplier: string;
    recipient: string;
    supplier_country: string | null;
    recipient_country: string | null;
  };

// From whoever supplies laser components along all that is reported to be handed
// on, and what else reaches the companies on the way.
const query = `
WITH RECURSIVE ${told}, ${noted}, links AS (
  SELECT * FROM told WHERE supplier IS NOT NULL AND recipient IS NOT NULL AND kind IN ('count', 'mass', 'money')
  UNION ALL BY NAME
  SELECT * FROM noted WHERE kind IN ('supplies', 'part_of')
), reached AS (
  SELECT supplier AS party FROM links WHERE goods = 'laser components'
  UNION
  SELECT l.recipient FROM links l JOIN reached ON l.supplier = party
)
SELECT l.*, s.country AS supplier_country, r.country AS recipient_country
FROM links l
JOIN parties s ON s.name = l.supplier
JOIN parties r ON r.name = l.recipient
WHERE l.supplier IN (SELECT party FROM reached)
  OR (r.kind = 'company' AND l.recipient IN (SELECT party FROM reached))
ORDER BY l.kind = 'part_of', l.goods = 'laser components' DESC, l.kind = 'money', l.value DESC NULLS LAST, l.supplier, l.kind, l.stands_on`;

const isStated = (row: Row): row is Row & {kind: FactRow["kind"]} =>
  row.kind !== "supplies" && row.kind !== "part_of";

const labelOf = (row: Row): string => {
  const what = isStated(row)
    ? row.kind === "money"
      ? formatFigure(row, "chart")
      : amountOf(row, "chart")
    : (row.thing ?? row.goods ?? "");
  return [what, row.status === "delivered" || row.kind === "money" ? "" : row.status]
    .filter(Boolean)
    .join(", ");
};

const edgesOf = (rows: Row[]): Row[] => rows.filter(({kind}) => kind !== "part_of");
const partsOf = (rows: Row[]): Row[] => rows.filter(({kind}) => kind === "part_of");

const toEdge = ({supplier, recipient}: Row) => ({from: supplier, to: recipient});

function lastOf(rows: Row[]): string | undefined {
  const placed = [...placeInLayers(edgesOf(rows).map(toEdge), partsOf(rows).map(toEdge)).values()];
  return placed.sort((a, b) => b.layer - a.layer)[0]?.name;
}

export const laserChain: Chart<Row> = {
  id: "laser-chain",
  articles: story,
  query,
  name(row) {
    if (row.kind === "part_of") return `${row.supplier} is part of ${row.recipient}, ${reportedBy(row)}`;
    if (isStated(row))
      return nameOf({
        via: null,
        origin: null,
        destination: null,
        period_start: null,
        period_end: null,
        usd: null,
        ...row,
      });
    const status = row.status === "delivered" ? "" : row.status;
    return [row.thing ?? row.goods, `from ${row.supplier} to ${row.recipient}`, status, reportedBy(row)]
      .filter(Boolean)
      .join(", ");
  },
  title(rows) {
    const last = lastOf(rows);
    if (!last) return "Nothing is reported of laser components";
    const countries = new Set(
      edgesOf(rows).flatMap(({supplier_country, recipient_country}) => [supplier_country, recipient_country]),
    );
    const through = [...countries].filter(
      (country) => country && country !== "China" && country !== "Russia",
    );
    return `Laser parts from China are said to reach ${articled(last)}${through.length > 0 ? ` through ${through.join(" and ")}` : ""}`;
  },
  subtitle: () => "Who is reported to supply whom, and with what",
  notes(rows) {
    const pledged = rows.filter(({status, kind}) => isPledged(status) && kind !== "money");
    const sentence = drawn(pledged)
      .map(
        (row) =>
          `${isStated(row) ? amountOf(row, "prose") : row.thing} ${row.value === 1 ? "was" : "were"} ${row.status}`,
      )
      .join(", ");
    return [
      sentence
        ? `${capitalize(sentence)}: neither an order nor a contract is a delivery, and no report says how many arrived.`
        : "",
      ...undrawnNotes(rows, "first links"),
    ].filter(Boolean);
  },
  key(rows) {
    // A relation has no kind of a figure's; what it hands over is goods.
    const edges = edgesOf(rows).map((row): Stated => (isStated(row) ? row : {...row, kind: "count"}));
    return paintedAs(edges).map(({look, text}) => ({
      text: look.paint === "solid" ? "said to have been supplied" : text,
      swatch: (paints) => arrow(paints, {from: [1, 7], bend: [1, 7], to: [40, 7]}, look),
    }));
  },
  describe(rows) {
    const steps = edgesOf(rows).map((row) => `${row.supplier} to ${row.recipient}`);
    const short =
      steps.length > 0 ? `Arrows between companies: ${list([...new Set(steps)])}.` : "No figures.";
    return describeChart(this, rows, short);
  },
  draw(rows, options) {
    return options.width < 800
      ? drawDown(this, drawn(rows), options)
      : drawAcross(this, drawn(rows), options);
  },
};

const isPledged = (status: Row["status"]): boolean =>
  status === "ordered" || status === "contracted" || status === "planned";

const articled = (name: string): string => (/military|army|forces/i.test(name) ? `the ${name}` : name);

interface Node {
  name: string;
  country: string | null;
  layer: number;
  lane: number;
}

function nodesOf(rows: Row[]): Map<string, Node> {
  const countries = new Map(
    rows.flatMap((row) => [
      [row.supplier, row.supplier_country] as const,
      [row.recipient, row.recipient_country] as const,
    ]),
  );
  const placed = placeInLayers(edgesOf(rows).map(toEdge), partsOf(rows).map(toEdge));
  return new Map([...placed].map(([name, node]) => [name, {...node, country: countries.get(name) ?? null}]));
}

type Point = [number, number];

interface Way {
  from: Point;
  /** Where it leaves the straight line. */
  bend: Point;
  to: Point;
  /** Whether it runs from top to bottom. */
  down?: boolean;
}

/** Returns an arrow: full, or hollow where nothing is said to have been delivered. */
function arrow(paints: Paints, {from, bend, to, down = false}: Way, look: Look): Shape[] {
  const [x, y] = to.map(round);
  const [bx, by] = down ? [x, y - 9] : [x - 9, y];
  const head = down
    ? `M${x},${y}L${x - 5},${by}L${x + 5},${by}z`
    : `M${x},${y}L${bx},${y - 5}L${bx},${y + 5}z`;
  const pull: [Point, Point] = down
    ? [
        [bend[0], (bend[1] + by) / 2],
        [bx, (bend[1] + by) / 2],
      ]
    : [
        [(bend[0] + bx) / 2, bend[1]],
        [(bend[0] + bx) / 2, by],
      ];
  const at = (point: Point): string => point.map(round).join(",");
  const straight = down ? bend[0] === x : bend[1] === y;
  const path = straight
    ? `M${at(from)}L${at([bx, by])}`
    : `M${at(from)}L${at(bend)}C${at(pull[0])} ${at(pull[1])} ${at([bx, by])}`;
  if (look.paint === "solid")
    return [
      {d: path, stroke: paints.color("red"), strokeWidth: 2.5},
      {d: head, fill: paints.color("red")},
    ];
  const dash = look.dashed ? {dash: "5 3"} : {};
  return [
    {d: path, stroke: paints.color("red"), strokeWidth: 5.5, ...dash},
    {d: path, stroke: paints.color(pale.red), strokeWidth: 2.5},
    {d: head, fill: paints.color(pale.red), stroke: paints.color("red"), strokeWidth: 1.5},
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;

function drawAcross(chart: Chart<Row>, rows: Row[], options: DrawOptions): SVGSVGElement {
  const {width} = options;
  const {paints, color, finish} = startDrawing(chart, rows, options);
  const nodes = nodesOf(rows);
  const list = [...nodes.values()];
  const layers = Math.max(1, ...list.map(({layer}) => layer + 1));
  // Room at the sides for the frame around a whole and its parts.
  const side = partsOf(rows).length > 0 ? 9 : 0;
  const boxWidth = Math.min(122, width / layers - 70);
  const gap = layers > 1 ? (width - 2 * side - layers * boxWidth) / (layers - 1) : 0;
  const boxHeight = 58;
  const laneHeight = 100;
  const left = ({layer}: Pick<Node, "layer">): number => side + layer * (boxWidth + gap);
  const middle = ({lane}: Node): number => 34 + lane * laneHeight + boxHeight / 2;
  const labels: Label[] = [];
  for (let layer = 0; layer < layers; layer++) {
    const countries = [...new Set(list.filter((node) => node.layer === layer).map(({country}) => country))];
    labels.push({
      x: left({layer}) + boxWidth / 2,
      y: 8,
      text: wrapText(countries.filter(Boolean).join(" and "), boxWidth + 2 * side, {
        size: textSize.body,
        weight: 600,
        most: 1,
      }).join(""),
      anchor: "middle",
      weight: 600,
      color: "muted",
    });
  }
  const boxes = list.map((node) => rectangle(left(node), middle(node) - boxHeight / 2, boxWidth, boxHeight));
  for (const node of list)
    labels.push(nameLabel(node, {x: left(node) + boxWidth / 2, y: middle(node), room: boxWidth - 8}));
  const marks: Mark<Row>[] = [];
  const drawn = new Map<string, number>();
  let bottom = Math.max(0, ...list.map((node) => middle(node) + boxHeight / 2));
  for (const row of inReadingOrder(edgesOf(rows), nodes)) {
    const from = nodes.get(row.supplier)!;
    const to = nodes.get(row.recipient)!;
    const pair = `${row.supplier} ${row.recipient}`;
    const nth = drawn.get(pair) ?? 0;
    drawn.set(pair, nth + 1);
    const [x1, y1, x2, y2] = [left(from) + boxWidth, middle(from), left(to), middle(to)];
    // Straight in its own lane past the layers between, and across in the last gap.
    const bend = Math.max(x1, x2 - gap);
    const room = bend > x1 ? bend - x1 - 12 : x2 - x1 - 8;
    const text = wrapText(labelOf(row), room, {size: textSize.small, most: from.lane === 0 ? 2 : 3});
    const height = (text.length - 1) * textSize.small * lineHeight;
    // Away from where the line turns to, or below it for a second label.
    const above = nth === 0 && !(bend === x1 && y2 < y1);
    marks.push({
      row,
      shapes:
        nth > 0
          ? []
          : arrow(
              paints,
              {from: [x1, y1], bend: [bend, y1], to: [x2, y2]},
              lookOf({qualifier: null, status: row.status}),
            ),
      labels: [
        {
          x: bend > x1 ? (x1 + bend) / 2 : (x1 + x2) / 2,
          y: above ? y1 - 13 - height : y1 + 15,
          text: text.join("\n"),
          anchor: "middle",
          size: textSize.small,
        },
      ],
    });
  }
  for (const row of partsOf(rows)) {
    const ends = [nodes.get(row.supplier)!, nodes.get(row.recipient)!];
    const [first, last] = ends.map(middle).sort((a, b) => a - b);
    const text = wrapText(`${row.supplier} is part of ${row.recipient}`, boxWidth, {
      size: textSize.small,
      most: 3,
    });
    const x = left(ends[0]) - 8;
    const top = first - boxHeight / 2 - 8;
    const under = last + boxHeight / 2 + text.length * textSize.small * lineHeight + 14;
    bottom = Math.max(bottom, under);
    marks.push({
      row,
      shapes: [
        {
          d: rectangle(x, top, boxWidth + 16, under - top),
          stroke: paints.color("muted"),
          strokeWidth: 1.5,
          dash: "4 3",
        },
      ],
      labels: [
        {
          x: x + 8 + boxWidth / 2,
          y: last + boxHeight / 2 + 14,
          text: text.join("\n"),
          anchor: "middle",
          size: textSize.small,
          color: "muted",
        },
      ],
    });
  }
  return finish({
    height: list.length ? bottom + 6 : 24,
    marks,
    labels,
    ground: [panels(boxes, color("land"))],
  });
}

function drawDown(chart: Chart<Row>, rows: Row[], options: DrawOptions): SVGSVGElement {
  const {width} = options;
  const {paints, color, finish} = startDrawing(chart, rows, options);
  const margin = marginOf(width);
  const nodes = nodesOf(rows);
  const list = [...nodes.values()];
  const layers = Math.max(1, ...list.map(({layer}) => layer + 1));
  const lanes = Math.max(1, ...list.map(({lane}) => lane + 1));
  const laneWidth = (width - 2 * margin - 10) / lanes;
  const boxWidth = Math.min(150, laneWidth - 10);
  const boxHeight = width < 500 ? 72 : 58;
  const inside = new Set(partsOf(rows).flatMap(({supplier, recipient}) => [supplier, recipient]));
  // A line of the frame around a whole and its parts stands below their boxes.
  const offsetOf = (name: string): number => (inside.has(name) ? 40 : 14);
  const line = textSize.small * lineHeight;
  const toLabel = new Map<string, number>();
  for (const {supplier} of edgesOf(rows)) toLabel.set(supplier, (toLabel.get(supplier) ?? 0) + 1);
  const gap = Math.max(
    width < 500 ? 92 : 72,
    ...[...toLabel].map(([name, count]) => offsetOf(name) + count * line),
  );
  const left = ({lane}: Node): number => margin + 5 + lane * laneWidth;
  // Arrows run down the left of the boxes, so that there is room for a label beside each.
  const lineOf = (node: Node): number => left(node) + 14;
  const topOf = ({layer}: Node): number => 8 + layer * (boxHeight + gap);
  const labels = list.map((node) =>
    nameLabel(node, {
      x: left(node) + boxWidth / 2,
      y: topOf(node) + boxHeight / 2,
      room: boxWidth - 8,
      withCountry: true,
      most: boxHeight < 70 ? 2 : 3,
    }),
  );
  const boxes = list.map((node) => rectangle(left(node), topOf(node), boxWidth, boxHeight));
  let bottom = 8 + layers * (boxHeight + gap) - gap;
  const marks: Mark<Row>[] = [];
  const drawn = new Set<string>();
  const lines = new Map<string, number>();
  for (const row of inReadingOrder(edgesOf(rows), nodes)) {
    const from = nodes.get(row.supplier)!;
    const to = nodes.get(row.recipient)!;
    const pair = `${row.supplier} ${row.recipient}`;
    const isFirst = !drawn.has(pair);
    drawn.add(pair);
    const before = lines.get(from.name) ?? 0;
    const [x1, y1, x2, y2] = [lineOf(from), topOf(from) + boxHeight, lineOf(to), topOf(to)];
    // A line is kept for each label that is to follow in the gap.
    const left = toLabel.get(from.name)! - 1;
    toLabel.set(from.name, left);
    const most = Math.max(1, Math.floor((gap - offsetOf(from.name) + 16) / line) - before - left);
    const text = wrapText(labelOf(row), laneWidth - 28, {size: textSize.small, most});
    lines.set(from.name, before + text.length);
    marks.push({
      row,
      shapes: !isFirst
        ? []
        : arrow(
            paints,
            {from: [x1, y1], bend: [x1, Math.max(y1, y2 - 46)], to: [x2, y2], down: true},
            lookOf({qualifier: null, status: row.status}),
          ),
      labels: [
        {
          x: x1 + 8,
          y: y1 + offsetOf(from.name) + before * line,
          text: text.join("\n"),
          size: textSize.small,
          halo: true,
        },
      ],
    });
  }
  for (const row of partsOf(rows)) {
    const ends = [nodes.get(row.supplier)!, nodes.get(row.recipient)!];
    const [first, last] = ends.map(left).sort((a, b) => a - b);
    const top = topOf(ends[0]) - 6;
    const span = last - first + boxWidth;
    const [text] = wrapText(`${row.supplier} is part of ${row.recipient}`, span, {
      size: textSize.small,
      most: 1,
    });
    bottom = Math.max(bottom, top + boxHeight + 32);
    marks.push({
      row,
      shapes: [
        {
          d: rectangle(first - 5, top, span + 10, boxHeight + 30),
          stroke: paints.color("muted"),
          strokeWidth: 1.5,
          dash: "4 3",
        },
      ],
      labels: [
        {
          x: first + 2,
          y: top + boxHeight + 18,
          text,
          size: textSize.small,
          color: "muted",
        },
      ],
    });
  }
  return finish({
    height: list.length ? bottom + 4 : 24,
    marks,
    labels,
    ground: [panels(boxes, color("land"))],
  });
}

/** From the top down, and along each line from left to right. */
function inReadingOrder(rows: Row[], nodes: ReadonlyMap<string, Node>): Row[] {
  const at = ({supplier}: Row): Node => nodes.get(supplier)!;
  return [...rows].sort((a, b) => at(a).layer - at(b).layer || at(a).lane - at(b).lane);
}

interface NameOptions {
  x: number;
  y: number;
  room: number;
  withCountry?: boolean;
  most?: number;
}

function nameLabel({name, country}: Node, {x, y, room, withCountry = false, most = 3}: NameOptions): Label {
  const size = room < 110 ? textSize.small : textSize.body;
  const lines = wrapText(name, room, {size, weight: 600, most});
  if (withCountry && country && !name.includes(country.slice(0, 4)))
    lines.push(...wrapText(`(${country})`, room, {size, weight: 600, most: 1}));
  const height = (lines.length - 1) * size * lineHeight;
  return {x, y: y - height / 2, text: lines.join("\n"), anchor: "middle", weight: 600, size};
}
