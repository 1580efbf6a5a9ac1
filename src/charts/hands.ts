import {capitalize, formatCount} from "../model/format.js";
import type {Chart, ChartRow, DrawOptions} from "../waybill/chart/Chart.js";
import {noted} from "../waybill/chart/facts.js";
import {drawn, list, undrawnNotes} from "../waybill/chart/many.js";
import {describeChart} from "../waybill/chart/words.js";
import {wrapText} from "../waybill/textWidth.js";
import {textSize} from "../waybill/theme.js";
import {type Label, lineHeight, type Mark, marginOf, mostLines, panels, startDrawing} from "./frame.js";
import {line, type Paints, rectangle, type Shape} from "./look.js";
import {story} from "./story.js";

type Row = ChartRow & {
  /** Who or what is passed on; null where the report names nobody. */
  supplier: string | null;
  /** Who passes it on. */
  recipient: string;
  from_kind: string | null;
  /** Whose reporting the article is: the last that it relays, or its publisher. */
  origin_name: string;
};

// Reports of which nobody noted who passes them on count by their citation alone.
const query = `
WITH ${noted}
SELECT n.* EXCLUDE (kind, via, thing, goods, origin, destination, status), p.kind AS from_kind,
  coalesce(string_split(n.relays, ' > ')[-1], n.publisher) AS origin_name
FROM noted n JOIN parties p ON p.name = n.supplier
WHERE n.kind = 'passes_on'
UNION ALL BY NAME
SELECT a.article_id AS stands_on, NULL::VARCHAR AS facts, a.article_id, NULL::VARCHAR AS figure_id, a.publisher, a.relays,
  '' AS sentence, a.title AS exact, a.relays AS supplier, a.publisher AS recipient, 'media' AS from_kind,
  coalesce(string_split(a.relays, ' > ')[-1], a.publisher) AS origin_name
FROM articles a
WHERE a.article_id NOT IN (SELECT article_id FROM relations WHERE kind = 'passes_on')
ORDER BY origin_name, article_id, stands_on`;

/** One report: its way from documents to the site, one row a hand. */
interface Chain {
  article_id: string;
  origin: string;
  steps: Row[];
}

/** Returns the reports, those of one origin beside each other, the origin with most reports first. */
function chainsOf(rows: Row[]): Chain[] {
  const byArticle = new Map<string, Row[]>();
  for (const row of rows) byArticle.set(row.article_id, [...(byArticle.get(row.article_id) ?? []), row]);
  const chains = [...byArticle].map(([article_id, steps]) => ({
    article_id,
    origin: steps[0].origin_name,
    steps: inOrder(steps),
  }));
  const size = new Map<string, number>();
  for (const {origin} of chains) size.set(origin, (size.get(origin) ?? 0) + 1);
  return chains.sort(
    (a, b) =>
      size.get(b.origin)! - size.get(a.origin)! ||
      (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0) ||
      a.steps.length - b.steps.length ||
      (a.article_id < b.article_id ? -1 : 1),
  );
}

/** Documents first, then each hand after the one it takes the report from. */
function inOrder(steps: Row[]): Row[] {
  const left = [...steps];
  const sorted: Row[] = [];
  while (left.length > 0) {
    const next = left.findIndex(({supplier}) => !left.some(({recipient}) => recipient === supplier));
    sorted.push(...left.splice(Math.max(0, next), 1));
  }
  return sorted;
}

export const hands: Chart<Row> = {
  id: "hands",
  articles: story,
  query,
  name({supplier, recipient, from_kind}) {
    if (supplier === null) return `${recipient} names no other report that it passes on`;
    return from_kind === "document"
      ? `${recipient} works from ${supplier}, it is said`
      : `${recipient} passes on ${supplier}`;
  },
  title(rows) {
    const chains = chainsOf(rows);
    if (chains.length === 0) return "No reports";
    const origins = new Set(chains.map(({origin}) => origin)).size;
    return `${capitalize(formatCount(chains.length))} ${chains.length === 1 ? "report" : "reports"}, ${formatCount(origins)} ${origins === 1 ? "origin" : "origins"}`;
  },
  subtitle: () =>
    "Through whose hands each report passed, from the documents it is said to rest on to the page that was read",
  notes(rows) {
    const origins = new Map<string, Set<string>>();
    for (const {origin_name, article_id} of rows)
      origins.set(origin_name, (origins.get(origin_name) ?? new Set()).add(article_id));
    const shared = [...origins].filter(([, articles]) => articles.size > 1).map(([origin]) => origin);
    return [
      shared.length > 0
        ? `Two reports that pass on one newspaper are one origin, not two witnesses: that holds for ${shared.join(" and for ")}.`
        : "",
      "None of the documents was seen by us.",
      ...undrawnNotes(rows, "first hands"),
    ].filter(Boolean);
  },
  key: () => [],
  describe(rows) {
    const chains = chainsOf(rows);
    const short =
      chains.length > 0
        ? `Chains from documents to sites: ${list(chains.map(({steps}) => [steps[0].supplier, ...steps.map(({recipient}) => recipient)].filter(Boolean).join(", then ")))}.`
        : "No reports.";
    return describeChart(this, rows, short);
  },
  draw(rows, options) {
    return options.width < 500
      ? drawOutline(this, drawn(rows), options)
      : drawTrees(this, drawn(rows), options);
  },
};

function arrow(paints: Paints, x1: number, x2: number, y: number): Shape[] {
  return [
    {d: line([x1, y], [x2 - 1, y]), stroke: paints.color("ink"), strokeWidth: 1.5},
    {d: line([x2 - 6, y - 4], [x2 - 1, y], [x2 - 6, y + 4]), stroke: paints.color("ink"), strokeWidth: 1.5},
  ];
}

/** Columns from documents to site; one box for an origin that several reports share, as high as all of them. */
function drawTrees(chart: Chart<Row>, rows: Row[], options: DrawOptions): SVGSVGElement {
  const {width} = options;
  const {paints, color, finish} = startDrawing(chart, rows, options);
  const chains = chainsOf(rows);
  const gap = width < 800 ? 30 : 48;
  const heads = ["documents", "whose reporting", "passed on by", "read on"];
  const box = (width - gap * (heads.length - 1)) / heads.length;
  const left = (column: number): number => column * (box + gap);
  const rowHeight = 80;
  const top = 28;
  const middle = (n: number): number => top + (n + 0.5) * rowHeight;
  const marks: Mark<Row>[] = [];
  const labels: Label[] = heads.map((text, i) => ({x: left(i), y: 8, text, color: "muted", weight: 600}));
  const textAt = (
    name: string,
    {
      column,
      y,
      most = mostLines.name,
      ...rest
    }: {column: number; y: number; most?: number} & Pick<Label, "weight" | "color">,
  ): Label => {
    const inset = column === 1 ? 12 : 0;
    const lines = wrapText(capitalize(name), box - 2 * inset, {
      size: textSize.body,
      weight: rest.weight ?? 400,
      most,
    });
    return {
      x: left(column) + inset,
      y: y - ((lines.length - 1) * textSize.body * lineHeight) / 2,
      text: lines.join("\n"),
      ...rest,
    };
  };
  const boxes: string[] = [];
  const seen = new Set<string>();
  chains.forEach(({steps, origin}, n) => {
    const y = middle(n);
    const last = steps.at(-1)!.recipient;
    // Documents stand before the origin, the site at the end, all between in the third column.
    const columnOf = (name: string | null): number => (name === last ? 3 : name === origin ? 1 : 2);
    if (origin !== last && !seen.has(origin)) {
      seen.add(origin);
      const bottom = n + chains.filter((chain) => chain.origin === origin).length - 1;
      boxes.push(
        rectangle(left(1), middle(n) - rowHeight / 2 + 8, box, middle(bottom) - middle(n) + rowHeight - 16),
      );
      labels.push(textAt(origin, {column: 1, y: (middle(n) + middle(bottom)) / 2, weight: 600}));
    }
    for (const row of steps) {
      const from = row.from_kind === "document" ? 0 : columnOf(row.supplier);
      const to = columnOf(row.recipient);
      // Several documents of one report stand below each other, and it goes on from the last.
      const documents = steps.filter(({from_kind}) => from_kind === "document");
      const nth = from === 0 ? documents.indexOf(row) : Math.max(0, documents.length - 1);
      const pitch = Math.min(34, (rowHeight - 8) / Math.max(1, documents.length));
      const rowY = y + (nth - Math.max(0, documents.length - 1) / 2) * pitch;
      marks.push({
        row,
        shapes:
          row.supplier === null || from >= to ? [] : arrow(paints, left(from) + box + 5, left(to) - 5, rowY),
        labels: [
          ...(from === 0 && row.supplier
            ? [
                textAt(row.supplier, {
                  column: 0,
                  y: rowY,
                  color: "muted",
                  ...(documents.length > 1
                    ? {most: Math.max(1, Math.floor(pitch / (textSize.body * lineHeight)))}
                    : {}),
                }),
              ]
            : []),
          ...(to >= 2 ? [textAt(row.recipient, {column: to, y: rowY, weight: to === 3 ? 600 : 400})] : []),
        ],
      });
    }
  });
  return finish({
    height: chains.length ? top + chains.length * rowHeight : 24,
    marks,
    labels,
    ground: [panels(boxes, color("land"))],
  });
}

/** One block for each origin: what it is said to rest on, and below it who passes it on. */
function drawOutline(chart: Chart<Row>, rows: Row[], options: DrawOptions): SVGSVGElement {
  const {width} = options;
  const {paints, color, finish} = startDrawing(chart, rows, options);
  const margin = marginOf(width);
  const chains = chainsOf(rows);
  const marks: Mark<Row>[] = [];
  const labels: Label[] = [];
  const boxes: string[] = [];
  const height = textSize.body * lineHeight;
  const seen = new Set<string>();
  let y = 4;
  for (const {steps, origin} of chains) {
    if (!seen.has(origin)) {
      seen.add(origin);
      if (seen.size > 1) y += 12;
      boxes.push(rectangle(margin, y, width - 2 * margin, 30));
      const [name] = wrapText(origin, width - 2 * margin - 20, {size: textSize.value, weight: 600, most: 1});
      labels.push({x: margin + 10, y: y + 15, text: name, weight: 600, size: textSize.value});
      y += 46;
    } else y += 4;
    let indent = margin + 10;
    for (const row of steps) {
      const isDocument = row.from_kind === "document";
      const text = isDocument ? `from ${row.supplier}` : capitalize(row.recipient);
      const x = isDocument ? margin + 10 : indent + 28;
      const lines = wrapText(text, width - margin - x, {
        size: textSize.body,
        weight: isDocument ? 400 : 600,
        most: mostLines.name,
      });
      marks.push({
        row,
        shapes: isDocument || row.supplier === null ? [] : arrow(paints, indent, indent + 22, y),
        labels: [
          {x, y, text: lines.join("\n"), color: isDocument ? "muted" : "ink", weight: isDocument ? 400 : 600},
        ],
      });
      if (!isDocument) indent += 28;
      y += lines.length * height + 9;
    }
  }
  return finish({height: Math.max(24, y - 4), marks, labels, ground: [panels(boxes, color("land"))]});
}
