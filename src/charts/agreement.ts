import * as Plot from "@observablehq/plot";
import {formatNumber} from "../model/format.js";
import type {Chart} from "../waybill/chart/Chart.js";
import type {FactRow} from "../waybill/chart/facts.js";
import {drawn, list, undrawnNotes} from "../waybill/chart/many.js";
import {amountOf, describeChart, nameOf} from "../waybill/chart/words.js";
import {wrapText} from "../waybill/textWidth.js";
import {textSize} from "../waybill/theme.js";
import {type Label, lineHeight, type Mark, marginOf, mostLines, startDrawing} from "./frame.js";
import {keyOf} from "./key.js";
import {dot, lookOf} from "./look.js";
import {story} from "./story.js";

type Row = FactRow & {
  agreement: "single" | "same" | "hedged differently" | "in conflict";
  /** How many figures of the article state the fact. */
  times: number;
  publishers: number;
  origins: number;
  /** What differs between the tellings, joined by line breaks. */
  differs: string | null;
  /** The words of the figure that says most. */
  fact_value: number | null;
};

// One row for each fact and each article that states it.
const query = `
WITH told AS (
  SELECT c.fact_id AS facts, f.article_id, f.figure_id, a.publisher, a.relays, f.sentence, f.exact,
    c.kind, f.value, f.low, f.high, c.unit, f.unit AS stated_unit, f.qualifier, f.change,
    coalesce(f.thing, c.thing) AS thing, c.goods, f.status,
    s.name AS supplier, r.name AS recipient, v.name AS via, c.origin, c.destination, c.usd,
    c.agreement, c.publishers, c.origins, c.value AS fact_value,
    string_agg(f.figure_id, ' ') OVER one_article AS stands_on,
    (count(*) OVER one_article)::INTEGER AS times,
    row_number() OVER (
      PARTITION BY c.fact_id, f.article_id
      ORDER BY coalesce(f.goods = c.goods, false) DESC, f.qualifier IS NULL, f.confidence DESC, f.figure_id
    ) AS n,
    len(string_split(c.figures, ' ')) AS figure_count,
    (SELECT string_agg(DISTINCT d.what, chr(10) ORDER BY d.what) FROM disagreements d
     WHERE d.kind IN ('hedge', 'value', 'status', 'scope', 'wording', 'typing_slip')
       AND list_has_any(string_split(d.figures, ' '), string_split(c.figures, ' '))) AS differs
  FROM facts c
  JOIN figures f ON list_contains(string_split(c.figures, ' '), f.figure_id)
  JOIN articles a ON a.article_id = f.article_id
  LEFT JOIN parties s ON s.party_id = c.supplier
  LEFT JOIN parties r ON r.party_id = c.recipient
  LEFT JOIN parties v ON v.party_id = c.via
  WINDOW one_article AS (
    PARTITION BY c.fact_id, f.article_id
    ORDER BY coalesce(f.goods = c.goods, false) DESC, f.qualifier IS NULL, f.confidence DESC, f.figure_id
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  )
)
SELECT * EXCLUDE (n, figure_count) FROM told WHERE n = 1
ORDER BY figure_count = 1, publishers DESC, figure_count DESC, facts, article_id`;

function factsOf(rows: Row[]): Row[][] {
  const facts = new Map<string, Row[]>();
  for (const row of rows) facts.set(row.facts!, [...(facts.get(row.facts!) ?? []), row]);
  return [...facts.values()];
}

const isCompared = ([{agreement}]: Row[]): boolean => agreement !== "single";

/** The most firmly hedged telling names the fact. */
function headOf(rows: Row[]): string {
  const row = rows.find(({qualifier}) => qualifier !== null) ?? rows[0];
  return row.kind === "share" ? `${row.exact}, ${row.thing}` : amountOf(row, "chart");
}

export const agreement: Chart<Row> = {
  id: "agreement",
  articles: story,
  query,
  name(row) {
    const times = row.times > 1 ? `stated ${formatNumber(row.times)} times` : "";
    return [`“${row.exact}”`, nameOf(row), times].filter(Boolean).join(", ");
  },
  title(rows) {
    const compared = factsOf(rows).filter(isCompared);
    if (compared.length === 0) return "No two reports state the same fact";
    const conflicts = compared.filter(([row]) => row.agreement === "in conflict").length;
    return conflicts === 0
      ? "Where the reports tell the same fact, their numbers agree"
      : `The reports contradict each other on ${formatNumber(conflicts)} of ${formatNumber(compared.length)} facts that are told more than once`;
  },
  subtitle: () =>
    "One line for each fact, one dot for each report that states it, in the words in which it does",
  notes(rows) {
    const facts = factsOf(rows);
    const shared = facts.filter(([{publishers}]) => publishers > 1);
    const independent = facts.filter(([{origins}]) => origins > 1);
    return [
      facts.length > 0
        ? `Of ${formatNumber(facts.length)} facts ${formatNumber(shared.length)} are told by more than one report${independent.length === 0 ? ", and none by two that do not pass on the same newspaper: agreement here is no confirmation" : ""}.`
        : "",
      ...undrawnNotes(rows, "statements of facts that most reports tell"),
    ].filter(Boolean);
  },
  key: (rows) => keyOf(rows, {hue: "slate", as: "dot"}),
  describe(rows) {
    const facts = factsOf(rows);
    const compared = facts.filter(isCompared);
    const short =
      facts.length > 0
        ? `Dots for ${formatNumber(facts.length)} facts, ${formatNumber(compared.length)} of them told more than once${compared.length > 0 ? `: ${list(compared.map((fact) => `${headOf(fact)} (${fact[0].agreement})`))}` : ""}.`
        : "No facts.";
    const differences = drawn(compared).map(([{differs}]) => differs?.replaceAll("\n", ". ") ?? "");
    return describeChart(this, rows, short, differences);
  },
  draw(all, options) {
    const rows = drawn(all);
    const {width} = options;
    const {paints, color, finish} = startDrawing(this, rows, options);
    const margin = marginOf(width);
    const publishers = [...new Map(rows.map(({article_id, publisher}) => [article_id, publisher]))];
    const marks: Mark<Row>[] = [];
    const labels: Label[] = [];
    const rules: number[] = [];
    const height = textSize.body * lineHeight;
    const small = textSize.small * lineHeight;
    const roomFor = (head: number): number => (width - head - 20) / Math.max(1, publishers.length);
    // Too many reports for a column each stand below each other.
    const wideHead = width < 800 ? 212 : 380;
    const narrow = width < 500 || roomFor(wideHead) < 64;
    const headWidth = narrow ? width - 2 * margin : wideHead;
    const column = narrow ? 0 : roomFor(wideHead);
    const columnOf = (article_id: string): number =>
      headWidth + 20 + column * publishers.findIndex(([id]) => id === article_id);
    let y = 10;
    if (!narrow) {
      const heads = publishers.map(([, publisher]) =>
        wrapText(publisher, column - 8, {size: textSize.small, weight: 600, most: mostLines.name}),
      );
      publishers.forEach(([id], i) => {
        labels.push({
          x: columnOf(id),
          y: y,
          text: heads[i].join("\n"),
          weight: 600,
          size: textSize.small,
          color: "muted",
        });
      });
      y += Math.max(0, ...heads.map((lines) => lines.length)) * small + 6;
    }
    for (const fact of factsOf(rows)) {
      const compared = isCompared(fact);
      const head = wrapText(headOf(fact), headWidth, {
        size: textSize.body,
        weight: compared ? 600 : 400,
        most: mostLines.name,
      });
      const differs = compared
        ? (fact[0].differs ?? "")
            .split("\n")
            .filter(Boolean)
            .flatMap((line) => wrapText(line, headWidth, {size: textSize.small, most: mostLines.text}))
        : [];
      rules.push(y - 4);
      y += 10;
      labels.push({x: margin, y, text: head.join("\n"), weight: compared ? 600 : 400});
      const underHead = y + head.length * height + 2;
      if (differs.length > 0)
        labels.push({
          x: margin,
          y: underHead,
          text: differs.join("\n"),
          size: textSize.small,
          color: "muted",
        });
      let bottom = underHead + differs.length * small;
      if (narrow) bottom += 2;
      for (const row of fact) {
        const exact = row.kind === "share" || compared ? row.exact : "";
        const words = compared ? `${exact}${row.times > 1 ? ` (${formatNumber(row.times)} times)` : ""}` : "";
        const x = narrow ? margin + 8 : columnOf(row.article_id) + 8;
        const dotY = narrow ? bottom + 3 : y;
        const open = lookOf(row).end === "open" ? 14 : 0;
        const text = narrow
          ? wrapText([row.publisher, words].filter(Boolean).join(": "), width - margin - x - 16 - open, {
              size: textSize.small,
              most: mostLines.name,
            })
          : wrapText(words, column - 6, {size: textSize.small, most: mostLines.name});
        marks.push({
          row,
          shapes: dot(paints, {x, y: dotY, r: 6, hue: "slate", look: lookOf(row)}),
          labels:
            words || narrow
              ? [
                  {
                    x: narrow ? x + 16 + open : columnOf(row.article_id) + 1,
                    y: narrow ? dotY : dotY + 19,
                    text: text.join("\n"),
                    size: textSize.small,
                  },
                ]
              : [],
        });
        if (narrow) bottom = dotY + text.length * small + 4;
        else if (words) bottom = Math.max(bottom, dotY + 19 + text.length * small);
      }
      y = bottom + 8;
    }
    return finish({
      height: Math.max(24, y - 2),
      marks,
      labels,
      ground: [Plot.ruleY(rules, {x1: margin, x2: width - margin, stroke: color("rule")})],
    });
  },
};
