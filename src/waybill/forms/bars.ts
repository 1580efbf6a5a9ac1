import * as Plot from "@observablehq/plot";
import type {HedgeOptions} from "../marks/hedges.js";
import {hedgeX} from "../marks/index.js";
import {textSize} from "../theme.js";
import {noteLine, noteLines} from "./annotate.js";
import {wordsOf, wordsOrColumn} from "./channels.js";
import {dots} from "./dots.js";
import type {Channel, FormOptions, FormRow} from "./Form.js";
import {fitScale} from "./fitScale.js";
import {evenly, lineOf, linesOf, sideOf, widthOf, wordSizeOf} from "./measure.js";
import {namesOf} from "./names.js";
import {nestRows, type Within} from "./nestRows.js";
import {hedgeHeight, type Numeral, numeralMarks, numeralWidth} from "./numerals.js";
import {type Piece, startForm} from "./startForm.js";
import {boundsAt, commonUnit, reachOf, unitOf} from "./values.js";

const gap = 10;
const tick = 9;
/** Width from which the names of a few large bars stand beside them. */
const leastBeside = 800;

export interface BarOptions<Row extends FormRow> extends FormOptions<Row> {
  /** “log” draws dots on a logarithmic axis, where bars would have no zero. */
  scale?: "linear" | "log";
  /** Which row a row is a part of: it is drawn in the bar of that row, and named below it. */
  within?: Within<Row>;
  /** A few quiet words below a bar, or below the name of a part: when, of what kind. */
  under?: Channel<Row, string>;
  /** What is called, below it, that which the parts of a row leave of it, hatched, for it is worked out; the first of two lines is set large. */
  rest?: Channel<Row, string>;
}

/**
 * Returns a bar for each row, to one scale from zero, with its name and its
 * value in words at it: names beside the bars, or above them where there is no
 * room. A few bars are drawn large. A row without a value, or with another unit
 * than most, keeps its words after the others, and has no bar.
 *
 * ```js
 * bars([{label: "Wheat", value: 2e6, unit: "tonne", qualifier: "about"}, {label: "Maize", value: 9e5, unit: "tonne"}])
 * ```
 */
export function bars<Row extends FormRow>(
  given: Iterable<Row>,
  {scale, within, under, rest, ...options}: BarOptions<Row> = {},
): SVGSVGElement {
  if (scale === "log") return dots(given, {...options, scale});
  const form = startForm(given, options);
  const {rows, width, color, textOf, labelOf, colorOf, toneOf, noteOf, own} = form;
  const side = sideOf(width);
  const unit = commonUnit(rows);
  const values = rows.map((row) => (unitOf(row) === unit ? reachOf(row) : Number.NaN));
  const wholes = nestRows(form, within);
  const restOf = wordsOrColumn(rows, rest ?? "");
  const underOf = wordsOf(options.mostHeight === undefined ? under : undefined, () => "");
  const [byOf, againstOf] = [wordsOf(options.by, () => ""), wordsOf(options.against, () => null)];
  const isRoot = (i: number): boolean => wholes[i] === null;
  const partsOf = (i: number): number[] => rows.flatMap((_row, n) => (wholes[n] === i ? [n] : []));
  const indexes = rows.map((_row, i) => i);
  const roots = indexes.filter((i) => isRoot(i) && unitOf(rows[i]) === unit);
  const isApart = (i: number): boolean => isRoot(i) && roots.length > 0 && unitOf(rows[i]) !== unit;
  const others = indexes.filter((i) => isRoot(i) && unitOf(rows[i]) !== unit);
  const isLarge = roots.length <= 3 && rows.length <= 6;
  const wordSize = isLarge ? wordSizeOf(width) : textSize.body;
  const [thickness, size] = sizesOf(isLarge ? roots.length : rows.length + 3, width);
  const widths = rows.map((row, i) =>
    isRoot(i) && !isApart(i) ? numeralWidth([textOf(row)], size) + gap : 0,
  );
  const widest = (sign: 1 | -1): number =>
    Math.max(0, ...widths.filter((_width, i) => (sign === -1) === values[i] < 0));
  const nameSize = !isLarge ? textSize.body : form.brief ? 20 : width < leastBeside ? textSize.value + 1 : 18;
  const names = namesOf(form, {
    words: widest(1) + widest(-1),
    share: form.narrow ? 0.6 : 0.35,
    isAbove: isLarge && (width < leastBeside || roots.length === 1),
    size: nameSize,
  });
  const {above, crowded, left} = names;
  /** Whether all that is said of a row stands in the column of its name. */
  const isColumn = isLarge && !above;
  const smallSize = isLarge ? wordSize : textSize.small + 0.5;
  const smallLine = lineOf(smallSize);
  const smallLines = (text: string, room: number): string[] =>
    evenly((most) => linesOf(text, most, 4, 400, smallSize), room);
  const quietOf = (i: number): string[] => {
    const words = [underOf(rows[i]), byOf(rows[i])].filter(Boolean);
    return (isColumn ? words : [words.join("; ")])
      .filter(Boolean)
      .flatMap((text) => smallLines(text ?? "", isColumn ? left - 14 - side : width - left - side));
  };
  const columnOf = (i: number): number => (isColumn ? quietOf(i).length * smallLine : 0);
  const zero = fitScale(values, crowded ? widths.map(() => 0) : widths, width - left - side);
  const position = (value: number): number => left + zero.zero + value * zero.unit;
  const startOf = (i: number): number => {
    const before = wholes[i] === null ? [] : partsOf(wholes[i]).filter((n) => n < i);
    const sum = before.reduce((total, n) => total + values[n], 0);
    return wholes[i] !== null && Math.abs(sum + values[i]) <= Math.abs(values[wholes[i]]) ? sum : 0;
  };
  const ends = indexes.map((i) => {
    const [x1, x2] = [startOf(i), startOf(i) + values[i]].map(position);
    return Number.isFinite(values[i]) ? {x1, x2} : {x1: position(0), x2: position(0)};
  });

  const places = rows.map(() => ({top: 0, y1: 0, y2: 0, middle: 0}));
  const ticks: {x: number; y1: number; y2: number; stroke: string}[] = [];
  const brackets: {x1: number; x2: number; y: number; stroke: string}[] = [];
  const labels: Piece[] = [];
  const bys: Piece[] = [];
  const numerals: Numeral[] = [];
  /** Whether it is what the parts of a row leave of it that is strong. */
  const isRestStrong = (i: number): boolean =>
    options.emphasis !== undefined &&
    form.isStrong(rows[i]) &&
    !partsOf(i).some((n) => form.isStrong(rows[n]));
  /** Whether it is said what the parts of a row leave of it: that is worked out, as its hatching says. */
  const hasRest = (i: number): boolean => partsOf(i).length > 0 && restOf(rows[i]) !== "";
  let y = 0;
  const stand = (i: number, body: number): void => {
    const air = above ? 0 : Math.max(0, (names.leastOf(i) + columnOf(i) - body) / 2) + 4;
    const top = y + air;
    const y1 = top + names.headOf(i);
    places[i] = {top, y1, y2: y1 + body, middle: y1 + body / 2};
    y = y1 + body + air;
    let below = places[i].y2;
    const quiet = quietOf(i);
    if (isColumn)
      bys.push({
        row: i,
        x: left - 14,
        y: places[i].middle + (names.leastOf(i) - columnOf(i)) / 2 + 2,
        text: quiet,
        fill: color("muted"),
      });
    const say = (text: string[], fill: string, air: number): void => {
      if (text.length === 0) return;
      labels.push({row: i, x: isColumn ? left + 8 : left, y: below + air, text, fill});
      below += text.length * smallLine + air;
    };
    if (!isColumn) say(quiet, color("muted"), 5);
    const parts = partsOf(i);
    const last = parts.at(-1);
    const more = last === undefined ? "" : restOf(rows[i]);
    const isRestNamed = more !== "" && last !== undefined && ends[i].x2 - ends[last].x2 > 30;
    // One part and the rest are named side by side, each below its own.
    const split = Math.max(
      ends[last ?? i].x2 + 1,
      left + (width - side - left) * (form.narrow ? 0.52 : 0.46),
    );
    const isBeside = isRestNamed && parts.length === 1 && ends[i].x2 - split > 60 && below === places[i].y2;
    const from = below;
    if (isRestNamed)
      below = wordsBelow({
        row: i,
        x1: isBeside ? split : ends[last!].x2,
        ...(isBeside && {isFixed: true, span: [ends[last!].x2, ends[i].x2] as const}),
        x2: ends[i].x2,
        from,
        bar: y1 + body,
        before: isBeside ? undefined : last,
        ...numeralIn(more),
        ...(isRestStrong(i)
          ? {fill: color("ink"), numeralFill: toneOf(rows[i]), size: Math.max(textSize.large, size * 0.7)}
          : {fill: color("muted")}),
      });
    for (const n of parts.reverse()) {
      places[n] = places[i];
      below = isBeside ? Math.max(below, nameBelow(n, from, split - 24)) : nameBelow(n, below);
    }
    const against = smallLines(againstOf(rows[i]), Math.min(620, width - left - side));
    say(against, color("ink"), parts.length > 0 ? 8 : 5);
    const free = width - side - ends[i].x2 - widths[i];
    y =
      Math.max(y, below) +
      reserve(noteOf(rows[i]), free) +
      (above ? (form.brief ? 10 : 18) : rows.length > 20 ? 2 : 6);
  };
  const tickOf = (x1: number, x2: number): number => (x1 + Math.min(x2, x1 + 24)) / 2;
  // The rightmost part is named first, clear of the lines that lead to those before it.
  const nameBelow = (n: number, from: number, until?: number): number =>
    wordsBelow({
      row: n,
      ...ends[n],
      from,
      bar: places[n].y2,
      before: partsOf(wholes[n] ?? n)
        .filter((other) => other < n)
        .at(-1),
      until,
      ...(until !== undefined && {span: [ends[n].x1, ends[n].x2] as const}),
      numeral: textOf(rows[n]),
      quiet: underOf(rows[n]),
      text: [labelOf(rows[n]), noteOf(rows[n])].filter(Boolean).join(". "),
    });
  const wordsBelow = ({
    row,
    x1,
    x2,
    from,
    bar,
    before,
    numeral = "",
    text,
    quiet = "",
    fill,
    numeralFill = fill,
    size: value = isLarge ? textSize.large : textSize.value,
    isFixed = false,
    span,
    until = width - side,
  }: Below): number => {
    const widest = Math.max(numeralWidth([numeral], value), widthOf([text, quiet], wordSize));
    const tickX = isFixed ? x1 + 1 : tickOf(x1, x2);
    const clear = before === undefined ? side : tickOf(ends[before].x1, ends[before].x2) + 10;
    const x = isFixed ? x1 : Math.max(side, Math.min(tickX - 1, Math.max(clear, until - widest)));
    const linesIn = (words: string): string[] =>
      evenly(
        (most) => linesOf(words, most, isFixed || until < width - side ? 6 : 3, 400, wordSize),
        until - x,
      );
    const [lines, quietLines] = [text, quiet].map(linesIn);
    const top = from + tick + 5 + hedgeHeight(numeral, value);
    // From the bar, if no words are in between.
    const isClear = labels.every((label) => label.x > tickX + 3 || label.y < bar);
    const stroke = form.inkOf(rows[row]);
    const start = (isClear ? bar : from) + 1;
    if (span) brackets.push({x1: span[0] + 1, x2: span[1] - 1, y: start + 4, stroke});
    ticks.push({x: tickX, y1: span ? start + 4 : start, y2: from + tick + 3, stroke});
    if (numeral) numerals.push({row, x, y: top, text: numeral, size: value, fill: numeralFill});
    // Beside a numeral words stand on its line.
    const low = numeral ? top + value + 5 : isFixed ? top + 0.8 * (value - wordSize) : top;
    labels.push({row, x, y: low, text: lines, fill});
    const end = low + lines.length * lineOf(wordSize);
    if (quietLines.length > 0) labels.push({row, x, y: end, text: quietLines, fill: color("muted")});
    return end + quietLines.length * lineOf(wordSize) + 4;
  };
  for (const i of roots) stand(i, thickness);
  if (above && others.length === 0) y = Math.max(0, y - 12);
  // What has another unit has no bar, and is a line of words.
  for (const i of others) {
    const lines = evenly(
      (most) =>
        linesOf(
          [[labelOf(rows[i]), underOf(rows[i])].filter(Boolean).join(", "), textOf(rows[i])]
            .filter(Boolean)
            .join(": "),
          most,
          3,
          400,
          wordSize,
        ),
      width - 2 * side,
    );
    labels.push({row: i, x: side, y, text: lines, fill: toneOf(rows[i])});
    y += lines.length * lineOf(wordSize) + 6;
  }

  const bar = (isOf: (i: number) => boolean, options: Plot.RectOptions & HedgeOptions): Plot.Markish =>
    Plot.rect(
      rows,
      hedgeX({
        ...own,
        filter: (_row: Row, i: number) => Number.isFinite(values[i]) && isOf(i),
        x1: (_row: Row, i: number) => ends[i].x1,
        x2: (_row: Row, i: number) => ends[i].x2,
        y1: (_row: Row, i: number) => places[i].y1,
        y2: (_row: Row, i: number) => places[i].y2,
        ...boundsAt(position),
        fill: colorOf,
        ...options,
      }) as Plot.RectOptions,
    );
  return form.finish({
    height: y,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: (_row, i) => {
      if (!isRoot(i)) return undefined;
      const {x1, x2} = ends[i];
      return [x2 - Math.sign(x2 - x1) * Math.min(8, Math.abs(x2 - x1) / 2), places[i].y2];
    },
    marks: [
      // What the parts of a whole leave of it is grey, unless it is that which is strong.
      bar(isRoot, {
        fill: (row: Row, i: number) =>
          partsOf(i).length > 0 && !isRestStrong(i) ? color("grey") : colorOf(row),
        derived: (row: Row, i: number) => hasRest(i) || Boolean((row as {derived?: unknown}).derived),
      }),
      bar((i) => !isRoot(i), {}),
      // Above each bar stands its name, which no line may strike.
      roots.length > 0 && !above
        ? Plot.ruleX([position(0)], {
            y1: places[roots[0]].y1 - 6,
            y2: places[roots[roots.length - 1]].y2 + 6,
            stroke: color("ink"),
            strokeOpacity: 0.5,
          })
        : null,
      Plot.ruleX(ticks, {x: "x", y1: "y1", y2: "y2", stroke: "stroke"}),
      Plot.ruleY(brackets, {y: "y", x1: "x1", x2: "x2", stroke: "stroke"}),
      ...names.marks(roots, (i) => ({...places[i], middle: places[i].middle - columnOf(i) / 2})),
      bys.length > 0 && bys.some(({text}) => text.length > 0)
        ? form.words(bys, {fontSize: smallSize, lineHeight: smallLine / smallSize, textAnchor: "end"})
        : null,
      ...numeralMarks(form, numerals),
      form.words(labels, {fontSize: wordSize, lineHeight: lineOf(wordSize) / wordSize}),
      ...([1, -1] as const).flatMap((sign) =>
        numeralMarks(
          form,
          (crowded ? [] : roots)
            .filter((i) => (sign === -1) === values[i] < 0)
            .map((i) => ({
              row: i,
              x: Number.isFinite(values[i]) ? ends[i].x2 + sign * gap : position(0) + gap,
              y: places[i].middle,
              middle: true,
              size,
              text: textOf(rows[i]),
            })),
          sign === 1 ? "start" : "end",
        ),
      ),
    ],
  });
}
bars.shows = {shape: "strip", ends: true, paint: true} as const;
bars.against = true as const;

/** Words below a bar, with a line to the part of it that they are about. */
interface Below {
  row: number;
  x1: number;
  x2: number;
  /** Below which height, and below which bar. */
  from: number;
  bar: number;
  /** The part to the left of it, whose line leads further down. */
  before: number | undefined;
  numeral?: string;
  text: string;
  /** Further words, in grey. */
  quiet?: string;
  fill?: string;
  numeralFill?: string;
  /** Size of the numeral. */
  size?: number;
  /** Whether the words begin where the part does, beside those of another. */
  isFixed?: boolean;
  /** What of the bar they are about, as a line below it. */
  span?: readonly [x1: number, x2: number];
  /** Where the words end at the latest. */
  until?: number | undefined;
}

/** Returns words whose first line, if there are more, is set as large as a value. */
function numeralIn(words: string): {numeral: string; text: string} {
  const [first, ...more] = words.split("\n");
  return more.length > 0 ? {numeral: first, text: more.join(" ")} : {numeral: "", text: words};
}

/** Returns how much height a note needs below its bar: none where it fits beside the words. */
function reserve(note: string, free: number): number {
  return !note || free > 180 ? 0 : noteLines(note, 220).length * noteLine + 12;
}

// Thickness of the bars and size of their values: one bar is a picture, forty are a list.
function sizesOf(count: number, width: number): [thickness: number, size: number] {
  const isNarrow = width < 500;
  if (count <= 1) return isNarrow ? [56, 26] : width < leastBeside ? [88, 40] : [112, 56];
  if (count <= 3) return isNarrow ? [32, 21] : width < leastBeside ? [44, 28] : [60, 38];
  if (count > 23) return [16, textSize.value];
  return [isNarrow ? 22 : 30, textSize.value];
}
