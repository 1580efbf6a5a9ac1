import * as Plot from "@observablehq/plot";
import {drawWay} from "../marks/drawWay.js";
import {endOf} from "../marks/end.js";
import {paintOf, stateOf} from "../marks/state.js";
import {capitalize} from "../model/format.js";
import {textSize} from "../theme.js";
import {nameReaderOf} from "./channels.js";
import type {Channel, FormOptions, FormRow, Shown} from "./Form.js";
import {lineOf, linesOf, sideOf, widthOf} from "./measure.js";
import {sketchRows} from "./sketch.js";
import {type Piece, startForm} from "./startForm.js";

const gap = 12;

/** A row in which something goes from one place to another, through a third or straight. */
export interface JourneyRow extends FormRow {
  origin?: string | null;
  via?: string | null;
  destination?: string | null;
}

export interface JourneyOptions<Row extends JourneyRow = JourneyRow> extends FormOptions<Row> {
  /** Names of places; the columns `origin`, `via` and `destination`, or `from` and `to`, by default. */
  from?: Channel<Row, string | null>;
  via?: Channel<Row, string | null>;
  to?: Channel<Row, string | null>;
  /** What stands above the places: “From”, “Through”, “To”. */
  heads?: readonly [from: string, via: string, to: string];
}

/**
 * Returns a line for each row from where something starts to where it ends,
 * with what goes there above it and the place that it passes in its middle: for
 * routes of which the places count, not where they lie. Lines are painted by
 * how far the matter got. A start that rows share in turn is named once.
 *
 * ```js
 * journeys([{origin: "Brazil", via: "Rotterdam", destination: "Poland", label: "soy"}, {origin: "Brazil", destination: "Poland", label: "coffee"}])
 * ```
 */
export function journeys<Row extends JourneyRow>(
  given: Iterable<Row>,
  {heads = ["From", "Through", "To"], ...options}: JourneyOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, narrow, color, labelOf, colorOf, inkOf, isStrong} = form;
  const side = sideOf(width);
  const size = narrow ? textSize.body : textSize.value;
  const from = nameReaderOf<Row>(options.from, "origin", "from");
  const via = nameReaderOf<Row>(options.via, "via");
  const to = nameReaderOf<Row>(options.to, "destination", "to");
  const most = (width - 2 * side) * 0.24;
  const namesAt = (place: (row: Row) => string | null): string[][] =>
    rows.map((row) => linesOf(place(row) ?? "Not stated", most, 3, 600, size));
  const [starts, ends] = [namesAt(from), namesAt(to)];
  const stops = rows.map((row) => (via(row) ? linesOf(via(row)!, most, 2, 600, size) : []));
  const roomOf = (names: readonly string[][]): number => widthOf(names.flat(), size, 600);
  const [left, right] = [side + roomOf(starts) + gap, width - side - roomOf(ends) - gap];
  const wordLine = lineOf(size);
  const goods = rows.map((row) => linesOf(capitalize(labelOf(row)), right - left - 16, 4, 400, size));
  const leading = size * 1.2;
  const middle = (left + right) / 2;
  // Words that reach the name of a stop in the middle of their line stand above it.
  const lifts = rows.map((_row, i) =>
    stops[i].length > 0 && left + 4 + widthOf(goods[i], size) > middle - widthOf(stops[i], size, 600) / 2 - 6
      ? (stops[i].length * leading) / 2
      : 0,
  );
  const bands = rows.map((_row, i) => {
    const above = Math.max(
      goods[i].length * wordLine + 6 + lifts[i],
      (Math.max(starts[i].length, ends[i].length, stops[i].length) * leading) / 2,
    );
    return {
      above,
      below: Math.max(8, (Math.max(starts[i].length, ends[i].length, stops[i].length) * leading) / 2),
    };
  });
  const top = rows.length > 0 ? 30 : 0;
  let y = top;
  const lines = bands.map(({above, below}, i) => {
    const at = y + above;
    y = at + below + (i < rows.length - 1 && from(rows[i]) !== from(rows[i + 1]) ? 22 : 12);
    return at;
  });
  const isNew = (i: number): boolean => i === 0 || from(rows[i]) !== from(rows[i - 1]);
  const startNames = rows.flatMap((row, i): Piece[] => {
    const fill = from(row) === null ? color("muted") : inkOf(row);
    const y = lines[i] - (starts[i].length * leading) / 2;
    return isNew(i) ? [{row: i, x: side, y, text: starts[i], fill}] : [];
  });
  // Lines of one start leave it from a common stem.
  const stems = rows.flatMap((_row, i) => {
    const next = rows.findIndex((_other, k) => k > i && isNew(k));
    const last = (next < 0 ? rows.length : next) - 1;
    return isNew(i) && last > i ? [{y1: lines[i], y2: lines[last]}] : [];
  });
  const large = {fontSize: size, fontWeight: 600};
  return form.finish({
    height: Math.max(0, y - 8),
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: (_row, i) => [right, lines[i], 4],
    marks: [
      ...(
        [
          ["start", side],
          ["middle", middle],
          ["end", width - side],
        ] as const
      ).map(([textAnchor, x], n) =>
        Plot.text(rows.length > 0 && (n !== 1 || stops.some(({length}) => length > 0)) ? [heads[n]] : [], {
          x: () => x,
          y: () => 9,
          text: (head: string) => head,
          textAnchor,
          fill: color("muted"),
          fontSize: textSize.small,
        }),
      ),
      Plot.ruleY(rows.length > 0 ? [22] : [], {x1: side, x2: width - side, stroke: color("rule")}),
      Plot.ruleX(stems, {x: () => left, y1: "y1", y2: "y2", stroke: color("grey"), strokeWidth: 1.5}),
      sketchRows(rows, (row, i) => {
        const half = widthOf(stops[i], size, 600) / 2 + 6;
        const tall = (stops[i].length * leading) / 2 + 2;
        return [
          {
            color: colorOf(row),
            strokes: drawWay(
              [
                [left, lines[i]],
                [right, lines[i]],
              ],
              endOf(null),
              paintOf(stateOf(row.status), Boolean(row.derived)),
              {
                width: options.emphasis !== undefined && isStrong(row) ? 3.5 : 2.5,
                ...(stops[i].length > 0 && {
                  gap: {x1: middle - half, x2: middle + half, y1: lines[i] - tall, y2: lines[i] + tall},
                }),
              },
            ),
          },
        ];
      }),
      form.words(startNames, large),
      form.words(
        rows.map((row, i) => ({
          row: i,
          x: right + gap,
          y: lines[i] - (ends[i].length * leading) / 2,
          text: ends[i],
          fill: to(row) === null ? color("muted") : undefined,
        })),
        large,
      ),
      form.words(
        rows.flatMap((_row, i) =>
          stops[i].length > 0
            ? [{row: i, x: middle, y: lines[i] - (stops[i].length * leading) / 2, text: stops[i]}]
            : [],
        ),
        {...large, textAnchor: "middle"},
      ),
      form.words(
        rows.map((_row, i) => ({
          row: i,
          x: left + 4,
          y: lines[i] - goods[i].length * wordLine - 5 - lifts[i],
          text: goods[i],
        })),
        {fontSize: size, lineHeight: wordLine / size},
      ),
    ],
  });
}

journeys.shows = {shape: "line", ends: false, paint: true} satisfies Shown;
