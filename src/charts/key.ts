import type {Qualifier, Status} from "../model/figure.js";
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

const paints = {
  delivered: "said to have been delivered",
  ordered: "ordered or contracted: no delivery is reported",
  planned: "planned or alleged",
  denied: "denied",
} as const;

/**
 * Returns the lines of the key that the given figures need: one for each hedge
 * and status among them, and one for what is worked out. A chart of exact
 * figures of things delivered needs none.
 */
export function keyOf(
  rows: readonly {qualifier: Qualifier | null; status: Status | null; derived?: boolean}[],
  {hue = "red", derivedHue = "ochre", as = "bar"}: KeyOptions = {},
): KeyItem[] {
  const swatchOf = as === "bar" ? barSwatch : dotSwatch;
  const stated = rows.filter((row) => !row.derived);
  const items = new Map<string, KeyItem>();
  const looks = stated.map(lookOf);
  if (looks.some(({paint}) => paint !== "solid"))
    for (const look of looks) {
      const text =
        look.paint === "solid"
          ? paints.delivered
          : look.paint === "outline"
            ? paints.denied
            : look.dashed
              ? paints.planned
              : paints.ordered;
      items.set(text, {text, swatch: swatchOf({...look, end: "square"}, hue)});
    }
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
