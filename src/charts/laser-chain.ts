import {formatFigure} from "../model/format.js";
import type {Chart, ChartRow, DrawOptions} from "./Chart.js";
import {amountOf, describeAtLength, type FactRow, nameOf, noted, reportedBy, told} from "./facts.js";
import {type Label, lineHeight, type Mark, marginOf, panels, startDrawing} from "./frame.js";
import {type KeyItem, keyOf} from "./key.js";
import {placeInLayers} from "./layers.js";
import {lookOf, type Paints, pale, rectangle, type Shape} from "./look.js";
import {wrapText} from "./textWidth.js";
import {textSize} from "./theme.js";

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
  query,
  name(row) {
    if (row.kind === "part_of") return `${row.supplier} is part of ${row.recipient}, ${reportedBy(row)}`;
    if (isStated(row)) return nameOf({via: null, origin: null, destination: null, usd: null, ...row});
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
  subtitle: () =>
    "Who is reported to supply whom, and with what; from left to right, or from top to bottom, by hand",
  notes(rows) {
    const pledged = rows.filter(({status, kind}) => isPledged(status) && kind !== "money");
    return pledged.length > 0
      ? [
          `${pledged.map((row) => `${isStated(row) ? amountOf(row, "prose") : row.thing} ${row.value === 1 ? "was" : "were"} ${row.status}`).join(", ")}: neither an order nor a contract is a delivery, and no report says how many arrived.`.replace(
            /^./,
            (c) => c.toUpperCase(),
          ),
        ]
      : [];
  },
  key(rows) {
    const swatch =
      (status: Row["status"]): KeyItem["swatch"] =>
      (paints) =>
        arrow(
          paints,
          [
            [1, 7],
            [40, 7],
          ],
          status,
        );
    const texts = new Map(
      keyOf(rows.filter(isStated).map((row) => ({...row, qualifier: null}))).map((item) => [item.text, item]),
    );
    const items = [...texts.keys()].map((text) => ({
      text,
      swatch: swatch(text.startsWith("ordered") ? "ordered" : text.startsWith("planned") ? "planned" : null),
    }));
    return items.length > 0 && edgesOf(rows).some(({status}) => !isPledged(status))
      ? [
          {text: "said to have been supplied", swatch: swatch(null)},
          ...items.filter(({text}) => !text.startsWith("said")),
        ]
      : items;
  },
  describe(rows) {
    const steps = edgesOf(rows).map((row) => `${row.supplier} to ${row.recipient}`);
    const short =
      steps.length > 0 ? `Arrows between companies: ${[...new Set(steps)].join("; ")}.` : "No figures.";
    return {
      short,
      long: describeAtLength(
        short,
        this.notes(rows),
        rows.map((row) => this.name(row, rows)),
      ),
    };
  },
  draw(rows, options) {
    return options.width < 800 ? drawDown(this, rows, options) : drawAcross(this, rows, options);
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

/** Returns an arrow along the points: full, or hollow where nothing is said to have been delivered. */
function arrow(paints: Paints, points: Point[], status: Row["status"]): Shape[] {
  const [x, y] = points.at(-1)!;
  const [px, py] = points.at(-2)!;
  const length = Math.hypot(x - px, y - py) || 1;
  const [ux, uy] = [(x - px) / length, (y - py) / length];
  const base: Point = [x - ux * 9, y - uy * 9];
  const head = `M${round(x)},${round(y)}L${round(base[0] - uy * 5)},${round(base[1] + ux * 5)}L${round(base[0] + uy * 5)},${round(base[1] - ux * 5)}z`;
  const path = curve([...points.slice(0, -1), base]);
  const look = lookOf({qualifier: null, status});
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

// Straight if there are two points, else a curve whose two middle points pull it.
function curve(points: Point[]): string {
  const [first, ...rest] = points.map((point) => point.map(round).join(","));
  return `M${first}${rest.length === 3 ? `C${rest.join(" ")}` : `L${rest.join("L")}`}`;
}

function drawAcross(chart: Chart<Row>, rows: Row[], options: DrawOptions): SVGSVGElement {
  const {width} = options;
  const {paints, color, finish} = startDrawing(chart, rows, options);
  const nodes = nodesOf(rows);
  const list = [...nodes.values()];
  const layers = Math.max(1, ...list.map(({layer}) => layer + 1));
  const lanes = Math.max(1, ...list.map(({lane}) => lane + 1));
  const boxWidth = Math.min(128, width / layers - 70);
  const gap = layers > 1 ? (width - layers * boxWidth) / (layers - 1) : 0;
  const boxHeight = 48;
  const laneHeight = 92;
  const top = 40;
  const left = ({layer}: Node): number => layer * (boxWidth + gap);
  const middle = ({lane}: Node): number => top + lane * laneHeight + boxHeight / 2 + 8;
  const labels: Label[] = [];
  for (let layer = 0; layer < layers; layer++) {
    const countries = [...new Set(list.filter((node) => node.layer === layer).map(({country}) => country))];
    labels.push({
      x: layer * (boxWidth + gap) + boxWidth / 2,
      y: 10,
      text: countries.filter(Boolean).join(" and "),
      anchor: "middle",
      weight: 600,
      color: "muted",
    });
  }
  const boxes = list.map((node) => rectangle(left(node), middle(node) - boxHeight / 2, boxWidth, boxHeight));
  for (const node of list)
    labels.push(nameLabel(node, left(node) + boxWidth / 2, middle(node), boxWidth - 8, false));
  const marks: Mark<Row>[] = [];
  const drawn = new Map<string, number>();
  for (const row of edgesOf(rows)) {
    const from = nodes.get(row.supplier)!;
    const to = nodes.get(row.recipient)!;
    const pair = `${row.supplier} ${row.recipient}`;
    const nth = drawn.get(pair) ?? 0;
    drawn.set(pair, nth + 1);
    const [x1, y1, x2, y2] = [left(from) + boxWidth, middle(from), left(to), middle(to)];
    const slack = (x2 - x1) * 0.5;
    // A label has the room up to the next box in its lane, above the line or below it.
    const room = to.layer - from.layer > 1 ? x2 - x1 - 24 : x2 - x1 - 6;
    const text = wrapText(labelOf(row), room, {size: textSize.small});
    const center = to.layer - from.layer > 1 ? x1 + Math.min(slack, (boxWidth + gap) * 0.75) : (x1 + x2) / 2;
    const atY = to.layer - from.layer > 1 || y1 === y2 ? y1 : y1 + (y2 - y1) * 0.5;
    const height = (text.length - 1) * textSize.small * lineHeight;
    marks.push({
      row,
      shapes:
        nth === 0
          ? arrow(
              paints,
              y1 === y2
                ? [
                    [x1, y1],
                    [x2, y2],
                  ]
                : [
                    [x1, y1],
                    [x1 + slack, y1],
                    [x2 - slack, y2],
                    [x2, y2],
                  ],
              row.status,
            )
          : [],
      labels: [
        {
          x: center,
          y: nth === 0 ? atY - 13 - height : atY + 15,
          text: text.join("\n"),
          anchor: "middle",
          size: textSize.small,
          halo: true,
        },
      ],
    });
  }
  for (const row of partsOf(rows))
    marks.push(partMark(row, nodes.get(row.supplier)!, nodes.get(row.recipient)!));
  function partMark(row: Row, part: Node, whole: Node): Mark<Row> {
    const [first, last] = [part, whole].map(middle).sort((a, b) => a - b);
    const text = wrapText(`${row.supplier} is part of ${row.recipient}`, boxWidth, {size: textSize.small});
    const x = left(whole) - 8;
    const bottom = last + boxHeight / 2 + 12 + text.length * 16;
    return {
      row,
      shapes: [
        {
          d: rectangle(x, first - boxHeight / 2 - 8, boxWidth + 16, bottom - first + boxHeight / 2 + 12),
          stroke: paints.color("muted"),
          strokeWidth: 1.5,
          dash: "4 3",
        },
      ],
      labels: [
        {
          x: x + 8 + boxWidth / 2,
          y: last + boxHeight / 2 + 16,
          text: text.join("\n"),
          anchor: "middle",
          size: textSize.small,
          color: "muted",
        },
      ],
    };
  }
  return finish({
    height: list.length ? top + lanes * laneHeight + 24 : 24,
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
  const laneWidth = (width - 2 * margin) / lanes;
  const boxWidth = Math.min(150, laneWidth - 6);
  const boxHeight = width < 500 ? 70 : 56;
  const layerHeight = boxHeight + 84;
  const center = ({lane}: Node): number => margin + (lane + 0.5) * laneWidth;
  const topOf = ({layer}: Node): number => 4 + layer * layerHeight;
  const labels = list.map((node) =>
    nameLabel(node, center(node), topOf(node) + boxHeight / 2, boxWidth - 8, true),
  );
  const boxes = list.map((node) => rectangle(center(node) - boxWidth / 2, topOf(node), boxWidth, boxHeight));
  const marks: Mark<Row>[] = [];
  const drawn = new Map<string, number>();
  for (const row of edgesOf(rows)) {
    const from = nodes.get(row.supplier)!;
    const to = nodes.get(row.recipient)!;
    const pair = `${row.supplier} ${row.recipient}`;
    const above = drawn.get(pair) ?? 0;
    const [x1, y1, x2, y2] = [center(from), topOf(from) + boxHeight, center(to), topOf(to)];
    const text = wrapText(labelOf(row), laneWidth - 8, {size: textSize.small});
    drawn.set(pair, above + text.length);
    const straight = Math.abs(x1 - x2) < 1;
    const slack = (y2 - y1) * 0.5;
    marks.push({
      row,
      shapes:
        above === 0
          ? arrow(
              paints,
              straight
                ? [
                    [x1, y1],
                    [x2, y2],
                  ]
                : [
                    [x1, y1],
                    [x1, y1 + Math.max(slack, 60)],
                    [x2, y2 - slack],
                    [x2, y2],
                  ],
              row.status,
            )
          : [],
      labels: [
        {
          x: x1,
          y: y1 + 20 + above * textSize.small * lineHeight,
          text: text.join("\n"),
          anchor: "middle",
          size: textSize.small,
          halo: true,
        },
      ],
    });
  }
  for (const row of partsOf(rows)) {
    const ends = [nodes.get(row.supplier)!, nodes.get(row.recipient)!];
    const [first, last] = ends.map(center).sort((a, b) => a - b);
    const top = topOf(ends[0]) - 6;
    const text = `${row.supplier} is part of ${row.recipient}`;
    marks.push({
      row,
      shapes: [
        {
          d: rectangle(first - boxWidth / 2 - 6, top, last - first + boxWidth + 12, boxHeight + 32),
          stroke: paints.color("muted"),
          strokeWidth: 1.5,
          dash: "4 3",
        },
      ],
      labels: [
        {
          x: first - boxWidth / 2 + 2,
          y: top + boxHeight + 19,
          text,
          size: textSize.small,
          color: "muted",
          halo: true,
        },
      ],
    });
  }
  return finish({
    height: list.length ? 8 + layers * layerHeight - 84 + 4 : 24,
    marks,
    labels,
    ground: [panels(boxes, color("land"))],
  });
}

function nameLabel(node: Node, x: number, y: number, room: number, withCountry: boolean): Label {
  const size = room < 110 ? textSize.small : textSize.body;
  const lines = wrapText(node.name, room, {size, weight: 600});
  if (withCountry && node.country && !node.name.includes(demonym(node.country))) lines.push(node.country);
  return {
    x,
    y: y - ((lines.length - 1) * size * lineHeight) / 2,
    text: lines.join("\n"),
    anchor: "middle",
    weight: 600,
    size,
  };
}

const demonym = (country: string): string => country.slice(0, 4);
