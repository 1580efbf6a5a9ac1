import * as Plot from "@observablehq/plot";
import type {Qualifier, Status} from "../model/figure.js";
import {fontFamily} from "../theme.js";
import {adopt} from "./adopt.js";
import {around, isWithin, type Point} from "./box.js";
import {composeRender} from "./composeRender.js";
import {drawLegs} from "./drawWay.js";
import {endOf} from "./end.js";
import type {HedgeOptions} from "./hedges.js";
import {frameOf, type Placing, pointOf} from "./placing.js";
import {quiet} from "./quiet.js";
import type {Stop} from "./routeCurves.js";
import {lineHeight, mapRoutes, type RouteMap, type RouteText} from "./routeMap.js";
import {entitle, setText} from "./setText.js";
import {paintOf, stateOf} from "./state.js";

type Value = Plot.ChannelValue;
type Position = readonly [x: number, y: number];

/** What routes read, besides the options that all marks share. */
export interface RoutesOptions extends Plot.MarkOptions, Omit<HedgeOptions, "low" | "high"> {
  /** Where places lie: longitude and latitude under a projection, else x and y. */
  places: ReadonlyMap<string, Position> | Readonly<Record<string, Position>>;
  /** Names of the places where a route begins and ends; the columns `from` and `to` by default. One may be null. */
  from?: Value;
  to?: Value;
  /** The place that a route passes, or an array of them; the column `via` by default. */
  via?: Value;
  /** What goes there; the column `label` by default. */
  label?: Value;
  /** Width of a label's line in pixels; 120 by default. */
  labelWidth?: number;
  /** Radius of the dots at places; 3.5 by default. */
  r?: number;
  /** Size of the places' names; 13 by default. Labels are a pixel smaller, never below 12. */
  fontSize?: number;
  textFill?: string;
  mutedFill?: string;
  /** Called with the rows that are not drawn, if any: one of their places is unknown or outside the frame. */
  onOutside?: (rows: unknown[]) => void;
}

type Columns = Record<string, {value?: ArrayLike<unknown> | null} | undefined>;
const columns = ["from", "via", "to", "label", "qualifier", "status", "derived"] as const;

/**
 * Returns a mark that draws routes between places, through others if a row says
 * so, over the projection of its plot or its x and y scales. Routes between the
 * same places fan out, end at their dots, and are painted by how far the matter
 * got; names and labels stand where they cover neither each other nor a route.
 *
 * ```js
 * Plot.plot({projection: "equal-earth", marks: [
 *   Plot.geo(land),
 *   hedgedRoutes(shipments, {from: "origin", to: "destination", label: "goods", places: {Oslo: [10.7, 59.9], …}})
 * ]})
 * ```
 */
export function hedgedRoutes(rows: Plot.Data, options: RoutesOptions): Plot.Link {
  const {places, labelWidth, r, fontSize, textFill, mutedFill, onOutside, tip, ...link} = options;
  const {from, via, to, label, qualifier, status, derived, ...rest} = link;
  const read = {from, via, to, label, qualifier, status, derived};
  const position = positionsOf(places);
  const extra = Object.fromEntries(
    columns.map((name) => [name, {value: column(read[name] ?? name), scale: null, filter: null}]),
  );
  // Where the first and the last place lie, so that scales without a projection know.
  const end = (name: "from" | "to", axis: 0 | 1) => ({
    transform: (data: Plot.Data) =>
      Array.from(
        Plot.valueof(data, read[name] ?? name) ?? [],
        (place) => position(place)?.[axis] ?? Number.NaN,
      ),
    label: null,
  });
  return Plot.link(rows, {
    ...Plot.initializer(
      {...rest, channels: {...(rest.channels as object), ...extra}},
      (data, facets, channels, scales, dimensions, context) =>
        place(facets, {data, channels, options, placing: {scales, dimensions, context}}),
    ),
    ...(tip ? {tip: quiet(tip, columns)} : {}),
    curve: "linear",
    x1: end("from", 0),
    y1: end("from", 1),
    x2: end("to", 0),
    y2: end("to", 1),
    render: composeRender(rest.render, renderRoutes(options)),
  } as unknown as Plot.LinkOptions);
}

const column = (value: Value) => ({transform: (data: Plot.Data) => Plot.valueof(data, value) ?? []});

function positionsOf(places: RoutesOptions["places"]): (place: unknown) => Position | undefined {
  const known = places instanceof Map ? places : new Map(Object.entries(places));
  return (place) => known.get(String(place));
}

interface PlaceInput {
  data: unknown[];
  channels: Plot.Channels;
  options: RoutesOptions;
  placing: Placing;
}

function place(
  facets: number[][],
  {data, channels, options, placing}: PlaceInput,
): ReturnType<Plot.InitializerFunction> {
  const {onOutside, places: known} = options;
  const value = (name: (typeof columns)[number], i: number) => (channels as Columns)[name]?.value?.[i];
  const [position, toPixels, frame] = [positionsOf(known), pointOf(placing), frameOf(placing.dimensions)];
  const stopAt = (name: string): Stop | null => {
    const found = position(name);
    const at = found ? toPixels(found) : null;
    return at && isWithin(around(at, 0), frame) ? {name, at, r: options.r ?? 3.5} : null;
  };
  const maps: RouteMap[] = [];
  const outside = new Set<number>();
  const kept = facets.map((rows) => {
    const drawn = [...rows].flatMap((i) => {
      const names = [value("from", i), value("via", i), value("to", i)]
        .flat()
        .filter((name) => name != null && name !== "");
      const stops = names.flatMap((name) => stopAt(String(name)) ?? []);
      if (stops.length === names.length && stops.length > 1)
        return {i, stops, label: String(value("label", i) ?? "")};
      outside.add(i);
      return [];
    });
    const map = mapRoutes(drawn, frame, options);
    for (const {i} of drawn) maps[i] = map;
    return drawn.map(({i}) => i);
  });
  if (outside.size > 0) onOutside?.([...outside].map((i) => data[i]));
  const ways: RouteMap["routes"] = [];
  for (const map of new Set(maps)) for (const route of map?.routes ?? []) ways[route.i] = route;
  const ends = (n: 0 | -1, axis: 0 | 1): number[] => ways.map(({points}) => points.at(n)![axis]);
  const made = {x1: ends(0, 0), y1: ends(0, 1), x2: ends(-1, 0), y2: ends(-1, 1), ways, maps};
  return {
    facets: kept,
    channels: Object.fromEntries(
      Object.entries(made).map(([name, values]) => [name, {value: values, scale: null, filter: null}]),
    ),
  };
}

function renderRoutes(options: RoutesOptions): Plot.RenderFunction {
  return function (this: unknown, index, scales, values, dimensions, context, next) {
    const node = next!(index, scales, values, dimensions, context);
    if (!node) return node;
    const {fontSize = 13, textFill = "currentColor", mutedFill = textFill} = options;
    const {document} = context;
    const {ways, maps, qualifier, status, derived} = values as unknown as {
      ways: RouteMap["routes"];
      maps: RouteMap[];
      qualifier: (Qualifier | null)[];
      status: (Status | null)[];
      derived: unknown[];
    };
    adopt(
      node,
      (_path, row) => {
        const i = row as number;
        const paint = paintOf(stateOf(status[i]), Boolean(derived[i]));
        return drawLegs(ways[i].legs, endOf(qualifier[i]), paint, {gap: ways[i].gap});
      },
      document,
    );
    const write = (
      group: Element,
      {text, label, words}: RouteText,
      {size, weight}: {size: number; weight?: number},
    ): void => {
      if (!label) {
        entitle(group, words);
        return;
      }
      const {box, align, leader} = label;
      if (leader) group.append(lineTo(document, leader, mutedFill));
      const x = align === "start" ? box.x1 : align === "end" ? box.x2 : (box.x1 + box.x2) / 2;
      const written = setText(document, {
        x,
        y: (box.y1 + box.y2) / 2,
        lines: text.lines,
        anchor: align,
        size,
        lineHeight,
        fill: textFill,
        family: fontFamily,
        ...(weight === undefined ? {} : {weight}),
      });
      group.append(written);
    };
    for (const group of node.querySelectorAll("g")) {
      const way = ways[(group as unknown as {__data__: number}).__data__];
      if (way?.label) write(group, way.label, {size: Math.max(12, fontSize - 1)});
    }
    const dots = document.createElementNS("http://www.w3.org/2000/svg", "g");
    dots.setAttribute("stroke", "none");
    dots.setAttribute("fill", textFill);
    for (const {stop, name} of maps[index[0]].places) {
      const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      const [cx, cy] = stop.at.map((value) => Math.round(value * 10) / 10);
      for (const [attribute, value] of Object.entries({cx, cy, r: stop.r}))
        dot.setAttribute(attribute, String(value));
      dots.append(dot);
      write(name.label ? dots : dot, name, {size: fontSize, weight: 600});
    }
    node.append(dots);
    return node;
  };
}

function lineTo(document: Document, line: readonly Point[], stroke: string): Element {
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute(
    "d",
    `M${line.map(([x, y]) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`).join("L")}`,
  );
  path.setAttribute("fill", "none");
  path.setAttribute("stroke", stroke);
  path.setAttribute("stroke-width", "0.75");
  return path;
}
