import * as Plot from "@observablehq/plot";
import type {Qualifier, Status} from "../model/figure.js";
import {adopt} from "./adopt.js";
import type {Point} from "./box.js";
import {drawAcross, leastWidth} from "./chainAcross.js";
import {drawDown} from "./chainDown.js";
import type {ChainDrawing, ChainInput} from "./chainDrawing.js";
import {type GroundOptions, groundOf, textAt} from "./chainGround.js";
import {drawLanes, lanesOf} from "./chainLanes.js";
import {chainLayout} from "./chainLayout.js";
import {drawLine, lineSizeOf} from "./chainLine.js";
import {spineOf} from "./chainSpine.js";
import {composeRender} from "./composeRender.js";
import {drawWay} from "./drawWay.js";
import {endOf} from "./end.js";
import type {HedgeOptions} from "./hedges.js";
import {frameOf} from "./placing.js";
import {quiet} from "./quiet.js";
import {paintOf, stateOf} from "./state.js";

type Value = Plot.ChannelValue;

/** What a chain reads, besides the options that all marks share: those are the links'. */
export interface ChainOptions extends Plot.MarkOptions, GroundOptions, Omit<HedgeOptions, "low" | "high"> {
  /** Who hands on, and to whom; the columns `from` and `to` by default. */
  from?: Value;
  to?: Value;
  /** What is handed on; the column `label` by default. */
  label?: Value;
  /** Which links may be part of the one way through the chain that runs straight; none by default. */
  spine?: Value;
  /** Whether links are arrows; true by default. */
  heads?: boolean;
  /** Returns the zone, such as a country, that a party stands in; null for none. */
  zone?: (party: string) => string | null;
  /** Returns a few words on who a party is; null for none. */
  note?: (party: string) => string | null;
  /** "across" from left to right, "down" from top to bottom, "line" for one way without branches; whichever fits by default. */
  orient?: "across" | "down" | "line" | "auto";
}

const lineWidth = 2;
const spineWidth = 3.5;

type Columns = Record<string, {value?: ArrayLike<unknown> | null} | undefined>;

/**
 * Returns a mark that draws who hands what on to whom: parties in boxes, links
 * between them with what is handed on, zones behind. Links run past boxes, end
 * on them, and cross as little as they may; what is one way without branches is
 * a line with stations, where there is room. A link is painted by how far the
 * matter got and ends as firmly as it is stated. In a plot of its own the chain
 * is as high as it needs to be; elsewhere chainHeight says how high that is.
 *
 * ```js
 * hedgedChain(links, {from: "supplier", to: "recipient", label: "goods", href: "href"}).plot({width: 640})
 * ```
 */
export function hedgedChain(edges: Plot.Data, options: ChainOptions = {}): Plot.Link {
  const {
    from,
    to,
    label,
    spine = () => false,
    heads = true,
    qualifier,
    status,
    derived,
    zone,
    note,
    orient,
    fontSize,
    boxFill,
    boxStroke,
    zoneFill,
    ...link
  } = options;
  const {textFill, mutedFill, tip, ...rest} = link;
  const read = {from, to, label, spine, qualifier, status, derived};
  const extra = Object.fromEntries(
    Object.entries(read).map(([name, value = name]) => [
      name,
      {value: {transform: (data: Plot.Data) => Plot.valueof(data, value) ?? []}, scale: null, filter: null},
    ]),
  );
  const nowhere = {value: () => 0, scale: null};
  const mark = Plot.link(edges, {
    ...Plot.initializer(
      {...rest, channels: {...(rest.channels as object), ...extra}},
      (_data, facets, channels, _scales, dimensions) => place(facets, {channels, dimensions, options}),
    ),
    ...(tip ? {tip: quiet(tip, Object.keys(read))} : {}),
    curve: "linear",
    x1: nowhere,
    y1: nowhere,
    render: composeRender(rest.render, renderChain(options)),
  } as unknown as Plot.LinkOptions);
  return Object.assign(mark, {
    plot: ({width = 640, ...more}: Plot.PlotOptions = {}) =>
      Plot.plot({
        width,
        height: chainHeight(edges, {...options, width}),
        margin: 0,
        ...more,
        marks: [...(more.marks ?? []), mark],
      }),
  });
}

/** Returns how high a chain is at a width; 640 by default. */
export function chainHeight(
  edges: Plot.Data,
  {width = 640, ...options}: ChainOptions & {width?: number} = {},
): number {
  const {from = "from", to = "to", label = "label", status = "status", spine = () => false} = options;
  const columns = Object.fromEntries(
    Object.entries({from, to, label, status, spine}).map(([name, value]) => [
      name,
      {value: Plot.valueof(edges, value)},
    ]),
  );
  const rows = Array.from(columns.from.value ?? [], (_, i) => i);
  return draw(linksOf(columns, rows), width, options).height;
}

type Link = ChainInput["links"][number] & {i: number; isSpine: boolean};

function linksOf(columns: Columns, rows: readonly number[]): Link[] {
  const text = (name: string, i: number): string => String(columns[name]?.value?.[i] ?? "");
  const links = rows
    .map((i) => ({
      i,
      from: text("from", i),
      to: text("to", i),
      label: text("label", i),
      group: stateOf(columns.status?.value?.[i] as Status | null),
      mayBeSpine: Boolean(columns.spine?.value?.[i]),
    }))
    .filter(({from, to}) => from !== "" && to !== "");
  const spine = spineOf(links);
  return links.map((link, k) => ({...link, isSpine: spine.has(k)}));
}

function draw(links: ChainInput["links"], width: number, options: ChainOptions): ChainDrawing {
  const {zone = () => null, note = () => null, orient = "auto", fontSize = 13} = options;
  const input = {links, zoneOf: zone, noteOf: note, fontSize};
  if (links.length === 0) return {width, height: 0, fontSize, parties: [], links: [], zones: []};
  const lanes = orient === "auto" ? lanesOf(links, zone, width) : null;
  if (lanes) return drawLanes(input, lanes, width);
  const lineSize = lineSizeOf(links, width);
  if (orient === "line" || (orient === "auto" && lineSize))
    return drawLine({...input, fontSize: lineSize ?? fontSize}, width);
  if (orient !== "auto") return orient === "across" ? drawAcross(input, width) : drawDown(input, width);
  const columns = (chainLayout(links).layers.length + 1) / 2;
  const isWide =
    width >=
    leastWidth(
      columns,
      links.some(({label}) => label),
    );
  return isWide ? drawAcross(input, width) : drawDown(input, width);
}

interface Placed {
  link: ChainDrawing["links"][number] & {isSpine: boolean};
  /** The drawing of the facet that the link is in, and where it begins. */
  drawing: ChainDrawing;
  at: Point;
}

function place(
  facets: number[][],
  {
    channels,
    dimensions,
    options,
  }: {channels: Plot.Channels; dimensions: Plot.Dimensions; options: ChainOptions},
): ReturnType<Plot.InitializerFunction> {
  const frame = frameOf(dimensions);
  const placed: Placed[] = [];
  for (const rows of facets) {
    const links = linksOf(channels as Columns, [...rows]);
    const drawing = draw(links, frame.x2 - frame.x1, options);
    const at: Point = [frame.x1, frame.y1 + Math.max(0, (frame.y2 - frame.y1 - drawing.height) / 2)];
    links.forEach(({i}, k) => {
      placed[i] = {link: {...drawing.links[k], isSpine: links[k].isSpine}, drawing, at};
    });
  }
  const ends = (end: 0 | -1, axis: 0 | 1): number[] =>
    placed.map(({link: {points}, at}) => at[axis] + points.at(end)![axis]);
  const made = {x1: ends(0, 0), y1: ends(0, 1), x2: ends(-1, 0), y2: ends(-1, 1), placed};
  return {
    facets: facets.map((rows) => [...rows].filter((i) => placed[i])),
    channels: Object.fromEntries(
      Object.entries(made).map(([name, value]) => [name, {value, scale: null, filter: null}]),
    ),
  };
}

function renderChain(options: ChainOptions): Plot.RenderFunction {
  return function (this: unknown, index, scales, values, dimensions, context, next) {
    const node = next!(index, scales, values, dimensions, context);
    if (!node) return node;
    const {placed, qualifier, status, derived} = values as unknown as {
      placed: Placed[];
      qualifier: (Qualifier | null)[];
      status: (Status | null)[];
      derived: unknown[];
    };
    const {document} = context;
    const {textFill = "currentColor", heads = true} = options;
    const paint = (i: number) => paintOf(stateOf(status[i]), Boolean(derived[i]));
    adopt(
      node,
      (_path, i) => {
        const {link, at} = placed[i as number];
        const points = link.points.map(([x, y]): Point => [x + at[0], y + at[1]]);
        const width = link.isSpine ? spineWidth : lineWidth;
        return drawWay(points, endOf(qualifier[i as number]), paint(i as number), {heads, width});
      },
      document,
    );
    for (const group of node.querySelectorAll("g")) {
      const {link, at, drawing} = placed[(group as unknown as {__data__: number}).__data__] ?? {};
      if (link?.label && at && drawing)
        group.append(
          textAt(document, link.label, {at, part: "label", fontSize: drawing.fontSize, fill: textFill}),
        );
    }
    const {drawing, at} = placed[index[0]];
    node.prepend(groundOf(drawing, {at, options, document}));
    return node;
  };
}
