import {type GeoPermissibleObjects, type GeoProjection, geoContains, geoPath} from "d3";
import {feature} from "topojson-client";
import type {GeometryCollection, Topology} from "topojson-specification";
// @ts-expect-error: TypeScript wants `with {type: "json"}`, which a page's parser cannot read; all that run this need none.
import atlas from "world-atlas/countries-110m.json";
import type {Point} from "../marks/box.js";

/** Land as GeoJSON. */
export type Land = GeoPermissibleObjects;

const topology = atlas as unknown as Topology<{
  land: GeometryCollection;
  countries: GeometryCollection<{name: string}>;
}>;

/** The land of the world, for maps of several countries. */
export const worldLand: Land = feature(topology, "land");

type Polygon = [longitude: number, latitude: number][][];

/** Natural Earth draws borders as they are held; land that the United Nations' General Assembly counts as another country's is that country's here. */
const counted: readonly {at: [longitude: number, latitude: number]; as: string}[] = [
  {at: [34.2, 45.2], as: "Ukraine"},
];

/** The countries of the world by their names. */
export const worldCountries: ReadonlyMap<string, Land> = countriesOf(
  feature(topology, topology.objects.countries).features.flatMap(({properties: {name}, geometry}) => {
    const polygons =
      geometry.type === "Polygon"
        ? [geometry.coordinates]
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates
          : [];
    return polygons.map((polygon) => ({name, polygon: polygon as Polygon}));
  }),
);

function countriesOf(parts: readonly {name: string; polygon: Polygon}[]): Map<string, Land> {
  const countries = new Map<string, {type: "MultiPolygon"; coordinates: Polygon[]}>();
  for (const {name, polygon} of parts) {
    const other = counted.find(({at}) => geoContains({type: "Polygon", coordinates: polygon}, at));
    const owner = other?.as ?? name;
    const country = countries.get(owner) ?? {type: "MultiPolygon", coordinates: []};
    country.coordinates.push(polygon);
    countries.set(owner, country);
  }
  return countries;
}

/** Returns the path of the land under a projection. A map is drawn in several themes, so paths are kept for a while. */
export function landPath(land: Land, projection: GeoProjection): string {
  const known = paths.get(land) ?? new Map<string, string>();
  paths.set(land, known);
  const key = [
    projection.scale(),
    projection.translate(),
    projection.rotate?.(),
    projection.center?.(),
    projection.clipExtent?.(),
  ].join(" ");
  const path = known.get(key) ?? geoPath(projection).digits(1)(land) ?? "";
  if (known.size >= mostPaths) known.clear();
  known.set(key, path);
  return path;
}

const mostPaths = 40;
const paths = new WeakMap<object, Map<string, string>>();

/** Returns whether a point of a map lies on the land. */
export function isOn(land: Land, projection: GeoProjection, point: Point): boolean {
  const position = projection.invert?.([...point]);
  return Boolean(position && geoContains(land, position));
}
