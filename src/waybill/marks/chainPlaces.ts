import type {SetText} from "./chainDrawing.js";
import type {ChainLayout, Slot} from "./chainLayout.js";
import {settle} from "./settle.js";

export const zonePad = 9;
export const zoneHead = 24;
/** Distance from a label to the line below it. */
export const labelGap = 5;
/** Distance between links where they leave a party. */
export const pitch = 14;
const rounds = 16;
/** What is on the spine does not give way. */
const firm = 1e9;

/** Where something stands in its column, and what it takes above and below. */
export interface Place {
  y: number;
  up: number;
  down: number;
}

export interface Zone {
  name: string;
  slots: Slot[];
  /** Whether its columns hold nothing else, so that it is as high as the drawing. */
  whole: boolean;
}

/** What is written in a slot, and how high that is. */
export interface SlotText {
  title: SetText;
  note: SetText | null;
  height: number;
  /** Links from a party to itself, with labels placed from the middle of its box. */
  loops: {link: number; label: SetText | null}[];
  /** What they take below the box. */
  below: number;
}

export interface Setting {
  texts: Map<Slot, SlotText>;
  /** The links that run straight, by their numbers. */
  spine: ReadonlySet<number>;
  zones: Zone[];
}

export function placeAll(layout: ChainLayout, {texts, spine, zones}: Setting): Map<Slot, Place> {
  const {layers, links} = layout;
  const straight = slotsOf(layout, spine);
  const firsts = new Set(zones.filter(({whole}) => !whole).map(({slots}) => slots[0]));
  const lasts = new Set(zones.filter(({whole}) => !whole).map(({slots}) => slots.at(-1)));
  const places = new Map<Slot, Place>();
  for (const layer of layers) {
    let y = 0;
    for (const slot of layer) {
      const half = (texts.get(slot)?.height ?? 0) / 2;
      const place =
        slot.kind === "party"
          ? {
              y,
              up: half + 9 + (firsts.has(slot) ? zoneHead : 0),
              down: half + 9 + texts.get(slot)!.below + (lasts.has(slot) ? zonePad : 0),
            }
          : {y, up: (half > 0 ? 2 * half + labelGap : 0) + 5, down: 7};
      y += place.up;
      place.y = y;
      y += place.down;
      places.set(slot, place);
    }
  }
  const neighbours = new Map(
    layers
      .flat()
      .map((slot) => [slot, {before: sideOf(links, slot, "before"), after: sideOf(links, slot, "after")}]),
  );
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? layers : [...layers].reverse();
    for (const layer of order) {
      const found = settle(
        layer.map((slot) => {
          const {before, after} = neighbours.get(slot)!;
          const near = [...before, ...after].map(({next}) => places.get(next)!.y);
          const place = places.get(slot)!;
          if (straight.has(slot)) return {...place, wanted: 0, weight: firm};
          const wanted = near.length > 0 ? near.reduce((sum, y) => sum + y, 0) / near.length : place.y;
          return {...place, wanted, weight: slot.kind === "party" ? 1 + near.length : 1};
        }),
      );
      layer.forEach((slot, i) => {
        places.get(slot)!.y = found[i];
      });
    }
  }
  return places;
}

const slotsOf = ({links}: ChainLayout, spine: ReadonlySet<number>): Set<Slot> =>
  new Set(links.flatMap(({slots}, link) => (spine.has(link) ? slots : [])));

const sideOf = (links: ChainLayout["links"], slot: Slot, side: "before" | "after") =>
  links.flatMap(({slots}, link) =>
    slots.flatMap((at, i) => {
      if (at !== slot) return [];
      const others = [slots[i - 1], slots[i + 1]].filter((other) => other !== undefined);
      return others
        .filter((other) => (side === "before" ? other.layer < slot.layer : other.layer > slot.layer))
        .map((next) => ({link, next}));
    }),
  );

/** Returns how many links at most leave or reach a party on one side. */
export function portsOf({links}: ChainLayout, slot: Slot, spine: ReadonlySet<number>): number {
  const counts = (["before", "after"] as const).map((side) => {
    const ends = sideOf(links, slot, side);
    // All others may stand on one side of the spine.
    return ends.some(({link}) => spine.has(link)) ? 2 * ends.length - 1 : ends.length;
  });
  return Math.max(...counts);
}

type Ports = Map<string, number>;

// Where links leave and reach their parties, in the order of what they lead to.
export function portsAt(
  {layers, links}: ChainLayout,
  places: Map<Slot, Place>,
  {texts, spine}: Pick<Setting, "texts" | "spine">,
): Ports {
  const ports: Ports = new Map();
  for (const slot of layers.flat().filter(({kind}) => kind === "party"))
    for (const side of ["before", "after"] as const) {
      const ends = sideOf(links, slot, side).sort(
        (a, b) => places.get(a.next)!.y - places.get(b.next)!.y || a.link - b.link,
      );
      const room = texts.get(slot)!.height - 10;
      const own = ends.findIndex(({link}) => spine.has(link));
      const middle = own < 0 ? (ends.length - 1) / 2 : own;
      const apart =
        ends.length > 1 ? Math.min(pitch, room / 2 / Math.max(middle, ends.length - 1 - middle)) : 0;
      ends.forEach(({link}, k) => {
        ports.set(`${link} ${slot.name}`, places.get(slot)!.y + (k - middle) * apart);
      });
    }
  return ports;
}

// Last, labels go level with the end of their link that has fewest others beside it, so that it runs straight there.
export function straighten(
  layout: ChainLayout,
  places: Map<Slot, Place>,
  setting: Pick<Setting, "texts" | "spine">,
): void {
  const ports = portsAt(layout, places, setting);
  const straight = slotsOf(layout, setting.spine);
  for (const layer of layout.layers) {
    if (layer.some(({kind}) => kind === "party")) continue;
    const found = settle(
      layer.map((slot) => {
        const {slots} = layout.links[slot.link!];
        const place = places.get(slot)!;
        if (straight.has(slot)) return {...place, wanted: place.y, weight: firm};
        const ends = (["before", "after"] as const).flatMap((side) =>
          sideOf(layout.links, slot, side).map(({next}) => ({
            y: next.kind === "party" ? ports.get(`${slot.link} ${next.name}`)! : places.get(next)!.y,
            crowd: sideOf(layout.links, next, side === "before" ? "after" : "before").length,
            isFirst: next === slots[0],
          })),
        );
        const [best] = ends.sort((a, b) => a.crowd - b.crowd || Number(b.isFirst) - Number(a.isFirst));
        return {...place, wanted: best.y};
      }),
    );
    layer.forEach((slot, i) => {
      places.get(slot)!.y = found[i];
    });
  }
}
