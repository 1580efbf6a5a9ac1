import {readFileSync} from "node:fs";
import path from "node:path";
import {csvParse} from "d3";
import {describe, expect, it} from "vitest";
import {readCoordinates} from "../../loaders/tables/coordinates.js";
import {loadTables, readOptions} from "../../loaders/tables.js";
import {grain, lexicon, temporaryFolder} from "../temporary.js";

const points = readCoordinates(`${lexicon}/coordinates.csv`);

describe("readCoordinates(file)", () => {
  it("has a point in range for every place of the vocabulary, and no other", () => {
    const places = csvParse(readFileSync("src/waybill/parse/lexicon/places.csv", "utf8")).map(
      ({country}) => country,
    );
    expect([...points.keys()].sort()).toEqual([...new Set(places)].sort());
    for (const [place, {longitude, latitude}] of points) {
      expect(Math.abs(longitude), place).toBeLessThanOrEqual(180);
      expect(Math.abs(latitude), place).toBeLessThanOrEqual(70);
    }
  });

  it.each([
    // place, longitude, latitude
    ["Russia", 37.6, 55.8],
    ["China", 116.4, 39.9],
    ["Hong Kong", 114.2, 22.3],
    ["Taiwan", 121.6, 25],
    ["United Arab Emirates", 54.4, 24.5],
    ["Turkey", 32.9, 39.9],
    ["Belarus", 27.6, 53.9],
    ["United States", -77, 38.9],
    ["Brazil", -47.9, -15.8],
    ["New Zealand", 174.8, -41.3],
  ])("%s is at %d, %d", (place, longitude, latitude) => {
    expect(points.get(place)).toEqual({longitude, latitude});
  });

  it("is joined by a story's own points, which hold where both have one", () => {
    const own = "place,longitude,latitude\nOz,1,2\nRussia,3,4\n";
    const {coordinates} = readOptions(temporaryFolder({"vocab/coordinates.csv": own}));
    expect(coordinates!.get("Oz")).toEqual({longitude: 1, latitude: 2});
    expect(coordinates!.get("Russia")).toEqual({longitude: 3, latitude: 4});
    expect(coordinates!.get("China")).toEqual(points.get("China"));
  });

  it.each([
    ["Oz,181,0", 'longitude is no number from -180 to 180: "181"'],
    ["Oz,0,-91", 'latitude is no number from -90 to 90: "-91"'],
    ["Oz,,0", 'longitude is no number from -180 to 180: ""'],
    ["Oz,east,0", 'longitude is no number from -180 to 180: "east"'],
    ["Oz,1", 'expected 3 cells, found 2: "Oz,1"'],
    [",1,1", "place is empty"],
    ["Id,2,2", 'place is there already: "Id"'],
  ])("rejects %j", (row, message) => {
    const folder = temporaryFolder({"coordinates.csv": `place,longitude,latitude\nId,1,1\n${row}\n`});
    const file = path.join(folder, "coordinates.csv");
    expect(() => readCoordinates(file)).toThrow(`${file}:3: ${message}`);
  });

  it("places every place of a story", () => {
    const {places} = loadTables(grain);
    expect(places.length).toBeGreaterThan(3);
    for (const {place, longitude, latitude} of places)
      expect({longitude, latitude}).toEqual(points.get(String(place)));
  });
});
