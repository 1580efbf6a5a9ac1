import type {Qualifier, Status} from "../../../src/waybill/model/figure.js";

// As in d3-random: the same numbers at every run.
function randomLcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const qualifiers: (Qualifier | null)[] = [null, null, "more_than", "about", "at_most", "up_to", "exactly"];
const statuses: (Status | null)[] = [
  null,
  "delivered",
  "ordered",
  "planned",
  "forecast",
  "alleged",
  "denied",
];
const names = [
  "Wheat",
  "The ministry of foreign trade and of the interior",
  "مصنع الطائرات",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik".repeat(3),
  "",
  "a & b < c",
];

const parties = [null, "Mill", "Harbour Works", "Yard", ...names.slice(1, 4)];
const zones = [null, "Upland", "The islands of the far north and of the south"];

/** A place's name with where it lies, as columns of a row. */
function placeOf(end: string, random: () => number) {
  const n = Math.floor(random() * 9);
  const known = random() < 0.8;
  return {
    [end]: n === 0 ? null : `${names[n % 4]} ${n}`,
    [`${end}_x`]: known ? ((n * 47) % 360) - 180 : null,
    [`${end}_y`]: known ? ((n * 31) % 130) - 55 : null,
  };
}

/** Returns rows of every kind, over six magnitudes, the same for the same seed. */
export function someRows(count: number, seed: number) {
  const random = randomLcg(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  return Array.from({length: count}, (_, i) => {
    const value = 10 ** (random() * 6) * (random() < 0.15 ? -1 : 1);
    const kind = random();
    return {
      label: `${pick(names)} ${i}`,
      value: kind < 0.1 ? null : kind < 0.2 ? null : Math.round(value),
      low: kind < 0.1 ? Math.abs(value) : null,
      high: kind < 0.1 ? Math.abs(value) * 1.5 : null,
      unit: pick(["USD", "tonne", null]),
      qualifier: kind < 0.2 ? null : pick(qualifiers),
      status: pick(statuses),
      derived: random() < 0.1,
      href: `/sources/a#${i}`,
      from: random() < 0.2 ? null : Math.round(Math.abs(value) / 2),
      from_derived: random() < 0.3,
      publisher: pick(names),
      exact: `more than ${Math.round(value)} of them`,
      fact: `Fact ${i % 4}`,
      shared: i % 2 ? "Both repeat one office" : null,
      within: i % 3 === 1 ? i - 1 : null,
      group: pick(["Said to have come", "Ordered"]),
      hue: pick(["red", "slate", "ochre", null]),
      period_start: pick([null, "2021", "2022-03", "2022-05-07"]),
      period_end: pick([null, "2023", "2023-07", "2023-08-01"]),
      total: 2e6,
      supplier: pick(parties),
      recipient: pick(parties),
      via: pick([null, null, "Port Said"]),
      supplier_country: pick(zones),
      recipient_country: pick(zones),
      year_basis: pick([null, "stated", "worked_out"]),
      ...placeOf("origin", random),
      ...placeOf("destination", random),
      strong: i === 0,
      note: i % 7 === 2 ? `what the harbour office says of number ${i}` : null,
    };
  });
}
