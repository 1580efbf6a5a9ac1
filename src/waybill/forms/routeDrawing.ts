import type {Box, Point} from "../marks/box.js";
import {widen} from "../marks/box.js";
import {drawDot} from "../marks/drawDot.js";
import {lineHeight, type RouteText} from "../marks/routeMap.js";
import {paintOf} from "../marks/state.js";
import type {ColorName} from "../theme.js";
import {type Land, landPath} from "./land.js";
import {heightOf, type Position, projectPlaces} from "./projectPlaces.js";
import {crowdIn, layOutPanel, type Panel, type Way} from "./routePanel.js";
import type {Sketch} from "./sketch.js";

/** Places nearer to each other than this, in pixels, have no room for their names. */
const crowded = 30;

export interface DrawnMap {
  panels: Panel[];
  /** Where the corner lies that the second panel enlarges. */
  corner: Box | null;
  /** The numbers of routes, by their rows, whose words have no room. */
  numbers: Map<number, number>;
  /** The dots of the corner, which have their names where it is enlarged. */
  dots: Point[];
  height: number;
  fontSize: number;
  lineWidth: number;
}

interface MapOptions {
  width: number;
  position: (place: string) => Position | undefined;
  inset: boolean | undefined;
}

/** Returns the map, or two: the whole, and its crowded corner beside or below it. */
export function layOutMap(ways: readonly Way[], {width, position, inset}: MapOptions): DrawnMap {
  const isWide = width >= 800;
  const [fontSize, lineWidth, r] = isWide ? [15, 2.5, 4] : [13, 2, 3.5];
  const empty = {
    panels: [],
    corner: null,
    numbers: new Map<number, number>(),
    dots: [],
    height: 0,
    fontSize,
    lineWidth,
  };
  if (ways.length === 0) return empty;
  const names = [...new Set(ways.flatMap((way) => way.names))];
  const positions = names.map((name) => position(name)!);
  const project = projectPlaces(positions);
  const pad = (frame: Box) => ({x: Math.min(90, (frame.x2 - frame.x1) * 0.13), y: 36});
  const panelIn = (x1: number, x2: number) => {
    const trial = {x1, y1: 0, x2, y2: x2 - x1};
    const frame = {...trial, y2: heightOf(project(trial, pad(trial)), positions, x2 - x1)};
    const projection = project(frame, pad(frame));
    const points = new Map(
      names.map((name, i): [string, Point] => [name, projection([...positions[i]] as [number, number])!]),
    );
    return {frame, projection, points};
  };
  const alone = panelIn(0, width);
  const reach = inset === true ? [crowded, 45, 60, 90, 120] : inset === false ? [] : [crowded];
  // Two names find their places; what is hard to see is a way between near places, or a knot of many.
  const isWorthIt = (group: ReadonlySet<string>): boolean =>
    group.size > 2 ||
    ways.some(({names: own}) => own.some((name, k) => group.has(name) && group.has(own[k + 1])));
  const crowdOf = (points: ReadonlyMap<string, Point>): Set<string> | null => {
    const groups = reach.flatMap((near) => crowdIn(points, near) ?? []);
    return groups.find(isWorthIt) ?? (inset ? groups[0] : undefined) ?? null;
  };
  const places = crowdOf(alone.points);
  const main = places && isWide ? panelIn(0, width * 0.6) : alone;
  const options = {position, fontSize, r};
  const lay = (labelled: readonly Way[]): Panel[] => {
    if (!places) return [layOutPanel(labelled, {...main, ...options})];
    const isInside = ({names: own}: Way): boolean => own.every((name) => places.has(name));
    const frame = isWide
      ? {x1: width * 0.64, y1: 0, x2: width, y2: main.frame.y2}
      : {
          x1: width < 500 ? 16 : 0,
          y1: main.frame.y2 + 18,
          x2: width - (width < 500 ? 16 : 0),
          y2: main.frame.y2 + 18 + width * 0.62,
        };
    const projection = projectPlaces([...places].map((name) => position(name)!))(frame, {
      x: (frame.x2 - frame.x1) * 0.26,
      y: (frame.y2 - frame.y1) * 0.26,
    });
    const close = labelled.filter(({names: own}) => own.some((name) => places.has(name)));
    return [
      layOutPanel(labelled, {...main, ...options, corner: {places, isEnlarged: false}}),
      layOutPanel(
        close.map((way) => (isInside(way) || /^\d+$/.test(way.label) ? way : {...way, label: ""})),
        {frame, projection, ...options, corner: {places, isEnlarged: true}},
      ),
    ];
  };
  let panels = lay(ways);
  const isWritten = ({row, label}: Way): boolean =>
    label === "" || panels.some(({routes}) => routes.get(row)?.label?.label);
  const unwritten = ways.filter((way) => !isWritten(way));
  // On a phone words and numbers do not mix.
  const numbered = unwritten.length > 0 && width < 500 ? ways : unwritten;
  const numbers = new Map(numbered.map(({row}, k) => [row, k + 1]));
  if (numbers.size > 0)
    panels = lay(ways.map((way) => ({...way, label: String(numbers.get(way.row) ?? way.label)})));
  const dots = places ? [...places].map((name) => main.points.get(name)!) : [];
  return {
    panels,
    corner: places ? widen(boxAround(dots), 10) : null,
    numbers,
    dots,
    height: Math.max(...panels.map(({frame}) => frame.y2)),
    fontSize,
    lineWidth,
  };
}

const boxAround = (points: readonly Point[]): Box => {
  const [X, Y] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {x1: Math.min(...X), y1: Math.min(...Y), x2: Math.max(...X), y2: Math.max(...Y)};
};

const outline = ({x1, y1, x2, y2}: Box): string =>
  `M${[
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ]
    .map((point) => point.map(Math.round).join(","))
    .join("L")}Z`;

/** Returns the land of each panel, and the frames of a corner and of what enlarges it. */
export function drawGround(
  {panels, corner}: DrawnMap,
  land: Land,
  color: (name: ColorName) => string,
): Sketch[] {
  const [, enlarged] = panels;
  return [
    {color: color("land"), strokes: panels.map(({projection}) => ({d: landPath(land, projection), fill: 1}))},
    ...(corner && enlarged
      ? [
          {
            color: color("muted"),
            strokes: [corner, widen(enlarged.frame, -0.5)].map((box) => ({d: outline(box), width: 1})),
          },
        ]
      : []),
  ];
}

/** Returns the dots and names of places. */
export function drawPlaces({panels, dots, fontSize}: DrawnMap, color: (name: ColorName) => string): Sketch[] {
  const ink = color("ink");
  const dot = ([x, y]: Point, r: number) => drawDot({x, y, r}, "square", paintOf("happened"));
  return [
    {color: ink, strokes: dots.flatMap((at) => dot(at, 2.5))},
    ...panels.flatMap(({places}) =>
      places.flatMap(({stop, name}) => [
        {color: ink, strokes: dot(stop.at, stop.r)},
        ...drawText(name, {color: ink, leader: color("muted"), size: fontSize, weight: 600}),
      ]),
    ),
  ];
}

/** Returns a text where it has its place, with the line that leads to it; nothing without a place. */
export function drawText(
  {text, label}: RouteText,
  {color, leader, size, weight = 400}: {color: string; leader: string; size: number; weight?: number},
): Sketch[] {
  if (!label) return [];
  const {box, align} = label;
  const x = align === "start" ? box.x1 : align === "end" ? box.x2 : (box.x1 + box.x2) / 2;
  const line = label.leader
    ?.map((point) => point.map((value) => Math.round(value * 10) / 10).join(","))
    .join("L");
  return [
    ...(line ? [{color: leader, strokes: [{d: `M${line}`, width: 0.75}]}] : []),
    {
      color,
      words: [{x, y: (box.y1 + box.y2) / 2, lines: text.lines, anchor: align, size, weight, lineHeight}],
    },
  ];
}
