import {InputError, readEach} from "../InputError.js";
import {readCsv} from "../readCsv.js";

/** A point on the earth in degrees, WGS 84. */
export interface Point {
  longitude: number;
  latitude: number;
}

/**
 * Returns the point that stands for each place of the given file, by the
 * place's name. Throws what is wrong, all at once: rows that are no place with
 * two numbers in their range, or name a place again.
 */
export function readCoordinates(file: string): Map<string, Point> {
  const points = new Map<string, Point>();
  readEach(readCsv(file, ["place", "longitude", "latitude"]), ({line, cells}) => {
    const {place, longitude, latitude} = cells;
    if (place.trim() === "") throw new InputError(file, line, "place is empty");
    if (points.has(place)) throw new InputError(file, line, `place is there already: "${place}"`);
    points.set(place, {
      longitude: degreesOf("longitude", longitude, 180, {file, line}),
      latitude: degreesOf("latitude", latitude, 90, {file, line}),
    });
  });
  return points;
}

function degreesOf(
  name: string,
  cell: string,
  most: number,
  {file, line}: {file: string; line: number},
): number {
  const degrees = Number(cell);
  if (!cell.trim() || !(Math.abs(degrees) <= most))
    throw new InputError(file, line, `${name} is no number from -${most} to ${most}: "${cell}"`);
  return degrees;
}
