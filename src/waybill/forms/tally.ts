import {group as d3Group} from "d3";
import {drawStrip} from "../marks/drawStrip.js";
import {paintOf} from "../marks/state.js";
import {stripOf} from "../marks/strip.js";
import {textSize} from "../theme.js";
import {wordsOf} from "./channels.js";
import type {Channel, FormOptions, FormRow} from "./Form.js";
import {sideOf, widthOf, wordSizeOf} from "./measure.js";
import {type Sketch, sketch, sketchRows} from "./sketch.js";
import {startForm} from "./startForm.js";
import {type TextBlock, textBlock} from "./textBlock.js";

const gap = 4;
/** Width from which groups are named beside their squares. */
const leastBeside = 520;
const leastSide = 9;

export interface TallyOptions<Row extends FormRow> extends FormOptions<Row> {
  /** What a line of squares is called; all stand in one line by default. */
  group?: Channel<Row, string>;
  /** What the squares in emphasis of a group have in common, in bold before their names. */
  head?: Channel<Row, string>;
}

/**
 * Returns a square for each row, in a line for each group, those in emphasis
 * first and named below their line: for how many of all are what. Where there
 * are no rows in emphasis all are of one colour, and none is named. A group
 * that is too long for a line goes on in a second one.
 *
 * ```js
 * tally([{label: "Mill Lane", state: "closed"}, {label: "Quay", state: "open"}], {group: "state", emphasis: 0})
 * ```
 */
export function tally<Row extends FormRow>(
  given: Iterable<Row>,
  {group, head, ...options}: TallyOptions<Row> = {},
): SVGSVGElement {
  const form = startForm(given, options);
  const {rows, width, narrow, color, labelOf, colorOf, toneOf, noteOf, isStrong} = form;
  const side = sideOf(width);
  const wordSize = wordSizeOf(width);
  const headOf = wordsOf(head, () => "");
  const isPicked = options.emphasis !== undefined;
  const groups = [
    ...d3Group(
      rows.map((_row, i) => i),
      (i) => wordsOf(group, () => "")(rows[i]),
    ),
  ].map(
    ([text, members]) =>
      [
        text,
        [...members].sort((a, b) => Number(isStrong(rows[b])) - Number(isStrong(rows[a])) || a - b),
      ] as const,
  );
  const names = groups.map(([text]) => text);
  const isBeside = width >= leastBeside && names.some(Boolean);
  const aside = isBeside ? Math.min((width - 2 * side) * 0.34, widthOf(names, textSize.value, 600)) + 20 : 0;
  const left = side + aside;
  const room = width - side - left;
  const most = Math.max(1, ...groups.map(([, members]) => members.length));
  const countRoom = 34;
  const square = Math.max(
    leastSide,
    Math.min(narrow ? 26 : width >= 800 ? 56 : 40, (room - countRoom) / most - gap),
  );
  const across = Math.max(1, Math.floor((room - countRoom) / (square + gap)));

  const places: {x: number; y: number}[] = [];
  const named: (TextBlock & {y: number})[] = [];
  const words: Sketch[] = [];
  let y = 0;
  for (const [text, members] of groups) {
    const title = textBlock(
      text ? [{text, size: textSize.value, weight: 600, color: color("ink"), most: 3}] : [],
      isBeside ? aside - 20 : room,
    );
    if (!isBeside && title.height > 0) {
      words.push(...title.at(side, y));
      y += title.height + 4;
    } else words.push(...title.at(side, y + square / 2 - title.first));
    members.forEach((i, n) => {
      places[i] = {x: left + (n % across) * (square + gap), y: y + Math.floor(n / across) * (square + gap)};
    });
    const lines = Math.ceil(members.length / across);
    const last = (members.length - 1) % across;
    const count = textBlock([{text: String(members.length), size: wordSize, color: color("muted")}], 40);
    words.push(
      ...count.at(
        left + (last + 1) * (square + gap) + 4,
        y + (lines - 0.5) * (square + gap) - gap / 2 - count.first,
      ),
    );
    y += Math.max(lines * (square + gap), isBeside ? square / 2 - title.first + title.height : 0) + 4;
    const strong = isPicked ? members.filter((i) => isStrong(rows[i])) : [];
    const common = [...new Set(strong.map((i) => headOf(rows[i])))].filter(Boolean).join("; ");
    if (common) {
      const block = textBlock(
        [{text: common, size: wordSize, weight: 600, color: toneOf(rows[strong[0]]), most: 3}],
        room,
      );
      words.push(...block.at(left, y));
      y += block.height;
    }
    for (const i of strong) {
      const name = [labelOf(rows[i]), noteOf(rows[i])].filter(Boolean).join(": ");
      const block = textBlock([{text: name, size: wordSize, color: color("ink"), most: 3}], room);
      named[i] = {...block, y};
      y += block.height + 1;
    }
    y += 14;
  }
  return form.finish({
    height: Math.max(0, y - 14),
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: (_row, i) => (isPicked ? undefined : [places[i].x + square / 2, places[i].y + square]),
    marks: [
      sketch(words),
      sketchRows(rows, (row, i) => {
        const {x, y} = places[i];
        const strip = stripOf("x", {from: x, to: x + square, side: y, breadth: square});
        return [
          {
            color: colorOf(row),
            strokes: drawStrip(strip, "square", paintOf("happened")),
          },
          ...(named[i]?.at(left, named[i].y) ?? []),
        ];
      }),
    ],
  });
}
tally.shows = {shape: "square", ends: false, paint: false} as const;
