/** Of a unit the next smaller one that it is told in, and how many of those make it. */
export const smallerUnit: Record<string, [string, number] | undefined> = {
  mile: ["yard", 1760],
  yard: ["foot", 3],
  foot: ["inch", 12],
  stone: ["pound", 14],
  pound: ["ounce", 16],
  tonne: ["kilogram", 1000],
  year: ["month", 12],
  week: ["day", 7],
  day: ["hour", 24],
  hour: ["minute", 60],
  minute: ["second", 60],
};

const prefixes: [string, number][] = [
  ["nano", 1e-9],
  ["micro", 1e-6],
  ["milli", 1e-3],
  ["centi", 1e-2],
  ["kilo", 1e3],
  ["mega", 1e6],
  ["giga", 1e9],
  ["tera", 1e12],
];

// The smallest unit that a unit is made of, and how many of it: an hour is 3600 seconds.
function inSmallest(unit: string): [string, number] {
  const [next, times] = smallerUnit[unit] ?? [];
  if (next && times) {
    const [smallest, factor] = inSmallest(next);
    return [smallest, factor * times];
  }
  const [prefix, factor] = prefixes.find(([prefix]) => unit.startsWith(prefix)) ?? ["", 1];
  return [unit.slice(prefix.length), factor];
}

/** Returns how many of one unit make one of another, null where they measure different things: 1000 of “gram”, “kilogram”. */
export function unitFactor(unit: string, of: string): number | null {
  const [smallest, parts] = inSmallest(unit);
  const [other, whole] = inSmallest(of);
  return smallest === other ? Number((whole / parts).toPrecision(12)) : null;
}
