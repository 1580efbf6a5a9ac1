import {type Box, type Point, widen} from "../marks/box.js";
import {sideOf} from "./measure.js";
import {heightOf, type Position, projectPlaces} from "./projectPlaces.js";
import {crowdIn, layOutPanel, type Panel, type PanelOptions, type Way} from "./routePanel.js";

/** Places nearer to each other than this, in pixels, are crowded. */
const crowded = 30;
/** Where a corner is asked for, what counts as crowded grows until there is one. */
const growing = [crowded, 45, 60, 90, 120];

export interface DrawnMap {
  /** The whole, and its corner enlarged if there is one. */
  panels: Panel[];
  /** Where that corner lies. */
  corner: Box | null;
  /** The dots in the corner, which have their names where it is enlarged. */
  dots: Point[];
  /** The numbers of routes, by their rows, whose words have no room. */
  numbers: Map<number, number>;
  height: number;
  fontSize: number;
  lineWidth: number;
}

export interface MapOptions {
  width: number;
  position: (place: string) => Position | undefined;
  /** The line along which a place lies, if it is one. */
  stretch: PanelOptions["stretch"];
  country: PanelOptions["country"];
  /** Whether a corner is enlarged; if it needs to be, where that is not said. */
  inset: boolean | undefined;
  /** How high it may be: then its words are large, as in a small picture. */
  mostHeight?: number | undefined;
}

/**
 * Returns the map, or two: the whole, and its crowded corner beside or below
 * it. A corner is crowded too where words find no room on the whole.
 */
export function layOutMap(ways: readonly Way[], options: MapOptions): DrawnMap {
  const map = drawMap(ways, options);
  if (options.inset !== undefined || options.width < 500 || map.numbers.size === 0) return map;
  const enlarged = drawMap(ways, {...options, inset: true});
  return enlarged.panels.length > 1 && enlarged.numbers.size <= map.numbers.size ? enlarged : map;
}

function drawMap(
  ways: readonly Way[],
  {width, position, stretch, country, inset, mostHeight}: MapOptions,
): DrawnMap {
  const isWide = width >= 800;
  const style = isWide
    ? {fontSize: 16, lineWidth: 2.5, r: 4}
    : mostHeight !== undefined
      ? {fontSize: 18, lineWidth: 4, r: 5}
      : {fontSize: width >= 600 ? 15 : 13, lineWidth: 2, r: 3.5};
  const nothing = {panels: [], corner: null, dots: [], numbers: new Map<number, number>(), height: 0};
  if (ways.length === 0) return {...nothing, ...style};
  const at = (name: string): Position => position(name)!;
  const names = [...new Set(ways.flatMap((way) => way.names))];
  const positions = names.flatMap((name) => stretch(name) ?? [at(name)]);
  const alone = mapOf(positions, width, {most: mostHeight});
  const places = cornerOf(ways, namesAt(names, alone.projection, at), inset);
  const main = places && isWide ? mapOf(positions, width * 0.61, {least: 0.62}) : alone;
  const options = {position: at, stretch, country, ...style};
  const enlarged = places && enlargedOf([...places].map(at), {main: main.frame, width, isWide});
  const lay = (written: readonly Way[]): Panel[] => {
    if (!places || !enlarged) return [layOutPanel(written, {...main, ...options})];
    const near = written.filter((way) => way.names.some((name) => places.has(name)));
    const panel = (
      rows: readonly Way[],
      map: Pick<PanelOptions, "frame" | "projection">,
      isEnlarged: boolean,
    ) => layOutPanel(rows, {...map, ...options, corner: {places, isEnlarged}});
    return [panel(written, main, false), panel(near, enlarged, true)];
  };
  const worded = lay(ways);
  const numbers = numbersOf(ways, worded, width);
  const panels =
    numbers.size > 0
      ? lay(ways.map((way) => ({...way, label: String(numbers.get(way.row) ?? way.label)})))
      : worded;
  const dots = places ? [...namesAt([...places], main.projection, at).values()] : [];
  return {
    panels,
    corner: places ? within(boxAround(dots), main.frame) : null,
    dots,
    numbers,
    height: Math.max(...panels.map(({frame}) => frame.y2)),
    ...style,
  };
}

/** Returns the frame and the projection of a map of all places. */
function mapOf(
  positions: readonly Position[],
  width: number,
  {least, most = Number.POSITIVE_INFINITY}: {least?: number; most?: number | undefined} = {},
) {
  const project = projectPlaces(positions);
  const pad = {x: Math.min(90, width * 0.13), y: 36};
  const trial = project({x1: 0, y1: 0, x2: width, y2: width}, pad);
  const tall = heightOf(trial, positions, {width, least});
  // Lower than this it would show too little of the land between.
  const frame = {x1: 0, y1: 0, x2: width, y2: Math.max(0.75 * tall, Math.min(most, tall))};
  return {frame, projection: project(frame, pad)};
}

/** Returns the frame and the projection of a corner enlarged, beside the map or below it. */
function enlargedOf(
  positions: readonly Position[],
  {main, width, isWide}: {main: Box; width: number; isWide: boolean},
) {
  const side = sideOf(width);
  const top = main.y2 + 18;
  const frame = isWide
    ? {x1: main.x2 + 24, y1: 0, x2: width, y2: main.y2}
    : {x1: side, y1: top, x2: width - side, y2: top + Math.round(width * (width < 500 ? 0.62 : 0.45))};
  const pad = {x: (frame.x2 - frame.x1) * 0.26, y: (frame.y2 - frame.y1) * 0.26};
  return {frame, projection: projectPlaces(positions)(frame, pad)};
}

function namesAt(
  names: readonly string[],
  projection: PanelOptions["projection"],
  at: (name: string) => Position,
): Map<string, Point> {
  return new Map(names.map((name) => [name, projection([...at(name)] as [number, number])!]));
}

/** Returns the places of the corner that is to be enlarged, or null. */
function cornerOf(
  ways: readonly Way[],
  points: ReadonlyMap<string, Point>,
  inset: boolean | undefined,
): Set<string> | null {
  if (inset === false) return null;
  const groups = (inset ? growing : [crowded]).flatMap((near) => crowdIn(points, near) ?? []);
  // Two names find their places; what is hard to see is a way between near places, or a knot of many.
  const isKnot = (group: ReadonlySet<string>): boolean =>
    group.size > 2 ||
    ways.some(({names}) => names.some((name, k) => group.has(name) && group.has(names[k + 1])));
  return groups.find(isKnot) ?? (inset ? groups[0] : undefined) ?? null;
}

/** Returns numbers for the ways whose words found no place; on a phone for all, if any did not or if there are two maps. */
function numbersOf(ways: readonly Way[], panels: readonly Panel[], width: number): Map<number, number> {
  const isWritten = ({row, label}: Way): boolean =>
    label === "" || panels.some(({routes}) => routes.get(row)?.label?.label);
  const unwritten = ways.filter((way) => !isWritten(way));
  const isFull = unwritten.length > 0 || panels.length > 1;
  const numbered = width < 500 && isFull ? ways : unwritten;
  return new Map(numbered.map(({row}, k) => [row, k + 1]));
}

function boxAround(points: readonly Point[]): Box {
  const [X, Y] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return widen({x1: Math.min(...X), y1: Math.min(...Y), x2: Math.max(...X), y2: Math.max(...Y)}, 10);
}

const within = (box: Box, frame: Box): Box => ({
  x1: Math.max(box.x1, frame.x1 + 1),
  y1: Math.max(box.y1, frame.y1 + 1),
  x2: Math.min(box.x2, frame.x2 - 1),
  y2: Math.min(box.y2, frame.y2 - 1),
});
