import {drawStrip} from "../marks/drawStrip.js";
import {paintOf} from "../marks/state.js";
import {stripOf} from "../marks/strip.js";
import {channelOf, groupsOf, wordsOf} from "./channels.js";
import type {Channel, FormOptions, FormRow} from "./Form.js";
import {sideOf, wordSizeOf} from "./measure.js";
import {sketch, sketchRows} from "./sketch.js";
import {startForm} from "./startForm.js";
import {type TallyGroup, tallyInLines, tallyInOneLine} from "./tallyLayout.js";
import {tallyInStages} from "./tallyStages.js";
import {versionsTable} from "./versionsTable.js";

export interface TallyOptions<Row extends FormRow> extends FormOptions<Row> {
  /** What a line of squares is called; all stand in one line by default. */
  group?: Channel<Row, string>;
  /** What the squares in emphasis have in common, in bold before their names. */
  head?: Channel<Row, string>;
  /** The stages through which rows go, in order, parted by ">": a line of squares for each, of those that reached it, in place of groups. */
  stages?: string;
  /** The number, from 0, of the stage that a row has reached; the first of them where none is said. */
  stage?: Channel<Row, number | null>;
  /** Who says it in which words, one “who|words” a line: those in emphasis stand in a table, a column for each who. */
  versions?: Channel<Row, string | null>;
}

/**
 * Returns a square for each row, in groups, those in emphasis first and named
 * below: for how many of all are what. Where there are no rows in emphasis all
 * are of one colour, and none is named. Groups stand side by side where all
 * squares fit one line; else in lines, and a group that is too long for a line
 * goes on in a second one. In stages, each has a line of all
 * squares, filled as far as rows reached it.
 *
 * ```js
 * tally([{label: "Mill Lane", state: "closed"}, {label: "Quay", state: "open"}], {group: "state", emphasis: 0})
 * ```
 */
export function tally<Row extends FormRow>(
  given: Iterable<Row>,
  {group, head, stages = "", stage, versions, ...options}: TallyOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, color, labelOf, colorOf, toneOf, noteOf, isStrong} = form;
  const side = sideOf(width);
  const isPicked = options.emphasis !== undefined;
  const [groupOf, headOf] = [group, head].map((channel) => wordsOf(channel, () => ""));
  const versionsOf = wordsOf(versions, () => null);
  const groups = groupsOf(rows, groupOf).map(
    ([text, members]): TallyGroup => ({
      text,
      members: [...members].sort((a, b) => Number(isStrong(rows[b])) - Number(isStrong(rows[a])) || a - b),
    }),
  );
  const named = stages.split(">").map((text) => text.trim());
  const reachedOf = channelOf<Row, number | null>(stage, () => null);
  const {squares, size, ground, words, bottom} =
    named.length > 1 && rows.length > 0
      ? tallyInStages(
          named,
          rows.map((row) => Math.max(0, Number(reachedOf(row)) || 0)),
          {width, color, isStrong: (i) => isStrong(rows[i])},
        )
      : (tallyInOneLine(groups, {width, color}) ?? tallyInLines(groups, {width, color}));
  const strong = isPicked ? groups.flatMap(({members}) => members.filter((i) => isStrong(rows[i]))) : [];
  const table = versionsTable(
    (options.mostHeight === undefined ? strong : []).map((i) => ({
      label: [labelOf(rows[i]), noteOf(rows[i])].filter(Boolean).join(": "),
      versions: versionsOf(rows[i]),
    })),
    {
      // The words of each are left out of a small picture, what they have in common is not; stages say it themselves.
      head:
        options.mostHeight !== undefined && named.length > 1
          ? ""
          : [...new Set(strong.map((i) => headOf(rows[i])))].filter(Boolean).join("; "),
      width: width - 2 * side,
      size: wordSizeOf(width),
      colors: {
        head: strong.length > 0 ? toneOf(rows[strong[0]]) : color("ink"),
        label: color("muted"),
        words: color("ink"),
        rule: color("rule"),
      },
    },
  );
  const top = bottom + (width < 500 ? 20 : 28);
  return form.finish({
    height: table.height > 0 ? top + table.height : bottom,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: (_row, i) => (isPicked ? undefined : [squares[i][0].x + size / 2, squares[i][0].y + size]),
    marks: [
      sketch([...ground, ...words, ...table.frame(side, top)]),
      sketchRows(rows, (row, i) => {
        const strokes = squares[i].flatMap(({x, y}) =>
          drawStrip(
            stripOf("x", {from: x, to: x + size, side: y, breadth: size}),
            "square",
            paintOf("happened"),
          ),
        );
        return [
          {color: colorOf(row), strokes},
          ...(strong.includes(i) ? table.row(strong.indexOf(i), side, top) : []),
        ];
      }),
    ],
  });
}
tally.shows = {shape: "square", ends: false, paint: false} as const;
