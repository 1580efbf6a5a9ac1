import type {ChainLayout} from "./chainLayout.js";
import type {Zone} from "./chainPlaces.js";

/** Returns the zones of a chain across: parties of one zone beside each other, over columns that hold nothing else. */
export function zonesOf({layers}: ChainLayout, zoneOf: (party: string) => string | null): Zone[] {
  const zones: Zone[] = [];
  for (const layer of layers) {
    const parties = layer.filter(({kind}) => kind === "party");
    if (parties.length === 0) continue;
    const names = parties.map(({name}) => zoneOf(name!));
    const whole = new Set(names).size === 1;
    let open: Zone | undefined = whole ? zones.at(-1) : undefined;
    if (open && (!open.whole || open.name !== names[0])) open = undefined;
    parties.forEach((slot, i) => {
      const name = names[i];
      if (name === null) open = undefined;
      else if (open?.name === name) open.slots.push(slot);
      else {
        open = {name, slots: [slot], whole};
        zones.push(open);
      }
    });
  }
  return zones;
}
