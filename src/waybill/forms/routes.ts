import {drawLegs} from "../marks/drawWay.js";
import {endOf} from "../marks/end.js";
import {capitalize} from "../model/format.js";
import {memberOf, nameReaderOf, wordsOf} from "./channels.js";
import type {Channel, Form, FormOptions, Rows} from "./Form.js";
import {type JourneyOptions, type JourneyRow, journeys, paintOfWay} from "./journeys.js";
import {type Land, worldCountries, worldLand} from "./land.js";
import {sideOf} from "./measure.js";
import type {Position} from "./projectPlaces.js";
import {drawGround, drawPlaces, drawText, type Grounds} from "./routeDrawing.js";
import {layOutMap} from "./routeLayout.js";
import {type ListedRow, routeList} from "./routeList.js";
import type {Way} from "./routePanel.js";
import {type Sketch, sketch, sketchRows} from "./sketch.js";
import {stack} from "./stack.js";
import {type Drawing, startForm} from "./startForm.js";

/** Less than this many pixels are too few for a map. */
const leastMap = 540;
/** Width from which words of rows stand beside the map, the width of their column, and what is between. */
const leastBeside = 800;
const leastListed = 3;
const listWidth = 236;
const listGap = 32;

/** A row in which something goes from place to place; where they lie may stand in columns such as `origin_x` and `origin_y`. */
export type RouteRow = JourneyRow;

type Where = Position | readonly Position[];

export interface RouteFormOptions<Row extends RouteRow = RouteRow> extends FormOptions<Row> {
  /**
   * Where places lie, by their names: longitude and latitude; or several along
   * a large country or a coast: routes end on that line, spread.
   */
  places?: ReadonlyMap<string, Where> | Readonly<Record<string, Where>>;
  /** Names of places; the columns `origin`, `via` and `destination`, or `from` and `to`, by default. */
  from?: Channel<Row, string>;
  via?: Channel<Row, string>;
  to?: Channel<Row, string>;
  /** The rows that stand in words below the map; by default those with a heading there, and those that find no place on it. On a phone the others are lines. */
  listed?: Rows<Row>;
  /** What stands above those words. */
  listHead?: string;
  /** The small heading under which a row's words stand; none by default. */
  listGroup?: Channel<Row, string>;
  /** What a row is called there; its label by default. */
  listLabel?: Channel<Row, string>;
  /** Whether the corner where places are crowded is enlarged beside the map; if places lie too close for their names, by default. */
  inset?: boolean;
  /** Land as GeoJSON; by default that of the world at 1:110,000,000, too coarse for a single coast, with the countries that rows name. */
  land?: Land;
}

/**
 * Returns a map of the routes between places, cropped to them, with the goods
 * written on the routes and a crowded corner enlarged. A route is painted by
 * how far the matter got. What finds no room on the map has a number there,
 * and stands below, or on a wide page beside it; so does a row whose places are
 * not known. On a phone routes are lines, as journeys are.
 *
 * ```js
 * routes([{origin: "Sfax", destination: "Lampedusa", label: "62,000 people"}], {places: {Sfax: [10.8, 34.7], Lampedusa: [12.6, 35.5]}})
 * ```
 */
export function routes<Row extends RouteRow>(
  given: Iterable<Row>,
  options: RouteFormOptions<Row> = {},
): SVGSVGElement {
  const all = ledRows([...given], options);
  if ((options.width ?? 640) >= leastMap || options.mostHeight !== undefined) return onMap(all, options);
  const isListed = listedIn(all, options);
  const lines: Form<Row> = (rows, own) => journeys(rows, {...(options as JourneyOptions<Row>), ...own});
  const words: Form<Row> = (rows, own) =>
    onMap([...rows], {...options, ...own, listed: () => true, listHead: ""});
  if (!all.some(isListed)) return lines(all, options);
  return stack<Row>([{of: (row) => !isListed(row), form: lines}, {form: words}])(all, options);
}
routes.shows = {shape: "line", ends: true, paint: true} as const;

/** Returns the rows that are to stand in words: by default those with a heading there. */
function listedIn<Row extends RouteRow>(
  rows: readonly Row[],
  {listed, listGroup}: Pick<RouteFormOptions<Row>, "listed" | "listGroup">,
): (row: Row) => boolean {
  const groupOf = wordsOf(listGroup, () => "");
  return listed === undefined ? (row) => groupOf(row) !== "" : memberOf(listed, rows);
}

function onMap<Row extends RouteRow>(all: Row[], options: RouteFormOptions<Row>): SVGSVGElement {
  const stretch = stretchesOf(options.places);
  const position = positionsOf(all, options.places);
  const [from, via, to] = [
    nameReaderOf<Row>(options.from, "origin", "from"),
    nameReaderOf<Row>(options.via, "via"),
    nameReaderOf<Row>(options.to, "destination", "to"),
  ];
  const wayWords = (row: Row): string =>
    capitalize(
      [from(row), to(row) && `to ${to(row)}`, via(row) && `via ${via(row)}`].filter(Boolean).join(" "),
    );
  const form: Drawing<Row> = startForm(all, {
    ...options,
    name: options.name ?? ((row) => [form.labelOf(row), wayWords(row)].filter(Boolean).join(", ")),
  });
  const {rows, width, color, labelOf, isStrong} = form;
  const [groupOf, listLabelOf] = [wordsOf(options.listGroup, () => ""), wordsOf(options.listLabel, labelOf)];
  const isListed = listedIn(all, options);
  const country = (place: string): Land | undefined => (options.land ? undefined : worldCountries.get(place));
  const ways = rows.flatMap((row, i): Way[] => {
    const ends = [from(row), to(row)];
    if (isListed(row)) return [];
    if (ends.some((place) => place !== null && !position(place))) return [];
    const stops = [ends[0], via(row), ends[1]].flatMap((place) =>
      place !== null && position(place) ? place : [],
    );
    const names = stops.filter((place, k) => place !== stops[k - 1]);
    return names.length > 1 ? [{row: i, names, label: labelOf(row)}] : [];
  });
  const isWritten = (row: Row, i: number): boolean => isListed(row) || ways.every((way) => way.row !== i);
  // On a wide page the words have a column beside the map.
  const isBeside = width >= leastBeside && ways.length > 0 && rows.filter(isWritten).length >= leastListed;
  const mapWidth = isBeside ? width - listWidth - listGap : width;
  const map = layOutMap(ways, {
    width: mapWidth,
    position,
    stretch,
    country,
    inset: options.inset,
    mostHeight: options.mostHeight,
  });
  const listed = rows.flatMap((row, i): ListedRow[] => {
    const number = map.numbers.get(i);
    if (!isWritten(row, i) && number === undefined) return [];
    const isOnMap = map.panels.some(({routes: drawn}) => drawn.get(i)?.label?.label);
    return [
      {
        row: i,
        label: listLabelOf(row),
        way: wayWords(row),
        number: isOnMap ? number : undefined,
        group: groupOf(row),
        colors: {label: form.inkOf(row), way: color("muted")},
      },
    ];
  });
  const side = sideOf(width);
  const list = routeList(listed, {
    ...(isBeside
      ? {x: mapWidth + listGap, y: 0, width: listWidth}
      : {x: side, y: map.height > 0 ? map.height + 14 : 0, width: width - 2 * side}),
    head: options.listHead,
    color,
  });
  const listTop = isBeside || map.height === 0 ? 0 : map.height + 14;
  return form.finish({
    height: list.height > 0 ? Math.max(map.height, listTop + list.height) : map.height,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    marks: [
      sketch(drawGround(map, groundsOf(ways, options.land, country), color)),
      sketchRows(rows, (row, i): Sketch[] => [
        ...map.panels.flatMap(({routes: drawn}): Sketch[] => {
          const route = drawn.get(i);
          if (!route) return [];
          const paint = paintOfWay(row);
          const strokes = drawLegs(route.legs, endOf(row.qualifier), paint, {
            gap: route.gap,
            width: map.lineWidth * (options.emphasis && isStrong(row) ? 1.6 : 1),
          });
          const ink = color(isStrong(row) || paint.fill === 1 ? "ink" : "muted");
          const isLed = options.emphasis !== undefined && isStrong(row);
          return [
            // On land that is tinted, grey is too faint for a line.
            {color: isStrong(row) ? form.colorOf(row) : color("muted"), strokes},
            ...(route.label
              ? drawText(route.label, {
                  color: isLed ? form.colorOf(row) : ink,
                  leader: color("muted"),
                  size: map.fontSize - 1,
                  weight: isLed ? 600 : 400,
                })
              : []),
          ];
        }),
        ...list.row(i),
      ]),
      sketch(list.frame),
      sketch(drawPlaces(map, color)),
    ],
  });
}
/** Returns the rows that a headline is about, for a small picture: those in emphasis; all for any other. */
function ledRows<Row extends RouteRow>(
  rows: Row[],
  {mostHeight, emphasis}: Pick<FormOptions<Row>, "mostHeight" | "emphasis">,
): Row[] {
  const led = mostHeight === undefined ? [] : rows.filter(memberOf(emphasis, rows));
  return led.length > 0 ? led : rows;
}

/** Returns the land of all countries, of those that ways name, and of those where they end. */
function groundsOf(
  ways: readonly Way[],
  land: Land = worldLand,
  country: (place: string) => Land | undefined,
): Grounds {
  const shapesOf = (names: Iterable<string>): Land[] =>
    [...new Set(names)].flatMap((name) => country(name) ?? []);
  const ends = shapesOf(ways.map(({names}) => names[names.length - 1]));
  const named = shapesOf(ways.flatMap(({names}) => names)).filter((shape) => !ends.includes(shape));
  return {land, named, ends};
}

/** Returns the lines along which places lie, by their names. */
function stretchesOf(
  places: RouteFormOptions["places"] = {},
): (place: string) => readonly Position[] | undefined {
  const all = places instanceof Map ? [...places] : Object.entries(places as Record<string, Where>);
  const lines = new Map(
    all.filter((entry): entry is [string, Position[]] => typeof entry[1][0] !== "number"),
  );
  return (place) => lines.get(place);
}

function positionsOf<Row extends object>(
  rows: readonly Row[],
  places: RouteFormOptions["places"] = {},
): (place: string) => Position | undefined {
  const given = places instanceof Map ? [...places] : Object.entries(places as Record<string, Where>);
  const known = new Map(
    given.map(([name, at]) => [
      name,
      (typeof at[0] === "number" ? at : at[Math.floor(at.length / 2)]) as Position,
    ]),
  );
  for (const row of rows as readonly Record<string, unknown>[])
    for (const end of ["origin", "via", "destination", "from", "to"]) {
      const [name, x, y] = [row[end], row[`${end}_x`], row[`${end}_y`]];
      if (typeof name === "string" && typeof x === "number" && typeof y === "number" && !known.has(name))
        known.set(name, [x, y]);
    }
  return (place) => known.get(place);
}
