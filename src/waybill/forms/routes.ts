import {drawLegs} from "../marks/drawWay.js";
import {endOf} from "../marks/end.js";
import {capitalize} from "../model/format.js";
import {textSize} from "../theme.js";
import {memberOf, nameReaderOf} from "./channels.js";
import type {Channel, FormOptions, Rows} from "./Form.js";
import {type JourneyOptions, type JourneyRow, journeys, paintOfWay} from "./journeys.js";
import {type Land, worldCountries, worldLand} from "./land.js";
import {sideOf} from "./measure.js";
import type {Position} from "./projectPlaces.js";
import {drawGround, drawPlaces, drawText, type Grounds} from "./routeDrawing.js";
import {layOutMap} from "./routeLayout.js";
import type {Way} from "./routePanel.js";
import {type Sketch, sketch, sketchRows} from "./sketch.js";
import {stackWords} from "./stackWords.js";
import {type Drawing, startForm} from "./startForm.js";
import {textBlock} from "./textBlock.js";

/** Less than this many pixels are too few for a map. */
const leastMap = 540;

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
  /** The rows that stand in words below the map; those that find no place on it, by default. On a phone all are lines. */
  listed?: Rows<Row>;
  /** What stands above those words. */
  listHead?: string;
  /** Whether the corner where places are crowded is enlarged beside the map; if places lie too close for their names, by default. */
  inset?: boolean;
  /** Land as GeoJSON; by default that of the world at 1:110,000,000, too coarse for a single coast, with the countries that rows name. */
  land?: Land;
}

/**
 * Returns a map of the routes between places, cropped to them, with the goods
 * written on the routes and a crowded corner enlarged. A route is painted by
 * how far the matter got. What finds no room on the map has a number there,
 * and stands below; so does a row whose places are not known. On a phone routes
 * are lines, as journeys are.
 *
 * ```js
 * routes([{origin: "Sfax", destination: "Lampedusa", label: "62,000 people"}], {places: {Sfax: [10.8, 34.7], Lampedusa: [12.6, 35.5]}})
 * ```
 */
export function routes<Row extends RouteRow>(
  given: Iterable<Row>,
  options: RouteFormOptions<Row> = {},
): SVGSVGElement {
  const all = [...given];
  if ((options.width ?? 640) < leastMap) return journeys(all, options as JourneyOptions<Row>);
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
  const isListed = memberOf(options.listed ?? [], all);
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
  const map = layOutMap(ways, {width, position, stretch, country, inset: options.inset});
  const listed = rows.flatMap((row, i) => {
    const isDrawn = ways.some((way) => way.row === i);
    const number = map.numbers.get(i);
    if (isDrawn && number === undefined) return [];
    const isOnMap = map.panels.some(({routes: drawn}) => drawn.get(i)?.label?.label);
    return [{row, i, number: isOnMap ? number : undefined}];
  });
  const side = sideOf(width);
  const indent = listed.some(({number}) => number !== undefined) ? 24 : 0;
  const head = textBlock(
    options.listHead && listed.length > 0
      ? [{text: options.listHead, size: textSize.body, weight: 600, color: color("muted")}]
      : [],
    width - 2 * side,
  );
  const below = map.height > 0 && listed.length > 0 ? map.height + 14 : map.height;
  const top = below + (head.height > 0 ? head.height + 6 : 0);
  const texts = listed.map(({row, i}) => ({
    row: i,
    text: [wayWords(row), labelOf(row)].filter(Boolean).join(": "),
  }));
  const half = (width - 2 * side - 24) / 2;
  const isSplit = texts.length > 2 && indent === 0;
  const middle = isSplit ? Math.ceil(texts.length / 2) : texts.length;
  const columns = [texts.slice(0, middle), texts.slice(middle)].map((own, n) =>
    stackWords(own, {
      x: side + indent + n * (half + 24),
      y: top,
      width: isSplit ? half : width - 2 * side - indent,
    }),
  );
  const list = {
    pieces: columns.flatMap(({pieces}) => pieces),
    bottom: Math.max(...columns.map(({bottom}) => bottom)),
  };
  return form.finish({
    height: list.bottom,
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
          return [
            // On land that is tinted, grey is too faint for a line.
            {color: isStrong(row) ? form.colorOf(row) : color("muted"), strokes},
            ...(route.label
              ? drawText(route.label, {color: ink, leader: color("muted"), size: map.fontSize - 1})
              : []),
          ];
        }),
      ]),
      sketch(head.at(side, below - 2)),
      form.words(list.pieces),
      form.words(
        list.pieces.flatMap((piece, k) => {
          const {number} = listed[k];
          return number === undefined ? [] : [{...piece, x: side, text: String(number)}];
        }),
        {fontWeight: 600},
      ),
      sketch(drawPlaces(map, color)),
    ],
  });
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

routes.shows = {shape: "line", ends: true, paint: true} as const;

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
