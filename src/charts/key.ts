import type {Qualifier} from "../model/figure.js";
import {type Standing, type Stated, standingOf, wordsOf} from "../waybill/standing.js";
import {bar, dot, endOf, type Hue, type Look, lookOf, type Paints, type Shape} from "./look.js";

/** One line of a chart's key: a small picture and what it means. */
export interface KeyItem {
  text: string;
  swatch: (paints: Paints) => Shape[];
}

/** Size of a key's small picture, in pixels. */
export const swatchSize = {width: 44, height: 14} as const;

/** Returns the small picture of a bar with the given look. */
export function barSwatch(look: Look, hue: Hue): KeyItem["swatch"] {
  const width = look.end === "open" ? 22 : look.end === "soft" ? 28 : 40;
  return (paints) => bar(paints, {x: 0.5, y: 1, width, height: 12, hue, look});
}

/** Returns the small picture of a dot with the given look. */
export function dotSwatch(look: Look, hue: Hue): KeyItem["swatch"] {
  return (paints) => dot(paints, {x: 18, y: 7, r: 5.5, hue, look});
}

export interface KeyOptions {
  hue?: Hue;
  /** The colour of what is worked out. */
  derivedHue?: Hue;
  /** What the marks are. */
  as?: "bar" | "dot";
}

const ends = {
  open: "more than this, or at least: nobody says how much more",
  soft: "about this",
  capped: "at most this",
} as const;

/** The figures whose marks are painted alike, and what the paint says of them. */
export interface Painted {
  look: Look;
  text: string;
}

/**
 * Returns what the paints of the given figures say, one for each; [] if all are
 * solid, for then the paint tells nothing apart.
 */
export function paintedAs(rows: readonly Stated[]): Painted[] {
  const painted = new Map<string, {look: Look; standings: Standing[]}>();
  for (const row of rows) {
    const look = lookOf({qualifier: null, status: row.status});
    const {standings} = getOrSet(painted, JSON.stringify(look), {look, standings: []});
    standings.push(standingOf(row));
  }
  const looks = [...painted.values()];
  if (looks.every(({look}) => look.paint === "solid")) return [];
  return looks.map(({look, standings}) => ({look, text: wordsOf(standings)}));
}

function getOrSet<K, V>(map: Map<K, V>, key: K, value: V): V {
  const known = map.get(key) ?? value;
  map.set(key, known);
  return known;
}

/**
 * Returns the lines of the key that the given figures need: one for each hedge
 * and paint among them, and one for what is worked out. A chart of exact
 * figures, all of them reported or delivered, needs none.
 */
export function keyOf(
  rows: readonly (Stated & {qualifier: Qualifier | null; derived?: boolean})[],
  {hue = "red", derivedHue = "ochre", as = "bar"}: KeyOptions = {},
): KeyItem[] {
  const swatchOf = as === "bar" ? barSwatch : dotSwatch;
  const stated = rows.filter((row) => !row.derived);
  const items = new Map<string, KeyItem>();
  for (const {look, text} of paintedAs(stated)) items.set(text, {text, swatch: swatchOf(look, hue)});
  for (const {qualifier} of stated) {
    const end = endOf(qualifier);
    if (end === "square") continue;
    items.set(ends[end], {text: ends[end], swatch: swatchOf({paint: "solid", end}, hue)});
  }
  if (rows.some((row) => row.derived))
    items.set("derived", {
      text: "worked out here, stated by nobody",
      swatch: swatchOf({paint: "hatched", end: "square"}, derivedHue),
    });
  return [...items.values()];
}
