import {drawDot} from "../marks/drawDot.js";
import {drawStrip, type Stroke} from "../marks/drawStrip.js";
import {drawWay} from "../marks/drawWay.js";
import {type End, endOf} from "../marks/end.js";
import {type Paint, paintOf, type State, stateOf} from "../marks/state.js";
import {stripOf} from "../marks/strip.js";
import type {Status} from "../model/figure.js";
import {type Standing, type Stated, standingOf, wordsOf as wordsOfStandings} from "../standing.js";
import type {Color} from "../theme.js";
import {hueOf, wordsOf} from "./channels.js";
import type {Form, FormOptions, FormRow, Shown} from "./Form.js";
import {valueText} from "./values.js";

/** A path with its colours. */
export interface Shape {
  d: string;
  fill?: string;
  fillOpacity?: number;
  stroke?: string;
  strokeWidth?: number;
  dash?: string;
}

/** A line of a key: what a mark that looks so means; its picture is 44 pixels wide and 14 high. */
export interface KeyItem {
  text: string;
  swatch: (color: Color) => Shape[];
}

const ends: Record<Exclude<End, "square">, string> = {
  open: "a minimum; the true figure may be higher",
  soft: "about this much",
  capped: "at most this much",
};
const says: Record<Exclude<End, "square">, RegExp> = {
  open: />|more than|over|at least|minimum/i,
  soft: /~|about|almost|nearly|some|around/i,
  capped: /<|less than|at most|up to|under|maximum/i,
};

/**
 * Returns the key of a form's drawing of rows: only for what its marks show of
 * them and no word at the marks says already; empty where nothing needs one.
 */
export function keyOf<Row extends FormRow>(
  form: Form<Row>,
  data: Iterable<Row>,
  options: FormOptions<Row> & {group?: FormOptions<Row>["label"]} = {},
): KeyItem[] {
  const rows = Array.from(data);
  if (form.key) return form.key(rows, options);
  const {
    shape,
    ends: hasEnds,
    paint,
    worded = Number.POSITIVE_INFINITY,
  }: Shown = form.shows ?? {shape: "strip", ends: false, paint: false};
  const channels = [
    wordsOf(options.label, (row) => row.label ?? row.thing ?? row.goods ?? ""),
    // A line has its label alone.
    ...(shape === "line" ? [] : [wordsOf(options.text, valueText)]),
    wordsOf(options.note, () => null),
    wordsOf(options.group, () => null),
  ];
  const wordsAt = (row: Row): string => (rows.length > worded ? "" : channels.map((of) => of(row)).join(" "));
  const hue = hueOf(options.color);
  // A line that looks as all others do says nothing apart.
  const isContrast = shape !== "line" || new Set(rows.map(({status}) => stateOf(status))).size > 1;
  const item = (row: Row, text: string, draw: (shape: Shown["shape"]) => Stroke[]): KeyItem => ({
    text,
    swatch: (color) => draw(shape).map((stroke) => shapeOf(stroke, color(hue(row)))),
  });
  return [
    ...(paint && isContrast ? paintItems(rows, {wordsAt, item}) : []),
    ...(hasEnds ? endItems(rows, {wordsAt, item}) : []),
  ];
}

interface Items<Row> {
  wordsAt: (row: Row) => string;
  item: (row: Row, text: string, draw: (shape: Shown["shape"]) => Stroke[]) => KeyItem;
}

function endItems<Row extends FormRow>(rows: readonly Row[], {wordsAt, item}: Items<Row>): KeyItem[] {
  const full = paintOf("happened");
  return (["open", "soft", "capped"] as const).flatMap((end) => {
    const row = rows.find((row) => endOf(row.qualifier) === end && !says[end].test(wordsAt(row)));
    return row ? item(row, ends[end], (shape) => swatchOf(shape, end, full)) : [];
  });
}

function paintItems<Row extends FormRow>(rows: readonly Row[], {wordsAt, item}: Items<Row>): KeyItem[] {
  const states: State[] = ["ordered", "planned", "alleged", "denied"];
  const items = states.flatMap((state) => {
    const own = rows.filter((row) => !row.derived && stateOf(row.status) === state);
    const unsaid = own.find((row) => !saysState(wordsAt(row), row.status));
    if (!unsaid) return [];
    return item(unsaid, wordsOfStandings(own.map(standing)), (shape) =>
      swatchOf(shape, "square", paintOf(state)),
    );
  });
  const full = rows.filter((row) => !row.derived && stateOf(row.status) === "happened");
  if (items.length > 0 && full.length > 0) {
    items.unshift(
      item(full[0], wordsOfStandings(full.map(standing)), (shape) =>
        swatchOf(shape, "square", paintOf("happened")),
      ),
    );
  }
  const derived = rows.find((row) => row.derived && !/calculat/i.test(wordsAt(row)));
  return derived
    ? [
        ...items,
        item(derived, "our calculation", (shape) => swatchOf(shape, "square", paintOf("happened", true))),
      ]
    : items;
}

/** How a row stands; what has no kind may be something that is handed over. */
function standing(row: FormRow): Standing {
  const {
    kind = "count",
    goods = null,
    supplier = null,
    recipient = null,
    status = null,
  } = row as Partial<Stated>;
  return standingOf({kind, goods, supplier, recipient, status});
}

const saysState = (words: string, status: Status | null | undefined): boolean =>
  status != null && words.toLowerCase().includes(status.replace(/ed$/, ""));

/** Returns the strokes of a mark of a given shape in a picture of 44 by 14 pixels. */
function swatchOf(shape: Shown["shape"], end: End, paint: Paint): Stroke[] {
  if (shape === "line") {
    const points = [
      [2, 7],
      [42, 7],
    ] as const;
    return drawWay(points, end, paint, {width: 2.5});
  }
  if (shape === "dot") return drawDot({x: 22, y: 7, r: 5}, end, paint);
  const [from, to] = shape === "square" ? [16, 28] : [2, 42];
  return drawStrip(stripOf("x", {from, to, side: 1, breadth: 12}), end, paint);
}

function shapeOf({d, fill = 0, width = 0, dash}: Stroke, color: string): Shape {
  return {
    d,
    ...(fill > 0 && {fill: color}),
    ...(fill > 0 && fill < 1 && {fillOpacity: fill}),
    ...(width > 0 && {stroke: color, strokeWidth: width}),
    ...(width > 0 && dash && {dash}),
  };
}
