import {type GeoProjection, geoAzimuthalEqualArea, geoEqualEarth} from "d3";
import type {Box} from "../marks/box.js";

export type Position = readonly [longitude: number, latitude: number];

/** From this many degrees on, a map shows the world. */
const wide = 120;
/** The least that a map shows, in degrees. */
const least = 3;

/**
 * Returns a projection that shows the given places, equal in area and centred
 * on them, so that the antimeridian is never between them if it need not be.
 */
export function projectPlaces(
  positions: readonly Position[],
): (frame: Box, pad: {x: number; y: number}) => GeoProjection {
  const [west, east] = longitudesOf(positions.map(([longitude]) => longitude));
  const latitudes = positions.map(([, latitude]) => latitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const isWorld = east - west > wide || north - south > wide;
  const half = least / 2;
  const corners: [number, number][] = [
    [x - half / Math.cos((y * Math.PI) / 180), y - half],
    [x + half / Math.cos((y * Math.PI) / 180), y + half],
  ];
  return ({x1, y1, x2, y2}, pad) => {
    const projection = isWorld ? geoEqualEarth().rotate([-x, 0]) : geoAzimuthalEqualArea().rotate([-x, -y]);
    const room = (from: number, to: number, by: number): [number, number] =>
      to - from > 2 * by + 10 ? [from + by, to - by] : [from + (to - from) / 3, to - (to - from) / 3];
    const [[left, right], [top, bottom]] = [room(x1, x2, pad.x), room(y1, y2, pad.y)];
    return projection
      .fitExtent(
        [
          [left, top],
          [right, bottom],
        ],
        {
          type: "MultiPoint",
          coordinates: [...positions.map(([a, b]): [number, number] => [a, b]), ...corners],
        },
      )
      .clipExtent([
        [x1, y1],
        [x2, y2],
      ]);
  };
}

/** Returns the shortest stretch of longitudes that holds all; its end may lie beyond 180. */
function longitudesOf(longitudes: readonly number[]): [west: number, east: number] {
  const sorted = [...longitudes].map((value) => ((value % 360) + 360) % 360).sort((a, b) => a - b);
  const gaps = sorted.map((value, i) =>
    i > 0 ? value - sorted[i - 1] : value + 360 - sorted[sorted.length - 1],
  );
  const widest = gaps.indexOf(Math.max(...gaps));
  const west = sorted[widest];
  const last = sorted[(widest + sorted.length - 1) % sorted.length];
  return [west, last < west ? last + 360 : last];
}

/** Returns how high a map is that shows the places at a width, in sensible proportions. */
export function heightOf(
  projection: GeoProjection,
  positions: readonly Position[],
  {width, least = 0.5}: {width: number; least?: number | undefined},
): number {
  const points = positions.flatMap(([x, y]) => [projection([x, y])!]);
  const span = (axis: 0 | 1): number => {
    const values = points.map((point) => point[axis]);
    return Math.max(1, Math.max(...values) - Math.min(...values));
  };
  const most = width < 500 ? 1.1 : 0.72;
  return Math.round(width * Math.min(most, Math.max(least, (span(1) / span(0)) * 0.8 + 0.16)));
}
