import {existsSync, readFileSync} from "node:fs";
import {csvParse} from "d3";
import {InputError} from "../InputError.js";

/** A point on the earth in degrees, WGS 84. */
export interface Point {
  longitude: number;
  latitude: number;
}

/**
 * Returns the point that stands for each place of the given file, by the
 * place's name; none without the file. Throws an InputError for a row that is
 * no place with two numbers in their range, or names a place again.
 */
export function readCoordinates(file = "seeds/vocab/coordinates.csv"): Map<string, Point> {
  const points = new Map<string, Point>();
  if (!existsSync(file)) return points;
  for (const [n, {place = "", longitude, latitude}] of csvParse(readFileSync(file, "utf8")).entries()) {
    const line = n + 2;
    if (place.trim() === "") throw new InputError(file, line, "place is empty");
    if (points.has(place)) throw new InputError(file, line, `place is there already: "${place}"`);
    points.set(place, {
      longitude: degreesOf("longitude", longitude, 180, {file, line}),
      latitude: degreesOf("latitude", latitude, 90, {file, line}),
    });
  }
  return points;
}

function degreesOf(
  name: string,
  cell: string | undefined,
  most: number,
  {file, line}: {file: string; line: number},
): number {
  const degrees = Number(cell);
  if (!cell?.trim() || !(Math.abs(degrees) <= most))
    throw new InputError(file, line, `${name} is no number from -${most} to ${most}: "${cell ?? ""}"`);
  return degrees;
}
