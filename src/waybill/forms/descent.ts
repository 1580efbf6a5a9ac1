import type {Point} from "../marks/box.js";
import {levelCurve, rounded} from "../marks/chainDrawing.js";
import {drawDot} from "../marks/drawDot.js";
import {drawWay} from "../marks/drawWay.js";
import {paintOf, stateOf} from "../marks/state.js";
import {textSize} from "../theme.js";
import {type ChainFormOptions, type ChainRow, partiesOf} from "./chain.js";
import {readerOf} from "./channels.js";
import {fanOut, listDown, type PlacedNode} from "./descentLayout.js";
import {type Descendant, descentOf} from "./descentTree.js";
import type {Hue} from "./Form.js";
import {sideOf} from "./measure.js";
import {type Sketch, sketch, sketchRows} from "./sketch.js";
import {stackWords} from "./stackWords.js";
import {startForm} from "./startForm.js";

const hues: readonly Hue[] = ["red", "slate", "ochre", "ink"];
const away = 9;
/** The dot before the name of one in emphasis, and the room that it takes. */
const dot = {r: 4, room: 15} as const;

/**
 * Returns how reports come down from their origins, which are largest and each
 * of a colour, to all who pass them on: lines without heads, from left to right
 * or, where there is no room, each below the one that it has it from.
 */
export function descent<Row extends ChainRow>(
  given: Iterable<Row>,
  options: ChainFormOptions<Row>,
): SVGSVGElement {
  const [from, to] = partiesOf(options);
  const isDocument = readerOf<Row, unknown>(options.documents, "is_document");
  const every = [...given];
  // A small picture has room for the reports alone.
  const isBrief = options.mostHeight !== undefined && !every.every(isDocument);
  const all = isBrief ? every.filter((row) => !isDocument(row)) : every;
  const nodes = descentOf(
    all.map((row) => ({from: from(row), to: to(row), isDocument: Boolean(isDocument(row))})),
  );
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const nodeOf = (row: Row): Descendant | null => byName.get(to(row) ?? from(row) ?? "") ?? null;
  const origins = [...new Set(nodes.filter(({isDocument}) => !isDocument).map(({origin}) => origin))];
  const hueOf = (row: Row): Hue =>
    hues[Math.max(0, origins.indexOf(nodeOf(row)?.origin as Descendant)) % hues.length];
  const form = startForm(all, {...options, color: huesBy(options.color, all) ?? hueOf});
  const {width, color, labelOf} = form;
  const side = sideOf(width);
  const saying = (row: number, words: string) => ({
    row,
    words: [words, form.noteOf(all[row])].filter(Boolean).join(", "),
  });
  const said = (node: Descendant) => [
    ...all.flatMap((row, i) =>
      nodeOf(row) === node && !node.also.includes(i) ? [saying(i, labelOf(row))] : [],
    ),
    ...node.also.map((row) => {
      const other = from(all[row]);
      const words = other === null || other === node.name ? labelOf(all[row]) : `also from ${other}`;
      return saying(row, words || "named again");
    }),
  ];
  // A party is as strong as what leads to it.
  const isStrong = (node: Descendant): boolean => {
    const leading = every.filter((row) => to(row) === node.name && from(row) !== null);
    return (leading.length > 0 ? leading : [all[node.row]]).some(form.isStrong);
  };
  const setting = {
    side,
    width,
    said,
    isBold: isMarked,
    dotRoom: dot.room,
    levels: (options.levels ?? []).slice(isBrief && every.some(isDocument) ? 1 : 0),
  };
  const {placed, heads} = fanOut(nodes, setting) ?? listDown(nodes, setting);
  const bottom = Math.max(0, ...[...placed.values()].map(({y2}) => y2));
  const loose = stackWords(
    form.rows.flatMap((row, i) =>
      nodeOf(row) ? [] : [{row: i, text: [labelOf(row), form.noteOf(row)].filter(Boolean).join(": ")}],
    ),
    {x: side, y: bottom + 4, width: width - 2 * side},
  );
  return form.finish({
    height: loose.bottom,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    pointOf: () => undefined,
    marks: [
      sketchRows(form.rows, (row) => {
        const node = nodeOf(row);
        return node ? [...wayOf(row), ...nodes.flatMap((each) => wordsOf(each, row))] : [];
      }),
      sketch([
        {
          color: color("muted"),
          words: heads.map(({words, ...at}) => ({
            ...at,
            lines: [words],
            anchor: "start" as const,
            size: textSize.small,
          })),
        },
      ]),
      form.words(loose.pieces, {fill: color("muted")}),
    ],
  });

  function wayOf(row: Row): Sketch[] {
    const [parent, child] = [from(row), to(row)].map((name) =>
      name === null ? undefined : byName.get(name),
    );
    if (!parent || !child) return [];
    const [a, b] = [placed.get(parent)!, placed.get(child)!];
    // In a list a line to all documents but the last would strike those below.
    const isDrawn = a.isListed ? child.documents.at(-1) === parent : child.documents.includes(parent);
    if (child.parent !== parent && !isDrawn) return [];
    const points = wayBetween(a, b);
    const thick = form.width >= 800 ? 1.4 : 1;
    const width = (parent.isDocument ? 1.5 : 2.5) * thick;
    const paint = paintOf(stateOf(row.status), Boolean(row.derived));
    return [
      {
        color: form.colorOf(strongBelow(child) ?? row),
        strokes: drawWay(points, "square", paint, {heads: false, width}),
      },
    ];
  }

  /** Returns a row in emphasis that a party's word leads to: what leads there is as strong. */
  function strongBelow(child: Descendant): Row | undefined {
    const row = all[child.row];
    if (form.isStrong(row)) return row;
    for (const next of child.children) {
      const found = strongBelow(next);
      if (found) return found;
    }
    return undefined;
  }

  function isMarked(node: Descendant): boolean {
    return options.emphasis !== undefined && node.parent !== null && !node.isDocument && isStrong(node);
  }

  function wordsOf(node: Descendant, row: Row): Sketch[] {
    const {name, notes} = placed.get(node)!;
    const isOrigin = node === node.origin && !node.isDocument;
    const ink = isOrigin
      ? form.colorOf(strongBelow(node) ?? row)
      : color(node.isDocument || !isStrong(node) ? "muted" : "ink");
    return [
      ...(all[node.row] === row ? [{color: ink, words: [name]}] : []),
      ...(isMarked(node) && all[node.row] === row
        ? [{color: color("ink"), strokes: dotBefore(placed.get(node)!)}]
        : []),
      {color: color("muted"), words: notes.flatMap((note) => (all[note.row] === row ? [note.text] : []))},
    ];
  }
}

/** Returns the colours that are asked for: those of a column's values, in their order, if it names a column. */
function huesBy<Row extends ChainRow>(
  color: ChainFormOptions<Row>["color"],
  rows: readonly Row[],
): ChainFormOptions<Row>["color"] {
  if (typeof color !== "string" || hues.some((hue) => hue === color)) return color;
  const cellOf = readerOf<Row, unknown>(color);
  const values = [...new Set(rows.map(cellOf))];
  return (row) => hues[values.indexOf(cellOf(row)) % hues.length];
}

const dotBefore = ({x1, y}: PlacedNode) =>
  drawDot({x: x1 + dot.r, y, r: dot.r}, "square", paintOf("happened"));

/** Returns the way from one party to another: a curve across, or down and to the right below it. */
function wayBetween(a: PlacedNode, b: PlacedNode): Point[] {
  if (a.isListed) {
    const corner: Point = [a.x1 + 5, b.y];
    return rounded([[a.x1 + 5, a.y2 + 3], corner, [b.x1 - 6, b.y]], 6);
  }
  return levelCurve([a.x2 + away, a.y], [b.x1 - away, b.y], 24);
}
