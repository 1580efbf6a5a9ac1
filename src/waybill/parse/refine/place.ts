import type {Doc} from "../document.js";
import {matchForward} from "../phrases.js";
import {scan} from "../scan.js";
import type {Vocab} from "../vocab.js";

// The same few parties are named over and over.
const known = new WeakMap<Vocab, Map<string, string | null>>();
const most = 5000;

/** Returns the country that a party's name tells of, “Norway” of “Norway-based companies”, or null. */
export function countryIn({vocab}: Doc, name: string): string | null {
  let countries = known.get(vocab);
  if (!countries || countries.size > most) {
    countries = new Map();
    known.set(vocab, countries);
  }
  let country = countries.get(name);
  if (country === undefined) {
    country = findCountry(vocab, name);
    countries.set(name, country);
  }
  return country;
}

function findCountry(vocab: Vocab, name: string): string | null {
  const tokens = scan(name);
  for (let i = 0; i < tokens.count; i++) {
    const first = tokens.text[tokens.start[i]];
    if (first === first.toLowerCase()) continue;
    const match = matchForward(tokens, i, vocab.places);
    if (match) return match.value.country;
  }
  return null;
}
