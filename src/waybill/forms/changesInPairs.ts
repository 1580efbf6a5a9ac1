import * as Plot from "@observablehq/plot";
import {hedgeX} from "../marks/index.js";
import {capitalize, splitHedge} from "../model/format.js";
import {textSize} from "../theme.js";
import {asStated, type ChangeRow, wordsFor} from "./changes.js";
import {fitScale} from "./fitScale.js";
import {lineOf, linesOf, sideOf, widthOf, wordSizeOf} from "./measure.js";
import type {Drawing, Piece} from "./startForm.js";

const gap = 7;
const arrow = 6;

interface Names<Row> {
  before: (row: Row) => string;
  after: (row: Row) => string;
}

type Of = "from" | "value";

/** A bar of a pair: what it is of, and where it lies. */
interface Bar {
  row: number;
  of: Of;
  x1: number;
  x2: number;
  y: number;
}

/**
 * Returns what each row's value was and is as two bars, one below the other to
 * one scale, each with its name and its value above it, and by how much it
 * changed in the space that the shorter one leaves. What was worked out is hatched.
 */
export function drawPairs<Row extends ChangeRow>(form: Drawing<Row>, names: Names<Row>): SVGSVGElement {
  const {rows, width, narrow, color, labelOf, textOf, colorOf, toneOf, inkOf, own} = form;
  const side = sideOf(width);
  const inner = width - 2 * side;
  const isFew = rows.length <= 2;
  const isWide = width >= 800;
  const thickness = isFew ? (narrow ? 34 : isWide ? 60 : 44) : 16;
  const size = isFew ? (narrow ? textSize.large : isWide ? 36 : 28) : textSize.value;
  const wordSize = isFew ? wordSizeOf(width) + (isWide ? 3 : 1) : wordSizeOf(width);
  const wordLine = lineOf(wordSize);
  const zero = fitScale(
    rows.flatMap(({from, value}) => [from ?? Number.NaN, value ?? Number.NaN]),
    rows.flatMap(() => [0, 0]),
    inner,
  );
  const position = (value: number): number => side + zero.zero + value * zero.unit;
  const spaceOf = ({from, value}: Row): [from: number, to: number] | null =>
    Number.isFinite(from) && Number.isFinite(value) && (from ?? 0) * (value ?? 0) >= 0
      ? [position(from ?? 0), position(value ?? 0)]
      : null;
  // The change is as large as the narrowest space for it; where there is none, it stands with the name.
  const room = Math.min(
    ...rows.map((row) => {
      const space = spaceOf(row);
      const change = widthOf([textOf(row)], 100, 600) / 100;
      return space === null || change === 0 ? 0 : (Math.abs(space[1] - space[0]) - 30) / change;
    }),
  );
  const changeSize = Math.floor(Math.min(isFew ? (narrow ? 28 : isWide ? 56 : 40) : textSize.value, room));
  const isBetween = changeSize >= textSize.small;

  const texts: {pieces: Piece[]; size: number; weight: number}[] = [
    {pieces: [], size: textSize.value, weight: 600},
    {pieces: [], size: wordSize, weight: 400},
    {pieces: [], size, weight: 600},
  ];
  const [heads, words, numbers] = texts.map(({pieces}) => pieces);
  const drawn: Bar[] = [];
  const changes: (Piece & {from: number; to: number; at: number})[] = [];
  let y = 0;
  const caption = (row: Row, i: number, of: Of): void => {
    const fill = of === "from" ? color("muted") : inkOf(row);
    const {hedge, number} = splitHedge(wordsFor(row, of));
    const called = capitalize(names[of === "from" ? "before" : "after"](row));
    const name = called && number ? `${called}:` : called;
    const [nameWidth, hedgeWidth] = [name, hedge].map((text) => (text ? widthOf([text], wordSize) : 0));
    const space = widthOf([" "], wordSize);
    const apart = (nameWidth > 0 && hedgeWidth > 0 ? space : 0) + (nameWidth + hedgeWidth > 0 ? gap : 0);
    const isOneLine = nameWidth + hedgeWidth + apart + widthOf([number], size, 600) <= inner;
    if (name && !isOneLine) {
      const lines = linesOf(name, inner, 3, 400, wordSize);
      words.push({row: i, x: side, y, text: lines, fill});
      y += lines.length * wordLine;
    }
    // Of one size or another, they stand on one line.
    const low = y + 0.71 * (lineOf(size) - wordLine);
    const before = [isOneLine ? name : "", hedge].filter(Boolean).join(" ");
    const x = side + (before ? widthOf([before], wordSize) + gap : 0);
    if (before) words.push({row: i, x: side, y: low, text: before, fill});
    if (number)
      numbers.push({
        row: i,
        x,
        y,
        text: linesOf(number, side + inner - x, 1, 600, size),
        fill,
      });
    y += Math.max(wordLine, size + 4);
  };
  rows.forEach((row, i) => {
    const head = linesOf(
      [labelOf(row), isBetween ? "" : textOf(row)].filter(Boolean).join(": "),
      inner,
      3,
      600,
      textSize.value,
    );
    if (head.length > 0) {
      heads.push({row: i, x: side, y, text: head});
      y += head.length * lineOf(textSize.value) + 4;
    }
    const space = isBetween ? spaceOf(row) : null;
    for (const of of ["from", "value"] as const) {
      caption(row, i, of);
      const x = position(row[of] ?? 0);
      if (row[of]) drawn.push({row: i, of, x1: position(0), x2: x, y});
      // In the line of the bar that is the shorter one.
      if (
        space &&
        Math.abs(row[of] ?? 0) <= Math.abs((of === "from" ? row.value : row.from) ?? 0) &&
        changes.at(-1)?.row !== i
      )
        changes.push({
          row: i,
          x: (space[0] + space[1]) / 2,
          y: y + (thickness - 0.73 * changeSize) / 2,
          at: y + thickness / 2,
          text: textOf(row),
          fill: toneOf(row),
          from: space[0],
          to: space[1],
        });
      y += thickness + (of === "from" ? 12 : isFew ? 30 : 16);
    }
  });
  const height = Math.max(0, y - (isFew ? 30 : 16)) + 2;
  const bar = (of: Of, options: Plot.RectOptions): Plot.Markish => {
    const found = rows.map((_row, i) => drawn.find((one) => one.row === i && one.of === of));
    return Plot.rect(
      rows,
      hedgeX({
        ...own,
        filter: (_row: Row, i: number) => found[i] !== undefined,
        x1: (_row: Row, i: number) => found[i]?.x1,
        x2: (_row: Row, i: number) => found[i]?.x2,
        y1: (_row: Row, i: number) => found[i]?.y,
        y2: (_row: Row, i: number) => (found[i]?.y ?? 0) + thickness,
        fill: colorOf,
        low: () => null,
        high: () => null,
        ...options,
      }) as Plot.RectOptions,
    );
  };
  // A line to either side of the words, from where it was to where it is.
  const lines = changes.flatMap(({row, x, at, text, from, to}) => {
    const half = widthOf([String(text)], changeSize, 600) / 2 + 6;
    const sign = Math.sign(to - from);
    const stroke = toneOf(rows[row]);
    // A stub of a line would read as a minus.
    if (Math.abs(to - from) / 2 - half < 3 * arrow) return [];
    return [
      {x1: from + sign * 3, x2: x - sign * half, at, stroke, isEnd: false},
      {x1: x + sign * half, x2: to - sign, at, stroke, isEnd: true},
    ];
  });
  return form.finish({
    height: rows.length === 0 ? 0 : height,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: (_row, i) => {
      const after = drawn.find(({row, of}) => row === i && of === "value");
      return after ? [after.x2 - Math.sign(after.x2 - after.x1) * 10, after.y + thickness] : null;
    },
    marks: [
      bar("from", {fill: color("grey"), ...asStated} as Plot.RectOptions),
      bar("value", {}),
      // Where an arrow leads to.
      Plot.ruleX(
        lines.filter(({isEnd}) => isEnd),
        {
          x: ({x2, x1}) => x2 + Math.sign(x2 - x1),
          y1: ({at}) => at - thickness / 2,
          y2: ({at}) => at + thickness / 2,
          stroke: "stroke",
        },
      ),
      Plot.link(lines, {x1: "x1", x2: "x2", y1: "at", y2: "at", stroke: "stroke", strokeWidth: 1.5}),
      Plot.link(
        lines
          .filter(({isEnd}) => isEnd)
          .flatMap(({x1, x2, at, stroke}) =>
            [-1, 1].map((turn) => ({
              x1: x2,
              y1: at,
              x2: x2 - Math.sign(x2 - x1 || 1) * arrow,
              y2: at + turn * arrow,
              stroke,
            })),
          ),
        {x1: "x1", x2: "x2", y1: "y1", y2: "y2", stroke: "stroke", strokeWidth: 1.5},
      ),
      ...texts.map(({pieces, size, weight}) =>
        form.words(pieces, {fontSize: size, fontWeight: weight, lineHeight: lineOf(size) / size}),
      ),
      form.words(changes, {textAnchor: "middle", fontSize: changeSize, fontWeight: 600, lineHeight: 1}),
    ],
  });
}
