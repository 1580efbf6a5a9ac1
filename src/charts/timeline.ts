import * as Plot from "@observablehq/plot";
import {range, scaleUtc, utcMonth, utcYear} from "d3";
import {capitalize, formatCount, formatDate, formatNumber} from "../model/format.js";
import type {Chart, ChartRow} from "../waybill/chart/Chart.js";
import {drawn, list, undrawnNotes} from "../waybill/chart/many.js";
import {describeChart, reportedBy} from "../waybill/chart/words.js";
import {textWidth, wrapText} from "../waybill/textWidth.js";
import {textSize} from "../waybill/theme.js";
import {type Label, lineHeight, type Mark, marginOf, mostLines, startDrawing} from "./frame.js";
import type {KeyItem} from "./key.js";
import {circle, type Hue, type Paints, rectangle, type Shape} from "./look.js";
import {story} from "./story.js";

type Row = ChartRow & {
  what: string | null;
  date_start: string | null;
  date_end: string | null;
  precision: "day" | "month" | "season" | "year" | "span" | "open" | "vague";
  year_basis: "stated" | "worked_out" | "unknown";
  published: string | null;
  left_out: number;
};

// A date that lies further back than three years before its report is history, not news.
const query = `
WITH dated AS (
  SELECT e.event_id AS stands_on,
    (SELECT string_agg(c.fact_id, ' ' ORDER BY c.fact_id) FROM facts c
     WHERE list_has_any(string_split(c.figures, ' '), string_split(e.figures, ' '))) AS facts,
    e.article_id, NULL::VARCHAR AS figure_id, a.publisher, a.relays, e.sentence, e.exact, e.what,
    e.date_start, e.date_end, e.precision, e.year_basis, a.published, e.start AS position,
    coalesce(e.date_start, e.date_end) AS moment
  FROM events e JOIN articles a USING (article_id)
  WHERE coalesce(e.date_start, e.date_end) IS NOT NULL
), recent AS (
  SELECT * FROM dated
  WHERE published IS NULL OR left(moment, 4)::INTEGER >= left(published, 4)::INTEGER - 3
)
SELECT * EXCLUDE (position, moment),
  ((SELECT count(*) FROM dated) - (SELECT count(*) FROM recent))::INTEGER AS left_out
FROM recent
ORDER BY published NULLS LAST, article_id, moment, position`;

/** A label that has less room than this beside its mark stands below it. */
const leastRoom = 110;

const first = (iso: string): Date => new Date(`${iso}${"-01".repeat(3 - iso.split("-").length)}T00:00:00Z`);

/** Returns the moment at which a year, month or day is over. */
function over(iso: string): Date {
  const start = first(iso);
  const precision = iso.split("-").length;
  if (precision === 1) return utcYear.offset(start, 1);
  if (precision === 2) return utcMonth.offset(start, 1);
  return new Date(start.getTime() + 864e5);
}

/** Returns from when to when a mark is drawn; an open side ends at the report, or half a year before. */
function spanOf({date_start, date_end, published}: Row): [Date, Date] {
  if (date_start && date_end) return [first(date_start), over(date_end)];
  if (date_start) {
    const start = first(date_start);
    const report = published ? first(published) : utcMonth.offset(start, 6);
    return [start, report > start ? report : utcMonth.offset(start, 6)];
  }
  const end = over(date_end!);
  return [utcMonth.offset(end, -6), end];
}

const hueOf = ({year_basis}: Row): Hue => (year_basis === "stated" ? "ink" : "ochre");

/** Returns the mark of a date, drawn as precisely as it is known. */
function dateShapes(
  paints: Paints,
  {precision, date_start}: Pick<Row, "precision" | "date_start">,
  hue: Hue,
  [x1, x2]: [number, number],
  y: number,
): Shape[] {
  const height = 12;
  const top = y - height / 2;
  const width = Math.max(precision === "season" ? 12 : 4, x2 - x1);
  const worked = hue === "ochre";
  const line = {stroke: paints.color(hue), strokeWidth: 1.5};
  const fill = worked ? paints.hatch(hue) : paints.color(hue);
  const half = width / 2;
  switch (precision) {
    case "day":
      return [{d: circle(x1, y, 6), fill, ...line}];
    case "season":
    case "year":
      return [
        {d: rectangle(x1, top, width, height), fill},
        {d: rectangle(x1 - 0.5, top - 0.5, half + 0.5, height + 1), fill: paints.fade("paper", "left")},
        {d: rectangle(x1 + half, top - 0.5, half + 0.5, height + 1), fill: paints.fade("paper", "right")},
      ];
    case "open":
      return [
        {d: rectangle(x1, top + 3, width, height - 6), fill},
        {
          d: rectangle(x1 - 0.5, top + 2.5, width + 1, height - 5),
          fill: paints.fade("paper", date_start ? "right" : "left"),
        },
        {d: rectangle(date_start ? x1 : x1 + width - 3, top, 3, height), fill: paints.color(hue)},
      ];
    default:
      return [{d: rectangle(x1, top, width, height), fill, ...line}];
  }
}

export const timeline: Chart<Row> = {
  id: "timeline",
  articles: story,
  query,
  name(row) {
    const [start, end] = [row.date_start, row.date_end].map((iso) => (iso ? formatDate(iso) : null));
    const when =
      start && end
        ? start === end
          ? start
          : `${start} to ${end}`
        : start
          ? `from ${start} on`
          : `up to ${end}`;
    return [
      when,
      row.year_basis === "stated" ? "" : "the year is worked out",
      row.what ?? `“${row.exact}”`,
      reportedBy(row),
    ]
      .filter(Boolean)
      .join(", ");
  },
  title(rows) {
    if (rows.length === 0) return "No dates are reported";
    const starts = rows.map((row) => row.date_start ?? row.date_end!).sort();
    const ends = rows.map((row) => row.date_end ?? row.date_start!).sort();
    const month = (iso: string): string => formatDate(iso.slice(0, 7));
    const worked = rows.filter(({year_basis}) => year_basis !== "stated").length;
    const count = `${capitalize(formatCount(rows.length))} ${rows.length === 1 ? "date" : "dates"}`;
    return `${count} from ${month(starts[0])} to ${month(ends.at(-1)!)}${worked > 0 ? `, ${formatCount(worked)} of them without a year` : ""}`;
  },
  subtitle: () =>
    "Dates and spans of time that the reports name, one lane for each report, as precisely as it says",
  notes(rows) {
    const worked = rows.filter(({year_basis}) => year_basis !== "stated").length;
    const [{left_out: out = 0} = {}] = rows;
    return [
      worked > 0
        ? `For ${formatNumber(worked)} of ${formatNumber(rows.length)} dates the report gives no year; it is worked out from the date of the report.`
        : "",
      out > 0
        ? `${formatNumber(out)} ${out === 1 ? "date" : "dates"} more than three years before ${out === 1 ? "its" : "their"} report ${out === 1 ? "is" : "are"} left out.`
        : "",
      ...undrawnNotes(rows, "dates of the earliest reports"),
    ].filter(Boolean);
  },
  key(rows) {
    const item = (text: string, precision: Row["precision"], hue: Hue, span: [number, number]): KeyItem => ({
      text,
      swatch: (paints) => dateShapes(paints, {precision, date_start: "x"}, hue, span, 7),
    });
    const has = (...kinds: Row["precision"][]): boolean =>
      rows.some(({precision}) => kinds.includes(precision));
    return [
      ...(has("day") ? [item("a day", "day", "ink", [22, 22])] : []),
      ...(has("month", "span") ? [item("a month or a span", "month", "ink", [4, 40])] : []),
      ...(has("season", "year") ? [item("some time in it", "season", "ink", [2, 42])] : []),
      ...(has("open") ? [item("from then on, or up to then", "open", "ink", [4, 42])] : []),
      ...(rows.some(({year_basis}) => year_basis !== "stated")
        ? [item("the year is worked out", "month", "ochre", [4, 40])]
        : []),
    ];
  },
  describe(rows) {
    const publishers = [...new Set(rows.map(({publisher}) => publisher))];
    const short =
      rows.length > 0
        ? `Timeline with ${formatNumber(rows.length)} dates in ${publishers.length === 1 ? "one lane" : "lanes"}: ${list(publishers).replaceAll("; ", ", ")}.`
        : "No dates.";
    return describeChart(this, rows, short);
  },
  draw(all, options) {
    const rows = drawn(all);
    const {width} = options;
    const {paints, color, finish} = startDrawing(this, rows, options);
    const margin = marginOf(width);
    if (rows.length === 0) return finish({height: 24, marks: []});
    const spans = rows.map(spanOf);
    const from = utcMonth.floor(new Date(Math.min(...spans.map(([start]) => start.getTime()))));
    const to = utcMonth.ceil(new Date(Math.max(...spans.map(([, end]) => end.getTime()))));
    const x = scaleUtc([from, to], [margin + 6, width - margin - 6]);
    const marks: Mark<Row>[] = [];
    const labels: Label[] = [];
    const rules: number[] = [];
    let y = 34;
    let article: string | null = null;
    const height = textSize.body * lineHeight;
    rows.forEach((row, i) => {
      if (row.article_id !== article) {
        article = row.article_id;
        if (i > 0) y += 16;
        rules.push(y - 6);
        labels.push({
          x: margin,
          y: y + 10,
          text: wrapText(row.publisher, width - 2 * margin, {size: textSize.body, weight: 600, most: 1})[0],
          weight: 600,
          size: textSize.body,
          halo: true,
        });
        y += 30;
      }
      const [x1, x2] = spans[i].map((date) => x(date)) as [number, number];
      const end = row.precision === "day" ? x1 + 8 : Math.max(x1 + 5, x2);
      const start = row.precision === "day" ? x1 - 8 : x1;
      const text = `${row.what ?? row.sentence} (${row.exact})`;
      const room = {right: width - margin - end - 8, left: start - 8 - margin};
      const onRight = room.right >= Math.min(room.left, textWidth(text, textSize.body));
      const beside = Math.max(room.right, room.left) >= leastRoom;
      const lines = wrapText(text, beside ? (onRight ? room.right : room.left) : width - 2 * margin, {
        size: textSize.body,
        // A date that nobody captioned stands with its whole sentence.
        most: row.what ? mostLines.text : 3,
      });
      const at: Pick<Label, "x" | "y" | "anchor"> = !beside
        ? {x: margin, y: y + 26, anchor: "start"}
        : onRight
          ? {x: end + 8, y: y + 6, anchor: "start"}
          : {x: start - 8, y: y + 6, anchor: "end"};
      marks.push({
        row,
        shapes: dateShapes(paints, row, hueOf(row), [x1, x2], y + 6),
        labels: [{...at, text: lines.join("\n"), halo: true}],
      });
      y += Math.max(24, lines.length * height + 7) + (beside ? 0 : 20);
    });
    const years = utcYear.range(utcYear.ceil(from), to);
    const ticks =
      years.length > 0 && +years[0] - +from > 864e5 * 60
        ? [from, ...years]
        : years.length > 0
          ? years
          : [from];
    for (const [i, tick] of ticks.entries())
      labels.push({
        x: x(tick) + 4,
        y: 8,
        text: i === 0 || tick.getUTCMonth() === 0 ? String(tick.getUTCFullYear()) : "",
        color: "muted",
        size: textSize.small,
      });
    const bottom = y + 2;
    return finish({
      height: bottom,
      marks,
      labels: labels.filter(({text}) => text),
      ground: [
        Plot.ruleX(
          ticks.map((tick) => x(tick)),
          {y1: 0, y2: bottom, stroke: color("rule")},
        ),
        Plot.ruleX(
          range(1, 40)
            .map((n) => utcMonth.offset(from, n * 3))
            .filter((date) => date < to)
            .map((date) => x(date)),
          {y1: 18, y2: 24, stroke: color("rule")},
        ),
        Plot.ruleY(rules, {x1: margin, x2: width - margin, stroke: color("rule")}),
      ],
    });
  },
};
