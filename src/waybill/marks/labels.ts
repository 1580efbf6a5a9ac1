import * as Plot from "@observablehq/plot";
import {fontFamily} from "../theme.js";
import {around, type Box, type Point} from "./box.js";
import {composeRender} from "./composeRender.js";
import {measureLabel, weightOf} from "./measureLabel.js";
import {type LabelItem, type Overflow, type PlacedLabel, type Placement, placeLabels} from "./placeLabels.js";
import {bandOf, boxesOfMark, frameOf, type Placing, pixelsOf} from "./placing.js";

/** Returns the boxes that labels avoid in a facet, in the plot's pixels. */
export type Avoided = (facet: number, placing: Placing) => Iterable<Box>;

/** Returns the points that the label of a row may stand beside in a facet, the best first. */
export type Anchors = (facet: number, placing: Placing) => (row: number) => LabelItem["anchors"];

/** What labels read besides the options of Plot.text. */
export interface LabelOptions {
  /** Width of a line in pixels, at most; lineWidth is the same in ems. */
  width?: number;
  /** Lines at most; the last then ends in an ellipsis. */
  lines?: number;
  /** Where a label may stand, the best place first; by default right, left, above, below and the corners. */
  places?: readonly Placement[];
  /** Radius of what is drawn at the point: pixels, or a channel on the r scale; 3 by default. */
  r?: Plot.ChannelValueSpec;
  /** Which labels come first where not all have room: those with more. A channel. */
  priority?: Plot.ChannelValue;
  /** What no label may cover: marks of the same plot that stand before it, boxes in pixels, functions that return such boxes. */
  avoid?: Iterable<Plot.Mark | Box | Avoided>;
  /** What happens where no place is free: "leader" (default) has a short line lead to the label, and leaves it out if even that finds no place; "hide" leaves it out; "show" lets it overlap. */
  overflow?: Overflow;
  /** Least distance between labels; 1 by default. */
  padding?: number;
  /** Distance from the edge of what is drawn at the point; 4 by default. */
  gap?: number;
  /** Colour of the lines that lead to labels; that of the text by default. */
  leaderStroke?: string;
  /** Points in place of x and y. */
  anchors?: Anchors;
}

type Options = Plot.TextOptions & LabelOptions;
type Columns = Partial<Record<string, {value?: ArrayLike<unknown> | null}>>;

/**
 * Returns the options of Plot.text so that each label stands beside its point
 * where it covers neither another label nor what it is to avoid, within the
 * frame. Text is measured in Inter and wrapped; the places depend on nothing
 * but the rows and the size of the plot. dx and dy move the point.
 *
 * ```js
 * Plot.text(towns, labels({x: "people", y: "income", text: "name", priority: "people"})).plot()
 * ```
 */
export function labels<T extends Plot.TextOptions>(options: T & LabelOptions): T {
  const {
    width,
    lines,
    places,
    r = 3,
    priority,
    avoid,
    overflow,
    padding,
    gap,
    leaderStroke,
    anchors,
    lineWidth,
    dx,
    dy,
    ...rest
  } = options as Options;
  const {fontSize = 12, lineHeight = 1.2} = rest;
  const extra = (value: Plot.ChannelValueSpec, scale: string | null = null) => ({value, scale, filter: null});
  return Plot.initializer(
    {
      fontFamily,
      ...rest,
      fontSize,
      lineHeight,
      lineAnchor: "middle",
      channels: {
        ...(rest.channels as object | undefined),
        ...(priority === undefined ? {} : {priority: extra(priority)}),
        ...(typeof r === "number" ? {} : {labelRadius: extra(r, "r")}),
      },
      render: composeRender(rest.render, renderPlaced(leaderStroke)),
    } as unknown as T,
    function (this: unknown, _data, facets, channels, scales, dimensions, context) {
      return place(this, {facets, channels, placing: {scales, dimensions, context}, options});
    },
  );
}

// Labels of one plot keep off each other, though they are marks of their own.
const taken = new WeakMap<Plot.Context, Map<number | null, Box[]>>();

function takenIn(context: Plot.Context, facet: number | null): {others: Box[]; own: Box[]} {
  const known = taken.get(context) ?? new Map<number | null, Box[]>();
  taken.set(context, known);
  const own = known.get(facet) ?? [];
  known.set(facet, own);
  const others = facet === null ? [...known.values()].flat() : [...own, ...(known.get(null) ?? [])];
  return {others, own};
}

interface PlaceInput {
  facets: number[][];
  channels: Plot.Channels;
  placing: Placing;
  options: Options;
}

function place(
  mark: unknown,
  {facets, channels, placing, options}: PlaceInput,
): ReturnType<Plot.InitializerFunction> {
  const {anchors, avoid = [], places, overflow, padding, gap} = options;
  const column = (name: string) => (channels as Columns)[name]?.value ?? undefined;
  const text = column("text") ?? [];
  const priority = column("priority");
  const {pointOf, radiusOf} = pointsOf(mark, {channels, placing, options});
  const measure = measurer(options, column("fontSize"));
  const bands = [bandOf("x", placing), bandOf("y", placing)];
  const [X, Y, words, labels]: [number[], number[], string[], PlacedLabel[]] = [[], [], [], []];
  // A row that stands in several facets has one place for all of them.
  const all = facets.flatMap((rows) => [...rows]);
  const groups = all.length > new Set(all).size ? [[...new Set(all)]] : facets.map((rows) => [...rows]);
  groups.forEach((rows, facet) => {
    const anchorsOf = anchors?.(facet, placing) ?? ((i) => [{at: pointOf(i), r: radiusOf(i)}]);
    const items = rows.flatMap((i) => {
      const points = anchorsOf(i).filter(({at}) => at.every(Number.isFinite));
      if (text[i] == null || text[i] === "" || points.length === 0) return [];
      const {lines, width, height} = measure(String(text[i]), i);
      words[i] = lines.join("\n");
      return {i, anchors: points, width, height, priority: Number(priority?.[i] ?? 0)};
    });
    const {others, own} = takenIn(placing.context, groups.length > 1 ? facet : null);
    const obstacles = [...avoid].flatMap((what) => [...boxesOf(what, facet, placing)]);
    const points = anchors ? [] : items.map(({anchors: [{at, r}]}) => around(at, r));
    placeLabels(items, {
      frame: frameOf(placing.dimensions),
      avoid: [...points, ...obstacles, ...others],
      ...(places && {places}),
      ...(overflow && {overflow}),
      ...(padding !== undefined && {padding}),
      ...(gap !== undefined && {gap}),
    }).forEach((label, k) => {
      if (!label) return;
      const {box, align} = label;
      const {i} = items[k];
      labels[i] = label;
      X[i] = (align === "start" ? box.x1 : align === "end" ? box.x2 : (box.x1 + box.x2) / 2) - bands[0] / 2;
      Y[i] = (box.y1 + box.y2) / 2 - bands[1] / 2;
      own.push(box);
    });
  });
  const made = {x: X, y: Y, text: words, placed: labels};
  return {
    facets: facets.map((rows) => rows.filter((i) => labels[i])),
    channels: Object.fromEntries(
      Object.entries(made).map(([name, value]) => [name, {value, scale: null, filter: null}]),
    ),
  };
}

function pointsOf(
  mark: unknown,
  {channels, placing, options: {r = 3, dx = 0, dy = 0, frameAnchor = "middle"}}: Omit<PlaceInput, "facets">,
): {pointOf: (i: number) => Point; radiusOf: (i: number) => number} {
  const {x, y, labelRadius} = channels as Record<string, Plot.Channel>;
  const values = pixelsOf(
    mark,
    {...(x && {x}), ...(y && {y}), ...(labelRadius && {labelRadius})} as Plot.Channels,
    placing,
  );
  const {x1, y1, x2, y2} = frameOf(placing.dimensions);
  const fixed = {
    x: /left$/.test(frameAnchor) ? x1 : /right$/.test(frameAnchor) ? x2 : (x1 + x2) / 2,
    y: /^top/.test(frameAnchor) ? y1 : /^bottom/.test(frameAnchor) ? y2 : (y1 + y2) / 2,
  };
  const along = (axis: "x" | "y", i: number): number =>
    values[axis] ? Number(values[axis][i]) + bandOf(axis, placing) / 2 : fixed[axis];
  return {
    pointOf: (i) => [along("x", i) + dx, along("y", i) + dy],
    radiusOf: (i) => Number(values.labelRadius?.[i] ?? (typeof r === "number" ? r : 3)),
  };
}

function measurer(options: Options, sizes: ArrayLike<unknown> | undefined) {
  const {
    width,
    lineWidth = Number.POSITIVE_INFINITY,
    lines = Number.POSITIVE_INFINITY,
    lineHeight = 1.2,
  } = options;
  const weight = weightOf(options.fontWeight);
  const constant = Number.parseFloat(String(options.fontSize ?? 12)) || 12;
  return (text: string, i: number) => {
    const size = Number(sizes?.[i] ?? constant);
    return measureLabel(text, {size, weight, width: width ?? lineWidth * size, lines, lineHeight});
  };
}

function boxesOf(what: Plot.Mark | Box | Avoided, facet: number, placing: Placing): Iterable<Box> {
  if (typeof what === "function") return what(facet, placing);
  return "x1" in what ? [what] : boxesOfMark(what, facet, placing);
}

const round = (value: number): number => Math.round(value * 100) / 100 || 0;

function renderPlaced(leaderStroke: string | undefined): Plot.RenderFunction {
  return function (this: unknown, index, scales, values, dimensions, context, next) {
    const node = next!(index, scales, values, dimensions, context);
    const {placed} = values as unknown as {placed: PlacedLabel[]};
    const [dx, dy] = (["x", "y"] as const).map((axis) => bandOf(axis, {scales, dimensions, context}) / 2);
    for (const text of node?.querySelectorAll("text") ?? []) {
      const {align, leader} = placed[(text as unknown as {__data__: number}).__data__];
      text.setAttribute("text-anchor", align);
      if (!leader) continue;
      const path = context.document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", `M${leader.map(([x, y]) => `${round(x - dx)},${round(y - dy)}`).join("L")}`);
      path.setAttribute("fill", "none");
      path.setAttribute(
        "stroke",
        leaderStroke ?? text.getAttribute("fill") ?? node?.getAttribute("fill") ?? "currentColor",
      );
      path.setAttribute("stroke-width", "0.75");
      text.before(path);
    }
    return node;
  };
}
