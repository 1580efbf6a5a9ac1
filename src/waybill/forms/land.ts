import {type GeoPermissibleObjects, type GeoProjection, geoPath} from "d3";
import {feature} from "topojson-client";
import type {GeometryCollection, Topology} from "topojson-specification";
// @ts-expect-error: TypeScript wants `with {type: "json"}`, which a page's parser cannot read; all that run this need none.
import atlas from "world-atlas/land-110m.json";

/** Land as GeoJSON. */
export type Land = GeoPermissibleObjects;

/** The land of the world, for maps of several countries. */
export const worldLand: Land = feature(atlas as unknown as Topology<{land: GeometryCollection}>, "land");

/** Returns the path of the land under a projection. */
export const landPath = (land: Land, projection: GeoProjection): string =>
  geoPath(projection).digits(1)(land) ?? "";
