import * as Plot from "@observablehq/plot";
import {range, ticks} from "d3";
import {formatFigure, formatNumber, formatValue} from "../model/format.js";
import type {Chart} from "../waybill/chart/Chart.js";
import {type FactRow, told} from "../waybill/chart/facts.js";
import {drawn, list, undrawnNotes} from "../waybill/chart/many.js";
import {describeChart, nameOf} from "../waybill/chart/words.js";
import {textWidth, wrapText} from "../waybill/textWidth.js";
import {textSize} from "../waybill/theme.js";
import {type Label, lineHeight, type Mark, marginOf, mostLines, startDrawing} from "./frame.js";
import {keyOf} from "./key.js";
import {bar, dot, endWidth, lookOf, paint, rectangle} from "./look.js";
import {story} from "./story.js";

const query = `
WITH ${told}
SELECT * FROM told WHERE kind = 'money' AND value IS NOT NULL
ORDER BY usd DESC NULLS LAST, value DESC, facts`;

const headOf = ({thing, goods, supplier, recipient}: FactRow): string =>
  [goods ?? thing ?? "not said for what", [supplier, recipient].filter(Boolean).join(" to ")]
    .filter(Boolean)
    .join(", ");

export const money: Chart<FactRow> = {
  id: "money",
  articles: story,
  query,
  name: nameOf,
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
  title(rows) {
    const sums = rows.filter(({usd}) => usd !== null);
    const [most, least] = [sums[0], sums.at(-1)];
    if (!most || !least) return "No sums in dollars are reported";
    if (most === least) return `One sum in dollars is reported: ${formatFigure(most, "prose")}`;
    return `The sums reported run from ${formatFigure(least, "prose")} to ${formatFigure(most, "prose")}`;
  },
  subtitle: () =>
    "Sums of money that the reports state, in US dollars; one bar for each, however often it is told",
  notes(rows) {
    const sums = rows.filter(({usd}) => usd !== null);
    const others = rows.filter(({usd}) => usd === null);
    return [
      sums.length > 1
        ? "The sums overlap and their periods differ, some are part of others: nothing is added up."
        : "",
      others.length > 0
        ? `${others.length > 5 ? `${formatNumber(others.length)} sums` : others.map((row) => formatFigure(row, "prose")).join(" and ")} ${others.length > 1 ? "are" : "is"} not drawn to the scale: no exchange rate is cited.`
        : "",
      ...undrawnNotes(rows, "largest sums"),
    ].filter(Boolean);
  },
  key: (rows) => keyOf(rows),
  describe(rows) {
    const sums = rows.filter(({usd}) => usd !== null);
    const short =
      sums.length > 0
        ? `Bars on one dollar axis: ${list(sums.map((row) => `${formatFigure(row, "prose")} (${headOf(row)})`))}.`
        : "No sums in dollars.";
    return describeChart(this, rows, short);
  },
  draw(all, options) {
    const rows = drawn(all);
    const {width, choices} = options;
    const {paints, color, finish} = startDrawing(this, rows, options);
    const margin = marginOf(width);
    const sums = rows.filter(({usd}) => usd !== null);
    const others = rows.filter(({usd}) => usd === null);
    const values = sums.map(({usd}) => usd!);
    const log = choices?.scale === "log" && values.every((value) => value > 0);
    const most = Math.max(1, ...values);
    const ends = [margin, width - margin - endWidth.open - 6];
    const x: Plot.ScaleOptions = log
      ? {
          type: "log",
          domain: [10 ** Math.floor(Math.log10(Math.min(...values))), 10 ** Math.ceil(Math.log10(most))],
          range: ends,
        }
      : {type: "linear", domain: [0, most], range: ends};
    const at = Plot.scale({x}).apply;
    const top = 26;
    const height = 22;
    const marks: Mark<FactRow>[] = [];
    let y = top + 14;
    for (const row of sums) {
      const head = wrapText(headOf(row), width - 2 * margin, {size: textSize.body, most: mostLines.name});
      const value = formatFigure(row, "chart");
      const right = at(row.usd!);
      const barY = y + 12 + (head.length - 1) * textSize.body * lineHeight;
      const outside = right + endWidth[lookOf(row).end] + 8;
      const fits = outside + textWidth(value, textSize.value, 600) < width - margin;
      // Bars need a zero to start from, which a logarithmic scale does not have.
      const shapes = log
        ? dot(paints, {x: right, y: barY + height / 2, r: 7, hue: "red", look: lookOf(row)})
        : bar(paints, {x: margin, y: barY, width: right - margin, height, hue: "red", look: lookOf(row)});
      const headWidth = textWidth(head[0], textSize.body);
      marks.push({
        row,
        shapes,
        labels: [
          {x: margin, y, text: head.join("\n"), halo: true},
          fits
            ? {x: outside, y: barY + height / 2, text: value, weight: 600, size: textSize.value, color: "red"}
            : log
              ? {
                  x: right - 14,
                  y: barY + height / 2,
                  text: value,
                  weight: 600,
                  size: textSize.value,
                  color: "red",
                  anchor: "end",
                }
              : headWidth + textWidth(value, textSize.value, 600) + 20 < right - margin
                ? {x: right, y, text: value, weight: 600, size: textSize.value, color: "red", anchor: "end"}
                : {
                    x: right - 8,
                    y: barY + height / 2,
                    text: value,
                    weight: 600,
                    size: textSize.value,
                    color: "paper",
                    anchor: "end",
                  },
        ],
      });
      y = barY + height + 22;
    }
    const axisBottom = y - 12;
    for (const row of others) {
      const text = wrapText(
        `${formatFigure(row, "chart")}, ${headOf(row)}: not on this scale`,
        width - 2 * margin - 24,
        {size: textSize.body, most: mostLines.name},
      );
      y += 8;
      marks.push({
        row,
        shapes: [{d: rectangle(margin + 0.5, y - 7, 14, 14), ...paint(paints, "red", lookOf(row))}],
        labels: [{x: margin + 24, y, text: text.join("\n")}],
      });
      y += (text.length - 1) * textSize.body * lineHeight + 20;
    }
    const [from, to] = x.domain as [number, number];
    const marked = log
      ? range(Math.log10(from), Math.log10(to) + 1).map((power) => 10 ** power)
      : ticks(0, most, width < 500 ? 3 : 5);
    const labels: Label[] = sums.length
      ? marked.map((tick, i) => ({
          x: at(tick),
          y: 8,
          text: formatValue(tick, "USD", "chart"),
          anchor: i === 0 ? "start" : at(tick) > width - margin - 30 ? "end" : "middle",
          color: "muted",
          size: textSize.small,
        }))
      : [];
    return finish({
      height: Math.max(24, others.length ? y - 8 : axisBottom),
      marks,
      labels,
      ground: sums.length ? [Plot.ruleX(marked, {y1: top - 8, y2: axisBottom, stroke: color("rule")})] : [],
      x,
    });
  },
};
