import * as Plot from "@observablehq/plot";
import {drawWay} from "../marks/drawWay.js";
import {endOf} from "../marks/end.js";
import {type Paint, paintOf, stateOf} from "../marks/state.js";
import {capitalize} from "../model/format.js";
import {textSize} from "../theme.js";
import {nameReaderOf} from "./channels.js";
import type {Channel, FormOptions, FormRow, Shown} from "./Form.js";
import {sideOf} from "./measure.js";
import {sketchRows} from "./sketch.js";
import {startForm} from "./startForm.js";
import {type TextBlock, textBlock} from "./textBlock.js";

const gap = 12;

/** A row in which something goes from one place to another, through a third or straight. */
export interface JourneyRow extends FormRow {
  origin?: string | null;
  via?: string | null;
  destination?: string | null;
  /** Why it is doubtful that it went so, if it is: its line is dotted. */
  doubt?: string | null;
}

/** Returns the paint of a way: by how far the matter got, dotted where that is doubtful. */
export const paintOfWay = ({status, doubt, derived}: JourneyRow): Paint =>
  paintOf(stateOf(doubt ? "alleged" : status), Boolean(derived));

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
  const name = (text: string, fill: string): TextBlock =>
    textBlock([{text, size, weight: 600, color: fill, most: 3}], most);
  const [starts, ends] = [from, to].map((place) =>
    rows.map((row) => name(place(row) ?? "Not stated", place(row) === null ? color("muted") : inkOf(row))),
  );
  const stops = rows.map((row) => (via(row) ? name(via(row)!, inkOf(row)) : null));
  const roomOf = (blocks: readonly TextBlock[]): number => Math.max(0, ...blocks.map(({width}) => width));
  const [left, right] = [side + roomOf(starts) + gap, width - side - roomOf(ends) - gap];
  const isLed = (row: Row): boolean => options.emphasis !== undefined && isStrong(row);
  const goods = rows.map((row) =>
    textBlock(
      [
        isLed(row)
          ? {text: capitalize(labelOf(row)), size: size + 2, weight: 600, color: colorOf(row), most: 4}
          : {text: capitalize(labelOf(row)), size, color: inkOf(row), most: 4},
      ],
      right - left - 16,
    ),
  );
  const middle = (left + right) / 2;
  // Words that reach the name of a stop in the middle of their line stand above it.
  const lifts = rows.map((_row, i) => {
    const stop = stops[i];
    return stop && left + 4 + goods[i].width > middle - stop.width / 2 - 6 ? stop.height / 2 : 0;
  });
  const bands = rows.map((_row, i) => {
    const half = Math.max(starts[i].height, ends[i].height, stops[i]?.height ?? 0) / 2;
    return {above: Math.max(goods[i].height + 6 + lifts[i], half), below: Math.max(8, half)};
  });
  const top = rows.length > 0 ? 30 : 0;
  let y = top;
  const lines = bands.map(({above, below}, i) => {
    const at = y + above;
    y = at + below + (i < rows.length - 1 && from(rows[i]) !== from(rows[i + 1]) ? 22 : 12);
    return at;
  });
  const isNew = (i: number): boolean => i === 0 || from(rows[i]) !== from(rows[i - 1]);
  // Lines of one start leave it from a common stem.
  const stems = rows.flatMap((_row, i) => {
    const next = rows.findIndex((_other, k) => k > i && isNew(k));
    const last = (next < 0 ? rows.length : next) - 1;
    return isNew(i) && last > i ? [{y1: lines[i], y2: lines[last]}] : [];
  });
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
        Plot.text(rows.length > 0 && (n !== 1 || stops.some((stop) => stop !== null)) ? [heads[n]] : [], {
          x: () => x,
          y: () => 9,
          text: (head: string) => head,
          textAnchor,
          fill: color("muted"),
          fontSize: textSize.body,
        }),
      ),
      Plot.ruleY(rows.length > 0 ? [22] : [], {x1: side, x2: width - side, stroke: color("rule")}),
      Plot.ruleX(stems, {x: () => left, y1: "y1", y2: "y2", stroke: color("grey"), strokeWidth: 1.5}),
      sketchRows(rows, (row, i) => {
        const [start, end, stop] = [starts[i], ends[i], stops[i]];
        const half = stop ? stop.width / 2 + 6 : 0;
        const tall = stop ? stop.height / 2 : 0;
        return [
          {
            color: colorOf(row),
            strokes: drawWay(
              [
                [left, lines[i]],
                [right, lines[i]],
              ],
              endOf(null),
              paintOfWay(row),
              {
                width: isLed(row) ? 4.5 : 2,
                ...(stop && {
                  gap: {x1: middle - half, x2: middle + half, y1: lines[i] - tall, y2: lines[i] + tall},
                }),
              },
            ),
          },
          ...(isNew(i) ? start.at(side, lines[i] - start.height / 2) : []),
          ...end.at(right + gap, lines[i] - end.height / 2),
          ...(stop ? stop.at(middle, lines[i] - stop.height / 2, "middle") : []),
          ...goods[i].at(left + 4, lines[i] - goods[i].height - 5 - lifts[i]),
        ];
      }),
    ],
  });
}

journeys.shows = {shape: "line", ends: false, paint: true} satisfies Shown;
