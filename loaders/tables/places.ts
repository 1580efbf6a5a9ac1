import type {Row} from "../../src/waybill/model/tables.js";
import type {Point} from "./coordinates.js";
import type {PartyRegistry} from "./parties.js";

interface Place {
  origin: number;
  destination: number;
  via: number;
}

/** Counts the facts and noted relations whose goods come from, go to or pass through each country. */
export class PlaceIndex {
  private readonly places = new Map<string, Place>();

  constructor(
    private readonly parties: PartyRegistry,
    private readonly points: ReadonlyMap<string, Point> = new Map(),
  ) {}

  /** Adds a row of `facts`, or of `relations` of the kind `supplies`. */
  add({origin, destination, via}: Row): void {
    this.count(origin, "origin");
    this.count(destination, "destination");
    this.count(via === null ? null : (this.parties.get(String(via))?.country ?? null), "via");
  }

  /** Returns the rows of `places`, in the order of their names. */
  rows(): Row[] {
    return [...this.places]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([place, {origin, destination, via}]) => ({
        place,
        longitude: this.points.get(place)?.longitude ?? null,
        latitude: this.points.get(place)?.latitude ?? null,
        origin_of: origin,
        destination_of: destination,
        via_of: via,
      }));
  }

  private count(place: Row[string], role: "origin" | "destination" | "via"): void {
    if (typeof place !== "string") return;
    const known = this.places.get(place) ?? {origin: 0, destination: 0, via: 0};
    known[role]++;
    this.places.set(place, known);
  }
}
