import type {Article} from "../../src/waybill/model/figure.js";

/** Returns numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const first = "Nor Vel Kal Ost Bre Tam Lin Har Sol Mar Dun Fen Gral Pol Rus Ter Zel Ard Bor Cas".split(" ");
const last = "vik mont berg ford ova stad lund haven minster gard dal ska ton mark heim".split(" ");
const trades = "Optics Steel Shipping Motors Textiles Energy Systems Foods Tools Electronics".split(" ");
const countries = "China Turkey Kenya Brazil Norway India Vietnam Poland Egypt Peru Japan Serbia".split(" ");
const goods =
  "drones rifles lathes helmets batteries engines pumps tractors bearings cables lamps sensors".split(" ");
const months = "January February March April May June July August September October November December".split(
  " ",
);

/** Yields made-up articles, always the same for a seed: some report news of their own, some relay another. */
export function* syntheticArticles(count: number, seed = 1): Generator<Article> {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  const firm = (): string => `${pick(first)}${pick(last)} ${pick(trades)}`;
  const amount = (): string => `$${(1 + random() * 900).toFixed(1)} million`;
  const number = (): string => Math.ceil(random() ** 3 * 20_000).toLocaleString("en-US");
  let previous = "";
  for (let n = 0; n < count; n++) {
    const [seller, buyer, thing, from, to] = [firm(), firm(), pick(goods), pick(countries), pick(countries)];
    const year = 2019 + Math.floor(random() * 5);
    const own = [
      `${buyer}, a company in ${to}, imported ${pick(["more than ", "about ", "", "at least "])}${amount()} worth of ${thing} from ${from} in ${pick(months)} ${year}, customs records show.`,
      `${seller} sold ${number()} ${thing} to ${buyer}, according to the documents, in ${number()} shipments.`,
      `Exports of ${thing} rose by ${Math.ceil(random() * 90)}% to ${amount()}, the ministry said on ${pick(months)} ${Math.ceil(random() * 28)}.`,
      `A spokesman for ${seller} said that the firm, which employs ${number()} people, had done nothing wrong.`,
      `The deliveries went through ${pick(countries)}. They were ${pick(["contracted", "ordered", "announced"])} in ${year - 1}, when the two sides met for ${2 + Math.floor(random() * 9)} days.`,
      `Analysts expect the trade to reach ${amount()} next year, ${2 + Math.floor(random() * 5)} times as much as in ${year - 2}.`,
      `${pick(countries)} has said that it will look into the matter, and that its own controls are among the strictest.`,
    ];
    // One article in five retells the one before it in part.
    const relayed = n > 0 && random() < 0.2;
    const text = (relayed ? [previous, ...own.slice(2)] : own).join(" ");
    previous = own[0];
    yield {
      article_id: `synthetic-${n + 1}`,
      title: `${buyer} and the ${thing}`,
      publisher: `${pick(first)}${pick(last)} Herald`,
      author: null,
      relays: relayed ? `${pick(first)}${pick(last)} Gazette` : null,
      published: `${year + 1}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
      tags: null,
      published_basis: "stated",
      published_from: null,
      url: null,
      language: "en",
      file: `synthetic/${n + 1}.txt`,
      words: text.split(" ").length,
      sha256: null,
      text,
    };
  }
}
